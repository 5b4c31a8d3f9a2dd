using CoProduce.Tests.Diary;
using CoProduce.Tests.Offers;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Activities;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Offers;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Matching;

public sealed class TheDeskFindsHelp(Bank bank) : IClassFixture<Bank>
{
    [Theory]
    [InlineData("greenhouse")]
    [InlineData("enhou")]
    [InlineData("SÉANCE")]
    [InlineData("seance")]
    [InlineData("Tirion green")]
    [InlineData("trecastell enhouse")]
    public async Task An_exchange_by_any_fragment_of_what_it_was_and_of_who_met(string typed)
    {
        var here = await NewAsync();
        var tirion = await here.MemberAsync("Tirion", "Giver");
        await tirion.GaveAsync(60, await here.AddMemberAsync("Gwen", "Trecastell"), "Mended the greenhouse, a séance");
        await tirion.GaveAsync(60, await here.AddMemberAsync("Somebody"), "A walk");
        var found = await FindAsync(here, typed);
        found.Exchanges.ShouldHaveSingleItem().Description.ShouldStartWith("Mended");
    }

    [Fact]
    public async Task And_not_one_in_which_a_word_of_it_is_missing()
    {
        var here = await NewAsync();
        var tirion = await here.MemberAsync("Tirion", "Giver");
        await tirion.GaveAsync(60, await here.AddMemberAsync("Gwen"), "Mended the greenhouse");
        (await FindAsync(here, "greenhouse piano")).Exchanges.ShouldBeEmpty();
        (await FindAsync(here, "gr")).Exchanges.ShouldBeEmpty(); // narrows nothing
    }

