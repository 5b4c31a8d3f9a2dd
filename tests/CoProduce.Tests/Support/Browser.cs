using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CoProduce.Tests.Support;

/// <summary>A browser without JavaScript: keeps cookies, follows redirects, fills in forms and sends what stands in them.</summary>
public sealed class Browser(HttpClient http, string slug)
{
    private readonly Dictionary<string, string> cookies = [];
    private readonly HashSet<string> lasting = [];

    /// <summary>The status of the last answer, after redirects.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>The path and query of the last page, after redirects.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The last answer's body.</summary>
    public string Body { get; private set; } = "";

    /// <summary>The same browser, whose relative paths begin with the organisation.</summary>
    public Browser At(string organisation)
    {
        var there = new Browser(http, organisation);
        foreach (var (name, value) in cookies)
            there.cookies[name] = value;
        return there;
    }

    /// <summary>What a browser does when its last window is closed: it forgets every cookie that was not given a term.</summary>
    public void Close()
    {
        foreach (var name in cookies.Keys.Except(lasting).ToArray())
            cookies.Remove(name);
    }

    public void SetCookie(string name, string value) => cookies[name] = value;

    /// <summary>Opens a page: "log" is the organisation's, "/style" is absolute.</summary>
    public Task<IHtmlDocument> OpenAsync(string path) =>
        SendAsync(
            new(
                HttpMethod.Get,
                path.StartsWith('/') ? path
                    : path.Length == 0 ? $"/{slug}"
                    : $"/{slug}/{path}"
            )
        );

    /// <summary>Sends the page's form as it stands, with these answers instead of what is in it; null leaves a field out.</summary>
    public Task<IHtmlDocument> SendAsync(IHtmlDocument page, Dictionary<string, string?> answers, string form = "main form[method=post]") =>
        SendAsync(Request(page, answers, form));

    /// <summary>The request that sending the form would make, to be changed or sent twice.</summary>
    public HttpRequestMessage Request(IHtmlDocument page, Dictionary<string, string?> answers, string form = "main form[method=post]")
    {
        var element =
            page.QuerySelector(form) as IHtmlFormElement
            ?? throw new InvalidOperationException($"No form {form} on {Path} ({Status}): {page.Body?.TextContent}");
        // A page that lost a field must not pass because its test posts what no browser could.
        if (answers.FirstOrDefault(a => a.Value is not null && !Posts(page, element, a.Key)).Key is { } unknown)
            throw new InvalidOperationException($"The form {form} on {Path} has no field {unknown}.");
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var control in element.QuerySelectorAll("input[name], select[name], textarea[name], button[name]"))
        {
            var name = control.GetAttribute("name")!;
            if (answers.ContainsKey(name))
                continue;
            var value = control switch
            {
                IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => null,
                IHtmlInputElement { Type: "submit" or "file" } => null,
                IHtmlInputElement input => input.Value,
                IHtmlSelectElement select => select.Value,
                IHtmlTextAreaElement text => text.Value,
                _ => null,
            };
            if (value is not null)
                fields.Add(new(name, value));
        }
        fields.AddRange(answers.Where(a => a.Value is not null).Select(a => new KeyValuePair<string, string>(a.Key, a.Value!)));
        var action = element.GetAttribute("action") is { Length: > 0 } named
            ? new Uri(new Uri("http://localhost/"), named).PathAndQuery
            : Path;
        return new(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(fields) };
    }

    private static bool Posts(IHtmlDocument page, IHtmlFormElement form, string name) =>
        form.QuerySelectorAll("[name]")
            .Concat(form.Id is { Length: > 0 } id ? page.QuerySelectorAll($"[form='{id}'][name]") : [])
            .Any(control => control.GetAttribute("name") == name);

    /// <summary>Sends a request and says what the first answer was, without following it.</summary>
    public async Task<(HttpStatusCode Status, string Location)> AskAsync(HttpRequestMessage request)
    {
        if (cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString ?? "");
    }

    /// <summary>Sends a request and hands the first answer over as it is, with its headers.</summary>
    public Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request)
    {
        request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
        return http.SendAsync(request);
    }

    /// <summary>Sends a request and follows redirects.</summary>
    public async Task<IHtmlDocument> SendAsync(HttpRequestMessage request)
    {
        for (var hops = 0; ; hops++)
        {
            request.Headers.Remove("Cookie");
            if (cookies.Count > 0)
                request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
            using var answer = await http.SendAsync(request);
            foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
            {
                var pair = set.Split(';')[0].Split('=', 2);
                if (pair[1].Length == 0)
                    cookies.Remove(pair[0]);
                else
                    cookies[pair[0]] = pair[1];
                if (set.Contains("expires=", StringComparison.OrdinalIgnoreCase))
                    lasting.Add(pair[0]);
                else
                    lasting.Remove(pair[0]);
            }
            Path = request.RequestUri!.IsAbsoluteUri ? request.RequestUri.PathAndQuery : request.RequestUri.OriginalString;
            Status = answer.StatusCode;
            Body = await answer.Content.ReadAsStringAsync();
            if (answer.Headers.Location is not { } location || (int)answer.StatusCode is < 300 or > 399)
                return await new HtmlParser().ParseDocumentAsync(Body);
            if (hops > 8)
                throw new InvalidOperationException($"Redirects without end at {location}.");
            request = new(HttpMethod.Get, new Uri(new Uri(new Uri("http://localhost/"), Path), location).PathAndQuery);
        }
    }
}
