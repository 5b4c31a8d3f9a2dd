using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Doubles;

/// <summary>A coordinator's answer that two records are of two people, so that nobody is asked again.</summary>
public sealed class NotDouble
{
    /// <summary>One of the two: the one whose id comes first in <see cref="Pair"/>.</summary>
    public MemberId FirstId { get; init; }

    /// <summary>The other.</summary>
    public MemberId SecondId { get; init; }

    /// <summary>Who said so.</summary>
    public RoleHolderId By { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>Two members in an order that does not depend on who is named first.</summary>
internal readonly record struct Pair
{
    public Pair(MemberId one, MemberId other) => (First, Second) = one.Value.CompareTo(other.Value) < 0 ? (one, other) : (other, one);

    public MemberId First { get; }

    public MemberId Second { get; }

    /// <summary>As a form posts it.</summary>
    public override string ToString() => $"{First.Value}_{Second.Value}";

    /// <summary>What a form posted; null for anything that names no two members.</summary>
    public static Pair? Parse(string? posted) =>
        posted?.Split('_') is [var one, var other] && Guid.TryParse(one, out var a) && Guid.TryParse(other, out var b) && a != b
            ? new Pair(new(a), new(b))
            : null;
}
