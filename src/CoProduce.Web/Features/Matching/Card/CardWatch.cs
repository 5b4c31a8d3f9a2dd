using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Matching.Card;

/// <summary>Who looks at which card now, in this process, and the news for them. Nothing of it is kept.</summary>
public sealed class CardWatch : IDisposable
{
    private readonly MemberChanges changes;
    private readonly Lock turn = new();
    private readonly Dictionary<(OrganisationId, MemberId), List<CardWatcher>> watchers = [];

    public CardWatch(MemberChanges changes)
    {
        this.changes = changes;
        changes.Written += Tell;
    }

    /// <summary>Begins to look at a card; whoever else looks at it hears of it. Disposing ends it.</summary>
    /// <param name="news">Called on another thread: with true when something of the member was written, with false when somebody came or went.</param>
    public CardWatcher Join(OrganisationId organisation, MemberId member, RoleHolderId who, string name, Action<bool> news)
    {
        var watcher = new CardWatcher(this, (organisation, member), who, name, news);
        lock (turn)
        {
            if (!watchers.TryGetValue(watcher.Card, out var here))
                watchers[watcher.Card] = here = [];
            here.Add(watcher);
        }
        Tell(watcher.Card, written: false, but: watcher);
        return watcher;
    }

    /// <summary>The names of the others at that card, in the order in which they came, each once.</summary>
    public IReadOnlyList<string> OthersOf(CardWatcher watcher)
    {
        lock (turn)
            return [.. At(watcher.Card).Where(w => w.Who != watcher.Who).Select(w => w.Name).Distinct()];
    }

    /// <inheritdoc />
    public void Dispose() => changes.Written -= Tell;

    internal void Leave(CardWatcher watcher)
    {
        lock (turn)
        {
            if (!At(watcher.Card).Remove(watcher))
                return;
            if (At(watcher.Card).Count == 0)
                watchers.Remove(watcher.Card);
        }
        Tell(watcher.Card, written: false, but: watcher);
    }

    private List<CardWatcher> At((OrganisationId, MemberId) card) => watchers.GetValueOrDefault(card) ?? [];

    private void Tell(OrganisationId organisation, IReadOnlyCollection<MemberId> members)
    {
        foreach (var member in members)
            Tell((organisation, member), written: true, but: null);
    }

    private void Tell((OrganisationId, MemberId) card, bool written, CardWatcher? but)
    {
        List<CardWatcher> here;
        lock (turn)
            here = [.. At(card)];
        foreach (var watcher in here.Where(w => w != but))
            watcher.News(written);
    }
}

/// <summary>Somebody at a card.</summary>
public sealed class CardWatcher(CardWatch watch, (OrganisationId, MemberId) card, RoleHolderId who, string name, Action<bool> news)
    : IDisposable
{
    internal (OrganisationId, MemberId) Card => card;

    internal RoleHolderId Who => who;

    internal string Name => name;

    internal void News(bool written) => news(written);

    /// <inheritdoc />
    public void Dispose() => watch.Leave(this);
}
