using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Skills;

namespace CoProduce.Web.Features.Joining.Steps;

/// <summary>What an organisation may ask of somebody who joins.</summary>
public enum StepKind : short
{
    /// <summary>A conversation: what they like doing, what they would like, who matters to them.</summary>
    Conversation = 1,

    /// <summary>One thing to give and one to ask for.</summary>
    OfferAndRequest = 2,

    /// <summary>The organisation's agreement.</summary>
    Agreement = 3,

    /// <summary>People who know them say so.</summary>
    References = 4,

    /// <summary>The checks on the organisation's list.</summary>
    Checks = 5,

    /// <summary>Being shown how everything works.</summary>
    Induction = 6,

    /// <summary>A first exchange to which somebody goes along.</summary>
    FirstExchange = 7,

    /// <summary>Of somebody under 18, the yes of a guardian. It is asked for everywhere, so it stands in no organisation's list.</summary>
    GuardianYes = 8,

    /// <summary>A step of the organisation's own with its own name, such as a visit at home; so are the next two.</summary>
    Own1 = 11,

    Own2 = 12,

    Own3 = 13,
}

/// <summary>Which steps an organisation chooses from.</summary>
internal static class StepKinds
{
    /// <summary>True for a step that the organisation names itself.</summary>
    public static bool IsOwn(this StepKind kind) => kind >= StepKind.Own1;

    /// <summary>All that can stand in an organisation's list.</summary>
    public static IReadOnlyList<StepKind> ToChoose { get; } = [.. Enum.GetValues<StepKind>().Where(k => k != StepKind.GuardianYes)];
}

/// <summary>A step that the organisation asks for. Of each kind there is at most one; a kind without a row is not asked for.</summary>
public sealed class JoinStep
{
    /// <summary>The most references asked for.</summary>
    public const int MostReferences = 5;

    /// <summary>The longest name of a step of one's own, in one language.</summary>
    public const int NameLength = 80;

    /// <summary>What is asked for.</summary>
    public StepKind Kind { get; init; }

    /// <summary>Its place, from 1.</summary>
    public int Position { get; set; }

    /// <summary>True when it comes before somebody is a member, false when after.</summary>
    public bool IsBefore { get; set; }

    /// <summary>True when nobody becomes a member without it, or it stays open until it is done.</summary>
    public bool IsRequired { get; set; }

    /// <summary>Of a step of one's own, its name in English; empty for none, and for any other step.</summary>
    public string English { get; init; } = "";

    /// <summary>The same in Welsh.</summary>
    public string Welsh { get; init; } = "";

    /// <summary>Both names.</summary>
    public TwoNames Name => new(English, Welsh);
}

/// <summary>How a step ended for somebody.</summary>
public enum StepResult : short
{
    /// <summary>It is done.</summary>
    Done = 1,

    /// <summary>A coordinator said that this person does not need it.</summary>
    NotNeeded = 2,
}

/// <summary>How an agreement was given.</summary>
public enum AgreedHow : short
{
    /// <summary>They typed their name.</summary>
    Typed = 1,

    /// <summary>They said yes on the telephone or face to face, and a coordinator ticked it.</summary>
    Said = 2,

    /// <summary>They signed paper, which is in the office.</summary>
    Paper = 3,
}

/// <summary>What became of a step for one joiner. Written when it ends; what comes after approval is written then and ends later.</summary>
public sealed class JoinerStep
{
    /// <summary>The longest note.</summary>
    public const int WordsLength = 500;

    /// <summary>The longest code of a language.</summary>
    public const int LanguageLength = 10;

    /// <summary>Whose.</summary>
    public JoinerId JoinerId { get; init; }

    /// <summary>Which.</summary>
    public StepKind Kind { get; init; }

    /// <summary>How it ended; null while it is before them.</summary>
    public StepResult? Result { get; private set; }

    /// <summary>When that was written down; null while it is before them.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The day on which it happened; null while it is before them.</summary>
    public DateOnly? HappenedOn { get; private set; }

    /// <summary>Who wrote it down; null when they did it themselves, or it was done by what others answered.</summary>
    public RoleHolderId? EndedBy { get; private set; }

