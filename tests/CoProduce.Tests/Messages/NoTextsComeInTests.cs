using System.Net;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Members;
using Shouldly;

namespace CoProduce.Tests.Messages;

/// <summary>Where no secret is set up there is no way in.</summary>
public sealed class NoTextsComeInTests(WritingBank bank) : IClassFixture<WritingBank>
{
    [Fact]
    public async Task Without_a_secret_there_is_no_such_address()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/texts/in")
        {
            Content = new FormUrlEncodedContent([new("id", "1"), new("from", "07700 900123"), new("text", "yes")]),
        };
        request.Headers.Authorization = new("Bearer", "");
        (await bank.Stranger().AskAsync(request)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_a_way_in_nobody_is_told_to_answer_by_text()
    {
        var ann = await bank.Riverside.MemberAsync("Ann");
        await ann.GaveAsync(60, await bank.Riverside.ReachedAsync("Cal", ContactWay.Text, c => c.Phone = "07700 900444"));
        await bank.DeliverAsync();
        bank.Phones.Texts.Values.Single(t => t.Contains("07700900444", StringComparison.Ordinal)).ShouldNotContain("Answer YES");
    }
}
