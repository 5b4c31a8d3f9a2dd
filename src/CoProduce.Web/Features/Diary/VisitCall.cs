using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Diary;

/// <summary>What somebody is told of a visit.</summary>
public enum VisitNews : short
{
    /// <summary>It is arranged.</summary>
    Arranged = 1,

    /// <summary>It is at another time or in another place, or somebody else helps.</summary>
    Moved = 2,

    /// <summary>It is called off.</summary>
    CalledOff = 3,

    /// <summary>It is tomorrow.</summary>
    DayBefore = 4,

    /// <summary>It is today, for those who want to be reminded in the morning as well.</summary>
    Morning = 5,

    /// <summary>It is over: did it happen, how long, all well?</summary>
    Afterwards = 6,

    /// <summary>Somebody else helps in their place.</summary>
    Replaced = 7,
}

/// <summary>One person told one thing of one visit: a mail that was written, or a call that a coordinator is to make. There is never a second one.</summary>
public sealed class VisitCall
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public VisitId VisitId { get; init; }

    public MemberId MemberId { get; init; }

    public VisitNews News { get; init; }

    /// <summary>When the visit was to begin, so that what is told of another time is told anew.</summary>
    public DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>True when it went by mail, false when somebody is to ring.</summary>
    public bool IsByMail { get; init; }

    /// <summary>When the person was told; null while they are to be rung.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>Who rang; null while nobody has, and for mail.</summary>
    public RoleHolderId? DoneBy { get; private set; }

    /// <summary>The person was told.</summary>
    public VisitCall Done(RoleHolderId? by, DateTimeOffset at)
    {
        (DoneBy, DoneAt) = (by, at);
        return this;
    }

    /// <summary>They were not told after all, and are to be rung.</summary>
    public void Undo() => (DoneBy, DoneAt) = (null, null);
}
