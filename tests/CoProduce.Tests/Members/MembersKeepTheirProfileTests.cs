using CoProduce.Tests.Support;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Members;

/// <summary>What a member says of themself, and who looked at it.</summary>
public sealed class MembersKeepTheirProfileTests(Bank bank) : IClassFixture<Bank>
{
    private readonly Place place = bank.Riverside;

    [Fact]
    public async Task Skills_are_added_in_ones_own_words_and_taken_away()
    {
        var browser = await (await place.MemberAsync("Ann")).BrowserAsync();
        const string add = "main form.form";
        var page = await browser.SendAsync(await browser.OpenAsync("me"), new() { ["Form.Words"] = "Whistling 🌹" }, add);
        page.Body!.TextContent.ShouldContain("Whistling 🌹");
        page = await browser.SendAsync(page, new() { ["Form.Words"] = "whistling 🌹" }, add);
        page.QuerySelector("#f-Words-error")!.TextContent.ShouldContain("This stands in your list already.");
        page = await browser.SendAsync(page, new() { ["Form.Words"] = new string('x', 10_000) }, add);
        page.QuerySelector("#f-Words-error")!.TextContent.ShouldContain("at most 120 characters");
        page = await browser.SendAsync(await browser.OpenAsync("me"), [], "main .line-actions form");
        page.Body!.TextContent.ShouldContain("It is taken away.");
        page.Body!.TextContent.ShouldNotContain("Whistling");
    }

    [Fact]
    public async Task A_skill_of_somebody_else_stays()
    {
        var (ann, eve) = (await place.MemberAsync("Ann"), await place.MemberAsync("Eve"));
        await AddAsync(ann, new() { Words = "Baking" });
        var skill = await place.ReadAsync(db => db.MemberSkills.Where(s => s.MemberId == ann.Member).Select(s => s.Id).SingleAsync());
        await eve.DoAsync((KeepSkills keep) => keep.RemoveAsync(skill));
        (await SkillsAsync(ann)).ShouldBe(1);
    }

    [Fact]
    public async Task Skills_without_end_or_of_a_kind_that_is_not_in_the_list_are_refused()
    {
        var ann = await place.MemberAsync("Ann");
        (await AddAsync(ann, new() { Words = "Baking", Category = Guid.NewGuid().ToString() })).ShouldBe(
            KeepSkills.Outcome.UnknownCategory
        );
        await place.WriteAsync(db =>
        {
            db.MemberSkills.AddRange(
                Enumerable.Range(1, KeepSkills.Most).Select(i => new MemberSkill { MemberId = ann.Member, Words = $"Skill {i}" })
            );
            return Task.FromResult(0);
        });
        (await AddAsync(ann, new() { Words = "Baking" })).ShouldBe(KeepSkills.Outcome.TooMany);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_done_once_and_with_other_answers_is_refused()
    {
        var ann = await place.MemberAsync("Ann");
        var (skill, details) = (new SkillForm { Words = "Baking" }, new ProfileForm { About = "Born in Stroud" });
        for (var i = 0; i < 2; i++)
        {
            (await AddAsync(ann, skill)).ShouldBe(KeepSkills.Outcome.Added);
            (await ann.DoAsync((ChangeProfile change) => change.HandleAsync(details))).ShouldBe(ChangeProfile.Outcome.Changed);
        }
        (skill.Words, details.About) = ("Boiling", "Born in Slough");
        await Should.ThrowAsync<AlreadySentException>(() => AddAsync(ann, skill));
        await Should.ThrowAsync<AlreadySentException>(() => ann.DoAsync((ChangeProfile change) => change.HandleAsync(details)));
        (await SkillsAsync(ann)).ShouldBe(1);
        (await place.ReadAsync(db => db.AuditLines.CountAsync(a => a.Deed == nameof(ChangeProfile) && a.By == ann.Id))).ShouldBe(1);
    }

    [Fact]
    public async Task Details_are_changed_and_a_wrong_address_comes_back_to_be_mended()
    {
        var ann = await place.MemberAsync("Ann");
        var browser = await ann.BrowserAsync();
        var answers = new Dictionary<string, string?>
        {
            ["Form.Prefers"] = "Email",
            ["Form.Email"] = "ann at home",
            ["Form.About"] = "Born in Stroud",
        };
        var page = await browser.SendAsync(await browser.OpenAsync("me/change"), answers);
        page.QuerySelector("#f-Email-error")!.TextContent.ShouldContain("Write the e-mail address as name@place");
        page = await browser.SendAsync(page, new() { ["Form.Email"] = "ann@home.example" });
        page.Body!.TextContent.ShouldContain("Your details are changed.");
        page.Body!.TextContent.ShouldContain("Born in Stroud");
        (await place.ReadAsync(db => db.MemberContacts.Where(c => c.MemberId == ann.Member).Select(c => c.Email).SingleAsync())).ShouldBe(
            "ann@home.example"
        );
    }

    [Fact]
    public async Task Who_looked_is_shown()
    {
        var ann = await place.MemberAsync("Ann");
        var cora = await place.CoordinatorAsync("Cora");
        var browser = await ann.BrowserAsync();
        (await browser.OpenAsync("me")).Body!.TextContent.ShouldContain("Nobody so far.");
        await cora.DoAsync((ContactDoor door) => door.OpenAsync(ann.Member));
        (await browser.OpenAsync("me")).Body!.TextContent.ShouldContain("Cora Staff, today at");
    }

    private static Task<KeepSkills.Outcome> AddAsync(Actor who, SkillForm form) => who.DoAsync((KeepSkills keep) => keep.AddAsync(form));

    private Task<int> SkillsAsync(Actor of) => place.ReadAsync(db => db.MemberSkills.CountAsync(s => s.MemberId == of.Member));
}
