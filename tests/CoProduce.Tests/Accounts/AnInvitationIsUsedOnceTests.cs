using System.Net;
using System.Text.Json;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Relations;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Accounts;

public sealed class AnInvitationIsUsedOnceTests(Bank bank) : IClassFixture<Bank>
{
    private const string CannotBeUsed = "This invitation cannot be used";

    [Fact]
    public async Task By_somebody_new_who_gets_a_sign_in_a_role_and_the_organisation()
    {
        var (email, link) = await InviteAsync("Nia", Role.Trustee);
        var browser = bank.Stranger().At("riverside");
        await JoinAsync(browser, link);
        browser.Path.ShouldStartWith("/riverside");
        await browser.OpenAsync(link);
        browser.Path.ShouldBe("/riverside/report"); // whoever took the place already is let in
        (await browser.OpenAsync("/account")).QuerySelector("main")!.TextContent.ShouldContain(email);
        (await HolderAsync("Nia Newcomer")).Roles.ShouldBe([Role.Trustee]);
        await JoinAsync(bank.Stranger().At("riverside"), link, expect: CannotBeUsed);
    }

    [Fact]
    public async Task By_somebody_signed_in_who_keeps_the_sign_in_they_have()
    {
        var hal = await bank.Hillside.MemberAsync("Hal");
        var (_, link) = await InviteAsync("Hal", Role.Coordinator);
        var browser = await hal.BrowserAsync();
        var page = await browser.OpenAsync(link);
        await browser.SendAsync(page, []);
        browser.Path.ShouldStartWith("/riverside");
        (await bank.Riverside.ReadAsync(db => db.RoleHolders.SingleAsync(h => h.SignInId == hal.SignIn.Id))).Roles.ShouldBe([
            Role.Coordinator,
        ]);
        (await browser.OpenAsync("/")).QuerySelector("main")!.TextContent.ShouldContain("Hillside Time Bank");
    }

    [Fact]
    public async Task By_a_member_who_had_no_sign_in_and_now_acts_as_that_member()
    {
        var member = await bank.Riverside.AddMemberAsync("Mai");
        var (_, link) = await InviteAsync("Mai", Role.Member, member);
        await JoinAsync(bank.Stranger().At("riverside"), link);
        (await HolderAsync("Mai Newcomer")).MemberId.ShouldBe(member);
    }

