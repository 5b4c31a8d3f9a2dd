using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Talk;

/// <summary>The id of a message; it is the request key of the form that wrote it.</summary>
public readonly record struct TalkMessageId(Guid Value);

/// <summary>What one member wrote to another. The words are never changed; only that it was read, told of or reported is noted.</summary>
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

    /// <summary>Its place among the messages of the two, from 1: several may be sent in one moment.</summary>
    public int Number { get; init; }

    /// <summary>True when coordinators could read messages at the time, and both were shown so.</summary>
    public bool IsOpen { get; init; }

    /// <summary>When whoever it is for opened it; null before.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>When whoever it is for was written to about it; null when they were not.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>True once one of the two reported the conversation with this message in it.</summary>
    public bool IsReported { get; init; }
}

/// <summary>A member does not want another to write to them.</summary>
public sealed class TalkBlock
{
    /// <summary>Names it where the two must not be named.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Who wants it so.</summary>
    public MemberId ById { get; init; }

    /// <summary>Who may not write.</summary>
    public MemberId OtherId { get; init; }

    public DateTimeOffset Since { get; init; }
}
