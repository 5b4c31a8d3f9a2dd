using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Organisations;

/// <summary>The organisation's colour and logo as files. An address that carries the version never changes its answer, so browsers keep it.</summary>
public static class Branding
{
    private const string ForGood = "public, max-age=31536000, immutable";
    private const string Briefly = "public, max-age=300";

    public static void MapBranding(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/{organisation}/theme.css", Theme).AllowAnonymous();
        routes.MapGet("/{organisation}/logo", LogoAsync).AllowAnonymous();
    }

    private static ContentHttpResult Theme(HttpContext http, CurrentOrganisation current, [FromQuery] string? v)
    {
        var accent = current.Profile.Settings.Accent;
        http.Response.Headers.CacheControl = v == accent.TrimStart('#') ? ForGood : Briefly;
        return TypedResults.Text(
            (AccentColour.Parse(accent) ?? AccentColour.Parse(new OrganisationSettings { Name = "" }.Accent)!.Value).ToCss(),
            "text/css"
        );
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> LogoAsync(
        HttpContext http,
        UnitOfWork work,
        [FromQuery] string? v,
        CancellationToken ct
    )
    {
        if (await work.ReadAsync(db => db.Logos.SingleOrDefaultAsync(ct), ct) is not { } logo)
            return TypedResults.NotFound();
        http.Response.Headers.CacheControl = v == logo.Version ? ForGood : Briefly;
        return TypedResults.File(logo.Content, PictureFile.Png);
    }
}
