using CoProduce.Ledger;
using CoProduce.Web.Features.Ledger;
using Npgsql;
using NpgsqlTypes;

namespace CoProduce.Benchmarks;

/// <summary>The posting function called through Npgsql with nothing around it but the transaction that it needs.</summary>
internal sealed class BareFunction(BenchmarkBank bank, NpgsqlDataSource source)
{
    /// <summary>Names the organisation and posts in one round trip, commits in another, as the program does.</summary>
    public Task PostAsync() => PostAsync(Help());

    /// <summary>The same where everybody gives to the one pot.</summary>
    public Task PostToPotAsync() => PostAsync(Gift());

    /// <summary>The same in a single round trip, which no use case could.</summary>
    public async Task PostAtOnceAsync()
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        await SendAsync(batch, Help());
    }

    private async Task PostAsync(NpgsqlBatchCommand posting)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection, transaction);
        await SendAsync(batch, posting);
        await transaction.CommitAsync();
    }

    private async Task SendAsync(NpgsqlBatch batch, NpgsqlBatchCommand posting)
    {
        var name = new NpgsqlBatchCommand("select set_config('app.organisation_id', $1, true)");
        name.Parameters.Add(new() { Value = bank.Organisation.Id.Value.ToString() });
        batch.BatchCommands.Add(name);
        batch.BatchCommands.Add(posting);
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        await reader.ReadAsync();
        if (reader.GetInt16(0) != (short)PostingOutcome.Posted)
            throw new InvalidOperationException($"The ledger answered {reader.GetInt16(0)}.");
    }

    private NpgsqlBatchCommand Help()
    {
        var (giver, receiver) = bank.Pair();
        return Post(EntryKind.OneToOne, receiver.Account, giver.Account, receiver.Value);
    }

    private NpgsqlBatchCommand Gift()
    {
        var (giver, _) = bank.Pair();
        return Post(EntryKind.Gift, giver.Account, bank.Pot, giver.Value);
    }

    private NpgsqlBatchCommand Post(EntryKind kind, AccountId from, AccountId to, Guid by)
    {
        var subject = Guid.CreateVersion7();
        var command = new NpgsqlBatchCommand(
            "select outcome, entry_id, account_id from post_entry($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"
        );
        object?[] values =
        [
            bank.Organisation.Id.Value,
            Guid.CreateVersion7(),
            (short)kind,
            subject,
            new DateOnly(2026, 1, 1),
            DateTimeOffset.UnixEpoch.AddYears(56),
            null,
            false,
            null,
            by,
            null,
            (short)Door.Screen,
            (short)LedgerSubject.Exchange,
            subject,
            new[] { from.Value, to.Value },
            new[] { -60L, 60L },
        ];
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        (command.Parameters[6].NpgsqlDbType, command.Parameters[8].NpgsqlDbType) = (NpgsqlDbType.Uuid, NpgsqlDbType.Text);
        command.Parameters[10].NpgsqlDbType = NpgsqlDbType.Uuid;
        return command;
    }
}
