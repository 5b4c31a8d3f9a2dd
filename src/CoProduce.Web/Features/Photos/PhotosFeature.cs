using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoProduce.Web.Features.Photos;

/// <summary>Registers what the capability owns: members' photos.</summary>
public static class PhotosFeature
{
    public static IServiceCollection AddPhotos(this IServiceCollection services) =>
        services.AddScoped<ChangePhoto>().AddScoped<PhotoQuery>();

    /// <summary>A photo as a file, for whoever may see it. No cache keeps it, so that a no counts at once.</summary>
    public static IEndpointRouteBuilder MapPhotos(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/{organisation}/members/{id:guid}/photo", FileAsync)
            .WithMetadata(new AllowRolesAttribute(Role.Coordinator, Role.Member));
        return routes;
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> FileAsync(
        HttpContext http,
        Guid id,
        PhotoQuery query,
        CancellationToken ct
    )
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return await query.ReadAsync(new(id), ct) is { } photo
            ? TypedResults.File(photo.Content, PictureFile.Jpeg)
            : TypedResults.NotFound();
    }
}
