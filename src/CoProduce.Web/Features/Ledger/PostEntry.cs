using System.Data;
using CoProduce.Ledger;
using CoProduce.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace CoProduce.Web.Features.Ledger;

/// <summary>What the posting function answered.</summary>
public enum PostingOutcome : short
{
    Posted = 1,
    DoneAlready = 2,
    KeyReused = 3,
    UnknownAccount = 4,
    ClosedAccount = 5,
    BelowFloor = 6,
    AlreadyReversed = 7,
    NotItsMirror = 8,
}

/// <summary>The answer of the posting function.</summary>
/// <param name="Outcome">Whether it was posted, or why not.</param>
/// <param name="Entry">The entry: the first one when it was done already.</param>
/// <param name="Account">The account that stood in the way; null when none did.</param>
public sealed record PostingResult(PostingOutcome Outcome, EntryId Entry, AccountId? Account)
{
    /// <summary>True when the entry is in the ledger, now or since an earlier try.</summary>
    public bool IsPosted => Outcome is PostingOutcome.Posted or PostingOutcome.DoneAlready;
}

/// <summary>Posts to the ledger inside the caller's unit of work, in one round trip.</summary>
public static class PostEntry
{
    private const string Post =
        "select outcome, entry_id, account_id from post_entry($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";

    /// <summary>Posts one entry. A refusal leaves the ledger as it was; the caller then returns without keeping anything.</summary>
    public static async Task<PostingResult> PostAsync(
        this TenantDb db,
        Entry entry,
        Authorship by,
        Guid requestKey,
        LedgerSubject subject,
        Guid? subjectId,
        DateTimeOffset at,
        CancellationToken ct = default
    )
    {
        await using var command = Command(db, Post);
        var values = command.Parameters;
        values.Add(new() { Value = db.OrganisationId.Value });
        values.Add(new() { Value = entry.Id.Value });
        values.Add(new() { Value = (short)entry.Kind });
        values.Add(new() { Value = requestKey });
        values.Add(new() { Value = entry.ServiceDate });
        values.Add(new() { Value = at.ToUniversalTime() });
        values.Add(Nullable(entry.Reverses?.Value, NpgsqlDbType.Uuid));
        values.Add(new() { Value = entry.MayPassFloor });
        values.Add(Nullable(entry.Reason, NpgsqlDbType.Text));
        values.Add(Nullable(by.By, NpgsqlDbType.Uuid));
        values.Add(Nullable(by.OnBehalfOf, NpgsqlDbType.Uuid));
        values.Add(new() { Value = (short)by.Door });
        values.Add(new() { Value = (short)subject });
        values.Add(Nullable(subjectId, NpgsqlDbType.Uuid));
        values.Add(new() { Value = entry.Postings.Select(p => p.Account.Value).ToArray() });
        values.Add(new() { Value = entry.Postings.Select(p => p.Amount.Value).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, ct);
        await reader.ReadAsync(ct);
        return new(
            (PostingOutcome)reader.GetInt16(0),
            new(reader.GetGuid(1)),
            await reader.IsDBNullAsync(2, ct) ? null : new AccountId(reader.GetGuid(2))
        );
    }

    /// <summary>Opens an account.</summary>
    /// <param name="floor">The lowest balance in minutes; null for none.</param>
    public static async Task OpenAccountAsync(
        this TenantDb db,
        AccountId account,
        AccountKind kind,
        Guid? member,
        long? floor,
        DateTimeOffset at,
        CancellationToken ct = default
    )
    {
        await using var command = Command(db, "select open_account($1, $2, $3, $4, $5, $6)");
        var values = command.Parameters;
        values.Add(new() { Value = db.OrganisationId.Value });
        values.Add(new() { Value = account.Value });
        values.Add(new() { Value = (short)kind });
        values.Add(Nullable(member, NpgsqlDbType.Uuid));
        values.Add(Nullable(floor, NpgsqlDbType.Bigint));
        values.Add(new() { Value = at.ToUniversalTime() });
        await command.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlCommand Command(TenantDb db, string sql) =>
        new(sql, (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction());

    private static NpgsqlParameter Nullable(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
