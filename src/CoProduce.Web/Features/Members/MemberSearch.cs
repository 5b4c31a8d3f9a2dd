using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Members;

/// <summary>Finds members by a number or by any parts of a name, as staff type them.</summary>
public sealed class MemberSearch(UnitOfWork work, CurrentPerson me)
{
    /// <summary>The longest text that is looked for; what is longer is cut.</summary>
    public const int TextLength = 80;

    /// <summary>Members who take part, for choosing one: a text that begins with somebody's number means that person.</summary>
    /// <param name="goneToo">True to find also who is suspended or has left.</param>
    public Task<IReadOnlyList<FoundMember>> ChooseAsync(string? text, int most, bool goneToo = false, CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<FoundMember>>(
            async db =>
            {
                if (Words(text) is not { Count: > 0 } words)
                    return [];
                var matching = db.WithWords(words).Where(m => goneToo || m.Status == MemberStatus.Active);
                var exactly = int.TryParse(words[0], out var number)
                    ? await db.FoundAsync(matching.Where(m => m.Number == number), 1, ct)
                    : [];
                return exactly.Count > 0 ? exactly : await db.FoundAsync(matching.OrderBy(m => m.SearchText), most, ct);
            },
            ct
        );

    /// <summary>The same for a peer broker: people of their hubs, by the whole number or the first name, and by first names only.</summary>
    public Task<IReadOnlyList<FoundMember>> ChooseBrokeredAsync(string? text, int most, CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<FoundMember>>(
            async db =>
            {
                if (Words(text) is not { Count: > 0 } words)
                    return [];
                var theirs = db.WithWords(words).BrokeredBy(me);
                if (int.TryParse(words[0], out var number))
                    theirs = theirs.Where(m => m.Number == number);
                var found = await (
                    from m in theirs
                    join h in db.Hubs on m.HubId equals h.Id
                    orderby m.SearchText
                    select new FoundMember(m.Id, m.Number, m.FirstName, h.Name, m.Status, m.Kind)
                ).ToListAsync(ct);
                // The words stand in last names too; a peer broker must not find by them.
                return [.. found.Where(m => words.All(w => Folded.Of(m.Label).Contains(w, StringComparison.Ordinal))).Take(most)];
            },
            ct
        );

    /// <summary>The one or the other, for whoever brokers.</summary>
    public Task<IReadOnlyList<FoundMember>> ChooseAsBrokerAsync(string? text, int most, CancellationToken ct = default) =>
        me.Holds(Role.Coordinator) ? ChooseAsync(text, most, ct: ct) : ChooseBrokeredAsync(text, most, ct);

    /// <summary>The words of a text, folded, at most six; empty for nothing to look for.</summary>
    public static IReadOnlyList<string> Words(string? text) =>
        [.. Folded.Of(Cut(text)).Split([' ', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Take(6)];

    private static string Cut(string? text) => text is { Length: > TextLength } ? text[..TextLength] : text ?? "";
}

/// <summary>A member as a search finds them.</summary>
public sealed record FoundMember(MemberId Id, int Number, string Name, string Hub, MemberStatus Status, MemberKind Kind)
{
    /// <summary>"12 Margaret Hughes": what a box shows, and what it understands again.</summary>
    public string Label => $"{Number} {Name}";
}

/// <summary>Who is meant among those whom a search found.</summary>
public static class MeantMember
{
    /// <summary>The only one found, or the one of them that was chosen; null when it is still open.</summary>
    public static Guid? Meant(this IReadOnlyList<FoundMember> found, Guid? chosen) =>
        found is [var only] ? only.Id.Value : found.FirstOrDefault(m => m.Id.Value == chosen)?.Id.Value;
}

/// <summary>Words for searching members inside a unit of work.</summary>
internal static class MemberSearching
{
    /// <summary>Those in whose names and number every word stands somewhere.</summary>
    public static IQueryable<Member> WithWords(this TenantDb db, IReadOnlyList<string> words) =>
        words.Aggregate(db.Members.AsQueryable(), (found, word) => found.Where(m => db.NamedBy(word).Contains(m.Id)));

    /// <summary>The members in whose names or number this folded word stands somewhere.</summary>
    public static IQueryable<MemberId> NamedBy(this TenantDb db, string word) =>
        db.MemberWords.WhereBegins(w => w.Word, word).Select(w => w.MemberId);

    /// <summary>Reads so many of them with the names of their hubs, in their order.</summary>
    public static async Task<IReadOnlyList<FoundMember>> FoundAsync(
        this TenantDb db,
        IQueryable<Member> members,
        int most,
        CancellationToken ct
    ) =>
        await (
            from member in members.Take(most)
            join hub in db.Hubs on member.HubId equals hub.Id
            orderby member.SearchText
            select new FoundMember(
                member.Id,
                member.Number,
                (member.FirstName + " " + member.LastName).Trim(),
                hub.Name,
                member.Status,
                member.Kind
            )
        ).ToListAsync(ct);
}
