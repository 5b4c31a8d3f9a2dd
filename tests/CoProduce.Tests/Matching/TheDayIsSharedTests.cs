using CoProduce.Tests.Diary;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Matching.Day;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Features.Skills;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Matching;

/// <summary>Coordinators put lines of the day off, give them to one another and stand in for one another.</summary>
public sealed class TheDayIsSharedTests(Bank bank) : IClassFixture<Bank>
{
    private DateOnly Today => DateOnly.FromDateTime(bank.Clock.GetUtcNow().Date);

    [Fact]
    public async Task What_is_put_off_rests_for_everybody_until_its_day_and_can_be_brought_back()
    {
        var (here, cora, colin) = await PlaceAsync();
        var ann = await here.AddMemberAsync("Ann");
        (await NewAsync(cora)).ShouldBe([ann]);
        (await MarkAsync(cora, DayList.New, ann.Value, f => (f.Rest, f.Note) = (DayRest.ThreeDays, "On holiday"))).ShouldBe(
            MarkLine.Outcome.Marked
        );
        (await NewAsync(cora)).ShouldBeEmpty();
        (await NewAsync(colin)).ShouldBeEmpty();
        var resting = (await cora.DoAsync((RestingQuery query) => query.ReadAsync())).ShouldHaveSingleItem();
        (resting.Title, resting.Mark.Note, resting.By).ShouldBe(("Ann Example", "On holiday", "Cora Staff"));
        bank.Clock.Advance(TimeSpan.FromDays(3));
        (await NewAsync(cora)).ShouldBe([ann]);
        await MarkAsync(cora, DayList.New, ann.Value, f => f.Rest = DayRest.Week);
        await MarkAsync(colin, DayList.New, ann.Value, f => f.Rest = DayRest.Stays);
        (await NewAsync(cora)).ShouldBe([ann]);
    }

