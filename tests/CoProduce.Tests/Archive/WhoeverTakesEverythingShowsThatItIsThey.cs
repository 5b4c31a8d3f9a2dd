using System.Net;
using System.Text.Json;
using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Archive;
using CoProduce.Web.Features.Messages;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Archive;

/// <summary>The archive holds what few may read: it leaves with a password typed just now, a line, and a letter to every manager.</summary>
public sealed class WhoeverTakesEverythingShowsThatItIsThey(Bank bank) : IClassFixture<Bank>
{
    private const string Password = "an hour for an hour";
    private const string TakeForm = "form:has([name='Take.Password'])";

    [Fact]
    public async Task By_typing_their_password_and_every_manager_hears_of_it()
    {
        var (mo, max) = (await ManagerAsync("Mo"), await ManagerAsync("Max"));
        var browser = await mo.BrowserAsync();
        await browser.OpenAsync("archive.zip");
        browser.Path.ShouldEndWith("/archive");
        var page = await browser.SendAsync(await browser.OpenAsync("archive"), new() { ["Take.Password"] = "a guess" }, TakeForm);
        page.QuerySelector(".error")!.TextContent.ShouldContain("That is not your password.");
        (await TakenAsync()).ShouldBeEmpty();

        await browser.SendAsync(await browser.OpenAsync("archive"), new() { ["Take.Password"] = Password }, TakeForm);
        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.Path.ShouldContain("/archive.zip");
        (await TakenAsync()).ShouldBe([mo.Id]);
        var letters = await LettersAsync();
        foreach (var manager in new[] { mo, max })
            letters.Count(to => to == manager.SignIn.Email).ShouldBe(1);
    }

    [Fact]
    public async Task And_what_lets_one_download_it_lets_nobody_else()
    {
        var (mo, max, elsewhere) = (
            await ManagerAsync("Mo"),
            await ManagerAsync("Max"),
            await bank.Hillside.StaffAsync("Meg", Role.Manager)
        );
        var ticket = await mo.DoAsync((ArchiveTicket tickets) => Task.FromResult(tickets.Write()));
        (await mo.DoAsync((ArchiveTicket tickets) => Task.FromResult(tickets.IsGood(ticket)))).ShouldBeTrue();
        foreach (var other in new[] { max, elsewhere })
            (await other.DoAsync((ArchiveTicket tickets) => Task.FromResult(tickets.IsGood(ticket)))).ShouldBeFalse();
        (await mo.DoAsync((ArchiveTicket tickets) => Task.FromResult(tickets.IsGood("made up")))).ShouldBeFalse();
    }

    private async Task<Actor> ManagerAsync(string name)
    {
        var manager = await bank.Riverside.StaffAsync(name, Role.Manager);
        await using var scope = bank.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<SignIn>>();
        (await users.AddPasswordAsync((await users.FindByIdAsync($"{manager.SignIn.Id}"))!, Password)).Succeeded.ShouldBeTrue();
        return manager;
    }

    private Task<List<RoleHolderId>> TakenAsync() =>
        bank.Riverside.ReadAsync(db =>
            db.AuditLines.Where(a => a.Deed == nameof(ExportOrganisation)).Select(a => a.By!.Value).ToListAsync()
        );

    private async Task<List<string>> LettersAsync()
    {
        await using var scope = bank.Services.CreateAsyncScope();
        var letters = await scope.ServiceProvider.GetRequiredService<DirectoryDb>().AccountLetters.Select(l => l.Letter).ToListAsync();
        return [.. letters.Select(l => JsonSerializer.Deserialize<Letter>(l)!.To)];
    }
}
