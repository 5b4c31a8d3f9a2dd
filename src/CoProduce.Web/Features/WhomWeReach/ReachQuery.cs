using CoProduce.Web.Data;
using CoProduce.Web.Features.Doubles;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Features.Reports;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.WhomWeReach;

/// <summary>Reads who took part in a period, in one snapshot, and hands out nothing but what the hiding left.</summary>
public sealed class ReachQuery(UnitOfWork work, CurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>The report with the names of its hubs.</summary>
    public async Task<(IReadOnlyList<string> Hubs, ReachReport Report)> ReadAsync(ReachPeriod period, CancellationToken ct = default)
    {
        var facts = await work.ReadAsync(db => FactsAsync(db, period, ct), ct);
        return (facts.Hubs, ReachMaking.Make(facts));
    }

    private async Task<ReachFacts> FactsAsync(TenantDb db, ReachPeriod period, CancellationToken ct)
    {
        var (profile, now) = (organisation.Profile, clock.GetUtcNow());
        var cells = await db.ReportCellsNow().Where(c => c.Month >= period.From && c.Month <= period.Until).ToListAsync(ct);
        var active = People.Union(cells.SelectMany(c => new[] { People.From(c.Givers), People.From(c.Receivers) }));
        var members = await (
            from m in db.Members
            from c in db.MemberContacts.Where(c => c.MemberId == m.Id).DefaultIfEmpty()
            select new
            {
                m.Id,
                m.Number,
                m.HubId,
                BornOn = c == null ? null : c.BornOn,
            }
        ).ToListAsync(ct);
        var hubs = await db.Hubs.OrderBy(h => h.Name).Select(h => new { h.Id, h.Name }).ToListAsync(ct);
        var answers = await AnswersAsync(db, members.Where(m => active.Has(m.Number)).Select(m => m.Id), profile, now, ct);
        var people =
            from m in members
            where active.Has(m.Number)
            select new ReachPerson(
                m.Number,
                hubs.FindIndex(h => h.Id == m.HubId),
                m.BornOn is { } born ? AgeBands.Of(born, period.Until) : null,
                answers.GetValueOrDefault(m.Id) ?? []
            );
        return new(hubs.ConvertAll(h => h.Name), await db.ReachAskedAsync(ct), [.. people]);
    }

    // Only what was said before this month: else somebody who looks before and after a call knows what was said in it. What was said on the other record of
    // the same person counts for the one that is kept.
    private static async Task<Dictionary<MemberId, Dictionary<ReachQuestion, int>>> AnswersAsync(
        TenantDb db,
        IEnumerable<MemberId> people,
        OrganisationProfile profile,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var today = profile.DateOf(now);
        var before = profile.StartOf(new(today.Year, today.Month, 1));
        var agreed = db.WhoAgreed(ConsentPurpose.Reach);
        var records = await db.RecordsOfAsync(people, ct);
        var said = await db.ReachAnswers.Where(a => a.At < before && agreed.Contains(a.MemberId)).ToListAsync(ct);
        return said.Where(a => records.ContainsKey(a.MemberId))
            .GroupBy(a => records[a.MemberId])
            .ToDictionary(
                g => g.Key,
                g => g.GroupBy(a => a.Question).ToDictionary(q => q.Key, q => q.OrderByDescending(a => a.MemberId == g.Key).First().Choice)
            );
    }
}
