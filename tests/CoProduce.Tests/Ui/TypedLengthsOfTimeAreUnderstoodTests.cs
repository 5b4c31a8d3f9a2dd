using CoProduce.Web.Ui;
using Shouldly;

namespace CoProduce.Tests.Ui;

public sealed class TypedLengthsOfTimeAreUnderstoodTests
{
    [Theory]
    [InlineData("1.5", 90)]
    [InlineData("1,5", 90)]
    [InlineData("1½", 90)]
    [InlineData("½", 30)]
    [InlineData("2", 120)]
    [InlineData("1:30", 90)]
    [InlineData("0:45", 45)]
    [InlineData("90", 90)]
    [InlineData("15", 15)]
    [InlineData("90 min", 90)]
    [InlineData("90min", 90)]
    [InlineData("1h30", 90)]
    [InlineData("2 h 15", 135)]
    [InlineData("2 hours", 120)]
    [InlineData("1 hour 15 minutes", 75)]
    [InlineData(" 1.25 h ", 75)]
    public void As_whole_minutes(string typed, long minutes) => TypedDuration.Read(typed).ShouldBe(minutes);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("long")]
    [InlineData("-1")]
    [InlineData("1:75")]
    [InlineData("1.333")]
    [InlineData("an hour")]
    [InlineData("99999999999999999999999")]
    public void Or_not_at_all(string? typed) => TypedDuration.Read(typed).ShouldBeNull();
}
