using CoProduce.Ledger;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Exchanges and how they stand, in the words of those who look after them.</summary>
public static class ExchangeWords
{
    /// <summary>"Margaret Hughes gave José Pérez an hour and a half on Tuesday 24 November: a lift to the hospital."</summary>
    public static string Told(IStringLocalizer texts, ExchangeRow row, OrganisationProfile organisation, DateOnly today) =>
        texts[
            "{0} gave {1} {2} {3}: {4}",
            Isolated.Name(row.Giver),
            Isolated.Name(row.Receiver ?? organisation.Name),
            texts.Duration(row.Minutes),
            texts.OnDay(row.ServiceDate, today),
            Isolated.Name(row.Description)
        ];

    /// <summary>How it stands, in a word or two, and whether it was silence that confirmed it or a correction that ended it.</summary>
    public static string Status(IStringLocalizer texts, ExchangeRow row) =>
        row switch
        {
            { WasCorrected: true } => texts["Corrected"],
            { Status: ExchangeStatus.Confirmed, ConfirmedBy: Confirmation.Silence } => texts["Confirmed by silence"],
            _ => Status(texts, row.Status),
        };

    /// <summary>How it came to be confirmed; empty while it is not.</summary>
    public static string Agreed(IStringLocalizer texts, Confirmation? by) =>
        by switch
        {
            Confirmation.Screen => texts["by the other side, on screen"],
            Confirmation.MailLink => texts["by the other side, by the link in a mail"],
            Confirmation.Silence => texts["because nobody objected in time"],
            Confirmation.Coordinator => texts["by a coordinator"],
            Confirmation.PeerBroker => texts["by a peer broker"],
            Confirmation.Text => texts["by the other side, by a text"],
            null => "",
        };

    /// <summary>How exchanges of that kind stand, in a word or two.</summary>
    public static string Status(IStringLocalizer texts, ExchangeStatus status) =>
        status switch
        {
            ExchangeStatus.Unconfirmed => texts["Waiting for a yes"],
            ExchangeStatus.Confirmed => texts["Confirmed"],
            ExchangeStatus.Disputed => texts["Not agreed"],
            ExchangeStatus.Withdrawn => texts["Withdrawn"],
            ExchangeStatus.Reversed => texts["Undone"],
        };

    /// <summary>The kind of tag that repeats the word by its colour.</summary>
    public static string StatusTag(ExchangeStatus status) =>
        status switch
        {
            ExchangeStatus.Unconfirmed => "wait",
            ExchangeStatus.Confirmed => "good",
            ExchangeStatus.Disputed => "bad",
            ExchangeStatus.Withdrawn or ExchangeStatus.Reversed => "plain",
        };

    /// <summary>By which door it came.</summary>
    public static string ByDoor(IStringLocalizer texts, Door door) =>
        door switch
        {
            Door.Screen => texts["on screen"],
            Door.Phone => texts["by phone"],
            Door.Paper => texts["on paper"],
            Door.Import => texts["carried over"],
            Door.Job => texts["by the program"],
            Door.Mail => texts["by mail"],
            Door.Affiliate => texts["from another time bank"],
            Door.Kiosk => texts["at a kiosk"],
            Door.Text => texts["by text"],
        };
}
