using CoProduce.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Shouldly;

namespace CoProduce.Tests.Accounts;

public sealed class SecretsChangeSafelyTests(PatientBank bank) : IClassFixture<PatientBank>
{
    [Fact]
    public async Task A_new_address_counts_only_after_its_link_is_pressed_and_the_old_one_is_told()
    {
        var ann = await (await bank.Riverside.MemberAsync("Ann")).WithPasswordAsync();
        var browser = await bank.SignedInAsync(ann);
        var (old, fresh) = (ann.SignIn.Email!, $"{Guid.NewGuid():N}@new.example");
        var page = await browser.OpenAsync("/account/email");
        await browser.SendAsync(page, new() { ["Form.Email"] = fresh, ["Form.Password"] = "not the password" });
        browser.Body.ShouldContain("That is not your password");
        (await bank.LettersAsync(fresh)).ShouldBeEmpty();
        page = await browser.OpenAsync("/account/email");
        await browser.SendAsync(page, new() { ["Form.Email"] = fresh, ["Form.Password"] = Secrets.Password });
        (await EmailAsync(ann)).ShouldBe(old);
        (await bank.LettersAsync(old)).ShouldHaveSingleItem();
        var pressed = browser.Request(await browser.OpenAsync(await bank.LinkAsync(fresh)), []);
        var twice = browser.Request(await browser.OpenAsync(await bank.LinkAsync(fresh)), []);
        await browser.SendAsync(pressed);
        browser.Path.ShouldBe("/account?done=email");
        (await EmailAsync(ann)).ShouldBe(fresh);
        (await bank.LettersAsync(old)).Count.ShouldBe(2);
        await browser.SendAsync(twice);
        browser.Body.ShouldContain("This link cannot be used");
        var again = bank.Stranger().At("riverside");
        await again.SignInAsync(fresh);
        again.Path.ShouldStartWith("/riverside");
    }

    [Fact]
    public async Task An_address_that_is_somebody_elses_sign_in_gets_no_link()
    {
        var (ann, bob) = (await (await bank.Riverside.MemberAsync("Ann")).WithPasswordAsync(), await bank.Riverside.MemberAsync("Bob"));
        var browser = await bank.SignedInAsync(ann);
        await browser.SendAsync(
            await browser.OpenAsync("/account/email"),
            new() { ["Form.Email"] = bob.SignIn.Email, ["Form.Password"] = Secrets.Password }
        );
        browser.Path.ShouldBe("/account?done=email-asked");
        (await bank.LettersAsync(bob.SignIn.Email!)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_password_signs_out_every_other_browser_and_keeps_this_one()
    {
        var ann = await (await bank.Riverside.MemberAsync("Ann")).WithPasswordAsync();
        var (here, elsewhere) = (await bank.SignedInAsync(ann), await bank.SignedInAsync(ann));
        await here.SendAsync(
            await here.OpenAsync("/account/password"),
            new() { ["Form.Current"] = Secrets.Password, ["Form.Password"] = "a completely new one" }
        );
        here.Path.ShouldBe("/account?done=password");
        (await bank.IsSignedInAsync(here)).ShouldBeTrue();
        (await bank.IsSignedInAsync(elsewhere)).ShouldBeFalse();
    }

    [Fact]
    public async Task Signing_out_everywhere_keeps_this_browser_alone()
    {
        var ann = await (await bank.Riverside.MemberAsync("Ann")).WithPasswordAsync();
        var (here, elsewhere) = (await bank.SignedInAsync(ann), await bank.SignedInAsync(ann));
        (await bank.IsSignedInAsync(elsewhere)).ShouldBeTrue();
        await here.SendAsync(await here.OpenAsync("/account/everywhere"), []);
        (await bank.IsSignedInAsync(here)).ShouldBeTrue();
        (await bank.IsSignedInAsync(elsewhere)).ShouldBeFalse();
    }

    private static Task<string> EmailAsync(Actor person) => person.UsersAsync((_, signIn) => Task.FromResult(signIn.Email!));
}
