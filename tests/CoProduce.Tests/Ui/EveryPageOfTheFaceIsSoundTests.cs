using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CoProduce.Web.Ui;
using Shouldly;
using Xunit;

namespace CoProduce.Tests.Ui;

public sealed class EveryPageOfTheFaceIsSoundTests : IAsyncLifetime
{
    private static readonly MenuEntry Home = new("Home", "", MenuPlace.Mine, "home", Audience.Member);
    private static readonly MenuEntry Desk = new("Desk", "desk", MenuPlace.Today, "desk", Audience.Coordinator);
    private static readonly Shell Coordinator = new("Fair Shares", "fair-shares", "Ann", [Home, Desk])
    {
        Phone = "01452 000 000",
        SearchPath = "desk",
    };

    private FaceHost face = default!;

    public static TheoryData<string> Pages => ["/style", "/style/paper", "/display", "/status/404", "/status/403", "/status/500"];

    public async ValueTask InitializeAsync() => face = await FaceHost.StartAsync(Coordinator);

    public ValueTask DisposeAsync() => face.DisposeAsync();

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task It_has_nothing_inline_that_the_security_policy_forbids(string address)
    {
        var page = await face.GetAsync(address);
        page.All.Length.ShouldBeGreaterThan(20);
        page.QuerySelectorAll("[style], style, script:not([src])").Select(e => e.OuterHtml).ShouldBeEmpty();
        page.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Its_ids_are_its_own_and_what_refers_to_one_finds_it(string address)
    {
        var page = await face.GetAsync(address);
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        ids.ShouldBeUnique();
        string[] referring = ["for", "aria-labelledby", "aria-describedby"];
        foreach (var element in page.All)
        foreach (var attribute in referring)
        foreach (var id in element.GetAttribute(attribute)?.Split(' ') ?? [])
            ids.ShouldContain(id, $"{attribute} of {element.OuterHtml}");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task It_has_one_heading_a_title_and_a_name_for_every_control(string address)
    {
        var page = await face.GetAsync(address);
        page.QuerySelectorAll("h1").ShouldHaveSingleItem();
        page.Title.ShouldNotBeNullOrWhiteSpace();
        foreach (var control in page.QuerySelectorAll("input:not([type=hidden]), select, textarea"))
            page.QuerySelector($"label[for='{control.Id}']")?.TextContent.Trim().ShouldNotBeNullOrEmpty(control.OuterHtml);
        foreach (var button in page.QuerySelectorAll("button, a[href]"))
            button.TextContent.Trim().ShouldNotBeNullOrEmpty(button.OuterHtml);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_text_is_baked_into_its_markup(string address)
    {
        string[] names =
        [
            "Fair Shares",
            "Ann",
            "Margaret",
            "Stroud",
            "Gloucester",
            "Newent",
            "Cymraeg",
            "Margaret Ellis",
            "01452 000 000",
            "Pseudo",
            "English",
        ];
        var page = await face.GetAsync(address, $"language={Languages.PseudoCode}");
        var baked = page.Body!.Descendants<IText>()
            .Where(t => t.ParentElement!.Closest("[translate=no], [lang]:not(html)") is null)
            .Select(t => t.Text.Trim())
            .Where(t => t.Any(char.IsLetter) && !names.Contains(t) && !t.Contains('⟦', StringComparison.Ordinal) && !IsDate(t));
        baked.ShouldBeEmpty();
        page.QuerySelectorAll("[aria-label], [placeholder], [alt]:not([alt=''])")
            .SelectMany(e => new[] { e.GetAttribute("aria-label"), e.GetAttribute("placeholder"), e.GetAttribute("alt") })
            .Where(t => !string.IsNullOrEmpty(t) && !t.Contains('⟦', StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Arabic_runs_from_right_to_left_and_Welsh_says_that_it_is_Welsh()
    {
        (await face.GetAsync("/style", "language=ar")).DocumentElement.GetAttribute("dir").ShouldBe("rtl");
        var welsh = (await face.GetAsync("/display", "language=cy")).DocumentElement;
        (welsh.GetAttribute("dir"), welsh.GetAttribute("lang")).ShouldBe(("ltr", "cy-GB"));
    }

    [Fact]
    public async Task The_look_that_was_chosen_is_on_the_page()
    {
        var html = (await face.GetAsync("/style", "look=contrast.large")).DocumentElement;
        (html.GetAttribute("data-theme"), html.GetAttribute("data-text")).ShouldBe(("contrast", "large"));
    }

    [Theory]
    [InlineData("/language?culture=cy&returnUrl=/style", "/style", "language=cy")]
    [InlineData("/language?culture=cy&returnUrl=//evil.example", "/", "language=cy")]
    [InlineData("/look?theme=dark&text=large&returnUrl=/style", "/style", "look=dark.large")]
    [InlineData("/look?theme=pink&returnUrl=https://evil.example", "/", "look=system.usual")]
    public async Task A_choice_is_kept_without_script_and_leads_back(string address, string back, string cookie)
    {
        using var browser = face.Browser();
        var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        answer.Headers.Location!.OriginalString.ShouldBe(back);
        answer
            .Headers.GetValues("Set-Cookie")
            .ShouldContain(c => c.StartsWith(cookie, StringComparison.Ordinal) && c.Contains("httponly", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_menu_says_where_one_is()
    {
        var page = await face.GetAsync("/style");
        page.QuerySelectorAll<IHtmlAnchorElement>(".side li a").Select(a => a.TextContent).ShouldBe(["Home", "Desk"]);
        page.QuerySelector("[href='fair-shares/desk']").ShouldNotBeNull();
    }

    private static bool IsDate(string text) => text.Split(' ').All(w => w.All(char.IsDigit) || Months.Contains(w));

    private static readonly HashSet<string> Months =
    [
        .. Languages.All[0].Formats.DateTimeFormat.MonthNames,
        .. Languages.All[0].Formats.DateTimeFormat.AbbreviatedMonthNames,
    ];
}
