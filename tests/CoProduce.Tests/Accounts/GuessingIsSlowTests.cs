using System.Net;
using CoProduce.Tests.Support;
using Shouldly;

namespace CoProduce.Tests.Accounts;

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
            browser.Status.ShouldBe(HttpStatusCode.OK);
        }
        await browser.SendAsync(page, new() { ["Form.Email"] = "nobody@nowhere.example" });
        browser.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        browser.Body.ShouldContain("Too many tries");
    }
}
