using CoProduce.Web.Features.Accounts;

namespace CoProduce.Web.Features.MemberLists;

/// <summary>A way of looking at the members that somebody wants to come back to: what narrows the list, its order and its columns, never who is in it.</summary>
public sealed class SavedList
{
    /// <summary>The longest name.</summary>
    public const int NameLength = 60;

    /// <summary>The longest filter as it stands in an address.</summary>
    public const int FilterLength = 500;

    /// <summary>So many one person may keep.</summary>
    public const int Most = 30;

    /// <summary>The list.</summary>
    public Guid Id { get; init; }

    /// <summary>Who keeps it.</summary>
    public RoleHolderId KeptBy { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The filter as it stands in the list's address, without the question mark.</summary>
    public required string Filter { get; init; }

    /// <summary>True when every coordinator sees it.</summary>
    public bool IsShared { get; init; }
}
