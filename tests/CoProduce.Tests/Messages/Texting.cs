using System.Net;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Matching.Day;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Tests.Messages;

/// <summary>A bank to which a gateway brings texts.</summary>
public sealed class TextingBank(TestCluster cluster) : WritingBank(cluster)
{
    public const string Secret = "only-the-gateway-knows";

    private int numbers = 10_000;

    /// <summary>What the program keeps on disk.</summary>
    public string Data { get; } = Path.Combine(Path.GetTempPath(), $"texts-{Guid.NewGuid():N}");

    /// <summary>A number that nobody else in these tests has.</summary>
    public string NewNumber() => $"07700 9{Interlocked.Increment(ref numbers)}";

    protected override void Configure(IWebHostBuilder builder)
    {
        base.Configure(builder);
        builder.UseSetting("Text:In:Secret", Secret);
        builder.UseSetting("COPRODUCE_DATA", Data);
    }

    /// <summary>The gateway brings a text.</summary>
    public Task<HttpStatusCode> ComesAsync(string from, string words, string? id = null, string? secret = Secret) =>
        BringAsync(
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["id"] = id ?? $"{Guid.NewGuid():N}",
                    ["from"] = from,
                    ["text"] = words,
                }
            ),
            secret
        );

    public async Task<HttpStatusCode> BringAsync(HttpContent content, string? secret = Secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/texts/in") { Content = content };
        if (secret is not null)
            request.Headers.Authorization = new("Bearer", secret);
        return (await Stranger().AskAsync(request)).Status;
    }

    /// <summary>What was texted to that number, the words alone, in the order in which it went.</summary>
    public async Task<List<string>> TextedAsync(Place place, MemberId member)
    {
        await DeliverAsync();
        return [.. (await place.SentToAsync(member)).Where(s => s.Way == SendingWay.Text).Select(s => s.Subject)];
    }

    /// <summary>What the gateway was handed for that number.</summary>
    public IReadOnlyList<string> HandedTo(string number) =>
        [
            .. Phones
                .Texts.Values.Where(t => t.Contains($"\"{DialledNumber.Of(number)}\"", StringComparison.Ordinal))
                .Select(System.Text.RegularExpressions.Regex.Unescape),
        ];
}

internal static class Texting
{
    /// <summary>A member with a sign-in who gets texts at that number.</summary>
    public static async Task<Actor> TextedAsync(this Place place, string name, string number, string language = "")
    {
        var actor = await place.MemberAsync(name);
        await place.ContactAsync(actor.Member, c => (c.Prefers, c.Phone, c.WritesIn) = (ContactWay.Text, number, language));
        return actor;
    }

    public static Task<List<IncomingText>> CameAsync(this Place place) =>
        place.ReadAsync(db => db.IncomingTexts.AsNoTracking().OrderBy(t => t.At).ThenBy(t => t.Id).ToListAsync());

    /// <summary>The texts that this coordinator's day shows.</summary>
    public static async Task<IReadOnlyList<TextToRead>> ReadsAsync(this Actor actor) =>
        (await actor.DoAsync((WholeDayQuery query) => query.ReadAsync(null, all: true))).Texts;
}
