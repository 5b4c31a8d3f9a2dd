using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Organisations;

public sealed class ManagersKeepHubsKindsAndRoles(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task A_hub_is_added_renamed_and_closed_but_never_the_last_open_one()
    {
        var place = await bank.CreateAsync("hubs", "Hubs");
        var manager = await place.StaffAsync("Mo", Role.Manager);
        var valley = new HubForm { Name = "Valley", IsCustody = true };
        (await SaveAsync(manager, valley)).ShouldBe(SaveHub.Outcome.Saved);
        (await SaveAsync(manager, valley)).ShouldBe(SaveHub.Outcome.Saved);
        (await SaveAsync(manager, new() { Name = "VALLEY" })).ShouldBe(SaveHub.Outcome.NameTaken);
        (
            await SaveAsync(
                manager,
                new()
                {
                    Hub = place.Hub.Value,
                    Name = "Old town",
                    IsClosed = true,
                }
            )
        ).ShouldBe(SaveHub.Outcome.Saved);
        (
            await SaveAsync(
                manager,
                new()
                {
                    Hub = valley.RequestKey,
                    Name = "Valley",
                    IsClosed = true,
                }
            )
        ).ShouldBe(SaveHub.Outcome.LastOpen);
        (await SaveAsync(manager, new() { Hub = Guid.CreateVersion7(), Name = "Nowhere" })).ShouldBe(SaveHub.Outcome.NotFound);
        var hubs = await manager.DoAsync((SettingsQuery query) => query.HubsAsync());
        hubs.ConvertAll(h => (h.Name, h.Kind, h.ClosedAt is not null))
            .ShouldBe([("Valley", HubKind.Custody, false), ("Old town", HubKind.Place, true)]);
    }

    [Fact]
    public async Task Kinds_of_help_are_added_moved_hidden_and_shown_by_buttons()
    {
        var place = await bank.CreateAsync("kinds", "Kinds");
        var manager = await place.StaffAsync("Mo", Role.Manager);
        var browser = await manager.BrowserAsync();
        await browser.SendAsync(await browser.OpenAsync("settings/categories/new"), new() { ["Form.Name"] = "Cooking" });
        (await NamesAsync(manager)).ShouldBe(["Lifts", "Gardening", "Company", "Cooking"]);
        var list = await manager.DoAsync((SettingsQuery query) => query.CategoriesAsync());
        await PressAsync(browser, $"up:{list[3].Id.Value}");
        await PressAsync(browser, $"up:{list[0].Id.Value}");
        await PressAsync(browser, $"hide:{list[0].Id.Value}");
        (await NamesAsync(manager)).ShouldBe(["Lifts (hidden)", "Gardening", "Cooking", "Company"]);
        await PressAsync(browser, $"show:{list[0].Id.Value}");
        (await NamesAsync(manager))[0].ShouldBe("Lifts");
        await PressAsync(browser, "explode:everything");
        browser.Body.ShouldContain("This kind of help is no longer here.");
    }

    [Fact]
    public async Task The_last_manager_keeps_that_role_and_another_ones_can_be_taken()
    {
        var place = await bank.CreateAsync("roles", "Roles");
        var (mo, meg) = (await place.StaffAsync("Mo", Role.Manager), await place.StaffAsync("Meg", Role.Coordinator));
        (await ChangeAsync(mo, mo, Role.Coordinator)).ShouldBe(ChangeRoles.Outcome.LastManager);
        (await ChangeAsync(mo, mo)).ShouldBe(ChangeRoles.Outcome.LastManager);
        (await ChangeAsync(mo, meg, Role.Member)).ShouldBe(ChangeRoles.Outcome.NotAMember);
        (await ChangeAsync(mo, meg, Role.Coordinator, Role.Manager)).ShouldBe(ChangeRoles.Outcome.Changed);
        (await ChangeAsync(mo, mo, Role.Trustee)).ShouldBe(ChangeRoles.Outcome.Changed);
        (await place.ReadAsync(db => db.AuditLines.CountAsync(a => a.Deed == nameof(ChangeRoles)))).ShouldBe(2);
    }

    [Fact]
    public async Task Two_managers_who_end_one_another_at_once_leave_one()
    {
        var place = await bank.CreateAsync("two-managers", "Two");
        var (mo, meg) = (await place.StaffAsync("Mo", Role.Manager), await place.StaffAsync("Meg", Role.Manager));
        var outcomes = await Task.WhenAll(ChangeAsync(mo, meg), ChangeAsync(meg, mo));
        outcomes.Order().ShouldBe([ChangeRoles.Outcome.Ended, ChangeRoles.Outcome.LastManager]);
    }

    [Fact]
    public async Task Somebody_without_a_role_has_no_place_here_any_more()
    {
        var place = await bank.CreateAsync("ended", "Ended");
        var (mo, cora) = (await place.StaffAsync("Mo", Role.Manager), await place.StaffAsync("Cora", Role.Coordinator));
        var browser = await mo.BrowserAsync();
        var page = await browser.OpenAsync($"people/{cora.Id.Value}");
        await browser.SendAsync(page, new() { ["Form.Roles"] = null });
        browser.Path.ShouldBe("/ended/people");
        await using var scope = bank.Services.CreateAsyncScope();
        var directory = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
        (await directory.Belongings.AnyAsync(b => b.SignInId == cora.SignIn.Id)).ShouldBeFalse();
        var report = await (await cora.BrowserAsync()).OpenAsync("report");
        report.Title!.ShouldNotContain("Report");
    }

    [Fact]
    public async Task Somebody_is_invited_with_roles_and_the_invitation_can_be_taken_back()
    {
        var place = await bank.CreateAsync("invites", "Invites");
        var browser = await (await place.StaffAsync("Mo", Role.Manager)).BrowserAsync();
        var page = await browser.SendAsync(
            await browser.OpenAsync("people/invite"),
            new() { ["Form.Name"] = "Tess", ["Form.Email"] = "tess" }
        );
        page.QuerySelectorAll(".error-summary li").Length.ShouldBe(2);
        page.QuerySelector("[name='Form.Email']")!.GetAttribute("value").ShouldBe("tess");
        page = await browser.SendAsync(page, new() { ["Form.Email"] = "tess@invites.example", ["Form.Roles"] = "Trustee" });
        browser.Path.ShouldBe("/invites/people");
        page.QuerySelector("main")!.TextContent.ShouldContain("tess@invites.example");
        var address = page.QuerySelector("a[href*='people/invitations/']")!.GetAttribute("href")!;
        page = await browser.SendAsync(await browser.OpenAsync("/" + address.TrimStart('/')), []);
        page.QuerySelector("main")!.TextContent.ShouldNotContain("tess@invites.example");
        (await place.ReadAsync(db => db.Invitations.CountAsync(i => i.EndedAt == null))).ShouldBe(0);
    }

    [Theory]
    [InlineData("settings")]
    [InlineData("settings/logo")]
    [InlineData("settings/hubs")]
    [InlineData("settings/hubs/new")]
    [InlineData("settings/categories")]
    [InlineData("settings/categories/new")]
    [InlineData("people")]
    [InlineData("people/invite")]
    public async Task Only_a_manager_of_this_organisation_opens_the_pages(string path)
    {
        foreach (
            var (actor, expected) in new[]
            {
                (await bank.Riverside.StaffAsync("Mo", Role.Manager), 200),
                (await bank.Riverside.StaffAsync("Tom", Role.Trustee), 403),
                (await bank.Riverside.CoordinatorAsync(), 403),
                (await bank.Hillside.StaffAsync("Meg", Role.Manager), 403),
            }
        )
        {
            var browser = (await actor.BrowserAsync()).At("riverside");
            await browser.OpenAsync(path);
            ((int)browser.Status).ShouldBe(expected, $"{actor.SignIn.Name} at {path}");
        }
    }

    private static Task<SaveHub.Outcome> SaveAsync(Actor manager, HubForm form) =>
        manager.DoAsync((SaveHub save) => save.HandleAsync(form));

    private static Task<ChangeRoles.Outcome> ChangeAsync(Actor by, Actor whose, params Role[] roles) =>
        by.DoAsync(
            (ChangeRoles change) => change.HandleAsync(new() { Holder = whose.Id.Value, Roles = [.. roles.Select(r => r.ToString())] })
        );

    private static async Task<List<string>> NamesAsync(Actor manager) =>
        (await manager.DoAsync((SettingsQuery query) => query.CategoriesAsync())).ConvertAll(c =>
            c.HiddenAt is null ? c.Name : $"{c.Name} (hidden)"
        );

    private static async Task PressAsync(Browser browser, string press) =>
        await browser.SendAsync(await browser.OpenAsync("settings/categories"), new() { ["Form.Press"] = press });
}
