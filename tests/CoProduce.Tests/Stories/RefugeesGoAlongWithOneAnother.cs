using CoProduce.Tests.Matching;
using CoProduce.Tests.Offers;
using CoProduce.Tests.Skills;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Skills;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>Refugee peer advocacy: somebody is found by a shared language and football, and goes along to the surgery; nobody needs more than a name to belong.</summary>
public sealed class RefugeesGoAlongWithOneAnother(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Found_by_language_and_football_and_the_help_is_logged()
    {
        var here = await bank.CreateAsync("advocacy", "Advocacy");
        var cora = await here.CoordinatorAsync();
        var newcomer = await here.AddMemberAsync("Yusuf", "");
        var (omar, dave) = (await here.MemberAsync("Omar"), await here.MemberAsync("Dave"));
        foreach (var fan in new[] { omar, dave })
            await fan.SaysAsync("I never miss the football");
        await omar.DoAsync((KeepLanguages keep) => keep.HandleAsync(new() { Code = "so" }));

        var question = WhoCanQuestion.Read(null, "football", "so", null, null, null);
        var found = (await cora.DoAsync((WhoCanQuery query) => query.FindAsync(question, 1))).People.ShouldHaveSingleItem();
        found.Member.Id.ShouldBe(omar.Member);
        var page = await (await cora.BrowserAsync()).OpenAsync("who-can?q=football&language=so");
        page.QuerySelector("main")!.TextContent.ShouldContain("Somali");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("Dave");

        await cora.LogsAsync(omar.Member, newcomer, 90);
        (await here.BalanceAsync(newcomer), await omar.BalanceAsync()).ShouldBe((30, 210));
    }

    [Fact]
    public async Task The_shortlist_says_language_and_football_and_within_days_they_have_met()
    {
        var here = await bank.CreateAsync("along", "Going along");
        var cora = await here.CoordinatorAsync();
        var yusuf = await here.MemberAsync("Yusuf", "");
        var (omar, dave) = (await here.MemberAsync("Omar"), await here.MemberAsync("Dave"));
        foreach (var one in new[] { omar, dave })
            await one.SaysAsync("Going along to the surgery");
        foreach (var one in new[] { omar, yusuf })
        {
            await one.DoAsync((KeepLanguages keep) => keep.HandleAsync(new() { Code = "so" }));
            await one.EnjoysAsync("Football");
        }
        var request = await yusuf.PutsUpAsync(OfferKind.Request, "Somebody to come to the surgery with me");

        var main = (await (await cora.BrowserAsync()).OpenAsync($"board/{request.Value}/shortlist")).QuerySelector("main")!;
        var first = main.QuerySelectorAll("li[data-line]")[0].TextContent;
        first.ShouldContain("Omar");
        first.ShouldContain("Speaks Somali.");
        first.ShouldContain("Both enjoy: Football.");
        main.QuerySelectorAll("li[data-line]")[1].TextContent.ShouldContain("Dave");

        var asked = bank.Clock.GetUtcNow();
        (await cora.AsksAsync(request, ProposalWay.Screen, "Both love football", omar.Member)).ShouldBe(ProposeMatch.Outcome.Asked);
        bank.Clock.Advance(TimeSpan.FromDays(1));
        var proposal = (await here.ProposalAsync(request, omar.Member)).Id;
        await omar.DoAsync((AnswerProposal answer) => answer.HandleAsync(proposal, new() { Say = "yes" }));
        var yes = new SettleAnswerForm { Say = "yes" };
        (await cora.DoAsync((SettleAnswer settle) => settle.ByBrokerAsync(new(proposal.Value), yes))).ShouldBe(SettleAnswer.Outcome.Yes);
        bank.Clock.Advance(TimeSpan.FromDays(1));
        await cora.LogsAsync(omar.Member, yusuf.Member, 90);
        (bank.Clock.GetUtcNow() - asked).ShouldBeLessThan(TimeSpan.FromDays(7));
        var again = await yusuf.PutsUpAsync(OfferKind.Request, "To the surgery once more");
        (await cora.LooksForAsync(again)).List.People.Single(p => p.Id == omar.Member).LastMet.ShouldNotBeNull();
    }
}
