using CoProduce.Web.Ui;
using Shouldly;
using Xunit;

namespace CoProduce.Tests.Ui;

public sealed class DaysAreSaidAsPeopleSayThemTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    private readonly Texts texts = new();

    [Theory]
    [InlineData("2026-11-26", "today")]
    [InlineData("2026-11-25", "yesterday")]
    [InlineData("2026-11-27", "tomorrow")]
    [InlineData("2026-11-24", "Tuesday 24 November")]
    [InlineData("2025-11-24", "Monday 24 November 2025")]
    public void Near_days_by_name_and_the_year_only_when_it_is_another(string day, string said)
    {
        using var _ = new Speaking("en");
        texts.Day(DateOnly.Parse(day, null), Today).ShouldBe(said);
    }

    [Theory]
    [InlineData("en", "2026-11-24", "on Tuesday 24 November")]
    [InlineData("en", "2026-11-25", "yesterday")]
    [InlineData("cy", "2026-11-24", "ddydd Mawrth 24 Tachwedd")]
    [InlineData("cy", "2026-11-25", "ddoe")]
    public void After_a_verb(string language, string day, string said)
    {
        using var _ = new Speaking(language);
        texts.OnDay(DateOnly.Parse(day, null), Today).ShouldBe(said);
    }

    [Fact]
    public void Welsh_writes_the_day_small_in_a_sentence()
    {
        using var _ = new Speaking("cy");
        texts.Day(new(2026, 11, 24), Today).ShouldBe("dydd Mawrth 24 Tachwedd");
        texts.FullDay(new(2026, 11, 24)).ShouldBe("dydd Mawrth 24 Tachwedd 2026");
    }

    [Fact]
    public void A_moment_has_its_time()
    {
        using var _ = new Speaking("en");
        texts.Moment(new(2026, 11, 25, 9, 5, 0, DateTimeKind.Unspecified), Today).ShouldBe("yesterday at 09:05");
    }
}
