using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace CoProduce.Web.Features.Messages;

/// <summary>A text that came in, as a gateway names it.</summary>
/// <param name="Id">The gateway's own name for it.</param>
/// <param name="From">The number.</param>
/// <param name="Words">What it says.</param>
public sealed record TextIn(string Id, string From, string Words);

/// <summary>How texts come in: the secret that whoever brings them must know, and what their fields are called.</summary>
public sealed class TextInbox(IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>The most bytes of a delivery; a text has a few hundred.</summary>
    public const int Most = 16 * 1024;

    private const string UsualHeader = "X-Text-Secret";

    private string? Secret => configuration["Text:In:Secret"] is { Length: > 0 } secret ? secret : null;

    /// <summary>True when a gateway may bring them.</summary>
    public bool IsSetUp => Secret is not null;

    /// <summary>True when files in a folder are texts that came in: where those that go out are files as well.</summary>
    public bool IsFolder => environment.IsDevelopment() && string.IsNullOrEmpty(configuration["Text:Url"]);

    /// <summary>True when an answer can come in at all, so that people are told how to give one.</summary>
    public bool IsOpen => IsSetUp || IsFolder;

    /// <summary>True when the request knows the secret, as the bearer token or in the header that is set up. How long the look takes tells nothing of it.</summary>
    public bool Knows(HttpRequest request)
    {
        const string bearer = "Bearer ";
        var said = request.Headers[Name("Header", UsualHeader)].ToString();
        if (
            said.Length == 0
            && request.Headers.Authorization.ToString() is var header
            && header.StartsWith(bearer, StringComparison.Ordinal)
        )
            said = header[bearer.Length..];
        return Secret is { } secret && CryptographicOperations.FixedTimeEquals(Digest(said), Digest(secret));
    }

    /// <summary>The text of a form or of JSON; null when a field is missing.</summary>
    public TextIn? Read(string body, bool isJson)
    {
        var (id, from, words) = (Name("Id", "id"), Name("From", "from"), Name("Words", "text"));
        var fields = isJson ? Json(body) : Form(body);
        return fields.GetValueOrDefault(id) is { Length: > 0 } key && fields.GetValueOrDefault(from) is { Length: > 0 } number
            ? new(key, number, fields.GetValueOrDefault(words) ?? "")
            : null;
    }

    private string Name(string field, string usual) => configuration[$"Text:In:{field}"] is { Length: > 0 } name ? name : usual;

    private static Dictionary<string, string> Form(string body) =>
        QueryHelpers.ParseQuery(body).ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, string> Json(string body)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
                foreach (var field in json.RootElement.EnumerateObject())
                    fields[field.Name] = field.Value.ToString();
        }
        catch (JsonException)
        {
            fields.Clear(); // no fields: it is refused as one that lacks them
        }
        return fields;
    }

    private static byte[] Digest(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
