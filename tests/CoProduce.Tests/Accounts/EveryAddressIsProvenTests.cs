using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Accounts;

/// <summary>Why there is no page that asks for a letter to confirm an address: no sign-in has one that was not proven.</summary>
public sealed partial class EveryAddressIsProvenTests(PatientBank bank) : IClassFixture<PatientBank>
{
    [Fact]
    public async Task By_the_letter_that_made_the_sign_in()
    {
        var email = $"{Guid.NewGuid():N}@riverside.example";
        await using var scope = bank.Services.CreateAsyncScope();
        var directory = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
        await scope.ServiceProvider.GetRequiredService<NewSignIn>().AddAsync(directory, email, "Nia", Secrets.Password, default);
        await directory.SaveChangesAsync(TestContext.Current.CancellationToken);
        (
            await directory.Users.AsNoTracking().SingleAsync(u => u.Email == email, TestContext.Current.CancellationToken)
        ).EmailConfirmed.ShouldBeTrue();
    }

    [Fact]
    public async Task By_the_letter_that_changes_the_address_and_not_before()
    {
        var ann = await (await bank.Riverside.MemberAsync("Ann")).WithPasswordAsync();
        var browser = await bank.SignedInAsync(ann);
        var fresh = $"{Guid.NewGuid():N}@new.example";
        var answers = new Dictionary<string, string?> { ["Form.Email"] = fresh, ["Form.Password"] = Secrets.Password };
        await browser.SendAsync(await browser.OpenAsync("/account/email"), answers);
        (await AddressAsync(ann)).ShouldBe((ann.SignIn.Email, true));
        await browser.SendAsync(await browser.OpenAsync(await bank.LinkAsync(fresh)), []);
        (await AddressAsync(ann)).ShouldBe((fresh, true));
    }

    [Fact]
    public void And_nothing_else_makes_a_sign_in_or_takes_the_proof_away()
    {
        var makes = Directory
            .EnumerateFiles(Web(), "*.cs", SearchOption.AllDirectories)
            .Where(f => Unproven().IsMatch(File.ReadAllText(f)))
            .Select(Path.GetFileName);
        makes.ShouldBe(["DemoSignIns.cs", "NewSignIn.cs"], ignoreOrder: true);
    }

    [GeneratedRegex(@"\bnew SignIn\b|EmailConfirmed = false|\.SetEmailAsync\(")]
    private static partial Regex Unproven();

    private static Task<(string?, bool)> AddressAsync(Actor person) =>
        person.UsersAsync((_, signIn) => Task.FromResult((signIn.Email, signIn.EmailConfirmed)));

    private static string Web([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "CoProduce.Web"));
}
