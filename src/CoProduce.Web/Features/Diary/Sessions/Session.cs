using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Activities;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Diary;

/// <summary>The id of a session.</summary>
public readonly record struct SessionId(Guid Value);

/// <summary>What a session is, but for when it is.</summary>
/// <param name="Minutes">The planned length.</param>
/// <param name="Place">Empty when nobody said; so is the language.</param>
/// <param name="Leader">Null when nobody was named; so is whoever leads it with them.</param>
/// <param name="Places">How many may come; null for as many as like to.</param>
public sealed record SessionDetails(
    string Title,
    int Minutes,
    string Place,
    MemberId? Leader,
    MemberId? Second,
    string Language,
    int? Places
)
{
    /// <summary>Those who lead it.</summary>
    public IReadOnlyList<MemberId> Leaders => [.. new[] { Leader, Second }.OfType<MemberId>().Distinct()];

    /// <summary>True when the same people lead it in those.</summary>
    public bool HasLeadersOf(SessionDetails other) => (Leader, Second) == (other.Leader, other.Second);

    /// <summary>What another of the same series is to be: what was changed here is changed there, and the rest stays as it is there.</summary>
    /// <param name="before">What it was here.</param>
    /// <param name="there">What it is there.</param>
    public SessionDetails ChangedFrom(SessionDetails before, SessionDetails there)
    {
        var leaders = HasLeadersOf(before) ? there : this;
        return new(
            Title == before.Title ? there.Title : Title,
            Minutes == before.Minutes ? there.Minutes : Minutes,
            Place == before.Place ? there.Place : Place,
            leaders.Leader,
            leaders.Second,
            Language == before.Language ? there.Language : Language,
            Places == before.Places ? there.Places : Places
        );
    }
}

/// <summary>A meeting of several that is planned: a class, a lunch, a garden day. Whoever came is written on its register afterwards.</summary>
public sealed class Session
{
    /// <summary>The longest name of a language.</summary>
    public const int LanguageLength = 40;

    /// <summary>The most places that a session may have.</summary>
    public const int MostPlaces = 500;

    public SessionId Id { get; init; }

    /// <summary>The form that planned it, which it shares with those that come again; a form that planned one alone has one alone.</summary>
    public Guid PlannedAs { get; init; }

    public HubId HubId { get; init; }

    /// <summary>What it is, in own words.</summary>
    public required string Title { get; set; }

    /// <summary>The day on the organisation's calendar.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The time on the organisation's clocks, whatever the season.</summary>
    public TimeOnly Start { get; private set; }

    /// <summary>The planned length.</summary>
    public int Minutes { get; private set; }

    /// <summary>The moment at which it begins.</summary>
    public DateTimeOffset StartsAt { get; private set; }

    /// <summary>The moment at which it is to be over.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>Where, in own words; empty when nobody said.</summary>
    public string Place { get; set; } = "";

    /// <summary>The member who leads it; null when nobody was named.</summary>
    public MemberId? LeaderId { get; set; }

    /// <summary>Whoever leads it with them; null when nobody was named.</summary>
    public MemberId? SecondLeaderId { get; set; }

    /// <summary>The language it is held in, in own words; empty when nobody said.</summary>
    public string Language { get; private set; } = "";

    /// <summary>How many may come; null for as many as like to.</summary>
    public int? Places { get; private set; }

    /// <summary>How often it was moved, by which what was told of it before holds no longer.</summary>
    public int Change { get; private set; }

    /// <summary>The kind of help; null when nobody said.</summary>
    public CategoryId? CategoryId { get; init; }

    /// <summary>Who planned it; null for demonstration data.</summary>
    public RoleHolderId? PlannedBy { get; init; }

    public DateTimeOffset PlannedAt { get; init; }

    /// <summary>When it was called off; null while it is to be.</summary>
    public DateTimeOffset? CalledOffAt { get; private set; }

    /// <summary>Why it was called off, which members read; empty otherwise.</summary>
    public string Why { get; private set; } = "";

    /// <summary>The register of who came; null until it is logged.</summary>
    public RegisterId? RegisterId { get; private set; }

    /// <summary>Those who lead it.</summary>
    public IReadOnlyList<MemberId> Leaders => Details.Leaders;

    /// <summary>What it is, but for when it is.</summary>
    public SessionDetails Details => new(Title, Minutes, Place, LeaderId, SecondLeaderId, Language, Places);

    /// <summary>True while somebody may still say that they come, or cannot.</summary>
    public bool IsToCome(DateTimeOffset now) => CalledOffAt is null && StartsAt > now;

    /// <summary>Sets the day and the time, on the clocks of that zone. Used when it is made or changed.</summary>
    public Session On(DateOnly day, TimeOnly start, TimeZoneInfo zone)
    {
        (Day, Start, StartsAt) = (day, start, WallClock.Moment(day, start, zone));
        EndsAt = StartsAt.AddMinutes(Minutes);
        return this;
    }

    /// <summary>It is as these say. Its end follows when its day and time are set after that.</summary>
    public Session Alter(SessionDetails details)
    {
        (Title, Minutes, Place, Language, Places) = (details.Title, details.Minutes, details.Place, details.Language, details.Places);
        (LeaderId, SecondLeaderId) = (details.Leader, details.Second);
        return this;
    }

    /// <summary>It is at another time or in another place, so that whoever comes is to be told anew.</summary>
    public void Moved() => Change++;

    /// <summary>It is not to be.</summary>
    public void CallOff(string why, DateTimeOffset now) => (CalledOffAt, Why) = (now, why);

    /// <summary>Who came is logged; null when that was undone, so that it can be logged anew.</summary>
    public void Log(RegisterId? register) => RegisterId = register;
}
