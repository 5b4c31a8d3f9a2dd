using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Exchanges.Disputes;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>How a correction ended.</summary>
/// <param name="Fault">What stands against it as it should be; null unless that was refused.</param>
public sealed record CorrectionAnswer(CorrectExchange.Outcome Outcome, LogOutcome? Fault);

/// <summary>
/// A coordinator puts an exchange right in one step: the old one is undone, another one stands in its place, each names the other, and everybody who was
/// in either is told. When the new one is refused nothing has changed at all.
/// </summary>
public sealed class CorrectExchange(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    ExchangeLetters letters,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Corrected,
        NotFound,

        /// <summary>Somebody undid or corrected it in the meantime.</summary>
        NoLongerOpen,

        /// <summary>It says what it said before.</summary>
        NothingChanged,

        /// <summary>The old one cannot be undone, because one of its two has left.</summary>
        AccountClosed,

        /// <summary>The new one is against a rule or the ledger: <see cref="CorrectionAnswer.Fault"/>.</summary>
        Refused,
    }

    public async Task<CorrectionAnswer> HandleAsync(CorrectExchangeForm form, CancellationToken ct = default)
    {
        LogOutcome? fault = null;
        var outcome = await work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                (var answer, fault) = await CorrectAsync(db, form, ct);
                return answer;
            },
            ct
        );
        return new(outcome, fault);
    }

    private async Task<(Outcome, LogOutcome?)> CorrectAsync(TenantDb db, CorrectExchangeForm form, CancellationToken ct)
    {
        if (await db.LockExchangeAsync(new(form.Exchange), ct) is not { } old)
            return (Outcome.NotFound, null);
        if (old.Status is ExchangeStatus.Withdrawn or ExchangeStatus.Reversed)
            return (Outcome.NoLongerOpen, null);
        var (now, reason) = (clock.GetUtcNow(), form.Reason!.Trim());
        var today = organisation.Profile.DateOf(now);
        if (await FaultAsync(db, form, old, today, ct) is { } fault)
            return (Outcome.Refused, fault);
        var next = await NextAsync(db, form, old, now, ct);
        if (IsTheSame(old, next))
            return (Outcome.NothingChanged, null);
        await LockAsync(db, old, next, ct);
        db.Exchanges.Add(next);
        var meeting = Meeting.Of(next.GiverId, next.ReceiverId, next.CategoryId, next.ServiceDate);
        db.MarkCare(await db.CareRulesAsync(meeting, ct), next.Id.Value, now); // help that was given is put right first, and looked at afterwards
        db.AuditLines.Add(me.Line(nameof(CorrectExchange), form.Exchange, now, form.Door, reason: reason));
        await db.DecideDisputeAsync(old.Id, DisputeDecision.Corrected, me.Id, now, ct);
        await letters.TellOfCorrectionAsync(db, old, next, reason, ct);
        if (old.EntryId is null)
            old.Withdraw(me.Id, reason, now);
        else if (!(await db.ReverseExchangeAsync(old, me.Id, reason, me.Acting(form.Door), today, now, ct)).IsPosted)
            return (Outcome.AccountClosed, null);
        old.GiveWayTo(next.Id);
        var posting = await db.PostExchangeAsync(next, Confirmation.Coordinator, me.Acting(form.Door), form.Paid, now, ct);
        if (!posting.IsPosted)
            return (Outcome.Refused, ExchangeRules.OfPosting(posting, next.ReceiverId));
        db.Keep();
        return (Outcome.Corrected, null);
    }

    // All accounts that either entry may touch, in one order: also a pot that paid or is to pay.
    private static async Task LockAsync(TenantDb db, Exchange old, Exchange next, CancellationToken ct)
    {
        var members = old.People.Concat(next.People).Select(p => p.Account);
        var touched = await db.Postings.Where(p => p.EntryId == old.EntryId).Select(p => p.AccountId).ToListAsync(ct);
        await db.LockAccountsAsync(members.Concat(touched).Append(await db.AccountOfAsync(AccountKind.Pot, ct)).Distinct(), ct);
    }

    // What has not changed is not judged again: the step or the limits may have been others when it was logged.
    private async Task<LogOutcome?> FaultAsync(TenantDb db, CorrectExchangeForm form, Exchange old, DateOnly today, CancellationToken ct)
    {
        var (day, minutes) = (form.Day.ToDate()!.Value, form.HowLong.ToMinutes()!.Value);
        var (giver, receiver) = People(form);
        if (giver == receiver)
            return LogOutcome.SamePerson;
        var people = await db.Members.Where(m => m.Id == giver || m.Id == receiver).ToListAsync(ct);
        if (people.Count != (receiver is null ? 1 : 2))
            return LogOutcome.UnknownMember;
        if (people.Exists(m => m.Status != MemberStatus.Active && !old.Concerns(m.Id)))
            return LogOutcome.NotTakingPart;
        return (day == old.ServiceDate ? null : ExchangeRules.DayFault(day, today))
            ?? (minutes == old.Minutes ? null : ExchangeRules.LengthFault(organisation.Profile, minutes))
            ?? await db.KindOrPeriodFaultAsync(day, form.CategoryId, ct);
    }

    private async Task<Exchange> NextAsync(TenantDb db, CorrectExchangeForm form, Exchange old, DateTimeOffset now, CancellationToken ct)
    {
        var (giver, receiver) = People(form);
        return new()
        {
            Id = new(form.RequestKey),
            Shape = receiver is null ? ExchangeShape.ForTheOrganisation : ExchangeShape.OneToOne,
            GiverId = giver,
            ReceiverId = receiver,
            Minutes = (int)form.HowLong.ToMinutes()!.Value,
            ServiceDate = form.Day.ToDate()!.Value,
            Description = form.Description!.Trim(),
            CategoryId = form.CategoryId,
            HubId = giver == old.GiverId ? old.HubId : await db.Members.Where(m => m.Id == giver).Select(m => m.HubId).SingleAsync(ct),
            SeriesId = old.SeriesId,
            CorrectsId = old.Id,
            LoggedBy = me.Id,
            Door = form.Door,
            LoggedAt = now,
        };
    }

    private static (MemberId Giver, MemberId? Receiver) People(CorrectExchangeForm form) =>
        (new(form.Giver!.Value), form.ForTheOrganisation ? null : new MemberId(form.Receiver!.Value));

    private static bool IsTheSame(Exchange one, Exchange other) =>
        (one.GiverId, one.ReceiverId, one.Minutes, one.ServiceDate, one.Description, one.CategoryId)
        == (other.GiverId, other.ReceiverId, other.Minutes, other.ServiceDate, other.Description, other.CategoryId);
}
