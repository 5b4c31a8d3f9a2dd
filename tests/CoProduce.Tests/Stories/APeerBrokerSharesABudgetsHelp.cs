using System.Net;
using CoProduce.Tests.Matching;
using CoProduce.Tests.Peers;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>
/// Skillnet: people with personal budgets broker for one another. Pia, who has one herself, brings two people of her own time bank together from the first
/// call to the hours, sees nobody of the other one, and what she did for others can be read.
/// </summary>
public sealed class APeerBrokerSharesABudgetsHelp(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task From_the_managers_word_to_the_hours_and_to_the_end_of_it()
    {
        var (here, upper) = await bank.TwoHubsAsync();
        var (mo, cora) = (await here.StaffAsync("Mo", Role.Manager), await here.CoordinatorAsync());
        var pia = await here.MemberAsync("Pia", "Penn", $"pia@{here.Slug}.example");
        var (tess, bob, uma) = (
            await here.GardenerOfAsync("Tess", here.Hub),
            await here.GardenerOfAsync("Bob", here.Hub),
            await here.GardenerOfAsync("Uma", upper)
        );

        // A manager makes her peer broker of her own time bank, and she hears of it.
        (await mo.MakesAsync(pia, [Role.Member, Role.PeerBroker], [here.Hub])).ShouldBe(ChangeRoles.Outcome.Changed);
        (await here.ReadAsync(db => db.Outbox.CountAsync(o => o.Letter.Contains("You are a peer broker of Town")))).ShouldBe(1);

        // Tess rings her: she looks her up by first name, notes the call and puts the request in.
        (await pia.DoAsync((DeskQuery query) => query.FindAsync("tess")))
            .People.Single()
            .Id.ShouldBe(tess.Member);
        await pia.NotesAsync(tess.Member);
        var (outcome, request) = await pia.PutsInAsync(tess.Member, "Gardening on Friday");
        outcome.ShouldBe(PutInForMember.Outcome.PutIn);

        // Bob is of the same time bank and on the list; Uma, who could as well, is not. He says yes, and a coordinator brings the two together.
        (await pia.LooksForAsync(request))
            .Names()
            .ShouldBe(["Bob"]);
        (await pia.AsksAsync(request, ProposalWay.Phone, null, bob.Member)).ShouldBe(ProposeMatch.Outcome.Asked);
        var asked = await here.ProposalAsync(request, bob.Member);
        (
            await pia.DoAsync((AnswerProposal say) => say.ByBrokerAsync(asked.Id, new() { Say = "yes", Seen = ProposalAnswer.Waiting }))
        ).ShouldBe(AnswerProposal.Outcome.Said);
        (await here.ReadAsync(db => db.OfferAnswers.SingleAsync(a => a.OfferId == request))).GoesTo.ShouldBe(AnswersGoTo.Broker);

        // On Saturday he tells her how long it was. She cannot log what she did herself.
        var before = await bob.BalanceAsync();
        (await pia.LogsForAsync(bob.Member, tess.Member, 90)).ShouldBe(LogOutcome.Logged);
        (await bob.BalanceAsync()).ShouldBe(before + 90);
        (await pia.LogsForAsync(pia.Member, tess.Member, 90)).ShouldBe(LogOutcome.UnknownMember);
        (await pia.LogsForAsync(uma.Member, tess.Member, 90)).ShouldBe(LogOutcome.UnknownMember);

        // All of it can be read, under her name and her time bank.
        var deeds = await cora.DoAsync((PeerDeedsQuery query) => query.ReadAsync(pia.Id, here.Hub, 1));
        deeds
            .Deeds.Select(d => d.Deed)
            .Order()
            .ShouldBe([
                nameof(AnswerProposal),
                PeerHubs.Given,
                nameof(LogForMembers),
                "NoteCall",
                nameof(ProposeMatch),
                nameof(PutInForMember),
            ]);

        // When the manager takes it back, the desk is closed to her; what she did stays.
        (await mo.MakesAsync(pia, [Role.Member], [])).ShouldBe(ChangeRoles.Outcome.Changed);
        var browser = await pia.BrowserAsync();
        await browser.OpenAsync("desk");
        browser.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await pia.LogsForAsync(bob.Member, tess.Member)).ShouldBe(LogOutcome.UnknownMember);
        (await cora.DoAsync((PeerDeedsQuery query) => query.ReadAsync(pia.Id, null, 1))).Count.ShouldBe(7);
        await here.BooksAreSoundAsync();
    }
}
