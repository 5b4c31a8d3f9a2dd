using CoProduce.Tests.Support;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Privacy;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Messages;

public sealed class AnnouncementsTests(WritingBank bank) : IClassFixture<WritingBank>
{
    [Fact]
    public async Task From_the_draft_and_a_test_to_each_who_agreed_once()
    {
        var here = await bank.CreateAsync($"news-{Guid.NewGuid():N}"[..20], "News");
        var cora = await here.CoordinatorAsync();
        var (mail, other) = (Writing.Address(), Writing.Address());
        var bea = await here.ReachedAsync("Bea", ContactWay.Email, c => c.Email = mail);
        var cal = await here.ReachedAsync("Cal", ContactWay.Text, c => c.Phone = "07700 900333");
        var dot = await here.ReachedAsync("Dot", ContactWay.Post, c => c.Address = "1 High Street");
        await here.ReachedAsync("Eve", ContactWay.Email, c => c.Email = other); // never agreed
        foreach (var member in new[] { bea, cal, dot })
            await AgreesAsync(here, cora, member);
        var draft = await DraftAsync(cora, isNews: true);
        var shown = (await cora.DoAsync((AnnouncementsQuery query) => query.FindAsync(draft)))!;
        shown.Ways.ShouldBe(
            new Dictionary<SendingWay, int>
            {
                [SendingWay.Mail] = 1,
                [SendingWay.Text] = 1,
                [SendingWay.Letter] = 1,
            },
            ignoreOrder: true
        );
        shown.WithoutConsent.ShouldBe(1);
        (await StepAsync(cora, draft, (a, f) => a.TestAsync(f))).ShouldBe(Announce.Outcome.Done);
        await bank.DeliverAsync();
        bank.MailTo(cora.SignIn.Email!).ShouldHaveSingleItem().ShouldContain("The garden opens");
        bank.MailTo(mail).ShouldBeEmpty();

        (await StepAsync(cora, draft, (a, f) => a.SendAsync(f), seen: 2)).ShouldBe(Announce.Outcome.OthersByNow);
        (await StepAsync(cora, draft, (a, f) => a.SendAsync(f), seen: 3)).ShouldBe(Announce.Outcome.Done);
        (await StepAsync(cora, draft, (a, f) => a.SendAsync(f), seen: 3)).ShouldBe(Announce.Outcome.NotThere);
        await bank.DeliverAsync();
        await bank.DeliverAsync();
        var letter = bank.MailTo(mail).ShouldHaveSingleItem();
        letter.ShouldContain("Come and dig.");
        letter.ShouldContain("List-Unsubscribe");
        bank.MailTo(other).ShouldBeEmpty();
        var text = bank.Phones.Texts.Values.Where(t => t.Contains("07700900333", StringComparison.Ordinal)).ShouldHaveSingleItem();
        text.ShouldContain($"/{here.Slug}/news/{draft}");
        text.ShouldNotContain("Come and dig.");
        (await here.SentToAsync(dot)).ShouldHaveSingleItem().Way.ShouldBe(SendingWay.Letter);
    }

