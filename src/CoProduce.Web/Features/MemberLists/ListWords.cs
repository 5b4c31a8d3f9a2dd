using System.Globalization;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.MemberLists;

/// <summary>Lists of members in words.</summary>
internal static class ListWords
{
    /// <summary>Who is in a group.</summary>
    public static string Group(IStringLocalizer texts, MemberGroup group) =>
        group switch
        {
            MemberGroup.Active => texts["Taking part"],
            MemberGroup.New => texts["New"],
            MemberGroup.Quiet => texts["Quiet"],
            MemberGroup.Unspent => texts["Many hours unspent"],
            MemberGroup.Low => texts["Far below zero"],
            MemberGroup.Suspended => texts["Suspended"],
            MemberGroup.Left => texts["Have left"],
        };

    /// <summary>The head of a column.</summary>
    public static string Column(IStringLocalizer texts, MemberColumn column) =>
        column switch
        {
            MemberColumn.Number => texts["Number"],
            MemberColumn.Hub => texts["Time bank"],
            MemberColumn.Balance => texts["Balance"],
            MemberColumn.Last => texts["Last exchange"],
            MemberColumn.Joined => texts["Joined"],
            MemberColumn.Kind => texts["Person or organisation"],
            MemberColumn.Standing => texts["Standing"],
            MemberColumn.Skills => texts["Can give"],
            MemberColumn.SignsIn => texts["Signs in"],
        };

    /// <summary>What stands in a column for a member.</summary>
    public static string Cell(IStringLocalizer texts, MemberRow member, MemberColumn column) =>
        column switch
        {
            MemberColumn.Number => member.Number.ToString(CultureInfo.InvariantCulture),
            MemberColumn.Hub => member.Hub,
            MemberColumn.Balance => texts.DurationShort(member.Balance),
            MemberColumn.Last => member.Last is { } last ? texts.ShortDay(last) : texts["None yet"],
            MemberColumn.Joined => texts.ShortDay(member.Joined),
            MemberColumn.Kind => Kind(texts, member.Kind),
            MemberColumn.Standing => MemberWords.Status(texts, member.Status),
            MemberColumn.Skills => string.Join(", ", member.Skills),
            MemberColumn.SignsIn => member.SignsIn ? texts["Yes"] : texts["No"],
        };

    /// <summary>True for what is compared by size.</summary>
    public static bool IsNumber(MemberColumn column) => column is MemberColumn.Number or MemberColumn.Balance;

    /// <summary>By what a column is sorted; null when it cannot be.</summary>
    public static MemberSort? SortOf(MemberColumn column) =>
        column switch
        {
            MemberColumn.Number => MemberSort.Number,
            MemberColumn.Hub => MemberSort.Hub,
            MemberColumn.Balance => MemberSort.Balance,
            MemberColumn.Joined => MemberSort.Joined,
            MemberColumn.Last or MemberColumn.Kind or MemberColumn.Standing or MemberColumn.Skills or MemberColumn.SignsIn => null,
        };

    /// <summary>A person or an organisation.</summary>
    public static string Kind(IStringLocalizer texts, MemberKind kind) =>
        kind switch
        {
            MemberKind.Person => texts["A person"],
            MemberKind.Organisation => texts["An organisation"],
        };
}
