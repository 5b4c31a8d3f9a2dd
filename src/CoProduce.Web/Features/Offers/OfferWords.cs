using CoProduce.Web.Features.Skills;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Offers;

/// <summary>What stands on the board, in words.</summary>
public static class OfferWords
{
    /// <summary>When it could be, to choose from.</summary>
    public static Choice[] Whens(IStringLocalizer texts) =>
        [
            new("any", texts["At any time"]),
            new(OfferForm.Parts, texts["At some times of the week"]),
            new(OfferForm.Day, texts["On one day"]),
        ];

    /// <summary>How soon, the longest wait first.</summary>
    public static Choice[] Urgencies(IStringLocalizer texts) =>
        [.. Enum.GetValues<Urgency>().Select(u => new Choice(u.ToString(), Soon(texts, u)))];

    /// <summary>How soon.</summary>
    public static string Soon(IStringLocalizer texts, Urgency urgency) =>
        urgency switch
        {
            Urgency.NoHurry => texts["no hurry"],
            Urgency.Soon => texts["soon"],
            Urgency.ThisWeek => texts["this week"],
        };

    /// <summary>Where it could be, to choose from.</summary>
    public static Choice[] Places(IStringLocalizer texts) =>
        [.. TickedNames.Values<OfferPlace>().Select(p => new Choice(p.ToString(), Place(texts, p)))];

    /// <summary>All places of one, with commas; empty when not said.</summary>
    public static string Places(IStringLocalizer texts, OfferPlace places) =>
        string.Join(", ", TickedNames.Values<OfferPlace>().Where(p => places.HasFlag(p)).Select(p => Place(texts, p)));

    /// <summary>How it stands.</summary>
    public static string Standing(IStringLocalizer texts, OfferStatus status) =>
        status switch
        {
            OfferStatus.Open => texts["On the board"],
            OfferStatus.Met => texts["Met"],
            OfferStatus.Withdrawn => texts["Taken down"],
            OfferStatus.Arranged => texts["Being arranged"],
            OfferStatus.Lapsed => texts["Lapsed"],
            OfferStatus.Draft => texts["Not on the board yet"],
        };

    /// <summary>When it could be, in a sentence.</summary>
    public static string When(IStringLocalizer texts, Offer offer, DateOnly today) =>
        offer.OnDay is { } day ? texts.Day(day, today)
        : offer.Times != 0 ? GivingWords.Times(texts, offer.Times)
        : texts["At any time"];

    /// <summary>The languages by name, with commas.</summary>
    public static string Languages(IEnumerable<string> codes) =>
        string.Join(", ", codes.Select(c => SpokenLanguages.Find(c)?.Name.Here ?? c));

    /// <summary>The heading of a part.</summary>
    public static string Part(IStringLocalizer texts, OfferPart part) =>
        part switch
        {
            OfferPart.What => texts["What it is"],
            OfferPart.When => texts["When, and how long"],
            OfferPart.Hurry => texts["How soon"],
            OfferPart.Where => texts["Where"],
            OfferPart.Who => texts["Languages, and for whom"],
        };

    /// <summary>What became of an answer.</summary>
    public static string Answer(IStringLocalizer texts, AnswerStatus status) =>
        status switch
        {
            AnswerStatus.Waiting => texts["Waits for a yes or a no"],
            AnswerStatus.Yes => texts["Yes was said"],
            AnswerStatus.No => texts["Not this time"],
            AnswerStatus.Withdrawn => texts["Taken back"],
        };

    private static string Place(IStringLocalizer texts, OfferPlace place) =>
        place switch
        {
            OfferPlace.AtMine => texts["At the place of who put it up"],
            OfferPlace.AtYours => texts["At the other one’s place"],
            OfferPlace.Elsewhere => texts["Somewhere else"],
            OfferPlace.Remote => texts["By phone or online"],
            _ => "",
        };
}
