using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Ui;

namespace CoProduce.Web.Features.Archive;

/// <summary>Registers what the capability owns: everything of an organisation as one file, and back.</summary>
public static class ArchiveFeature
{
    public static IServiceCollection AddArchive(this IServiceCollection services)
    {
        services.AddScoped<ExportOrganisation>().AddScoped<RestoreOrganisation>().AddScoped<ArchiveTicket>();
        return services.AddMenu(new MenuEntry("Archive", "archive", MenuPlace.Settings, "download", Audience.Manager, 4));
    }

    /// <summary>The archive itself; whoever has not shown just now that it is they is sent to the page where they do.</summary>
    public static void MapArchive(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/{organisation}/archive.zip", DownloadAsync).WithMetadata(new AllowRolesAttribute(Role.Manager));

    private static async Task DownloadAsync(
        HttpContext http,
        string organisation,
        string? ticket,
        ArchiveTicket tickets,
        ExportOrganisation export
    )
    {
        if (tickets.IsGood(ticket))
            await export.HandleAsync(http);
        else
            http.Response.Redirect($"/{organisation}/archive");
    }
}
