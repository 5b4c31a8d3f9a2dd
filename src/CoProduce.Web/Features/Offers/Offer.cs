using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Offers;

/// <summary>The id of an offer or request.</summary>
public readonly record struct OfferId(Guid Value)
{
    /// <summary>A new time-ordered id.</summary>
    public static OfferId New() => new(Guid.CreateVersion7());
}

/// <summary>Whether somebody can give or would like.</summary>
public enum OfferKind : short
{
    /// <summary>What a member can give.</summary>
    Offer = 1,

    /// <summary>What a member would like; a gift to somebody who wants to be needed.</summary>
    Request = 2,
}

/// <summary>How an offer or request stands.</summary>
public enum OfferStatus : short
{
    /// <summary>Still wanted.</summary>
    Open = 1,

    /// <summary>Help was found.</summary>
    Met = 2,

    /// <summary>No longer wanted.</summary>
    Withdrawn = 3,
}

/// <summary>What a member can give or would like.</summary>
public sealed class Offer
{
    /// <summary>The longest title.</summary>
    public const int TitleLength = 120;

    /// <summary>The longest details.</summary>
    public const int DetailsLength = 1000;

    /// <summary>The offer or request.</summary>
    public OfferId Id { get; init; }

    /// <summary>Which of the two.</summary>
    public OfferKind Kind { get; init; }

    /// <summary>Whose.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>In a few words.</summary>
    public required string Title { get; set; }

    /// <summary>More about it; empty for nothing.</summary>
    public string Details { get; set; } = "";

    /// <summary>The kind of help; null when none fits.</summary>
    public CategoryId? CategoryId { get; set; }

    /// <summary>For a request, the day by which help is needed; null when any day will do.</summary>
    public DateOnly? NeededBy { get; set; }

    /// <summary>How it stands.</summary>
    public OfferStatus Status { get; private set; } = OfferStatus.Open;

    /// <summary>When it was put in.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Who put it in; null for an import or demonstration data.</summary>
    public RoleHolderId? MadeBy { get; init; }

    /// <summary>By which door.</summary>
    public Door Door { get; init; } = Door.Screen;

    /// <summary>When it was met or withdrawn; null while open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Ends it, met or withdrawn. Does nothing when it has ended already.</summary>
    public void Close(OfferStatus status, DateTimeOffset at)
    {
        if (Status == OfferStatus.Open && status != OfferStatus.Open)
            (Status, ClosedAt) = (status, at);
    }

    /// <summary>Undoes the ending. Does nothing while it is open.</summary>
    public void Reopen() => (Status, ClosedAt) = (OfferStatus.Open, null);
}
