using CoProduce.Web.Data;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Moving;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Reports;

/// <summary>Reads the report of a period from what is counted of the ledger's postings, in one snapshot.</summary>
public sealed class ReportQuery(UnitOfWork work, CurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>How many months before the period are looked at for a small one that the period's beginning would leave alone.</summary>
    public const int MonthsBefore = 12;

    /// <summary>The report of the whole organisation, or of one of its hubs.</summary>
    public async Task<Report> ReadAsync(ReportPeriod period, HubId? hub, CancellationToken ct = default) =>
        ReportMaking.Make(await work.ReadAsync(db => FactsAsync(db, period, ct), ct), hub);

    /// <summary>The hubs to choose from, in order of their names.</summary>
    public Task<List<Hub>> HubsAsync(CancellationToken ct = default) =>
        work.ReadAsync(db => db.Hubs.OrderBy(h => h.Name).ToListAsync(ct), ct);

    private async Task<ReportFacts> FactsAsync(TenantDb db, ReportPeriod period, CancellationToken ct)
    {
        var (profile, now) = (organisation.Profile, clock.GetUtcNow());
        var (start, end) = (profile.StartOf(period.From), profile.StartOf(period.Until.AddDays(1)));
        end = end < now ? end : now;
        var then = await db.HubsThenAsync(ct); // who moved since stays counted where they were
        var joined = await db
            .Members.Where(m => m.JoinedOn >= period.From && m.JoinedOn <= period.Until)
            .Select(m => new
            {
                m.Id,
                m.HubId,
                m.Number,
                m.JoinedOn,
            })
            .ToListAsync(ct);
        var asked = await (
            from offer in db.Offers
            where offer.Kind == OfferKind.Request && offer.MadeAt < end && (offer.ClosedAt == null || offer.ClosedAt >= start)
            join member in db.Members on offer.MemberId equals member.Id
            select new
            {
                Offer = offer,
                member.HubId,
                member.Number,
            }
        ).ToListAsync(ct);
        var visits = await (
            from visit in db.Visits
            where visit.Status == VisitStatus.Happened && visit.Day >= period.From && visit.Day <= period.Until
            join giver in db.Members on visit.GiverId equals giver.Id
            join receiver in db.Members on visit.ReceiverId equals receiver.Id into receivers
            from receiver in receivers.DefaultIfEmpty()
            select new
            {
                visit.HubId,
                Giver = giver.Number,
                Receiver = (int?)receiver.Number,
                IsCovered = visit.CoveredAt != null,
            }
        ).ToListAsync(ct);
        return new(
            period,
            start,
            end,
            await ActivitiesAsync(db, period, ct),
            joined.ConvertAll(m => new Joining(then.Of(m.Id, m.HubId, profile.StartOf(m.JoinedOn)), m.Number)),
            asked.ConvertAll(a => new Asking(
                then.Of(a.Offer.MemberId, a.HubId, a.Offer.MadeAt),
                a.Number,
                a.Offer.MadeAt,
                a.Offer.ClosedAt,
                a.Offer.Status == OfferStatus.Met
            )),
            visits.ConvertAll(v => new Meeting(v.HubId, v.Receiver is { } receiver ? [v.Giver, receiver] : [v.Giver], v.IsCovered)),
            (await db.Hubs.OrderBy(h => h.Name).ToListAsync(ct)).ConvertAll(h => new Named(h.Id.Value, h.Name)),
            (await db.Categories.OrderBy(c => c.Position).ToListAsync(ct)).ConvertAll(c => new Named(c.Id.Value, c.Name))
        );
    }

    private static async Task<List<Activity>> ActivitiesAsync(TenantDb db, ReportPeriod period, CancellationToken ct)
    {
        var earliest = period.From.AddMonths(-MonthsBefore);
        var cells = await db.ReportCellsNow().Where(c => c.Month >= earliest && c.Month <= period.Until).ToListAsync(ct);
        return
        [
            .. cells
                .Where(c => c.Givers.Length > 0 || c.Receivers.Length > 0) // else all of it was reversed
                .Select(c => new Activity(
                    c.Month,
                    c.HubId == default ? null : c.HubId,
                    c.CategoryId == default ? null : c.CategoryId,
                    c.Minutes,
                    c.Times,
                    People.From(c.Givers),
                    People.From(c.Receivers)
                )),
        ];
    }
}
