namespace CoProduce.Web.Hosting;

/// <summary>Answers carry a content security policy without inline script, and nothing that belongs to a person is kept by a proxy.</summary>
public static class SecurityHeaders
{
    private const string Strict =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'";

    /// <summary>Marks a page whose island sets style attributes, which Radzen needs. Script stays strict.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class IslandStylesAttribute : Attribute;

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                http.Response.OnStarting(() =>
                {
                    var headers = http.Response.Headers;
                    var isIsland = http.GetEndpoint()?.Metadata.GetMetadata<IslandStylesAttribute>() is not null;
                    headers.ContentSecurityPolicy = isIsland
                        ? Strict.Replace("style-src 'self'", "style-src 'self' 'unsafe-inline'", StringComparison.Ordinal)
                        : Strict;
                    headers.XContentTypeOptions = "nosniff";
                    headers["Referrer-Policy"] = "same-origin";
                    headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
                    headers["Cross-Origin-Opener-Policy"] = "same-origin";
                    if (headers.CacheControl.Count == 0)
                        headers.CacheControl = "no-store";
                    return Task.CompletedTask;
                });
                return next();
            }
        );
}
