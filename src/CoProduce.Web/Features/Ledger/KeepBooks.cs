using CoProduce.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Ledger;

/// <summary>What closing a period came to.</summary>
public enum PeriodOutcome : short
{
    /// <summary>It is closed, now or since before.</summary>
    Closed = 1,

    /// <summary>A longer period that holds it is closed already.</summary>
    ClosedFurther = 2,

    /// <summary>Its last day is not over.</summary>
    NotOver = 3,
}

/// <summary>Closes periods and seals entries, inside the caller's unit of work.</summary>
public static class KeepBooks
{
    /// <summary>From then on nothing is dated on that day or before, except by a reversal dated later. Waits until nobody is posting.</summary>
    public static async Task<PeriodOutcome> ClosePeriodAsync(
        this TenantDb db,
        DateOnly closedTo,
        DateOnly today,
        DateTimeOffset at,
        Guid by,
        CancellationToken ct = default
    )
    {
        await using var command = LedgerCommand.Of(db, "select close_period($1, $2, $3, $4, $5)");
        var values = command.Parameters;
        values.Add(new() { Value = db.OrganisationId.Value });
        values.Add(new() { Value = closedTo });
        values.Add(new() { Value = today });
        values.Add(new() { Value = at.ToUniversalTime() });
        values.Add(new() { Value = by });
        return (PeriodOutcome)(short)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>True when no other node is looking at every promise of the organisation; none begins to until this transaction ends.</summary>
    public static async Task<bool> TryBeginFullCheckAsync(this TenantDb db, CancellationToken ct = default)
    {
        await using var command = LedgerCommand.Of(db, "select pg_try_advisory_xact_lock(hashtextextended($1::text, 3))");
        command.Parameters.Add(new() { Value = db.OrganisationId.Value });
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Notes that every promise was looked at: whoever had asked before it began waits no longer.</summary>
    public static Task EndFullCheckAsync(this TenantDb db, DateTimeOffset began, TimeSpan took, CancellationToken ct = default) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into full_checks as open (organisation_id, took) values ({db.OrganisationId.Value}, {took})
            on conflict (organisation_id) do update set took = excluded.took,
              asked_at = case when open.asked_at > {began} then open.asked_at end, asked_by = case when open.asked_at > {began} then open.asked_by end
            """,
            ct
        );

    /// <summary>Takes entries that are new into the chain and into the sums that are kept; answers how many, which is less than the limit when none is left.</summary>
    public static async Task<int> SealEntriesAsync(this TenantDb db, int limit, DateTimeOffset at, CancellationToken ct = default)
    {
        await using var command = LedgerCommand.Of(db, "select seal_entries($1, $2, $3)");
        var values = command.Parameters;
        values.Add(new() { Value = db.OrganisationId.Value });
        values.Add(new() { Value = limit });
        values.Add(new() { Value = at.ToUniversalTime() });
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }
}
