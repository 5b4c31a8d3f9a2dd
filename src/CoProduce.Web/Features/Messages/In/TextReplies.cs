using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Messages;

/// <summary>What a text is replied to.</summary>
internal static class TextReplies
{
    /// <summary>What was understood, so that a slip can be put right.</summary>
    public static string Noted(IStringLocalizer texts, TextAnswer answer, string title) =>
        answer.Says switch
        {
            TextSays.Yes => texts["Thank you. We noted YES: {0}", title],
            TextSays.No => texts["Thank you. We noted NO: {0}", title],
            TextSays.HowLong => texts["Thank you. We noted {0}: {1}", texts.Duration(answer.Minutes), title],
            TextSays.Home => texts["Thank you. Good to know that you are home."],
        };
}
