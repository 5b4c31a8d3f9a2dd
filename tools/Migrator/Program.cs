using CoProduce.Web.Data;
using Microsoft.EntityFrameworkCore.Design;

// Design time only: `dotnet ef migrations add Name --project src/CoProduce.Web --startup-project tools/Migrator --context TenantDb --output-dir Data/Migrations/Tenant`
Console.WriteLine("This program exists for dotnet-ef; see docs/operations.md.");

internal sealed class DirectoryDesign : IDesignTimeDbContextFactory<DirectoryDb>
{
    public DirectoryDb CreateDbContext(string[] args) => new(DatabasePreparation.DirectoryOptions("Host=design"));
}

internal sealed class TenantDesign : IDesignTimeDbContextFactory<TenantDb>
{
    public TenantDb CreateDbContext(string[] args) => new(DatabasePreparation.TenantOptions("Host=design"), default);
}
