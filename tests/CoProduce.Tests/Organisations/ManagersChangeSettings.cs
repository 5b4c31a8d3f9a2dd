using CoProduce.Tests.Photos;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Organisations;

public sealed class ManagersChangeSettings(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task What_is_changed_counts_on_the_next_page_and_is_written_down()
    {
        var place = await bank.CreateAsync("changes", "Changes");
        var browser = await (await place.StaffAsync("Mo", Role.Manager)).BrowserAsync();
        var page = await browser.OpenAsync("settings");
        page = await browser.SendAsync(
            page,
            new()
            {
                ["Form.Name"] = "Changed Together",
                ["Form.Colour.Text"] = "#5b2a6e",
                ["Form.Credits[0].One"] = "lipton",
                ["Form.Credits[0].Other"] = "liptons",
                ["Form.Floor"] = "7.5",
                ["Form.HelpPhone"] = "01632 960999",
            }
        );
        browser.Path.ShouldBe("/changes/settings?saved=yes");
        page.QuerySelector(".band-home")!.TextContent.ShouldContain("Changed Together");
        await using var scope = bank.Services.CreateAsyncScope();
        var profile = await scope.ServiceProvider.GetRequiredService<OrganisationDirectory>().GetAsync(place.Id);
        (profile.Settings.FloorMinutes, profile.Settings.Accent, profile.Settings.HelpPhone).ShouldBe((-450, "#5b2a6e", "01632 960999"));
        profile.CreditWords.Single(c => c.Language == "en").Other.ShouldBe("liptons");
        profile.CreditWords.Single(c => c.Language == "cy").Other.ShouldBe("credydau amser");
        (await place.ReadAsync(db => db.AuditLines.CountAsync(a => a.Deed == nameof(ChangeSettings)))).ShouldBe(1);
    }

    [Fact]
    public async Task A_new_floor_counts_for_every_members_account_and_for_no_other()
    {
        var place = await bank.CreateAsync("floors", "Floors");
        var (ann, bob) = (await place.AddMemberAsync("Ann"), await place.AddMemberAsync("Bob"));
        var manager = await place.StaffAsync("Mo", Role.Manager);
        (await SaveAsync(manager, form => form.Floor = "1")).ShouldBe(ChangeSettings.Outcome.Changed);
        var floors = await place.ReadAsync(db => db.Accounts.ToDictionaryAsync(a => a.Id, a => a.Floor));
        (floors[ann.Account], floors[bob.Account]).ShouldBe((-60, -60));
        floors.Values.Where(f => f == -60).Count().ShouldBe(2);
    }

    [Fact]
    public async Task Bad_answers_come_back_with_sentences_lose_nothing_and_change_nothing()
    {
        var place = await bank.CreateAsync("bad-answers", "Bad Answers");
        var browser = await (await place.StaffAsync("Mo", Role.Manager)).BrowserAsync();
        var page = await browser.OpenAsync("settings");
        page = await browser.SendAsync(
            page,
            new()
            {
                ["Form.Name"] = " ",
                ["Form.Colour.Text"] = "green",
                ["Form.Floor"] = "-3",
                ["Form.Nudge"] = "a lot",
                ["Form.ConfirmationDays"] = "0",
                ["Form.TimeZone"] = "Mars/Olympus",
                ["Form.HelpEmail"] = "not an address",
                ["Form.Welcome"] = new string('x', 10_000),
                ["Form.Credits[0].One"] = "",
            }
        );
        page.Title!.ShouldStartWith("Error: ");
        page.QuerySelectorAll(".error-summary li").Length.ShouldBe(9);
        page.QuerySelector("[name='Form.Nudge']")!.GetAttribute("value").ShouldBe("a lot");
        page.QuerySelector("[name='Form.Welcome']")!.TextContent.Length.ShouldBe(10_000);
        (await place.ReadAsync(db => db.Settings.Select(s => s.Name).SingleAsync())).ShouldBe("Bad Answers");
    }

    [Fact]
    public async Task The_longest_exchange_is_a_whole_number_of_steps()
    {
        var place = await bank.CreateAsync("steps", "Steps");
        var manager = await place.StaffAsync("Mo", Role.Manager);
        var outcome = await SaveAsync(manager, form => (form.Step, form.Longest) = ("60", "2.5"));
        outcome.ShouldBe(ChangeSettings.Outcome.LongestNotInSteps);
        (await place.ReadAsync(db => db.Settings.Select(s => s.StepMinutes).SingleAsync())).ShouldBe(15);
    }

    [Fact]
    public async Task A_logo_is_drawn_anew_whatever_its_name_says()
    {
        var place = await bank.CreateAsync("logos", "Logos");
        var browser = await (await place.StaffAsync("Mo", Role.Manager)).BrowserAsync();
        (await SendLogoAsync(browser, "<html><script>x()</script></html>"u8.ToArray())).ShouldContain("We cannot draw this file");
        (await SendLogoAsync(browser, new byte[PictureFile.MaximumBytes + 1])).ShouldContain("The file is too large");
        await SendLogoAsync(browser, Pictures.Png);
        var page = await browser.OpenAsync("settings/logo");
        var address = page.QuerySelector(".band-logo")!.GetAttribute("src")!;
        await browser.OpenAsync(address);
        ((int)browser.Status).ShouldBe(200);
        await browser.OpenAsync("/riverside/logo");
        ((int)browser.Status).ShouldBe(404);
    }

    private static async Task<string> SendLogoAsync(Browser browser, byte[] content)
    {
        var page = await browser.OpenAsync("settings/logo");
        var request = browser.Request(page, []);
        var parts = new MultipartFormDataContent();
        var fields = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(await request.Content!.ReadAsStringAsync());
        foreach (var (name, value) in fields)
            parts.Add(new StringContent(value.ToString()), name);
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new("image/png");
        parts.Add(file, "Form.File", "logo.png");
        request.Content = parts;
        return (await browser.SendAsync(request)).QuerySelector("main")!.TextContent;
    }

    private static async Task<ChangeSettings.Outcome> SaveAsync(Actor manager, Action<ChangeSettingsForm> change)
    {
        var form = await manager.DoAsync((SettingsQuery query) => query.FormAsync());
        change(form);
        return await manager.DoAsync((ChangeSettings settings) => settings.HandleAsync(form));
    }
}
