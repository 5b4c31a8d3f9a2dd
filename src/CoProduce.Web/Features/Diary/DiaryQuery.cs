using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Diary;

/// <summary>A visit with names: whole ones for coordinators, first names for members.</summary>
/// <param name="Receiver">Null when it is for the organisation.</param>
public sealed record VisitLine(Visit Visit, string Giver, string? Receiver, string Hub)
{
    public int GiverNumber { get; init; }
}

/// <summary>A visit as a coordinator sees it.</summary>
/// <param name="CoveredBy">Who approved it; null while nobody did.</param>
public sealed record VisitShown(
    VisitLine Line,
    IReadOnlyList<(VisitAnswer Answer, string Name)> Answers,
    IReadOnlyList<(VisitCall Call, string Name)> Calls,
    string? ArrangedBy,
    string? CoveredBy
);

/// <summary>A visit as one of the two sees it.</summary>
/// <param name="Mine">What this person said after it; null while they have not.</param>
public sealed record VisitOfMine(VisitLine Line, MemberId Viewer, VisitAnswer? Mine);

/// <summary>Reads the diary: of everybody for coordinators, of the people of their hubs for peer brokers, their own for members.</summary>
public sealed class DiaryQuery(UnitOfWork work, CurrentPerson me)
{
    /// <summary>The visits of those days in their order, of one hub or one member where one is named.</summary>
    public Task<IReadOnlyList<VisitLine>> ReadAsync(
        DateOnly from,
        DateOnly to,
        HubId? hub = null,
        MemberId? member = null,
        CancellationToken ct = default
    ) =>
        work.ReadAsync<IReadOnlyList<VisitLine>>(
            async db =>
                await db.BrokeredLinesAsync(
                    me,
                    db.Visits.Where(v =>
                        v.Day >= from
                        && v.Day <= to
                        && (hub == null || v.HubId == hub)
                        && (member == null || v.GiverId == member || v.ReceiverId == member)
                    ),
                    ct
                ),
            ct
        );

    /// <summary>One member's own of those days, as they see them.</summary>
    public Task<IReadOnlyList<VisitLine>> OfMemberAsync(MemberId member, DateOnly from, DateOnly to, CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<VisitLine>>(
            async db =>
                await db.VisitLinesAsync(
                    db.Visits.Where(v => v.Day >= from && v.Day <= to && (v.GiverId == member || v.ReceiverId == member)),
                    whole: false,
                    ct
                ),
            ct
        );

    /// <summary>A member's own that are over and of which they have not said how they went, the oldest first.</summary>
    public Task<IReadOnlyList<VisitLine>> ToAnswerAsync(MemberId member, DateTimeOffset now, CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<VisitLine>>(
            async db =>
                await db.VisitLinesAsync(
                    db.Visits.Where(v =>
                        v.EndsAt <= now
                        && (v.GiverId == member || v.ReceiverId == member)
                        && (v.Status == VisitStatus.Arranged || v.Status == VisitStatus.Moved)
                        && !db.VisitAnswers.Any(a => a.VisitId == v.Id && a.MemberId == member)
                    ),
                    whole: false,
                    ct
                ),
            ct
        );

    /// <summary>One for whoever brokers for both; null when there is none.</summary>
    public Task<VisitShown?> FindAsync(VisitId id, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                if (await db.BrokeredLinesAsync(me, db.Visits.Where(v => v.Id == id), ct) is not [var line])
                    return null;
                var answers = await (
                    from a in db.VisitAnswers
                    where a.VisitId == id
                    join m in db.Members on a.MemberId equals m.Id
                    orderby a.At
                    select new { Answer = a, m.FirstName }
                ).ToListAsync(ct);
                var calls = await (
                    from c in db.VisitCalls
                    where c.VisitId == id
                    join m in db.Members on c.MemberId equals m.Id
                    orderby c.MadeAt, m.Number
                    select new { Call = c, m.FirstName }
                ).ToListAsync(ct);
                var (arranged, covered) = (line.Visit.ArrangedBy, line.Visit.CoveredBy);
                var names = await db
                    .RoleHolders.Where(h => h.Id == arranged || h.Id == covered)
                    .ToDictionaryAsync(h => h.Id, h => h.Name, ct);
                return new VisitShown(
                    line,
                    answers.ConvertAll(a => (a.Answer, a.FirstName)),
                    calls.ConvertAll(c => (c.Call, c.FirstName)),
                    arranged is { } by ? names.GetValueOrDefault(by) : null,
                    covered is { } approver ? names.GetValueOrDefault(approver) : null
                );
            },
            ct
        );

    /// <summary>One as that member sees it; null when it does not concern them.</summary>
    public Task<VisitOfMine?> FindAsync(VisitId id, MemberId member, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var mine = db.Visits.Where(v => v.Id == id && (v.GiverId == member || v.ReceiverId == member));
                return await db.VisitLinesAsync(mine, whole: false, ct) is [var line]
                    ? new VisitOfMine(
                        line,
                        member,
                        await db.VisitAnswers.SingleOrDefaultAsync(a => a.VisitId == id && a.MemberId == member, ct)
                    )
                    : null;
            },
            ct
        );
}

/// <summary>Reads visits with their names, inside a unit of work.</summary>
internal static class VisitLines
{
    public static async Task<List<VisitLine>> VisitLinesAsync(this TenantDb db, IQueryable<Visit> visits, bool whole, CancellationToken ct)
    {
        var rows = await (
            from v in visits
            join g in db.Members on v.GiverId equals g.Id
            join h in db.Hubs on v.HubId equals h.Id
            join r in db.Members on v.ReceiverId equals r.Id into receivers
            from receiver in receivers.DefaultIfEmpty()
            orderby v.StartsAt, v.Id
            select new
            {
                Visit = v,
                Giver = g,
                Receiver = receiver,
                Hub = h.Name,
            }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        return rows.ConvertAll(r => new VisitLine(
            r.Visit,
            whole ? r.Giver.Name : r.Giver.FirstName,
            r.Receiver is null ? null
                : whole ? r.Receiver.Name
                : r.Receiver.FirstName,
            r.Hub
        )
        {
            GiverNumber = r.Giver.Number,
        });
    }
}
