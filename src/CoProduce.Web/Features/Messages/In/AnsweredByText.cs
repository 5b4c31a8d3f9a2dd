using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Messages;

/// <summary>What a text asks that goes out, and the answer to it can come as a text.</summary>
public enum TextAsk : short
{
    /// <summary>Could you help, or would you like this?</summary>
    Proposal = 1,

    /// <summary>Is this exchange right?</summary>
    Exchange = 2,

    /// <summary>How did the visit go, and are you home?</summary>
    Visit = 3,
}

/// <summary>What somebody is asked.</summary>
/// <param name="What">The kind.</param>
/// <param name="Subject">The proposal, exchange or visit.</param>
/// <param name="HowTo">How to answer by text, in the language of the letter.</param>
public sealed record Asks(TextAsk What, Guid Subject, string HowTo);

/// <summary>Something that still waits for somebody's answer.</summary>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="May">What may be answered.</param>
public sealed record TextWaits(string Title, IReadOnlyList<TextSays> May);

/// <summary>The answer of a text.</summary>
/// <param name="Text">The text, which is the request key of what comes of it.</param>
/// <param name="Member">Who answers.</param>
/// <param name="Subject">About what.</param>
/// <param name="Says">What.</param>
/// <param name="Minutes">How long it took, for <see cref="TextSays.HowLong"/>.</param>
public sealed record TextAnswer(Guid Text, MemberId Member, Guid Subject, TextSays Says, int Minutes);

/// <summary>What became of an answer.</summary>
public enum TextTaken
{
    Taken,

    /// <summary>It was settled without them.</summary>
    NotNeeded,

    /// <summary>It could not be done; a coordinator reads the text.</summary>
    Refused,
}

/// <summary>What a capability asks by text: it says what waits and takes the answer by its own use case, so that the way in need not know it.</summary>
public interface IAnsweredByText
{
    /// <summary>Which kind.</summary>
    TextAsk What { get; }

    /// <summary>What still waits for that member, inside a unit of work; null when nothing does.</summary>
    Task<TextWaits?> WaitsAsync(TenantDb db, MemberId member, Guid subject, CancellationToken ct);

    /// <summary>Takes the answer in a unit of work of its own. The same text twice is one answer.</summary>
    Task<TextTaken> TakeAsync(TextAnswer answer, CancellationToken ct);
}
