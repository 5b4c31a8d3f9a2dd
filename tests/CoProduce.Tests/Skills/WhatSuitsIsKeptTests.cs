using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Skills;

/// <summary>When, how far and on what terms people take part, topic by topic, and what is for few eyes.</summary>
public sealed class WhatSuitsIsKeptTests(Bank bank) : IClassFixture<Bank>
{
    private readonly Place place = bank.Riverside;

    [Fact]
    public async Task A_week_and_days_away_are_ticked_and_read_back_in_words()
    {
        var ann = await place.MemberAsync("Ann");
        var browser = await ann.BrowserAsync();
        var page = await browser.OpenAsync("me/giving/times");
        var away = new Dictionary<string, string?>
        {
            ["Form.Ticked"] = "4", // Tuesday afternoon
            ["Form.AwayFrom.Day"] = "1",
            ["Form.AwayFrom.Month"] = "12",
            ["Form.AwayFrom.Year"] = "2026",
            ["Form.AwayUntil.Day"] = "30",
            ["Form.AwayUntil.Month"] = "11",
            ["Form.AwayUntil.Year"] = "2026",
        };
        page = await browser.SendAsync(page, away);
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("The last day away comes before the first.");
        page.QuerySelector("[name='Form.Ticked'][value='4']")!.HasAttribute("checked").ShouldBeTrue();
        page = await browser.SendAsync(page, new() { ["Form.Ticked"] = "4", ["Form.AwayUntil.Month"] = "12" });
        var words = page.QuerySelector("main")!.TextContent;
        words.ShouldContain("Tuesday: afternoon.");
        words.ShouldContain("Away from Tuesday 1 December until Wednesday 30 December.");
        var suits = await place.ReadAsync(db => db.WhatSuits.SingleAsync(s => s.MemberId == ann.Member));
        suits.Times.ShouldBe(WeekPattern.Bit(1, 1));
        suits.IsAway(new(2026, 12, 30)).ShouldBeTrue();
        suits.IsAway(new(2026, 11, 30)).ShouldBeFalse();
        suits.IsAway(new(2026, 12, 31)).ShouldBeFalse();
    }

    [Fact]
    public async Task One_topic_leaves_the_others_as_they_were()
    {
        var ann = await place.MemberAsync("Ann");
        await ann.DoAsync((ChangeTimes change) => change.HandleAsync(new() { Ticked = ["0"], AskFirst = true }));
        await ann.DoAsync((ChangeReach change) => change.HandleAsync(new() { Reach = nameof(Reach.Town), NeedsLift = true }));
        await ann.DoAsync((ChangeHome change) => change.HandleAsync(new() { Has = ["Dog", "Cat", "Lion"], Avoids = ["Smoke"] }));
        await ann.DoAsync((ChangeNotAsk change) => change.HandleAsync(new() { Words = " climb ladders " }));
        var suits = await place.ReadAsync(db => db.WhatSuits.SingleAsync(s => s.MemberId == ann.Member));
        (suits.Times, suits.AskFirst, suits.Reach, suits.NeedsLift).ShouldBe((1, true, Reach.Town, true));
        (suits.Has, suits.Avoids, suits.DoNotAsk).ShouldBe((PetsAndSmoke.Dog | PetsAndSmoke.Cat, PetsAndSmoke.Smoke, "climb ladders"));
    }

    [Fact]
    public async Task Languages_are_added_changed_and_taken_away()
    {
        var ann = await place.MemberAsync("Ann");
        var browser = await ann.BrowserAsync();
        const string add = "form:has([name='Form.Code'])";
        var page = await browser.SendAsync(await browser.OpenAsync("me/giving/languages"), new() { ["Form.Code"] = "xx" }, add);
        page.QuerySelector("#f-Code-error")!.TextContent.ShouldContain("Choose a language.");
        page = await browser.SendAsync(page, new() { ["Form.Code"] = "so", ["Form.Level"] = "Little" }, add);
        page = await browser.SendAsync(page, new() { ["Form.Code"] = "so", ["Form.Level"] = "Well" }, add);
        page.QuerySelectorAll("main .lines li").Length.ShouldBe(1);
        page.QuerySelector("main .lines li")!.TextContent.ShouldContain("Somali, well");
        await browser.SendAsync(page, [], "main .line-actions form");
        (await place.ReadAsync(db => db.MemberLanguages.AnyAsync(l => l.MemberId == ann.Member))).ShouldBeFalse();
    }

