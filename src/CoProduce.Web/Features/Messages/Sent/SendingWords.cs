using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Messages;

/// <summary>What goes out, in words.</summary>
internal static class SendingWords
{
    /// <summary>How something goes.</summary>
    public static string Way(IStringLocalizer texts, SendingWay way) =>
        way switch
        {
            SendingWay.Mail => texts["by mail"],
            SendingWay.Text => texts["by text"],
            SendingWay.Letter => texts["by letter"],
            SendingWay.Call => texts["by telephone"],
        };

    /// <summary>How far it has come.</summary>
    public static string State(IStringLocalizer texts, Sending sending, DateOnly? postedOn, Func<DateTimeOffset, string> day) =>
        sending.State switch
        {
            SendingState.Gathered => texts["Comes in the mail of the day"],
            SendingState.Waiting when sending is { Way: SendingWay.Letter, BatchId: null } => texts["Waits to be printed"],
            SendingState.Waiting when sending.Way == SendingWay.Letter => texts["Printed, not posted yet"],
            SendingState.Waiting when sending.Way == SendingWay.Call => texts["Somebody is to ring"],
            SendingState.Waiting => texts["On its way"],
            SendingState.Gone when sending.Way == SendingWay.Letter && postedOn is { } posted => texts[
                "Posted on {0}",
                texts.ShortDay(posted)
            ],
            SendingState.Gone when sending.Way == SendingWay.Call => texts["Told on {0}", day(sending.DoneAt!.Value)],
            SendingState.Gone => texts["Sent on {0}", day(sending.DoneAt!.Value)],
            SendingState.NotDelivered => texts["Could not be delivered"],
            SendingState.Dropped => texts["Not sent in the end"],
        };

    /// <summary>Why something failed, in plain words, from the reason that the program noted.</summary>
    public static string Failure(IStringLocalizer texts, OutboxItem item) =>
        item.Failure.Split(':')[0] switch
        {
            "SmtpFailedRecipientException" or "SmtpFailedRecipientsException" => texts["The mail server says there is no such mailbox."],
            "SmtpException" => texts["The mail server did not take it."],
            "HttpRequestException" => texts["The text service did not take it."],
            "OperationCanceledException" or "TaskCanceledException" => texts["There was no answer in time."],
            "FormatException" when item.Kind == OutboxKind.Text => texts["The telephone number is not written as one."],
            "FormatException" => texts["The mail address is not written as one."],
            "IOException" when item.Kind == OutboxKind.Text => texts["No text service is set up."],
            "IOException" => texts["The connection broke off."],
            _ => texts["Something in the program went wrong. Please tell whoever runs it."],
        };
}
