using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>A member logs help that they gave or received; the other side is asked, and hours move when they agree or say nothing.</summary>
public sealed class LogExchange(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    ExchangeLetters letters,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Logged,
        WithYourself,
        UnknownMember,
        NotTakingPart,
        InTheFuture,
        TooLongAgo,
        TooLong,
        NotInSteps,
        UnknownCategory,
    }

    public Task<Outcome> HandleAsync(LogExchangeForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => LogAsync(db, form, ct), ct);

    private async Task<Outcome> LogAsync(TenantDb db, LogExchangeForm form, CancellationToken ct)
    {
        var (rules, now) = (organisation.Profile, clock.GetUtcNow());
        var (day, minutes) = (form.ServiceDate(rules.DateOf(now))!.Value, form.HowLong.ToMinutes()!.Value);
        if (ExchangeRules.Check(rules, day, minutes, rules.DateOf(now)) is { } fault)
            return fault switch
            {
                ExchangeFault.InTheFuture => Outcome.InTheFuture,
                ExchangeFault.TooLongAgo => Outcome.TooLongAgo,
                ExchangeFault.TooLong => Outcome.TooLong,
                ExchangeFault.NotInSteps => Outcome.NotInSteps,
            };
        var other = form.ForTheOrganisation
            ? null
            : await db.Members.SingleOrDefaultAsync(m => m.Id == new MemberId(form.Other!.Value), ct);
        if (!form.ForTheOrganisation && other is null)
            return Outcome.UnknownMember;
        if (other?.Id == me.Member)
            return Outcome.WithYourself;
        if (other is { Status: not MemberStatus.Active })
            return Outcome.NotTakingPart;
        if (form.Category is { } kind && !await db.Categories.AnyAsync(c => c.Id == new CategoryId(kind), ct))
            return Outcome.UnknownCategory;
        var gave = form.ForTheOrganisation || form.IGave;
        var exchange = new Exchange
        {
            Id = new(form.RequestKey),
            Shape = form.ForTheOrganisation ? ExchangeShape.ForTheOrganisation : ExchangeShape.OneToOne,
            GiverId = gave ? me.Member : other!.Id,
            ReceiverId = gave ? other?.Id : me.Member,
            Minutes = (int)minutes,
            ServiceDate = day,
            Description = form.Description!.Trim(),
            CategoryId = form.Category is { } category ? new(category) : null,
            HubId = gave ? me.HubId!.Value : other!.HubId,
            LoggedBy = me.Id,
            LoggedFor = me.Member,
            Door = Door.Screen,
            LoggedAt = now,
            SilenceConfirmsAt = form.ForTheOrganisation ? null : now.AddDays(rules.Settings.ConfirmationDays),
        };
        db.Exchanges.Add(exchange);
        db.AuditLines.Add(me.Line(nameof(LogExchange), form.RequestKey, now));
        if (exchange.SilenceConfirmsAt is { } silence)
            db.Outbox.Add(
                new OutboxItem
                {
                    Kind = OutboxKind.ConfirmBySilence,
                    DueAt = silence,
                    SubjectId = exchange.Id.Value,
                }
            );
        await letters.AskAsync(db, exchange, ct);
        db.Keep();
        return Outcome.Logged;
    }
}
