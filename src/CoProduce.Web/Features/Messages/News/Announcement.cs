using CoProduce.Web.Features.Accounts;

namespace CoProduce.Web.Features.Messages;

/// <summary>Words to many members at once: a draft until somebody confirms it, then history.</summary>
public sealed class Announcement
{
    /// <summary>The longest heading.</summary>
    public const int SubjectLength = 120;

    /// <summary>The longest text.</summary>
    public const int BodyLength = 6000;

    /// <summary>The longest code of a language.</summary>
    public const int LanguageLength = 8;

    /// <summary>The announcement.</summary>
    public Guid Id { get; init; }

    /// <summary>Its heading, which is all of it that a text to a telephone holds.</summary>
    public required string Subject { get; set; }

    /// <summary>What it says; an empty line begins a new paragraph.</summary>
    public required string Body { get; set; }

    /// <summary>The code of the language of these words.</summary>
    public string Language { get; set; } = "";

    /// <summary>The code of the second language in which it is said too; empty for none.</summary>
    public string OtherLanguage { get; set; } = "";

    /// <summary>The heading in that language; empty for none.</summary>
    public string OtherSubject { get; set; } = "";

    /// <summary>What it says in that language; empty for none.</summary>
    public string OtherBody { get; set; } = "";

    /// <summary>True for news, which goes to those only who agreed to get it; false for what members must know.</summary>
    public bool IsNews { get; set; } = true;

    /// <summary>The filter of the list to which it goes, as it stands in an address; empty for everybody who takes part.</summary>
    public string Filter { get; set; } = "";

    /// <summary>What that list was called; empty for everybody.</summary>
    public string ListName { get; set; } = "";

    /// <summary>When it was begun.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Who began it.</summary>
    public RoleHolderId MadeBy { get; init; }

    /// <summary>When somebody confirmed that it goes out; null while it is a draft.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Who confirmed it.</summary>
    public RoleHolderId? SentBy { get; set; }

    /// <summary>What it says, in one language or in two.</summary>
    public IReadOnlyList<AnnouncementWords> Words() =>
        OtherLanguage.Length == 0
            ? [new(Language, Subject, ParagraphsOf(Body))]
            : [new(Language, Subject, ParagraphsOf(Body)), new(OtherLanguage, OtherSubject, ParagraphsOf(OtherBody))];

    /// <summary>What a reader of that language gets: the second language where it is theirs, else the first.</summary>
    public AnnouncementWords In(string language) => Words().FirstOrDefault(w => w.Language == language) ?? Words()[0];

    private static string[] ParagraphsOf(string body) =>
        body.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>What an announcement says in one language.</summary>
public sealed record AnnouncementWords(string Language, string Subject, IReadOnlyList<string> Paragraphs);

/// <summary>How many got an announcement in one way, of those whose sending is no longer kept: numbers, and nobody's name. The database counts them as sendings go.</summary>
public sealed class AnnouncementTally
{
    /// <summary>The announcement.</summary>
    public Guid AnnouncementId { get; init; }

    /// <summary>How it went to them.</summary>
    public SendingWay Way { get; init; }

    /// <summary>How many.</summary>
    public int Sent { get; init; }

    /// <summary>How many of them did not get it.</summary>
    public int Failed { get; init; }
}
