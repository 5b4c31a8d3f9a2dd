using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Offers;

/// <summary>The id of an answer to an offer or request.</summary>
public readonly record struct OfferAnswerId(Guid Value);

/// <summary>What became of an answer.</summary>
public enum AnswerStatus : short
{
    /// <summary>Nobody has said yes or no.</summary>
    Waiting = 1,
    Yes = 2,
    No = 3,

    /// <summary>Whoever answered took it back.</summary>
    Withdrawn = 4,
}

/// <summary>A member says "I can help" to a request or "I'd like that" to an offer.</summary>
public sealed class OfferAnswer
{
    /// <summary>The longest words.</summary>
    public const int WordsLength = 500;

    /// <summary>The answer.</summary>
    public OfferAnswerId Id { get; init; }

    /// <summary>To what.</summary>
    public OfferId OfferId { get; init; }

    /// <summary>Whose that is.</summary>
    public MemberId OwnerId { get; init; }

    /// <summary>Who answers.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>In their own words; empty for nothing.</summary>
    public string Words { get; init; } = "";

    /// <summary>What the owner may be told of them, if the owner agrees to the same.</summary>
    public Sharing Shares { get; init; }

    /// <summary>What the owner agreed to have told.</summary>
    public Sharing OwnerShares { get; private set; }

    /// <summary>What both agreed to.</summary>
    public Sharing Agreed => Shares & OwnerShares;

    /// <summary>To whom it goes.</summary>
    public AnswersGoTo GoesTo { get; init; }

    /// <summary>What became of it.</summary>
    public AnswerStatus Status { get; private set; } = AnswerStatus.Waiting;

    /// <summary>When it was given.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Who wrote it down; null for demonstration data.</summary>
    public RoleHolderId? MadeBy { get; init; }

    /// <summary>By which door.</summary>
    public Door Door { get; init; } = Door.Screen;

    /// <summary>When yes or no was said, or it was taken back; null while it waits.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Who did; null while it waits, and for a link in a mail.</summary>
    public RoleHolderId? SettledBy { get; private set; }

    /// <summary>When a coordinator put the two in touch; null before.</summary>
    public DateTimeOffset? IntroducedAt { get; private set; }

    /// <summary>Yes, no or taken back; the first counts.</summary>
    /// <param name="by">Null for a link in a mail.</param>
    public void Settle(AnswerStatus status, RoleHolderId? by, DateTimeOffset at)
    {
        if (Status == AnswerStatus.Waiting)
            (Status, SettledBy, SettledAt) = (status, by, at);
    }

    /// <summary>It is given once more after it was taken back. Does nothing otherwise.</summary>
    public void GiveAgain()
    {
        if (Status == AnswerStatus.Withdrawn)
            (Status, SettledBy, SettledAt) = (AnswerStatus.Waiting, null, null);
    }

    /// <summary>The owner agrees to have that told. Does nothing once yes or no was said.</summary>
    public void OwnerAgrees(Sharing shares)
    {
        if (Status == AnswerStatus.Waiting)
            OwnerShares = shares;
    }

    /// <summary>The two are in touch. Does nothing unless yes was said.</summary>
    public void Introduce(DateTimeOffset at)
    {
        if (Status == AnswerStatus.Yes)
            IntroducedAt ??= at;
    }
}
