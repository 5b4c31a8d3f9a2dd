using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Ui;

namespace CoProduce.Web.Features.Archive;

/// <summary>Registers what the capability owns: everything of an organisation as one file, and back.</summary>
public static class ArchiveFeature
{
    public static IServiceCollection AddArchive(this IServiceCollection services)
    {
        services.AddScoped<ExportOrganisation>().AddScoped<RestoreOrganisation>();
        return services.AddMenu(new MenuEntry("Archive", "archive", MenuPlace.Settings, "download", Audience.Manager, 4));
    }

    /// <summary>The archive itself.</summary>
    public static void MapArchive(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/{organisation}/archive.zip", (HttpContext http, ExportOrganisation export) => export.HandleAsync(http))
            .WithMetadata(new AllowRolesAttribute(Role.Manager));
}
