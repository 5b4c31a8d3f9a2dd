using System.Globalization;
using CoProduce.Web.Ui;

namespace CoProduce.Web.Features.Slips;

/// <summary>A day in one box, as people write it on a slip: "24", "24/11", "24 Nov", "24.11.2026".</summary>
public static class SlipDay
{
    private static readonly char[] Between = [' ', '/', '.', '-', ','];

    /// <summary>The day; where month or year is not said, the last such day that has come. Null when it is none.</summary>
    public static DateOnly? Read(string? text, DateOnly today)
    {
        if (text is null or { Length: > SlipForm.BoxLength })
            return null;
        var parts = text.Split(Between, StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [var day] => LastOf(i => Date(day, today.AddMonths(-i).Month, today.AddMonths(-i).Year), today),
            [var day, var month] => LastOf(i => Date(day, month, today.Year - i), today),
            [var day, var month, var year] => Date(day, month, year),
            _ => null,
        };
    }

    /// <summary>The day as <see cref="Read"/> understands it again.</summary>
    public static string Write(DateOnly day) => day.ToString("d/M/yyyy", CultureInfo.InvariantCulture);

    private static DateOnly? LastOf(Func<int, DateOnly?> before, DateOnly today) =>
        Enumerable.Range(0, 5).Select(before).FirstOrDefault(d => d <= today); // five: a 29 February, and a 31 before a short month

    private static DateOnly? Date(object day, object month, object year) =>
        new DateBoxes
        {
            Day = Text(day),
            Month = Text(month),
            Year = Text(year),
        }.ToDate();

    private static string? Text(object part) => Convert.ToString(part, CultureInfo.InvariantCulture);
}
