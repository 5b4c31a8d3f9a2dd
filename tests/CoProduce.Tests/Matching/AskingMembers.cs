using CoProduce.Tests.Support;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Privacy;

namespace CoProduce.Tests.Matching;

/// <summary>Members who ask one another, through the program's own use cases.</summary>
internal static class AskingMembers
{
    /// <summary>A place where members may ask one another, with somebody who asks for gardening.</summary>
    public static async Task<(Place Here, Actor Ann, OfferId Request)> HereAsync(this Bank bank, string name)
    {
        var here = await bank.CreateAsync($"{name}-{Guid.NewGuid():N}"[..20], name);
        await here.WriteAsync(db =>
            Task.FromResult(db.BoardSettings.Add(new() { AnswersGoTo = AnswersGoTo.People, SuggestsPeople = true }))
        );
        var (ann, request) = await here.AsksForGardeningAsync();
        return (here, ann, request);
    }

    /// <summary>A gardener who chose to be in the directory.</summary>
    public static async Task<Actor> FoundAsync(this Place here, string name)
    {
        var member = await here.GardenerAsync(name);
        await InDirectoryAsync(member);
        return member;
    }

    /// <summary>Says yes to the directory.</summary>
    public static Task<GiveConsent.Outcome> InDirectoryAsync(this Actor who) =>
        who.DoAsync(
            (GiveConsent give) =>
                give.HandleAsync(
                    new()
                    {
                        Purpose = ConsentPurpose.Directory,
                        Give = true,
                        Version = 1,
                    }
                )
        );

    /// <summary>Whom they may ask; null where they may not.</summary>
    public static Task<WhoCouldHelp?> SeesAsync(this Actor who, OfferId request) =>
        who.DoAsync((WhoCouldHelpQuery query) => query.FindAsync(request));

    /// <summary>A member asks others, and lets nothing be told.</summary>
    public static Task<AskMembers.Outcome> AsksMembersAsync(this Actor who, OfferId request, params MemberId[] members) =>
        who.AsksMembersAsync(request, [], members);

    /// <summary>A member asks others, and says what may be told.</summary>
    public static Task<AskMembers.Outcome> AsksMembersAsync(
        this Actor who,
        OfferId request,
        List<string> shares,
        params MemberId[] members
    ) =>
        who.DoAsync(
            (AskMembers ask) => ask.HandleAsync(request, new() { Members = [.. members.Select(m => m.Value.ToString())], Shares = shares })
        );

    /// <summary>Whoever was asked says yes, and what may be told of them.</summary>
    public static async Task<AnswerProposal.Outcome> SaysYesAsync(this Place here, Actor who, OfferId request, List<string> shares)
    {
        var id = (await here.ProposalAsync(request, who.Member)).Id;
        return await who.DoAsync((AnswerProposal a) => a.HandleAsync(id, new() { Say = "yes", Shares = shares }));
    }

    /// <summary>Where mail reaches somebody here.</summary>
    public static string Mail(this Place here, string who) => $"{who}@{here.Slug}.example";
}
