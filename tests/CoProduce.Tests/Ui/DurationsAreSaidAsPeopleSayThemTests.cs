using CoProduce.Web.Ui;
using Shouldly;
using Xunit;

namespace CoProduce.Tests.Ui;

public sealed class DurationsAreSaidAsPeopleSayThemTests
{
    private readonly Texts texts = new();

    [Theory]
    [InlineData(0, "0 minutes")]
    [InlineData(1, "1 minute")]
    [InlineData(30, "half an hour")]
    [InlineData(45, "45 minutes")]
    [InlineData(60, "an hour")]
    [InlineData(61, "an hour and a minute")]
    [InlineData(75, "an hour and 15 minutes")]
    [InlineData(90, "an hour and a half")]
    [InlineData(120, "2 hours")]
    [InlineData(390, "6 and a half hours")]
    [InlineData(-390, "6 and a half hours")]
    [InlineData(165, "2 hours and 45 minutes")]
    [InlineData(36_720, "612 hours")]
    [InlineData(90_000, "1,500 hours")]
    public void English(long minutes, string said)
    {
        using var _ = new Speaking("en");
        texts.Duration(minutes).ShouldBe(said);
    }

    [Theory]
    [InlineData(1, "1 munud")]
    [InlineData(30, "hanner awr")]
    [InlineData(45, "45 munud")]
    [InlineData(60, "awr")]
    [InlineData(75, "awr 15 munud")]
    [InlineData(90, "awr a hanner")]
    [InlineData(120, "2 awr")]
    [InlineData(390, "6 awr a hanner")]
    [InlineData(165, "2 awr 45 munud")]
    public void Welsh_keeps_the_noun_singular_after_a_number(long minutes, string said)
    {
        using var _ = new Speaking("cy");
        texts.Duration(minutes).ShouldBe(said);
    }

    [Theory]
    [InlineData(0, "0 min")]
    [InlineData(60, "1 h")]
    [InlineData(90, "1 h 30 min")]
    [InlineData(-90, "−1 h 30 min")]
    [InlineData(90_000, "1,500 h")]
    public void Short_in_tables(long minutes, string said)
    {
        using var _ = new Speaking("en");
        texts.DurationShort(minutes).ShouldBe(said);
    }

    [Theory]
    [InlineData(90, "+1 h 30 min")]
    [InlineData(-45, "−45 min")]
    [InlineData(0, "0 min")]
    public void Signed_where_a_line_adds_or_takes(long minutes, string said)
    {
        using var _ = new Speaking("en");
        texts.DurationSigned(minutes).ShouldBe(said);
    }

    [Fact]
    public void Pseudo_dresses_the_words_and_keeps_the_number()
    {
        using var _ = new Speaking(Languages.PseudoCode);
        texts.Duration(120).ShouldBe("⟦2 hóúrs⟧");
    }
}
