namespace CoProduce.Web.Features.Organisations;

/// <summary>The id of a hub.</summary>
public readonly record struct HubId(Guid Value)
{
    /// <summary>A new time-ordered id.</summary>
    public static HubId New() => new(Guid.CreateVersion7());
}

/// <summary>What kind of place a hub is.</summary>
public enum HubKind : short
{
    /// <summary>A town, a surgery, a neighbourhood.</summary>
    Place = 1,

    /// <summary>A prison or another setting where no contact details are kept or shown.</summary>
    Custody = 2,
}

/// <summary>A time bank inside an organisation, with its own members.</summary>
public sealed class Hub
{
    /// <summary>The hub.</summary>
    public HubId Id { get; init; }

    /// <summary>Its name, at most <see cref="OrganisationSettings.NameLength"/> characters.</summary>
    public required string Name { get; set; }

    /// <summary>What kind of place it is.</summary>
    public HubKind Kind { get; set; } = HubKind.Place;

    /// <summary>When it was closed to new members; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}

/// <summary>The id of a category of help.</summary>
public readonly record struct CategoryId(Guid Value)
{
    /// <summary>A new time-ordered id.</summary>
    public static CategoryId New() => new(Guid.CreateVersion7());
}

/// <summary>A kind of help in the organisation's own list.</summary>
public sealed class Category
{
    /// <summary>The category.</summary>
    public CategoryId Id { get; init; }

    /// <summary>Its name, at most <see cref="OrganisationSettings.NameLength"/> characters.</summary>
    public required string Name { get; set; }

    /// <summary>Its place in lists, from 1.</summary>
    public int Position { get; set; }

    /// <summary>When it was taken from the lists; null while it is offered. Old exchanges keep it.</summary>
    public DateTimeOffset? HiddenAt { get; set; }
}
