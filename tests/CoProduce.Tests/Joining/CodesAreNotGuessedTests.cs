using System.Net;
using CoProduce.Tests.Support;
using Shouldly;

namespace CoProduce.Tests.Joining;

public sealed class CodesAreNotGuessedTests(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task After_thirty_tries_from_one_place_there_is_a_pause()
    {
        var browser = bank.Stranger().At("riverside");
        var page = await browser.OpenAsync("join-us/resume");
        for (var i = 0; i < 30; i++)
        {
            await browser.SendAsync(page, new() { ["Form.Code"] = "ABCD EFGH" });
            browser.Status.ShouldBe(HttpStatusCode.OK);
        }
        await browser.SendAsync(page, new() { ["Form.Code"] = "ABCD EFGH" });
        browser.Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }
}
