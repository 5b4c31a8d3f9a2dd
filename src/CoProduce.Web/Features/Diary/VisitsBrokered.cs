using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Diary;

/// <summary>Which visits somebody may see and change who brokers, inside a unit of work.</summary>
internal static class VisitsBrokered
{
    /// <summary>Of these visits all for a coordinator; for a peer broker those where both are people of their hubs; none for anybody else.</summary>
    public static IQueryable<Visit> BrokeredBy(this TenantDb db, IQueryable<Visit> visits, CurrentPerson me)
    {
        if (me.Holds(Role.Coordinator))
            return visits;
        var theirs = db.Members.BrokeredBy(me);
        return visits.Where(v => theirs.Any(m => m.Id == v.GiverId) && theirs.Any(m => m.Id == v.ReceiverId));
    }

    /// <summary>The hub of whoever gives in that visit, for which the person brokers; null when they broker for no such visit.</summary>
    public static Task<HubId?> HubOfBrokeredAsync(this TenantDb db, CurrentPerson me, VisitId id, CancellationToken ct) =>
        db.BrokeredBy(db.Visits.Where(v => v.Id == id), me)
            .Join(db.Members, v => v.GiverId, m => m.Id, (_, m) => (HubId?)m.HubId)
            .SingleOrDefaultAsync(ct);

    /// <summary>
    /// The visits as whoever brokers reads them: with whole names for a coordinator; for a peer broker those of their people, by first names, and where it
    /// is only where they wrote it themself, as it may be an address.
    /// </summary>
    public static async Task<List<VisitLine>> BrokeredLinesAsync(
        this TenantDb db,
        CurrentPerson me,
        IQueryable<Visit> visits,
        CancellationToken ct
    )
    {
        if (me.Holds(Role.Coordinator))
            return await db.VisitLinesAsync(visits, whole: true, ct);
        var lines = await db.VisitLinesAsync(db.BrokeredBy(visits, me), whole: false, ct);
        var names = await db.NamesForAsync(me, lines.SelectMany(l => l.Visit.People), ct);
        var repeats = lines.Select(l => l.Visit.RepeatId).OfType<VisitRepeatId>().Distinct().ToList();
        var own = await db
            .Visits.Where(v => v.ArrangedBy == me.Id && repeats.Contains(v.RepeatId!.Value))
            .Select(v => v.RepeatId)
            .Distinct()
            .ToListAsync(ct);
        foreach (
            var visit in lines.Select(l => l.Visit).Where(v => v.ArrangedBy != me.Id && (v.RepeatId is null || !own.Contains(v.RepeatId)))
        )
            visit.Place = "";
        return lines.ConvertAll(l => l with { Giver = names[l.Visit.GiverId], Receiver = names[l.Visit.ReceiverId!.Value] });
    }
}
