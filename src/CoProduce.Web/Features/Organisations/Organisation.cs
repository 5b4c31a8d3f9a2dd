using System.Collections.Frozen;
using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Organisations;

/// <summary>A line of the directory of organisations: which tenants there are and under which address.</summary>
public sealed class Organisation
{
    /// <summary>The longest address.</summary>
    public const int SlugLength = 40;

    /// <summary>The shortest address.</summary>
    public const int ShortestSlug = 3;

    /// <summary>First parts of addresses that the program needs for itself.</summary>
    public static readonly FrozenSet<string> Reserved = new[]
    {
        "account",
        "operator",
        "style",
        "display",
        "status",
        "health",
        "language",
        "look",
        "mail",
        "expired",
        "not-found",
        "forbidden",
        "problem",
        "_framework",
        "_blazor",
        "_content",
        "css",
        "js",
        "icons",
        "favicon.ico",
        "robots.txt",
        "sw.js",
        "manifest.webmanifest",
        ".well-known",
        "sign-in",
        "sign-out",
        "demo",
        "api",
        "admin",
        "about",
        "help",
        "privacy",
        "terms",
        "www",
        "static",
        "images",
        "fonts",
        "metrics",
        "texts",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The tenant.</summary>
    public OrganisationId Id { get; init; }

    /// <summary>The first part of every address of the organisation: small letters, digits and hyphens, unique.</summary>
    public required string Slug { get; init; }

    /// <summary>True for small letters, digits and single hyphens between them, neither too short nor too long; it may still be reserved or taken.</summary>
    public static bool IsAddress(string slug) =>
        slug.Length is >= ShortestSlug and <= SlugLength
        && slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && slug[0] != '-'
        && slug[^1] != '-'
        && !slug.Contains("--", StringComparison.Ordinal);

    /// <summary>When the operator created it.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
