using CoProduce.Web.Data;
using CoProduce.Web.Features.Activities;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching;

/// <summary>Finds help that happened by fragments: of what it was, and of the names of those who met.</summary>
internal static class DeskHelp
{
    /// <summary>How many exchanges, sessions or visits are shown at most.</summary>
    public const int Most = 6;

    // "an" stands in half of all names and words: it narrows nothing, and people are found by it anyway.
    private const int LongEnough = 3;
    private const int MostPeopleOfAWord = 200;
    private const int MostWordsOfAFragment = 200;

    /// <summary>The newest exchanges in which every fragment stands in what it was or in a name; none when a fragment is too short to tell.</summary>
    public static async Task<IReadOnlyList<ExchangeRow>> ExchangesByWordsAsync(
        this TenantDb db,
        IReadOnlyList<string> fragments,
        CancellationToken ct
    )
    {
        if (fragments.Any(f => f.Length < LongEnough))
            return [];
        var found = db.Exchanges.AsQueryable();
        foreach (var fragment in fragments)
        {
            var words = await db.WordsHoldingAsync(fragment, MostWordsOfAFragment, ct);
            var people = await db.NamedBy(fragment).Distinct().Take(MostPeopleOfAWord + 1).ToListAsync(ct);
            var ids = db.ExchangeWords.Where(w => words.Contains(w.Word)).Select(w => w.ExchangeId);
            // Each part uses its own index; joined by "or" they could use none.
            if (people.Count <= MostPeopleOfAWord)
                ids = ids.Union(db.Exchanges.Where(e => people.Contains(e.GiverId)).Select(e => e.Id))
                    .Union(db.Exchanges.Where(e => e.ReceiverId != null && people.Contains(e.ReceiverId.Value)).Select(e => e.Id));
            found = found.Where(e => ids.Contains(e.Id));
        }
        var newest = await found
            .OrderByDescending(e => e.ServiceDate)
            .ThenByDescending(e => e.Id)
            .Take(Most + 1)
            .Select(e => e.Id)
            .ToListAsync(ct);
        var rows = await db.ExchangeRowsOf(db.Exchanges.Where(e => newest.Contains(e.Id))).ToListAsync(ct);
        return [.. rows.OrderBy(r => newest.IndexOf(r.Id))];
    }

    /// <summary>The newest registers in whose description every fragment stands.</summary>
    public static async Task<IReadOnlyList<DeskSession>> SessionsByWordsAsync(
        this TenantDb db,
        IReadOnlyList<string> fragments,
        CancellationToken ct
    )
    {
        var found = db.Registers.AsQueryable();
        foreach (var pattern in fragments.Select(Folded.Anywhere))
            found = found.Where(r => EF.Functions.ILike(r.Description, pattern, @"\"));
        return await found
            .OrderByDescending(r => r.ServiceDate)
            .ThenByDescending(r => r.Id)
            .Take(Most + 1)
            .Select(r => new DeskSession(r.Id, r.Description, r.ServiceDate, db.RegisterLines.Count(l => l.RegisterId == r.Id)))
            .ToListAsync(ct);
    }

    /// <summary>Arranged visits from that day on, the soonest first, in which every fragment stands in what it is for or in a name.</summary>
    public static async Task<IReadOnlyList<VisitLine>> VisitsByWordsAsync(
        this TenantDb db,
        IReadOnlyList<string> fragments,
        DateOnly from,
        CancellationToken ct
    )
    {
        if (fragments.Any(f => f.Length < LongEnough))
            return [];
        var found = db.Visits.Where(v => v.Day >= from && (v.Status == VisitStatus.Arranged || v.Status == VisitStatus.Moved));
        foreach (var fragment in fragments)
        {
            var (pattern, people) = (Folded.Anywhere(fragment), db.NamedBy(fragment));
            found = found.Where(v =>
                EF.Functions.ILike(v.Description, pattern, @"\")
                || people.Contains(v.GiverId)
                || (v.ReceiverId != null && people.Contains(v.ReceiverId.Value))
            );
        }
        var ids = await found.OrderBy(v => v.StartsAt).ThenBy(v => v.Id).Take(Most).Select(v => v.Id).ToListAsync(ct);
        return await db.VisitLinesAsync(db.Visits.Where(v => ids.Contains(v.Id)), whole: true, ct);
    }

    /// <summary>Planned sessions from that day on, the soonest first, in which every fragment stands in what it is or in the name of who leads it.</summary>
    public static async Task<IReadOnlyList<SessionLine>> PlannedByWordsAsync(
        this TenantDb db,
        IReadOnlyList<string> fragments,
        DateOnly from,
        CancellationToken ct
    )
    {
        if (fragments.Any(f => f.Length < LongEnough))
            return [];
        var found = db.Sessions.Where(s => s.Day >= from && s.CalledOffAt == null && s.RegisterId == null);
        foreach (var fragment in fragments)
        {
            var (pattern, people) = (Folded.Anywhere(fragment), db.NamedBy(fragment));
            found = found.Where(s =>
                EF.Functions.ILike(s.Title, pattern, @"\")
                || (s.LeaderId != null && people.Contains(s.LeaderId.Value))
                || (s.SecondLeaderId != null && people.Contains(s.SecondLeaderId.Value))
            );
        }
        var ids = await found.OrderBy(s => s.StartsAt).ThenBy(s => s.Id).Take(Most).Select(s => s.Id).ToListAsync(ct);
        return await db.SessionLinesAsync(db.Sessions.Where(s => ids.Contains(s.Id)), whole: true, ct);
    }
}
