using CoProduce.Tests.Diary;
using CoProduce.Tests.Messages;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Calls;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Matching.Day;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Calls;

/// <summary>Whom mail does not reach is rung: with a number to press, until they were reached.</summary>
public sealed class CallsAreMade(PostalBank bank) : IClassFixture<PostalBank>
{
    private const string Number = "01632 960 555";

    [Fact]
    public async Task The_day_shows_a_number_to_press_and_that_it_was_seen_is_written_once_a_day()
    {
        var (here, cora, cat) = await CatIsToBeRungAsync("numbers");
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync("today");
        page.QuerySelector("#day-calls a[href='tel:01632960555']")!.TextContent.ShouldContain(Number);
        bank.Clock.Advance(TimeSpan.FromHours(3));
        await browser.OpenAsync("today");
        var look = (await here.ReadAsync(db => db.RecordViews.Where(v => v.MemberId == cat).ToListAsync())).ShouldHaveSingleItem();
        (look.Part, look.ViewedBy).ShouldBe((RecordPart.Telephone, cora.Id));
    }

    [Fact]
    public async Task Somebody_in_custody_has_no_number_here()
    {
        var (here, cora, cat) = await CatIsToBeRungAsync("inside");
        var inside = await here.CustodyAsync();
        await here.MoveAsync(cat, inside);
        var section = (await (await cora.BrowserAsync()).OpenAsync("today")).QuerySelector("#day-calls")!;
        section.TextContent.ShouldContain("No telephone number is kept.");
        section.QuerySelector("a[href^='tel:']").ShouldBeNull();
    }

    [Fact]
    public async Task Told_is_a_call_on_their_record_and_can_be_taken_back()
    {
        var (here, cora, cat) = await CatIsToBeRungAsync("told");
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync("today");
        page = await browser.SendAsync(page, Press(page, "told"));
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("Told: that there is a place for them (Sewing");
        page.QuerySelector("#day-calls").ShouldBeNull();
        var call = (await CallsAsync(cora, cat)).ShouldHaveSingleItem().Call;
        (call.Direction, call.NotedBy).ShouldBe((CallDirection.Out, cora.Id));
        (await browser.OpenAsync($"members/{cat.Value}")).Body!.TextContent.ShouldContain("Told: that there is a place");

        page = await browser.OpenAsync($"today?told={call.Id.Value}");
        var undo = page.QuerySelector("button[name=Undo]")!.GetAttribute("value");
        page = await browser.SendAsync(page, new() { ["Undo"] = undo });
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("They are on the list again.");
        page.QuerySelector("#day-calls")!.TextContent.ShouldContain("Cat");
        (await CallsAsync(cora, cat)).Count(c => c.Call.Corrects == call.Id).ShouldBe(1);
        (await cora.DoAsync((TellByPhone tell) => tell.TakeBackAsync(Guid.CreateVersion7(), call.Id.Value))).ShouldBe(
            TellByPhone.Outcome.NothingThere
        );
        (await here.ReadAsync(db => db.SessionCalls.CountAsync(c => c.MemberId == cat && c.DoneAt == null))).ShouldBe(1);
    }

    [Fact]
    public async Task A_day_later_it_cannot_be_taken_back()
    {
        var (_, cora, cat) = await CatIsToBeRungAsync("late");
        var form = await FormAsync(cora, cat);
        (await cora.DoAsync((TellByPhone tell) => tell.ToldAsync(form))).ShouldBe(TellByPhone.Outcome.Done);
        bank.Clock.Advance(TellByPhone.MayBeTakenBack);
        (await cora.DoAsync((TellByPhone tell) => tell.TakeBackAsync(Guid.CreateVersion7(), form.RequestKey))).ShouldBe(
            TellByPhone.Outcome.TooLate
        );
    }

    [Fact]
    public async Task Whoever_was_not_reached_comes_back_two_hours_later_with_how_often_they_were_tried()
    {
        var (_, cora, cat) = await CatIsToBeRungAsync("missed");
        var browser = await cora.BrowserAsync();
        foreach (var times in new[] { "Not reached once", "Not reached 2 times" })
        {
            var page = await browser.OpenAsync("today");
            page.QuerySelector("#day-calls details").ShouldBeNull();
            page = await browser.SendAsync(page, Press(page, "missed"));
            var rests = page.QuerySelector("#day-calls details")!.TextContent;
            rests.ShouldContain("1 was not reached and comes back later");
            rests.ShouldContain(times);
            bank.Clock.Advance(ToRing.Pause);
        }
        (await browser.OpenAsync("today")).QuerySelector("#day-calls details").ShouldBeNull();
        (await CallsAsync(cora, cat)).Select(c => c.Call.Direction).ShouldBe([CallDirection.NoAnswer, CallDirection.NoAnswer]);
    }

