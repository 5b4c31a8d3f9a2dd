using CoProduce.Web.Data;
using CoProduce.Web.Features.Care.Guardians;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Features.Skills;
using CoProduce.Web.Features.Talk;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching;

/// <summary>Which members may ask others by themselves, and whom they may see and ask; inside a unit of work (decision 39).</summary>
internal static class WhoMayBeAsked
{
    /// <summary>
    /// True for an open request of that member, where the organisation lets members ask one another. Not in places of custody and not under 18: a coordinator asks for them.
    /// </summary>
    public static async Task<bool> MayAskForAsync(this TenantDb db, Offer offer, MemberId owner, DateOnly today, CancellationToken ct) =>
        offer is { Kind: OfferKind.Request, Status: OfferStatus.Open }
        && offer.MemberId == owner
        && (await db.BoardSettingsNowAsync(ct)).LetsMembersAsk
        && await db.OfAgeOutsideCustody(db.Members.Where(m => m.Id == owner), today).AnyAsync(ct);

    /// <summary>
    /// Those of the members' directory who take part, outside custody and of age, and have not answered already; nobody who keeps the owner away, or whom the owner keeps away.
    /// </summary>
    public static IQueryable<Member> WhoMayBeAskedFor(this TenantDb db, Offer offer, DateOnly today)
    {
        var (id, owner) = (offer.Id, offer.MemberId);
        var (directory, apart) = (db.WhoAgreed(ConsentPurpose.Directory), db.KeptApartFrom(owner));
        return db.OfAgeOutsideCustody(
            db.Members.Where(m =>
                m.Id != owner
                && directory.Contains(m.Id)
                && !apart.Contains(m.Id)
                && !db.OfferAnswers.Any(a => a.OfferId == id && a.MemberId == m.Id)
            ),
            today
        );
    }

    /// <summary>How each of these is asked: by a letter with a link where one reaches them, else on their first page; nobody whom neither reaches.</summary>
    public static async Task<Dictionary<MemberId, (ProposalWay Way, Addressee? To)>> WaysToAskAsync(
        this TenantDb db,
        IReadOnlyCollection<MemberId> members,
        CancellationToken ct
    )
    {
        var written = (await Letters.AddresseesAsync(db, members, ct)).Where(a => a.IsQuick).ToDictionary(a => a.Member);
        var here = await db
            .RoleHolders.Where(h => h.MemberId != null && members.Contains(h.MemberId.Value) && h.EndedAt == null)
            .Select(h => h.MemberId!.Value)
            .ToListAsync(ct);
        return written
            .Values.Select(a => (a.Member, (ProposalWay.Mail, (Addressee?)a)))
            .Concat(here.Where(m => !written.ContainsKey(m)).Select(m => (m, (ProposalWay.Screen, (Addressee?)null))))
            .ToDictionary(w => w.Item1, w => w.Item2);
    }

    private static IQueryable<Member> OfAgeOutsideCustody(this TenantDb db, IQueryable<Member> members, DateOnly today)
    {
        var (young, away) = (db.MinorsAmong(db.Members, today), db.AwayOn(today));
        return members.Where(m =>
            m.Status == MemberStatus.Active
            && !away.Contains(m.Id)
            && db.Hubs.Any(h => h.Id == m.HubId && h.Kind != HubKind.Custody)
            && !young.Any(y => y.Id == m.Id)
        );
    }
}
