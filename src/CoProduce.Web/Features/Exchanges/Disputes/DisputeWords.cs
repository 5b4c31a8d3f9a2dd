using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges.Disputes;

/// <summary>Disputes in the words of those who look after them.</summary>
public static class DisputeWords
{
    /// <summary>"Said 3 days ago."</summary>
    public static string Age(IStringLocalizer texts, Dispute dispute, DateTimeOffset now) => Age(texts, dispute.RaisedAt, now);

    /// <summary>The same for one that was raised at that moment.</summary>
    public static string Age(IStringLocalizer texts, DateTimeOffset raisedAt, DateTimeOffset now) =>
        (int)(now - raisedAt).TotalDays is > 0 and var days
            ? texts.Count(days, "Said {0} day ago.", "Said {0} days ago.")
            : texts["Said within the last day."];
}
