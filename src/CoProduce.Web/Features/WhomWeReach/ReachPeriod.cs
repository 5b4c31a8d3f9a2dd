using System.Globalization;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.WhomWeReach;

/// <summary>
/// A finished calendar quarter or year. Nothing shorter, and nothing that grows with the months: whoever is new between two such reports would be told by the
/// difference.
/// </summary>
public sealed record ReachPeriod(DateOnly From, DateOnly Until, string Code)
{
    private const int Quarters = 8;
    private const int Years = 3;

    /// <summary>The months, by their first days.</summary>
    public IReadOnlyList<DateOnly> Months => [.. Enumerable.Range(0, Until.Month - From.Month + 1).Select(From.AddMonths)];

    /// <summary>What can be asked for, the latest first.</summary>
    public static IReadOnlyList<ReachPeriod> Choices(DateOnly today)
    {
        var quarter = new DateOnly(today.Year, (today.Month - 1) / 3 * 3 + 1, 1);
        return
        [
            .. Enumerable
                .Range(1, Quarters)
                .Select(i => quarter.AddMonths(-3 * i))
                .Select(q => new ReachPeriod(q, q.AddMonths(3).AddDays(-1), $"{q.Year}-{q.Month / 3 + 1}")),
            .. Enumerable
                .Range(1, Years)
                .Select(i => today.Year - i)
                .Select(y => new ReachPeriod(new(y, 1, 1), new(y, 12, 31), y.ToString(CultureInfo.InvariantCulture))),
        ];
    }

    /// <summary>The one with that code; the latest quarter when there is none.</summary>
    public static ReachPeriod Read(string? code, DateOnly today) => Choices(today).FirstOrDefault(p => p.Code == code) ?? Choices(today)[0];

    /// <summary>"July to September 2026", or "2025".</summary>
    public string Words(IStringLocalizer texts) =>
        Months.Count > 3
            ? Code
            : texts[
                "{0} to {1}",
                From.ToString("MMMM", CultureInfo.CurrentCulture),
                Until.ToString("MMMM yyyy", CultureInfo.CurrentCulture)
            ];
}
