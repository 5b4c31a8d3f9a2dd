using System.Net;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Accounts;

public sealed class GuessingIsSlowTests(Bank bank) : IClassFixture<Bank>
{
    // Every form of the account that a stranger can send, and every one that asks for a password or a code.
    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/forgot")]
    [InlineData("/account/reset")]
    [InlineData("/account/code")]
    [InlineData("/account/email")]
    [InlineData("/account/email/confirm")]
    [InlineData("/account/password")]
    [InlineData("/account/second-step")]
    [InlineData("/account/second-step/new")]
    [InlineData("/account/passkeys/request")]
    [InlineData("/account/passkeys/create")]
    [InlineData("/{organisation}/sign-in")]
    [InlineData("/{organisation}/forgot")]
    [InlineData("/{organisation}/reset")]
    [InlineData("/{organisation}/code")]
    [InlineData("/{organisation}/join/{Secret}")]
    [InlineData("/{organisation}/join-us")]
    [InlineData("/{organisation}/join-us/resume")]
    [InlineData("/{organisation}/join-us/{Secret}")]
    [InlineData("/{organisation}/reference/{Secret}")]
    [InlineData("/{organisation}/refer/{Secret}")]
    public void Wherever_a_secret_is_asked(string address) =>
        bank
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText == address)
            .ShouldHaveSingleItem()
            .Metadata.GetMetadata<EnableRateLimitingAttribute>()
            .ShouldNotBeNull()
            .PolicyName.ShouldBe(AccountsFeature.SecretsLimit);

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
