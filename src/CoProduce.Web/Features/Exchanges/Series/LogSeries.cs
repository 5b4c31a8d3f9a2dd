using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Exchanges.Series;

/// <summary>A member logs the same help on several days in one go. Each day is an exchange of its own; the other side is asked once about all of them.</summary>
public sealed class LogSeries(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    SeriesLetters letters,
    TimeProvider clock
)
{
    /// <summary>What stands against it before anything is logged; null when nothing does.</summary>
    public Task<SeriesAnswer?> ReadAsync(LogSeriesForm form, CancellationToken ct = default) =>
        work.ReadAsync(async db => (await CheckAsync(db, form, ct)).Fault, ct);

    public async Task<SeriesAnswer> HandleAsync(LogSeriesForm form, CancellationToken ct = default)
    {
        var answer = new SeriesAnswer(SeriesOutcome.Logged);
        var outcome = await work.OnceAsync(form.One.RequestKey, form, async db => (answer = await LogAsync(db, form, ct)).Outcome, ct);
        return answer with { Outcome = outcome };
    }

    private async Task<SeriesAnswer> LogAsync(TenantDb db, LogSeriesForm form, CancellationToken ct)
    {
        var (other, fault) = await CheckAsync(db, form, ct);
        if (fault is not null)
            return fault;
        var (one, now) = (form.One, clock.GetUtcNow());
        var gave = one.ForTheOrganisation || one.IGave;
        var series = new SeriesId(one.RequestKey);
        List<Exchange> exchanges =
        [
            .. form.Series.Chosen.Select(day => new Exchange
            {
                Id = new(Guid.CreateVersion7(now)),
                SeriesId = series,
                Shape = other is null ? ExchangeShape.ForTheOrganisation : ExchangeShape.OneToOne,
                GiverId = gave ? me.Member : other!.Id,
                ReceiverId = gave ? other?.Id : me.Member,
                Minutes = (int)one.HowLong.ToMinutes()!.Value,
                ServiceDate = day,
                Description = one.Description!.Trim(),
                CategoryId = one.CategoryId,
                HubId = gave ? me.HubId!.Value : other!.HubId,
                LoggedBy = me.Id,
                LoggedFor = me.Member,
                Door = Door.Screen,
                LoggedAt = now,
            }),
        ];
        db.Exchanges.AddRange(exchanges);
        foreach (var exchange in exchanges.Where(e => e.Asked is not null))
            db.LetSilenceConfirm(exchange, now.AddDays(organisation.Profile.Settings.ConfirmationDays));
        db.AuditLines.Add(me.Line(nameof(LogSeries), series.Value, now));
        await letters.AskAsync(db, exchanges, ct);
        db.Keep();
        return new(SeriesOutcome.Logged);
    }

    private async Task<(Member? Other, SeriesAnswer? Fault)> CheckAsync(TenantDb db, LogSeriesForm form, CancellationToken ct)
    {
        var (one, today) = (form.One, organisation.Profile.DateOf(clock.GetUtcNow()));
        var other = one.ForTheOrganisation
            ? null
            : await db.MembersNamedBy(me).SingleOrDefaultAsync(m => m.Id == new MemberId(one.Other!.Value), ct);
        if (!one.ForTheOrganisation && other is null)
            return (null, new(SeriesOutcome.Refused, LogOutcome.UnknownMember));
        if (other?.Id == me.Member)
            return (null, new(SeriesOutcome.Refused, LogOutcome.SamePerson));
        if (other is { Status: not MemberStatus.Active })
            return (null, new(SeriesOutcome.Refused, LogOutcome.NotTakingPart));
        var gave = one.ForTheOrganisation || one.IGave;
        var (giver, receiver) = (gave ? me.Member : other!.Id, gave ? other?.Id : me.Member);
        var minutes = one.HowLong.ToMinutes()!.Value;
        return (other, await db.CheckSeriesAsync(organisation.Profile, giver, receiver, minutes, one.CategoryId, form.Series, today, ct));
    }
}
