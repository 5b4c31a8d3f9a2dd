using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Signposting;

/// <summary>The id of a signpost.</summary>
public readonly record struct SignpostId(Guid Value);

/// <summary>That somebody was pointed to something outside the time bank: where, when, by whom, and what came of it.</summary>
public sealed class Signpost
{
    /// <summary>The longest words for where.</summary>
    public const int PlaceLength = 120;

    /// <summary>The longest words for why, and for what came of it.</summary>
    public const int WordsLength = 500;

    /// <summary>The line; the request key of the form that made it.</summary>
    public SignpostId Id { get; init; }

    /// <summary>Who would like to join and was pointed there; null when they were a member by then.</summary>
    public JoinerId? JoinerId { get; init; }

    /// <summary>The member who was pointed there; null while they are none.</summary>
    public MemberId? MemberId { get; set; }

    /// <summary>Where to.</summary>
    public required string Place { get; init; }

    /// <summary>Why, in a few words; empty when nobody said.</summary>
    public string Why { get; init; } = "";

    /// <summary>The day.</summary>
    public DateOnly Day { get; init; }

    /// <summary>True when only those with the right to safeguarding read it.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Who pointed them there; null for demonstration data.</summary>
    public RoleHolderId? NotedBy { get; init; }

    /// <summary>What came of it; empty while nobody has asked.</summary>
    public string CameOfIt { get; private set; } = "";

    /// <summary>The day on which that was written down; null until then.</summary>
    public DateOnly? HeardOn { get; private set; }

    /// <summary>Somebody asked, and this is what they heard. The last word counts.</summary>
    public void Hear(string words, DateOnly on) => (CameOfIt, HeardOn) = (words, on);
}
