using CoProduce.Tests.Support;
using CoProduce.Web.Features.MemberLists;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Members;

/// <summary>A break is no punishment and ends by itself; who would like to go says so by one of three plain doors; and a death is no leaving.</summary>
public sealed class PeopleTakeABreakOrGo(Bank bank) : IClassFixture<Bank>
{
    private static readonly DateOnly Today = new(2026, 11, 18);

    [Fact]
    public async Task A_member_takes_a_break_until_a_day_and_still_signs_in()
    {
        var here = await NewAsync();
        var ann = await here.MemberAsync("Ann", "Rests", "ann@rests.example");
        var browser = await ann.BrowserAsync();
        var page = await browser.OpenAsync("me");
        page = await browser.OpenAsync("/" + page.QuerySelector("main a[href$='/me/break']")!.GetAttribute("href")!);
        page = await browser.SendAsync(page, Until(1, 11));
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("This day is over.");
        page = await browser.SendAsync(page, Until(24, 12));
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("Have a good break.");
        page.QuerySelector("main")!.TextContent.ShouldContain("Away until Thursday 24 December.");

        (await AwayAsync(here, ann.Member, Today)).ShouldBeTrue();
        (await AwayAsync(here, ann.Member, new(2026, 12, 25))).ShouldBeFalse(); // it ends by itself
        (await LettersAsync(here)).ShouldContain(l =>
            l.Contains("ann@rests.example", StringComparison.Ordinal) && l.Contains("that is fine with us", StringComparison.Ordinal)
        );
        (await here.ReadAsync(db => db.Members.SingleAsync(m => m.Id == ann.Member))).Status.ShouldBe(MemberStatus.Active);

        page = await browser.SendAsync(await browser.OpenAsync("me/break"), []);
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("Welcome back!");
        (await AwayAsync(here, ann.Member, Today)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_coordinator_writes_it_down_and_the_member_is_not_called_quiet()
    {
        var here = await NewAsync();
        var lou = await here.AddMemberAsync("Lou", "Hospital");
        await here.WriteAsync(db =>
            db.Members.Where(m => m.Id == lou).ExecuteUpdateAsync(m => m.SetProperty(x => x.JoinedOn, Today.AddDays(-200)))
        );
        (await QuietAsync(here)).ShouldContain(lou);
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();
        var page = await browser.OpenAsync($"members/{lou.Value}/standing");
        page = await browser.OpenAsync("/" + page.QuerySelector("main a[href$='/break']")!.GetAttribute("href")!);
        page = await browser.SendAsync(page, []);
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("Nobody asks Lou for anything meanwhile.");
        page.QuerySelector("main")!.TextContent.ShouldContain("Away at present.");
        (await QuietAsync(here)).ShouldNotContain(lou);
        (await here.ReadAsync(db => db.AuditLines.SingleAsync(a => a.Deed == nameof(TakeBreak)))).OnBehalfOf.ShouldBe(lou);
    }

    [Theory]
    [InlineData("leave", "Ann asked on 18 Nov 2026 to leave.", "A member would like to leave")]
    [InlineData("erase", "Ann asked on 18 Nov 2026 to be erased.", "A member asks to be erased")]
    public async Task A_member_asks_to_go_and_coordinators_hear_of_it_once(string what, string shown, string letter)
    {
        var here = await NewAsync();
        var (ann, cora) = (await here.MemberAsync("Ann", "Goes"), await here.CoordinatorAsync());
        var browser = await ann.BrowserAsync();
        var page = await browser.OpenAsync("me");
        page = await browser.OpenAsync("/" + page.QuerySelector($"main a[href$='/me/ask/{what}']")!.GetAttribute("href")!);
        page = await browser.SendAsync(page, new() { ["Form.Words"] = "I am moving to the coast" });
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("will speak with you");
        (await browser.OpenAsync($"me/ask/{what}")).QuerySelector("main")!.TextContent.ShouldContain("Your coordinators know.");
        await ann.DoAsync(
            (AskToGo ask) => ask.HandleAsync(new() { Ask = what == "leave" ? GoingAsk.Leave : GoingAsk.Erase, Words = "Again" })
        );

        var letters = await LettersAsync(here);
        letters.Count(l => l.Contains(letter, StringComparison.Ordinal)).ShouldBe(1);
        letters.ShouldAllBe(l => !l.Contains("coast", StringComparison.Ordinal) && !l.Contains("Goes", StringComparison.Ordinal));
        var theirs = (await (await cora.BrowserAsync()).OpenAsync($"members/{ann.Member.Value}")).QuerySelector("main")!.TextContent;
        theirs.ShouldContain(shown);
        theirs.ShouldContain("I am moving to the coast");
        (await TodayAsync(cora)).ShouldContain("Ann Goes");
        (await here.ReadAsync(db => db.Members.SingleAsync(m => m.Id == ann.Member))).Status.ShouldBe(MemberStatus.Active);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_changed_their_mind_stays_and_no_longer_asks(bool bySelf)
    {
        var here = await NewAsync();
        var (ann, cora) = (await here.MemberAsync("Ann", "Stays"), await here.CoordinatorAsync());
        await ann.DoAsync((AskToGo ask) => ask.HandleAsync(new() { Ask = GoingAsk.Leave }));
        bank.Clock.Advance(TimeSpan.FromMinutes(1));
        var browser = await (bySelf ? ann : cora).BrowserAsync();
        var page = await browser.OpenAsync(bySelf ? "me/ask/leave" : $"members/{ann.Member.Value}");
        var form = page.QuerySelectorAll("main form").Single(f => f.TextContent.Contains("changed", StringComparison.Ordinal));
        await browser.SendAsync(page, [], $"main form:has(input[value='{form.QuerySelector("[name=_handler]")!.GetAttribute("value")}'])");
        (await TodayAsync(cora)).ShouldNotContain("Ann Stays");
        bank.Clock.Advance(TimeSpan.FromMinutes(1));
        (await ann.DoAsync((AskToGo ask) => ask.HandleAsync(new() { Ask = GoingAsk.Leave }))).ShouldBe(AskToGo.Outcome.Asked); // and may ask anew
        (await TodayAsync(cora)).ShouldContain("Ann Stays");
    }

    [Fact]
    public async Task A_death_has_words_of_its_own_and_asks_no_reason()
    {
        var here = await NewAsync();
        var (cora, lou) = (await here.CoordinatorAsync(), await here.AddMemberAsync("Lou", "Late", "lou@late.example"));
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"members/{lou.Value}/died");
        var words = page.QuerySelector("main")!.TextContent;
        words.ShouldContain("Lou Late has died");
        foreach (var wrong in new[] { "leaving", "Why are they", "How did they tell you" })
            words.ShouldNotContain(wrong);
        page = await browser.SendAsync(page, new() { ["Form.Rest"] = LeaveForm.Later });
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Say who told us.");
        page = await browser.SendAsync(
            page,
            new()
            {
                ["Form.ToldBy"] = "Her daughter Mair",
                ["Form.ToldOn.Day"] = "16",
                ["Form.ToldOn.Month"] = "11",
                ["Form.ToldOn.Year"] = "2026",
                ["Form.WritesToFamily"] = "Cora",
                ["Form.Rest"] = LeaveForm.Later,
            }
        );
        page.QuerySelector(".read-back")!.TextContent.ShouldContain("because they died");
        page = await browser.SendAsync(page, []);
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("It is written down that Lou has died.");

        (await here.ReadAsync(db => db.Members.SingleAsync(m => m.Id == lou))).HasDied.ShouldBeTrue();
        (await here.ReadAsync(db => db.AuditLines.SingleAsync(a => a.Deed == nameof(EndMembership)))).Reason.ShouldBe(
            "Her daughter Mair; 2026-11-16; Cora"
        );
        (await LettersAsync(here)).ShouldAllBe(l => !l.Contains("lou@late.example", StringComparison.Ordinal));
        words = page.QuerySelector("main")!.TextContent;
        words.ShouldContain("Has died");
        foreach (var gone in new[] { "Who could Lou meet first?", "Lou may see it", "Change name" })
            words.ShouldNotContain(gone);
    }

    [Fact]
    public async Task An_organisation_does_not_die()
    {
        var here = await NewAsync();
        var school = await here.AddMemberAsync("Holy Cross");
        await here.WriteAsync(db =>
            db.Members.Where(m => m.Id == school).ExecuteUpdateAsync(m => m.SetProperty(x => x.Kind, MemberKind.Organisation))
        );
        var cora = await here.CoordinatorAsync();
        var browser = await cora.BrowserAsync();
        (await browser.OpenAsync($"members/{school.Value}/standing")).QuerySelector("a[href$='/died']").ShouldBeNull();
        await browser.OpenAsync($"members/{school.Value}/died");
        ((int)browser.Status).ShouldBe(404);
        var form = new LeaveForm
        {
            Member = school.Value,
            HasDied = true,
            ToldBy = "Somebody",
            Balance = 120,
            Rest = LeaveForm.Later,
        };
        (await cora.DoAsync((EndMembership end) => end.HandleAsync(form))).ShouldBe(EndMembership.Outcome.NotFound);
    }

    [Fact]
    public async Task The_page_of_somebody_erased_is_bare()
    {
        var here = await NewAsync();
        var ann = await here.AddMemberAsync("Ann", "Gone");
        var number = await here.NumberAsync(ann);
        await here.WriteAsync(db =>
            db.Members.Where(m => m.Id == ann)
                .ExecuteUpdateAsync(m =>
                    m.SetProperty(x => x.Status, MemberStatus.Left).SetProperty(x => x.LeftOn, Today).SetProperty(x => x.ErasedOn, Today)
                )
        );
        var main = (await (await (await here.CoordinatorAsync()).BrowserAsync()).OpenAsync($"members/{ann.Value}")).QuerySelector("main")!;
        main.TextContent.ShouldContain("The hours stay.");
        main.QuerySelector("dl").ShouldBeNull();
        main.QuerySelectorAll("a[href*='/edit'], a[href*='/giving'], a[href*='/notes'], form").ShouldBeEmpty();
        number.ShouldBeGreaterThan(0);
    }

    private static Dictionary<string, string?> Until(int day, int month) =>
        new()
        {
            ["Form.Until.Day"] = $"{day}",
            ["Form.Until.Month"] = $"{month}",
            ["Form.Until.Year"] = "2026",
        };

    private static Task<bool> AwayAsync(Place here, MemberId member, DateOnly day) =>
        here.ReadAsync(db => db.AwayOn(day).AnyAsync(id => id == member));

    private static Task<List<MemberId>> QuietAsync(Place here) =>
        here.ReadAsync(async db =>
        {
            var settings = await db.Settings.SingleAsync();
            return await db.MembersIn(MemberGroup.Quiet, settings, Today).Select(m => m.Id).ToListAsync();
        });

    private static Task<List<string>> LettersAsync(Place here) =>
        here.ReadAsync(db => db.Outbox.Where(o => o.Letter != "").Select(o => o.Letter).ToListAsync());

    private Task<Place> NewAsync() => bank.CreateAsync($"break-{Guid.NewGuid():N}"[..24], "Breaks");

    private static async Task<string> TodayAsync(Actor cora) =>
        (await (await cora.BrowserAsync()).OpenAsync("today")).QuerySelector("#day-going")?.TextContent ?? "";
}
