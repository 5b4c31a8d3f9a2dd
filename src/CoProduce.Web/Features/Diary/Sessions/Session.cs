using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Activities;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Diary;

/// <summary>The id of a session.</summary>
public readonly record struct SessionId(Guid Value);

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
    public int Minutes { get; init; }

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
    public string Language { get; init; } = "";

    /// <summary>How many may come; null for as many as like to.</summary>
    public int? Places { get; init; }

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
    public IReadOnlyList<MemberId> Leaders => [.. new[] { LeaderId, SecondLeaderId }.OfType<MemberId>().Distinct()];

    /// <summary>True while somebody may still say that they come, or cannot.</summary>
    public bool IsToCome(DateTimeOffset now) => CalledOffAt is null && StartsAt > now;

    /// <summary>Sets the day and the time, on the clocks of that zone. Used once when it is made, and by <see cref="Move"/>.</summary>
    public Session On(DateOnly day, TimeOnly start, TimeZoneInfo zone)
    {
        (Day, Start, StartsAt) = (day, start, WallClock.Moment(day, start, zone));
        EndsAt = StartsAt.AddMinutes(Minutes);
        return this;
    }

    /// <summary>It is to be at another time or in another place; those planned with it stay.</summary>
    public void Move(DateOnly day, TimeOnly start, string place, TimeZoneInfo zone)
    {
        On(day, start, zone);
        (Place, Change) = (place, Change + 1);
    }

    /// <summary>It is not to be.</summary>
    public void CallOff(string why, DateTimeOffset now) => (CalledOffAt, Why) = (now, why);

    /// <summary>Who came is logged; null when that was undone, so that it can be logged anew.</summary>
    public void Log(RegisterId? register) => RegisterId = register;
}
