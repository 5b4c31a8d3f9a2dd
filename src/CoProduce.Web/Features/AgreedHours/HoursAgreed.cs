using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.AgreedHours;

/// <summary>The id of hours that were agreed.</summary>
public readonly record struct HoursAgreedId(Guid Value);

/// <summary>For how long so many hours are agreed.</summary>
public enum AgreedSpan : short
{
    /// <summary>So many in all, counted down, as in service at a youth court.</summary>
    InAll = 1,

    /// <summary>So many a month, as a nursery asks of its parents.</summary>
    EachMonth = 2,
}

/// <summary>How such an agreement ended.</summary>
public enum AgreedEnd : short
{
    /// <summary>They go on of their own free will.</summary>
    StaysOn = 1,

    /// <summary>In another way, with words.</summary>
    Otherwise = 2,
}

/// <summary>That a member agreed to give so many hours, in all or each month. Whatever help they give counts; nothing in the ledger depends on it.</summary>
public sealed class HoursAgreed
{
    /// <summary>The longest words for what for, and for who agreed.</summary>
    public const int LineLength = 120;

    /// <summary>The most hours.</summary>
    public const int MostHours = 2000;

    /// <summary>The agreement; the request key of the form that made it.</summary>
    public HoursAgreedId Id { get; init; }

    /// <summary>Who agreed to give.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>In all, or each month.</summary>
    public AgreedSpan Span { get; init; }

    /// <summary>How many minutes.</summary>
    public int Minutes { get; init; }

    /// <summary>What for, such as sitting as a juror; empty when nobody said.</summary>
    public string What { get; init; } = "";

    /// <summary>Help from this day on counts.</summary>
    public DateOnly From { get; init; }

    /// <summary>How it was agreed.</summary>
    public Door Door { get; init; }

    /// <summary>The coordinator who wrote it down; null for demonstration data.</summary>
    public RoleHolderId? SetBy { get; init; }

    /// <summary>The day on which it ended; null while it lasts.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>How it ended; null while it lasts.</summary>
    public AgreedEnd? Ended { get; private set; }

    /// <summary>Why it ended; empty while it lasts, and for somebody who stays on or has left.</summary>
    public string EndedWhy { get; private set; } = "";

    /// <summary>It ends; does nothing when it was over before.</summary>
    public void End(AgreedEnd how, string why, DateOnly on)
    {
        if (EndedOn is null)
            (Ended, EndedWhy, EndedOn) = (how, why, on);
    }
}
