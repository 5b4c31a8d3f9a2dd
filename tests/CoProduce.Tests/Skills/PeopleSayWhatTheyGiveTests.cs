using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Skills;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Skills;

/// <summary>What people give, enjoy and would like, from the list and in their own words.</summary>
public sealed class PeopleSayWhatTheyGiveTests(Bank bank) : IClassFixture<Bank>
{
    private readonly Place place = bank.Riverside;

    [Fact]
    public async Task They_tick_what_they_can_give_and_read_it_on_their_page()
    {
        var ann = await place.MemberAsync("Ann");
        var (knitting, chess) = (await place.SkillAsync("Knitting"), await place.SkillAsync("Chess"));
        var browser = await ann.BrowserAsync();
        var page = await browser.OpenAsync("me/giving/skills");
        var form = browser.Request(page, new() { ["Form.Ticked"] = knitting.Value.ToString() }, "form:has([name='Form.Shown'])");
        (await browser.SendAsync(form)).QuerySelector("main")!.TextContent.ShouldContain("Knitting");
        (await place.HasAsync(ann.Member)).ShouldBe(["Knitting"]);
        page = await browser.OpenAsync("me/giving/wishes");
        form = browser.Request(page, new() { ["Form.Ticked"] = chess.Value.ToString() }, "form:has([name='Form.Shown'])");
        await browser.SendAsync(form);
        (await place.HasAsync(ann.Member, SkillSide.WouldLike)).ShouldBe(["Chess"]);
        (await place.HasAsync(ann.Member)).ShouldBe(["Knitting"]);
    }

    [Fact]
    public async Task A_page_that_shows_a_part_of_the_list_changes_only_that_part()
    {
        var ann = await place.MemberAsync("Ann");
        await ann.TicksAsync([await place.SkillAsync("Knitting"), await place.SkillAsync("Chess")]);
        var browser = await ann.BrowserAsync();
        var page = await browser.OpenAsync("me/giving/skills?q=gwau"); // by its Welsh name
        page.QuerySelectorAll("[name='Form.Ticked']").Length.ShouldBe(1);
        await browser.SendAsync(page, new() { ["Form.Ticked"] = null }, "form:has([name='Form.Shown'])");
        (await place.HasAsync(ann.Member)).ShouldBe(["Chess"]);
    }

