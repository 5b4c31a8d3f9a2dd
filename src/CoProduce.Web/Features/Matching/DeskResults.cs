using CoProduce.Web.Features.Activities;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;

namespace CoProduce.Web.Features.Matching;

/// <summary>By what a person was found.</summary>
public enum DeskWhy
{
    /// <summary>Name or number.</summary>
    Name,

    /// <summary>A telephone number or e-mail address, which is not shown.</summary>
    Contact,

    /// <summary>A skill.</summary>
    Skill,

    /// <summary>A name that is spelt about so.</summary>
    Near,
}

/// <summary>A person found at the desk.</summary>
/// <param name="Number">Null for a peer broker's eyes, unless several of their people have that first name.</param>
/// <param name="Name">The whole name, or the first name for a peer broker's eyes.</param>
/// <param name="Balance">In minutes; null for a peer broker's eyes.</param>
/// <param name="Skill">The skill by which they were found; empty otherwise.</param>
public sealed record DeskPerson(
    MemberId Id,
    int? Number,
    string Name,
    string Hub,
    MemberStatus Status,
    long? Balance,
    DeskWhy Why,
    string Skill
);

/// <summary>A request or offer, open or being arranged, found at the desk.</summary>
public sealed record DeskOffer(
    OfferId Id,
    string Title,
    MemberId MemberId,
    string Name,
    DateTimeOffset MadeAt,
    DateOnly? NeededBy,
    OfferStatus Status
)
{
    /// <summary>True while it is held back from other members, until a guardian says yes for whose it is.</summary>
    public bool IsHeld { get; init; }
}

/// <summary>What was found.</summary>
public sealed record DeskResults(
    IReadOnlyList<DeskPerson> People,
    IReadOnlyList<DeskOffer> Requests,
    IReadOnlyList<DeskOffer> Offers,
    IReadOnlyList<ExchangeRow> Exchanges,
    IReadOnlyList<DeskSession> Sessions
)
{
    /// <summary>Nothing was looked for.</summary>
    public static readonly DeskResults None = new([], [], [], [], []);

    /// <summary>Visits that are arranged, the soonest first.</summary>
    public IReadOnlyList<VisitLine> Visits { get; init; } = [];

    /// <summary>Sessions that are planned, the soonest first.</summary>
    public IReadOnlyList<SessionLine> Planned { get; init; } = [];

    /// <summary>Of what there is more than is shown.</summary>
    public DeskMore More { get; init; }

    /// <summary>True when nobody was found as it was typed, and these are only called about so.</summary>
    public bool AreNear => People.Count > 0 && People.All(p => p.Why == DeskWhy.Near);

    /// <summary>How much was found.</summary>
    public int Count => People.Count + Requests.Count + Offers.Count + Exchanges.Count + Sessions.Count + Visits.Count + Planned.Count;
}

/// <summary>A session with a register, found at the desk.</summary>
/// <param name="People">How many stand on the register.</param>
public sealed record DeskSession(RegisterId Id, string Description, DateOnly Day, int People);

/// <summary>Of what the desk found more than it shows.</summary>
[Flags]
public enum DeskMore
{
    None = 0,
    People = 1,
    Requests = 2,
    Offers = 4,
    Exchanges = 8,
    Sessions = 16,
}