    [Fact]
    public async Task By_a_carer_who_is_no_member_holds_no_role_and_acts_from_then_on()
    {
        var (cora, olga) = (await bank.Riverside.CoordinatorAsync(), await bank.Riverside.AddMemberAsync("Olga"));
        var form = new ActingForm
        {
            Member = olga.Value,
            Name = "Nell Newcomer",
            Email = $"{Guid.NewGuid():N}@riverside.example",
            AgreedBy = "Olga",
            From = DateBoxes.From(DateOnly.FromDateTime(bank.Clock.GetUtcNow().UtcDateTime)),
        };
        (await cora.DoAsync((SetActing use) => use.HandleAsync(form))).ShouldBe(SetActing.Outcome.Set);
        var browser = bank.Stranger().At("riverside");
        await JoinAsync(browser, await LinkToAsync(form.Email));
        (await HolderAsync("Nell Newcomer")).Roles.ShouldBeEmpty();
        var page = await browser.OpenAsync("");
        page.Body!.TextContent.ShouldNotContain("Your membership is resting");
        page.QuerySelector($"main a[href='/for/{olga.Value}/riverside']").ShouldNotBeNull();
        (await browser.OpenAsync($"/for/{olga.Value}/riverside")).Body!.TextContent.ShouldContain("Hello Olga");
        await browser.OpenAsync("statement");
        browser.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task But_not_after_two_weeks()
    {
        var (_, link) = await InviteAsync("Old", Role.Trustee);
        bank.Clock.Advance(Invite.Lifetime);
        await JoinAsync(bank.Stranger().At("riverside"), link, expect: CannotBeUsed);
    }

    [Fact]
    public async Task Nor_in_another_organisation()
    {
        var (_, link) = await InviteAsync("Eve", Role.Manager);
        await JoinAsync(
            bank.Stranger().At("hillside"),
            link.Replace("/riverside/", "/hillside/", StringComparison.Ordinal),
            expect: CannotBeUsed
        );
    }

    [Fact]
    public async Task Nor_after_a_newer_letter_to_the_same_address()
    {
        var (email, first) = await InviteAsync("Ada", Role.Trustee);
        var (_, second) = await InviteAsync("Ada", Role.Trustee, email: email);
        await JoinAsync(bank.Stranger().At("riverside"), first, expect: CannotBeUsed);
        var browser = bank.Stranger().At("riverside");
        await JoinAsync(browser, second);
        browser.Path.ShouldStartWith("/riverside");
    }

    [Fact]
    public async Task An_address_that_has_a_sign_in_must_use_it()
    {
        var hal = await bank.Hillside.MemberAsync("Hal");
        var (_, link) = await InviteAsync("Hal", Role.Trustee, email: hal.SignIn.Email!);
        var browser = bank.Stranger().At("riverside");
        await JoinAsync(browser, link, expect: "has a sign-in already");
        (await bank.Riverside.ReadAsync(db => db.Invitations.SingleAsync(i => i.Email == hal.SignIn.Email))).EndedAt.ShouldBeNull();
    }

    [Fact]
    public async Task The_button_pressed_twice_is_answered_with_a_sentence()
    {
        var (_, link) = await InviteAsync("Dot", Role.Trustee);
        var (browser, other) = (bank.Stranger().At("riverside"), bank.Stranger().At("riverside"));
        var twice = other.Request(await other.OpenAsync(link), Answers("Dot Newcomer"));
        await JoinAsync(browser, link);
        await other.SendAsync(twice);
        other.Status.ShouldBe(HttpStatusCode.OK);
        other.Body.ShouldContain(CannotBeUsed);
    }

    [Fact]
    public async Task Two_browsers_at_once_get_one_place()
    {
        var (_, link) = await InviteAsync("Twin", Role.Trustee);
        var browsers = Enumerable.Range(0, 2).Select(_ => bank.Stranger().At("riverside")).ToList();
        var pages = await Task.WhenAll(browsers.Select(b => b.OpenAsync(link)));
        await Task.WhenAll(browsers.Zip(pages, (b, p) => b.SendAsync(p, Answers("Twin Newcomer"))));
        browsers.ShouldAllBe(b => b.Status == HttpStatusCode.OK);
        (await bank.Riverside.ReadAsync(db => db.RoleHolders.CountAsync(h => h.Name == "Twin Newcomer"))).ShouldBe(1);
    }

    private static Dictionary<string, string?> Answers(string name) => new() { ["Form.Name"] = name, ["Form.Password"] = Secrets.Password };

    private static async Task JoinAsync(Browser browser, string link, string? expect = null)
    {
        var page = await browser.OpenAsync(link);
        if (page.QuerySelector("input[name='Form.Password']") is not null)
            await browser.SendAsync(page, new() { ["Form.Password"] = Secrets.Password });
        if (expect is not null)
            browser.Body.ShouldContain(expect);
    }

    private Task<RoleHolder> HolderAsync(string name) => bank.Riverside.ReadAsync(db => db.RoleHolders.SingleAsync(h => h.Name == name));

    private async Task<(string Email, string Link)> InviteAsync(string firstName, Role role, MemberId? member = null, string? email = null)
    {
        email ??= $"{Guid.NewGuid():N}@riverside.example";
        var manager = await bank.Riverside.StaffAsync("Max", Role.Manager);
        await manager.DoAsync(
            async (IServiceProvider services) =>
                await services
                    .GetRequiredService<UnitOfWork>()
                    .WriteAsync(async db =>
                    {
                        await services.GetRequiredService<Invite>().HandleAsync(db, email, $"{firstName} Newcomer", [role], member);
                        db.Keep();
                        return true;
                    })
        );
        return (email, await LinkToAsync(email));
    }

    private async Task<string> LinkToAsync(string email)
    {
        var letters = await bank.Riverside.ReadAsync(db => db.Outbox.Where(o => o.Letter.Contains(email)).OrderBy(o => o.Id).ToListAsync());
        return JsonSerializer.Deserialize<Letter>(letters[^1].Letter)!.Link!;
    }
}
