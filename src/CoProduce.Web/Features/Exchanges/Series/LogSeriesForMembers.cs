using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Exchanges.Series;

/// <summary>
/// A coordinator logs the same help on several days in one go, by phone or from paper. The hours of all days move at once, or none do; both people are
/// told once.
/// </summary>
public sealed class LogSeriesForMembers(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    SeriesLetters letters,
    TimeProvider clock
)
{
    /// <summary>What stands against it before anything is logged; null when nothing does.</summary>
    public Task<SeriesAnswer?> ReadAsync(LogSeriesForMembersForm form, CancellationToken ct = default) =>
        work.ReadAsync(async db => (await CheckAsync(db, form, ct)).Fault, ct);

    public async Task<SeriesAnswer> HandleAsync(LogSeriesForMembersForm form, CancellationToken ct = default)
    {
        var answer = new SeriesAnswer(SeriesOutcome.Logged);
        var outcome = await work.OnceAsync(form.One.RequestKey, form, async db => (answer = await LogAsync(db, form, ct)).Outcome, ct);
        return answer with { Outcome = outcome };
    }

    private async Task<SeriesAnswer> LogAsync(TenantDb db, LogSeriesForMembersForm form, CancellationToken ct)
    {
        var (hub, fault) = await CheckAsync(db, form, ct);
        if (fault is not null)
            return fault;
        var (one, now) = (form.One, clock.GetUtcNow());
        var care = await db.CareRulesAsync(form.Meeting(), ct);
        var series = new SeriesId(one.RequestKey);
        List<Exchange> exchanges =
        [
            .. form.Series.Chosen.Select(day => new Exchange
            {
                Id = new(Guid.CreateVersion7(now)),
                SeriesId = series,
                Shape = form.Receiver is null ? ExchangeShape.ForTheOrganisation : ExchangeShape.OneToOne,
                GiverId = form.Giver,
                ReceiverId = form.Receiver,
                Minutes = (int)one.HowLong.ToMinutes()!.Value,
                ServiceDate = day,
                Description = one.Description!.Trim(),
                CategoryId = one.CategoryId,
                HubId = hub,
                LoggedBy = me.Id,
                Door = one.Door,
                LoggedAt = now,
            }),
        ];
        db.Exchanges.AddRange(exchanges);
        db.MarkCare(care, exchanges[^1].Id.Value, now, me.Id);
        db.AuditLines.Add(me.Line(nameof(LogSeriesForMembers), series.Value, now, one.Door));
        await letters.TellAsync(db, exchanges, ct);
        var posting = await db.PostExchangesAsync(exchanges, Confirmation.Coordinator, me.Acting(one.Door), now, ct);
        if (posting.Outcome != PostingOutcome.Posted)
            return new(SeriesOutcome.Refused, ExchangeRules.OfPosting(posting.Outcome), Fit: posting.Refused ?? 0);
        db.Keep();
        return new(SeriesOutcome.Logged);
    }

    private async Task<(HubId Hub, SeriesAnswer? Fault)> CheckAsync(TenantDb db, LogSeriesForMembersForm form, CancellationToken ct)
    {
        var (giver, receiver) = (form.Giver, form.Receiver);
        if (giver == receiver)
            return (default, new(SeriesOutcome.Refused, LogOutcome.SamePerson));
        var people = await db.Members.Where(m => m.Id == giver || m.Id == receiver).ToListAsync(ct);
        if (people.Count != (receiver is null ? 1 : 2))
            return (default, new(SeriesOutcome.Refused, LogOutcome.UnknownMember));
        if (people.Exists(m => m.Status != MemberStatus.Active))
            return (default, new(SeriesOutcome.Refused, LogOutcome.NotTakingPart));
        var today = organisation.Profile.DateOf(clock.GetUtcNow());
        var minutes = form.One.HowLong.ToMinutes()!.Value;
        var fault = await db.CheckSeriesAsync(organisation.Profile, giver, receiver, minutes, form.One.CategoryId, form.Series, today, ct);
        if (fault is null && ExchangeRules.CareFault(await db.CareRulesAsync(form.Meeting(), ct), form.One.Care) is { } careless)
            fault = new(SeriesOutcome.Refused, careless);
        return (people.Single(m => m.Id == giver).HubId, fault);
    }
}
