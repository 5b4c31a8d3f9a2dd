using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using Shouldly;

namespace CoProduce.Tests.Diary;

public sealed class ClocksChange
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    [Theory]
    [InlineData("2026-10-24", "10:30", "2026-10-24T09:30Z")] // the last day of summer time
    [InlineData("2026-10-25", "10:30", "2026-10-25T10:30Z")]
    [InlineData("2026-10-25", "01:30", "2026-10-25T00:30Z")] // comes twice: the first
    [InlineData("2027-03-27", "10:30", "2027-03-27T10:30Z")]
    [InlineData("2027-03-28", "10:30", "2027-03-28T09:30Z")]
    [InlineData("2027-03-28", "01:30", "2027-03-28T01:30Z")] // left out: half past two
    public void A_time_on_the_wall_is_one_moment(string day, string time, string moment) =>
        WallClock.Moment(DateOnly.Parse(day, null), TimeOnly.Parse(time, null), London).ShouldBe(DateTimeOffset.Parse(moment, null));

    [Fact]
    public void What_comes_again_stays_at_the_same_time_on_the_wall()
    {
        var repeat = Repeat(RepeatEvery.Week, new(2026, 10, 20));
        var visits = repeat.DaysTo(new(2026, 10, 27)).Select(d => repeat.VisitOn(d, London, default)).ToList();
        visits.ConvertAll(v => v.Start).ShouldAllBe(s => s == new TimeOnly(10, 30));
        (visits[1].StartsAt - visits[0].StartsAt).ShouldBe(TimeSpan.FromHours(7 * 24 + 1));
    }

    [Fact]
    public void Every_month_means_the_same_weekday_and_the_fifth_is_the_last()
    {
        Repeat(RepeatEvery.Month, new(2026, 10, 13))
            .DaysTo(new(2026, 12, 31))
            .ShouldBe([new(2026, 10, 13), new(2026, 11, 10), new(2026, 12, 8)]);
        Repeat(RepeatEvery.Month, new(2026, 10, 29))
            .DaysTo(new(2026, 12, 31))
            .ShouldBe([new(2026, 10, 29), new(2026, 11, 26), new(2026, 12, 31)]);
        Repeat(RepeatEvery.Fortnight, new(2026, 10, 13))
            .DaysTo(new(2026, 11, 10))
            .ShouldBe([new(2026, 10, 13), new(2026, 10, 27), new(2026, 11, 10)]);
    }

    private static VisitRepeat Repeat(RepeatEvery every, DateOnly from) =>
        new()
        {
            Every = every,
            From = from,
            Start = new(10, 30),
            Minutes = 60,
            GiverId = MemberId.New(),
            Description = "Reading",
        };
}
