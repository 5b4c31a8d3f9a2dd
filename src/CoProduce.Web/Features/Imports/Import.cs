using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Imports.Reading;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Imports;

/// <summary>The id of an import.</summary>
public readonly record struct ImportId(Guid Value)
{
    /// <summary>A new time-ordered id.</summary>
    public static ImportId New() => new(Guid.CreateVersion7());
}

/// <summary>What the lines of a table are; the numbers are stored, and this is the order in which tables of one file are brought in.</summary>
public enum ImportKind : short
{
    /// <summary>People, perhaps with their balances.</summary>
    Members = 1,

    /// <summary>What each member had at the end.</summary>
    Balances = 2,

    /// <summary>Offers and requests.</summary>
    Offers = 3,

    /// <summary>Help that happened.</summary>
    History = 4,
}

/// <summary>Where a table comes from; the numbers are stored.</summary>
public enum ImportSource : short
{
    /// <summary>Any sheet.</summary>
    Plain = 1,

    /// <summary>What TimeOverflow gives out: a zip of four tables.</summary>
    TimeOverflow = 2,

    /// <summary>The tables that TimeOverflow itself takes in, which have no headings.</summary>
    TimeOverflowOwn = 3,

    /// <summary>Komunitin, and the Community Exchange System before it.</summary>
    Komunitin = 4,

    /// <summary>Community Weaver, both versions.</summary>
    CommunityWeaver = 5,

    /// <summary>Community Forge.</summary>
    CommunityForge = 6,

    /// <summary>Project NEXUS.</summary>
    Nexus = 7,
}

/// <summary>How an import stands; the numbers are stored.</summary>
public enum ImportStatus : short
{
    /// <summary>Somebody has to say what the columns are.</summary>
    Columns = 1,

    /// <summary>Its lines are being read.</summary>
    Reading = 2,

    /// <summary>Its lines are being checked.</summary>
    Checking = 3,

    /// <summary>All is checked, nothing is brought in.</summary>
    Checked = 4,

    /// <summary>It is being brought in.</summary>
    Importing = 5,

    /// <summary>It is in.</summary>
    Imported = 6,

    /// <summary>It is being undone.</summary>
    Undoing = 7,

    /// <summary>It is undone as far as that could be.</summary>
    Undone = 8,
}

/// <summary>One table that is brought in from elsewhere, from the file to the result.</summary>
public sealed class Import
{
    /// <summary>The longest name of a file or a table in it; what is longer is cut.</summary>
    public const int NameLength = 200;

    /// <summary>The longest reason for an undoing.</summary>
    public const int ReasonLength = 200;

    /// <summary>How many lines of the file are shown beside its columns.</summary>
    public const int SampleLines = 3;

    public ImportId Id { get; set; }

    /// <summary>The file as it was called.</summary>
    public required string FileName { get; init; }

    /// <summary>The table in it; the file's own name when it is but one.</summary>
    public required string Table { get; init; }

    public ImportKind Kind { get; set; }

    public ImportSource Source { get; set; }

    /// <summary>True when the first line names the columns.</summary>
    public bool HasHeader { get; set; }

    /// <summary>The first lines, headings included, as JSON: lists of cells.</summary>
    public required string Head { get; init; }

    /// <summary>What each column is, from the left.</summary>
    public List<ImportField> Columns { get; set; } = [];

    /// <summary>What a bare number of hours counts.</summary>
    public HourUnit Unit { get; set; } = HourUnit.Hours;

    public DateOrder Order { get; set; } = DateOrder.DayFirst;

    /// <summary>True when no date of the file tells which part is the day.</summary>
    public bool OrderIsOpen { get; init; }

    /// <summary>Which of the two the lines are when no column says so.</summary>
    public OfferKind OfferKind { get; set; } = OfferKind.Offer;

    /// <summary>The time bank that new members join.</summary>
    public HubId HubId { get; set; }

    public ImportStatus Status { get; set; } = ImportStatus.Columns;

    /// <summary>How many lines there are, without the headings; zero until they are read.</summary>
    public int Lines { get; set; }

    /// <summary>How many of them the present step has dealt with.</summary>
    public int Done { get; set; }

    /// <summary>The last line that the present step has dealt with.</summary>
    public int Cursor { get; set; }

    public RoleHolderId MadeBy { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>When the last step was done; null until the first is.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>New here.</summary>
    public int Added { get; set; }

    /// <summary>There before, and other now.</summary>
    public int Changed { get; set; }

    /// <summary>There before, and the same.</summary>
    public int Same { get; set; }

    /// <summary>Minutes of opening entries, together: how far what was brought in is from zero.</summary>
    public long OpeningMinutes { get; set; }

    /// <summary>Why it is undone; empty otherwise.</summary>
    public string UndoReason { get; set; } = "";

    /// <summary>Gone again.</summary>
    public int Removed { get; set; }

    /// <summary>Members who stay as having left, because the ledger knows them.</summary>
    public int MarkedLeft { get; set; }

    /// <summary>What stays, because life went on with it.</summary>
    public int Kept { get; set; }

    /// <summary>True while the worker has something to do with it.</summary>
    public bool IsWorking => Status is ImportStatus.Reading or ImportStatus.Checking or ImportStatus.Importing or ImportStatus.Undoing;

    /// <summary>Gives it to the worker for the next step, from the first line on.</summary>
    public void Begin(ImportStatus status) => (Status, Done, Cursor) = (status, 0, 0);

    /// <summary>The step is done.</summary>
    public void End(ImportStatus status, DateTimeOffset at) => (Status, EndedAt) = (status, at);

    /// <summary>True until it is brought in.</summary>
    public bool IsOpen => Status is ImportStatus.Columns or ImportStatus.Checked;
}

/// <summary>The file itself, kept until its lines are read.</summary>
public sealed class ImportContent
{
    public ImportId ImportId { get; init; }

    public required byte[] Bytes { get; init; }
}

/// <summary>How columns were said to be, remembered for the next file with the same headings.</summary>
public sealed class ImportLayout
{
    /// <summary>The headings, folded into one hash.</summary>
    public required string Headings { get; init; }

    public ImportKind Kind { get; set; }

    public ImportSource Source { get; set; }

    public List<ImportField> Columns { get; set; } = [];

    public HourUnit Unit { get; set; }

    public DateOrder Order { get; set; }
}