    [Fact]
    public async Task What_a_colleague_sees_to_is_theirs_and_their_stand_ins_while_they_are_away()
    {
        var (here, cora, colin) = await PlaceAsync();
        var hub = await here.AddHubAsync("Hilltop");
        var (low, high) = (await here.AddMemberAsync("Low"), await here.AddMemberAsync("High"));
        await here.MoveAsync(high, hub);
        await ShareAsync(cora, cora, here.Hub);
        await ShareAsync(cora, colin, hub);
        (await NewAsync(cora)).ShouldBe([low]);
        (await NewAsync(colin)).ShouldBe([high]);
        (await NewAsync(cora, all: true)).ShouldBe([low, high], ignoreOrder: true);
        await MarkAsync(cora, DayList.New, low.Value, f => f.Assigned = colin.Id.Value.ToString());
        (await NewAsync(cora)).ShouldBeEmpty();
        (await NewAsync(colin)).ShouldBe([low, high], ignoreOrder: true);

        var away = new CaseloadForm
        {
            Coordinator = colin.Id.Value,
            Hubs = [hub.Value.ToString()],
            From = DateBoxes.From(Today.AddDays(1)),
            Until = DateBoxes.From(Today.AddDays(7)),
            CoveredBy = cora.Id.Value.ToString(),
        };
        (await cora.DoAsync((ShareCaseload share) => share.HandleAsync(away))).ShouldBe(ShareCaseload.Outcome.Shared);
        (await NewAsync(cora)).ShouldBeEmpty(); // not before the first day
        bank.Clock.Advance(TimeSpan.FromDays(1));
        (await NewAsync(cora)).ShouldBe([low, high], ignoreOrder: true);
        bank.Clock.Advance(TimeSpan.FromDays(7));
        (await NewAsync(cora)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_part_of_the_day_is_of_ones_own_time_banks_until_all_are_asked_for()
    {
        var (here, cora, _) = await PlaceAsync();
        var hub = await here.AddHubAsync("Hilltop");
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.MemberAsync("Bob"));
        await here.MoveAsync(ann.Member, hub);
        await here.MoveAsync(bob.Member, hub);
        var visit = here.Visit(ann.Member, bob.Member, inDays: 1);
        await cora.ArrangesAsync(visit);
        await here.WriteAsync(async db =>
        {
            db.Sendings.Add(Sending.Of(ann.Member, SendingWay.Letter, "News", bank.Clock.GetUtcNow(), "{}"));
            db.TalkReports.Add(
                new()
                {
                    Id = new(Guid.CreateVersion7()),
                    ById = ann.Member,
                    OtherId = bob.Member,
                    Why = "Rude",
                    MadeAt = bank.Clock.GetUtcNow(),
                }
            );
            db.Guardians.Add(
                new()
                {
                    MemberId = bob.Member,
                    Name = "May",
                    TurnsAdultOn = Today.AddDays(-1),
                }
            );
            return await Task.FromResult(true);
        });
        await ShareAsync(cora, cora, here.Hub);
        Counts(await DayAsync(cora, all: false)).ShouldBe((0, 0, 0, 0));
        Counts(await DayAsync(cora, all: true)).ShouldBe((1, 1, 1, 1));
        await ShareAsync(cora, cora, hub);
        Counts(await DayAsync(cora, all: false)).ShouldBe((1, 1, 1, 1));
        bank.Clock.Advance(TimeSpan.FromDays(2));
        (await DayAsync(cora, all: false)).Diary.Over.Count.ShouldBe(1);
        await MarkAsync(cora, DayList.Over, visit.RequestKey, f => f.Rest = DayRest.Tomorrow);
        (await DayAsync(cora, all: true)).Diary.Over.Count.ShouldBe(0); // it rests
        await ShareAsync(cora, cora, here.Hub);
        bank.Clock.Advance(TimeSpan.FromDays(1));
        (await DayAsync(cora, all: false)).Diary.Over.Count.ShouldBe(0);

        static (int Week, int Letters, int Talk, int Grown) Counts(WholeDay day) =>
            (day.Diary.Week.Count, day.Outgoing.ToPrint, day.Reported, day.Care.GrownUp.Count);
    }

    [Fact]
    public async Task Of_two_at_once_the_second_reads_what_the_first_said()
    {
        var (here, cora, colin) = await PlaceAsync();
        var ann = (await here.AddMemberAsync("Ann")).Value;
        var (one, two) = (Form(DayList.New, ann, null), Form(DayList.New, ann, null));
        (one.Rest, two.Rest) = (DayRest.Tomorrow, DayRest.Week);
        var outcomes = await Task.WhenAll(
            cora.DoAsync((MarkLine mark) => mark.HandleAsync(one)),
            colin.DoAsync((MarkLine mark) => mark.HandleAsync(two))
        );
        outcomes.Order().ShouldBe([MarkLine.Outcome.Marked, MarkLine.Outcome.Changed]);
    }

    [Fact]
    public async Task What_is_open_until_it_is_settled_is_not_seen_to_by_a_note_and_a_call_is()
    {
        var (here, cora, _) = await PlaceAsync();
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.MemberAsync("Bob"));
        var (_, exchange) = await ann.GaveAsync(30, bob.Member);
        (await MarkAsync(cora, DayList.Unanswered, exchange.Value, f => (f.Rest, f.Note) = (DayRest.SeenTo, "Rang"))).ShouldBe(
            MarkLine.Outcome.NotByNote
        );
        (await MarkAsync(cora, DayList.Unanswered, exchange.Value, f => f.Rest = DayRest.Week)).ShouldBe(MarkLine.Outcome.Marked);
        (await cora.DoAsync((TodayQuery query) => query.ReadAsync(null))).Unanswered.Count.ShouldBe(0);
        var cat = await here.AddMemberAsync("Cat");
        (await MarkAsync(cora, DayList.New, cat.Value, f => (f.Rest, f.Note) = (DayRest.SeenTo, "Comes on Friday"))).ShouldBe(
            MarkLine.Outcome.Marked
        );
        (await NewAsync(cora)).ShouldBeEmpty();
        (await MarkAsync(cora, DayList.New, Guid.CreateVersion7(), f => f.Rest = DayRest.Week)).ShouldBe(MarkLine.Outcome.NotFound);
        (await MarkAsync(cora, DayList.New, cat.Value, f => (f.Rest, f.Until) = (DayRest.OnADay, DateBoxes.From(Today)))).ShouldBe(
            MarkLine.Outcome.DayIsOver
        );
    }

