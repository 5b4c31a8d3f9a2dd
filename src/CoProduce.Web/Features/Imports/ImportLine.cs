using CoProduce.Ledger;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Imports;

/// <summary>How a line stands; the numbers are stored.</summary>
public enum LineState : short
{
    /// <summary>Not checked yet.</summary>
    Waiting = 1,

    /// <summary>New here, and can be brought in.</summary>
    Ready = 2,

    /// <summary>Brought in before, and other now.</summary>
    Changed = 3,

    /// <summary>Brought in before, and the same: nothing is done.</summary>
    Same = 4,

    /// <summary>Something is wrong with it.</summary>
    Wrong = 5,

    /// <summary>Somebody left it out.</summary>
    LeftOut = 6,

    /// <summary>A total, a heading in between, or help that was never agreed: left out by itself.</summary>
    NotMeant = 7,

    /// <summary>Brought in.</summary>
    Done = 8,
}

/// <summary>What is wrong with a line, or why it is not meant; the numbers are stored.</summary>
public enum ImportFault : short
{
    None = 0,

    /// <summary>Nothing stands where a name, a person, a time or a day must.</summary>
    Missing = 1,
    HoursNotRead = 2,
    DayNotRead = 3,
    DayNotYet = 4,
    PeriodClosed = 5,

    /// <summary>An exchange of no minutes, or of more than a day.</summary>
    HoursOutOfRange = 6,

    /// <summary>The person is not known here, or could be several: the page of names asks who it is.</summary>
    WhoIsIt = 7,

    /// <summary>Both sides are the same.</summary>
    SamePerson = 8,

    /// <summary>The text is longer than there is room for.</summary>
    TooLong = 9,

    /// <summary>It is no e-mail address.</summary>
    EmailNotRead = 10,

    /// <summary>Another member has this number.</summary>
    NumberTaken = 11,

    /// <summary>The account is closed because the member has left.</summary>
    HasLeft = 12,

    /// <summary>The same id stands on an earlier line.</summary>
    SameIdTwice = 13,

    /// <summary>A total at the end.</summary>
    Total = 14,

    /// <summary>It was never completed where it comes from.</summary>
    NotCompleted = 15,

    /// <summary>Help between the organisation and itself.</summary>
    NobodyConcerned = 16,
}

/// <summary>One line of the file on its way in.</summary>
public sealed class ImportLine
{
    /// <summary>The length of a fingerprint.</summary>
    public const int FingerprintLength = 48;

    public ImportId ImportId { get; init; }

    /// <summary>The line in the file.</summary>
    public int Number { get; init; }

    /// <summary>The cells as JSON; mended ones in place of what stood there.</summary>
    public required string Cells { get; set; }

    /// <summary>What stood there at first, hashed, and the how-manieth of its like in the file: names the line when no column does.</summary>
    public required string Fingerprint { get; init; }

    public LineState State { get; set; } = LineState.Waiting;

    public ImportFault Fault { get; set; }

    /// <summary>Which column the fault is in; none for the line as a whole.</summary>
    public ImportField FaultField { get; set; }

    /// <summary>The day of the help, by which history is brought in in its order; null for other kinds.</summary>
    public DateOnly? Day { get; set; }
}

/// <summary>What was decided about a name that is not known here; the numbers are stored.</summary>
public enum NameChoice : short
{
    /// <summary>Nobody has said.</summary>
    Open = 0,

    /// <summary>A member here.</summary>
    Member = 1,

    /// <summary>Somebody new, who becomes a member.</summary>
    New = 2,

    /// <summary>Another spelling of a name in the same file.</summary>
    SameAs = 3,

    /// <summary>The lines are left out.</summary>
    LeaveOut = 4,
}

/// <summary>A way in which an import writes somebody who is not known here. Who it is, a person decides; names are never joined silently.</summary>
public sealed class ImportName
{
    /// <summary>The longest key or spelling; what is longer is cut.</summary>
    public const int Length = 200;

    public ImportId ImportId { get; init; }

    /// <summary>The spelling, folded.</summary>
    public required string Key { get; init; }

    /// <summary>As it stands in the file.</summary>
    public required string Spelling { get; init; }

    /// <summary>On how many lines.</summary>
    public int Lines { get; set; }

    public NameChoice Choice { get; set; }

    /// <summary>Who it is; null unless it is a member here, or has become one.</summary>
    public MemberId? MemberId { get; set; }

    /// <summary>The key of the name it is another spelling of; empty for none.</summary>
    public string SameAs { get; set; } = "";
}

/// <summary>What a line became, so that the same line brought in again adds nothing, and everything can be undone.</summary>
public sealed class ImportedRecord
{
    /// <summary>The longest key; what is longer is hashed.</summary>
    public const int KeyLength = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public ImportId ImportId { get; init; }

    /// <summary>The line; zero for what balances out a whole import.</summary>
    public int Line { get; init; }

    public ImportKind Kind { get; init; }

    public ImportSource Source { get; init; }

    /// <summary>What names it where it comes from; empty for what balances out.</summary>
    public string Key { get; init; } = "";

    /// <summary>The hash of what was brought in.</summary>
    public string Hash { get; set; } = "";

    /// <summary>The member, offer or exchange that it is here.</summary>
    public Guid TargetId { get; init; }

    /// <summary>True when it was made by the import; false for somebody who was here already.</summary>
    public bool IsOurs { get; init; } = true;

    /// <summary>The entry that moved its minutes; null when none did.</summary>
    public EntryId? EntryId { get; init; }

    /// <summary>The balance that was stated, in minutes; null for other kinds.</summary>
    public long? Stated { get; set; }

    /// <summary>When it was undone, or replaced by a changed line; null while it counts.</summary>
    public DateTimeOffset? UndoneAt { get; set; }
}
