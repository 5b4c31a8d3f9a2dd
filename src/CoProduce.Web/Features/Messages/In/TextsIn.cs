using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace CoProduce.Web.Features.Messages;

/// <summary>Where a gateway brings texts: no page, no cookie, no form key, but a secret.</summary>
internal static class TextsIn
{
    private const string Limit = "texts-in";

    // A whole town that answers at once, and far fewer tries than a secret needs.
    private const int PerMinute = 300;

    public static IServiceCollection AddTextsIn(this IServiceCollection services)
    {
        services.AddSingleton<TextInbox>().AddSingleton<ReceiveText>().AddSingleton<TextFolder>();
        services.AddScoped<TakeText>().AddScoped<TextsToReadQuery>().AddScoped<SeeText>();
        services.Configure<RateLimiterOptions>(limits => limits.AddPolicy(Limit, Gateway));
        services.AddHostedService<TextFolderWorker>();
        return services;
    }

    public static void MapTextsIn(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/texts/in", TakeAsync).AllowAnonymous().DisableAntiforgery().RequireRateLimiting(Limit);

    private static async Task<IResult> TakeAsync(HttpRequest request, TextInbox inbox, ReceiveText receive, CancellationToken ct)
    {
        if (!inbox.IsSetUp)
            return Results.NotFound();
        if (!inbox.Knows(request))
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        var isJson = request.HasJsonContentType();
        if (!isJson && !request.HasFormContentType)
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        if (await BodyAsync(request, ct) is not { } body)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (inbox.Read(body, isJson) is not { } text)
            return Results.BadRequest();
        await receive.HandleAsync(text, ct);
        return Results.Ok(); // whatever came of it: to bring it again would change nothing
    }

    // Null when it is too long, whatever its headers say.
    private static async Task<string?> BodyAsync(HttpRequest request, CancellationToken ct)
    {
        var read = new byte[TextInbox.Most + 1];
        var length = await request.Body.ReadAtLeastAsync(read, read.Length, throwOnEndOfStream: false, ct);
        return length > TextInbox.Most ? null : Encoding.UTF8.GetString(read, 0, length);
    }

    private static RateLimitPartition<string> Gateway(HttpContext http) =>
        RateLimitPartition.GetFixedWindowLimiter(
            $"{http.Connection.RemoteIpAddress}",
            _ => new() { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) }
        );
}
