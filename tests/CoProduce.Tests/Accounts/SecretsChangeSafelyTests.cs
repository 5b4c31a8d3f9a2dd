using System.Text.Json;
using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Messages;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Accounts;

/// <summary>A bank where one browser may try as often as a whole class of tests has to.</summary>
public sealed class PatientBank(TestCluster cluster) : Bank(cluster)
{
    protected override void Configure(IWebHostBuilder builder)
    {
        base.Configure(builder);
        builder.UseSetting("SignIn:TriesPerFiveMinutes", "1000");
    }
}

public sealed class SecretsChangeSafelyTests(PatientBank bank) : IClassFixture<PatientBank>
{
    [Fact]
    public async Task A_forgotten_password_is_replaced_by_a_link_that_works_once()
    {
        var ann = await (await bank.Riverside.MemberAsync("Ann")).WithPasswordAsync();
        var before = await SignedInAsync(ann);
        var browser = bank.Stranger().At("riverside");
        var page = await browser.OpenAsync("forgot");
        await browser.SendAsync(page, new() { ["Form.Email"] = ann.SignIn.Email });
        browser.Body.ShouldContain("Please look into your mail");
        var link = await LinkAsync(ann.SignIn.Email!);
        await browser.SendAsync(await browser.OpenAsync(link), new() { ["Form.Password"] = "a completely new one" });
        browser.Path.ShouldStartWith("/riverside/sign-in");
        (await IsSignedInAsync(before)).ShouldBeFalse();
        await browser.SendAsync(await browser.OpenAsync(link), new() { ["Form.Password"] = "another new one" });
        browser.Body.ShouldContain("This link was used already");
        await browser.SignInAsync(ann.SignIn.Email!, "a completely new one");
        browser.Path.ShouldStartWith("/riverside");
    }

