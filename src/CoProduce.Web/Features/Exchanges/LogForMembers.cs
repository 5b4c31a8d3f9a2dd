using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>A coordinator logs an exchange for two members, or for one and the organisation, by phone or from paper. The hours move at once and both are told.</summary>
public sealed class LogForMembers(
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
        SamePerson,
        UnknownMember,
        NotTakingPart,
        InTheFuture,
        TooLongAgo,
        TooLong,
        NotInSteps,
        BelowFloor,
    }

    public Task<Outcome> HandleAsync(LogForMembersForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => LogAsync(db, form, ct), ct);

    private async Task<Outcome> LogAsync(TenantDb db, LogForMembersForm form, CancellationToken ct)
    {
        var (rules, now) = (organisation.Profile, clock.GetUtcNow());
        var (day, minutes) = (form.When.ToDate(rules.DateOf(now))!.Value, form.HowLong.ToMinutes()!.Value);
        if (ExchangeRules.Check(rules, day, minutes, rules.DateOf(now)) is { } fault)
            return fault switch
            {
                ExchangeFault.InTheFuture => Outcome.InTheFuture,
                ExchangeFault.TooLongAgo => Outcome.TooLongAgo,
                ExchangeFault.TooLong => Outcome.TooLong,
                ExchangeFault.NotInSteps => Outcome.NotInSteps,
            };
        var giverId = new MemberId(form.Giver!.Value);
        MemberId? receiverId = form.ForTheOrganisation ? null : new MemberId(form.Receiver!.Value);
        if (giverId == receiverId)
            return Outcome.SamePerson;
        var people = await db.Members.Where(m => m.Id == giverId || m.Id == receiverId).ToListAsync(ct);
        if (people.Count != (receiverId is null ? 1 : 2))
            return Outcome.UnknownMember;
        if (people.Exists(m => m.Status != MemberStatus.Active))
            return Outcome.NotTakingPart;
        var exchange = new Exchange
        {
            Id = new(form.RequestKey),
            Shape = receiverId is null ? ExchangeShape.ForTheOrganisation : ExchangeShape.OneToOne,
            GiverId = giverId,
            ReceiverId = receiverId,
            Minutes = (int)minutes,
            ServiceDate = day,
            Description = form.Description!.Trim(),
            CategoryId = form.Category is { } category ? new(category) : null,
            HubId = people.Single(m => m.Id == giverId).HubId,
            LoggedBy = me.Id,
            Door = form.Door,
            LoggedAt = now,
        };
        db.Exchanges.Add(exchange);
        db.AuditLines.Add(me.Line(nameof(LogForMembers), form.RequestKey, now, form.Door));
        await letters.TellBothAsync(db, exchange, ct);
        var posting = await db.PostExchangeAsync(exchange, Confirmation.Coordinator, me.Acting(form.Door), now, ct);
        if (posting.IsPosted)
            db.Keep();
        return posting.Outcome switch
        {
            PostingOutcome.Posted or PostingOutcome.DoneAlready => Outcome.Logged,
            PostingOutcome.BelowFloor => Outcome.BelowFloor,
            PostingOutcome.ClosedAccount => Outcome.NotTakingPart,
            _ => throw new InvalidOperationException($"The ledger answered {posting.Outcome}."),
        };
    }
}
