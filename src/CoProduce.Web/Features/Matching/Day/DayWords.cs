using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Matching.Day;

/// <summary>The words for the lists of the day.</summary>
internal static class DayWords
{
    /// <summary>What one line of a list is.</summary>
    public static string Line(IStringLocalizer texts, DayList list) =>
        list switch
        {
            DayList.Disputed => texts["An exchange that somebody says is not right"],
            DayList.ForTheOrganisation => texts["Help for the organisation, waiting for a yes"],
            DayList.Unanswered => texts["An exchange that the other side has not answered"],
            DayList.Request => texts["A request that waits"],
            DayList.New => texts["New, and nobody met yet"],
            DayList.Quiet => texts["Gone quiet"],
            DayList.Unspent => texts["Many hours unspent"],
            DayList.Low => texts["Far below zero"],
            DayList.Joining => texts["Waiting to join"],
            DayList.Birthday => texts["A birthday"],
            _ => throw new ArgumentOutOfRangeException(nameof(list), list, null),
        };
}
