using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Relations;

/// <summary>The words for who acts for whom.</summary>
internal static class ActingWords
{
    /// <summary>What somebody did on a member's behalf.</summary>
    public static string Deed(IStringLocalizer texts, string deed) =>
        deed switch
        {
            nameof(LogExchange) or "LogSeries" => texts["logged help"],
            nameof(AnswerExchange) => texts["said that hours are right"],
            "DisputeAsync" => texts["said that something is not right"],
            nameof(WithdrawExchange) => texts["took back what was logged"],
            _ when deed.StartsWith(nameof(PutInOffer), StringComparison.Ordinal) => texts["wrote an offer or request"],
            nameof(CloseOffer) => texts["closed or reopened an offer or request"],
            nameof(ChangeProfile) => texts["changed the profile or contact details"],
            _ when deed.Contains("Dispute", StringComparison.Ordinal) => texts["said something about what is not right"],
            _ => texts["changed what is said about giving and receiving"],
        };

    /// <summary>From when until when it counts.</summary>
    public static string Time(IStringLocalizer texts, ActingFor acting) =>
        acting.Until is { } until
            ? texts["from {0} to {1}", texts.ShortDay(acting.From), texts.ShortDay(until)]
            : texts["from {0}, until somebody ends it", texts.ShortDay(acting.From)];
}
