using CoProduce.Web.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoProduce.Web.Tenancy;

/// <summary>Registers what keeps organisations apart.</summary>
public static class TenancyFeature
{
    /// <summary>The key of the data source that learns where work is due.</summary>
    public const string Platform = "platform";

    public static IServiceCollection AddTenancy(this IServiceCollection services, string connection, string platformConnection)
    {
        services.AddSingleton(_ => NpgsqlDataSource.Create(connection));
        services.AddKeyedSingleton(Platform, (_, _) => NpgsqlDataSource.Create(platformConnection));
        services.AddSingleton<MemberChanges>();
        services.AddSingleton(provider =>
            new DbContextOptionsBuilder<TenantDb>()
                .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
                .UseLoggerFactory(provider.GetRequiredService<ILoggerFactory>())
                .AddInterceptors(new OrganisationTransaction(), provider.GetRequiredService<MemberChanges>())
                .Options
        );
        services.AddDbContext<DirectoryDb>(
            (provider, options) => options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()),
            ServiceLifetime.Transient, // pages and layouts read side by side
            ServiceLifetime.Singleton
        );
        services.AddMemoryCache();
        services.AddSingleton<OrganisationDirectory>();
        services.AddScoped<CurrentOrganisation>();
        services.AddScoped<UnitOfWork>();
        services.AddScoped<IslandScope>();
        return services;
    }
}
