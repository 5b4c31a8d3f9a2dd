using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Care;

/// <summary>The id of a kind of check.</summary>
public readonly record struct CheckKindId(Guid Value)
{
    /// <summary>A new time-ordered id.</summary>
    public static CheckKindId New() => new(Guid.CreateVersion7());
}

/// <summary>A safeguarding step in the organisation's own list: references taken, DBS seen, induction.</summary>
public sealed class CheckKind
{
    /// <summary>The longest name.</summary>
    public const int NameLength = OrganisationSettings.NameLength;

    /// <summary>The most months that a check can last: ten years.</summary>
    public const int MostMonths = 120;

    public CheckKindId Id { get; init; }

    public required string Name { get; set; }

    /// <summary>How long it lasts, in months; null for ever.</summary>
    public int? Months { get; set; }

    /// <summary>Its place in lists, from 1.</summary>
    public int Position { get; set; }

    /// <summary>When it was taken from the lists, and stopped being needed for anything; null while it is used. What was recorded stays.</summary>
    public DateTimeOffset? HiddenAt { get; set; }

    /// <summary>Until when such a check is good unless somebody says otherwise; null for ever.</summary>
    public DateOnly? Until(DateOnly seenOn) => Months is { } months ? seenOn.AddMonths(months) : null;
}

/// <summary>Whoever gives this kind of help must have passed that check.</summary>
public sealed class CheckNeed
{
    public CheckKindId KindId { get; init; }

    public CategoryId CategoryId { get; init; }
}
