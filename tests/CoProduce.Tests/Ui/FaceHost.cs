using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CoProduce.Web;
using CoProduce.Web.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CoProduce.Tests.Ui;

/// <summary>The pages of the face alone, without a database: what a browser without script gets, and what it may send.</summary>
internal sealed class FaceHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private FaceHost(WebApplication app) => this.app = app;

    public static async Task<FaceHost> StartAsync(Shell? shell = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection([new("Testing:PseudoLocale", "true")]);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddAuthorization();
        builder.Services.AddUi(builder.Configuration);
        builder.Services.AddCascadingValue(_ => shell);
        var app = builder.Build();
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.UseProblemPages();
        app.UseRouting();
        app.UseUi();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseExpiredForms();
        app.MapUi();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        await app.StartAsync();
        return new(app);
    }

    /// <summary>A browser with its own cookies; it does not follow redirects.</summary>
    public HttpClient Browser(params string[] cookies)
    {
        var client = app.GetTestClient();
        if (cookies.Length > 0)
            client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies));
        return client;
    }

    public async Task<IHtmlDocument> GetAsync(string address, params string[] cookies)
    {
        using var browser = Browser(cookies);
        return await ReadAsync(await browser.GetAsync(new Uri(address, UriKind.Relative)));
    }

    /// <summary>Opens the page, fills in the named fields of the form with that name, and sends it as a browser would.</summary>
    public async Task<IHtmlDocument> SendAsync(string address, string form, params (string Name, string Value)[] typed)
    {
        using var browser = Browser();
        var got = await browser.GetAsync(new Uri(address, UriKind.Relative));
        var page = await ReadAsync(got);
        var hidden = page.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]")
            .Where(i => i.Closest("form")!.QuerySelector($"input[name=_handler][value='{form}']") is not null)
            .Select(i => (i.Name!, i.Value));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative));
        request.Headers.Add("Cookie", got.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        request.Content = new FormUrlEncodedContent(hidden.Concat(typed).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await ReadAsync(await browser.SendAsync(request));
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        var context = BrowsingContext.New(Configuration.Default);
        return (IHtmlDocument)await context.OpenAsync(r => r.Content(html).Address("http://localhost/"));
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
