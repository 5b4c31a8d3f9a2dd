using CoProduce.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Says in sentences what an exchange was, what became of it and what happens next, to one of those whom it concerns.</summary>
internal sealed class ExchangeTelling(
    ExchangeStory story,
    MemberId viewer,
    OrganisationProfile organisation,
    DateOnly today,
    IStringLocalizer texts
)
{
    private readonly Exchange exchange = story.Exchange;

    /// <summary>The other side's first words for a sentence: a name, or the organisation's.</summary>
    public string Other => exchange.GiverId == viewer ? story.Receiver ?? organisation.Name : story.Giver;

    /// <summary>"You gave Margaret Ellis an hour and a half yesterday."</summary>
    public string What
    {
        get
        {
            var (time, day) = (texts.Duration(exchange.Minutes), texts.OnDay(exchange.ServiceDate, today));
            return exchange.GiverId == viewer
                ? texts["You gave {0} {1} {2}.", Other, time, day]
                : texts["{0} gave you {1} {2}.", Other, time, day];
        }
    }

    /// <summary>How it stands, in a word or two, and the kind of tag that goes with it.</summary>
    public (string Kind, string Words) State =>
        exchange.Status switch
        {
            ExchangeStatus.Unconfirmed => ("wait", texts["Waiting"]),
            ExchangeStatus.Confirmed when exchange.ConfirmedBy == Confirmation.Silence => ("good", texts["Confirmed by silence"]),
            ExchangeStatus.Confirmed => ("good", texts["Confirmed"]),
            ExchangeStatus.Withdrawn or ExchangeStatus.Reversed when exchange.CorrectedById is not null => ("plain", texts["Corrected"]),
            ExchangeStatus.Disputed => ("bad", texts["Not right"]),
            ExchangeStatus.Withdrawn => ("plain", texts["Taken back"]),
            ExchangeStatus.Reversed => ("plain", texts["Undone"]),
        };

    /// <summary>What happens next.</summary>
    public string Next =>
        exchange.Status switch
        {
            ExchangeStatus.Unconfirmed when exchange.Asked == viewer => exchange.SilenceConfirmsAt is { } counts
                ? texts["Please say whether this is right. If you say nothing, it counts from {0}.", Day(counts)]
                : texts["Please say whether this is right."],
            ExchangeStatus.Unconfirmed when exchange.Asked is not null && !story.IsHeard => exchange.SilenceConfirmsAt is { } counts
                ? texts[
                    "{0} has no e-mail address and no sign-in here, so a coordinator will ask whether it is right. When they say yes, the hours move. If they say nothing, they move on {1}.",
                    Other,
                    Day(counts)
                ]
                : texts[
                    "{0} has no e-mail address and no sign-in here, so a coordinator will ask whether it is right. When they say yes, the hours move.",
                    Other
                ],
            ExchangeStatus.Unconfirmed when exchange.Asked is not null => exchange.SilenceConfirmsAt is { } counts
                ? texts[
                    "We have asked {0} whether it is right. When they say yes, the hours move. If they say nothing, they move on {1}.",
                    Other,
                    Day(counts)
                ]
                : texts["We have asked {0} whether it is right. When they say yes, the hours move.", Other],
            ExchangeStatus.Unconfirmed => texts["A coordinator will look at it and confirm it. Then the hours move."],
            ExchangeStatus.Confirmed => texts["The hours have moved. You find them in your statement."],
            ExchangeStatus.Disputed when story.OpenDispute?.LookedIntoBy is { } name => texts[
                "{0} is looking into it, will talk to both of you and decide. You need not do anything now.",
                name
            ],
            ExchangeStatus.Disputed => texts[
                "A coordinator will talk to the people concerned and settle it. You need not do anything now."
            ],
            ExchangeStatus.Withdrawn or ExchangeStatus.Reversed when exchange.CorrectedById is not null => texts[
                "Another one stands in its place. This one stays here, so that anybody can follow it."
            ],
            ExchangeStatus.Withdrawn => texts["No hours moved, and nothing more happens."],
            ExchangeStatus.Reversed => texts[
                "The hours have gone back where they came from. Both lines stay in the statement, so that anybody can follow it."
            ],
        };

    /// <summary>Everything that happened to it, in order.</summary>
    public IReadOnlyList<(DateTimeOffset At, string Sentence)> History
    {
        get
        {
            var told = new List<(DateTimeOffset At, string Sentence)> { (exchange.LoggedAt, Logged) };
            if (exchange is { ConfirmedAt: { } confirmed, ConfirmedBy: { } by })
                told.Add((confirmed, Confirmed(by)));
            foreach (var dispute in story.Disputes)
                told.AddRange(dispute.Told(viewer, texts));
            if (exchange.EndedAt is { } ended)
                told.Add((ended, Ended));
            return [.. told.OrderBy(t => t.At)];
        }
    }

    /// <summary>What a correction changed, whether this is the old one or the new one; empty when nothing was corrected.</summary>
    public IReadOnlyList<string> Changes(CorrectionSide? before, CorrectionSide? after) =>
        before is null || after is null ? [] : CorrectionWords.Changes(texts, before, after, viewer, organisation);

    /// <summary>Who logged it and how, also for the statement.</summary>
    public string Logged =>
        (exchange.Door, exchange.LoggedFor) switch
        {
            _ when exchange.CorrectsId is not null => story.LoggedBy is { } name
                ? texts["{0} put it in the place of one that was not right.", name]
                : texts["It stands in the place of one that was not right."],
            (Door.Screen, { } logger) when story is { IsLoggedForAnother: true, LoggedBy: { } name } => logger == viewer
                ? texts["{0} logged it for you.", name]
                : texts["{0} logged it for {1}.", name, story.NameOf(logger)],
            (Door.Screen, { } logger) => logger == viewer ? texts["You logged it."] : texts["{0} logged it.", story.NameOf(logger)],
            (Door.Kiosk, { } logger) => logger == viewer
                ? texts["You logged it at a kiosk."]
                : texts["{0} logged it at a kiosk.", story.NameOf(logger)],
            (Door.Text, { } logger) => logger == viewer
                ? texts["You logged it by text."]
                : texts["{0} logged it by text.", story.NameOf(logger)],
            (Door.Phone, _) => story.LoggedBy is { } name
                ? texts["{0} logged it after a telephone call.", name]
                : texts["It was logged after a telephone call."],
            (Door.Paper, _) => story.LoggedBy is { } name
                ? texts["{0} logged it from a paper slip.", name]
                : texts["It was logged from a paper slip."],
            (Door.Import, _) => texts["It was carried over from earlier records."],
            _ => story.LoggedBy is { } name ? texts["{0} logged it for you.", name] : texts["It was logged for you."],
        };

    /// <summary>How it came to be confirmed in a few words, for a line of a statement; null when logging it said so already.</summary>
    public string? Agreed =>
        exchange switch
        {
            { ConfirmedBy: null } or { LoggedFor: null } => (string?)null,
            { ConfirmedBy: Confirmation.Silence } => texts["Nobody objected."],
            { ConfirmedBy: Confirmation.Screen, Asked: { } asked } when story.AgreedForThemBy is { } name => asked == viewer
                ? texts["{0} confirmed it for you.", name]
                : texts["{0} confirmed it for {1}.", name, story.NameOf(asked)],
            { ConfirmedBy: Confirmation.Screen or Confirmation.MailLink or Confirmation.Text, Asked: { } asked } => asked == viewer
                ? texts["You confirmed it."]
                : texts["{0} confirmed it.", story.NameOf(asked)],
            { ConfirmedBy: Confirmation.PeerBroker } => texts["A peer broker confirmed it."],
            _ => texts["A coordinator confirmed it."],
        };

    private string Confirmed(Confirmation by)
    {
        var asked =
            exchange.Asked is not { } side ? null
            : side == viewer ? texts["You"].Value
            : story.NameOf(side);
        return by switch
        {
            Confirmation.Screen when asked is not null && story.AgreedForThemBy is { } name => exchange.Asked == viewer
                ? texts["{0} said for you that it is right, and the hours moved.", name]
                : texts["{0} said for {1} that it is right, and the hours moved.", name, asked],
            Confirmation.Screen when asked is not null => texts["{0} said that it is right, and the hours moved.", asked],
            Confirmation.MailLink when asked is not null => texts["{0} said by mail that it is right, and the hours moved.", asked],
            Confirmation.Text when asked is not null => texts["{0} said by text that it is right, and the hours moved.", asked],
            Confirmation.Screen or Confirmation.MailLink or Confirmation.Text => texts["It was confirmed, and the hours moved."],
            Confirmation.Silence => texts["Nobody said that it was not right in good time, so the hours moved."],
            Confirmation.Coordinator => texts["A coordinator confirmed it, and the hours moved."],
            Confirmation.PeerBroker => texts["A peer broker confirmed it, and the hours moved."],
        };
    }

    private string Ended =>
        (exchange.Status, story.EndedBy) switch
        {
            (ExchangeStatus.Withdrawn, { } name) when exchange.EndReason.Length == 0 => texts[
                "{0} took it back before any hours moved.",
                name
            ],
            (_, { } name) when exchange.CorrectedById is not null => texts["{0} corrected it: “{1}”", name, exchange.EndReason],
            (_, { } name) => texts["{0} undid it: “{1}”", name, exchange.EndReason],
            (_, null) => texts["It was undone: “{0}”", exchange.EndReason],
        };

    private string Day(DateTimeOffset moment) => texts.Day(organisation.DateOf(moment), today);
}
