using System.Globalization;
using CoProduce.Web.Features.Reports;
using Shouldly;

namespace CoProduce.Tests.Reports;

public sealed class PeriodsAreWholeMonths
{
    private static readonly DateOnly Today = new(2026, 11, 18);

    [Theory]
    [InlineData(null, "2026-07-01", "2026-09-30")]
    [InlineData("last-quarter", "2026-07-01", "2026-09-30")]
    [InlineData("last-month", "2026-10-01", "2026-10-31")]
    [InlineData("this-month", "2026-11-01", "2026-11-18")]
    [InlineData("this-year", "2026-01-01", "2026-11-18")]
    [InlineData("last-12-months", "2025-11-01", "2026-10-31")]
    public void A_choice_begins_and_ends_with_a_month_or_today(string? choice, string from, string until)
    {
        var period = ReportPeriod.Read(choice, null, null, Today, out var fault);
        fault.ShouldBeNull();
        (period.From, period.Until).ShouldBe(
            (DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(until, CultureInfo.InvariantCulture))
        );
    }

    [Fact]
    public void In_the_first_quarter_the_last_one_was_in_the_year_before()
    {
        var period = ReportPeriod.Read("last-quarter", null, null, new(2026, 2, 28), out _);
        (period.From, period.Until).ShouldBe((new DateOnly(2025, 10, 1), new DateOnly(2025, 12, 31)));
    }

    [Fact]
    public void Months_can_be_named_and_the_running_one_ends_today()
    {
        var period = ReportPeriod.Read("months", "2026-02", "2026-11", Today, out var fault);
        fault.ShouldBeNull();
        (period.From, period.Until, period.Months.Count).ShouldBe((new DateOnly(2026, 2, 1), Today, 10));
    }

    [Theory]
    [InlineData("for-ever", null, null, PeriodFault.Unknown)]
    [InlineData("months", null, "2026-03", PeriodFault.NoMonth)]
    [InlineData("months", "2026-02-30", "2026-03", PeriodFault.NoMonth)]
    [InlineData("months", "0001-01", "2026-03", PeriodFault.NoMonth)]
    [InlineData("months", "'; drop table members", "2026-03", PeriodFault.NoMonth)]
    [InlineData("months", "2026-04", "2026-03", PeriodFault.Backwards)]
    [InlineData("months", "2026-04", "2026-12", PeriodFault.InTheFuture)]
    [InlineData("months", "2023-10", "2026-10", PeriodFault.TooLong)]
    public void What_cannot_be_reported_on_is_said(string choice, string? from, string? until, PeriodFault expected)
    {
        ReportPeriod.Read(choice, from, until, Today, out var fault);
        fault.ShouldBe(expected);
    }
}
