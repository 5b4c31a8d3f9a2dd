using CoProduce.Web.Ui;
using Shouldly;
using Xunit;

namespace CoProduce.Tests.Ui;

public sealed class AnAccentCanAlwaysBeReadTests
{
    [Fact]
    public void Contrast_is_measured_as_WCAG_says()
    {
        Colour("#000000").ContrastWith(Colour("#ffffff")).ShouldBe(21, 0.01);
        Colour("#767676").ContrastWith(Colour("#fff")).ShouldBe(4.54, 0.01);
        Colour("#123456").ContrastWith(Colour("#123456")).ShouldBe(1, 0.001);
    }

    [Theory]
    [InlineData("#1f5a3d")]
    [InlineData("1F5A3D")]
    [InlineData(" #1f5a3d ")]
    public void A_colour_is_read_however_it_is_written(string text) => Colour(text).ToString().ShouldBe("#1f5a3d");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("green")]
    [InlineData("#12345")]
    [InlineData("#ggg")]
    [InlineData("#fff;}body{display:none")]
    public void What_is_no_colour_is_refused(string? text) => AccentColour.Parse(text).ShouldBeNull();

    [Fact]
    public void A_colour_that_can_be_read_is_kept() => Colour("#1f5a3d").OnLightPaper.ToString().ShouldBe("#1f5a3d");

    [Fact]
    public void Every_colour_has_a_shade_for_each_paper()
    {
        for (var rgb = 0; rgb <= 0xFFFFFF; rgb += 0x0A0B0C)
        {
            var colour = Colour($"{rgb:x6}");
            colour.OnLightPaper.ContrastWith(AccentColour.LightPaper).ShouldBeGreaterThanOrEqualTo(4.5, colour.ToString());
            colour.OnDarkPaper.ContrastWith(AccentColour.DarkPaper).ShouldBeGreaterThanOrEqualTo(4.5, colour.ToString());
        }
    }

    [Fact]
    public void The_stylesheet_of_every_colour_can_be_read()
    {
        for (var rgb = 0; rgb <= 0xFFFFFF; rgb += 0x0A0B0C)
        {
            var css = Colour($"{rgb:x6}")
                .ToCss()
                .Split('\n')
                .Where(l => l.Contains("--", StringComparison.Ordinal))
                .ToDictionary(l => l.Split(':')[0].Trim(), l => Colour(l.Split(':')[1].Trim().TrimEnd(';')));
            css.Count.ShouldBe(10);
            css["--accent-light"].ContrastWith(css["--accent-light-ink"]).ShouldBeGreaterThanOrEqualTo(4.5);
            css["--accent-light"].ContrastWith(css["--accent-light-wash"]).ShouldBeGreaterThanOrEqualTo(4.5);
            css["--accent-dark"].ContrastWith(css["--accent-dark-ink"]).ShouldBeGreaterThanOrEqualTo(4.5);
            css["--accent-dark"].ContrastWith(css["--accent-dark-wash"]).ShouldBeGreaterThanOrEqualTo(4.5);
            css["--accent-light-band"].ContrastWith(Colour("#ffffff")).ShouldBeGreaterThanOrEqualTo(7);
            css["--accent-dark-band"].ContrastWith(Colour("#ffffff")).ShouldBeGreaterThanOrEqualTo(7);
        }
    }

    private static AccentColour Colour(string text) => AccentColour.Parse(text).ShouldNotBeNull();
}
