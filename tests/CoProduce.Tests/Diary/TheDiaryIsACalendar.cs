using CoProduce.Tests.Messages;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Diary;

public sealed class TheDiaryIsACalendar(PostalBank bank) : IClassFixture<PostalBank>
{
    private static readonly DateOnly Monday = new(2026, 11, 30);

    [Fact]
    public async Task It_holds_what_the_plain_list_holds_and_only_of_the_days_that_are_shown()
    {
        var (here, cora) = await CreateAsync("days");
        var (ann, bob) = (await here.AddMemberAsync("Ann"), await here.AddMemberAsync("Bob"));
        foreach (var day in new[] { Monday.AddDays(-1), Monday, Monday.AddDays(6), Monday.AddDays(7) })
            await cora.ArrangesAsync(Visit(here, ann, bob, day));
        await PlanAsync(cora, here.Hub, Monday.AddDays(2), leader: null);
        (await DaysAsync(cora, new(DiarySpan.Of(DiaryView.Day, Monday), Monday, null, null))).ShouldBe([0]);
        var week = new StaffDiaryFilter(DiarySpan.Of(DiaryView.Week, Monday), Monday, null, null);
        (await DaysAsync(cora, week)).ShouldBe([0, 2, 6]);
        var list = await cora.DoAsync((StaffDiaryQuery query) => query.ReadAsync(week));
        list.Visits.Select(l => l.Visit.Day.DayNumber - Monday.DayNumber).ShouldBe([0, 6]);
        list.Sessions.ShouldHaveSingleItem();
        (await DaysAsync(cora, week.On(DiaryView.Month, Monday))).ShouldBe([-1, 0, 2, 6]); // November as a sheet: whole weeks, to 6 December
    }

    [Fact]
    public async Task A_hub_and_a_person_narrow_it_and_nobody_is_nobody()
    {
        var (here, cora) = await CreateAsync("narrow");
        var elsewhere = await here.AddHubAsync("Elsewhere");
        var (ann, bob, olga) = (await here.AddMemberAsync("Ann"), await here.AddMemberAsync("Bob"), await here.AddMemberAsync("Olga"));
        await here.WriteAsync(db => db.Members.Where(m => m.Id == olga).ExecuteUpdateAsync(m => m.SetProperty(x => x.HubId, elsewhere)));
        await cora.ArrangesAsync(Visit(here, ann, bob, Monday));
        await cora.ArrangesAsync(Visit(here, olga, bob, Monday.AddDays(1)));
        await PlanAsync(cora, here.Hub, Monday.AddDays(2), leader: ann);
        await PlanAsync(cora, elsewhere, Monday.AddDays(3), leader: null);
        var all = new StaffDiaryFilter(DiarySpan.Of(DiaryView.Week, Monday), Monday, null, null);
        (await DaysAsync(cora, all)).ShouldBe([0, 1, 2, 3]);
        (await DaysAsync(cora, all with { Hub = here.Hub.Value.ToString() })).ShouldBe([0, 2]);
        (await DaysAsync(cora, all with { Hub = elsewhere.Value.ToString() })).ShouldBe([1, 3]);
        (await DaysAsync(cora, all with { Who = "Ann" })).ShouldBe([0, 2]);
        var nobody = await cora.DoAsync((StaffDiaryQuery query) => query.PlannerAsync(all with { Who = "Zebedee" }));
        (nobody.IsNobody, nobody.Lines.Count).ShouldBe((true, 0));
    }

