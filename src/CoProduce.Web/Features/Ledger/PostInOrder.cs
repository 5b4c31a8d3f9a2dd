using CoProduce.Ledger;
using CoProduce.Web.Data;
using Npgsql;
using NpgsqlTypes;

namespace CoProduce.Web.Features.Ledger;

/// <summary>Locks accounts before several entries that touch different ones are posted in one unit of work, so that two such units wait rather than die.</summary>
public static class PostInOrder
{
    private const string Lock = "select lock_accounts($1, $2)";

    /// <summary>Locks those of the accounts that are here, in the order of their ids.</summary>
    public static async Task LockAccountsAsync(this TenantDb db, IEnumerable<AccountId> accounts, CancellationToken ct = default)
    {
        await using var command = LedgerCommand.Of(db, Lock);
        command.Parameters.Add(new() { Value = db.OrganisationId.Value });
        command.Parameters.Add(
            new NpgsqlParameter { Value = accounts.Select(a => a.Value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid }
        );
        await command.ExecuteNonQueryAsync(ct);
    }
}
