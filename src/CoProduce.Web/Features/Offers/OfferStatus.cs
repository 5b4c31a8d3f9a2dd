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

    /// <summary>Somebody is bringing people together for it.</summary>
    Arranged = 4,

    /// <summary>Nobody answered whether it is still wanted.</summary>
    Lapsed = 5,

    /// <summary>Begun and not on the board yet; only its owner sees it.</summary>
    Draft = 6,
}

/// <summary>Where help could take place.</summary>
[Flags]
public enum OfferPlace : short
{
    /// <summary>Not said.</summary>
    Unsaid = 0,

    /// <summary>Where the owner lives.</summary>
    AtMine = 1,

    /// <summary>Where the other one lives.</summary>
    AtYours = 2,

    /// <summary>In the hall, in the park, on the way.</summary>
    Elsewhere = 4,

    /// <summary>By telephone or online.</summary>
    Remote = 8,
}

/// <summary>How soon a request is wanted.</summary>
public enum Urgency : short
{
    /// <summary>It can wait.</summary>
    NoHurry = 1,

    /// <summary>In the next weeks.</summary>
    Soon = 2,

    /// <summary>Within days.</summary>
    ThisWeek = 3,
}
