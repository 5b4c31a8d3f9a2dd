using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Calls;

/// <summary>What a coordinator needs beside the name of somebody whom the program asks them to ring.</summary>
/// <param name="Phone">Empty when no number is known.</param>
/// <param name="Tries">How often they were rung in vain since they were last reached.</param>
/// <param name="TriedAt">When they were rung in vain last; null when they were not.</param>
/// <param name="BackAt">When they are to be tried again; null for now.</param>
public sealed record ToRing(string Phone, int Tries, DateTimeOffset? TriedAt, DateTimeOffset? BackAt)
{
    /// <summary>Somebody of whom nothing is known.</summary>
    public static readonly ToRing Nothing = new("", 0, null, null);

    /// <summary>So long nobody tries again.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(2);

    /// <summary>From this hour on they are tried again in the morning.</summary>
    private const int Evening = 18;

    private static readonly TimeOnly morning = new(9, 0);

    /// <summary>When somebody who was rung in vain is tried again: two hours later, or in the morning where that would be the evening.</summary>
    public static DateTimeOffset After(DateTimeOffset tried, TimeZoneInfo zone)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(tried, zone).DateTime);
        var again = TimeZoneInfo.ConvertTime(tried + Pause, zone);
        return again.Hour >= Evening || DateOnly.FromDateTime(again.DateTime) > day
            ? WallClock.Moment(day.AddDays(1), morning, zone)
            : tried + Pause;
    }
}

/// <summary>Reads for those whom the program asks a coordinator to ring their number, through the door that writes who saw it, and how often they were tried.</summary>
public sealed class ToRingQuery(UnitOfWork work, ContactDoor contacts, CurrentOrganisation organisation, TimeProvider clock)
{
    // What was tried longer ago was about something else.
    private static readonly TimeSpan counted = TimeSpan.FromDays(14);

    public async Task<IReadOnlyDictionary<MemberId, ToRing>> ReadAsync(
        IReadOnlyCollection<MemberId> members,
        CancellationToken ct = default
    )
    {
        if (members.Count == 0)
            return new Dictionary<MemberId, ToRing>();
        var (now, zone) = (clock.GetUtcNow(), organisation.Profile.TimeZone);
        var calls = await work.ReadAsync(db => CallsAsync(db, members, now - counted, ct), ct);
        var phones = await contacts.TelephonesAsync(members, ct);
        return members
            .Distinct()
            .ToDictionary(
                m => m,
                m =>
                {
                    var missed = calls.GetValueOrDefault(m) ?? [];
                    DateTimeOffset? tried = missed is [var last, ..] ? last : null;
                    var back = tried is { } at && ToRing.After(at, zone) is var again && again > now ? again : (DateTimeOffset?)null;
                    return new ToRing(phones.GetValueOrDefault(m, ""), missed.Count, tried, back);
                }
            );
    }

    /// <summary>Of those, the ones who were rung in vain just now and come back later.</summary>
    public async Task<IReadOnlySet<MemberId>> RestingAsync(IReadOnlyCollection<MemberId> members, CancellationToken ct = default)
    {
        var (now, zone) = (clock.GetUtcNow(), organisation.Profile.TimeZone);
        var calls = await work.ReadAsync(db => CallsAsync(db, members, now - counted, ct), ct);
        return calls.Where(c => c.Value is [var last, ..] && ToRing.After(last, zone) > now).Select(c => c.Key).ToHashSet();
    }

    // Of each the calls in vain since they were last reached, the newest first.
    private static async Task<Dictionary<MemberId, List<DateTimeOffset>>> CallsAsync(
        TenantDb db,
        IReadOnlyCollection<MemberId> members,
        DateTimeOffset since,
        CancellationToken ct
    )
    {
        var calls = await db
            .Calls.Where(c => members.Contains(c.MemberId) && c.NotedAt > since && c.Corrects == null)
            .Where(c => !db.Calls.Any(o => o.Corrects == c.Id))
            .OrderByDescending(c => c.NotedAt)
            .Select(c => new
            {
                c.MemberId,
                c.Direction,
                c.NotedAt,
            })
            .ToListAsync(ct);
        return calls
            .GroupBy(c => c.MemberId)
            .ToDictionary(g => g.Key, g => g.TakeWhile(c => c.Direction == CallDirection.NoAnswer).Select(c => c.NotedAt).ToList());
    }
}