    [Fact]
    public async Task By_its_new_words_once_it_says_something_else()
    {
        var here = await NewAsync();
        var (_, id) = await (await here.MemberAsync("Tirion")).GaveAsync(60, await here.AddMemberAsync("Gwen"), "Mended the greenhouse");
        var renamed = await here.WriteAsync(db =>
            db.Exchanges.Where(e => e.Id == id).ExecuteUpdateAsync(e => e.SetProperty(x => x.Description, "Painted the pergola"))
        );
        renamed.ShouldBe(1);
        (await FindAsync(here, "ergol")).Exchanges.ShouldHaveSingleItem();
        (await FindAsync(here, "greenhouse")).Exchanges.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_session_by_any_fragment()
    {
        var here = await NewAsync();
        await here.AddMemberAsync("Lena", "Leader");
        await here.AddMemberAsync("Bob");
        await here.AddMemberAsync("Ann");
        var cora = await here.CoordinatorAsync();
        var browser = await cora.BrowserAsync();
        var page = await browser.SendAsync(
            await browser.OpenAsync("register"),
            new()
            {
                ["Form.Gave"] = "leader",
                ["Form.TookPart"] = "bob\nann",
                ["Form.HowLong.Typed"] = "1",
                ["Form.Description"] = "The sewing class",
                ["Form.Difference"] = "Organisation",
                ["Form.Step"] = RegisterForm.Look,
            }
        );
        await browser.SendAsync(page, new() { ["Form.Step"] = RegisterForm.Post });
        var found = await FindAsync(here, "ewin");
        found.Sessions.ShouldHaveSingleItem().People.ShouldBe(3);
        (await browser.OpenAsync("desk?q=ewin")).QuerySelector("#results a[href*='/register/']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("wheelbarow")]
    [InlineData("heelbarr")]
    public async Task A_request_spelt_about_right_or_by_the_middle_of_a_word(string typed)
    {
        var here = await NewAsync();
        var ann = await here.AddMemberAsync("Ann", "Asker");
        await here.WriteAsync(db =>
            Task.FromResult(
                db.Offers.Add(
                    new()
                    {
                        Id = OfferId.New(),
                        Kind = OfferKind.Request,
                        MemberId = ann,
                        Title = "A wheelbarrow for a week",
                        MadeAt = bank.Clock.GetUtcNow(),
                    }
                )
            )
        );
        (await FindAsync(here, typed)).Requests.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("hyacinth")]
    [InlineData("palmer curtains")]
    public async Task A_request_that_is_being_arranged_and_by_whose_it_is(string typed)
    {
        var here = await NewAsync();
        var ann = await here.MemberAsync("Hyacinth", "Palmer");
        var id = await ann.PutsUpAsync(OfferKind.Request, "A hand with the curtains");
        await here.WriteAsync(async db =>
        {
            (await db.Offers.SingleAsync(o => o.Id == id)).Arrange(null, bank.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        var found = (await FindAsync(here, typed)).Requests.ShouldHaveSingleItem();
        (found.Id, found.Status).ShouldBe((id, OfferStatus.Arranged));
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();
        (await browser.OpenAsync($"board?show=requests&q={typed}"))
            .QuerySelector("main")!
            .TextContent.ShouldContain("A hand with the curtains");
    }

    [Fact]
    public async Task A_planned_session_and_an_arranged_visit()
    {
        var here = await NewAsync();
        var (lena, mair, cora) = (await here.MemberAsync("Lena"), await here.MemberAsync("Mair"), await here.CoordinatorAsync());
        var session = await cora.PlansAsync(here, leader: lena.Member, title: "Sewing and mending");
        var visit = await cora.ArrangesAsync(here.Visit(mair.Member, lena.Member));
        (await FindAsync(here, "sewing mend")).Planned.ShouldHaveSingleItem().Session.Id.ShouldBe(session);
        (await FindAsync(here, "reading mair")).Visits.ShouldHaveSingleItem().Visit.Id.ShouldBe(visit);
        var page = await (await cora.BrowserAsync()).OpenAsync("desk?q=lena");
        page.QuerySelector($"#results a[href$='diary/sessions/{session.Value}']").ShouldNotBeNull();
        page.QuerySelector($"#results a[href$='diary/visits/{visit.Value}']").ShouldNotBeNull();
        await cora.CallsOffAsync(session);
        (await FindAsync(here, "sewing mend")).Planned.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_cut_off_is_not_counted_as_if_it_were_all()
    {
        var here = await NewAsync();
        var (tirion, gwen) = (await here.MemberAsync("Tirion"), await here.AddMemberAsync("Gwen"));
        for (var i = 0; i < 7; i++)
            await tirion.GaveAsync(60, gwen, $"The greenhouse, part {i}");
        var page = await (await (await here.CoordinatorAsync()).BrowserAsync()).OpenAsync("desk?q=greenhouse");
        page.QuerySelector("#results [role=status]")!.TextContent.ShouldBe("the first 6 exchanges");
        page.QuerySelector("#results a[href$='exchanges?q=greenhouse']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Nothing_of_another_organisation()
    {
        var (here, there) = (await NewAsync(), await NewAsync());
        await (await there.MemberAsync("Tirion", "Unheard")).GaveAsync(60, await there.AddMemberAsync("Gwen"), "Mended the greenhouse");
        foreach (var typed in (string[])["greenhouse", "Tirion", "Unheard"])
            (await FindAsync(here, typed)).Count.ShouldBe(0, typed);
        (await FindAsync(there, "greenhouse")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_peer_broker_finds_no_exchange_no_session_no_last_name_and_no_number()
    {
        var here = await NewAsync();
        await (await here.MemberAsync("Tirion", "Secretname")).GaveAsync(60, await here.AddMemberAsync("Gwen"), "Mended the greenhouse");
        var peer = await here.StaffAsync("Pat", Role.PeerBroker);
        (await peer.DoAsync((DeskQuery q) => q.FindAsync("greenhouse"))).Count.ShouldBe(0);
        (await peer.DoAsync((DeskQuery q) => q.FindAsync("Secretname"))).Count.ShouldBe(0);
        var person = (await peer.DoAsync((DeskQuery q) => q.FindAsync("Tirion"))).People.ShouldHaveSingleItem();
        (person.Name, person.Number, person.Balance).ShouldBe(("Tirion", null, null));
        // Two of one first name are told apart by their numbers, and no others.
        var other = await here.AddMemberAsync("Tirion", "Othername");
        var both = (await peer.DoAsync((DeskQuery q) => q.FindAsync("Tirion"))).People;
        both.Count.ShouldBe(2);
        both.ShouldContain(p => p.Number == here.NumberAsync(other).Result);
        var page = await (await peer.BrowserAsync()).OpenAsync("desk?q=tirion");
        page.QuerySelector("script[src*=desk]").ShouldNotBeNull();
        page.QuerySelectorAll(".keys [data-place]").Select(k => k.GetAttribute("data-place")).ShouldBe(["today", "desk/peer-log"]);
        page.QuerySelector("main")!.TextContent.ShouldNotContain("Othername");
        (await peer.DoAsync((DeskQuery q) => q.FindAsync("Secretnam"))).Count.ShouldBe(0);
        (await peer.DoAsync((DeskQuery q) => q.FindAsync("Tyrion"))).People.Count.ShouldBe(2);
    }

    private Task<Place> NewAsync() => bank.CreateAsync($"desk-{Guid.NewGuid():N}"[..30], "Desk");

    private static async Task<DeskResults> FindAsync(Place place, string typed) =>
        await (await place.CoordinatorAsync()).DoAsync((DeskQuery query) => query.FindAsync(typed));
}
