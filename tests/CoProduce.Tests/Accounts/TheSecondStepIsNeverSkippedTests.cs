using CoProduce.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Shouldly;

namespace CoProduce.Tests.Accounts;

public sealed class TheSecondStepIsNeverSkippedTests(PatientBank bank) : IClassFixture<PatientBank>
{
    [Fact]
    public async Task The_second_step_asks_for_a_code_and_a_written_code_works_once()
    {
        var ann = await (await bank.Riverside.MemberAsync("Ann")).WithPasswordAsync();
        var browser = await bank.SignedInAsync(ann);
        await browser.SendAsync(await browser.OpenAsync("/account/second-step"), []);
        browser.Path.ShouldBe("/account/second-step/new");
        var page = await browser.OpenAsync("/account/second-step/new");
        await browser.SendAsync(page, new() { ["Form.Code"] = "000000" });
        browser.Body.ShouldContain("That code does not work");
        var shown = await browser.SendAsync(
            await browser.OpenAsync("/account/second-step/new"),
            new() { ["Form.Code"] = await CodeAsync(ann) }
        );
        var written = shown.QuerySelectorAll("main li code").Select(c => c.TextContent).ToList();
        written.Count.ShouldBe(10);

        var again = bank.Stranger().At("riverside");
        await again.SignInAsync(ann.SignIn.Email!);
        again.Path.ShouldStartWith("/riverside/code");
        (await bank.IsSignedInAsync(again.At("riverside"))).ShouldBeFalse();
        await again.SendAsync(await again.OpenAsync("code?returnUrl=%2Friverside"), new() { ["Form.Code"] = written[0] });
        again.Path.ShouldStartWith("/riverside");

        var third = bank.Stranger().At("riverside");
        await third.SignInAsync(ann.SignIn.Email!);
        await third.SendAsync(await third.OpenAsync("code"), new() { ["Form.Code"] = written[0] });
        third.Body.ShouldContain("That code does not work");
        await third.SendAsync(await third.OpenAsync("code?returnUrl=%2Friverside"), new() { ["Form.Code"] = await CodeAsync(ann) });
        third.Path.ShouldStartWith("/riverside");
    }

    [Fact]
    public async Task Wrong_codes_lock_the_sign_in_like_wrong_passwords()
    {
        var ann = await WithSecondStepAsync();
        var browser = bank.Stranger().At("riverside");
        await browser.SignInAsync(ann.SignIn.Email!);
        for (var i = 0; i < 8; i++)
            await browser.SendAsync(await browser.OpenAsync("code"), new() { ["Form.Code"] = "000000" });
        await browser.SendAsync(await browser.OpenAsync("code"), new() { ["Form.Code"] = await CodeAsync(ann) });
        browser.Body.ShouldContain("That code does not work");
        (await ann.UsersAsync((users, signIn) => users.IsLockedOutAsync(signIn))).ShouldBeTrue();
        (await bank.IsSignedInAsync(browser)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_new_password_by_mail_leaves_the_second_step_on()
    {
        var ann = await WithSecondStepAsync();
        var browser = bank.Stranger().At("riverside");
        await browser.SendAsync(await browser.OpenAsync("forgot"), new() { ["Form.Email"] = ann.SignIn.Email });
        var page = await browser.OpenAsync(await bank.LinkAsync(ann.SignIn.Email!));
        await browser.SendAsync(page, new() { ["Form.Password"] = "a completely new one" });
        await browser.SignInAsync(ann.SignIn.Email!, "a completely new one");
        browser.Path.ShouldStartWith("/riverside/code");
        (await bank.IsSignedInAsync(browser)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_code_without_the_password_is_no_way_in()
    {
        var ann = await WithSecondStepAsync();
        var browser = bank.Stranger().At("riverside");
        await browser.SendAsync(await browser.OpenAsync("code"), new() { ["Form.Code"] = await CodeAsync(ann) });
        browser.Body.ShouldContain("That code does not work");
        (await bank.IsSignedInAsync(browser)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_asks_to_stay_is_still_signed_in_after_closing_the_browser(bool stay)
    {
        var ann = await WithSecondStepAsync();
        var browser = bank.Stranger().At("riverside");
        await browser.SignInAsync(ann.SignIn.Email!, stay: stay);
        await browser.SendAsync(await browser.OpenAsync(browser.Path), new() { ["Form.Code"] = await CodeAsync(ann) });
        (await bank.IsSignedInAsync(browser)).ShouldBeTrue();
        browser.Close();
        (await bank.IsSignedInAsync(browser)).ShouldBe(stay);
    }

    private async Task<Actor> WithSecondStepAsync()
    {
        var ann = await (await bank.Riverside.MemberAsync("Ann")).WithPasswordAsync();
        await ann.UsersAsync((users, signIn) => users.ResetAuthenticatorKeyAsync(signIn));
        await ann.UsersAsync((users, signIn) => users.SetTwoFactorEnabledAsync(signIn, true));
        return ann;
    }

    // What the person's app would show now.
    private static Task<string> CodeAsync(Actor person) =>
        person.UsersAsync(
            async (users, signIn) =>
            {
                var key = (await users.GetAuthenticatorKeyAsync(signIn))!;
                var step = BitConverter.GetBytes(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
                Array.Reverse(step);
#pragma warning disable CA5350 // RFC 6238 as authenticator apps speak it
                var hash = System.Security.Cryptography.HMACSHA1.HashData(FromBase32(key), step);
#pragma warning restore CA5350
                var at = hash[^1] & 15;
                var number = ((hash[at] & 127) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
                return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
            }
        );

    private static byte[] FromBase32(string text)
    {
        var (bytes, bits, count) = (new List<byte>(), 0, 0);
        foreach (var letter in text)
        {
            bits = (bits << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal);
            count += 5;
            if (count < 8)
                continue;
            count -= 8;
            bytes.Add((byte)(bits >> count));
            bits &= (1 << count) - 1;
        }
        return [.. bytes];
    }
}
