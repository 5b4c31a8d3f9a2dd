using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace CoProduce.Web.Features.Messages;

/// <summary>A text to a telephone.</summary>
/// <param name="To">The number.</param>
/// <param name="Words">A sentence and a link at most.</param>
/// <param name="From">The name of the sender.</param>
public sealed record PhoneText(string To, string Words, string From);

/// <summary>Where texts leave the program.</summary>
public interface ITextGateway
{
    /// <summary>Hands over a text. The same id is the same text, should it come twice. Throws when it cannot.</summary>
    Task SendAsync(PhoneText text, Guid id, CancellationToken ct);
}

/// <summary>Posts texts as JSON to the address Text:Url, with Text:Secret as the bearer token and the id as Idempotency-Key.</summary>
public sealed class HttpTextGateway(IConfiguration configuration) : ITextGateway, IDisposable
{
    // A lost answer is no reason to wait: the key makes the next try the same text.
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <inheritdoc />
    public async Task SendAsync(PhoneText text, Guid id, CancellationToken ct)
    {
        if (configuration["Text:Url"] is not { Length: > 0 } url)
            throw new IOException("No text gateway is set up."); // it is tried again, so setting one up later helps
        using var request = new HttpRequestMessage(HttpMethod.Post, url);
        request.Headers.Add("Idempotency-Key", id.ToString("N"));
        if (configuration["Text:Secret"] is { Length: > 0 } secret)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        request.Content = JsonContent.Create(
            new
            {
                to = text.To,
                text = text.Words,
                from = text.From,
                id,
            }
        );
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        answer.EnsureSuccessStatusCode();
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();
}

/// <summary>Puts texts into a folder, where /mail shows them: in Development without Text:Url.</summary>
public sealed class FolderTextGateway(IConfiguration configuration) : ITextGateway
{
    private string Folder => Path.Combine(configuration["COPRODUCE_DATA"] ?? Path.Combine(Path.GetTempPath(), "coproduce"), "texts");

    /// <inheritdoc />
    public async Task SendAsync(PhoneText text, Guid id, CancellationToken ct)
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, $"{id:N}.json"), JsonSerializer.Serialize(text), ct);
    }

    /// <summary>The texts, newest first, at most that many.</summary>
    public async Task<IReadOnlyList<PhoneText>> ListAsync(int most, CancellationToken ct = default)
    {
        var files = Directory.Exists(Folder) ? new DirectoryInfo(Folder).GetFiles("*.json") : [];
        var found = new List<PhoneText>();
        foreach (var file in files.OrderByDescending(f => f.LastWriteTimeUtc).Take(most))
            found.Add(JsonSerializer.Deserialize<PhoneText>(await File.ReadAllTextAsync(file.FullName, ct))!);
        return found;
    }
}
