using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Matching.Day;

/// <summary>The lists of a coordinator's day.</summary>
public enum DayList : short
{
    /// <summary>Exchanges that somebody says are not right.</summary>
    Disputed = 1,

    /// <summary>Help for the organisation that waits for a yes.</summary>
    ForTheOrganisation = 2,

    /// <summary>Exchanges that the other side has not answered.</summary>
    Unanswered = 3,

    /// <summary>Requests that wait.</summary>
    Request = 4,

    /// <summary>Members who are new and have met nobody.</summary>
    New = 5,

    /// <summary>Members who have gone quiet.</summary>
    Quiet = 6,

    /// <summary>Members with many hours unspent.</summary>
    Unspent = 7,

    /// <summary>Members far below zero.</summary>
    Low = 8,

    /// <summary>People who wait to join.</summary>
    Joining = 9,

    /// <summary>Members whose birthday comes, who agreed that it is remembered.</summary>
    Birthday = 10,

    /// <summary>People to ring about visits and sessions.</summary>
    Call = 11,

    /// <summary>Visits that are over and of which nobody said how they went.</summary>
    Over = 12,

    /// <summary>Sessions that are over and of which nobody wrote down who came.</summary>
    Session = 13,

    /// <summary>Visits of which somebody said that not all was well.</summary>
    NotWell = 14,

    /// <summary>Members who turned 18 and are to be asked what they agree to.</summary>
    GrownUp = 15,

    /// <summary>Members of whom somebody is to be asked whether a restriction is still needed.</summary>
    Review = 16,

    /// <summary>Answers from the board.</summary>
    Answer = 17,

    /// <summary>Offers and requests whose owners are to be rung: is it still wanted?</summary>
    StillWanted = 18,

    /// <summary>Texts that came in and that only a person understands.</summary>
    Text = 19,

    /// <summary>Offers and requests for which people were asked who have not answered.</summary>
    Silent = 21,

    /// <summary>Members who ask to leave or to be erased.</summary>
    Going = 24,
}

/// <summary>What brokers said of one line of the day: later, somebody else's, or seen to. The last word counts; the audit has them all.</summary>
public sealed class DayMark
{
    /// <summary>The longest note.</summary>
    public const int NoteLength = 300;

    /// <summary>In which list.</summary>
    public DayList List { get; init; }

    /// <summary>The exchange, request, member, joiner, visit, session or answer.</summary>
    public Guid SubjectId { get; init; }

    /// <summary>The first day on which it stands there again; null when it was not put off.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Whose it is; null for whoever comes first.</summary>
    public RoleHolderId? AssignedTo { get; set; }

    /// <summary>A few words; empty for none.</summary>
    public string Note { get; set; } = "";

    /// <summary>True when somebody saw to it, so that it rests until <see cref="Until"/>.</summary>
    public bool IsSeenTo { get; set; }

    /// <summary>Who said so.</summary>
    public RoleHolderId By { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }
}

/// <summary>A coordinator looks after a time bank. One may look after several, and several after one.</summary>
public sealed class Caseload
{
    /// <summary>The time bank.</summary>
    public HubId HubId { get; init; }

    /// <summary>The coordinator.</summary>
    public RoleHolderId HolderId { get; init; }
}

/// <summary>A coordinator is away, and a colleague sees to what is theirs.</summary>
public sealed class Cover
{
    /// <summary>Who is away.</summary>
    public RoleHolderId HolderId { get; init; }

    /// <summary>Who sees to it meanwhile.</summary>
    public RoleHolderId CoveredBy { get; set; }

    /// <summary>The first day away.</summary>
    public DateOnly From { get; set; }

    /// <summary>The last day away.</summary>
    public DateOnly Until { get; set; }
}
