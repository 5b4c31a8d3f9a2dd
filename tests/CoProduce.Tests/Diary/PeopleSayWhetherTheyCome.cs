using System.Net;
using CoProduce.Tests.Messages;
using CoProduce.Tests.Relations;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Diary;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Diary;

public sealed class PeopleSayWhetherTheyCome(PostalBank bank) : IClassFixture<PostalBank>
{
    private const string Press = "main button[name='Pressed']";

    [Fact]
    public async Task By_the_link_of_a_letter_without_signing_in_and_of_that_session_only()
    {
        var (here, cora) = await NewAsync("link");
        var ann = await here.ByMailAsync("ann");
        var session = await cora.PlansAsync(here);
        var other = await cora.PlansAsync(here, inDays: 5);
        await ann.ComesAsync(session);
        await cora.MovesAsync(session, 1);
        await bank.DeliverAsync();
        bank.Post.Read()
            .ShouldContain(m =>
                m.Contains(ann.SignIn.Email!, StringComparison.Ordinal) && m.Contains("/session/", StringComparison.Ordinal)
            );
        var link = await LinkAsync(cora, session, ann);
        var browser = bank.Stranger();
        var page = await browser.OpenAsync(link);
        page.QuerySelector("main")!.TextContent.ShouldContain("You come");
        (await PlacesAsync(here)).ShouldBe([(session, ann.Member)]); // opening changes nothing
        page = await browser.SendAsync(page, Pressed(page, "leave"));
        page.QuerySelector("main .notice-done")!.TextContent.ShouldContain("You are off the list", customMessage: browser.Body);
        (await PlacesAsync(here)).ShouldBeEmpty();
        var forged = $"join.{other.Value}.{Guid.CreateVersion7()}";
        await browser.SendAsync(page, new() { ["Pressed"] = forged });
        (await PlacesAsync(here)).ShouldBeEmpty();
        await browser.SendAsync(page, Pressed(page, "join"));
        (await PlacesAsync(here)).ShouldBe([(session, ann.Member)]);
        var place = await here.ReadAsync(db => db.SessionPlaces.SingleAsync());
        (place.By, place.Door).ShouldBe((null, CoProduce.Ledger.Door.Mail));
        foreach (var wrong in new[] { link[..^3] + "abc", link.Replace("/session/", "/visit/", StringComparison.Ordinal) })
        {
            await browser.OpenAsync(wrong);
            browser.Status.ShouldBe(HttpStatusCode.Gone);
        }
    }

    [Fact]
    public async Task Whoever_acts_for_a_member_says_it_for_them()
    {
        var (here, cora) = await NewAsync("acting");
        var (dina, olga) = (await here.MemberAsync("Dina"), await here.AddMemberAsync("Olga"));
        await cora.ActsForAsync(dina, olga);
        var session = await cora.PlansAsync(here);
        var browser = await dina.BrowserAsync();
        var page = await browser.OpenAsync($"/for/{olga.Value}/{here.Slug}/whats-on");
        await browser.SendAsync(page, Pressed(page, "join"));
        (await PlacesAsync(here)).ShouldBe([(session, olga)]);
        var line = await here.ReadAsync(db => db.AuditLines.SingleAsync(l => l.Deed == nameof(SignUp)));
        (line.By, line.OnBehalfOf).ShouldBe((dina.Id, olga));
    }

    [Fact]
    public async Task Of_a_full_one_the_button_and_the_answer_say_that_it_is_the_waiting_list_and_both_are_counted_apart()
    {
        var (here, cora) = await NewAsync("full");
        var (ann, bob, cat) = (await here.MemberAsync("Ann"), await here.MemberAsync("Bob"), await here.AddMemberAsync("Cat"));
        var session = await cora.PlansAsync(here, places: 1);
        await ann.ComesAsync(session);
        var browser = await bob.BrowserAsync();
        var page = await browser.OpenAsync("whats-on");
        page.QuerySelector(Press)!.TextContent.ShouldStartWith("Put me on the waiting list");
        page = await browser.SendAsync(page, Pressed(page, "join"));
        page.QuerySelector("main .notice-done")!.TextContent.ShouldContain("You are on the waiting list");
        var staff = await cora.BrowserAsync();
        var shown = await staff.OpenAsync($"diary/sessions/{session.Value}");
        shown.QuerySelector("#people-title .count")!.TextContent.ShouldBe("1");
        shown.QuerySelector("section:has(#people-title) h3 .count")!.TextContent.ShouldBe("1");
        shown = await staff.SendAsync(
            shown,
            new() { ["Join.MemberTyped"] = $"{await here.NumberAsync(cat)}" },
            "main form:has([name='Join.MemberTyped'])"
        );
        shown.QuerySelector("main .notice-done")!.TextContent.ShouldContain("They are on the waiting list");
        page = await (await ann.BrowserAsync()).OpenAsync("whats-on");
        page.QuerySelector("main details:has(button[name='Pressed'])")!.TextContent.ShouldContain("Somebody waits for a place"); // asked first
    }