    [Theory]
    [InlineData(10, 0, 12, 0, 0)]
    [InlineData(15, 59, 17, 59, 0)]
    [InlineData(16, 0, 9, 0, 1)]
    [InlineData(23, 30, 9, 0, 1)]
    public void In_the_evening_they_are_tried_again_in_the_morning(int hour, int minute, int backHour, int backMinute, int days)
    {
        var london = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        var tried = WallClock.Moment(new(2026, 7, 1), new(hour, minute), london);
        ToRing.After(tried, london).ShouldBe(WallClock.Moment(new DateOnly(2026, 7, 1).AddDays(days), new(backHour, backMinute), london));
    }

    [Fact]
    public async Task A_call_is_put_off_or_given_to_a_colleague_and_stands_there_anew_once_they_were_told()
    {
        var (here, cora, cat) = await CatIsToBeRungAsync("later");
        var colin = await here.CoordinatorAsync("Colin");
        var mark = new MarkLineForm
        {
            List = DayList.Call,
            Subject = cat.Value,
            Assigned = colin.Id.Value.ToString(),
        };
        (await cora.DoAsync((MarkLine marking) => marking.HandleAsync(mark))).ShouldBe(MarkLine.Outcome.Marked);
        (await PeopleAsync(cora)).ShouldBeEmpty();
        var person = (await PeopleAsync(colin)).ShouldHaveSingleItem();
        var told = new TellByPhoneForm
        {
            Member = cat.Value,
            Matter = CallMatter.Diary,
            UpTo = person.UpTo.UtcTicks,
        };
        (await colin.DoAsync((TellByPhone tell) => tell.ToldAsync(told))).ShouldBe(TellByPhone.Outcome.Done);
        (await here.ReadAsync(db => db.DayMarks.CountAsync(m => m.List == DayList.Call && m.SubjectId == cat.Value))).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_told_of_letters_can_be_taken_back_and_is_not_kept_for_long()
    {
        var here = await bank.CreateAsync($"notices-{Guid.NewGuid():N}"[..20], "Notices");
        var (cora, ann) = (await here.CoordinatorAsync(), await here.MemberAsync("Ann"));
        var eve = await here.ReachedAsync("Eve", ContactWay.Phone, c => c.Phone = Number);
        await ann.GaveAsync(60, eve, "Weeding");
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync("letters/calls");
        page.QuerySelector("a[href='tel:01632960555']").ShouldNotBeNull();
        page = await browser.SendAsync(page, Press(page, "told"));
        page.QuerySelector("main")!.TextContent.ShouldContain("Nobody is to be rung.");
        page = await browser.SendAsync(page, new() { ["Undo"] = page.QuerySelector("button[name=Undo]")!.GetAttribute("value") });
        page.QuerySelector("main")!.TextContent.ShouldContain("Weeding");
        await browser.SendAsync(page, Press(page, "told"));
        bank.Clock.Advance(TimeSpan.FromDays(3));
        await bank.DeliverAsync();
        var sending = (await here.SentToAsync(eve)).Single(s => s.Way == SendingWay.Call && s.DoneBy == cora.Id);
        (sending.State, sending.Letter).ShouldBe((SendingState.Gone, ""));
    }

    private static Dictionary<string, string?> Press(AngleSharp.Html.Dom.IHtmlDocument page, string what) =>
        new() { ["CallStep"] = page.QuerySelector($"button[name=CallStep][value^='{what}.']")!.GetAttribute("value") };

    private static Task<IReadOnlyList<CallLine>> CallsAsync(Actor cora, MemberId member) =>
        cora.DoAsync((CallsQuery calls) => calls.OfAsync(member, 10));

    private static async Task<IReadOnlyList<PersonToRing>> PeopleAsync(Actor actor) =>
        (await actor.DoAsync((WholeDayQuery query) => query.ReadAsync(null, all: false))).Diary.People;

    private static async Task<TellByPhoneForm> FormAsync(Actor cora, MemberId member) =>
        new()
        {
            Member = member.Value,
            Matter = CallMatter.Diary,
            UpTo = (await PeopleAsync(cora)).ShouldHaveSingleItem().UpTo.UtcTicks,
        };

    // Cat waited for a place and has one now; mail does not reach her.
    private async Task<(Place Here, Actor Cora, MemberId Cat)> CatIsToBeRungAsync(string name)
    {
        var here = await bank.CreateAsync($"{name}-{Guid.NewGuid():N}"[..20], "Ringing");
        var (cora, ann) = (await here.CoordinatorAsync(), await here.MemberAsync("Ann"));
        var cat = await here.ReachedAsync("Cat", ContactWay.Phone, c => c.Phone = Number);
        var session = await cora.PlansAsync(here, places: 1);
        await ann.ComesAsync(session);
        await cora.WritesDownAsync(session, cat);
        (await ann.LeavesAsync(session)).ShouldBe(SignUp.Outcome.TakenBack);
        return (here, cora, cat);
    }
}
