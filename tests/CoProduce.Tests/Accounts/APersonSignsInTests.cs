using System.Net;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Shouldly;

namespace CoProduce.Tests.Accounts;

public sealed class APersonSignsInTests(Bank bank) : IClassFixture<Bank>
{
    private const string Refusal = "We could not sign you in";

    [Fact]
    public async Task By_address_and_password_and_lands_in_the_organisation()
    {
        var ann = await (await bank.Riverside.MemberAsync("Ann")).WithPasswordAsync();
        var browser = bank.Stranger().At("riverside");
        await browser.SignInAsync(ann.SignIn.Email!);
        browser.Path.ShouldBe("/riverside");
        (await browser.OpenAsync("/account")).QuerySelector("main")!.TextContent.ShouldContain("Ann Example");
    }

    [Fact]
    public async Task And_returns_to_the_page_that_asked_for_it()
    {
        var ann = await (await bank.Riverside.MemberAsync("Ann")).WithPasswordAsync();
        var browser = bank.Stranger().At("riverside");
        await browser.OpenAsync("/account");
        browser.Path.ShouldBe("/account/sign-in?returnUrl=%2Faccount");
        await browser.SignInAsync(ann.SignIn.Email!, query: "?returnUrl=%2Faccount");
        browser.Path.ShouldBe("/account");
        browser.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    public async Task But_is_never_sent_to_another_site(string returnUrl)
    {
        var ann = await (await bank.Riverside.MemberAsync("Ann")).WithPasswordAsync();
        var browser = bank.Stranger().At("riverside");
        await browser.SignInAsync(ann.SignIn.Email!, query: "?returnUrl=" + Uri.EscapeDataString(returnUrl));
        browser.Path.ShouldBe("/riverside"); // by way of "/", which leads on to the only organisation
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer_and_no_password_back()
    {
        var ann = await (await bank.Riverside.MemberAsync("Ann")).WithPasswordAsync();
        var browser = bank.Stranger().At("riverside");
        await browser.SignInAsync(ann.SignIn.Email!, "something else entirely");
        browser.Body.ShouldContain(Refusal);
        browser.Body.ShouldNotContain("something else entirely");
        var wrong = browser.Body.Replace(ann.SignIn.Email!, "", StringComparison.Ordinal);
        await browser.SignInAsync("nobody@riverside.example", "something else entirely");
        browser.Body.ShouldContain(Refusal);
        Words(browser.Body.Replace("nobody@riverside.example", "", StringComparison.Ordinal)).ShouldBe(Words(wrong));
    }

    [Fact]
    public async Task Too_many_wrong_tries_lock_the_sign_in_without_saying_so()
    {
        var ann = await (await bank.Riverside.MemberAsync("Ann")).WithPasswordAsync();
        var browser = bank.Stranger().At("riverside");
        for (var i = 0; i < 8; i++)
            await browser.SignInAsync(ann.SignIn.Email!, "wrong password " + i);
        await browser.SignInAsync(ann.SignIn.Email!);
        browser.Body.ShouldContain(Refusal);
        (await ann.UsersAsync((users, signIn) => users.IsLockedOutAsync(signIn))).ShouldBeTrue();
    }

    [Fact]
    public async Task An_address_that_was_never_confirmed_does_not_get_in()
    {
        var ann = await (await bank.Riverside.MemberAsync("Ann")).WithPasswordAsync();
        await ann.UsersAsync(
            (users, signIn) =>
            {
                signIn.EmailConfirmed = false;
                return users.UpdateAsync(signIn);
            }
        );
        var browser = bank.Stranger().At("riverside");
        await browser.SignInAsync(ann.SignIn.Email!);
        browser.Body.ShouldContain(Refusal);
    }

    [Fact]
    public async Task And_signs_out()
    {
        var ann = await (await bank.Riverside.MemberAsync("Ann")).WithPasswordAsync();
        var browser = bank.Stranger().At("riverside");
        await browser.SignInAsync(ann.SignIn.Email!);
        var account = await browser.OpenAsync("/account");
        await browser.SendAsync(account, [], "form[action='account/sign-out']");
        browser.Status.ShouldBe(HttpStatusCode.OK);
        await browser.OpenAsync("/account");
        browser.Path.ShouldStartWith("/account/sign-in");
    }

    [Fact]
    public async Task Nobody_is_signed_out_by_another_site()
    {
        var ann = await (await bank.Riverside.MemberAsync("Ann")).WithPasswordAsync();
        var browser = bank.Stranger().At("riverside");
        await browser.SignInAsync(ann.SignIn.Email!);
        await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/account/sign-out") { Content = new FormUrlEncodedContent([]) });
        browser.Status.ShouldBe(HttpStatusCode.BadRequest);
        await browser.OpenAsync("/account");
        browser.Path.ShouldBe("/account");
    }

    [Fact]
    public async Task Somebody_with_two_organisations_chooses_on_the_front_page_and_a_stranger_sees_them_all()
    {
        var stranger = bank.Stranger();
        (await stranger.OpenAsync("/")).QuerySelector("main")!.TextContent.ShouldContain("Hillside Time Bank");
        var ann = await (await bank.Riverside.MemberAsync("Ann")).WithPasswordAsync();
        var browser = bank.Stranger().At("riverside");
        await browser.SignInAsync(ann.SignIn.Email!);
        await browser.OpenAsync("/");
        browser.Path.ShouldBe("/riverside");
    }

    // Tokens and keys differ from page to page.
    private static string Words(string html) =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).QuerySelector("main")!.TextContent;
}