    [Fact]
    public async Task That_somebody_cannot_come_is_undone_by_one_press()
    {
        var (here, cora) = await NewAsync("undo");
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.AddMemberAsync("Bob"));
        var session = await cora.PlansAsync(here, places: 5);
        await ann.ComesAsync(session);
        await cora.WritesDownAsync(session, bob);
        var browser = await ann.BrowserAsync();
        var page = await browser.OpenAsync("whats-on");
        page = await browser.SendAsync(page, Pressed(page, "leave"));
        (await PlacesAsync(here)).ShouldBe([(session, bob)]);
        await browser.SendAsync(
            page,
            new() { ["Pressed"] = page.QuerySelector(".notice-done button[name='Pressed']")!.GetAttribute("value") }
        );
        (await PlacesAsync(here)).ShouldBe([(session, ann.Member), (session, bob)], ignoreOrder: true);
        var staff = await cora.BrowserAsync();
        var shown = await staff.OpenAsync($"diary/sessions/{session.Value}");
        var off = shown
            .QuerySelectorAll(Press)
            .Select(b => b.GetAttribute("value")!)
            .Single(v => v.Contains($"{bob.Value}", StringComparison.Ordinal));
        shown = await staff.SendAsync(shown, new() { ["Pressed"] = off });
        (await PlacesAsync(here)).ShouldBe([(session, ann.Member)]);
        await staff.SendAsync(
            shown,
            new() { ["Pressed"] = shown.QuerySelector(".notice-done button[name='Pressed']")!.GetAttribute("value") }
        );
        (await PlacesAsync(here)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_diary_of_ones_own_holds_ones_own_and_whoever_leads_reads_first_names()
    {
        var (here, cora) = await NewAsync("own");
        var (lena, ann) = (await here.MemberAsync("Lena"), await here.MemberAsync("Annest", "Hidden"));
        var mine = await cora.PlansAsync(here, leader: lena.Member, title: "Salsa");
        await cora.PlansAsync(here, title: "Tango");
        await cora.CallsOffAsync(await cora.PlansAsync(here, leader: lena.Member, weeks: 3, title: "Bingo"), andAllAfter: true);
        await ann.ComesAsync(mine);
        var browser = await lena.BrowserAsync();
        var diary = (await browser.OpenAsync("diary?view=month")).QuerySelector("main")!.TextContent;
        diary.ShouldContain("Salsa");
        diary.ShouldNotContain("Tango");
        diary.ShouldContain("Annest");
        diary.ShouldNotContain("Hidden");
        var on = await browser.OpenAsync("whats-on");
        on.QuerySelector("main form")!.TextContent.ShouldContain("Tango");
        on.QuerySelector("main form")!.TextContent.ShouldNotContain("Bingo");
        on.QuerySelector("main > details, main details:not(form details)")!.TextContent.ShouldContain("Bingo");
        (await (await ann.BrowserAsync()).OpenAsync("diary?view=month")).QuerySelector("main")!.TextContent.ShouldContain("You come");
        (await (await (await here.MemberAsync("Olga")).BrowserAsync()).OpenAsync("whats-on")).Body!.TextContent.ShouldNotContain("Annest");
    }

    [Fact]
    public async Task A_list_for_the_door_has_their_names_and_a_code_and_the_diary_is_in_order_of_time()
    {
        var (here, cora) = await NewAsync("door");
        var (lena, ann, bob) = (
            await here.AddMemberAsync("Lena"),
            await here.AddMemberAsync("Ann", "Hughes"),
            await here.AddMemberAsync("Bob")
        );
        var session = await cora.PlansAsync(here, leader: lena, places: 1); // at two
        await cora.WritesDownAsync(session, ann);
        await cora.WritesDownAsync(session, bob);
        var browser = await cora.BrowserAsync();
        (await browser.OpenAsync($"diary/sessions/{session.Value}")).QuerySelector("main a[href$='/print']").ShouldNotBeNull();
        var paper = await browser.OpenAsync($"diary/sessions/{session.Value}/print");
        paper
            .QuerySelectorAll(".register-table")
            .Select(t => t.QuerySelector("bdi")!.TextContent)
            .ShouldBe(["Lena Example", "Ann Hughes", "Bob Example"]);
        paper.QuerySelector("svg.slip-code").ShouldNotBeNull();
        paper.QuerySelectorAll(".tick-box").Length.ShouldBe(1 + 1 + 1 + 6 + 1);
        foreach (var at in new[] { "16:00", "09:00" })
            await cora.ArrangesAsync(here.Visit(ann, lena, inDays: 3, at: at));
        var list = await browser.OpenAsync("diary?view=month");
        list.QuerySelectorAll("main .lines time").Select(t => t.GetAttribute("datetime")).ShouldBe(["09:00", "14:00", "16:00"]);
    }

    private static Dictionary<string, string?> Pressed(AngleSharp.Html.Dom.IHtmlDocument page, string what) =>
        new()
        {
            ["Pressed"] = page.QuerySelectorAll(Press)
                .Select(b => b.GetAttribute("value")!)
                .First(v => v.StartsWith(what, StringComparison.Ordinal)),
        };

    private static Task<string> LinkAsync(Actor cora, SessionId session, Actor member) =>
        cora.DoAsync((VisitLinks links) => Task.FromResult(links.PathFor(session, member.Member)));

    private static async Task<List<(SessionId, CoProduce.Web.Features.Members.MemberId)>> PlacesAsync(Place here) =>
        [.. (await here.ReadAsync(db => db.SessionPlaces.ToListAsync())).Select(p => (p.SessionId, p.MemberId))];

    private async Task<(Place, Actor)> NewAsync(string name)
    {
        bank.Clock.AdvanceToMorning();
        var here = await bank.CreateAsync($"{name}-{Guid.NewGuid():N}"[..30], "Coming");
        return (here, await here.CoordinatorAsync());
    }
}
