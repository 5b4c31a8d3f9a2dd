using AngleSharp.Html.Dom;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Messages;

/// <summary>The second language of an announcement is optional; each reader gets theirs.</summary>
public sealed class AnnouncementsInTwoLanguagesTests(WritingBank bank) : IClassFixture<WritingBank>
{
    [Fact]
    public async Task Each_reader_gets_theirs_by_mail_text_and_paper_and_whoever_chose_none_the_organisations()
    {
        var here = await HereAsync("each");
        var cora = await here.CoordinatorAsync();
        var (welsh, english, none) = (Writing.Address(), Writing.Address(), Writing.Address());
        await here.ReachedAsync("Bea", ContactWay.Email, c => (c.Email, c.WritesIn) = (welsh, "cy"));
        await here.ReachedAsync("Eve", ContactWay.Email, c => (c.Email, c.WritesIn) = (english, "en"));
        await here.ReachedAsync("Nan", ContactWay.Email, c => c.Email = none);
        await here.ReachedAsync("Cal", ContactWay.Text, c => (c.Phone, c.WritesIn) = ("07700 900444", "cy"));
        await here.ReachedAsync("Dot", ContactWay.Post, c => (c.Address, c.WritesIn) = ("1 High Street", "cy"));
        var draft = await KeptAsync(cora);
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"announcements/{draft}");
        var looks = page.QuerySelectorAll("article.sheet");
        looks.Select(l => l.GetAttribute("lang")).ShouldBe(["en", "cy"]);
        looks[0].TextContent.ShouldContain("The garden opens");
        looks[1].TextContent.ShouldContain("Annwyl …,");
        looks[1].TextContent.ShouldContain("Dewch i balu.");
        page.QuerySelector("main")!.TextContent.ShouldContain("3 of them read it in the second language.");

        (await StepAsync(cora, draft, (a, f) => a.TestAsync(f))).ShouldBe(Announce.Outcome.Done);
        await bank.DeliverAsync();
        var tests = bank.MailTo(cora.SignIn.Email!);
        tests.Count.ShouldBe(2);
        tests.Count(m => m.Contains("A test: The garden opens", StringComparison.Ordinal)).ShouldBe(1);
        tests.Count(m => m.Contains("Dewch i balu.", StringComparison.Ordinal)).ShouldBe(1);

        (await StepAsync(cora, draft, (a, f) => a.SendAsync(f), seen: 5)).ShouldBe(Announce.Outcome.Done);
        await bank.DeliverAsync();
        await bank.DeliverAsync();
        Only(welsh, says: "Dewch i balu.", not: "Come and dig.");
        Only(english, says: "Come and dig.", not: "Dewch i balu.");
        Only(none, says: "Come and dig.", not: "Dewch i balu.");
        var text = bank.Phones.Texts.Values.Where(t => t.Contains("07700900444", StringComparison.Ordinal)).ShouldHaveSingleItem();
        text.ShouldContain("agor");
        text.ShouldNotContain("The garden opens");
        var part = (await cora.SheetsAsync(await cora.PrintsAsync()))!.ShouldHaveSingleItem().Parts.ShouldHaveSingleItem();
        (part.Subject, part.Paragraphs, part.Language.Code).ShouldBe(("Yr ardd yn agor", part.Paragraphs, "cy"));
        part.Paragraphs.ShouldContain("Dewch i balu.");

