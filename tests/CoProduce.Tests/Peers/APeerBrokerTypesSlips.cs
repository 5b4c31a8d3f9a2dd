using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Features.Slips;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Peers;

/// <summary>A pile of slips for people of a peer broker's hubs: one for somebody else is refused on the row, in plain words.</summary>
public sealed class APeerBrokerTypesSlips(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task One_for_somebody_else_waits_on_its_row_and_the_others_are_logged()
    {
        var (here, upper) = await bank.TwoHubsAsync();
        var (tess, bob, uma) = (
            await here.GardenerOfAsync("Tess", here.Hub),
            await here.GardenerOfAsync("Bob", here.Hub),
            await here.GardenerOfAsync("Uma", upper)
        );
        var pia = await here.PeerBrokerAsync("Pia", here.Hub);
        var browser = await pia.BrowserAsync();
        var page = await browser.SendAsync(await browser.OpenAsync("desk/slips"), new() { ["Form.Written"] = "2" });
        var pile = browser.Path;
        page = await TypeAsync("Uma", "Bob");
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("“Uma” is nobody of Town who takes part.");
        page.QuerySelector("tr.slip-waits")!.TextContent.ShouldContain("leave this slip to a coordinator");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("Lastname");
        (await here.ReadAsync(db => db.Exchanges.CountAsync())).ShouldBe(0);
        var guessed = new SlipForm
        {
            Pile = Guid.Parse(pile.Split('/')[^1]),
            Day = "18/11",
            GiverTyped = $"{await here.NumberAsync(uma.Member)}",
            Giver = uma.Member.Value,
            ReceiverTyped = "Bob",
            HowLong = "1",
            Description = "Weeding",
        };
        (await pia.DoAsync((SaveSlip save) => save.HandleAsync(guessed))).Problem.ShouldBe(SlipProblem.Giver);
        (await here.ReadAsync(db => db.Exchanges.CountAsync())).ShouldBe(0);
        page = await browser.OpenAsync(pile);
        page = await TypeAsync("tess", "bob");
        page.QuerySelector("[data-said]")!.TextContent.ShouldContain("Tess gave Bob an hour");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("Lastname");
        page.QuerySelector("[name='Deed.Undo']").ShouldBeNull();
        var exchange = await here.ReadAsync(db => db.Exchanges.SingleAsync());
        (exchange.GiverId, exchange.ReceiverId, exchange.ConfirmedBy, exchange.Door).ShouldBe(
            (tess.Member, bob.Member, Confirmation.PeerBroker, Door.Paper)
        );
        page = await TypeAsync("tess", SlipReading.Ourselves);
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("a coordinator must look at this one with you");
        (await here.PeerDeedsAsync()).ShouldBe([nameof(LogForMembers)]);
        var deeds = await (await here.CoordinatorAsync()).DoAsync((PeerDeedsQuery query) => query.ReadAsync(null, null, 1));
        deeds.Deeds.Single(d => d.Deed == nameof(LogForMembers)).Door.ShouldBe(Door.Paper);
        await here.BooksAreSoundAsync();

        Task<AngleSharp.Html.Dom.IHtmlDocument> TypeAsync(string giver, string receiver) =>
            browser.SendAsync(
                page,
                new()
                {
                    ["Form.Day"] = "18/11",
                    ["Form.GiverTyped"] = giver,
                    ["Form.ReceiverTyped"] = receiver,
                    ["Form.HowLong"] = "1",
                    ["Form.Description"] = "Weeding",
                }
            );
    }

    [Fact]
    public async Task A_pile_is_its_own_peer_brokers_and_coordinators()
    {
        var (here, _) = await bank.TwoHubsAsync();
        var (cora, pia, nia) = (
            await here.CoordinatorAsync(),
            await here.PeerBrokerAsync("Pia", here.Hub),
            await here.PeerBrokerAsync("Nia", here.Hub)
        );
        var (tess, bob) = (await here.GardenerOfAsync("Tess", here.Hub), await here.GardenerOfAsync("Bob", here.Hub));
        var (theirs, own) = (await BeginAsync(cora), await BeginAsync(pia));
        (await ListAsync(pia)).ShouldBe([own]);
        (await ListAsync(nia)).ShouldBeEmpty();
        (await ListAsync(cora)).ShouldBe([theirs, own], ignoreOrder: true);
        foreach (var (who, pile) in new[] { (pia, theirs), (nia, own) })
        {
            (await who.DoAsync((SlipsQuery query) => query.PileAsync(pile))).ShouldBeNull();
            (await who.DoAsync((KeepPile keep) => keep.WriteTotalAsync(pile, "9"))).ShouldBe(KeepPile.Outcome.NotFound);
            (await who.DoAsync((KeepPile keep) => keep.PutAwayAsync(pile))).ShouldBe(KeepPile.Outcome.NotFound);
            var form = new SlipForm
            {
                Pile = pile.Value,
                Day = "18/11",
                GiverTyped = $"{await here.NumberAsync(tess.Member)}",
                ReceiverTyped = $"{await here.NumberAsync(bob.Member)}",
                HowLong = "1",
                Description = "Weeding",
            };
            (await who.DoAsync((SaveSlip save) => save.HandleAsync(form))).Outcome.ShouldBe(SaveSlip.Outcome.NoPile);
        }
        var waiting = new SlipForm
        {
            Pile = own.Value,
            GiverTyped = "tess",
            ReceiverTyped = "bob",
        };
        (await pia.DoAsync((SaveSlip save) => save.HandleAsync(waiting))).Outcome.ShouldBe(SaveSlip.Outcome.Waits);
        (await nia.DoAsync((KeepPile keep) => keep.LetGoAsync(own, waiting.RequestKey))).ShouldBe(KeepPile.Outcome.NotFound);
        (await here.ReadAsync(db => db.Slips.CountAsync())).ShouldBe(1);
        (await here.ReadAsync(db => db.Exchanges.CountAsync())).ShouldBe(0);
    }

    private static async Task<SlipPileId> BeginAsync(Actor who)
    {
        var form = new PileForm();
        (await who.DoAsync((KeepPile keep) => keep.BeginAsync(form))).ShouldBe(KeepPile.Outcome.Done);
        return new(form.RequestKey);
    }

    private static async Task<SlipPileId[]> ListAsync(Actor who) =>
        [.. (await who.DoAsync((SlipsQuery query) => query.PilesAsync())).Select(p => p.Pile.Id)];
}
