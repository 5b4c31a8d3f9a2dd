using System.Data;
using CoProduce.Ledger;
using CoProduce.Web.Data;
using Npgsql;
using NpgsqlTypes;

namespace CoProduce.Web.Features.Ledger;

/// <summary>One of many entries to be posted together, with what <see cref="PostEntry.PostAsync"/> takes for a single one.</summary>
public sealed record EntryToPost(Entry Entry, Authorship By, Guid RequestKey, LedgerSubject Subject, Guid? SubjectId, DateTimeOffset At);

/// <summary>The answer for many entries posted together.</summary>
/// <param name="Outcome">Posted when all are in the ledger, else why the first refused one was refused; then nothing was posted.</param>
/// <param name="Posted">How many were new; the others were there already.</param>
/// <param name="Refused">The index of the first one refused; null when none was.</param>
/// <param name="Account">The account that stood in the way; null when none did.</param>
public sealed record PostManyResult(PostingOutcome Outcome, int Posted, int? Refused, AccountId? Account);

/// <summary>Posts thousands of entries in one round trip: registers, imports, demo data.</summary>
public static class PostMany
{
    private const string Post =
        "select outcome, posted, refused, account_id from post_entries($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";

    /// <summary>Posts entries one after the other in this order, all or nothing. Throws for one that carries words, as reversals do: it is posted singly.</summary>
    public static async Task<PostManyResult> PostManyAsync(
        this TenantDb db,
        IReadOnlyList<EntryToPost> entries,
        CancellationToken ct = default
    )
    {
        if (entries.FirstOrDefault(e => e.Entry.Reason is not null) is { } worded)
            throw new ArgumentException($"Entry {worded.Entry.Id} carries words: post it singly.", nameof(entries));
        var legs = entries.SelectMany((e, index) => e.Entry.Postings.Select(posting => (Place: index + 1, posting))).ToArray();
        await using var command = LedgerCommand.Of(db, Post);
        var values = command.Parameters;
        values.Add(new() { Value = db.OrganisationId.Value });
        values.Add(Column(NpgsqlDbType.Uuid, entries, e => e.Entry.Id.Value));
        values.Add(Column(NpgsqlDbType.Smallint, entries, e => (short)e.Entry.Kind));
        values.Add(Column(NpgsqlDbType.Uuid, entries, e => e.RequestKey));
        values.Add(Column(NpgsqlDbType.Date, entries, e => e.Entry.ServiceDate));
        values.Add(Column(NpgsqlDbType.TimestampTz, entries, e => e.At.ToUniversalTime()));
        values.Add(Column(NpgsqlDbType.Uuid, entries, e => e.By.By));
        values.Add(Column(NpgsqlDbType.Uuid, entries, e => e.By.OnBehalfOf));
        values.Add(Column(NpgsqlDbType.Smallint, entries, e => (short)e.By.Door));
        values.Add(Column(NpgsqlDbType.Smallint, entries, e => (short)e.Subject));
        values.Add(Column(NpgsqlDbType.Uuid, entries, e => e.SubjectId));
        values.Add(Column(NpgsqlDbType.Integer, legs, leg => leg.Place));
        values.Add(Column(NpgsqlDbType.Uuid, legs, leg => leg.posting.Account.Value));
        values.Add(Column(NpgsqlDbType.Bigint, legs, leg => leg.posting.Amount.Value));
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, ct);
        await reader.ReadAsync(ct);
        return new(
            (PostingOutcome)reader.GetInt16(0),
            reader.GetInt32(1),
            await reader.IsDBNullAsync(2, ct) ? null : reader.GetInt32(2) - 1,
            await reader.IsDBNullAsync(3, ct) ? null : new AccountId(reader.GetGuid(3))
        );
    }

    private static NpgsqlParameter Column<TRow, TValue>(NpgsqlDbType type, IEnumerable<TRow> rows, Func<TRow, TValue> value) =>
        new() { Value = rows.Select(value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };
}
