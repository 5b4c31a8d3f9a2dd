using System.Data.Common;
using CoProduce.Web.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoProduce.Web.Tenancy;

/// <summary>Names the organisation as the first command of every transaction of a <see cref="TenantDb"/>, and refuses any command outside one.</summary>
/// <remarks>The setting is local to the transaction, so no pool, proxy or crash can carry it to the next one.</remarks>
public sealed class OrganisationTransaction : DbCommandInterceptor, IDbTransactionInterceptor
{
    /// <summary>The PostgreSQL setting that row-level security reads.</summary>
    public const string Setting = "app.organisation_id";

    public DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        using var command = NameOrganisation(connection, eventData, result);
        command?.ExecuteNonQuery();
        return result;
    }

    public async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection,
        TransactionEndEventData eventData,
        DbTransaction result,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = NameOrganisation(connection, eventData, result);
        if (command is not null)
            await command.ExecuteNonQueryAsync(cancellationToken);
        return result;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    ) => Refuse(command, eventData, result);

    public override InterceptionResult<object> ScalarExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result
    ) => Refuse(command, eventData, result);

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result
    ) => Refuse(command, eventData, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    ) => new(Refuse(command, eventData, result));

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    ) => new(Refuse(command, eventData, result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => new(Refuse(command, eventData, result));

    private static DbCommand? NameOrganisation(DbConnection connection, TransactionEndEventData eventData, DbTransaction transaction)
    {
        if (eventData.Context is not TenantDb db)
            return null;
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "select set_config('" + Setting + "', $1, true)";
        var organisation = command.CreateParameter();
        organisation.Value = db.OrganisationId.Value.ToString();
        command.Parameters.Add(organisation);
        return command;
    }

    private static InterceptionResult<T> Refuse<T>(DbCommand command, CommandEventData eventData, InterceptionResult<T> result) =>
        command.Transaction is null && eventData.Context is TenantDb
            ? throw new InvalidOperationException("An organisation's tables are read and written inside a unit of work only.")
            : result;
}
