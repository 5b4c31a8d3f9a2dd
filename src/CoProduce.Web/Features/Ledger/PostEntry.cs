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
    /// <summary>It is in the ledger now.</summary>
    Posted = 1,

    /// <summary>The same request was posted before; this is a repeat.</summary>
    DoneAlready = 2,

    /// <summary>The request key belongs to something else that was posted before.</summary>
    KeyReused = 3,

    /// <summary>This organisation has no such account.</summary>
    UnknownAccount = 4,

    /// <summary>An account was closed.</summary>
    ClosedAccount = 5,

    /// <summary>An account cannot pay.</summary>
    BelowFloor = 6,

    /// <summary>Another entry has undone it.</summary>
    AlreadyReversed = 7,

    /// <summary>A reversal of what is no entry here, is a reversal itself, or has other postings.</summary>
    NotItsMirror = 8,

    /// <summary>It is dated into a period that was closed.</summary>
    PeriodClosed = 9,
}

/// <summary>The answer of the posting function.</summary>
/// <param name="Outcome">Whether it was posted, or why not.</param>
/// <param name="Entry">The entry: the first one when it was done already, and one that is not in the ledger when it was refused.</param>
/// <param name="InTheWay">The accounts for which it was refused, such as all those that cannot pay; empty when it was not, or not for an account.</param>
public sealed record PostingResult(PostingOutcome Outcome, EntryId Entry, IReadOnlyList<AccountId> InTheWay)
{
    /// <summary>The first account that stood in the way; null when none did.</summary>
    public AccountId? Account => InTheWay.Count == 0 ? null : InTheWay[0];

    /// <summary>True when the entry is in the ledger, now or since an earlier try.</summary>
    public bool IsPosted => Outcome is PostingOutcome.Posted or PostingOutcome.DoneAlready;
}

/// <summary>Posts to the ledger inside the caller's unit of work, in one round trip.</summary>
public static class PostEntry
{
    private const string Post =
        "select outcome, entry_id, in_the_way from post_entry($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";

    /// <summary>Posts one entry. A refusal leaves the ledger as it was; the caller then returns without keeping anything.</summary>
    /// <param name="requestKey">The same for every try of one request, and for no other.</param>
    /// <param name="subjectId">The record it is about; null when there is none.</param>
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
        await using var command = LedgerCommand.Of(db, Post);
        var values = command.Parameters;
        values.Add(new() { Value = db.OrganisationId.Value });
        values.Add(new() { Value = entry.Id.Value });
        values.Add(new() { Value = (short)entry.Kind });
        values.Add(new() { Value = requestKey });
        values.Add(new() { Value = entry.ServiceDate });
        values.Add(new() { Value = at.ToUniversalTime() });
        values.Add(LedgerCommand.Nullable(entry.Reverses?.Value, NpgsqlDbType.Uuid));
        values.Add(new() { Value = entry.MayPassFloor });
        values.Add(LedgerCommand.Nullable(entry.Reason, NpgsqlDbType.Text));
        values.Add(LedgerCommand.Nullable(by.By, NpgsqlDbType.Uuid));
        values.Add(LedgerCommand.Nullable(by.OnBehalfOf, NpgsqlDbType.Uuid));
        values.Add(new() { Value = (short)by.Door });
        values.Add(new() { Value = (short)subject });
        values.Add(LedgerCommand.Nullable(subjectId, NpgsqlDbType.Uuid));
        values.Add(new() { Value = entry.Postings.Select(p => p.Account.Value).ToArray() });
        values.Add(new() { Value = entry.Postings.Select(p => p.Amount.Value).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, ct);
        await reader.ReadAsync(ct);
        return new(
            (PostingOutcome)reader.GetInt16(0),
            new(reader.GetGuid(1)),
            await reader.IsDBNullAsync(2, ct) ? [] : [.. reader.GetFieldValue<Guid[]>(2).Select(id => new AccountId(id))]
        );
    }
}
