using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Joining;

/// <summary>The id of somebody who would like to join; the member that they become bears the same.</summary>
public readonly record struct JoinerId(Guid Value)
{
    /// <summary>The member that they become.</summary>
    public MemberId Member => new(Value);

    /// <summary>A new time-ordered id.</summary>
    public static JoinerId New() => new(Guid.CreateVersion7());
}

/// <summary>By whom somebody was brought to the door.</summary>
public enum JoinerDoor : short
{
    /// <summary>They asked themselves, on the public pages.</summary>
    Oneself = 1,

    /// <summary>A coordinator wrote down what they said.</summary>
    Coordinator = 2,

    /// <summary>A professional introduced them, with their consent.</summary>
    Referral = 3,
}

/// <summary>How somebody's joining stands.</summary>
public enum JoinerState : short
{
    /// <summary>They are still writing, and have not asked yet.</summary>
    Writing = 1,

    /// <summary>They asked; a coordinator decides.</summary>
    Waiting = 2,

    /// <summary>They are a member; some steps may still be before them.</summary>
    Approved = 3,

    /// <summary>The organisation said no.</summary>
    Refused = 4,

    /// <summary>They changed their mind.</summary>
    Withdrawn = 5,
}

/// <summary>Somebody who would like to join. Not a member yet: there is no account, and no list or search of members finds them.</summary>
public sealed class Joiner
{
    private string firstName = "";
    private string lastName = "";

    /// <summary>The joiner, and the member that they become.</summary>
    public JoinerId Id { get; init; }

    /// <summary>By which door they came.</summary>
    public JoinerDoor Door { get; init; }

    /// <summary>The first name, at most <see cref="Member.NameLength"/> characters.</summary>
    public required string FirstName
    {
        get => firstName;
        set => (firstName, _) = (value.Trim(), FoldedName = Fold(value, lastName));
    }

    /// <summary>The last name; empty for somebody with one name, or who did not say it.</summary>
    public string LastName
    {
        get => lastName;
        set => (lastName, _) = (value.Trim(), FoldedName = Fold(firstName, value));
    }

    /// <summary>First and last name.</summary>
    public string Name => lastName.Length == 0 ? firstName : $"{firstName} {lastName}";

    /// <summary>Both names folded, by which the same person is noticed a second time.</summary>
    public string FoldedName { get; private set; } = "";

    /// <summary>The time bank they would like to belong to; null when they did not say. A member needs one.</summary>
    public HubId? HubId { get; set; }

    /// <summary>True when they said that they are under 18.</summary>
    public bool IsUnder18 { get; set; }

    /// <summary>How it stands.</summary>
    public JoinerState State { get; private set; } = JoinerState.Writing;

    /// <summary>When they began.</summary>
    public DateTimeOffset BeganAt { get; init; }

    /// <summary>When they asked; null while they are writing.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>When it was decided or withdrawn; null until then.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who decided, or who wrote down that they withdrew; null when they did so themselves.</summary>
    public RoleHolderId? EndedBy { get; private set; }

    /// <summary>They ask to join.</summary>
    public void Ask(DateTimeOffset at)
    {
        Require(State == JoinerState.Writing);
        (State, AskedAt) = (JoinerState.Waiting, at);
    }

    /// <summary>They become a member.</summary>
    public void Approve(RoleHolderId by, DateTimeOffset at) => End(JoinerState.Approved, by, at);

    /// <summary>The organisation says no.</summary>
    public void Refuse(RoleHolderId by, DateTimeOffset at) => End(JoinerState.Refused, by, at);

    /// <summary>They changed their mind.</summary>
    /// <param name="by">Who wrote it down; null when they did so themselves.</param>
    public void Withdraw(RoleHolderId? by, DateTimeOffset at) => End(JoinerState.Withdrawn, by, at);

    private void End(JoinerState state, RoleHolderId? by, DateTimeOffset at)
    {
        Require(State is JoinerState.Waiting || State is JoinerState.Writing && state == JoinerState.Withdrawn);
        (State, EndedBy, EndedAt) = (state, by, at);
    }

    private void Require(bool holds)
    {
        if (!holds)
            throw new InvalidOperationException($"A joiner who is {State} cannot change so.");
    }

    private static string Fold(string first, string last) => Folded.Of($"{first.Trim()} {last.Trim()}");
}

/// <summary>What a joiner said, how to reach them, and what is written down about them. Staff read it through <see cref="JoinerDetails"/> only, which writes who looked.</summary>
public sealed class JoinerDetails
{
    /// <summary>The longest answer or note.</summary>
    public const int TextLength = 1000;

    /// <summary>The longest words for who a guardian is to them.</summary>
    public const int RelationLength = 80;

    /// <summary>Whose.</summary>
    public JoinerId JoinerId { get; init; }

    /// <summary>How they like to be reached.</summary>
    public ContactWay Prefers { get; set; } = ContactWay.Phone;

    /// <summary>E-mail address; empty for none.</summary>
    public string Email { get; set; } = "";

    /// <summary>Telephone number; empty for none.</summary>
    public string Phone { get; set; } = "";

    /// <summary>Postal address; empty for none. Asked only of whoever would like letters.</summary>
    public string Address { get; set; } = "";

    /// <summary>Of somebody under 18, who looks after them; empty when not said.</summary>
    public string GuardianName { get; set; } = "";

    /// <summary>Who that is to them, such as mother; empty when not said.</summary>
    public string GuardianRelation { get; set; } = "";

    /// <summary>That person's telephone number; empty when not said.</summary>
    public string GuardianPhone { get; set; } = "";

    /// <summary>What they like doing; empty when not said yet, as for the next ones.</summary>
    public string Likes { get; set; } = "";

    /// <summary>What they would like.</summary>
    public string Wants { get; set; } = "";

    /// <summary>Who matters to them.</summary>
    public string WhoMatters { get; set; } = "";

    /// <summary>What a coordinator wrote down; empty for nothing.</summary>
    public string Notes { get; set; } = "";

    /// <summary>One thing that they could give, which becomes an offer; empty when not said yet.</summary>
    public string OfferWords { get; set; } = "";

    /// <summary>One thing that they would like, which becomes a request; empty when not said yet.</summary>
    public string RequestWords { get; set; } = "";

    /// <summary>What was written to somebody who was refused; empty otherwise.</summary>
    public string KindWords { get; set; } = "";

    /// <summary>Why they were refused, which is never said to them or to whoever introduced them; empty otherwise.</summary>
    public string PrivateReason { get; set; } = "";
}

/// <summary>The short code by which somebody goes on with what they began, kept only as a hash.</summary>
public sealed class JoinCode
{
    /// <summary>Whose.</summary>
    public JoinerId JoinerId { get; init; }

    /// <summary>SHA-256 of the code.</summary>
    public required byte[] CodeHash { get; init; }
}
