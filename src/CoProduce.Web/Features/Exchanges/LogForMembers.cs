using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Drafts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>
/// A coordinator logs an exchange for two members, or for one and the organisation, by phone or from paper; a peer broker for two people of their hubs. The
/// hours move at once and both are told.
/// </summary>
public sealed class LogForMembers(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    ExchangeLetters letters,
    TimeProvider clock
)
{
    public Task<LogOutcome> HandleAsync(LogForMembersForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => WithinAsync(db, form, ct), ct);

    /// <summary>The same inside another use case's unit of work, which is kept when it is logged. The shape of the form must have been looked at.</summary>
    internal async Task<LogOutcome> WithinAsync(TenantDb db, LogForMembersForm form, CancellationToken ct)
    {
        var (rules, now) = (organisation.Profile, clock.GetUtcNow());
        var (day, minutes) = (form.When.ToDate(rules.DateOf(now))!.Value, form.HowLong.ToMinutes()!.Value);
        if (await db.CheckExchangeAsync(rules, day, minutes, form.CategoryId, rules.DateOf(now), ct) is { } fault)
            return fault;
        var giverId = new MemberId(form.Giver!.Value);
        MemberId? receiverId = form.ForTheOrganisation ? null : new MemberId(form.Receiver!.Value);
        if (giverId == receiverId)
            return LogOutcome.SamePerson;
        var wide = me.Holds(Role.Coordinator);
        var people = await db.Members.BrokeredBy(me).Where(m => m.Id == giverId || m.Id == receiverId).ToListAsync(ct);
        if (people.Count != (receiverId is null ? 1 : 2))
            return LogOutcome.UnknownMember;
        if (people.Exists(m => m.Status != MemberStatus.Active))
            return LogOutcome.NotTakingPart;
        var care = await db.CareRulesAsync(form.Meeting(rules.DateOf(now)), ct);
        // A peer broker is told neither what there is to mind nor how somebody's balance stands.
        if (!wide && (care.Forbids || care.Warnings.Count > 0 || form.Paid.Way != WayOut.Receiver || receiverId is null))
            return LogOutcome.NeedsCoordinator;
        if (ExchangeRules.CareFault(care, form.Care) is { } careless)
            return careless;
        var exchange = new Exchange
        {
            Id = new(form.RequestKey),
            Shape = receiverId is null ? ExchangeShape.ForTheOrganisation : ExchangeShape.OneToOne,
            GiverId = giverId,
            ReceiverId = receiverId,
            Minutes = (int)minutes,
            ServiceDate = day,
            Description = form.Description!.Trim(),
            CategoryId = form.CategoryId,
            HubId = people.Single(m => m.Id == giverId).HubId,
            LoggedBy = me.Id,
            Door = form.Door,
            LoggedAt = now,
        };
        db.Exchanges.Add(exchange);
        db.MarkCare(care, form.RequestKey, now, me.Id);
        db.AuditLines.Add(
            me.Line(
                nameof(LogForMembers),
                form.RequestKey,
                now,
                form.Door,
                reason: form.Paid.Why?.Trim() ?? "",
                peerOf: me.AsPeerOf(exchange.HubId)
            )
        );
        await db.DropDraftAsync(form.RequestKey, ct);
        await letters.TellBothAsync(db, exchange, ct);
        var by = wide ? Confirmation.Coordinator : Confirmation.PeerBroker;
        var posting = await db.PostExchangeAsync(exchange, by, me.Acting(form.Door), form.Paid, now, ct);
        if (posting.IsPosted)
            db.Keep();
        var outcome = ExchangeRules.OfPosting(posting, receiverId);
        return !wide && outcome is LogOutcome.BelowFloor or LogOutcome.PotIsShort ? LogOutcome.NeedsCoordinator : outcome;
    }
}
