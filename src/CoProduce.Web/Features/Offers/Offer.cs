using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Skills;

namespace CoProduce.Web.Features.Offers;

/// <summary>What a member can give or would like.</summary>
public sealed class Offer
{
    /// <summary>The longest title.</summary>
    public const int TitleLength = 120;

    /// <summary>The longest details.</summary>
    public const int DetailsLength = 1000;

    /// <summary>The longest free line: where exactly, or for whom.</summary>
    public const int LineLength = 120;

    /// <summary>The most kinds of help of one.</summary>
    public const int MostKinds = 4;

    /// <summary>The longest that one visit may be said to take, in minutes.</summary>
    public const int MostMinutes = 24 * 60;

    private string title = "";
    private string details = "";

    /// <summary>The offer or request.</summary>
    public OfferId Id { get; init; }

    /// <summary>Which of the two.</summary>
    public OfferKind Kind { get; init; }

    /// <summary>Whose.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>In a few words.</summary>
    public required string Title
    {
        get => title;
        set => (title, Folded) = (value, Members.Folded.Of($"{value} {details}"));
    }

    /// <summary>More about it; empty for nothing.</summary>
    public string Details
    {
        get => details;
        set => (details, Folded) = (value, Members.Folded.Of($"{title} {value}"));
    }

    /// <summary>Both folded; the database keeps its words for searching.</summary>
    public string Folded { get; private set; } = "";

    /// <summary>The kind of help under which it will be counted; null when none fits. Further ones are <see cref="FurtherKind"/>.</summary>
    public CategoryId? CategoryId { get; set; }

    /// <summary>The parts of the week that suit, as <see cref="WeekPattern"/> numbers them; zero for any time.</summary>
    public int Times { get; set; }

    /// <summary>The one day on which it is to be; null for no day in particular.</summary>
    public DateOnly? OnDay { get; set; }

    /// <summary>For a request, the day by which help is needed; null when any day will do.</summary>
    public DateOnly? NeededBy { get; set; }

    /// <summary>For a request, how soon; null when not said, and for an offer.</summary>
    public Urgency? Urgency { get; set; }

    /// <summary>How long it takes in minutes; null when not said.</summary>
    public int? Minutes { get; set; }

    /// <summary>Where it could be.</summary>
    public OfferPlace Where { get; set; }

    /// <summary>Where exactly, in own words; empty for nothing.</summary>
    public string WhereNote { get; set; } = "";

    /// <summary>How far the owner goes; null when not said.</summary>
    public Reach? Reach { get; set; }

    /// <summary>The ISO codes of the languages in which it can be; empty for any.</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>Somebody in the family for whom it is, in own words; empty for the member themself.</summary>
    public string ForWhom { get; set; } = "";

    /// <summary>How it stands.</summary>
    public OfferStatus Status { get; private set; } = OfferStatus.Open;

    /// <summary>When it was put in.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Who put it in; null for an import or demonstration data.</summary>
    public RoleHolderId? MadeBy { get; init; }

    /// <summary>By which door.</summary>
    public Door Door { get; init; } = Door.Screen;

    /// <summary>When a draft was put up, or one that had ended was put up again; null for since <see cref="MadeAt"/>.</summary>
    public DateTimeOffset? PutUpAt { get; private set; }

    /// <summary>When it was last said to be wanted; null for since <see cref="MadeAt"/>.</summary>
    public DateTimeOffset? WantedAt { get; private set; }

    /// <summary>When it was asked whether it is still wanted; null when that is not asked now.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>The coordinator who arranges it; null when nobody does, or when its owner said yes by themself.</summary>
    public RoleHolderId? ArrangedBy { get; private set; }

    /// <summary>Since when it is being arranged; null when it is not.</summary>
    public DateTimeOffset? ArrangedAt { get; private set; }

    /// <summary>When it was met, withdrawn or lapsed; null before.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The exchange that came of it; null when there is none.</summary>
    public ExchangeId? ExchangeId { get; private set; }

    /// <summary>True while it waits for somebody or is being arranged.</summary>
    public bool IsAlive => Status is OfferStatus.Open or OfferStatus.Arranged;

    /// <summary>A new one that is not on the board until <see cref="PutUp"/>.</summary>
    public void Begin() => Status = OfferStatus.Draft;

    /// <summary>Puts a draft on the board. Does nothing to any other.</summary>
    public void PutUp(DateTimeOffset at)
    {
        if (Status == OfferStatus.Draft)
            (Status, PutUpAt, WantedAt) = (OfferStatus.Open, at, at);
    }

    /// <summary>
    /// Says that people are being brought together for it: by a match, a visit in the diary, or an answer to which yes was said. Does nothing unless it is open.
    /// </summary>
    /// <param name="by">The coordinator who sees to it; null when the people do so themselves.</param>
    public void Arrange(RoleHolderId? by, DateTimeOffset at)
    {
        if (Status == OfferStatus.Open)
            (Status, ArrangedBy, ArrangedAt, WantedAt, AskedAt) = (OfferStatus.Arranged, by, at, at, null);
    }

    /// <summary>Ends it, met or withdrawn or lapsed. Does nothing when it has ended already.</summary>
    public void Close(OfferStatus status, DateTimeOffset at)
    {
        if (Status == OfferStatus.Draft && status == OfferStatus.Withdrawn)
            (Status, ClosedAt) = (status, at);
        else if (IsAlive && status is OfferStatus.Met or OfferStatus.Withdrawn or OfferStatus.Lapsed)
            (Status, ClosedAt, AskedAt, ArrangedBy, ArrangedAt) = (status, at, null, null, null);
    }

    /// <summary>Ends it as met by that exchange, also when it had lapsed or was taken down before the exchange was logged.</summary>
    public void MeetBy(ExchangeId exchange, DateTimeOffset at)
    {
        Close(OfferStatus.Met, at);
        (Status, ExchangeId) = (OfferStatus.Met, exchange);
    }

    /// <summary>Undoes the ending or the arranging: it waits for somebody again. Does nothing to a draft or while it is open.</summary>
    public void Reopen(DateTimeOffset at)
    {
        if (Status is OfferStatus.Open or OfferStatus.Draft)
            return;
        (Status, ClosedAt, ArrangedBy, ArrangedAt, ExchangeId) = (OfferStatus.Open, null, null, null, null);
        (PutUpAt, WantedAt, AskedAt) = (at, at, null);
    }

    /// <summary>Its owner is asked whether it is still wanted. Does nothing when they were asked already, or it is not open.</summary>
    public void Ask(DateTimeOffset at)
    {
        if (Status == OfferStatus.Open)
            AskedAt ??= at;
    }

    /// <summary>It is still wanted: it stays for another period.</summary>
    public void KeepUp(DateTimeOffset at)
    {
        if (Status == OfferStatus.Open)
            (WantedAt, AskedAt) = (at, null);
    }
}
