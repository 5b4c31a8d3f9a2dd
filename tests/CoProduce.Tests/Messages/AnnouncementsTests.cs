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
