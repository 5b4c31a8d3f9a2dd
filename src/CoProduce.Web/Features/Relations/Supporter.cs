using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Circles;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Relations;

/// <summary>The id of a time in which somebody supports a member or a circle.</summary>
public readonly record struct SupporterId(Guid Value);

/// <summary>
/// That somebody supports a member, or a household or network as a whole: a key worker, a friend, a volunteer. It gives them no right here: they see nothing more and act for nobody.
/// They may be a member, or somebody without any place here.
/// </summary>
public sealed class Supporter
{
    /// <summary>The longest words on who they are and how to reach them.</summary>
    public const int LineLength = 120;

    /// <summary>The line; the request key of the form that made it.</summary>
    public SupporterId Id { get; init; }

    /// <summary>The member who is supported; null for a circle.</summary>
    public MemberId? MemberId { get; init; }

    /// <summary>The circle that is supported; null for a member.</summary>
    public CircleId? CircleId { get; init; }

    /// <summary>The member who supports; null for somebody who is none.</summary>
    public MemberId? PersonId { get; init; }

    /// <summary>The name of somebody who is no member; empty for a member, whose name is with them.</summary>
    public string Name { get; init; } = "";

    /// <summary>Who they are to whom they support, such as key worker; empty when nobody said.</summary>
    public string Role { get; init; } = "";

    /// <summary>How a coordinator reaches somebody who is no member; empty when nobody said.</summary>
    public string Reach { get; init; } = "";

    /// <summary>The first day.</summary>
    public DateOnly Since { get; init; }

    /// <summary>The day on which it was over; null while it lasts.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Why it ended; empty while it lasts, and when one of them left.</summary>
    public string EndedWhy { get; private set; } = "";

    /// <summary>The coordinator who wrote it down; null for demonstration data.</summary>
    public RoleHolderId? SetBy { get; init; }

    /// <summary>It is over from that day; does nothing when it was over before.</summary>
    public void End(DateOnly on, string why)
    {
        if (Until is null)
            (Until, EndedWhy) = (on, why);
    }
}
