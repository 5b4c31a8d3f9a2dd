using System.Globalization;
using System.Text.Json.Serialization;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges.Series;

/// <summary>How the days of a series follow one another.</summary>
public enum SeriesRhythm : short
{
    EveryDay = 1,
    EveryWeek = 7,
    EveryTwoWeeks = 14,
}

/// <summary>On which days help was given that is logged in one go: a rule that lists them, and what somebody ticked in that list.</summary>
public sealed class SeriesForm
{
    /// <summary>The button that lists the days and reads everything back.</summary>
    public const string Look = "look";

    /// <summary>The button that adds one day to the list.</summary>
    public const string Add = "add";

    /// <summary>The button that logs what was read back.</summary>
    public const string Post = "post";

    public DateBoxes First
    {
        get => field ??= new();
        set;
    }

    public SeriesRhythm Every { get; set; } = SeriesRhythm.EveryWeek;

    public string? HowMany { get; set; } = "10";

    /// <summary>The days that are listed, as 2026-11-24 with spaces between; null while none are.</summary>
    public string? Listed { get; set; }

    /// <summary>Those of them that are ticked.</summary>
    public List<string>? Days { get; set; }

    /// <summary>The rule by which they were listed, so that a changed rule lists anew.</summary>
    public string? Rule { get; set; }

    /// <summary>One more day.</summary>
    public DateBoxes More
    {
        get => field ??= new();
        set;
    }

    /// <summary>The button that was pressed.</summary>
    public string? Step { get; set; }

    /// <summary>What was read back last, so that nothing else is logged.</summary>
    public string? Seen { get; set; }

    /// <summary>True to log days on which the same was logged already.</summary>
    public bool DespiteDoubles { get; set; }

    /// <summary>The listed days, the first first.</summary>
    [JsonIgnore]
    public IReadOnlyList<DateOnly> ListedDays => Read((Listed ?? "").Split(' '));

    /// <summary>The ticked days, the first first.</summary>
    [JsonIgnore]
    public IReadOnlyList<DateOnly> Chosen => Read(Days ?? []);

    /// <summary>The number of days asked for; null when it is none from two to the most.</summary>
    [JsonIgnore]
    public int? Count =>
        int.TryParse((HowMany ?? "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        && n is >= 2 and <= Exchange.MostInSeries
            ? n
            : null;

    /// <summary>Lists the days anew when the rule is another than before, and adds the one more day if there is one.</summary>
    public void Arrange()
    {
        var rule = $"{First.ToDate():yyyy-MM-dd} {Every} {Count}";
        if (rule != Rule && First.ToDate() is { } first && Count is { } count)
        {
            var days = Enumerable.Range(0, count).Select(i => first.AddDays(i * (int)Every)).ToList();
            (Rule, Listed, Days) = (rule, Write(days), days.ConvertAll(Iso));
        }
        if (More.ToDate() is not { } more)
            return;
        (Listed, Days, More) = (
            Write([.. ListedDays.Append(more).Distinct().Order()]),
            [.. Chosen.Append(more).Distinct().Select(Iso)],
            new()
        );
    }

    /// <summary>A day as the form posts it.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Write(List<DateOnly> days) => string.Join(' ', days.Select(Iso));

    private static DateOnly[] Read(IEnumerable<string> days) =>
        [
            .. days.Select(d => DateOnly.TryParseExact(d, "yyyy-MM-dd", out var day) ? day : (DateOnly?)null)
                .OfType<DateOnly>()
                .Distinct()
                .Order(),
        ];
}

/// <summary>The shape of <see cref="SeriesForm"/>.</summary>
public sealed class SeriesRules : AbstractValidator<SeriesForm>
{
    public SeriesRules(IStringLocalizer texts)
    {
        RuleFor(f => f.First).Must(d => d.ToDate() is not null).WithMessage(_ => texts["Write the first day, such as 24 11 2026."]);
        RuleFor(f => f.Every).IsInEnum().WithMessage(_ => texts["Say how often it was."]);
        RuleFor(f => f.HowMany)
            .Must((form, _) => form.Count is not null)
            .WithMessage(_ => texts["Write a number of days from 2 to {0}.", Exchange.MostInSeries]);
        RuleFor(f => f.More).Must(d => d.IsEmpty || d.ToDate() is not null).WithMessage(_ => texts["Write the day, such as 24 11 2026."]);
    }
}
