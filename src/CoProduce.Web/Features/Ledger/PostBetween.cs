using System.Data;
using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using NpgsqlTypes;

namespace CoProduce.Web.Features.Ledger;

/// <summary>What posting between two organisations came to.</summary>
public enum BetweenOutcome : short
{
    /// <summary>Both halves are in the ledger now.</summary>
    Posted = 1,

    /// <summary>The same request was posted before; this is a repeat.</summary>
    DoneAlready = 2,

    /// <summary>The request key belongs to something else.</summary>
    KeyReused = 3,

    /// <summary>One side has no such account.</summary>
    UnknownAccount = 4,

    /// <summary>An account was closed.</summary>
    ClosedAccount = 5,

    /// <summary>An account cannot pay, or what the organisations agreed to owe each other is reached.</summary>
    BelowFloor = 6,

    /// <summary>It was undone before.</summary>
    AlreadyReversed = 7,

    /// <summary>A reversal of what is no such entry here.</summary>
    NotItsMirror = 8,

    /// <summary>It is dated into a period that one side has closed.</summary>
    PeriodClosed = 9,

    /// <summary>The two organisations are not affiliated, or no longer.</summary>
    NotAffiliated = 10,
}

/// <summary>The answer of posting between two organisations.</summary>
/// <param name="Entry">This organisation's half; null when it was refused.</param>
/// <param name="RefusedHere">True when an account here stood in the way, and not one over there or the limit between the two.</param>
public sealed record BetweenResult(BetweenOutcome Outcome, EntryId? Entry, bool RefusedHere)
{
    /// <summary>True when both halves are in the ledger, now or since an earlier try.</summary>
    public bool IsPosted => Outcome is BetweenOutcome.Posted or BetweenOutcome.DoneAlready;
}

/// <summary>Posts both halves of minutes that cross between two affiliated organisations: both or neither.</summary>
public static class PostBetween
{
    /// <summary>Moves minutes from an account here to an account there, or the other way round when the amount is below zero.</summary>
    /// <param name="there">The affiliated organisation.</param>
    /// <param name="accountThere">From <see cref="AccountThereAsync"/>.</param>
    public static Task<BetweenResult> PostBetweenAsync(
        this TenantDb db,
        OrganisationId there,
        AccountId accountHere,
        AccountId accountThere,
        Minutes amount,
        DateOnly serviceDate,
        string? words,
        Authorship by,
        Guid requestKey,
        DateTimeOffset at,
        CancellationToken ct = default
    ) => PostAsync(db, there, accountHere, accountThere, amount, null, serviceDate, words, by, requestKey, at, ct);

    /// <summary>Undoes both halves.</summary>
    /// <param name="reverses">This organisation's half.</param>
    public static Task<BetweenResult> ReverseBetweenAsync(
        this TenantDb db,
        OrganisationId there,
        EntryId reverses,
        string reason,
        DateOnly serviceDate,
        Authorship by,
        Guid requestKey,
        DateTimeOffset at,
        CancellationToken ct = default
    ) => PostAsync(db, there, default, default, new(1), reverses, serviceDate, reason, by, requestKey, at, ct);

    /// <summary>The account of somebody over there by the number and the name on their card; null when the two do not belong together.</summary>
    public static async Task<AccountId?> AccountThereAsync(
        this TenantDb db,
        OrganisationId there,
        int number,
        string name,
        CancellationToken ct = default
    )
    {
        await using var command = LedgerCommand.Of(db, "select account_there($1, $2, $3, $4)");
        var values = command.Parameters;
        values.Add(new() { Value = db.OrganisationId.Value });
        values.Add(new() { Value = there.Value });
        values.Add(new() { Value = number });
        values.Add(new() { Value = name });
        return await command.ExecuteScalarAsync(ct) is Guid account ? new AccountId(account) : null;
    }

