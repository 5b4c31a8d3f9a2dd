using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Reports;

/// <summary>Reads the report of a period from the ledger's postings and the exchanges that they belong to, in one snapshot.</summary>
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
        return new(
            period,
            start,
            end,
            await ActivitiesAsync(db, period, ct),
            await (
                from member in db.Members
                where member.JoinedOn >= period.From && member.JoinedOn <= period.Until
                select new Joining(member.HubId, member.Id)
            ).ToListAsync(ct),
            await (
                from offer in db.Offers
                where offer.Kind == OfferKind.Request && offer.MadeAt < end && (offer.ClosedAt == null || offer.ClosedAt >= start)
                join member in db.Members on offer.MemberId equals member.Id
                select new Asking(member.HubId, member.Id, offer.MadeAt, offer.ClosedAt, offer.Status == OfferStatus.Met)
            ).ToListAsync(ct),
            (await db.Hubs.OrderBy(h => h.Name).ToListAsync(ct)).ConvertAll(h => new Named(h.Id.Value, h.Name)),
            (await db.Categories.OrderBy(c => c.Position).ToListAsync(ct)).ConvertAll(c => new Named(c.Id.Value, c.Name))
        );
    }

    // What was reversed is left out on both sides, as if it had never been said: the entry and the reversal sum to zero.
    private static async Task<List<Activity>> ActivitiesAsync(TenantDb db, ReportPeriod period, CancellationToken ct)
    {
        var earliest = period.From.AddMonths(-MonthsBefore);
        var sums = await (
            from entry in db.Entries
            where entry.Kind == EntryKind.OneToOne || entry.Kind == EntryKind.ForTheOrganisation || entry.Kind == EntryKind.Group
            where entry.ServiceDate >= earliest && entry.ServiceDate <= period.Until
            where !db.Entries.Any(reversal => reversal.Reverses == entry.Id)
            join posting in db.Postings on entry.Id equals posting.EntryId
            join account in db.Accounts on posting.AccountId equals account.Id
            where account.Kind == AccountKind.Member
            join exchange in db.Exchanges on (EntryId?)entry.Id equals exchange.EntryId into exchanges
            from exchange in exchanges.DefaultIfEmpty()
            join register in db.Registers on entry.Id equals register.EntryId into registers
            from register in registers.DefaultIfEmpty()
            group posting.Amount by new
            {
                entry.ServiceDate.Year,
                entry.ServiceDate.Month,
                Hub = (HubId?)exchange.HubId ?? (HubId?)register.HubId,
                CategoryId = exchange.CategoryId ?? register.CategoryId,
                posting.AccountId,
            } into part
            select new
            {
                part.Key,
                Given = part.Sum(amount => amount > 0 ? amount : 0),
                Received = part.Sum(amount => amount < 0 ? -amount : 0),
                TimesGiven = part.Sum(amount => amount > 0 ? 1 : 0),
            }
        ).ToListAsync(ct);
        return sums.ConvertAll(s => new Activity(
            new(s.Key.Year, s.Key.Month, 1),
            s.Key.Hub,
            s.Key.CategoryId,
            s.Key.AccountId,
            s.Given,
            s.Received,
            s.TimesGiven
        ));
    }
}
