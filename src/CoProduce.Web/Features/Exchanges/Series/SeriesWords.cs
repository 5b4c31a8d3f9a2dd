using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges.Series;

/// <summary>Several days that are logged in one go, in sentences.</summary>
internal static class SeriesWords
{
    /// <summary>"You gave Sam an hour on each of 10 days, from 2 September to 4 November: 10 hours in all. “Reading”"</summary>
    public static string ToGiver(IStringLocalizer texts, string receiver, long minutes, IReadOnlyList<DateOnly> days, string what) =>
        texts["You gave {0} {1} {2} “{3}”", receiver, texts.Duration(minutes), Span(texts, days, minutes * days.Count), what];

    /// <summary>The same to whoever was helped.</summary>
    public static string ToReceiver(IStringLocalizer texts, string giver, long minutes, IReadOnlyList<DateOnly> days, string what) =>
        texts["{0} gave you {1} {2} “{3}”", giver, texts.Duration(minutes), Span(texts, days, minutes * days.Count), what];

    /// <summary>The same to anybody else.</summary>
    /// <param name="all">The minutes of all days, which a correction may have made unequal.</param>
    public static string Told(
        IStringLocalizer texts,
        string giver,
        string receiver,
        long minutes,
        IReadOnlyList<DateOnly> days,
        long all,
        string what
    ) => texts["{0} gave {1} {2} {3} “{4}”", giver, receiver, texts.Duration(minutes), Span(texts, days, all), what];

    /// <summary>What stands against it; null when it was logged.</summary>
    /// <param name="receiver">The name of the one who was helped.</param>
    /// <param name="days">How many days were to be logged.</param>
    public static string? Refusal(
        IStringLocalizer texts,
        SeriesAnswer answer,
        OrganisationProfile organisation,
        string receiver,
        int days
    ) =>
        answer.Outcome switch
        {
            SeriesOutcome.Logged => (string?)null,
            SeriesOutcome.TooFew => texts["Tick two days or more. For a single day use the page for one exchange."],
            SeriesOutcome.TooMany => texts[
                "At most {0} days can be logged in one go. Log the rest as a second one.",
                Exchange.MostInSeries
            ],
            SeriesOutcome.Doubles => texts[
                "The same two people, the same length and the same day are there already: {0}. Take these days out, or tick that they are to be logged all the same.",
                string.Join("; ", answer.Doubles.Select(d => texts.FullDay(d)))
            ],
            SeriesOutcome.Refused => Fault(texts, answer, organisation, receiver, days),
        };

    private static string Fault(IStringLocalizer texts, SeriesAnswer answer, OrganisationProfile organisation, string receiver, int days) =>
        (answer.Fault, answer.Day) switch
        {
            (LogOutcome.InTheFuture, { } day) => texts[
                "{0} has not come yet. Take it out, and log it when it has happened.",
                texts.FullDay(day)
            ],
            (LogOutcome.TooLongAgo, { } day) => texts["{0} is more than a year ago. Take it out, or check the year.", texts.FullDay(day)],
            (LogOutcome.PeriodClosed, { } day) => texts[
                "The books for {0} are closed. Take it out, or give a day that is still open.",
                texts.FullDay(day)
            ],
            (LogOutcome.BelowFloor, _) => texts[
                "Nothing was logged. All {0} days together would take {1} further below zero than they may go; the first {2} would not. Nobody is refused help they need: take the days out that do not fit, and log them one by one, where you can choose how they are paid for.",
                days,
                receiver,
                answer.Fit
            ],
            ({ } fault, _) => LogForMembersRefusals.Sentence(texts, fault, organisation, receiver)
                ?? throw new InvalidOperationException("It was logged."),
            (null, _) => throw new InvalidOperationException("Nothing stands against it."),
        };

    private static string Span(IStringLocalizer texts, IReadOnlyList<DateOnly> days, long all) =>
        texts.Count(days.Count, "on {0} day", "on each of {0} days")
        + texts[", from {0} to {1}: {2} in all.", texts.FullDay(days[0]), texts.FullDay(days[^1]), texts.Duration(all)];
}
