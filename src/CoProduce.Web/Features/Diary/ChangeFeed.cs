using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Diary;

/// <summary>A button about a calendar link: of a hub for coordinators, otherwise the person's own.</summary>
public sealed class FeedForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>"new" or "off".</summary>
    public string? Do { get; set; }

    /// <summary>The hub; null for oneself.</summary>
    public Guid? Hub { get; set; }
}

/// <summary>Whether somebody is reminded on the morning as well.</summary>
public sealed class MorningForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public bool OnTheMorning { get; set; }
}

/// <summary>The links that a person may give to a calendar program, and how they are reminded.</summary>
public sealed class ChangeFeed(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Done,

        /// <summary>There is no such hub, it is not for this person, or the member is in custody, where there are no calendars.</summary>
        NotFound,
    }

    /// <summary>Makes a new link in place of the one before, or takes it back.</summary>
    public Task<Outcome> HandleAsync(FeedForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                var (now, mine) = (clock.GetUtcNow(), me.MemberId);
                HubId? hub = form.Hub is { } id ? new(id) : null;
                var isTheirs = hub is null
                    ? mine is not null && await db.Hubs.AnyAsync(h => h.Id == me.HubId && h.Kind != HubKind.Custody, ct)
                    : me.Holds(Role.Coordinator) && await db.Hubs.AnyAsync(h => h.Id == hub, ct);
                if (!isTheirs)
                    return Outcome.NotFound;
                await db.LockSettingsAsync(ct); // two presses at once leave one link
                foreach (var before in await db.FeedsOf(me, hub).ToListAsync(ct))
                    before.Revoke(now);
                await db.SaveChangesAsync(ct);
                if (form.Do == "new")
                    db.DiaryFeeds.Add(
                        new()
                        {
                            Id = new(form.RequestKey),
                            MemberId = hub is null ? mine : null,
                            HubId = hub,
                            MadeBy = me.Id,
                            MadeAt = now,
                        }
                    );
                db.AuditLines.Add(me.Line(nameof(ChangeFeed), form.RequestKey, now));
                db.Keep();
                return Outcome.Done;
            },
            ct
        );

    /// <summary>Keeps the member's choice for the morning.</summary>
    public Task<Outcome> MorningAsync(MorningForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                var mine = me.Member;
                await db.LockMemberAsync(mine, ct);
                if (await db.DiaryChoices.SingleOrDefaultAsync(c => c.MemberId == mine, ct) is not { } choice)
                    db.DiaryChoices.Add(choice = new() { MemberId = mine });
                choice.OnTheMorning = form.OnTheMorning;
                db.Keep();
                return Outcome.Done;
            },
            ct
        );

    /// <summary>This person's own link and those they made for hubs, that work; and their choice for the morning.</summary>
    public Task<(IReadOnlyList<DiaryFeed> Feeds, bool OnTheMorning)> ReadAsync(CancellationToken ct = default) =>
        work.ReadAsync<(IReadOnlyList<DiaryFeed>, bool)>(
            async db =>
            {
                var (mine, by) = (me.MemberId, me.Id);
                return (
                    await db
                        .DiaryFeeds.Where(f => f.RevokedAt == null && (f.HubId == null ? f.MemberId == mine : f.MadeBy == by))
                        .ToListAsync(ct),
                    await db.DiaryChoices.AnyAsync(c => c.MemberId == mine && c.OnTheMorning, ct)
                );
            },
            ct
        );
}

/// <summary>The links of one person.</summary>
internal static class FeedsOfPerson
{
    /// <summary>Those that work: the person's own, or the ones they made for that hub.</summary>
    public static IQueryable<DiaryFeed> FeedsOf(this TenantDb db, CurrentPerson me, HubId? hub)
    {
        var (mine, by) = (me.MemberId, me.Id);
        return db.DiaryFeeds.Where(f =>
            f.RevokedAt == null && (hub == null ? f.HubId == null && f.MemberId == mine : f.HubId == hub && f.MadeBy == by)
        );
    }
}
