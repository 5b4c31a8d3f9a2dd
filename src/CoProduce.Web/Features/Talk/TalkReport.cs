using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Talk;

/// <summary>The id of a report; it is the request key of the form that made it.</summary>
public readonly record struct TalkReportId(Guid Value);

/// <summary>What became of a report.</summary>
public enum TalkReportOutcome : short
{
    /// <summary>Nothing had to be done.</summary>
    NothingNeeded = 1,

    /// <summary>A coordinator talked to those whom it is about.</summary>
    TalkedToThem = 2,

    /// <summary>It is a concern about somebody's safety, recorded as one.</summary>
    MadeAConcern = 3,
}

/// <summary>A member shows coordinators what another and they wrote to each other up to then, and says why.</summary>
public sealed class TalkReport
{
    /// <summary>The longest reason, or note of what was done.</summary>
    public const int WordsLength = 1000;

    public TalkReportId Id { get; init; }

    /// <summary>Who reported it.</summary>
    public MemberId ById { get; init; }

    /// <summary>With whom they had written.</summary>
    public MemberId OtherId { get; init; }

    /// <summary>Why, in their own words.</summary>
    public string Why { get; init; } = "";

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>What became of it; null while it is open.</summary>
    public TalkReportOutcome? Outcome { get; private set; }

    /// <summary>What was done, in the words of who closed it; empty while it is open.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Null while it is open.</summary>
    public RoleHolderId? ClosedBy { get; private set; }

    public bool IsOpen => ClosedAt is null;

    /// <summary>A coordinator has seen to it.</summary>
    public void Close(TalkReportOutcome outcome, string note, RoleHolderId by, DateTimeOffset at)
    {
        if (!IsOpen)
            throw new InvalidOperationException("A report is closed once.");
        (Outcome, Note, ClosedBy, ClosedAt) = (outcome, note, by, at);
    }
}