    /// <summary>By which door.</summary>
    public Door Door { get; private set; } = Door.Screen;

    /// <summary>Who went along, what was seen, the name that was typed under an agreement, or why it is not needed; empty for nothing.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Of an agreement, how it was given; null otherwise.</summary>
    public AgreedHow? Agreed { get; set; }

    /// <summary>Of an agreement, which wording; null otherwise.</summary>
    public int? AgreementVersion { get; set; }

    /// <summary>Of an agreement, the code of the language in which they read it; empty otherwise, or when nobody knows.</summary>
    public string AgreementLanguage { get; set; } = "";

    /// <summary>Of a step of the organisation's own, its English name as it was then; the list may have changed since.</summary>
    public string English { get; set; } = "";

    /// <summary>The same in Welsh.</summary>
    public string Welsh { get; set; } = "";

    /// <summary>Both names.</summary>
    public TwoNames Name => new(English, Welsh);

    /// <summary>It has ended, or ends in another way than was written down before.</summary>
    public void End(StepResult result, DateOnly day, RoleHolderId? by, Door door, string words, DateTimeOffset at) =>
        (Result, HappenedOn, EndedBy, Door, Words, EndedAt) = (result, day, by, door, words.Trim(), at);
}

/// <summary>A check that was seen of somebody who waits; it is on their record from the moment they are a member.</summary>
public sealed class JoinerCheck
{
    /// <summary>Whose.</summary>
    public JoinerId JoinerId { get; init; }

    /// <summary>What was seen, from the organisation's list.</summary>
    public CheckKindId KindId { get; init; }

    /// <summary>The day.</summary>
    public DateOnly SeenOn { get; init; }

    /// <summary>Who saw it.</summary>
    public required string SeenBy { get; init; }
}

/// <summary>
/// A wording of the organisation's agreement, in one language or in both; what changed in either is a new version, and who agreed to the old
/// one did so.
/// </summary>
public sealed class AgreementWording
{
    /// <summary>The longest.</summary>
    public const int TextLength = 4000;

    /// <summary>From 1.</summary>
    public int Version { get; init; }

    /// <summary>In English; empty for none.</summary>
    public string English { get; init; } = "";

    /// <summary>In Welsh; empty for none.</summary>
    public string Welsh { get; init; } = "";

    /// <summary>The codes of the languages in which it can be read.</summary>
    public IReadOnlyList<string> Languages =>
        [.. new[] { (Code: "en", Text: English), (Code: "cy", Text: Welsh) }.Where(l => l.Text.Length > 0).Select(l => l.Code)];

    /// <summary>The language in which somebody reads it who reads the page in that language.</summary>
    public string LanguageFor(string code) => Languages.Contains(code) ? code : Languages[0];

    /// <summary>Its paragraphs in that language.</summary>
    public IReadOnlyList<string> In(string code) =>
        (LanguageFor(code) == "cy" ? Welsh : English).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Since when.</summary>
    public DateTimeOffset WrittenAt { get; init; }

    /// <summary>Who wrote it; null for demonstration data.</summary>
    public RoleHolderId? WrittenBy { get; init; }
}

/// <summary>How an organisation takes people in. One row, or none while everything is as usual.</summary>
public sealed class JoiningSettings
{
    /// <summary>The most reminders to a referee.</summary>
    public const int MostReminders = 5;

    /// <summary>The longest time for anything here, in days.</summary>
    public const int MostDays = 730;

    /// <summary>Whether people may ask to join on the public pages.</summary>
    public bool IsOpen { get; set; } = true;

    /// <summary>How many references are enough.</summary>
    public int References { get; set; } = 2;

    /// <summary>After so many days without an answer a referee is reminded.</summary>
    public int ReminderDays { get; set; } = 7;

    /// <summary>So often, and no more.</summary>
    public int Reminders { get; set; } = 2;

    /// <summary>After so many days everything is deleted about somebody who was refused, withdrew or never finished writing.</summary>
    public int KeptDays { get; set; } = 90;
}
