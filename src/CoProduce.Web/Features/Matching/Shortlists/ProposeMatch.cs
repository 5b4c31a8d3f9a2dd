using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching;

/// <summary>A broker asks one member or several whether an offer or request is for them: all of them, or nobody when one cannot be asked so.</summary>
public sealed class ProposeMatch(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    ProposalLetters letters,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Asked,

        /// <summary>Nobody was chosen.</summary>
        Nobody,

        /// <summary>It is not open any more.</summary>
        NotOpen,

        /// <summary>One of them does not take part now, or it is their own, or not for where they are.</summary>
        NotForThem,

        /// <summary>One of them was asked already and has not said no.</summary>
        AskedAlready,

        /// <summary>A check or a guardian's yes is missing.</summary>
        Forbidden,

        /// <summary>There is something to keep to that the coordinator has not read yet; a peer broker leaves it to one.</summary>
        CareUnread,

        /// <summary>Somebody who is not on the shortlist needs a why.</summary>
        WhyIsMissing,

        /// <summary>One of them gets neither mail nor texts, so that no link reaches them.</summary>
        NoAddress,

        /// <summary>One of them does not sign in.</summary>
        NoSignIn,
    }

    /// <summary>Who would meet if that member were asked, for the rules of care; null when there is no such offer or request.</summary>
    public Task<Meeting?> MeetingAsync(OfferId id, MemberId member, CancellationToken ct = default) =>
        work.ReadAsync<Meeting?>(
            async db =>
                await db.Offers.SingleOrDefaultAsync(o => o.Id == id, ct) is { } offer
                    ? await db.MeetingOfAsync(offer, member, DayOf(offer), ct)
                    : null,
            ct
        );

    public Task<Outcome> HandleAsync(OfferId id, ProposeMatchForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => ProposeAsync(db, id, form, ct), ct);

    private async Task<Outcome> ProposeAsync(TenantDb db, OfferId id, ProposeMatchForm form, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var members = Chosen(form);
        if (members.Count == 0)
            return Outcome.Nobody;
        var theirs = db.Members.BrokeredBy(me);
        if (await db.LockOfferAsync(id, ct) is not { IsAlive: true } offer || !await theirs.AnyAsync(m => m.Id == offer.MemberId, ct))
            return Outcome.NotOpen;
        if (await FaultAsync(db, offer, members, form, ct) is { } fault)
            return fault;
        // A link is neither printed nor read out.
        var ways = await db.WaysToAskAsync(members, ct);
        if ((await NotReachedAsync(db, members, form.How, ct)).Count > 0)
            return form.Way == ProposalWay.Mail ? Outcome.NoAddress : Outcome.NoSignIn;
        var wide = me.Holds(Role.Coordinator);
        var hubs = await theirs.Where(m => members.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.HubId, ct);
        foreach (var member in members)
        {
            var (reached, to) = ways.TryGetValue(member, out var how) ? how : (wide ? ProposalWay.Phone : ProposalWay.InPerson, null);
            var proposal = new Proposal
            {
                Id = new(Guid.CreateVersion7()),
                OfferId = offer.Id,
                OwnerId = offer.MemberId,
                MemberId = member,
                Way = form.How == AskWay.AsReached ? reached : form.Way,
                Why = form.Why?.Trim() ?? "",
                MadeBy = me.Id,
                MadeAt = now,
            };
            db.Proposals.Add(proposal);
            if (proposal.Way == ProposalWay.Mail)
                await letters.AskAsync(db, offer, proposal, to!, ct);
            db.AuditLines.Add(me.Line(nameof(ProposeMatch), proposal.Id.Value, now, onBehalfOf: member, peerOf: me.AsPeerOf(hubs[member])));
        }
        db.Keep();
        return Outcome.Asked;
    }

    /// <summary>The names of those whom that way does not reach, for the refusal: in full, or first names for a peer broker's eyes.</summary>
    public Task<IReadOnlyList<string>> NotReachedAsync(ProposeMatchForm form, CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<string>>(
            async db =>
            {
                var (ids, wide) = (await NotReachedAsync(db, Chosen(form), form.How, ct), me.Holds(Role.Coordinator));
                return await db
                    .Members.BrokeredBy(me)
                    .Where(m => ids.Contains(m.Id))
                    .OrderBy(m => m.SearchText)
                    .Select(m => wide ? (m.FirstName + " " + m.LastName).Trim() : m.FirstName)
                    .ToListAsync(ct);
            },
            ct
        );

    private static List<MemberId> Chosen(ProposeMatchForm form) =>
        [.. (form.Members ?? []).Where(m => Guid.TryParse(m, out _)).Select(m => new MemberId(new Guid(m))).Distinct()];

    private static async Task<List<MemberId>> NotReachedAsync(TenantDb db, List<MemberId> members, AskWay how, CancellationToken ct)
    {
        if (how is not (AskWay.Mail or AskWay.Screen))
            return [];
        var reached =
            how == AskWay.Mail
                ? (await db.WaysToAskAsync(members, ct)).Where(w => w.Value.To is not null).Select(w => w.Key).ToList()
                : await db
                    .RoleHolders.Where(h => h.MemberId != null && members.Contains(h.MemberId.Value) && h.EndedAt == null)
                    .Select(h => h.MemberId!.Value)
                    .ToListAsync(ct);
        return members.FindAll(m => !reached.Contains(m));
    }

    private async Task<Outcome?> FaultAsync(TenantDb db, Offer offer, List<MemberId> members, ProposeMatchForm form, CancellationToken ct)
    {
        var (wide, now) = (me.Holds(Role.Coordinator), clock.GetUtcNow());
        var owner = await db.Members.SingleAsync(m => m.Id == offer.MemberId, ct);
        var inside = await db.Hubs.AnyAsync(h => h.Id == owner.HubId && h.Kind == HubKind.Custody, ct);
        var can = await db
            .Members.BrokeredBy(me)
            .CountAsync(
                m =>
                    members.Contains(m.Id)
                    && m.Status == MemberStatus.Active
                    && m.Id != offer.MemberId
                    && (!inside || m.HubId == owner.HubId),
                ct
            );
        if (can < members.Count || owner.Status != MemberStatus.Active)
            return Outcome.NotForThem;
        var isAsked = await db.Proposals.AnyAsync(
            p =>
                p.OfferId == offer.Id
                && members.Contains(p.MemberId)
                && (p.Answer == ProposalAnswer.Waiting || p.Answer == ProposalAnswer.WillThink || p.Answer == ProposalAnswer.Yes),
            ct
        );
        if (isAsked)
            return Outcome.AskedAlready;
        var day = DayOf(offer);
        List<Meeting> meetings = [];
        foreach (var member in members)
            meetings.Add(await db.MeetingOfAsync(offer, member, day, ct));
        var care = await db.CareRulesAsync(meetings, ct);
        // A peer broker learns neither what nor whether it is a check.
        if (!wide && care.Any(c => c.Forbids || c.Warnings.Count > 0))
            return Outcome.CareUnread;
        if (care.Any(c => c.Forbids))
            return Outcome.Forbidden;
        if (care.Any(c => !form.Care.Covers(c)))
            return Outcome.CareUnread;
        if (!string.IsNullOrWhiteSpace(form.Why))
            return null;
        var profile = organisation.Profile;
        var list = await db.ShortlistAsync(
            offer,
            form.Look,
            MatchEyes.OfBroker(db, me),
            profile.DateOf(now),
            profile.Settings.NudgeMinutes,
            ct,
            Shortlist.Clamp(form.Most)
        );
        return members.TrueForAll(m => list.People.Any(p => p.Id == m)) ? null : Outcome.WhyIsMissing;
    }

    private DateOnly DayOf(Offer offer)
    {
        var today = organisation.Profile.DateOf(clock.GetUtcNow());
        return (offer.OnDay ?? offer.NeededBy) is { } day && day > today ? day : today;
    }
}