    [Fact]
    public async Task What_helps_is_read_through_the_door_and_the_look_is_recorded()
    {
        var (ann, cora) = (await place.MemberAsync("Ann"), await place.CoordinatorAsync("Cora"));
        await NeedsAsync(ann);
        var browser = await cora.BrowserAsync();
        foreach (var path in new[] { $"members/{ann.Member.Value}", $"members/{ann.Member.Value}/giving/access" })
        {
            var page = await browser.OpenAsync(path);
            browser.Body.ShouldNotContain("Behind the left ear");
            page.QuerySelectorAll("[value='LargePrint']").ShouldBeEmpty();
        }
        (await LooksAsync(ann)).ShouldBe(0);
        var opened = await browser.SendAsync(
            await browser.OpenAsync($"members/{ann.Member.Value}/giving/access"),
            [],
            "form:has([value='open-access'])"
        );
        opened.QuerySelector("[value='LargePrint']")!.HasAttribute("checked").ShouldBeTrue();
        (await LooksAsync(ann)).ShouldBe(1);
        await browser.SendAsync(opened, new() { ["Form.Ticked"] = "HearingLoop" });
        var contact = await place.ReadAsync(db => db.MemberContacts.SingleAsync(c => c.MemberId == ann.Member));
        (contact.AccessTicks, contact.AccessNeeds).ShouldBe((AccessNeed.HearingLoop, "Behind the left ear"));
        (await (await ann.BrowserAsync()).OpenAsync("me")).QuerySelector("main")!.TextContent.ShouldContain("Cora Staff, today at");
    }

    [Fact]
    public async Task What_helps_is_never_seen_by_peer_brokers_other_members_and_trustees()
    {
        var ann = await place.MemberAsync("Ann");
        await NeedsAsync(ann);
        await ann.SaysAsync("Singing");
        await ann.DoAsync((ChangeNotAsk change) => change.HandleAsync(new() { Words = "climb ladders" }));
        await ann.DoAsync((ChangeHome change) => change.HandleAsync(new() { Has = ["Dog"] }));
        var pia = await (await place.StaffAsync("Pia", Role.PeerBroker)).BrowserAsync();
        var narrow = (await pia.OpenAsync($"members/{ann.Member.Value}")).QuerySelector("main")!.TextContent;
        narrow.ShouldContain("Singing");
        narrow.ShouldContain("climb ladders");
        narrow.ShouldNotContain("a dog");
        narrow.ShouldNotContain("large print");
        var people = new[]
        {
            pia,
            await (await place.MemberAsync("Bob")).BrowserAsync(),
            await (await place.StaffAsync("Tom", Role.Trustee)).BrowserAsync(),
        };
        foreach (var person in people)
        {
            foreach (
                var path in new[]
                {
                    "",
                    "me",
                    "desk?q=ann",
                    "offers",
                    $"members/{ann.Member.Value}",
                    $"members/{ann.Member.Value}/giving/access",
                }
            )
            {
                await person.OpenAsync(path);
                person.Body.ShouldNotContain("Behind the left ear", customMessage: path);
                person.Body.ShouldNotContain("LargePrint", customMessage: path);
            }
        }
        (await LooksAsync(ann)).ShouldBe(0);
    }

    [Fact]
    public async Task What_helps_is_kept_in_custody_too_behind_the_same_door_and_apart_from_contact_details()
    {
        var (inside, cora) = (await place.AddMemberInCustodyAsync("Ira"), await place.CoordinatorAsync("Cora"));
        await place.WriteAsync(db =>
            db.MemberContacts.Where(c => c.MemberId == inside).ExecuteUpdateAsync(c => c.SetProperty(x => x.Phone, "01632 960111"))
        );
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"members/{inside.Value}");
        page = await browser.OpenAsync("/" + page.QuerySelector("main a[href$='/giving/access']")!.GetAttribute("href")!);
        page = await browser.SendAsync(page, []); // the door
        (await place.ReadAsync(db => db.RecordViews.CountAsync(v => v.MemberId == inside))).ShouldBe(1);
        page = await browser.SendAsync(page, new() { ["Form.Ticked"] = "LargePrint", ["Form.Words"] = "Needs the lower bunk" });
        page.QuerySelector(".notice-done").ShouldNotBeNull();
        var kept = await place.ReadAsync(db => db.MemberContacts.SingleAsync(c => c.MemberId == inside));
        (kept.AccessTicks, kept.AccessNeeds).ShouldBe((AccessNeed.LargePrint, "Needs the lower bunk"));
        page = await browser.SendAsync(await browser.OpenAsync($"members/{inside.Value}/giving/access"), []);
        page.QuerySelector("[name='Form.Words']")!.TextContent.ShouldContain("Needs the lower bunk");
        browser.Body.ShouldNotContain("01632 960111");
        (await cora.DoAsync((ContactDoor door) => door.OpenAsync(inside))).ShouldBeNull();
    }

    private static async Task NeedsAsync(Actor ann)
    {
        var form = new AccessForm { Ticked = ["LargePrint"], Words = "Behind the left ear" };
        (await ann.DoAsync((ChangeAccess change) => change.HandleAsync(form))).ShouldBe(KeptAnswer.Kept);
    }

    private Task<int> LooksAsync(Actor at) => place.ReadAsync(db => db.RecordViews.CountAsync(v => v.MemberId == at.Member));
}
