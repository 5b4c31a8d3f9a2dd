using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Organisations;

public sealed class OperatorsStartOrganisations(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task It_begins_with_settings_a_hub_kinds_of_help_and_accounts()
    {
        var form = Form("newent");
        (await StartAsync(form)).ShouldBe(StartOrganisation.Outcome.Started);
        await using var scope = bank.Services.CreateAsyncScope();
        var profile = await scope.ServiceProvider.GetRequiredService<OrganisationDirectory>().FindAsync("newent");
        profile!.Id.Value.ShouldBe(form.RequestKey);
        (profile.Name, profile.Settings.Accent).ShouldBe(("Newent Neighbours", "#1f5c3d"));
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Enter(profile);
        var counts = await scope
            .ServiceProvider.GetRequiredService<UnitOfWork>()
            .ReadAsync(async db =>
                (await db.Hubs.Select(h => h.Name).SingleAsync(), await db.Categories.CountAsync(), await db.Accounts.CountAsync())
            );
        counts.ShouldBe(("Newent", UsualWords.Categories.Count, 3));
    }

    [Fact]
    public async Task Its_manager_is_invited_by_a_letter_and_only_once()
    {
        var form = Form("letters");
        await StartAsync(form);
        await StartAsync(form);
        await using var scope = bank.Services.CreateAsyncScope();
        var profile = await scope.ServiceProvider.GetRequiredService<OrganisationDirectory>().FindAsync("letters");
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Enter(profile!);
        var (invitation, letter) = await scope
            .ServiceProvider.GetRequiredService<UnitOfWork>()
            .ReadAsync(async db => (await db.Invitations.SingleAsync(), (await db.Outbox.SingleAsync()).Letter));
        (invitation.Email, invitation.Name).ShouldBe(("mary@letters.example", "Mary Manager"));
        invitation.Roles.ShouldBe([Role.Manager]);
        letter.ShouldContain("mary@letters.example");
        letter.ShouldContain("/letters/join/");
    }

    [Fact]
    public async Task The_same_form_sent_eight_times_at_once_starts_one()
    {
        var form = Form("eight-times");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => StartAsync(form)));
        answers.ShouldAllBe(a => a == StartOrganisation.Outcome.Started);
        (await CountAsync("eight-times")).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_form_with_other_answers_is_refused()
    {
        var form = Form("first-answers");
        await StartAsync(form);
        form.Address = "other-answers";
        await Should.ThrowAsync<AlreadySentException>(() => StartAsync(form));
        (await CountAsync("other-answers")).ShouldBe(0);
    }

    [Theory]
    [InlineData("riverside", StartOrganisation.Outcome.AddressTaken)]
    [InlineData("account", StartOrganisation.Outcome.AddressReserved)]
    [InlineData("operator", StartOrganisation.Outcome.AddressReserved)]
    public async Task An_address_that_is_taken_or_needed_is_refused(string address, StartOrganisation.Outcome expected) =>
        (await StartAsync(Form(address))).ShouldBe(expected);

    [Fact]
    public void No_page_of_the_program_begins_with_an_address_that_could_be_given_away()
    {
        var first = bank
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Select(e =>
                e.RoutePattern.PathSegments
                    is [{ IsSimple: true, Parts: [Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal] }, ..]
                    ? literal.Content
                    : null
            )
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(Organisation.IsAddress)
            .ToArray();
        first.Length.ShouldBeGreaterThan(4);
        first.Except(Organisation.Reserved, StringComparer.OrdinalIgnoreCase).ShouldBeEmpty();
    }

    [Fact]
    public async Task Bad_answers_come_back_with_sentences_and_lose_nothing()
    {
        var browser = await OperatorAsync();
        var page = await browser.OpenAsync("/operator/new");
        page = await browser.SendAsync(
            page,
            new()
            {
                ["Form.Name"] = "Café 🌻",
                ["Form.Address"] = "Café!",
                ["Form.Colour.Text"] = "#ffee00",
                ["Form.ManagerEmail"] = "nobody",
            }
        );
        var text = page.QuerySelector("main")!.TextContent;
        text.ShouldContain("Use 3 to 40 small letters");
        text.ShouldContain("#ffee00 is too pale to read. The nearest that can be read is #");
        text.ShouldContain("Write the e-mail address as name@place.");
        text.ShouldContain("Write the manager’s name.");
        page.QuerySelector("[name='Form.Name']")!.GetAttribute("value").ShouldBe("Café 🌻");
        page.QuerySelector("[name='Form.Address']")!.GetAttribute("value").ShouldBe("Café!");
        page.QuerySelector("[name='Form.Colour.UseNearest']").ShouldNotBeNull();
    }

    [Fact]
    public async Task An_operator_starts_one_in_the_browser_and_a_manager_may_not()
    {
        var browser = await OperatorAsync();
        var page = await browser.OpenAsync("/operator/new");
        page = await browser.SendAsync(
            page,
            new()
            {
                ["Form.Name"] = "Stroud Together",
                ["Form.Address"] = "stroud-together",
                ["Form.Colour.Text"] = "#ffee00",
                ["Form.Hub"] = "Stroud",
                ["Form.ManagerName"] = "Mary Manager",
                ["Form.ManagerEmail"] = "mary@stroud.example",
            }
        );
        page = await browser.SendAsync(page, new() { ["Form.Colour.UseNearest"] = "true" });
        browser.Path.ShouldBe("/operator?started=stroud-together");
        page.QuerySelector("main")!.TextContent.ShouldContain("Stroud Together is ready.");
        (await browser.OpenAsync("/stroud-together/theme.css")).ShouldNotBeNull();
        browser.Body.ShouldContain("--accent-light: #");
        var manager = await (await bank.Riverside.StaffAsync("Mo", Role.Manager)).BrowserAsync();
        await manager.OpenAsync("/operator");
        ((int)manager.Status).ShouldBe(403);
    }

    private async Task<StartOrganisation.Outcome> StartAsync(StartOrganisationForm form)
    {
        await using var scope = bank.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StartOrganisation>().HandleAsync(form);
    }

    private async Task<int> CountAsync(string slug)
    {
        await using var scope = bank.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DirectoryDb>().Organisations.CountAsync(o => o.Slug == slug);
    }

    private async Task<Browser> OperatorAsync()
    {
        var actor = await bank.Riverside.StaffAsync("Olu", Role.Trustee);
        actor.SignIn.IsOperator = true;
        return await actor.BrowserAsync();
    }

    private static StartOrganisationForm Form(string address) =>
        new()
        {
            Name = "Newent Neighbours",
            Address = address,
            Hub = "Newent",
            ManagerName = "Mary Manager",
            ManagerEmail = $"mary@{address}.example",
        };
}