    [Fact]
    public async Task An_unknown_address_is_answered_the_same_and_gets_no_letter()
    {
        var browser = bank.Stranger().At("riverside");
        var page = await browser.OpenAsync("forgot");
        await browser.SendAsync(page, new() { ["Form.Email"] = "nobody@nowhere.example" });
        browser.Body.ShouldContain("Please look into your mail");
        (await LettersAsync("nobody@nowhere.example")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_address_counts_only_after_its_link_is_pressed_and_the_old_one_is_told()
    {
        var ann = await (await bank.Riverside.MemberAsync("Ann")).WithPasswordAsync();
        var browser = await SignedInAsync(ann);
        var (old, fresh) = (ann.SignIn.Email!, $"{Guid.NewGuid():N}@new.example");
        var page = await browser.OpenAsync("/account/email");
        await browser.SendAsync(page, new() { ["Form.Email"] = fresh, ["Form.Password"] = "not the password" });
        browser.Body.ShouldContain("That is not your password");
        (await LettersAsync(fresh)).ShouldBeEmpty();
        page = await browser.OpenAsync("/account/email");
        await browser.SendAsync(page, new() { ["Form.Email"] = fresh, ["Form.Password"] = Secrets.Password });
        (await EmailAsync(ann)).ShouldBe(old);
        (await LettersAsync(old)).ShouldHaveSingleItem();
        await browser.SendAsync(await browser.OpenAsync(await LinkAsync(fresh)), []);
        browser.Path.ShouldBe("/account?done=email");
        (await EmailAsync(ann)).ShouldBe(fresh);
        (await LettersAsync(old)).Count.ShouldBe(2);
        var again = bank.Stranger().At("riverside");
        await again.SignInAsync(fresh);
        again.Path.ShouldStartWith("/riverside");
    }

    [Fact]
    public async Task An_address_that_is_somebody_elses_sign_in_gets_no_link()
    {
        var (ann, bob) = (await (await bank.Riverside.MemberAsync("Ann")).WithPasswordAsync(), await bank.Riverside.MemberAsync("Bob"));
        var browser = await SignedInAsync(ann);
        await browser.SendAsync(
            await browser.OpenAsync("/account/email"),
            new() { ["Form.Email"] = bob.SignIn.Email, ["Form.Password"] = Secrets.Password }
        );
        browser.Path.ShouldBe("/account?done=email-asked");
        (await LettersAsync(bob.SignIn.Email!)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_password_signs_out_every_other_browser_and_keeps_this_one()
    {
        var ann = await (await bank.Riverside.MemberAsync("Ann")).WithPasswordAsync();
        var (here, elsewhere) = (await SignedInAsync(ann), await SignedInAsync(ann));
        await here.SendAsync(
            await here.OpenAsync("/account/password"),
            new() { ["Form.Current"] = Secrets.Password, ["Form.Password"] = "a completely new one" }
        );
        here.Path.ShouldBe("/account?done=password");
        (await IsSignedInAsync(here)).ShouldBeTrue();
        (await IsSignedInAsync(elsewhere)).ShouldBeFalse();
    }

    [Fact]
    public async Task Signing_out_everywhere_keeps_this_browser_alone()
    {
        var ann = await (await bank.Riverside.MemberAsync("Ann")).WithPasswordAsync();
        var (here, elsewhere) = (await SignedInAsync(ann), await SignedInAsync(ann));
        (await IsSignedInAsync(elsewhere)).ShouldBeTrue();
        await here.SendAsync(await here.OpenAsync("/account/everywhere"), []);
        (await IsSignedInAsync(here)).ShouldBeTrue();
        (await IsSignedInAsync(elsewhere)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_second_step_asks_for_a_code_and_a_written_code_works_once()
    {
        var ann = await (await bank.Riverside.MemberAsync("Ann")).WithPasswordAsync();
        var browser = await SignedInAsync(ann);
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
        (await IsSignedInAsync(again.At("riverside"))).ShouldBeFalse();
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
    public async Task A_new_name_stands_beside_what_staff_do_and_a_members_name_stays_the_coordinators_record()
    {
        var (max, ann) = (
            await (await bank.Riverside.StaffAsync("Max", Role.Manager)).WithPasswordAsync(),
            await bank.Riverside.MemberAsync("Ann")
        );
        await RenameAsync(await SignedInAsync(max), "Maxine Rivers");
        await RenameAsync(await ann.BrowserAsync(), "Annabel");
        var names = await bank.Riverside.ReadAsync(db => db.RoleHolders.ToDictionaryAsync(h => h.Id, h => h.Name));
        (names[max.Id], names[ann.Id]).ShouldBe(("Maxine Rivers", "Ann Example"));
        (await ann.UsersAsync((_, signIn) => Task.FromResult(signIn.Name))).ShouldBe("Annabel");

        static async Task RenameAsync(Browser browser, string name)
        {
            var page = await browser.OpenAsync("/account/name");
            page.QuerySelector("input[name='Form.Name']")!.GetAttribute("value").ShouldNotBeNullOrEmpty();
            await browser.SendAsync(page, new() { ["Form.Name"] = name });
            browser.Path.ShouldBe("/account?done=name");
        }
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/account/name")]
    [InlineData("/account/email")]
    [InlineData("/account/password")]
    [InlineData("/account/passkeys")]
    [InlineData("/account/second-step")]
    [InlineData("/account/everywhere")]
    public async Task Every_page_of_the_account_opens_to_its_person_and_asks_a_stranger_to_sign_in(string path)
    {
        var ann = await (await bank.Hillside.MemberAsync("Ann")).BrowserAsync();
        await ann.OpenAsync(path);
        (ann.Status, ann.Path).ShouldBe((System.Net.HttpStatusCode.OK, path));
        var stranger = bank.Stranger();
        await stranger.OpenAsync(path);
        stranger.Path.ShouldStartWith("/account/sign-in?returnUrl=");
    }

    [Fact]
    public async Task An_operators_page_opens_to_operators_alone()
    {
        var (ann, olga) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Olga"));
        olga.SignIn.IsOperator = true;
        await olga.UsersAsync(
            (users, signIn) =>
            {
                signIn.IsOperator = true;
                return users.UpdateAsync(signIn);
            }
        );
        var (operators, members) = (await olga.BrowserAsync(), await ann.BrowserAsync());
        await operators.OpenAsync("/operator");
        operators.Status.ShouldBe(System.Net.HttpStatusCode.OK);
        await members.OpenAsync("/operator");
        members.Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
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

    // Browsers that were signed out elsewhere notice within a minute.
    private async Task<bool> IsSignedInAsync(Browser browser)
    {
        bank.Clock.Advance(TimeSpan.FromMinutes(2));
        await browser.OpenAsync("/account");
        return browser.Path == "/account";
    }

    private static Task<string> EmailAsync(Actor person) => person.UsersAsync((_, signIn) => Task.FromResult(signIn.Email!));

    private async Task<Browser> SignedInAsync(Actor person)
    {
        var browser = bank.Stranger().At("riverside");
        await browser.SignInAsync(person.SignIn.Email!);
        browser.Path.ShouldStartWith("/riverside");
        return browser;
    }

    private async Task<List<Letter>> LettersAsync(string email)
    {
        await using var scope = bank.Services.CreateAsyncScope();
        var directory = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
        var all = await directory.AccountLetters.OrderBy(l => l.Id).Select(l => l.Letter).ToListAsync();
        return [.. all.Select(l => JsonSerializer.Deserialize<Letter>(l)!).Where(l => l.To == email)];
    }

    private async Task<string> LinkAsync(string email) => (await LettersAsync(email))[^1].Link!;
}

public sealed class GuessingIsSlowTests(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task After_thirty_tries_from_one_place_there_is_a_pause()
    {
        var browser = bank.Stranger().At("riverside");
        var page = await browser.OpenAsync("forgot");
        for (var i = 0; i < 30; i++)
        {
            await browser.SendAsync(page, new() { ["Form.Email"] = "nobody@nowhere.example" });
            browser.Status.ShouldBe(System.Net.HttpStatusCode.OK);
        }
        await browser.SendAsync(page, new() { ["Form.Email"] = "nobody@nowhere.example" });
        browser.Status.ShouldBe(System.Net.HttpStatusCode.TooManyRequests);
        browser.Body.ShouldContain("Too many tries");
    }
}
