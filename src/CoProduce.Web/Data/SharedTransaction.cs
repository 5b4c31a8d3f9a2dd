using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CoProduce.Web.Data;

/// <summary>Lets the directory take part in an organisation's unit of work, where both must happen or neither.</summary>
public static class SharedTransaction
{
    /// <summary>A directory context on the connection and in the transaction of the organisation's context; dispose it before the transaction ends.</summary>
    public static async Task<DirectoryDb> InTransactionOfAsync(
        this DbContextOptions<DirectoryDb> options,
        TenantDb db,
        CancellationToken ct = default
    )
    {
        var directory = new DirectoryDb(options);
        directory.Database.SetDbConnection(db.Database.GetDbConnection());
        await directory.Database.UseTransactionAsync(db.Database.CurrentTransaction!.GetDbTransaction(), ct);
        return directory;
    }
}
