using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Members;

/// <summary>What helps somebody to take part, in words.</summary>
public static class AccessWords
{
    /// <summary>Every tick to choose from.</summary>
    public static Choice[] Choices(IStringLocalizer texts) =>
        [.. Ticks(AccessNeed.None, all: true).Select(need => new Choice(need.ToString(), Of(texts, need)))];

    /// <summary>What is ticked and what is written, as one text; empty for nothing.</summary>
    public static string All(IStringLocalizer texts, MemberContact contact) =>
        string.Join(
            ". ",
            new[] { string.Join(", ", Ticks(contact.AccessTicks).Select(need => Of(texts, need))), contact.AccessNeeds }.Where(t =>
                t.Length > 0
            )
        );

    private static IEnumerable<AccessNeed> Ticks(AccessNeed needs, bool all = false) =>
        Enum.GetValues<AccessNeed>().Where(need => need != AccessNeed.None && (all || needs.HasFlag(need)));

    private static string Of(IStringLocalizer texts, AccessNeed need) =>
        need switch
        {
            AccessNeed.LargePrint => texts["large print"],
            AccessNeed.HearingLoop => texts["a hearing loop"],
            AccessNeed.StepFree => texts["a way without steps"],
            AccessNeed.SignLanguage => texts["sign language"],
            AccessNeed.Interpreter => texts["an interpreter"],
            AccessNeed.ReadsWithHelp => texts["help with reading"],
            AccessNeed.LipReads => texts["seeing your face, to read lips"],
            AccessNeed.PlainWords => texts["short and plain words"],
            AccessNeed.QuietPlace => texts["a quiet place"],
            AccessNeed.Wheelchair => texts["room for a wheelchair"],
            AccessNeed.SomebodyWithThem => texts["somebody who comes along"],
            AccessNeed.MoreTime => texts["more time"],
            AccessNeed.None => "",
        };
}
