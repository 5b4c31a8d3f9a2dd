using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Skills;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching;

/// <summary>Where the organisation allows it, whom a member may ask for a request of theirs. Made by the coordinators' shortlist, and it says no more than members may know.</summary>
public sealed class WhoCouldHelpQuery(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    /// <summary>How many are shown.</summary>
    public const int Most = 10;

    /// <summary>True where the signed-in member may ask by themself for that one.</summary>
    public Task<bool> MayAskAsync(Offer offer, CancellationToken ct = default) =>
        work.ReadAsync(async db => me.ActsFor is null && await db.MayAskForAsync(offer, me.Member, Today, ct), ct);

    /// <summary>Whom they may ask and whom they asked; null where they may not ask for it. The members' directory is for members, so nobody sees it for another.</summary>
    public Task<WhoCouldHelp?> FindAsync(OfferId id, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                if (me.ActsFor is not null || await db.Offers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct) is not { } offer)
                    return null;
                if (!await db.MayAskForAsync(offer, me.Member, Today, ct))
                    return null;
                var asked = await (
                    from p in db.Proposals.AsNoTracking()
                    where p.OfferId == id && p.ByOwner
                    join m in db.Members on p.MemberId equals m.Id
                    orderby p.MadeAt descending, p.Id
                    select new AskedByMe(p, m.FirstName)
                ).ToListAsync(ct);
                return new WhoCouldHelp(offer, [.. (await db.SuggestedAsync(offer, organisation.Profile, Today, ct)).Take(Most)], asked);
            },
            ct
        );

    private DateOnly Today => organisation.Profile.DateOf(clock.GetUtcNow());
}

/// <summary>Whom a member may ask for a request, and whom they asked.</summary>
public sealed record WhoCouldHelp(Offer Offer, IReadOnlyList<Suggested> People, IReadOnlyList<AskedByMe> Asked)
{
    /// <summary>How many more may be asked before one answers.</summary>
    public int Free => Math.Max(0, Proposal.MostOpen - Asked.Count(a => a.IsOpen));
}

/// <summary>Somebody whom the member asked, by first name.</summary>
public sealed record AskedByMe(Proposal Proposal, string FirstName)
{
    /// <summary>True while they have not said yes or no.</summary>
    public bool IsOpen => Proposal.Answer is ProposalAnswer.Waiting or ProposalAnswer.WillThink;
}

/// <summary>Somebody who could help, with what another member may know of it.</summary>
/// <param name="HasTime">True for somebody with time when it is wanted; when that is stays theirs.</param>
/// <param name="Languages">The languages that are asked for and that they speak.</param>
public sealed record Suggested(
    MemberId Id,
    string Name,
    string Hub,
    IReadOnlyList<TwoNames> Skills,
    bool HasTime,
    bool SameHub,
    IReadOnlyList<MemberLanguage> Languages,
    bool HaveMet
);

/// <summary>Reads them inside a unit of work, for the page and for the asking.</summary>
internal static class Suggesting
{
    /// <summary>Those on the shortlist whom its owner may see, and whom a question reaches; who is left out, and why, is told to nobody.</summary>
    public static async Task<List<Suggested>> SuggestedAsync(
        this TenantDb db,
        Offer offer,
        OrganisationProfile organisation,
        DateOnly today,
        CancellationToken ct
    )
    {
        var eyes = MatchEyes.OfOwner(db, offer, today);
        var list = await db.ShortlistAsync(offer, MatchLook.Neither, eyes, today, organisation.Settings.NudgeMinutes, ct);
        var ways = await db.WaysToAskAsync([.. list.People.Select(p => p.Id)], ct);
        return
        [
            .. list
                .People.Where(p => ways.ContainsKey(p.Id))
                .Select(p => new Suggested(p.Id, p.Name, p.Hub, p.Skills, p.FreeThen != 0, p.SameHub, p.Languages, p.LastMet is not null)),
        ];
    }
}
