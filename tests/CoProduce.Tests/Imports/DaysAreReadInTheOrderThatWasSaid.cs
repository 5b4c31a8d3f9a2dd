using CoProduce.Web.Features.Imports.Reading;
using Shouldly;

namespace CoProduce.Tests.Imports;

public sealed class DaysAreReadInTheOrderThatWasSaid
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    [Theory]
    [InlineData("2024-11-24")]
    [InlineData("2024/11/24")]
    [InlineData("2024-11-24 18:30:00")]
    [InlineData("24/11/2024")]
    [InlineData("24.11.2024")]
    [InlineData("24-11-24")]
    [InlineData("24/11/2024 09:15")]
    [InlineData("24 Nov 2024")]
    [InlineData("24th November 2024")]
    [InlineData("Sunday, 24 November 2024")]
    [InlineData("November 24, 2024")]
    [InlineData("24-Nov-24")]
    [InlineData("24 Tachwedd 2024")]
    [InlineData("24 de noviembre de 2024")]
    [InlineData("24 de novembre de 2024")]
    [InlineData("45620")]
    public void Every_usual_way_of_writing_a_day_is_understood(string text) =>
        DateReading.Read(text, DateOrder.DayFirst, London).ShouldBe(new DateOnly(2024, 11, 24));

    [Fact]
    public void Which_part_is_the_day_is_as_it_was_said()
    {
        DateReading.Read("03/04/2024", DateOrder.DayFirst, London).ShouldBe(new DateOnly(2024, 4, 3));
        DateReading.Read("03/04/2024", DateOrder.MonthFirst, London).ShouldBe(new DateOnly(2024, 3, 4));
        DateReading.Read("2024-03-04", DateOrder.MonthFirst, London).ShouldBe(new DateOnly(2024, 3, 4));
    }

    [Fact]
    public void A_moment_is_the_day_that_the_organisations_calendar_showed() =>
        DateReading.Read("2024-06-30T23:30:00Z", DateOrder.DayFirst, London).ShouldBe(new DateOnly(2024, 7, 1));

    [Theory]
    [InlineData("12 de enero de 2023", 1)]
    [InlineData("12 Chwefror 2023", 2)]
    [InlineData("12 març 2023", 3)]
    [InlineData("12 abril 2023", 4)]
    [InlineData("12 mayo 2023", 5)]
    [InlineData("12 Mehefin 2023", 6)]
    [InlineData("12 julio 2023", 7)]
    [InlineData("12 d'agost 2023", 8)]
    [InlineData("12 Medi 2023", 9)]
    [InlineData("12 octubre 2023", 10)]
    [InlineData("12 Rhagfyr 2023", 12)]
    public void Months_are_known_by_name_in_the_languages_of_the_presets(string text, int month) =>
        DateReading.Read(text, DateOrder.DayFirst, London).ShouldBe(new DateOnly(2023, month, 12));

    [Theory]
    [InlineData("31/02/2024")]
    [InlineData("24/13/2024")]
    [InlineData("yesterday")]
    [InlineData("2024")]
    [InlineData("")]
    [InlineData("1.5")]
    public void What_is_no_day_is_not_guessed(string text) => DateReading.Read(text, DateOrder.DayFirst, London).ShouldBeNull();

    [Fact]
    public void The_order_is_found_where_one_date_gives_it_away_and_left_open_where_none_does()
    {
        DateReading.OrderOf(["01/02/2024", "24/11/2024"]).ShouldBe(DateOrder.DayFirst);
        DateReading.OrderOf(["01/02/2024", "11/24/2024"]).ShouldBe(DateOrder.MonthFirst);
        DateReading.OrderOf(["01/02/2024", "2024-11-24", ""]).ShouldBeNull();
    }
}