        void Only(string address, string says, string not)
        {
            var letter = bank.MailTo(address).ShouldHaveSingleItem();
            letter.ShouldContain(says);
            letter.ShouldNotContain(not);
        }
    }

    [Fact]
    public async Task The_page_shows_the_readers_language_with_a_link_to_the_other()
    {
        var here = await HereAsync("page");
        var cora = await here.CoordinatorAsync();
        var gwen = await here.MemberAsync("Gwen", "Jones", Writing.Address());
        await here.ContactAsync(gwen.Member, c => c.WritesIn = "cy");
        var draft = await KeptAsync(cora);
        (await StepAsync(cora, draft, (a, f) => a.SendAsync(f), seen: 1)).ShouldBe(Announce.Outcome.Done);
        await bank.DeliverAsync();
        var browser = await gwen.BrowserAsync();
        var page = await browser.OpenAsync($"news/{draft}");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Yr ardd yn agor");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("Come and dig.");
        var other = page.QuerySelector("main a[hreflang=en]").ShouldNotBeNull();
        other.TextContent.ShouldBe("Read it in English"); // said in the language to which it leads
        page = await browser.OpenAsync("/" + other.GetAttribute("href"));
        page.QuerySelector("h1")!.TextContent.ShouldBe("The garden opens");
        page.QuerySelector("main a[hreflang=cy]")!.TextContent.ShouldBe("Darllenwch ef yn Gymraeg");

        await here.ContactAsync(gwen.Member, c => c.WritesIn = ""); // then the language of the page
        (await browser.OpenAsync($"news/{draft}")).QuerySelector("h1")!.TextContent.ShouldBe("The garden opens");
        browser.SetCookie("language", "cy");
        (await browser.OpenAsync($"news/{draft}")).QuerySelector("h1")!.TextContent.ShouldBe("Yr ardd yn agor");
    }

    [Fact]
    public async Task Both_or_neither_of_the_second_heading_and_words_and_what_was_typed_stays()
    {
        var here = await HereAsync("both");
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();
        var page = await browser.OpenAsync("announcements/new");
        page.QuerySelector("main details summary")!.TextContent.ShouldBe("In Welsh too");
        page.QuerySelector("main details")!.HasAttribute("open").ShouldBeFalse();
        page = await browser.SendAsync(page, Typed(otherSubject: "Yr ardd yn agor"));
        Said(page, "Form.OtherBody").ShouldContain("Write what you want to say in this language too, or leave both boxes empty.");
        page.QuerySelector("main details")!.HasAttribute("open").ShouldBeTrue();
        ((IHtmlInputElement)page.QuerySelector("[name='Form.OtherSubject']")!).Value.ShouldBe("Yr ardd yn agor");
        page = await browser.SendAsync(page, Typed(otherBody: "Dewch i balu."));
        Said(page, "Form.OtherSubject").ShouldContain("Write the heading in this language too, or leave both boxes empty.");
        (await here.ReadAsync(db => db.Announcements.CountAsync())).ShouldBe(0);
        await browser.SendAsync(page, Typed());
        var kept = await here.ReadAsync(db => db.Announcements.AsNoTracking().SingleAsync());
        (kept.Language, kept.OtherLanguage, kept.OtherSubject, kept.OtherBody).ShouldBe(("en", "", "", ""));

        // Taken out of a draft again, it is gone from it.
        page = await browser.OpenAsync($"announcements/{kept.Id}/change");
        await browser.SendAsync(page, Typed("Yr ardd", "Dewch."));
        page = await browser.OpenAsync($"announcements/{kept.Id}/change");
        ((IHtmlTextAreaElement)page.QuerySelector("[name='Form.OtherBody']")!).Value.ShouldBe("Dewch.");
        await browser.SendAsync(page, Typed());
        (await here.ReadAsync(db => db.Announcements.AsNoTracking().SingleAsync())).OtherLanguage.ShouldBe("");

        static string Said(IHtmlDocument page, string name)
        {
            var field = page.QuerySelector($"[name='{name}']").ShouldNotBeNull();
            return page.GetElementById(field.GetAttribute("aria-describedby")!.Split(' ')[^1])!.TextContent;
        }
    }

    [Fact]
    public async Task An_organisation_of_one_language_is_not_asked_for_another()
    {
        var here = await HereAsync("one");
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();
        var before = await browser.OpenAsync("announcements/new");
        await here.WriteAsync(async db =>
        {
            (await db.Settings.SingleAsync()).Languages = ["cy"];
            return true;
        });
        bank.Services.GetRequiredService<OrganisationDirectory>().Forget(here.Id);
        var page = await browser.OpenAsync("announcements/new");
        page.QuerySelector("[name='Form.OtherSubject']").ShouldBeNull();
        // From a page that was open before: refused, and what was typed stays.
        page = await browser.SendAsync(before, Typed("Yr ardd yn agor", "Dewch i balu."));
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("The organisation writes in one language only by now.");
        ((IHtmlInputElement)page.QuerySelector("[name='Form.OtherSubject']")!).Value.ShouldBe("Yr ardd yn agor");
        (await here.ReadAsync(db => db.Announcements.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Two_of_a_household_who_read_different_languages_find_both_in_the_envelope()
    {
        var here = await HereAsync("home");
        var cora = await here.CoordinatorAsync();
        var dot = await here.ReachedAsync("Dot", ContactWay.Post, c => (c.Address, c.WritesIn) = ("1 High Street", "cy"));
        var ed = await here.ReachedAsync("Ed", ContactWay.Post, c => (c.Address, c.WritesIn) = ("1 High Street", "en"));
        await here.HouseholdAsync(dot, ed);
        var draft = await KeptAsync(cora);
        (await StepAsync(cora, draft, (a, f) => a.SendAsync(f), seen: 2)).ShouldBe(Announce.Outcome.Done);
        await bank.DeliverAsync();
        var sheet = (await cora.SheetsAsync(await cora.PrintsAsync()))!.ShouldHaveSingleItem();
        sheet.Parts.Select(p => p.Language.Code).ShouldBe(["cy", "en"], ignoreOrder: true);

        // In one language for all, it stands there once.
        var single = new AnnouncementForm
        {
            Subject = "Closed on Monday",
            Body = "Back on Tuesday.",
            IsNews = false,
        };
        (await cora.DoAsync((Announce announce) => announce.KeepAsync(single))).ShouldBe(Announce.Outcome.Done);
        (await StepAsync(cora, single.RequestKey, (a, f) => a.SendAsync(f), seen: 2)).ShouldBe(Announce.Outcome.Done);
        await bank.DeliverAsync();
        (await cora.SheetsAsync(await cora.PrintsAsync()))!.ShouldHaveSingleItem().Parts.ShouldHaveSingleItem();
    }

    private async Task<Place> HereAsync(string name) => await bank.CreateAsync($"{name}-{Guid.NewGuid():N}"[..20], "Two");

    private static AnnouncementForm Both() =>
        new()
        {
            Subject = "The garden opens",
            Body = "On Saturday.\n\nCome and dig.",
            IsNews = false,
            OtherSubject = "Yr ardd yn agor",
            OtherBody = "Ddydd Sadwrn.\n\nDewch i balu.",
        };

    private static async Task<Guid> KeptAsync(Actor cora)
    {
        var form = Both();
        (await cora.DoAsync((Announce announce) => announce.KeepAsync(form))).ShouldBe(Announce.Outcome.Done);
        return form.RequestKey;
    }

    private static Dictionary<string, string?> Typed(string otherSubject = "", string otherBody = "") =>
        new()
        {
            ["Form.Subject"] = "The garden opens",
            ["Form.Body"] = "Come and dig.",
            ["Form.OtherSubject"] = otherSubject,
            ["Form.OtherBody"] = otherBody,
        };

    private static Task<Announce.Outcome> StepAsync(
        Actor actor,
        Guid draft,
        Func<Announce, AnnouncementStep, Task<Announce.Outcome>> step,
        int seen = 0
    ) => actor.DoAsync((Announce announce) => step(announce, new() { Announcement = draft, Seen = seen }));
}
