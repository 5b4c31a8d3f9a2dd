using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Shouldly;
using Xunit;

namespace CoProduce.Tests.Ui;

public sealed class FormsKeepWhatWasTypedTests : IAsyncLifetime
{
    private FaceHost face = default!;

    public async ValueTask InitializeAsync() => face = await FaceHost.StartAsync();

    public ValueTask DisposeAsync() => face.DisposeAsync();

    [Fact]
    public async Task An_error_is_in_the_title_in_a_summary_and_beside_its_field()
    {
        var page = await face.SendAsync("/style", "style", ("Form.Gave", "me"), ("Form.Who", ""), ("Form.HowLong.Choice", "60"));

        page.Title.ShouldStartWith("Error: ");
        var link = page.QuerySelectorAll<IHtmlAnchorElement>(".error-summary a").ShouldHaveSingleItem();
        link.GetAttribute("href").ShouldBe("/style#f-Who");
        var box = page.GetElementById("f-Who").ShouldNotBeNull();
        box.GetAttribute("aria-invalid").ShouldBe("true");
        Described(page, box).ShouldContain(link.TextContent);
    }

    [Fact]
    public async Task What_was_typed_and_chosen_is_still_there()
    {
        var page = await face.SendAsync(
            "/style",
            "style",
            ("Form.Who", "Zoë Ô"),
            ("Form.About", "<b>tea</b>"),
            ("Form.When.Choice", "other"),
            ("Form.When.Other.Day", "31"),
            ("Form.When.Other.Month", "Nofember"),
            ("Form.HowLong.Choice", "other"),
            ("Form.HowLong.Hours", "lots"),
            ("Form.Town", "newent"),
            ("Form.Days", "weekends"),
            ("Form.Days", "evenings"),
            ("Form.Agreed", "true")
        );

        page.QuerySelector(".error-summary").ShouldNotBeNull();
        Value(page, "Form.Who").ShouldBe("Zoë Ô");
        page.QuerySelector("textarea[name='Form.About']")!.TextContent.ShouldBe("<b>tea</b>");
        Checked(page, "Form.When.Choice").ShouldBe(["other"]);
        Value(page, "Form.When.Other.Month").ShouldBe("Nofember");
        Checked(page, "Form.HowLong.Choice").ShouldBe(["other"]);
        Value(page, "Form.HowLong.Hours").ShouldBe("lots");
        page.QuerySelector<IHtmlSelectElement>("select")!.Value.ShouldBe("newent");
        Checked(page, "Form.Days").ShouldBe(["weekends", "evenings"]);
        Checked(page, "Form.Agreed").ShouldBe(["true"]);
    }

    [Fact]
    public async Task A_refusal_of_the_database_stands_beside_its_field()
    {
        var page = await face.SendAsync("/style", "style", ("Form.Who", "nobody"), ("Form.Gave", "me"), ("Form.HowLong.Choice", "60"));

        var link = page.QuerySelectorAll(".error-summary a").ShouldHaveSingleItem();
        link.TextContent.ShouldContain("no member of that name");
        Described(page, page.GetElementById("f-Who")!).ShouldContain(link.TextContent);
    }

    [Fact]
    public async Task The_key_of_the_request_stays_the_same_when_the_form_comes_back()
    {
        var key = Guid.CreateVersion7().ToString();
        var page = await face.SendAsync("/style", "style", ("Form.RequestKey", key));

        Value(page, "Form.RequestKey").ShouldNotBe(Guid.Empty.ToString());
        page.QuerySelectorAll("input[name='Form.RequestKey']").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_form_that_was_open_too_long_can_be_sent_again_with_one_press()
    {
        using var browser = face.Browser();
        using var request = Expired();
        request.Headers.Add("Sec-Fetch-Site", "same-origin");

        var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await FaceHost.ReadAsync(answer);
        var form = page.QuerySelector<IHtmlFormElement>("main form").ShouldNotBeNull();
        form.GetAttribute("action").ShouldBe("/style?x=1");
        form.QuerySelectorAll<IHtmlInputElement>("input")
            .Where(i => i.Name != "__RequestVerificationToken")
            .Select(i => $"{i.Name}={i.Value}")
            .ShouldBe(["_handler=style", "Form.Who=Ann", "Form.Days=weekdays", "Form.Days=evenings"]);
        Value(page, "__RequestVerificationToken").ShouldNotBe("stale");
    }

    [Fact]
    public async Task But_not_when_another_site_sent_it()
    {
        using var browser = face.Browser();
        using var request = Expired();
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await FaceHost.ReadAsync(answer)).QuerySelector("main form").ShouldBeNull();
    }

    private static HttpRequestMessage Expired() =>
        new(HttpMethod.Post, new Uri("/style?x=1", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([
                new("_handler", "style"),
                new("__RequestVerificationToken", "stale"),
                new("Form.Who", "Ann"),
                new("Form.Password", "secret"),
                new("Form.Days", "weekdays"),
                new("Form.Days", "evenings"),
            ]),
        };

    private static string Described(IDocument page, IElement box) =>
        string.Join(
            ' ',
            box.GetAttribute("aria-describedby")!.Split(' ').Select(id => page.GetElementById(id).ShouldNotBeNull().TextContent)
        );

    private static string Value(IParentNode page, string name) =>
        page.QuerySelector<IHtmlInputElement>($"input[name='{name}']").ShouldNotBeNull().Value;

    private static string[] Checked(IParentNode page, string name) =>
        [.. page.QuerySelectorAll<IHtmlInputElement>($"input[name='{name}']").Where(i => i.IsChecked).Select(i => i.Value)];
}
