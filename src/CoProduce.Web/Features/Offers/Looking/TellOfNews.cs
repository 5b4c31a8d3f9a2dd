using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Offers;

/// <summary>A job writes to each member at most one letter a day about what is new on the board and fits what they look for.</summary>
public sealed class TellOfNews(Letters letters, OfferLinks links, CurrentOrganisation organisation, TimeProvider clock)
{
    // A letter names so many of each search; the board shows the rest.
    private const int Named = 10;

    // What was put up so shortly before may not be committed yet; it is looked at tomorrow, so that nothing is left out and nothing told twice.
    private static readonly TimeSpan settling = TimeSpan.FromMinutes(1);

    public enum Outcome
    {
        Done,
    }

    /// <summary>Makes the round in the caller's unit of work, and plans tomorrow's.</summary>
    public async Task<Outcome> HandleAsync(TenantDb db, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        var until = now - settling;
        await db.LockSettingsAsync(ct); // two nodes at once make one round
        await db.PlanBoardRoundsAsync(now, ct);
        var kept = await db
            .SavedSearches.Where(s => s.Tells && s.MemberId != null && s.SeenUntil < until)
            .OrderBy(s => s.Name)
            .ToListAsync(ct);
        var reached = (await Letters.AddresseesAsync(db, [.. kept.Select(s => s.MemberId!.Value).Distinct()], ct))
            .Where(a => a.IsQuick)
            .ToDictionary(a => a.Member);
        foreach (var searches in kept.GroupBy(s => s.MemberId!.Value).Where(g => reached.ContainsKey(g.Key)))
        {
            List<(SavedSearch Search, List<string> Titles)> found = [];
            foreach (var search in searches)
            {
                if (await TitlesAsync(db, search, until, ct) is { Count: > 0 } titles)
                    found.Add((search, titles));
                search.SeenUntil = until;
            }
            if (found.Count > 0)
                Write(db, reached[searches.Key], found);
        }
        return Outcome.Done;
    }

    private async Task<List<string>> TitlesAsync(TenantDb db, SavedSearch search, DateTimeOffset until, CancellationToken ct)
    {
        var (member, since) = (search.MemberId!.Value, search.SeenUntil);
        var hub = await db.Members.Where(m => m.Id == member).Select(m => m.HubId).SingleAsync(ct);
        var fresh = db.OpenOffersFor(hub, organisation.Profile.DateOf(clock.GetUtcNow()))
            .Where(o => o.MemberId != member && ((o.PutUpAt ?? o.MadeAt) > since && (o.PutUpAt ?? o.MadeAt) <= until));
        var found = await db.FilteredAsync(fresh, BoardFilter.Read(search.Filter), ct);
        return await found.OrderByDescending(o => o.MadeAt).Take(Named).Select(o => o.Title).ToListAsync(ct);
    }

    private void Write(TenantDb db, Addressee member, List<(SavedSearch Search, List<string> Titles)> found) =>
        letters.Write(
            db,
            member,
            t =>
                new(
                    t["New on the board for you"],
                    [
                        .. found.Select(f => t["{0}: {1}", f.Search.Name, string.Join("; ", f.Titles)].Value),
                        t["To see them, sign in and open your kept searches. To get no more of these letters, press the link."],
                    ],
                    links.PathForStopping(found[0].Search.Id, member.Member),
                    t["No more of these letters"]
                )
        );
}