    /// <summary>Whether a member here and the owner of an account over there sign in as the same person.</summary>
    public static async Task<bool> IsSamePersonAsync(
        this TenantDb db,
        MemberId member,
        OrganisationId there,
        AccountId accountThere,
        CancellationToken ct = default
    )
    {
        await using var command = LedgerCommand.Of(db, "select is_same_person($1, $2, $3, $4)");
        var values = command.Parameters;
        values.Add(new() { Value = db.OrganisationId.Value });
        values.Add(new() { Value = member.Value });
        values.Add(new() { Value = there.Value });
        values.Add(new() { Value = accountThere.Value });
        return await command.ExecuteScalarAsync(ct) is true;
    }

    /// <summary>Whether the owner of an account over there may help on that day: false for somebody under 18 whose guardian has not said yes there.</summary>
    public static async Task<bool> MayHelpThereAsync(
        this TenantDb db,
        OrganisationId there,
        AccountId accountThere,
        DateOnly day,
        CancellationToken ct = default
    )
    {
        await using var command = LedgerCommand.Of(db, "select may_help_there($1, $2, $3, $4)");
        var values = command.Parameters;
        values.Add(new() { Value = db.OrganisationId.Value });
        values.Add(new() { Value = there.Value });
        values.Add(new() { Value = accountThere.Value });
        values.Add(new() { Value = day });
        return await command.ExecuteScalarAsync(ct) is true;
    }

    /// <summary>The community pot over there. Throws when the two are not affiliated.</summary>
    public static async Task<AccountId> PotThereAsync(this TenantDb db, OrganisationId there, CancellationToken ct = default)
    {
        await using var command = LedgerCommand.Of(db, "select pot_there($1, $2)");
        command.Parameters.Add(new() { Value = db.OrganisationId.Value });
        command.Parameters.Add(new() { Value = there.Value });
        return new((Guid)(await command.ExecuteScalarAsync(ct))!);
    }

    /// <summary>Opens both clearing accounts of an agreed affiliation, or sets their limits to what is agreed now.</summary>
    public static async Task SetClearingAsync(this TenantDb db, Guid affiliation, DateTimeOffset at, CancellationToken ct = default)
    {
        await using var command = LedgerCommand.Of(db, "select set_clearing($1, $2, $3)");
        command.Parameters.Add(new() { Value = db.OrganisationId.Value });
        command.Parameters.Add(new() { Value = affiliation });
        command.Parameters.Add(new() { Value = at.ToUniversalTime() });
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<BetweenResult> PostAsync(
        TenantDb db,
        OrganisationId there,
        AccountId here,
        AccountId accountThere,
        Minutes amount,
        EntryId? reverses,
        DateOnly serviceDate,
        string? words,
        Authorship by,
        Guid requestKey,
        DateTimeOffset at,
        CancellationToken ct
    )
    {
        await using var command = LedgerCommand.Of(
            db,
            "select outcome, entry_id, refused_here from post_between($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
        );
        var values = command.Parameters;
        values.Add(new() { Value = db.OrganisationId.Value });
        values.Add(new() { Value = there.Value });
        values.Add(new() { Value = EntryId.New().Value });
        values.Add(new() { Value = requestKey });
        values.Add(new() { Value = serviceDate });
        values.Add(new() { Value = at.ToUniversalTime() });
        values.Add(LedgerCommand.Nullable(reverses?.Value, NpgsqlDbType.Uuid));
        values.Add(LedgerCommand.Nullable(words, NpgsqlDbType.Text));
        values.Add(LedgerCommand.Nullable(by.By, NpgsqlDbType.Uuid));
        values.Add(LedgerCommand.Nullable(by.OnBehalfOf, NpgsqlDbType.Uuid));
        values.Add(new() { Value = (short)by.Door });
        values.Add(new() { Value = here.Value });
        values.Add(new() { Value = accountThere.Value });
        values.Add(new() { Value = amount.Value });
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, ct);
        await reader.ReadAsync(ct);
        var outcome = (BetweenOutcome)reader.GetInt16(0);
        return new(
            outcome,
            outcome is BetweenOutcome.Posted or BetweenOutcome.DoneAlready ? new EntryId(reader.GetGuid(1)) : null,
            !await reader.IsDBNullAsync(2, ct) && reader.GetBoolean(2)
        );
    }
}
