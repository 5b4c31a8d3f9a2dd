using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Slips;

/// <summary>Says what keeps a slip from being logged, and how the pile stands against its envelope.</summary>
public static class SlipWords
{
    /// <summary>The sentence beside the row.</summary>
    /// <param name="receiver">The name of who was helped, or what was typed for it.</param>
    /// <param name="hubs">Of a peer broker, whose people they log for; null for a coordinator.</param>
    /// <param name="found">How many answer to the name that is no one person's; null where nobody looked.</param>
    public static string Problem(
        IStringLocalizer texts,
        SlipForm form,
        SlipProblem problem,
        LogOutcome? refusal,
        OrganisationProfile organisation,
        string receiver,
        string? hubs,
        int? found = null
    ) =>
        problem switch
        {
            SlipProblem.Day => texts["Write the day, such as 24/11."],
            SlipProblem.Giver => Nobody(texts, form.GiverTyped, texts["Write who helped: a number, or a part of the name."], hubs, found),
            SlipProblem.Receiver => Nobody(
                texts,
                form.ReceiverTyped,
                texts["Write who was helped: a number, or a part of the name."],
                hubs,
                found
            ),
            SlipProblem.Length => texts["Write how long it took, such as 1.5 or 1:30."],
            SlipProblem.Words => texts["Say in a few words what it was, for example “a lift to the hospital”."],
            SlipProblem.WhyPaid => texts["Say why, in a few words. It stands in the books with your name."],
            SlipProblem.Twin => texts["The same two people have the same length on that day already. Is this slip another one?"],
            SlipProblem.Refused => LogForMembersRefusals.Sentence(texts, refusal ?? LogOutcome.UnknownMember, organisation, receiver) ?? "",
        };

    /// <summary>The pile's total against what is written on the envelope; null when nothing is.</summary>
    public static string? Envelope(IStringLocalizer texts, long? written, long minutes) =>
        written is not { } total ? (string?)null
        : total == minutes ? texts["This is what the envelope says."]
        : total > minutes ? texts["The envelope says {0}: {1} to go.", texts.DurationShort(total), texts.DurationShort(total - minutes)]
        : texts[
            "The envelope says {0}: this is {1} more. Look for a slip that was typed twice.",
            texts.DurationShort(total),
            texts.DurationShort(minutes - total)
        ];

    private static string Nobody(IStringLocalizer texts, string? typed, string nothing, string? hubs, int? found) =>
        string.IsNullOrWhiteSpace(typed) ? nothing
        : hubs is not null && found is not > 1
            ? texts[
                "“{0}” is nobody of {1} who takes part. You log for people of {1} only; leave this slip to a coordinator.",
                typed.Trim(),
                hubs
            ]
        : found switch
        {
            null => texts["“{0}” is not one person here who takes part.", typed.Trim()],
            0 or 1 => texts["“{0}” is nobody here who takes part. Write the number, or the name in another way.", typed.Trim()],
            _ => texts["“{0}” could be several people here. Choose from those found.", typed.Trim()],
        };
}
