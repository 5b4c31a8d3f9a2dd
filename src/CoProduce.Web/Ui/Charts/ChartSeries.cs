using System.Globalization;

namespace CoProduce.Web.Ui;

/// <summary>One run of figures in a chart, as long as the chart's labels.</summary>
/// <param name="Values">A null is a figure that is not shown, such as a count of fewer than five.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<long?> Values);

/// <summary>Where values stand in a picture that begins at zero and ends at a round number.</summary>
/// <param name="Top">The round number at the upper end, never below 1; its half is round too.</param>
public readonly record struct ChartScale(long Top)
{
    // Tenths of a power of ten whose half is round as well.
    private static readonly long[] Steps = [10, 12, 14, 16, 18, 20, 24, 30, 40, 50, 60, 80, 100];

    /// <summary>The scale for these series.</summary>
    /// <param name="unit">What a round number is counted in: 60 for minutes that are shown as hours.</param>
    public static ChartScale For(IEnumerable<ChartSeries> series, long unit)
    {
        var most = series.SelectMany(s => s.Values).Max() ?? 0;
        var units = Math.Max(1, (most + unit - 1) / unit);
        var power = 1L;
        while (power * 10 <= units)
            power *= 10;
        return new(Steps.Select(tenths => tenths * power / 10).First(top => top % 2 == 0 && top >= units) * unit);
    }

    /// <summary>The share of the picture that a value takes, in percent of its length.</summary>
    /// <param name="within">The percent of the picture that the top value takes.</param>
    public double Share(long value, double within = 100) => within * Math.Max(0, value) / Top;

    /// <summary>A length in percent as SVG wants it written.</summary>
    public static string Percent(double share) => share.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