    [Fact]
    public async Task The_look_names_who_is_not_written_to_and_says_who_is_rung_and_lines_stay_as_typed()
    {
        var here = await bank.CreateAsync($"look-{Guid.NewGuid():N}"[..20], "Look");
        var (cora, mail) = (await here.CoordinatorAsync(), Writing.Address());
        await here.ReachedAsync("Bea", ContactWay.Email, c => (c.Email, c.WritesIn) = (mail, "cy"));
        await here.ReachedAsync("Ned", ContactWay.Nothing);
        await here.ReachedAsync("Pip", ContactWay.Phone, c => c.Phone = "01632 960444");
        await here.ReachedAsync("Dot", ContactWay.Post, c => (c.Address, c.WritesIn) = ("1 High Street", "cy"));
        var form = new AnnouncementForm
        {
            Subject = "The garden opens",
            Body = "Come and dig.\nBring boots.",
            IsNews = false,
        };
        (await cora.DoAsync((Announce announce) => announce.KeepAsync(form))).ShouldBe(Announce.Outcome.Done);
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"announcements/{form.RequestKey}");
        page.QuerySelector("main .plain-lines")!.TextContent.ShouldContain("Ned Example");
        page.QuerySelector(".notice-warn")!.TextContent.ShouldContain("1 of them has to be rung.");
        var seen = (await cora.DoAsync((AnnouncementsQuery query) => query.FindAsync(form.RequestKey)))!.All;
        (await StepAsync(cora, form.RequestKey, (a, f) => a.SendAsync(f), seen)).ShouldBe(Announce.Outcome.Done);
        await bank.DeliverAsync();
        await bank.DeliverAsync();
        page = await browser.OpenAsync($"announcements/{form.RequestKey}");
        page.QuerySelector("main a[href$='letters/calls']")!.TextContent.ShouldContain("1 person to tell by telephone");
        var letter = bank.MailTo(mail).ShouldHaveSingleItem();
        letter.ShouldContain("Dear Bea,"); // all of it is English, so that is too
        letter.ShouldNotContain("Annwyl");
        letter.ShouldContain("Come and dig.<br");
        var sheet = (await cora.SheetsAsync(await cora.PrintsAsync()))!.ShouldHaveSingleItem();
        sheet.Greeting.ShouldBe("Dear Dot,");
        sheet.Parts.ShouldHaveSingleItem().Paragraphs.ShouldBe(["Come and dig.\nBring boots."]);
    }

    [Fact]
    public async Task What_is_begun_is_kept_for_later_and_goes_when_it_is_a_draft_to_look_at()
    {
        var here = await bank.CreateAsync($"begun-{Guid.NewGuid():N}"[..20], "Begun");
        var cora = await here.CoordinatorAsync();
        var key = Guid.CreateVersion7();
        var typed = new Dictionary<string, string?[]> { ["Form.Subject"] = ["The garden"], ["Form.RequestKey"] = [key.ToString()] };
        (
            await cora.DoAsync(
                (Web.Features.Drafts.KeepDraft keep) => keep.HandleAsync(key, Web.Features.Drafts.DraftForm.Announcement, null, typed)
            )
        ).ShouldBe(Web.Features.Drafts.KeepDraft.Outcome.Kept);
        var browser = await cora.BrowserAsync();
        (await browser.OpenAsync("desk")).QuerySelector("main")!.TextContent.ShouldContain("An announcement");
        var page = await browser.OpenAsync($"announcements/new?draft={key}");
        page.QuerySelector("input[name='Form.Subject']")!.GetAttribute("value").ShouldBe("The garden");
        await browser.SendAsync(page, new() { ["Form.Body"] = "Come and dig." });
        browser.Path.ShouldEndWith($"/announcements/{key}");
        (await here.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_stops_news_gets_what_members_must_know_and_news_again_after_a_new_yes()
    {
        var here = await bank.CreateAsync($"stop-{Guid.NewGuid():N}"[..20], "Stop");
        var (cora, bea) = (
            await here.CoordinatorAsync(),
            await here.ReachedAsync("Bea", ContactWay.Email, c => c.Email = Writing.Address())
        );
        await AgreesAsync(here, cora, bea);
        var (news, notice) = (await DraftAsync(cora, isNews: true), await DraftAsync(cora, isNews: false));
        await using var scope = here.Enter();
        var links = (StopLinks)scope.ServiceProvider.GetService(typeof(StopLinks))!;
        bank.Clock.Advance(TimeSpan.FromMinutes(1));
        using var press = new HttpRequestMessage(HttpMethod.Post, links.PathFor(StopWhat.News, bea) + "/at-once");
        await bank.Stranger().AskAsync(press);
        (await ReachesAsync(news)).ShouldBe(0);
        (await ReachesAsync(notice)).ShouldBe(1);
        bank.Clock.Advance(TimeSpan.FromMinutes(1));
        await AgreesAsync(here, cora, bea);
        (await ReachesAsync(news)).ShouldBe(1);

        async Task<int> ReachesAsync(Guid id) => (await cora.DoAsync((AnnouncementsQuery query) => query.FindAsync(id)))!.All;
    }

    [Fact]
    public async Task Another_organisation_and_who_did_not_get_it_read_nothing()
    {
        var (cora, ann) = (await bank.Riverside.CoordinatorAsync(), await bank.Riverside.MemberAsync("Ann"));
        var draft = await DraftAsync(cora, isNews: true);
        var max = await bank.Hillside.CoordinatorAsync("Max");
        (await max.DoAsync((AnnouncementsQuery query) => query.FindAsync(draft))).ShouldBeNull();
        (await StepAsync(max, draft, (a, f) => a.DropAsync(f))).ShouldBe(Announce.Outcome.NotThere);
        (await ann.DoAsync((AnnouncementsQuery query) => query.MineAsync(draft))).ShouldBeNull();
    }

    private static Task<bool> AgreesAsync(Place here, Actor by, MemberId member) =>
        here.WriteAsync(db =>
        {
            db.Consents.Add(
                new Consent
                {
                    Id = Guid.CreateVersion7(),
                    MemberId = member,
                    Purpose = ConsentPurpose.News,
                    IsGiven = true,
                    Version = 1,
                    Wording = "News?",
                    At = here.Bank.Clock.GetUtcNow(),
                    By = by.Id,
                    Door = CoProduce.Ledger.Door.Phone,
                }
            );
            return Task.FromResult(true);
        });

    private static async Task<Guid> DraftAsync(Actor actor, bool isNews)
    {
        var form = new AnnouncementForm
        {
            Subject = "The garden opens",
            Body = "On Saturday.\n\nCome and dig.",
            IsNews = isNews,
        };
        (await actor.DoAsync((Announce announce) => announce.KeepAsync(form))).ShouldBe(Announce.Outcome.Done);
        return form.RequestKey;
    }

    private static Task<Announce.Outcome> StepAsync(
        Actor actor,
        Guid draft,
        Func<Announce, AnnouncementStep, Task<Announce.Outcome>> step,
        int seen = 0
    ) => actor.DoAsync((Announce announce) => step(announce, new() { Announcement = draft, Seen = seen }));
}
