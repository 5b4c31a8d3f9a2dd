using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Diary;

/// <summary>The id of a visit; for one that a person arranged it is the request key of the form.</summary>
public readonly record struct VisitId(Guid Value);

/// <summary>How a visit stands.</summary>
public enum VisitStatus : short
{
    /// <summary>Arranged as it stands.</summary>
    Arranged = 1,

    /// <summary>Arranged, at another time than at first.</summary>
    Moved = 2,

    /// <summary>Called off before it happened.</summary>
    CalledOff = 3,

    /// <summary>It happened.</summary>
    Happened = 4,

    /// <summary>The day came, and it did not happen.</summary>
    DidNotHappen = 5,
}

/// <summary>An arranged meeting of somebody who gives and somebody who receives, or the organisation.</summary>
public sealed class Visit
{
    /// <summary>The longest name of a place.</summary>
    public const int PlaceLength = 120;

    /// <summary>The longest reason, or word after it.</summary>
    public const int WordsLength = 500;

    /// <summary>How long after its end somebody who went to a home may be silent, before they are rung.</summary>
    public static readonly TimeSpan UntilRung = TimeSpan.FromMinutes(30);

    public VisitId Id { get; init; }

    public MemberId GiverId { get; set; }

    /// <summary>Who receives; null when it is for the organisation.</summary>
    public MemberId? ReceiverId { get; init; }

    /// <summary>The giver's hub at the time, by which the diary is read.</summary>
    public HubId HubId { get; set; }

    /// <summary>The day on the organisation's calendar.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The time on the organisation's clocks, whatever the season.</summary>
    public TimeOnly Start { get; private set; }

    /// <summary>The planned length.</summary>
    public int Minutes { get; set; }

    /// <summary>The moment at which it begins.</summary>
    public DateTimeOffset StartsAt { get; private set; }

    /// <summary>The moment at which it is to be over.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>Where, in own words; empty when nobody said.</summary>
    public string Place { get; set; } = "";

    /// <summary>True when it is in somebody's home.</summary>
    public bool IsHomeVisit { get; init; }

    /// <summary>True when whoever went there is rung unless they say that they are home.</summary>
    public bool AsksIfHome { get; init; }

    /// <summary>The kind of help; null when nobody said.</summary>
    public CategoryId? CategoryId { get; init; }

    /// <summary>What it is for, in own words.</summary>
    public required string Description { get; init; }

    /// <summary>The offer or request that it comes from; null for none.</summary>
    public OfferId? OfferId { get; init; }

    /// <summary>The repeat that made it; null when it stands alone.</summary>
    public VisitRepeatId? RepeatId { get; init; }

    /// <summary>The day that the repeat meant, which stays when this one is moved; null when it stands alone.</summary>
    public DateOnly? MeantFor { get; init; }

    /// <summary>Who arranged it; null for demonstration data and what a repeat goes on making.</summary>
    public RoleHolderId? ArrangedBy { get; init; }

    public DateTimeOffset ArrangedAt { get; init; }

    /// <summary>By which door the wish for it came.</summary>
    public Door Door { get; init; }

    /// <summary>Who approved it before it happened, as insurers want; null while nobody did.</summary>
    public RoleHolderId? CoveredBy { get; private set; }

    /// <summary>When; null while nobody did.</summary>
    public DateTimeOffset? CoveredAt { get; private set; }

    public VisitStatus Status { get; private set; } = VisitStatus.Arranged;

    /// <summary>When it was moved last, called off, or known to have happened or not; null while nothing was.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>Why it was called off, which the others read; empty otherwise.</summary>
    public string Why { get; private set; } = "";

    /// <summary>When whoever went there was known to be home; null until then.</summary>
    public DateTimeOffset? HomeAt { get; private set; }

    /// <summary>The exchange that was logged from what somebody said after it; null until then.</summary>
    public ExchangeId? ExchangeId { get; private set; }

    /// <summary>True while it is still to happen or nobody has said how it went.</summary>
    public bool IsOpen => Status is VisitStatus.Arranged or VisitStatus.Moved;

    /// <summary>The one or two members who meet.</summary>
    public IReadOnlyList<MemberId> People => ReceiverId is { } receiver ? [GiverId, receiver] : [GiverId];

    /// <summary>True when the member gives or receives.</summary>
    public bool Concerns(MemberId member) => GiverId == member || ReceiverId == member;

    /// <summary>Sets the day and the time, on the clocks of that zone. Used once when it is made, and by <see cref="Move"/>.</summary>
    public Visit On(DateOnly day, TimeOnly start, TimeZoneInfo zone)
    {
        (Day, Start, StartsAt) = (day, start, WallClock.Moment(day, start, zone));
        EndsAt = StartsAt.AddMinutes(Minutes);
        return this;
    }

    /// <summary>It is to be otherwise: at another time, in another place, or with another helper. What was approved was another visit, so that is asked for again.</summary>
    public void Move(DateOnly day, TimeOnly start, TimeZoneInfo zone, DateTimeOffset now)
    {
        Require(IsOpen);
        On(day, start, zone);
        (Status, ChangedAt, CoveredBy, CoveredAt) = (VisitStatus.Moved, now, null, null);
    }

    /// <summary>It is not to be.</summary>
    public void CallOff(string why, DateTimeOffset now)
    {
        Require(IsOpen);
        (Status, Why, ChangedAt) = (VisitStatus.CalledOff, why, now);
    }

    /// <summary>Somebody answers for it before it happens.</summary>
    public void Cover(RoleHolderId by, DateTimeOffset now)
    {
        Require(IsOpen && CoveredAt is null && now < StartsAt);
        (CoveredBy, CoveredAt) = (by, now);
    }

    /// <summary>It happened, and that exchange was logged for it. The other of the two may have said before that it did not.</summary>
    public void Happen(ExchangeId exchange, DateTimeOffset now)
    {
        Require(IsOpen || Status == VisitStatus.DidNotHappen);
        (Status, ExchangeId, ChangedAt) = (VisitStatus.Happened, exchange, now);
    }

    /// <summary>The day came, and it did not happen. Nobody went, so nobody is waited for.</summary>
    public void FallThrough(DateTimeOffset now)
    {
        Require(IsOpen);
        (Status, ChangedAt, HomeAt) = (VisitStatus.DidNotHappen, now, HomeAt ?? now);
    }

    /// <summary>Whoever went there is home. Saying it again changes nothing.</summary>
    public void SayHome(DateTimeOffset now) => HomeAt ??= now;

    private void Require(bool holds)
    {
        if (!holds)
            throw new InvalidOperationException($"A visit that is {Status} cannot change so.");
    }
}
