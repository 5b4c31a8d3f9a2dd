using System.Net;
using CoProduce.Tests.Care;
using CoProduce.Tests.Diary;
using CoProduce.Tests.Matching;
using CoProduce.Tests.Offers;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Calls;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Skills;
using CoProduce.Web.Features.Slips;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Peers;

public sealed class APeerBrokerSeesTheirHubsOnly(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Every_page_they_may_open_answers_for_another_hub_as_for_nobody()
    {
        var (here, upper) = await bank.TwoHubsAsync();
        var xanthe = await here.GardenerOfAsync("Xanthe", upper);
        var request = await xanthe.PutsUpAsync(OfferKind.Request, "A hedge to cut");
        var yvonne = await here.GardenerOfAsync("Yvonne", upper);
        var (_, answer) = await yvonne.AnswersAsync(request);
        var visit = await (await here.CoordinatorAsync()).ArrangesAsync(here.Visit(yvonne.Member, xanthe.Member));
        var (nia, pile) = (await here.PeerBrokerAsync("Nia", upper), new PileForm());
        (await nia.DoAsync((KeepPile keep) => keep.BeginAsync(pile))).ShouldBe(KeepPile.Outcome.Done);
        var (near, far) = (await nia.BrowserAsync(), await (await here.PeerBrokerAsync("Fay", here.Hub)).BrowserAsync());
        var routes = bank
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<AllowRolesAttribute>() is { } roles && roles.Allowed.Contains(Role.PeerBroker))
            .Select(e => e.RoutePattern.RawText!.TrimStart('/')["{organisation}/".Length..])
            .Distinct()
            .ToList();
        routes.Count.ShouldBeGreaterThan(16);
        foreach (var route in routes)
        {
            var (of, nobody) = (Of(Row(route)), Of(Guid.NewGuid()));
            await near.OpenAsync(of);
            near.Status.ShouldBe(HttpStatusCode.OK, of);
            await far.OpenAsync(of);
            far.Status.ShouldBe(route.Contains("{id", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK, of);
            var said = far.Body;
            said.ShouldNotContain("Xanthe");
            said.ShouldNotContain("A hedge to cut");
            said.ShouldNotContain("Yvonne");
            said.ShouldNotContain("Reading together");
            await far.OpenAsync(nobody);
            Without(far.Body, nobody).ShouldBe(Without(said, of), of); // not a word more or less

            string Of(Guid id) =>
                route.Replace("{list}", "request", StringComparison.Ordinal).Replace("{id:guid}", id.ToString(), StringComparison.Ordinal);
        }

        Guid Row(string route) =>
            route.StartsWith("board/answers/", StringComparison.Ordinal) ? answer.Value
            : route.StartsWith("board/", StringComparison.Ordinal) || route.StartsWith("today/", StringComparison.Ordinal) ? request.Value
            : route.StartsWith("diary/visits/", StringComparison.Ordinal) ? visit.Value
            : route.StartsWith("desk/slips/", StringComparison.Ordinal) ? pile.RequestKey
            : xanthe.Member.Value;

        // Tokens and request keys differ on every page, and an address says itself.
        static string Without(string page, string path) =>
            System
                .Text.RegularExpressions.Regex.Replace(page, "value=\"[^\"]*\"|<!--.*?-->|\\?v=\\S+", "")
                .Replace(path, "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_finds_and_counts_nobody_and_nothing_else()
    {
        var (here, upper) = await bank.TwoHubsAsync();
        var (tess, uma) = (await here.GardenerOfAsync("Tess", here.Hub), await here.GardenerOfAsync("Uma", upper));
        await tess.PutsUpAsync(OfferKind.Request, "Gardening for Town");
        await uma.PutsUpAsync(OfferKind.Request, "Gardening for Upper");
        await uma.PutsUpAsync(OfferKind.Offer, "Bicycles mended");
        var pia = await here.PeerBrokerAsync("Pia", here.Hub);
        var found = await FindAsync("gardening");
        found.People.Select(p => p.Name).ShouldBe(["Tess"]);
        found.Requests.Select(r => r.Title).ShouldBe(["Gardening for Town"]);
        (await FindAsync("Uma")).Count.ShouldBe(0);
        (await FindAsync("Lastname")).Count.ShouldBe(0);
        (await FindAsync("bicycle")).Count.ShouldBe(0);
        (await FindAsync("Pia")).Count.ShouldBe(0); // nobody brokers for themself
        (await (await here.CoordinatorAsync()).DoAsync((DeskQuery q) => q.FindAsync("gardening"))).Requests.Count.ShouldBe(2);
        var browser = await pia.BrowserAsync();
        var page = (await browser.OpenAsync("desk?q=gardening")).QuerySelector("#results")!.TextContent;
        page.ShouldContain("1 person, 1 request");
        (await browser.OpenAsync("desk"))
            .QuerySelector("main")!
            .TextContent.ShouldContain("People of Town only; ask a coordinator for others.");
        (await browser.OpenAsync($"desk/peer-log?giver={await here.NumberAsync(uma.Member)}"))
            .QuerySelector("main")!
            .TextContent.ShouldNotContain("Uma");
        (await pia.DoAsync((MemberSearch search) => search.ChooseBrokeredAsync("tess", 12))).Single().Name.ShouldBe("Tess");
        foreach (var typed in (string[])["uma", "lastname", "pia", $"{await here.NumberAsync(uma.Member)}"])
            (await pia.DoAsync((MemberSearch search) => search.ChooseBrokeredAsync(typed, 12))).ShouldBeEmpty(typed);

        Task<DeskResults> FindAsync(string typed) => pia.DoAsync((DeskQuery query) => query.FindAsync(typed));
    }

    [Fact]
    public async Task A_shortlist_holds_their_people_and_shows_who_of_them_was_asked()
    {
        var (here, upper) = await bank.TwoHubsAsync();
        var (tess, bob, uma) = (
            await here.GardenerOfAsync("Tess", here.Hub),
            await here.GardenerOfAsync("Bob", here.Hub),
            await here.GardenerOfAsync("Uma", upper)
        );
        var request = await tess.PutsUpAsync(OfferKind.Request, "Gardening before the party");
        var (cora, pia) = (await here.CoordinatorAsync(), await here.PeerBrokerAsync("Pia", here.Hub));
        (await cora.LooksForAsync(request)).Names().Order().ShouldBe(["Bob", "Uma"]);
        var shown = await pia.LooksForAsync(request);
        shown.Names().ShouldBe(["Bob"]);
        (shown.List.More, shown.List.LeftOut.Count).ShouldBe((0, 0));
        (await cora.AsksAsync(request, ProposalWay.Phone, "Her knees are better", uma.Member)).ShouldBe(ProposeMatch.Outcome.Asked);
        (await pia.DoAsync((AskedQuery query) => query.OfAsync(request)))!.Lines.ShouldBeEmpty();
        (await (await pia.BrowserAsync()).OpenAsync($"board/{request.Value}/shortlist"))
            .QuerySelector("main")!
            .TextContent.ShouldContain("People of Town only; ask a coordinator for others.");

        // Whoever is elsewhere is asked as little as whoever does not exist, and nobody is asked with them.
        foreach (var member in (MemberId[])[uma.Member, new(Guid.NewGuid())])
            (await pia.AsksAsync(request, ProposalWay.Phone, "Why not", bob.Member, member)).ShouldBe(ProposeMatch.Outcome.NotForThem);
        var theirs = await uma.PutsUpAsync(OfferKind.Request, "Gardening upstairs");
        foreach (var offer in (OfferId[])[theirs, new(Guid.NewGuid())])
            (await pia.AsksAsync(offer, ProposalWay.Phone, "Why not", bob.Member)).ShouldBe(ProposeMatch.Outcome.NotOpen);
        (await here.ReadAsync(db => db.Proposals.CountAsync(p => p.MadeBy == pia.Id))).ShouldBe(0);
    }

    [Fact]
    public async Task They_write_down_what_they_were_told_themselves_and_read_no_colleagues_words()
    {
        var (here, _) = await bank.TwoHubsAsync();
        var (tess, bob, cyd) = (
            await here.GardenerOfAsync("Tess", here.Hub),
            await here.GardenerOfAsync("Bob", here.Hub),
            await here.GardenerOfAsync("Cyd", here.Hub)
        );
        var request = await tess.PutsUpAsync(OfferKind.Request, "Gardening before the party");
        var (cora, pia) = (await here.CoordinatorAsync(), await here.PeerBrokerAsync("Pia"));
        await cora.AsksAsync(request, ProposalWay.Phone, "His heart is better", cyd.Member);
        (await pia.AsksAsync(request, ProposalWay.Phone, "He likes roses", bob.Member)).ShouldBe(ProposeMatch.Outcome.Asked);
        var browser = await pia.BrowserAsync();
        var page = (await browser.OpenAsync($"board/{request.Value}/shortlist")).QuerySelector("main")!.TextContent;
        page.ShouldContain("Cyd");
        page.ShouldContain("He likes roses");
        page.ShouldNotContain("His heart is better");
        var (own, others) = (await here.ProposalAsync(request, bob.Member), await here.ProposalAsync(request, cyd.Member));
        (await SayAsync(pia, others)).ShouldBe(AnswerProposal.Outcome.NotFound);
        (await SayAsync(await here.PeerBrokerAsync("Nia"), own)).ShouldBe(AnswerProposal.Outcome.NotFound);
        (await SayAsync(pia, own)).ShouldBe(AnswerProposal.Outcome.Said);
        (await here.ProposalAsync(request, bob.Member)).Answer.ShouldBe(ProposalAnswer.Yes);
        (await here.PeerDeedsAsync()).ShouldBe([nameof(ProposeMatch), nameof(AnswerProposal)]);
    }

    [Fact]
    public async Task They_log_put_in_and_note_for_their_people_and_for_nobody_else()
    {
        var (here, upper) = await bank.TwoHubsAsync();
        var (tess, bob, uma) = (
            await here.GardenerOfAsync("Tess", here.Hub),
            await here.GardenerOfAsync("Bob", here.Hub),
            await here.GardenerOfAsync("Uma", upper)
        );
        var pia = await here.PeerBrokerAsync("Pia", here.Hub);
        var before = await tess.BalanceAsync();
        foreach (var other in (MemberId[])[uma.Member, new(Guid.NewGuid()), pia.Member])
        {
            (await pia.LogsForAsync(other, tess.Member)).ShouldBe(LogOutcome.UnknownMember);
            (await pia.LogsForAsync(tess.Member, other)).ShouldBe(LogOutcome.UnknownMember);
            (await pia.PutsInAsync(other)).Outcome.ShouldBe(PutInForMember.Outcome.NotTakingPart);
            (await pia.NotesAsync(other)).ShouldBe(NoteCall.Outcome.NotFound);
        }
        (await tess.BalanceAsync()).ShouldBe(before);
        (await pia.LogsForAsync(tess.Member, null)).ShouldBe(LogOutcome.NeedsCoordinator);
        (await pia.LogsForAsync(tess.Member, bob.Member)).ShouldBe(LogOutcome.Logged);
        (await tess.BalanceAsync()).ShouldBe(before + 60);
        (await here.ReadAsync(db => db.Exchanges.SingleAsync())).ConfirmedBy.ShouldBe(Confirmation.PeerBroker);
        (await pia.PutsInAsync(tess.Member)).Outcome.ShouldBe(PutInForMember.Outcome.PutIn);
        (await pia.NotesAsync(tess.Member)).ShouldBe(NoteCall.Outcome.Noted);
        (await here.PeerDeedsAsync()).ShouldBe([nameof(LogForMembers), nameof(PutInForMember), nameof(NoteCall)]);
        var call = await here.ReadAsync(db => db.Calls.SingleAsync());
        var correction = new NoteCallForm
        {
            Member = tess.Member.Value,
            Note = "x",
            Corrects = call.Id.Value.ToString(),
        };
        (await pia.DoAsync((NoteCall note) => note.HandleAsync(correction))).ShouldBe(NoteCall.Outcome.UnknownCall);
        await here.BooksAreSoundAsync();
    }

    [Fact]
    public async Task Neither_care_nor_a_balance_is_told_by_a_refusal()
    {
        var (here, _) = await bank.TwoHubsAsync();
        var (tess, bob, kept) = (
            await here.GardenerOfAsync("Tess", here.Hub),
            await here.GardenerOfAsync("Bob", here.Hub),
            await here.GardenerOfAsync("Kept", here.Hub)
        );
        await (await here.CoordinatorAsync()).RestrictsAsync(kept.Member, RestrictionKind.Other, "Only in the hall");
        var pia = await here.PeerBrokerAsync("Pia");
        (await pia.LogsForAsync(kept.Member, tess.Member)).ShouldBe(LogOutcome.NeedsCoordinator);
        for (var i = 0; i < 30 && await pia.LogsForAsync(bob.Member, tess.Member, 240) == LogOutcome.Logged; i++) { }
        (await pia.LogsForAsync(bob.Member, tess.Member, 240)).ShouldBe(LogOutcome.NeedsCoordinator);
        var browser = await pia.BrowserAsync();
        var page = await browser.OpenAsync(
            $"desk/peer-log?giver={await here.NumberAsync(bob.Member)}&receiver={await here.NumberAsync(tess.Member)}"
        );
        page = await browser.SendAsync(page, new() { ["Form.Description"] = "Weeding", ["Form.HowLong.Typed"] = "4" });
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("a coordinator must look at this one with you");
        page.QuerySelector("[name='Form.Description']")!.GetAttribute("value").ShouldBe("Weeding");
        foreach (var secret in (string[])["below zero", "Lastname", "pot"])
            page.QuerySelector("main")!.TextContent.ShouldNotContain(secret);
    }

    [Fact]
    public async Task From_a_members_page_a_peer_broker_logs_asks_and_notes()
    {
        var (here, _) = await bank.TwoHubsAsync();
        var (tess, bob) = (await here.GardenerOfAsync("Tess", here.Hub), await here.GardenerOfAsync("Bob", here.Hub));
        var browser = await (await here.PeerBrokerAsync("Pia")).BrowserAsync();
        var page = await browser.OpenAsync($"members/{tess.Member.Value}");
        page = await browser.SendAsync(page, new() { ["Form.Note"] = "Would like roses" }, "main form:has([name='Form.Note'])");
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("The call is kept.");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("Would like roses");
        page = await browser.OpenAsync($"members/{tess.Member.Value}/requests/new");
        page.QuerySelector("[data-draft]").ShouldBeNull();
        page = await browser.SendAsync(page, new() { ["Form.Title"] = "Gardening roses" });
        browser.Path.ShouldContain("/shortlist");
        page.QuerySelector("main")!.TextContent.ShouldContain("Bob");
        page = await browser.OpenAsync($"desk/peer-log?giver={await here.NumberAsync(bob.Member)}");
        page = await browser.SendAsync(
            page,
            new()
            {
                ["Form.ReceiverTyped"] = "tess",
                ["Form.Description"] = "Roses",
                ["Form.HowLong.Typed"] = "1",
            }
        );
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("Logged.");
        (await here.ReadAsync(db => db.Exchanges.SingleAsync())).Description.ShouldBe("Roses");
    }

    private static Task<AnswerProposal.Outcome> SayAsync(Actor who, Proposal proposal) =>
        who.DoAsync((AnswerProposal answer) => answer.ByBrokerAsync(proposal.Id, new() { Say = "yes", Seen = ProposalAnswer.Waiting }));
}
