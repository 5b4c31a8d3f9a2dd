using CoProduce.Web.Features.Imports.Reading;
using Shouldly;

namespace CoProduce.Tests.Imports;

public sealed class HoursAreReadAsTheyWereWritten
{
    [Theory]
    [InlineData("1:30", 90)]
    [InlineData("0:05", 5)]
    [InlineData("112:15", 6735)]
    [InlineData("1:30:00", 90)]
    [InlineData("-1:30", -90)]
    [InlineData("−2:00", -120)]
    [InlineData("1.5", 90)]
    [InlineData("1,5", 90)]
    [InlineData(" 1.50 ", 90)]
    [InlineData("1,234.50", 74_070)]
    [InlineData("1.234,50", 74_070)]
    [InlineData("1 234,50", 74_070)]
    [InlineData("(2.00)", -120)]
    [InlineData("2-", -120)]
    [InlineData("+3", 180)]
    [InlineData("0", 0)]
    [InlineData("2h", 120)]
    [InlineData("2 hours", 120)]
    [InlineData("2 hrs.", 120)]
    [InlineData("1.5h", 90)]
    [InlineData("1,5 h", 90)]
    [InlineData("1h30", 90)]
    [InlineData("1 h 20 min", 80)]
    [InlineData("1 hour and 20 minutes", 80)]
    [InlineData("90 mins", 90)]
    [InlineData("90 min.", 90)]
    [InlineData("90m", 90)]
    [InlineData("1 awr 15 munud", 75)]
    [InlineData("2 horas", 120)]
    [InlineData("2 hores i 30 minuts", 150)]
    [InlineData("½", 30)]
    [InlineData("1½", 90)]
    [InlineData("1 ¼ hours", 75)]
    public void Whatever_it_says_of_itself_counts(string text, long minutes)
    {
        HoursReading.Read(text, HourUnit.Hours).ShouldBe(minutes);
    }

    [Theory]
    [InlineData("90 mins", HourUnit.Hours, 90)]
    [InlineData("2h", HourUnit.Seconds, 120)]
    [InlineData("1:30", HourUnit.Minutes, 90)]
    [InlineData("90", HourUnit.Minutes, 90)]
    [InlineData("5400", HourUnit.Seconds, 90)]
    [InlineData("-3600", HourUnit.Seconds, -60)]
    [InlineData("90", HourUnit.Hours, 5400)]
    public void A_bare_number_counts_what_was_said_and_nothing_else_does(string text, HourUnit unit, long minutes) =>
        HoursReading.Read(text, unit).ShouldBe(minutes);

    [Theory]
    [InlineData("0.33", 20)]
    [InlineData("0,33", 20)]
    [InlineData("0.3333333333", 20)]
    [InlineData("0.67", 40)]
    [InlineData("0.66", 40)]
    [InlineData("1.17", 70)]
    [InlineData("0.08", 5)]
    [InlineData("-0.33", -20)]
    public void A_third_of_an_hour_is_twenty_minutes_and_not_nineteen_point_eight(string text, long minutes) =>
        HoursReading.Read(text, HourUnit.Hours).ShouldBe(minutes);

    [Theory]
    [InlineData("30", 1)]
    [InlineData("29", 0)]
    [InlineData("-30", -1)]
    public void Half_a_minute_goes_away_from_zero(string seconds, long minutes) =>
        HoursReading.Read(seconds, HourUnit.Seconds).ShouldBe(minutes);

    [Theory]
    [InlineData("")]
    [InlineData("two")]
    [InlineData("1:75")]
    [InlineData("1.2.3h")]
    [InlineData("h")]
    [InlineData("=1+1")]
    [InlineData("12/03/2024")]
    [InlineData("99999999999999999999999999999")]
    [InlineData("1000000")]
    [InlineData("£5")]
    public void What_is_no_length_of_time_is_not_guessed(string text) => HoursReading.Read(text, HourUnit.Hours).ShouldBeNull();
}
