using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Talk;

/// <summary>What members reported, for a coordinator's eyes; reading the words writes who looked.</summary>
public sealed class TalkReportsQuery(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    /// <summary>How many that are closed are listed.</summary>
    public const int MostClosed = 50;

    /// <summary>How many are open.</summary>
    /// <param name="hubs">The time banks of which one of the two is; null for all.</param>
    public Task<int> OpenAsync(IReadOnlyList<HubId>? hubs = null, CancellationToken ct = default)
    {
        var (isAll, shown) = (hubs is null, hubs ?? []);
        return work.ReadAsync(
            db =>
                db.TalkReportsFor(me)
                    .Where(r => isAll || db.Members.Any(m => (m.Id == r.ById || m.Id == r.OtherId) && shown.Contains(m.HubId)))
                    .CountAsync(r => r.ClosedAt == null, ct),
            ct
        );
    }

    /// <summary>Open ones, the oldest first, and then those that were closed last.</summary>
    public Task<IReadOnlyList<TalkReportLine>> AllAsync(CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<TalkReportLine>>(
            async db =>
            {
                var all = db.TalkReportsFor(me).AsNoTracking();
                var closed = all.Where(r => r.ClosedAt != null).OrderByDescending(r => r.ClosedAt).Take(MostClosed);
                return
                [
                    .. (await Lines(db, all.Where(r => r.ClosedAt == null)).ToListAsync(ct)).OrderBy(l => l.Report.MadeAt),
                    .. (await Lines(db, closed).ToListAsync(ct)).OrderByDescending(l => l.Report.ClosedAt),
                ];
            },
            ct
        );

    /// <summary>One of them with what was reported; null when there is none for these eyes. The look is on the record of both.</summary>
    public Task<TalkReportShown?> ReadAsync(TalkReportId id, CancellationToken ct = default) =>
        work.WriteAsync<TalkReportShown?>(
            async db =>
            {
                if (await Lines(db, db.TalkReportsFor(me).AsNoTracking().Where(r => r.Id == id)).SingleOrDefaultAsync(ct) is not { } line)
                    return null;
                var (by, other) = (line.Report.ById, line.Report.OtherId);
                await db.WriteLooksAsync([by, other], RecordPart.Messages, me, clock.GetUtcNow(), ct);
                var messages = await db.TalkBetween(by, other).Where(m => m.IsReported).NewestLastAsync(OpenTalk.Most, ct);
                var closer = await db.RoleHolders.Where(h => h.Id == line.Report.ClosedBy).Select(h => h.Name).SingleOrDefaultAsync(ct);
                db.Keep();
                return new(line, messages, closer);
            },
            ct
        );

    private static IQueryable<TalkReportLine> Lines(TenantDb db, IQueryable<TalkReport> reports) =>
        from r in reports
        join one in db.Members on r.ById equals one.Id
        join other in db.Members on r.OtherId equals other.Id
        select new TalkReportLine(r, (one.FirstName + " " + one.LastName).Trim(), (other.FirstName + " " + other.LastName).Trim());
}

/// <summary>Who may see which report.</summary>
internal static class TalkReportSight
{
    /// <summary>All, but never one that the reader is in.</summary>
    public static IQueryable<TalkReport> TalkReportsFor(this TenantDb db, CurrentPerson me)
    {
        var member = me.MemberId;
        return db.TalkReports.Where(r => member == null || (r.ById != member && r.OtherId != member));
    }
}

/// <summary>A report with the names of the two.</summary>
public sealed record TalkReportLine(TalkReport Report, string By, string Other);

/// <summary>A report with what the two had written by then.</summary>
/// <param name="Closer">Who closed it; null while it is open, and for somebody erased.</param>
public sealed record TalkReportShown(TalkReportLine Line, IReadOnlyList<TalkMessage> Messages, string? Closer);