    [Fact]
    public async Task A_skill_of_another_organisation_or_one_that_is_hidden_is_refused()
    {
        var ann = await place.MemberAsync("Ann");
        var (theirs, hidden) = (await bank.Hillside.SkillAsync("Knitting"), await place.SkillAsync("Compost"));
        await HideAsync(hidden);
        foreach (var skill in new[] { theirs, hidden, new SkillId(Guid.NewGuid()) })
            (await ann.TicksAsync([await place.SkillAsync("Chess"), skill])).ShouldBe(TickSkills.Outcome.UnknownSkill);
        (await place.HasAsync(ann.Member)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hidden_skill_stays_with_those_who_have_it()
    {
        var ann = await place.MemberAsync("Ann");
        var (braille, chess) = (await place.SkillAsync("Braille"), await place.SkillAsync("Chess"));
        await ann.TicksAsync([braille]);
        await HideAsync(braille);
        var browser = await ann.BrowserAsync();
        var page = await browser.OpenAsync("me/giving/skills");
        page.QuerySelector($"#skill-{braille.Value}")!.ParentElement!.TextContent.ShouldContain("No longer in the list");
        (await ann.TicksAsync([braille, chess])).ShouldBe(TickSkills.Outcome.Kept);
        (await place.HasAsync(ann.Member)).ShouldBe(["Braille", "Chess"]);
        var bob = await (await place.MemberAsync("Bob")).BrowserAsync();
        (await bob.OpenAsync("me/giving/skills")).QuerySelector($"#skill-{braille.Value}").ShouldBeNull();
    }

    [Fact]
    public async Task Own_words_are_added_mended_and_taken_away()
    {
        var ann = await place.MemberAsync("Ann");
        var browser = await ann.BrowserAsync();
        const string add = "form:has([name='Form.Words'])";
        var page = await browser.SendAsync(await browser.OpenAsync("me/giving/skills"), new() { ["Form.Words"] = "Whistling 🌹" }, add);
        page.Body!.TextContent.ShouldContain("Whistling 🌹");
        page = await browser.SendAsync(page, new() { ["Form.Words"] = "whistling 🌹" }, add);
        page.QuerySelector("#f-Words-error")!.TextContent.ShouldContain("This stands in the list already.");
        page = await browser.SendAsync(page, new() { ["Form.Words"] = new string('x', 10_000) }, add);
        page.QuerySelector("#f-Words-error")!.TextContent.ShouldContain("at most 120 characters");
        await browser.SendAsync(await browser.OpenAsync("me/giving/skills"), [], "main .line-actions form");
        (await place.HasAsync(ann.Member)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_line_of_somebody_else_stays()
    {
        var (ann, eve) = (await place.MemberAsync("Ann"), await place.MemberAsync("Eve"));
        await ann.SaysAsync("Baking");
        var line = await place.ReadAsync(db => db.MemberSkills.Where(s => s.MemberId == ann.Member).Select(s => s.Id).SingleAsync());
        await eve.DoAsync((KeepOwnWords keep) => keep.HandleAsync(new() { Remove = line }));
        (await place.HasAsync(ann.Member)).ShouldBe(["Baking"]);
    }

    [Fact]
    public async Task Own_words_without_end_or_of_a_kind_that_is_not_in_the_list_are_refused()
    {
        var ann = await place.MemberAsync("Ann");
        var form = new OwnWordsForm { Words = "Baking", Category = Guid.NewGuid().ToString() };
        (await ann.DoAsync((KeepOwnWords keep) => keep.HandleAsync(form))).ShouldBe(KeepOwnWords.Outcome.UnknownCategory);
        await place.WriteAsync(db =>
        {
            db.MemberSkills.AddRange(
                Enumerable.Range(1, MemberSkill.MostOwn).Select(i => new MemberSkill { MemberId = ann.Member, Words = $"Skill {i}" })
            );
            return Task.FromResult(0);
        });
        (await ann.SaysAsync("Baking")).ShouldBe(KeepOwnWords.Outcome.TooMany);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_done_once_and_with_other_answers_is_refused()
    {
        var ann = await place.MemberAsync("Ann");
        var form = new OwnWordsForm { Words = "Baking" };
        for (var i = 0; i < 2; i++)
            (await ann.DoAsync((KeepOwnWords keep) => keep.HandleAsync(form))).ShouldBe(KeepOwnWords.Outcome.Kept);
        form.Words = "Boiling";
        await Should.ThrowAsync<AlreadySentException>(() => ann.DoAsync((KeepOwnWords keep) => keep.HandleAsync(form)));
        (await place.HasAsync(ann.Member)).ShouldBe(["Baking"]);
    }

    [Fact]
    public async Task A_coordinator_writes_down_what_somebody_says_on_the_telephone_and_the_line_says_so()
    {
        var (ann, cora) = (await place.MemberAsync("Ann"), await place.CoordinatorAsync("Cora"));
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"members/{ann.Member.Value}/giving/skills");
        page = await browser.SendAsync(
            page,
            new() { ["Form.Words"] = "Scones", ["Form.Whose.Door"] = "Phone" },
            "form:has([name='Form.Words'])"
        );
        page.QuerySelector("main")!.TextContent.ShouldContain("Scones");
        var line = await place.ReadAsync(db => db.AuditLines.SingleAsync(a => a.Deed == nameof(KeepOwnWords) && a.By == cora.Id));
        (line.OnBehalfOf, line.SubjectId, line.Door).ShouldBe((ann.Member, ann.Member.Value, CoProduce.Ledger.Door.Phone));
        (await (await ann.BrowserAsync()).OpenAsync("me"))
            .QuerySelector("main")!
            .TextContent.ShouldContain("Cora Staff wrote down for Ann: skills and interests. By phone, today at 10:30.");
    }

    [Fact]
    public async Task Nobody_but_a_coordinator_writes_for_somebody_else()
    {
        var (ann, eve) = (await place.MemberAsync("Ann"), await place.MemberAsync("Eve"));
        var (pia, tom) = (await place.StaffAsync("Pia", Role.PeerBroker), await place.StaffAsync("Tom", Role.Trustee));
        foreach (var who in new[] { eve, pia, tom })
        {
            (await who.SaysAsync("Singing", ann.Member)).ShouldBe(KeepOwnWords.Outcome.NotFound);
            (await who.TicksAsync([await place.SkillAsync("Chess")], ann.Member)).ShouldBe(TickSkills.Outcome.NotFound);
        }
        var cora = await place.CoordinatorAsync("Cora");
        var there = await bank.Hillside.AddMemberAsync("Una");
        (await cora.SaysAsync("Singing", there)).ShouldBe(KeepOwnWords.Outcome.NotFound);
        (await place.HasAsync(ann.Member)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_of_the_list_are_shown_in_the_language_of_who_reads()
    {
        var ann = await place.MemberAsync("Ann");
        await ann.TicksAsync([await place.SkillAsync("Knitting")]);
        var browser = await ann.BrowserAsync();
        browser.SetCookie("language", "cy");
        var own = await browser.OpenAsync("me");
        own.DocumentElement.GetAttribute("lang").ShouldBe("cy-GB");
        own.QuerySelector("main")!.TextContent.ShouldContain("Gwau");
        own.QuerySelector("main")!.TextContent.ShouldNotContain("Knitting");
    }

    private async Task HideAsync(SkillId skill)
    {
        var manager = await place.StaffAsync("Mo", Role.Manager);
        await manager.DoAsync((ArrangeSkills arrange) => arrange.HandleAsync(new() { Press = $"{ArrangeSkillsForm.Hide}:{skill.Value}" }));
    }
}
