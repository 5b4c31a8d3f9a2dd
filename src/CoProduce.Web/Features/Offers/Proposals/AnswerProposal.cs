using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Offers;

/// <summary>Somebody who was asked says yes, no or that they will think: on screen, by the link in a mail, or to a coordinator. A yes becomes an answer on the board.</summary>
public sealed class AnswerProposal(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    OfferLinks links,
    AnswerLetters letters,
    ProposalLetters proposals,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Said,

        /// <summary>Somebody has been found, or it is not wanted any more.</summary>
        NotNeeded,

        /// <summary>There is none of theirs, or what was pressed is no answer.</summary>
        NotFound,

        /// <summary>The yes or no that was written down is taken back.</summary>
        TakenBack,

        /// <summary>Yes or no was said before, or another answer was written down since the page was opened.</summary>
        SaidMeanwhile,
    }

    /// <summary>By the member on screen.</summary>
    public Task<Outcome> HandleAsync(ProposalId id, AnswerProposalForm form, CancellationToken ct = default) =>
        work.WriteAsync(db => SayAsync(db, id, p => p.MemberId == me.Member, form, me.Id, Door.Screen, ct), ct);

    /// <summary>By the link in a mail.</summary>
    public Task<Outcome> ByMailAsync(string secret, AnswerProposalForm form, CancellationToken ct = default) =>
        links.ReadProposal(secret) is var (id, asked)
            ? work.WriteAsync(db => SayAsync(db, id, p => p.MemberId == asked, form, null, Door.Screen, ct), ct)
            : Task.FromResult(Outcome.NotFound);

    /// <summary>By a text of whoever was asked. Nothing of how to reach them is told: that takes more than a word.</summary>
    public Task<Outcome> ByTextAsync(ProposalId id, MemberId asked, AnswerProposalForm form, CancellationToken ct = default) =>
        work.WriteAsync(db => SayAsync(db, id, p => p.MemberId == asked, form, null, Door.Text, ct), ct);

    /// <summary>Written down by whoever asked: a peer broker only what they were told themself as a broker; a coordinator also for a colleague, or for whose it is.</summary>
    public Task<Outcome> ByBrokerAsync(ProposalId id, AnswerProposalForm form, CancellationToken ct = default) =>
        work.WriteAsync(
            async db =>
            {
                var (wide, theirs) = (me.Holds(Role.Coordinator), db.Members.BrokeredBy(me));
                var hub = await db
                    .Proposals.Where(p => p.Id == id && (wide || (p.MadeBy == me.Id && !p.ByOwner)) && theirs.Any(m => m.Id == p.OwnerId))
                    .Join(theirs, p => p.MemberId, m => m.Id, (p, m) => (HubId?)m.HubId)
                    .SingleOrDefaultAsync(ct);
                return hub is not { } of ? Outcome.NotFound
                    : form.Say == AnswerProposalForm.Back ? await TakeBackAsync(db, id, form, me.AsPeerOf(of), ct)
                    : await SayAsync(db, id, p => p.Answer == form.Seen, form, me.Id, Door.Phone, ct, me.AsPeerOf(of));
            },
            ct
        );

    // A yes that was settled has been told to others: it is not taken back here. Nor is an answer of somebody who was asked once more since.
    private async Task<Outcome> TakeBackAsync(TenantDb db, ProposalId id, AnswerProposalForm form, HubId? peerOf, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var of = await db.Proposals.Where(p => p.Id == id).Select(p => p.OfferId).SingleAsync(ct);
        if (await db.LockOfferAsync(of, ct) is not { IsAlive: true })
            return Outcome.NotNeeded;
        var proposal = await db.Proposals.SingleAsync(p => p.Id == id, ct);
        var isAskedAgain = await db.Proposals.AnyAsync(
            p =>
                p.OfferId == of
                && p.MemberId == proposal.MemberId
                && p.Id != id
                && (p.Answer == ProposalAnswer.Waiting || p.Answer == ProposalAnswer.WillThink),
            ct
        );
        if (proposal.Answer != form.Seen || proposal.Answer is not (ProposalAnswer.Yes or ProposalAnswer.No) || isAskedAgain)
            return Outcome.SaidMeanwhile;
        var given = await db.OfferAnswers.SingleOrDefaultAsync(a => a.Id == new OfferAnswerId(id.Value), ct);
        if (proposal.Answer == ProposalAnswer.Yes && given is not { Status: AnswerStatus.Waiting })
            return Outcome.SaidMeanwhile;
        given?.Settle(AnswerStatus.Withdrawn, me.Id, now);
        proposal.TakeBack();
        db.AuditLines.Add(me.Line(nameof(AnswerProposal), id.Value, now, Door.Phone, proposal.MemberId, peerOf: peerOf));
        db.Keep();
        return Outcome.TakenBack;
    }

    private async Task<Outcome> SayAsync(
        TenantDb db,
        ProposalId id,
        Func<Proposal, bool> mayAnswer,
        AnswerProposalForm form,
        RoleHolderId? by,
        Door door,
        CancellationToken ct,
        HubId? peerOf = null
    )
    {
        var now = clock.GetUtcNow();
        var of = await db.Proposals.Where(p => p.Id == id).Select(p => (OfferId?)p.OfferId).SingleOrDefaultAsync(ct);
        if (form.Answer is not { } answer || of is null || await db.LockOfferAsync(of.Value, ct) is not { } offer)
            return Outcome.NotFound;
        var proposal = await db.Proposals.SingleAsync(p => p.Id == id, ct);
        if (!mayAnswer(proposal))
            return door == Door.Phone ? Outcome.SaidMeanwhile : Outcome.NotFound;
        if (!proposal.IsOpen)
            return proposal.Answer == ProposalAnswer.NotNeeded ? Outcome.NotNeeded : Outcome.SaidMeanwhile;
        var isFound = !offer.IsAlive || await db.OfferAnswers.AnyAsync(a => a.OfferId == offer.Id && a.Status == AnswerStatus.Yes, ct);
        proposal.Say(isFound ? ProposalAnswer.NotNeeded : answer, by, now);
        if (form.Note?.Trim() is { Length: > 0 and <= Proposal.WordsLength } note)
            proposal.Remark(note);
        if (answer == ProposalAnswer.Yes && !isFound)
            await AnswerAsync(db, offer, proposal, form.Agreed, by, door, now, ct);
        if (by is not null)
            db.AuditLines.Add(
                me.Line(
                    nameof(AnswerProposal),
                    id.Value,
                    now,
                    door,
                    proposal.MemberId == me.MemberId ? null : proposal.MemberId,
                    peerOf: peerOf
                )
            );
        db.Keep();
        return isFound ? Outcome.NotNeeded : Outcome.Said;
    }

    // What a broker asked goes to the coordinators whatever the organisation chose for its board: they bring the two together. Who asked by themself has said yes
    // by asking; it is settled where answers may go to the people, and a coordinator looks first where they may not.
    private async Task AnswerAsync(
        TenantDb db,
        Offer offer,
        Proposal proposal,
        Sharing shares,
        RoleHolderId? by,
        Door door,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var waits = await db.OfferAnswers.AnyAsync(
            a => a.OfferId == offer.Id && a.MemberId == proposal.MemberId && a.Status == AnswerStatus.Waiting,
            ct
        );
        if (waits)
            return;
        if (await db.OfferAnswers.SingleOrDefaultAsync(a => a.Id == new OfferAnswerId(proposal.Id.Value), ct) is { } before)
        {
            before.GiveAgain();
            return;
        }
        var answer = new OfferAnswer
        {
            Id = new(proposal.Id.Value),
            OfferId = offer.Id,
            OwnerId = offer.MemberId,
            MemberId = proposal.MemberId,
            Shares = shares,
            GoesTo = proposal.ByOwner
                ? await db.GoesToAsync(offer, proposal.MemberId, organisation.Profile.DateOf(now), ct)
                : AnswersGoTo.Broker,
            MadeAt = now,
            MadeBy = by,
            Door = door,
        };
        answer.OwnerAgrees(proposal.OwnerShares);
        db.OfferAnswers.Add(answer);
        if (answer.GoesTo != AnswersGoTo.People)
            return;
        answer.Settle(AnswerStatus.Yes, proposal.MadeBy, now);
        offer.Arrange(null, now);
        await proposals.TellFoundAsync(db, offer, proposal.MemberId, ct);
        if (answer.Agreed == Sharing.Nothing)
        {
            await letters.TellAskerAsync(db, offer, answer, ct);
            await letters.TellAnswererAsync(db, offer, answer, ct);
        }
        else if (await letters.IntroduceAsync(db, offer, answer, ct))
            answer.Introduce(now);
    }
}
