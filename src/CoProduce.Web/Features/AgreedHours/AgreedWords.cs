using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.AgreedHours;

/// <summary>The words for hours that were agreed.</summary>
internal static class AgreedWords
{
    /// <summary>How much was agreed.</summary>
    public static string Agreed(IStringLocalizer texts, HoursAgreed agreed) =>
        agreed.Span switch
        {
            AgreedSpan.InAll => texts["{0} in all, from {1}", texts.Duration(agreed.Minutes), texts.ShortDay(agreed.From)],
            AgreedSpan.EachMonth => texts["{0} each month, from {1}", texts.Duration(agreed.Minutes), texts.ShortDay(agreed.From)],
        };

    /// <summary>How far it is given.</summary>
    public static string Standing(IStringLocalizer texts, AgreedStanding standing) =>
        standing.Agreed.Span switch
        {
            AgreedSpan.InAll when standing.IsFull => texts["All of it is given."],
            AgreedSpan.InAll => texts["Given: {0}. To go: {1}.", texts.Duration(standing.Given), texts.Duration(standing.ToGo)],
            AgreedSpan.EachMonth => texts[
                "Given this month, which ends on {0}: {1} of {2}.",
                texts.ShortDay(standing.MonthEnds),
                texts.Duration(standing.ThisMonth),
                texts.Duration(standing.Agreed.Minutes)
            ],
        };

    /// <summary>How it ended.</summary>
    public static string Ended(IStringLocalizer texts, HoursAgreed agreed) =>
        agreed.Ended switch
        {
            AgreedEnd.StaysOn => texts["Over since {0}: they stay on of their own free will.", texts.ShortDay(agreed.EndedOn!.Value)],
            AgreedEnd.Otherwise => texts["Over since {0}.", texts.ShortDay(agreed.EndedOn!.Value)],
            null => "",
        };

    public static string Span(IStringLocalizer texts, AgreedSpan span) =>
        span switch
        {
            AgreedSpan.InAll => texts["In all, counted down"],
            AgreedSpan.EachMonth => texts["Each month"],
        };

    public static string How(IStringLocalizer texts, AgreedEnd how) =>
        how switch
        {
            AgreedEnd.StaysOn => texts["They stay on of their own free will"],
            AgreedEnd.Otherwise => texts["It ends otherwise"],
        };
}
