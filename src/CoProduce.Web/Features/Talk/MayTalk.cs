using CoProduce.Web.Data;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Care.Guardians;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Privacy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Talk;

/// <summary>Whether one member may write to another, as far as they may be told.</summary>
public enum TalkAnswer
{
    Yes,

    /// <summary>The organisation has no messages between members.</summary>
    Off,

    /// <summary>They keep the other from writing to them.</summary>
    BlockedByThem,

    /// <summary>No, and why is never told, as it may be somebody else's secret.</summary>
    AskCoordinator,
}

/// <summary>Who may write to whom: the one place that decides it (decision 33).</summary>
internal static class MayTalk
{
    /// <summary>
    /// Yes when both take part outside custody, the other can read it here, something brought them together, neither keeps the other from writing,
    /// both are of age or both are not and a guardian said yes, and nothing is to be kept to that private words would go round.
    /// </summary>
    public static async Task<TalkAnswer> MayTalkAsync(this TenantDb db, MemberId from, MemberId to, DateOnly day, CancellationToken ct)
    {
        if (!(await db.TalkSettingsNowAsync(ct)).IsOn)
            return TalkAnswer.Off;
        if (await db.TalkBlocks.AnyAsync(b => b.ById == from && b.OtherId == to, ct))
            return TalkAnswer.BlockedByThem;
        var may =
            await db.TalkersAsync(from, to, ct)
            && !await db.TalkBlocks.AnyAsync(b => b.ById == to && b.OtherId == from, ct)
            && await db.AreTogetherAsync(from, to, ct)
            && await db.CareAllowsAsync(from, to, day, ct);
        return may ? TalkAnswer.Yes : TalkAnswer.AskCoordinator;
    }

    /// <summary>True when something that the organisation lets them do brought the two together, or the other wrote before.</summary>
    public static async Task<bool> AreTogetherAsync(this TenantDb db, MemberId one, MemberId other, CancellationToken ct) =>
        await db.KnownTo(one).AnyAsync(m => m.Id == other, ct)
        || await db.WhoAgreed(ConsentPurpose.Directory).CountAsync(id => id == one || id == other, ct) == 2
        || await db.TalkMessages.AnyAsync(m => m.FromId == other && m.ToId == one, ct);

    /// <summary>Those with whom a member has a yes to an answer, a visit, an exchange to which both agreed, a household or a network.</summary>
    public static IQueryable<Member> KnownTo(this TenantDb db, MemberId me) =>
        db.Members.Where(m =>
            m.Id != me
            && (
                db.OfferAnswers.Any(a =>
                    a.Status == AnswerStatus.Yes && ((a.OwnerId == me && a.MemberId == m.Id) || (a.OwnerId == m.Id && a.MemberId == me))
                )
                || db.Visits.Any(v =>
                    (v.Status == VisitStatus.Arranged || v.Status == VisitStatus.Moved || v.Status == VisitStatus.Happened)
                    && ((v.GiverId == me && v.ReceiverId == m.Id) || (v.GiverId == m.Id && v.ReceiverId == me))
                )
                // Silence is no yes to being written to.
                || db.Exchanges.Any(e =>
                    e.EntryId != null
                    && e.ReversalId == null
                    && e.ConfirmedBy != Confirmation.Silence
                    && ((e.GiverId == me && e.ReceiverId == m.Id) || (e.GiverId == m.Id && e.ReceiverId == me))
                )
                || db.CircleMembers.Any(c =>
                    c.MemberId == m.Id
                    && c.Until == null
                    && db.CircleMembers.Any(d => d.CircleId == c.CircleId && d.MemberId == me && d.Until == null)
                )
            )
        );

    /// <summary>Of these members those who can be written to here: people who take part, outside custody, with a sign-in to read it.</summary>
    public static IQueryable<Member> WhoReadHere(this TenantDb db, IQueryable<Member> members) =>
        members.Where(m =>
            m.Status == MemberStatus.Active
            && m.Kind == MemberKind.Person
            && db.Hubs.Any(h => h.Id == m.HubId && h.Kind != HubKind.Custody)
            && db.RoleHolders.Any(r => r.MemberId == m.Id && r.EndedAt == null)
        );

    private static async Task<bool> TalkersAsync(this TenantDb db, MemberId from, MemberId to, CancellationToken ct) =>
        await db.WhoReadHere(db.Members.Where(m => m.Id == from || m.Id == to)).CountAsync(ct) == 2;

    // A guardian's yes is to taking part, not to a grown-up's private words; and where nobody is to be alone with somebody, nobody is in writing either.
    private static async Task<bool> CareAllowsAsync(this TenantDb db, MemberId from, MemberId to, DateOnly day, CancellationToken ct)
    {
        if (await db.MinorsAmong(db.Members.Where(m => m.Id == from || m.Id == to), day).CountAsync(ct) == 1)
            return false;
        var care = await db.CareRulesAsync(Meeting.Of(from, to, null, day), ct);
        return !care.Forbids && care.Warnings.All(w => w.Restriction.Kind == RestrictionKind.NoHomeVisits);
    }
}
