using CoProduce.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace CoProduce.Web.Features.Ledger;

/// <summary>Calls the ledger's SQL functions on the connection and in the transaction of a unit of work.</summary>
internal static class LedgerCommand
{
    /// <summary>A command in the unit of work's transaction. Throws when none is open.</summary>
    public static NpgsqlCommand Of(TenantDb db, string sql)
    {
        var transaction =
            db.Database.CurrentTransaction ?? throw new InvalidOperationException("The ledger is written inside a unit of work only.");
        return new(sql, (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)transaction.GetDbTransaction());
    }

    /// <summary>A parameter whose type stands even when there is no value.</summary>
    public static NpgsqlParameter Nullable(object? value, NpgsqlDbType type) =>
        new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