    [Fact]
    public async Task A_birthday_is_shown_of_whoever_agreed_and_a_quiet_member_could_be_asked_for_something()
    {
        var (here, cora, _) = await PlaceAsync();
        var (ann, bob) = (await here.AddMemberAsync("Ann"), await here.AddMemberAsync("Bob"));
        await here.WriteAsync(db =>
            db.MemberContacts.Where(c => c.MemberId == ann || c.MemberId == bob)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.BornOn, Today.AddDays(2).AddYears(-70)))
        );
        var yes = new ConsentForm
        {
            Purpose = ConsentPurpose.Birthday,
            Give = true,
            Version = 1,
        };
        (await cora.DoAsync((GiveConsent give) => give.ForAsync(yes, ann))).ShouldBe(GiveConsent.Outcome.Kept);
        var day = await cora.DoAsync((TodayQuery query) => query.ReadAsync(null));
        day.Birthdays.ShouldHaveSingleItem().ShouldBe(new(ann, "Ann Example", Today.AddDays(2)));

        bank.Clock.Advance(TimeSpan.FromDays(61));
        await here.WriteAsync(db => Task.FromResult(db.MemberSkills.Add(new() { MemberId = bob, Words = "Hedges and lawns" })));
        var page = await (await cora.BrowserAsync()).OpenAsync("today");
        page.QuerySelector("main")!.TextContent.ShouldContain("Could be asked for: Hedges and lawns");
    }

    [Fact]
    public async Task The_page_keeps_what_was_typed_and_says_what_is_missing()
    {
        var (here, cora, _) = await PlaceAsync();
        var ann = await here.AddMemberAsync("Ann");
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"today/new/{ann.Value}");
        page = await browser.SendAsync(page, new() { ["Form.Rest"] = nameof(DayRest.SeenTo), ["Form.Note"] = "" });
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Say in a few words what came of it.");
        page = await browser.SendAsync(page, new() { ["Form.Rest"] = nameof(DayRest.SeenTo), ["Form.Note"] = "She comes on Friday" });
        browser.Path.ShouldEndWith("/today?kept=true");
        page = await browser.OpenAsync("today/later");
        page.QuerySelector("main")!.TextContent.ShouldContain("She comes on Friday");
    }

    private static Task<WholeDay> DayAsync(Actor actor, bool all) => actor.DoAsync((WholeDayQuery query) => query.ReadAsync(null, all));

    private async Task<(Place Here, Actor Cora, Actor Colin)> PlaceAsync()
    {
        var here = await bank.CreateAsync($"day-{Guid.NewGuid():N}"[..20], "The Day");
        return (here, await here.CoordinatorAsync(), await here.CoordinatorAsync("Colin"));
    }

    private static async Task<List<MemberId>> NewAsync(Actor actor, bool all = false) =>
        [.. (await actor.DoAsync((TodayQuery query) => query.ReadAsync(null, all))).New.Lines.Select(m => m.Id)];

    private static MarkLineForm Form(DayList list, Guid subject, long? seen) =>
        new()
        {
            List = list,
            Subject = subject,
            Seen = seen,
        };

    private static async Task<MarkLine.Outcome> MarkAsync(Actor actor, DayList list, Guid subject, Action<MarkLineForm> say)
    {
        var shown = await actor.DoAsync((DayLineQuery query) => query.ReadAsync(list, subject));
        var form = Form(list, subject, shown?.Mark?.At.UtcTicks);
        say(form);
        return await actor.DoAsync((MarkLine mark) => mark.HandleAsync(form));
    }

    private static async Task ShareAsync(Actor by, Actor whose, HubId hub)
    {
        var form = new CaseloadForm { Coordinator = whose.Id.Value, Hubs = [hub.Value.ToString()] };
        (await by.DoAsync((ShareCaseload share) => share.HandleAsync(form))).ShouldBe(ShareCaseload.Outcome.Shared);
    }
}
