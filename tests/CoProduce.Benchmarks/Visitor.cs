using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;

namespace CoProduce.Benchmarks;

/// <summary>A browser as far as a load needs one: keeps cookies, also secure ones, and counts what a page weighs.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient http;
    private readonly ConcurrentDictionary<string, string> cookies = [];

    public Visitor(Uri address)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        http = new(handler) { BaseAddress = address };
    }

    /// <summary>Signs in by the form on the page.</summary>
    public async Task SignInAsync(string email, string password)
    {
        const string page = "/account/sign-in";
        var form = await ReadAsync(page);
        var fields = HiddenFields(form[form.IndexOf("Form.Email", StringComparison.Ordinal)..] + form);
        (fields["_handler"], fields["Form.Email"], fields["Form.Password"]) = ("sign-in", email, password);
        var (status, _, _) = await PostAsync(page, fields);
        if (status != HttpStatusCode.Found)
            throw new InvalidOperationException($"Signing in answered {(int)status}.");
    }

    /// <summary>The hidden fields of a page's forms; the first of each name.</summary>
    public static Dictionary<string, string> HiddenFields(string page) =>
        HiddenField()
            .Matches(page)
            .DistinctBy(field => field.Groups["name"].Value)
            .Where(field => !field.Groups["name"].Value.StartsWith("Passkey", StringComparison.Ordinal))
            .ToDictionary(field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value));

    /// <summary>Sends a form and answers what came of it, without following a redirect.</summary>
    public async Task<(HttpStatusCode Status, string Location, string Body)> PostAsync(string path, Dictionary<string, string> fields)
    {
        using var request = Request(HttpMethod.Post, path);
        request.Content = new FormUrlEncodedContent(fields);
        using var answer = await http.SendAsync(request);
        Keep(answer);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString ?? "", await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Reads a page that has to be there.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using var request = Request(HttpMethod.Get, path);
        using var answer = await http.SendAsync(request);
        Keep(answer);
        return answer.StatusCode == HttpStatusCode.OK
            ? await answer.Content.ReadAsStringAsync()
            : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
    }

    /// <summary>Reads a page and forgets it.</summary>
    public async Task FetchAsync(string path) => await BytesAsync(path, encodings: "identity");

    /// <summary>The bytes that a first visit moves: the page and all that it names, compressed as the program offers, Blazor's script apart.</summary>
    public async Task<(int Page, int Files)> WeightAsync(string path)
    {
        var html = await ReadAsync(path);
        var named = Linked()
            .Matches(html)
            .Select(link => link.Groups["address"].Value)
            .Where(address =>
                !address.Contains("_framework/", StringComparison.Ordinal) && !address.StartsWith("data:", StringComparison.Ordinal)
            )
            .Select(address => new Uri(new Uri(http.BaseAddress!, "/"), WebUtility.HtmlDecode(address)).PathAndQuery)
            .ToHashSet();
        var rest = 0;
        foreach (var address in named)
            rest += await BytesAsync(address, "br, gzip");
        return (await BytesAsync(path, "br, gzip"), rest);
    }

    public void Dispose() => http.Dispose();

    private async Task<int> BytesAsync(string path, string encodings)
    {
        using var request = Request(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encodings);
        using var answer = await http.SendAsync(request);
        var body = await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode == HttpStatusCode.OK
            ? body.Length
            : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        if (!cookies.IsEmpty)
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        return request;
    }

    private void Keep(HttpResponseMessage answer)
    {
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            cookies[pair[0]] = pair[1];
        }
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)"(?: id="[^"]*")? value="(?<value>[^"]*)""")]
    private static partial Regex HiddenField();

    [GeneratedRegex("""<(?:link|script|img)\b[^>]*?\b(?:href|src)="(?<address>[^"#]+)""")]
    private static partial Regex Linked();
}
