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
            DayList.Call => texts["A call to make"],
            DayList.Over => texts["A visit of which nobody said how it went"],
            DayList.Session => texts["A session of which nobody wrote down who came"],
            DayList.NotWell => texts["A visit where not all was well"],
            DayList.GrownUp => texts["They turned 18, and are asked what they agree to"],
            DayList.Review => texts["Something to keep to, to be asked about"],
            DayList.Answer => texts["An answer from the board"],
            DayList.StillWanted => texts["To be rung: is it still wanted?"],
            DayList.Going => texts["Somebody asks to go"],
            DayList.Silent => texts["People were asked, and have not answered"],
            DayList.Text => texts["A text that came in"],
            _ => throw new ArgumentOutOfRangeException(nameof(list), list, null),
        };
}
