using CoProduce.Tests.Care;
using CoProduce.Tests.Offers;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Peers;

/// <summary>The board of a peer broker: what people of their hubs would like and can give, with the same life, and nothing of anybody else.</summary>
public sealed class APeerBrokerWorksTheBoard(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task It_holds_and_counts_what_is_of_their_people_and_finds_by_first_names_only()
    {
        var (here, upper) = await bank.TwoHubsAsync();
        var (tess, uma) = (await here.GardenerOfAsync("Tess", here.Hub), await here.GardenerOfAsync("Uma", upper));
        var (request, theirs) = (
            await tess.PutsUpAsync(OfferKind.Request, "A hedge to cut"),
            await uma.PutsUpAsync(OfferKind.Request, "A pond to clear")
        );
        var pia = await here.PeerBrokerAsync("Pia", here.Hub);
        (await FindAsync(new(OfferKind.Request))).ShouldBe(["A hedge to cut"]);
        (await FindAsync(new(OfferKind.Request, Hub: upper))).ShouldBeEmpty();
        (await FindAsync(new(OfferKind.Request, "tess"))).ShouldBe(["A hedge to cut"]);
        (await FindAsync(new(OfferKind.Request, "lastname"))).ShouldBeEmpty();
        (await FindAsync(new(OfferKind.Request, "pond"))).ShouldBeEmpty();
        var browser = await pia.BrowserAsync();
        var page = (await browser.OpenAsync("board")).QuerySelector("main")!.TextContent;
        page.ShouldContain("1 request");
        page.ShouldContain("Tess");
        page.ShouldNotContain("Lastname");
        page.ShouldNotContain("Upper");
        (await browser.OpenAsync($"board/{request.Value}")).QuerySelector("main")!.TextContent.ShouldContain("A hedge to cut");
        await browser.OpenAsync($"board/{theirs.Value}");
        browser.Status.ShouldBe(System.Net.HttpStatusCode.NotFound);

        async Task<string[]> FindAsync(BoardFilter filter)
        {
            var found = await pia.DoAsync((BoardQuery board) => board.PageAsync(filter, 1));
            found.Count.ShouldBe(found.Lines.Count);
            return [.. found.Lines.Select(l => l.Title)];
        }
    }

    [Fact]
    public async Task Two_of_one_first_name_are_told_apart_by_their_numbers()
    {
        var (here, upper) = await bank.TwoHubsAsync();
        var (one, two, far) = (
            await here.MemberAsync("Hyacinth", "One"),
            await here.MemberAsync("Hyacinth", "Two"),
            await here.MemberAsync("Rose", "Far")
        );
        await here.MoveAsync((await here.MemberAsync("Rose", "Away")).Member, upper);
        foreach (var who in (Actor[])[one, two, far])
            await who.PutsUpAsync(OfferKind.Request, "Shopping");
        var pia = await here.PeerBrokerAsync("Pia", here.Hub);
        var found = await pia.DoAsync((BoardQuery board) => board.PageAsync(new(OfferKind.Request), 1));
        found
            .Lines.Select(l => l.Name)
            .ShouldBe([$"Hyacinth ({await here.NumberAsync(one.Member)})", $"Hyacinth ({await here.NumberAsync(two.Member)})", "Rose"]);
    }

    [Fact]
    public async Task They_say_how_one_stands_for_their_people_and_for_nobody_else()
    {
        var (here, upper) = await bank.TwoHubsAsync();
        var (tess, uma) = (await here.GardenerOfAsync("Tess", here.Hub), await here.GardenerOfAsync("Uma", upper));
        var (request, theirs) = (await tess.PutsUpAsync(OfferKind.Request, "A hedge"), await uma.PutsUpAsync(OfferKind.Request, "A pond"));
        var pia = await here.PeerBrokerAsync("Pia", here.Hub);
        foreach (var other in (OfferId[])[theirs, new(Guid.NewGuid())])
            (await CloseAsync(other, OfferStatus.Withdrawn)).ShouldBe(CloseOffer.Outcome.NotFound);
        (await here.OfferAsync(theirs)).Status.ShouldBe(OfferStatus.Open);
        (await CloseAsync(request, OfferStatus.Arranged)).ShouldBe(CloseOffer.Outcome.Done);
        var now = await here.OfferAsync(request);
        (now.Status, now.ArrangedBy).ShouldBe((OfferStatus.Arranged, pia.Id));
        (await here.PeerDeedsAsync()).ShouldBe([CloseOffer.ForMember]);

        Task<CloseOffer.Outcome> CloseAsync(OfferId id, OfferStatus status) =>
            pia.DoAsync((CloseOffer close) => close.ForMemberAsync(id, status));
    }

    [Fact]
    public async Task They_write_answers_of_their_people_down_and_settle_them_unless_there_is_something_to_mind()
    {
        var (here, upper) = await bank.TwoHubsAsync();
        var (tess, bob, kept, uma) = (
            await here.GardenerOfAsync("Tess", here.Hub),
            await here.GardenerOfAsync("Bob", here.Hub),
            await here.GardenerOfAsync("Kept", here.Hub),
            await here.GardenerOfAsync("Uma", upper)
        );
        await (await here.CoordinatorAsync()).RestrictsAsync(kept.Member, RestrictionKind.Other, "Only in the hall");
        var request = await tess.PutsUpAsync(OfferKind.Request, "A hedge to cut");
        var pia = await here.PeerBrokerAsync("Pia", here.Hub);
        var (_, bobs) = await bob.AnswersAsync(request, "When my back is better");
        var (_, umas) = await uma.AnswersAsync(request, "Any day");
        var (_, kepts) = await kept.AnswersAsync(request);
        foreach (var other in (MemberId[])[uma.Member, new(Guid.NewGuid()), pia.Member])
            (await WriteDownAsync(other)).ShouldBe(AnswerOffer.Outcome.NoMember);
        foreach (var other in (OfferAnswerId[])[umas, new(Guid.NewGuid())])
            (await SettleAsync(other, "yes")).ShouldBe(SettleAnswer.Outcome.NotWaiting);
        (await SettleAsync(kepts, "yes")).ShouldBe(SettleAnswer.Outcome.NeedsCoordinator);
        (await here.OfferAsync(request)).Status.ShouldBe(OfferStatus.Open);

        var browser = await pia.BrowserAsync();
        var page = (await browser.OpenAsync($"board/{request.Value}")).QuerySelector("main")!.TextContent;
        page.ShouldContain("Bob can help.");
        foreach (var secret in (string[])["Uma", "Any day", "When my back is better", "Lastname", "hall"])
            page.ShouldNotContain(secret);
        page = (await browser.OpenAsync($"board/answers/{bobs.Value}")).QuerySelector("main")!.TextContent;
        page.ShouldNotContain("When my back is better");
        var told = await browser.SendAsync(await browser.OpenAsync($"board/answers/{kepts.Value}"), new() { ["Form.Say"] = "yes" });
        told.QuerySelector(".error-summary")!.TextContent.ShouldContain("a coordinator must look at this one with you");
        told.QuerySelector("main")!.TextContent.ShouldNotContain("hall");
        (await SettleAsync(bobs, "yes")).ShouldBe(SettleAnswer.Outcome.Yes);
        (await here.OfferAsync(request)).Status.ShouldBe(OfferStatus.Arranged);
        (await SettleAsync(bobs, "met")).ShouldBe(SettleAnswer.Outcome.Met);
        (await here.PeerDeedsAsync()).ShouldBe([nameof(SettleAnswer), nameof(SettleAnswer)]);

        Task<SettleAnswer.Outcome> SettleAsync(OfferAnswerId id, string say) =>
            pia.DoAsync((SettleAnswer settle) => settle.ByBrokerAsync(id, new() { Say = say, OwnerShares = ["Phone"] }));

        Task<AnswerOffer.Outcome> WriteDownAsync(MemberId member) =>
            pia.DoAsync((AnswerOffer answer) => answer.ForMemberAsync(request, new() { Member = member.Value }));
    }

    [Fact]
    public async Task What_may_be_told_of_somebody_is_not_a_peer_brokers_to_say()
    {
        var (here, _) = await bank.TwoHubsAsync();
        var (tess, bob) = (await here.GardenerOfAsync("Tess", here.Hub), await here.GardenerOfAsync("Bob", here.Hub));
        var request = await tess.PutsUpAsync(OfferKind.Request, "A hedge to cut");
        var (_, answer) = await bob.AnswersAsync(request, "When my back is better");
        await here.WriteAsync(db =>
            db.OfferAnswers.Where(a => a.Id == answer).ExecuteUpdateAsync(a => a.SetProperty(x => x.Shares, Sharing.Phone))
        );
        var pia = await here.PeerBrokerAsync("Pia", here.Hub);
        var page = (await (await pia.BrowserAsync()).OpenAsync($"board/{request.Value}")).QuerySelector("main")!.TextContent;
        page.ShouldContain("Bob can help.");
        page.ShouldNotContain("When my back is better");
        var form = new SettleAnswerForm { Say = "yes", OwnerShares = ["Phone"] };
        (await pia.DoAsync((SettleAnswer settle) => settle.ByBrokerAsync(answer, form))).ShouldBe(SettleAnswer.Outcome.Yes);
        (await here.ReadAsync(db => db.OfferAnswers.SingleAsync(a => a.Id == answer))).Agreed.ShouldBe(Sharing.Nothing);
    }
}
