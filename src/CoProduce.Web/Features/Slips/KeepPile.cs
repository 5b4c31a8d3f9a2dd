using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Drafts;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Slips;

/// <summary>What is typed of a pile: the total that is written on the envelope, empty for none.</summary>
public sealed class PileForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public string? Written { get; set; }
}

/// <summary>A button of a pile that was pressed.</summary>
public sealed class PileDeed
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The slip whose exchange is undone; null for another button.</summary>
    public Guid? Undo { get; set; }

    /// <summary>The waiting slip that is let go; null for another button.</summary>
    public Guid? LetGo { get; set; }

    /// <summary>"total" or "away"; null for another button.</summary>
    public string? Step { get; set; }

    /// <summary>The total that stands on the envelope.</summary>
    public string? Written { get; set; }
}

/// <summary>Begins a pile, writes its total down, lets a slip go that waits, and puts the pile away.</summary>
public sealed class KeepPile(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Done,

        /// <summary>The total cannot be read.</summary>
        NoTotal,

        /// <summary>A slip still waits, so the pile is not put away.</summary>
        SlipsWait,
        NotFound,
    }

    /// <summary>Begins a pile whose id is the form's request key.</summary>
    public Task<Outcome> BeginAsync(PileForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                if (!TryRead(form.Written, out var written))
                    return Outcome.NoTotal;
                var now = clock.GetUtcNow();
                await db.PlanUnfinishedRoundAsync(now, ct);
                db.SlipPiles.Add(
                    new()
                    {
                        Id = new(form.RequestKey),
                        BegunBy = me.Id,
                        BegunAt = now,
                        ChangedAt = now,
                        Written = written,
                    }
                );
                db.Keep();
                return Outcome.Done;
            },
            ct
        );

    /// <summary>Writes down the total that stands on the envelope; empty takes it away.</summary>
    public Task<Outcome> WriteTotalAsync(SlipPileId pile, string? total, CancellationToken ct = default) =>
        work.WriteAsync(
            async db =>
            {
                if (!TryRead(total, out var written))
                    return Outcome.NoTotal;
                var found = await db.PilesOf(me)
                    .Where(p => p.Id == pile)
                    .ExecuteUpdateAsync(p => p.SetProperty(x => x.Written, written), ct);
                db.Keep();
                return found == 0 ? Outcome.NotFound : Outcome.Done;
            },
            ct
        );

    /// <summary>Lets a slip go that waits; one that is logged stays.</summary>
    public Task<Outcome> LetGoAsync(SlipPileId pile, Guid slip, CancellationToken ct = default) =>
        work.WriteAsync(
            async db =>
            {
                var piles = db.PilesOf(me);
                var gone = await db
                    .Slips.Where(s => piles.Any(p => p.Id == s.PileId) && s.PileId == pile && s.Id == slip && s.LoggedAt == null)
                    .ExecuteDeleteAsync(ct);
                db.Keep();
                return gone == 0 ? Outcome.NotFound : Outcome.Done;
            },
            ct
        );

    /// <summary>Puts a pile away in which nothing waits. The exchanges stay.</summary>
    public Task<Outcome> PutAwayAsync(SlipPileId pile, CancellationToken ct = default) =>
        work.WriteAsync(
            async db =>
            {
                if (!await db.TouchPileAsync(me, pile, clock.GetUtcNow(), ct))
                    return Outcome.NotFound;
                if (await db.Slips.AnyAsync(s => s.PileId == pile && s.LoggedAt == null, ct))
                    return Outcome.SlipsWait;
                await db.Slips.Where(s => s.PileId == pile).ExecuteDeleteAsync(ct);
                await db.SlipPiles.Where(p => p.Id == pile).ExecuteDeleteAsync(ct);
                db.Keep();
                return Outcome.Done;
            },
            ct
        );

    // Larger than any one exchange: "31", "31 h 30", "31:30" are all hours.
    private static bool TryRead(string? text, out long? minutes)
    {
        minutes = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        var plain = text.Trim();
        minutes = TypedDuration.Read(
            char.IsDigit(plain[^1]) && !plain.Contains(':', StringComparison.Ordinal) && !HasUnit(plain) ? plain + " h" : plain
        );
        return minutes is > 0;
    }

    private static bool HasUnit(string text) => text.Any(char.IsLetter);
}

internal static class PileLocks
{
    /// <summary>All piles for coordinators, who go on with one another's; for a peer broker those that they began.</summary>
    public static IQueryable<SlipPile> PilesOf(this TenantDb db, CurrentPerson me) =>
        me.Holds(Role.Coordinator) ? db.SlipPiles : db.SlipPiles.Where(p => p.BegunBy == me.Id);

    /// <summary>Marks a pile as in use and holds it until the unit of work ends, so that two slips of it are looked at one after the other; false when it is none.</summary>
    public static async Task<bool> TouchPileAsync(
        this TenantDb db,
        CurrentPerson me,
        SlipPileId pile,
        DateTimeOffset now,
        CancellationToken ct
    ) => await db.PilesOf(me).Where(p => p.Id == pile).ExecuteUpdateAsync(p => p.SetProperty(x => x.ChangedAt, now), ct) == 1;
}
