using CoProduce.Web.Features.Accounts;

namespace CoProduce.Web.Features.Messages;

/// <summary>Words to many members at once: a draft until somebody confirms it, then history.</summary>
public sealed class Announcement
{
    /// <summary>The longest heading.</summary>
    public const int SubjectLength = 120;

    /// <summary>The longest text.</summary>
    public const int BodyLength = 6000;

    /// <summary>The announcement.</summary>
    public Guid Id { get; init; }

    /// <summary>Its heading, which is all of it that a text to a telephone holds.</summary>
    public required string Subject { get; set; }

    /// <summary>What it says; an empty line begins a new paragraph.</summary>
    public required string Body { get; set; }

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

    /// <summary>The paragraphs.</summary>
    public IReadOnlyList<string> Paragraphs =>
        Body.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
