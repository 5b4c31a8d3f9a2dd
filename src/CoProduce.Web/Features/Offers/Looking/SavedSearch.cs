using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Offers;

/// <summary>A search of the board that somebody keeps: what is looked for, never what was found.</summary>
public sealed class SavedSearch
{
    /// <summary>The longest name.</summary>
    public const int NameLength = 60;

    /// <summary>The longest search as it stands in an address.</summary>
    public const int FilterLength = 300;

    /// <summary>So many one person may keep.</summary>
    public const int Most = 20;

    /// <summary>The search.</summary>
    public Guid Id { get; init; }

    /// <summary>Who keeps it.</summary>
    public RoleHolderId KeptBy { get; init; }

    /// <summary>The member who looks; null for a coordinator's search of the whole board.</summary>
    public MemberId? MemberId { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The search as it stands in the board's address, without the question mark.</summary>
    public required string Filter { get; init; }

    /// <summary>True when every coordinator sees it.</summary>
    public bool IsShared { get; init; }

    /// <summary>True when the member is written to, at most once a day, when something new fits.</summary>
    public bool Tells { get; set; }

    /// <summary>What was put up later is new.</summary>
    public DateTimeOffset SeenUntil { get; set; }
}

/// <summary>One word of an offer or request, kept by the database for searching.</summary>
public sealed class OfferWord
{
    /// <summary>The word, folded.</summary>
    public required string Word { get; init; }

    /// <summary>What it stands in.</summary>
    public OfferId OfferId { get; init; }
}

/// <summary>A word of the board as it is when one letter is left out, or none: so a word that is misspelt by one letter is found. Kept by the database.</summary>
public sealed class NearWord
{
    /// <summary>With a letter left out, or whole.</summary>
    public required string Near { get; init; }

    /// <summary>The word that stands on the board, folded.</summary>
    public required string Word { get; init; }
}
