using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Accounts;

public sealed class AnAccountIsItsPersonsAloneTests(PatientBank bank) : IClassFixture<PatientBank>
{
    [Fact]
    public async Task A_new_name_stands_beside_what_staff_do_and_a_members_name_stays_the_coordinators_record()
    {
        var (max, ann) = (
            await (await bank.Riverside.StaffAsync("Max", Role.Manager)).WithPasswordAsync(),
            await bank.Riverside.MemberAsync("Ann")
        );
        await RenameAsync(await bank.SignedInAsync(max), "Maxine Rivers");
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
}
