using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Skills;

/// <summary>The organisation's list of skills: what it starts with, and how its manager changes it.</summary>
public sealed class TheListIsTheOrganisationsOwnTests(Bank bank) : IClassFixture<Bank>
{
    private readonly Place place = bank.Riverside;

    [Fact]
    public async Task An_organisation_starts_with_a_list_in_both_languages_under_the_kinds_of_help_it_has()
    {
        var (groups, skills, kinds) = await bank.Hillside.ReadAsync(async db =>
            (
                await db.SkillGroups.ToListAsync(),
                await db.Skills.ToListAsync(),
                await db.Categories.ToDictionaryAsync(c => c.Name, c => c.Id)
            )
        );
        skills.Count.ShouldBeGreaterThan(149);
        skills.ShouldAllBe(s => s.English.Length > 0 && s.Welsh.Length > 0);
        skills.Select(s => s.English).ShouldBeUnique();
        skills.Select(s => s.Welsh).ShouldBeUnique();
        groups.Single(g => g.English == "Gardening").CategoryId.ShouldBe((CategoryId?)kinds["Gardening"]);
        groups.Single(g => g.English == "Animals").CategoryId.ShouldBeNull(); // this organisation has no such kind of help
        UsualWords.Categories.ShouldContain("Children and pets"); // those who start with the usual kinds have it
    }

    [Fact]
    public async Task A_manager_adds_renames_moves_and_hides_skills()
    {
        var browser = await (await place.StaffAsync("Mo", Role.Manager)).BrowserAsync();
        var groups = await place.ReadAsync(db => db.SkillGroups.OrderBy(g => g.Position).Select(g => g.Id).ToListAsync());
        var page = await browser.SendAsync(
            await browser.OpenAsync("settings/skills/new"),
            new() { ["Form.Group"] = groups[0].Value.ToString() }
        );
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Write a name in English, in Welsh or in both.");
        await browser.SendAsync(page, new() { ["Form.Welsh"] = "Hwylio", ["Form.Group"] = groups[0].Value.ToString() });
        var skill = await place.ReadAsync(db => db.Skills.SingleAsync(s => s.Welsh == "Hwylio"));
        page = await browser.OpenAsync($"settings/skills/{skill.Id.Value}");
        var taken = await browser.SendAsync(page, new() { ["Form.English"] = "chess", ["Form.Group"] = groups[1].Value.ToString() });
        taken.QuerySelector(".error-summary")!.TextContent.ShouldContain("Another skill has this name.");
        await browser.SendAsync(taken, new() { ["Form.English"] = "Sailing", ["Form.Group"] = groups[1].Value.ToString() });
        page = await browser.OpenAsync("settings/skills");
        var hide = new Dictionary<string, string?> { ["Form.Press"] = $"hide:{skill.Id.Value}" };
        page = await browser.SendAsync(page, hide);
        page.QuerySelector($"a[href$='{skill.Id.Value}']")!.Closest("li")!.TextContent.ShouldContain("Hidden");
        var saved = await place.ReadAsync(db => db.Skills.SingleAsync(s => s.Id == skill.Id));
        (saved.English, saved.Welsh, saved.GroupId, saved.HiddenAt is null).ShouldBe(("Sailing", "Hwylio", groups[1], false));
    }

    [Fact]
    public async Task Groups_are_added_at_the_end_and_moved_up()
    {
        var manager = await place.StaffAsync("Mo", Role.Manager);
        var kind = await place.ReadAsync(db => db.Categories.Select(c => c.Id).FirstAsync());
        var form = new SkillGroupForm { English = "On the water", Category = kind.Value.ToString() };
        (await manager.DoAsync((SaveSkillGroup save) => save.HandleAsync(form))).ShouldBe(SaveSkillGroup.Outcome.Saved);
        await manager.DoAsync((ArrangeSkills arrange) => arrange.HandleAsync(new() { Press = $"up:{form.RequestKey}" }));
        var groups = await place.ReadAsync(db => db.SkillGroups.OrderBy(g => g.Position).ToListAsync());
        groups.FindIndex(g => g.English == "On the water").ShouldBe(groups.Count - 2);
        groups.Select(g => g.Position).ShouldBe(Enumerable.Range(1, groups.Count));
        groups.Single(g => g.English == "On the water").CategoryId.ShouldBe((CategoryId?)kind);
    }

    [Fact]
    public async Task What_belongs_to_another_organisation_is_refused()
    {
        var manager = await place.StaffAsync("Mo", Role.Manager);
        var (theirGroup, theirKind, theirSkill) = await bank.Hillside.ReadAsync(async db =>
            (
                await db.SkillGroups.Select(g => g.Id).FirstAsync(),
                await db.Categories.Select(c => c.Id).FirstAsync(),
                await db.Skills.Select(s => s.Id).FirstAsync()
            )
        );
        var skill = new SkillForm { English = "Sailing alone", Group = theirGroup.Value.ToString() };
        (await manager.DoAsync((SaveSkill save) => save.HandleAsync(skill))).ShouldBe(SaveSkill.Outcome.UnknownGroup);
        var group = new SkillGroupForm { English = "Boats", Category = theirKind.Value.ToString() };
        (await manager.DoAsync((SaveSkillGroup save) => save.HandleAsync(group))).ShouldBe(SaveSkillGroup.Outcome.UnknownCategory);
        var hide = new ArrangeSkillsForm { Press = $"hide:{theirSkill.Value}" };
        (await manager.DoAsync((ArrangeSkills arrange) => arrange.HandleAsync(hide))).ShouldBe(ArrangeSkills.Outcome.NotFound);
        (await bank.Hillside.ReadAsync(db => db.Skills.AnyAsync(s => s.HiddenAt != null))).ShouldBeFalse();
    }

    [Fact]
    public async Task An_organisation_without_a_list_takes_the_starter_list_once()
    {
        var bare = await bank.CreateAsync("bare", "Bare Time Bank");
        await bare.WriteAsync(async db => await db.Skills.ExecuteDeleteAsync() + await db.SkillGroups.ExecuteDeleteAsync());
        var manager = await bare.StaffAsync("Mo", Role.Manager);
        for (var i = 0; i < 2; i++)
            (await manager.DoAsync((ArrangeSkills arrange) => arrange.HandleAsync(new() { Press = ArrangeSkillsForm.Start }))).ShouldBe(
                ArrangeSkills.Outcome.Arranged
            );
        (await bare.ReadAsync(db => db.Skills.CountAsync(s => s.English == "Chess"))).ShouldBe(1);
    }
}
