using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Members;

/// <summary>The id of a member.</summary>
public readonly record struct MemberId(Guid Value)
{
    /// <summary>The member's account in the ledger, which bears the same id.</summary>
    public AccountId Account => new(Value);

    /// <summary>A new time-ordered id.</summary>
    public static MemberId New() => new(Guid.CreateVersion7());
}

/// <summary>Whether a member is a person or another organisation.</summary>
public enum MemberKind : short
{
    /// <summary>A person.</summary>
    Person = 1,

    /// <summary>Another organisation that gives and receives.</summary>
    Organisation = 2,
}

/// <summary>Whether a member takes part.</summary>
public enum MemberStatus : short
{
    /// <summary>Takes part.</summary>
    Active = 1,

    /// <summary>May not sign in or exchange for the time being.</summary>
    Suspended = 2,

    /// <summary>Has left; the history stays.</summary>
    Left = 3,
}

/// <summary>A person, or another organisation, that gives and receives.</summary>
public sealed class Member
{
    /// <summary>The longest first or last name, or name of an organisation-member.</summary>
    public const int NameLength = 80;

    /// <summary>The name under which the hours of an erased person stay, in every language.</summary>
    public const string Former = "A former member";

    /// <summary>The longest text about oneself.</summary>
    public const int AboutLength = 1000;

    private string firstName = "";
    private string lastName = "";
    private int number;
    private HubId hubId;

    /// <summary>The member.</summary>
    public MemberId Id { get; init; }

    /// <summary>The member number on the card, unique in the organisation, from 1.</summary>
    public int Number
    {
        get => number;
        init => (number, _) = (value, SearchText = Fold());
    }

    /// <summary>Whether a person or an organisation.</summary>
    public MemberKind Kind { get; init; } = MemberKind.Person;

    /// <summary>The first name, or the whole name of an organisation.</summary>
    public required string FirstName
    {
        get => firstName;
        set => (firstName, _) = (value.Trim(), SearchText = Fold(first: value));
    }

    /// <summary>The last name; empty for an organisation or somebody with one name.</summary>
    public string LastName
    {
        get => lastName;
        set => (lastName, _) = (value.Trim(), SearchText = Fold(last: value));
    }

    /// <summary>First and last name.</summary>
    public string Name => lastName.Length == 0 ? firstName : $"{firstName} {lastName}";

    /// <summary>The hub the member belongs to. It changes by a move alone, which is written down.</summary>
    public HubId HubId
    {
        get => hubId;
        init => hubId = value;
    }

    /// <summary>Whether the member takes part.</summary>
    public MemberStatus Status { get; set; } = MemberStatus.Active;

    /// <summary>The day of joining.</summary>
    public DateOnly JoinedOn { get; init; }

    /// <summary>The day of leaving; null while a member.</summary>
    public DateOnly? LeftOn { get; set; }

    /// <summary>True when the membership ended with the member's death: nobody writes to them, and it is not taken up again.</summary>
    public bool HasDied { get; set; }

    /// <summary>The day on which the person was erased, so that only their hours are left; null for anybody else.</summary>
    public DateOnly? ErasedOn { get; set; }

    /// <summary>How far below zero this member may go, as minutes not above zero; null for as far as everybody.</summary>
    public int? OwnFloorMinutes { get; set; }

    /// <summary>Why the limit differs, for those who look after members; empty when it does not.</summary>
    public string OwnFloorReason { get; set; } = "";

    /// <summary>What the member says of themselves; empty for nothing.</summary>
    public string About { get; set; } = "";

    /// <summary>Who added the member; null for an import or demonstration data.</summary>
    public RoleHolderId? AddedBy { get; init; }

    /// <summary>Names and number folded for searching by any part.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>From now on the member belongs to that hub; for <c>HubMoving</c> alone, which writes it down.</summary>
    internal void BelongsTo(HubId hub) => hubId = hub;

    private string Fold(string? first = null, string? last = null) =>
        Folded.Of($"{(first ?? firstName).Trim()} {(last ?? lastName).Trim()} {number}");
}
