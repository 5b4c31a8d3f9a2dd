using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Talk;

/// <summary>The id of a message.</summary>
public readonly record struct TalkMessageId(Guid Value);

/// <summary>What one member wrote to another. It is never changed; only that it was read is noted.</summary>
public sealed class TalkMessage
{
    /// <summary>The longest message, in characters.</summary>
    public const int WordsLength = 2000;

    public TalkMessageId Id { get; init; }

    /// <summary>Who wrote it.</summary>
    public MemberId FromId { get; init; }

    /// <summary>For whom it is.</summary>
    public MemberId ToId { get; init; }

    /// <summary>Plain words.</summary>
    public string Words { get; init; } = "";

    public DateTimeOffset SentAt { get; init; }

    /// <summary>When whoever it is for opened it; null before.</summary>
    public DateTimeOffset? ReadAt { get; init; }
}

/// <summary>A member does not want another to write to them.</summary>
public sealed class TalkBlock
{
    /// <summary>Who wants it so.</summary>
    public MemberId ById { get; init; }

    /// <summary>Who may not write.</summary>
    public MemberId OtherId { get; init; }

    public DateTimeOffset Since { get; init; }
}
