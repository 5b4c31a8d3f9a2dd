namespace CoProduce.Web.Features.Members;

/// <summary>How a member likes to be reached.</summary>
public enum ContactWay : short
{
    /// <summary>By telephone.</summary>
    Phone = 1,

    /// <summary>By e-mail.</summary>
    Email = 2,

    /// <summary>By letter.</summary>
    Post = 3,

    /// <summary>In person or through a coordinator.</summary>
    InPerson = 4,

    /// <summary>By text to their telephone.</summary>
    Text = 5,

    /// <summary>Not at all; they look for themselves.</summary>
    Nothing = 6,
}

/// <summary>How to reach a member and what to know before a visit. Read through <see cref="ContactDoor"/> only, which writes who looked.</summary>
public sealed class MemberContact
{
    /// <summary>The longest e-mail address.</summary>
    public const int EmailLength = 254;

    /// <summary>The longest telephone number.</summary>
    public const int PhoneLength = 40;

    /// <summary>The longest address or note.</summary>
    public const int TextLength = 500;

    /// <summary>Whose.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>How the member likes to be reached.</summary>
    public ContactWay Prefers { get; set; } = ContactWay.Phone;

    /// <summary>The language in which they are written to, as a code; empty for the organisation's first.</summary>
    public string WritesIn { get; set; } = "";

    /// <summary>True when what can wait comes to them in one mail a day.</summary>
    public bool WantsDailyMail { get; set; }

    /// <summary>When they stopped news by the link of one; null when they did not. A consent that was given later counts again.</summary>
    public DateTimeOffset? NoNewsSince { get; set; }

    /// <summary>E-mail address; empty for none.</summary>
    public string Email { get; set; } = "";

    /// <summary>Telephone number; empty for none.</summary>
    public string Phone { get; set; } = "";

    /// <summary>Postal address; empty for none.</summary>
    public string Address { get; set; } = "";

    /// <summary>Date of birth; null when not given.</summary>
    public DateOnly? BornOn { get; set; }

    /// <summary>What helps, as ticked.</summary>
    public AccessNeed AccessTicks { get; set; }

    /// <summary>What else helps, in own words; empty for nothing.</summary>
    public string AccessNeeds { get; set; } = "";
}
