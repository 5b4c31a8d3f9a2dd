using CoProduce.Web.Ui;
using Shouldly;
using Xunit;

namespace CoProduce.Tests.Ui;

public sealed class TypedDatesAndTimesAreUnderstoodTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    [Theory]
    [InlineData("24", "11", "2026")]
    [InlineData(" 24 ", "nov", "26")]
    [InlineData("24", "November", "2026")]
    [InlineData("24", "Tachwedd", "2026")]
    public void A_date_in_three_boxes(string day, string month, string year) =>
        new DateBoxes
        {
            Day = day,
            Month = month,
            Year = year,
        }
            .ToDate()
            .ShouldBe(new DateOnly(2026, 11, 24));

    [Theory]
    [InlineData("31", "11", "2026")]
    [InlineData("29", "2", "2026")]
    [InlineData("0", "1", "2026")]
    [InlineData("1", "13", "2026")]
    [InlineData("1", "1", "20260")]
    [InlineData("one", "1", "2026")]
    [InlineData("1", "n", "2026")]
    [InlineData(null, "1", "2026")]
    public void What_is_no_date_is_none(string? day, string month, string year) =>
        new DateBoxes
        {
            Day = day,
            Month = month,
            Year = year,
        }
            .ToDate()
            .ShouldBeNull();

    [Fact]
    public void Today_yesterday_or_another_day()
    {
        new DayChoice { Choice = "today" }
            .ToDate(Today)
            .ShouldBe(Today);
        new DayChoice { Choice = "yesterday" }
            .ToDate(Today)
            .ShouldBe(new DateOnly(2026, 11, 25));
        new DayChoice { Choice = "other", Other = DateBoxes.From(new(2026, 11, 2)) }
            .ToDate(Today)
            .ShouldBe(new DateOnly(2026, 11, 2));
        new DayChoice { Choice = "nonsense" }
            .ToDate(Today)
            .ShouldBeNull();
    }

    [Theory]
    [InlineData("90", null, null, 90L)]
    [InlineData("other", "2", "15", 135L)]
    [InlineData("other", "1.5", "", 90L)]
    [InlineData("other", "1,5", null, 90L)]
    [InlineData("other", "1½", null, 90L)]
    [InlineData("other", "", "45", 45L)]
    [InlineData("other", "", "", null)]
    [InlineData("other", "-1", "", null)]
    [InlineData("other", "1.001", "", null)]
    [InlineData("other", "two", "", null)]
    [InlineData("other", "99999999999", "", null)]
    [InlineData("17", null, null, null)]
    [InlineData(null, null, null, null)]
    public void How_long(string? choice, string? hours, string? minutes, long? expected) =>
        new DurationChoice
        {
            Choice = choice,
            Hours = hours,
            Minutes = minutes,
        }
            .ToMinutes()
            .ShouldBe(expected);

    [Theory]
    [InlineData(60)]
    [InlineData(135)]
    public void A_known_duration_fills_the_choice(long minutes) => DurationChoice.From(minutes).ToMinutes().ShouldBe(minutes);
}
