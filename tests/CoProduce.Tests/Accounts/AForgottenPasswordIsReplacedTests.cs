using System.Net;
using CoProduce.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Shouldly;

namespace CoProduce.Tests.Accounts;

public sealed class AForgottenPasswordIsReplacedTests(PatientBank bank) : IClassFixture<PatientBank>
{
    [Fact]
    public async Task By_a_link_that_works_once_and_signs_out_every_browser()
    {
        var ann = await (await bank.Riverside.MemberAsync("Ann")).WithPasswordAsync();
        var before = await bank.SignedInAsync(ann);
        var (browser, link) = await AskAsync(ann);
        var first = browser.Request(await browser.OpenAsync(link), new() { ["Form.Password"] = New });
        var second = browser.Request(await browser.OpenAsync(link), new() { ["Form.Password"] = "another new one" });
        await browser.SendAsync(first);
        browser.Path.ShouldBe("/riverside/sign-in?done=reset");
        browser.Body.ShouldContain("Your password is changed");
        (await bank.IsSignedInAsync(before)).ShouldBeFalse();

        (await browser.OpenAsync(link)).QuerySelector("main input[type=password]").ShouldBeNull();
        browser.Body.ShouldContain(NotUsable);
        await browser.SendAsync(second);
        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.Body.ShouldContain(NotUsable);
        await browser.SignInAsync(ann.SignIn.Email!, "another new one");
        browser.Path.ShouldStartWith("/riverside/sign-in");
        await browser.SignInAsync(ann.SignIn.Email!, New);
        browser.Path.ShouldBe("/riverside");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?who=nobody&code=nothing")]
    [InlineData("?who=00000000-0000-0000-0000-000000000000&code=AAAA")]
    public async Task But_not_by_a_link_that_nobody_sent(string query)
    {
        var browser = bank.Stranger().At("riverside");
        await browser.OpenAsync("reset" + query);
        browser.Body.ShouldContain(NotUsable);
    }

    [Fact]
    public async Task An_unknown_address_is_answered_the_same_and_gets_no_letter()
    {
        var browser = bank.Stranger().At("riverside");
        var page = await browser.OpenAsync("forgot");
        await browser.SendAsync(page, new() { ["Form.Email"] = "nobody@nowhere.example" });
        browser.Body.ShouldContain("Please look into your mail");
        (await bank.LettersAsync("nobody@nowhere.example")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Which_lifts_a_lock_and_proves_an_address_that_was_not_proven()
    {
        var ann = await (await bank.Riverside.MemberAsync("Ann")).WithPasswordAsync();
        await ann.UsersAsync(
            (users, signIn) =>
            {
                (signIn.EmailConfirmed, signIn.LockoutEnd) = (false, bank.Clock.GetUtcNow().AddYears(1));
                return users.UpdateAsync(signIn);
            }
        );
        var (browser, link) = await AskAsync(ann);
        await browser.SendAsync(await browser.OpenAsync(link), new() { ["Form.Password"] = New });
        await browser.SignInAsync(ann.SignIn.Email!, New);
        browser.Path.ShouldBe("/riverside");
        (await ann.UsersAsync((_, signIn) => Task.FromResult(signIn.EmailConfirmed))).ShouldBeTrue();
    }

    private const string New = "a completely new one";
    private const string NotUsable = "This link cannot be used";

    private async Task<(Browser Browser, string Link)> AskAsync(Actor person)
    {
        var browser = bank.Stranger().At("riverside");
        var page = await browser.OpenAsync("forgot");
        await browser.SendAsync(page, new() { ["Form.Email"] = person.SignIn.Email });
        browser.Body.ShouldContain("Please look into your mail");
        return (browser, await bank.LinkAsync(person.SignIn.Email!));
    }
}
