using System.Net;
using CoProduce.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Shouldly;

namespace CoProduce.Tests.Accounts;

/// <summary>What a browser posts in place of a passkey. That a real one gets in is shown in a real browser.</summary>
public sealed class APasskeyMustProveItselfTests(PatientBank bank) : IClassFixture<PatientBank>
{
    public static TheoryData<string?> NoPasskeys() =>
        new(
            null,
            "",
            " ",
            "{",
            "null",
            "[]",
            "{}",
            "not JSON at all",
            """{"id":null,"type":null,"response":null,"clientExtensionResults":null}""",
            """{"id":"%%%","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"%%%","authenticatorData":"AA","signature":"AA","attestationObject":"AA"}}""",
            """{"id":"AA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"AA","authenticatorData":"AA","signature":"AA","attestationObject":"AA"}}""",
            new string('[', 5000)
        );

    [Theory]
    [MemberData(nameof(NoPasskeys))]
    public async Task To_sign_in(string? credential)
    {
        var browser = bank.Stranger().At("riverside");
        var page = await browser.OpenAsync("sign-in");
        foreach (var isAsked in new[] { false, true })
        {
            if (isAsked)
                await AskAsync(browser, page, "/account/passkeys/request");
            await browser.SendAsync(page, new() { ["Passkey.Credential"] = credential }, "[data-passkey] form");
            browser.Status.ShouldBe(HttpStatusCode.OK);
            browser.Body.ShouldContain("We could not sign you in with that passkey");
        }
        await browser.OpenAsync("/account");
        browser.Path.ShouldStartWith("/account/sign-in");
    }

    [Theory]
    [MemberData(nameof(NoPasskeys))]
    public async Task To_be_added(string? credential)
    {
        var ann = await (await bank.Riverside.MemberAsync("Ann")).WithPasswordAsync();
        var browser = await ann.BrowserAsync();
        var page = await browser.OpenAsync("/account/passkeys");
        foreach (var isAsked in new[] { false, true })
        {
            if (isAsked)
                await AskAsync(browser, page, "/account/passkeys/create");
            await browser.SendAsync(page, new() { ["Form.Credential"] = credential });
            browser.Status.ShouldBe(HttpStatusCode.OK);
            browser.Body.ShouldContain("That did not work. Please try again.");
        }
        (await ann.UsersAsync((users, signIn) => users.GetPasskeysAsync(signIn))).ShouldBeEmpty();
    }

    // As wwwroot/js/passkeys.js does, so that the program waits for an answer.
    private static async Task AskAsync(Browser browser, AngleSharp.Html.Dom.IHtmlDocument page, string path)
    {
        var token = page.QuerySelector("[data-passkey] [name=__RequestVerificationToken]")!.GetAttribute("value");
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("") };
        request.Headers.Add("RequestVerificationToken", token);
        await browser.SendAsync(request);
        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.Body.ShouldContain("challenge");
    }
}
