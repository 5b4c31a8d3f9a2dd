using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>A member logs help that they gave or received; the other side is asked, and hours move when they agree or say nothing.</summary>
public sealed class LogExchange(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, LogHelp help, TimeProvider clock)
{
    public Task<LogOutcome> HandleAsync(LogExchangeForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => LogAsync(db, form, ct), ct);

    private async Task<LogOutcome> LogAsync(TenantDb db, LogExchangeForm form, CancellationToken ct)
    {
        var (rules, now) = (organisation.Profile, clock.GetUtcNow());
        var (day, minutes) = (form.ServiceDate(rules.DateOf(now))!.Value, form.HowLong.ToMinutes()!.Value);
        if (await db.CheckExchangeAsync(rules, day, minutes, form.CategoryId, rules.DateOf(now), ct) is { } fault)
            return fault;
        var other = form.ForTheOrganisation
            ? null
            : await db.MembersNamedBy(me).SingleOrDefaultAsync(m => m.Id == new MemberId(form.Other!.Value), ct);
        if (!form.ForTheOrganisation && other is null)
            return LogOutcome.UnknownMember;
        if (other?.Id == me.Member)
            return LogOutcome.SamePerson;
        if (other is { Status: not MemberStatus.Active })
            return LogOutcome.NotTakingPart;
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
            CategoryId = form.CategoryId,
            HubId = gave ? me.HubId!.Value : other!.HubId,
            LoggedBy = me.Id,
            LoggedFor = me.Member,
            Door = Door.Screen,
            LoggedAt = now,
        };
        db.AuditLines.Add(me.Line(nameof(LogExchange), form.RequestKey, now));
        await help.AskAsync(db, exchange, ct);
        db.Keep();
        return LogOutcome.Logged;
    }
}
