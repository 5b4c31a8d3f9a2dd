using System.Text.Json;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;

namespace CoProduce.Web.Features.Slips;

/// <summary>The id of a pile of paper slips.</summary>
public readonly record struct SlipPileId(Guid Value);

/// <summary>Paper slips that are typed in one after the other, by whichever coordinator sits down to it, or by the peer broker who began it.</summary>
public sealed class SlipPile
{
    /// <summary>For so long after the last slip a pile is kept; the exchanges stay.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(60);

    public SlipPileId Id { get; init; }

    /// <summary>Who began it; null for demonstration data.</summary>
    public RoleHolderId? BegunBy { get; init; }

    public DateTimeOffset BegunAt { get; init; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>The total in minutes that is written on the envelope; null when there is none.</summary>
    public long? Written { get; set; }
}

/// <summary>What keeps a slip from being logged.</summary>
public enum SlipProblem : short
{
    /// <summary>No day can be read.</summary>
    Day = 1,

    /// <summary>Nobody, or more than one, is meant by what was typed.</summary>
    Giver = 2,
    Receiver = 3,

    /// <summary>No length can be read.</summary>
    Length = 4,

    /// <summary>No words, or too many.</summary>
    Words = 5,

    /// <summary>Somebody else pays and nobody said why.</summary>
    WhyPaid = 6,

    /// <summary>The same two have the same length on that day already.</summary>
    Twin = 7,

    /// <summary>Logging was refused, see <see cref="Slip.Refusal"/>.</summary>
    Refused = 8,
}

/// <summary>One slip of a pile. Its id is the request key of the row in which it was typed, and then the exchange's.</summary>
public sealed class Slip
{
    /// <summary>The longest text of what was typed, with the names of the boxes.</summary>
    public const int TypedLength = 8_000;

    public Guid Id { get; init; }

    public SlipPileId PileId { get; init; }

    public DateTimeOffset TypedAt { get; init; }

    /// <summary>When it became an exchange; null while it waits.</summary>
    public DateTimeOffset? LoggedAt { get; private set; }

    /// <summary>What was typed, as JSON of <see cref="SlipForm"/>; empty once it is logged.</summary>
    public string Typed { get; private set; } = "";

    /// <summary>What keeps it from being logged; null once it is.</summary>
    public SlipProblem? Problem { get; private set; }

    /// <summary>Why logging was refused; null when it was not.</summary>
    public LogOutcome? Refusal { get; private set; }

    /// <summary>What was typed, back in its form; null once it is logged.</summary>
    public SlipForm? Form => Typed.Length == 0 ? null : JsonSerializer.Deserialize<SlipForm>(Typed);

    /// <summary>It is an exchange now, and what was typed is not kept twice.</summary>
    public void Log(DateTimeOffset at) => (LoggedAt, Typed, Problem, Refusal) = (at, "", null, null);

    /// <summary>It waits with what was typed. Nothing happens to one that is logged.</summary>
    public void Wait(SlipForm form, SlipProblem problem, LogOutcome? refusal)
    {
        if (LoggedAt is null)
            (Typed, Problem, Refusal) = (JsonSerializer.Serialize(form), problem, refusal);
    }
}