    [Fact]
    public async Task Hours_are_those_of_the_clocks_on_the_wall_in_summer_too_and_early_ones_are_in_sight()
    {
        var (here, cora) = await CreateAsync("clocks");
        var (ann, bob) = (await here.AddMemberAsync("Ann"), await here.AddMemberAsync("Bob"));
        var summer = new DateOnly(2027, 6, 9);
        await cora.ArrangesAsync(Visit(here, ann, bob, summer, at: "06:30"));
        var day = await cora.DoAsync(
            (StaffDiaryQuery query) => query.PlannerAsync(new(DiarySpan.Of(DiaryView.Day, summer), summer, null, null))
        );
        var line = day.Lines.ShouldHaveSingleItem();
        (line.Start.Hour, line.Start.Minute, line.End.Hour).ShouldBe((6, 30, 7));
        (day.Begins.Hours, day.Ends.Hours).ShouldBe((6, 20));
        line.Page.ShouldBe($"diary/visits/{line.Visit!.Visit.Id.Value}");
    }

    [Fact]
    public async Task A_day_with_more_than_a_month_shows_says_how_many_more()
    {
        var (here, cora) = await CreateAsync("full");
        for (var i = 0; i < PlannerDays.MostInADay + 2; i++)
            await PlanAsync(cora, here.Hub, Monday, leader: null);
        var month = await cora.DoAsync(
            (StaffDiaryQuery query) => query.PlannerAsync(new(DiarySpan.Of(DiaryView.Month, Monday), Monday, null, null))
        );
        month.Fuller.ShouldBe([(Monday, 2)]);
    }

    [Fact]
    public async Task The_list_leads_to_it_with_the_same_days_hub_and_person_and_a_free_hour_fills_in_the_form()
    {
        var (here, cora) = await CreateAsync("links");
        var browser = await cora.BrowserAsync();
        var list = await browser.OpenAsync($"diary?view=month&day=2026-12-01&hub={here.Hub.Value}&who=Ann");
        list.QuerySelector("main a[href*='diary/planner']")!
            .GetAttribute("href")!
            .ShouldEndWith($"diary/planner?view=month&day=2026-12-01&hub={here.Hub.Value}&who=Ann");
        (await browser.OpenAsync("diary/planner")).QuerySelector("noscript")!.InnerHtml.ShouldContain("/diary");
        var form = await browser.OpenAsync("diary/new?day=2026-12-03&start=14%3A30");
        form.QuerySelector("[name='Form.Start']")!.GetAttribute("value").ShouldBe("14:30");
        form.QuerySelector("[name='Form.Day.Day']")!.GetAttribute("value").ShouldBe("3");
        form.QuerySelector("[name='Form.Day.Month']")!.GetAttribute("value").ShouldBe("12");
        var odd = await browser.OpenAsync("diary/new?day=soon");
        odd.QuerySelector("[name='Form.Day.Day']")!.GetAttribute("value").ShouldBeNullOrEmpty();
    }

    private async Task<(Place, Actor)> CreateAsync(string name)
    {
        var here = await bank.CreateAsync($"{name}-{Guid.NewGuid():N}"[..30], "Calendar");
        return (here, await here.CoordinatorAsync());
    }

    private static async Task<List<int>> DaysAsync(Actor cora, StaffDiaryFilter filter) =>
        [
            .. (await cora.DoAsync((StaffDiaryQuery query) => query.PlannerAsync(filter))).Lines.Select(l =>
                DateOnly.FromDateTime(l.Start).DayNumber - Monday.DayNumber
            ),
        ];

    private static ArrangeVisitForm Visit(Place here, MemberId giver, MemberId receiver, DateOnly day, string at = "14:00")
    {
        var form = here.Visit(giver, receiver, at: at);
        form.Day = DateBoxes.From(day);
        return form;
    }

    private static async Task PlanAsync(Actor cora, HubId hub, DateOnly day, MemberId? leader)
    {
        var form = new PlanSessionForm
        {
            Title = "Sewing",
            Hub = hub.Value.ToString(),
            Day = DateBoxes.From(day),
            Start = "18:00",
            HowLong = DurationChoice.From(60),
            Leader = leader?.Value,
        };
        (await cora.DoAsync((PlanSession plan) => plan.HandleAsync(form))).ShouldBe(PlanSession.Outcome.Done);
    }
}
