using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Diary;

/// <summary>One person who would like to come to one session. Whoever came first has a place first; the others wait in their order.</summary>
public sealed class SessionPlace
{
    public SessionId SessionId { get; init; }

    public MemberId MemberId { get; init; }

    /// <summary>Their turn among those of the session.</summary>
    public int Number { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Who wrote it down: the member or a coordinator; null for demonstration data.</summary>
    public RoleHolderId? By { get; init; }

    public Door Door { get; init; }
}

/// <summary>What somebody is told of a session.</summary>
public enum SessionNews : short
{
    /// <summary>Somebody else cannot come, and whoever waited has the place.</summary>
    HasPlace = 1,

    /// <summary>It is at another time or in another place.</summary>
    Moved = 2,

    /// <summary>It is called off.</summary>
    CalledOff = 3,

    /// <summary>It is tomorrow.</summary>
    DayBefore = 4,
}

/// <summary>One person told one thing of one session: a mail that was written, or a call that a coordinator is to make. There is never a second one.</summary>
public sealed class SessionCall
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public SessionId SessionId { get; init; }

    public MemberId MemberId { get; init; }

    public SessionNews News { get; init; }

    /// <summary>The change of the session after which it holds, so that what is told of another time or place is told anew.</summary>
    public int Change { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>True when it went by mail or text, false when somebody is to ring.</summary>
    public bool IsByMail { get; init; }

    /// <summary>When the person was told; null while they are to be rung.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>Who rang; null while nobody has, and for mail.</summary>
    public RoleHolderId? DoneBy { get; private set; }

    /// <summary>The person was told.</summary>
    public SessionCall Done(RoleHolderId? by, DateTimeOffset at)
    {
        (DoneBy, DoneAt) = (by, at);
        return this;
    }

    /// <summary>They were not told after all, and are to be rung.</summary>
    public void Undo() => (DoneBy, DoneAt) = (null, null);
}
