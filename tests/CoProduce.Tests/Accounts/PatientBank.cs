using System.Text.Json;
using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Messages;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Accounts;

/// <summary>A bank where one browser may try as often as a whole class of tests has to, and whose letters about sign-ins can be read.</summary>
public sealed class PatientBank(TestCluster cluster) : Bank(cluster)
{
    protected override void Configure(IWebHostBuilder builder)
    {
        base.Configure(builder);
        builder.UseSetting("SignIn:TriesPerFiveMinutes", "1000");
    }

    /// <summary>A browser where the person signed in by the page.</summary>
    public async Task<Browser> SignedInAsync(Actor person)
    {
        var browser = Stranger().At("riverside");
        await browser.SignInAsync(person.SignIn.Email!);
        browser.Path.ShouldStartWith("/riverside");
        return browser;
    }

    /// <summary>Whether the browser is let in, two minutes later: those that were signed out elsewhere notice within one.</summary>
    public async Task<bool> IsSignedInAsync(Browser browser)
    {
        Clock.Advance(TimeSpan.FromMinutes(2));
        await browser.OpenAsync("/account");
        return browser.Path == "/account";
    }

    /// <summary>The letters about sign-ins to an address, oldest first.</summary>
    public async Task<List<Letter>> LettersAsync(string email)
    {
        await using var scope = Services.CreateAsyncScope();
        var directory = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
        var all = await directory.AccountLetters.OrderBy(l => l.Id).Select(l => l.Letter).ToListAsync();
        return [.. all.Select(l => JsonSerializer.Deserialize<Letter>(l)!).Where(l => l.To == email)];
    }

    /// <summary>The link in the newest letter to an address.</summary>
    public async Task<string> LinkAsync(string email) => (await LettersAsync(email))[^1].Link!;
}
