using CoProduce.Tests.Offers;
using CoProduce.Tests.Skills;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Matching;

/// <summary>Words for the tests of shortlists.</summary>
internal static class Shortlisting
{
    /// <summary>The shortlist as that person sees it.</summary>
    public static async Task<ShortlistShown> LooksForAsync(this Actor who, OfferId id, MatchLook look = MatchLook.Neither) =>
        (await who.DoAsync((ShortlistQuery query) => query.FindAsync(id, look))).ShouldNotBeNull();

    /// <summary>Asks members.</summary>
    public static Task<ProposeMatch.Outcome> AsksAsync(
        this Actor who,
        OfferId id,
        ProposalWay way,
        string? why,
        params MemberId[] members
    ) =>
        who.DoAsync(
            (ProposeMatch propose) =>
                propose.HandleAsync(
                    id,
                    new()
                    {
                        Members = [.. members.Select(m => m.Value.ToString())],
                        Way = way,
                        Why = why,
                    }
                )
        );

    /// <summary>What was asked of that member for it, the newest.</summary>
    public static Task<Proposal> ProposalAsync(this Place here, OfferId id, MemberId member) =>
        here.ReadAsync(db =>
            db.Proposals.AsNoTracking().Where(p => p.OfferId == id && p.MemberId == member).OrderByDescending(p => p.MadeAt).FirstAsync()
        );

    /// <summary>Names on the list, the first first.</summary>
    public static string[] Names(this ShortlistShown shown) => [.. shown.List.People.Select(p => p.FirstName)];

    /// <summary>A member who can give gardening, by saying so in own words.</summary>
    public static async Task<Actor> GardenerAsync(this Place here, string name)
    {
        var member = await here.MemberAsync(name, "Green", $"{name.ToLowerInvariant()}@{here.Slug}.example");
        (await member.SaysAsync("Weeding and gardening")).ShouldBe(KeepOwnWords.Outcome.Kept);
        return member;
    }

    /// <summary>Somebody who asks for gardening.</summary>
    public static async Task<(Actor Ann, OfferId Request)> AsksForGardeningAsync(this Place here)
    {
        var ann = await here.MemberAsync("Ann", "Ash", $"ann@{here.Slug}.example");
        return (ann, await ann.PutsUpAsync(OfferKind.Request, "Gardening before the party", "Gardening"));
    }

    /// <summary>Says what they enjoy, in own words.</summary>
    public static Task<KeepOwnWords.Outcome> EnjoysAsync(this Actor who, string words) =>
        who.DoAsync((KeepOwnWords keep) => keep.HandleAsync(new() { Side = SkillSide.Enjoys, Words = words }));
}
