using CoProduce.Ledger;
using CoProduce.Web.Data;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace CoProduce.Web.Features.Ledger;

/// <summary>What promising minutes came to.</summary>
public enum HoldOutcome : short
{
    /// <summary>They are held, now or since before.</summary>
    Held = 1,

    /// <summary>This organisation has no such account.</summary>
    UnknownAccount = 4,

    /// <summary>The account was closed.</summary>
    ClosedAccount = 5,

    /// <summary>There is not that much above the floor.</summary>
    BelowFloor = 6,
}

/// <summary>What ending a hold came to.</summary>
public enum HoldEnding : short
{
    /// <summary>It ended now.</summary>
    Ended = 1,

    /// <summary>It had ended in the same way before.</summary>
    EndedAlready = 2,

    /// <summary>This organisation has no such hold.</summary>
    Unknown = 4,

    /// <summary>It had ended in another way before.</summary>
    EndedOtherwise = 7,
}

/// <summary>Promises minutes of an account and ends the promise once, inside the caller's unit of work.</summary>
public static class KeepHold
{
    /// <summary>Promises minutes: what is held cannot be spent otherwise.</summary>
    /// <param name="until">When it runs out; null for never.</param>
    /// <param name="by">The role holder; null for a job.</param>
    public static async Task<HoldOutcome> PlaceHoldAsync(
        this TenantDb db,
        HoldId hold,
        AccountId account,
        Minutes minutes,
        string purpose,
        DateTimeOffset at,
        DateTimeOffset? until,
        Guid? by,
        CancellationToken ct = default
    )
    {
        await using var command = LedgerCommand.Of(db, "select place_hold($1, $2, $3, $4, $5, $6, $7, $8)");
        var values = command.Parameters;
        values.Add(new() { Value = db.OrganisationId.Value });
        values.Add(new() { Value = hold.Value });
        values.Add(new() { Value = account.Value });
        values.Add(new() { Value = minutes.Value });
        values.Add(new() { Value = purpose });
        values.Add(new() { Value = at.ToUniversalTime() });
        values.Add(LedgerCommand.Nullable(until?.ToUniversalTime(), NpgsqlDbType.TimestampTz));
        values.Add(LedgerCommand.Nullable(by, NpgsqlDbType.Uuid));
        return (HoldOutcome)(short)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Lets a hold end because an entry takes its minutes: call it first, then post that entry in the same unit of work.</summary>
    public static Task<HoldEnding> TakeHoldAsync(
        this TenantDb db,
        HoldId hold,
        EntryId entry,
        DateTimeOffset at,
        Guid? by,
        CancellationToken ct = default
    ) => EndAsync(db, hold, HoldStatus.Taken, at, by, entry, ct);

    /// <summary>Lets the minutes go; without somebody who did it, because the time ran out.</summary>
    public static Task<HoldEnding> ReleaseHoldAsync(
        this TenantDb db,
        HoldId hold,
        DateTimeOffset at,
        Guid? by,
        CancellationToken ct = default
    ) => EndAsync(db, hold, by is null ? HoldStatus.RunOut : HoldStatus.Released, at, by, null, ct);

    /// <summary>Lets everything go that is still promised from an account, because somebody leaves.</summary>
    public static async Task ReleaseHoldsOfAsync(
        this TenantDb db,
        AccountId account,
        DateTimeOffset at,
        Guid by,
        CancellationToken ct = default
    )
    {
        foreach (
            var hold in await db.Holds.Where(h => h.AccountId == account && h.Status == HoldStatus.Open).Select(h => h.Id).ToListAsync(ct)
        )
            await db.ReleaseHoldAsync(hold, at, by, ct);
    }

    private static async Task<HoldEnding> EndAsync(
        TenantDb db,
        HoldId hold,
        HoldStatus status,
        DateTimeOffset at,
        Guid? by,
        EntryId? entry,
        CancellationToken ct
    )
    {
        await using var command = LedgerCommand.Of(db, "select end_hold($1, $2, $3, $4, $5, $6)");
        var values = command.Parameters;
        values.Add(new() { Value = db.OrganisationId.Value });
        values.Add(new() { Value = hold.Value });
        values.Add(new() { Value = (short)status });
        values.Add(new() { Value = at.ToUniversalTime() });
        values.Add(LedgerCommand.Nullable(by, NpgsqlDbType.Uuid));
        values.Add(LedgerCommand.Nullable(entry?.Value, NpgsqlDbType.Uuid));
        return (HoldEnding)(short)(await command.ExecuteScalarAsync(ct))!;
    }
}
