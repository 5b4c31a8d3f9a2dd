using System.Diagnostics;
using System.Security.Claims;
using CoProduce.Web.Tenancy;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace CoProduce.Web.Hosting;

/// <summary>Structured logs without personal data: the route's template, never its values.</summary>
public static class Logging
{
    /// <summary>To the console for people in Development, as JSON elsewhere, and to a file where Logs:File names one.</summary>
    public static void AddLogging(this WebApplicationBuilder builder)
    {
        var logger = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error) // that keys lie in the database unencrypted is said in docs/operations.md
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.FromLogContext();
        if (builder.Environment.IsDevelopment())
            logger.WriteTo.Console(
                outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}",
                formatProvider: System.Globalization.CultureInfo.InvariantCulture
            );
        else
            logger.WriteTo.Console(new JsonFormatter(renderMessage: true));
        if (builder.Configuration["Logs:File"] is { Length: > 0 } file)
            logger.WriteTo.File(new JsonFormatter(), file, rollingInterval: RollingInterval.Day, retainedFileCountLimit: 14);
        builder.Logging.ClearProviders().AddSerilog(logger.CreateLogger(), dispose: true);
    }
}

/// <summary>One line for each request: which page, what came of it, how long it took; a failure with its cause and the number that the person sees.</summary>
public sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    /// <summary>The number on the error page by which the cause is found in the log.</summary>
    public static string Reference(HttpContext http) => http.TraceIdentifier;

    public async Task InvokeAsync(HttpContext http)
    {
        var start = Stopwatch.GetTimestamp();
        using var scope = log.BeginScope(
            new Dictionary<string, object?>
            {
                ["Reference"] = Reference(http),
                ["SignIn"] = http.User.FindFirstValue(ClaimTypes.NameIdentifier),
            }
        );
        await next(http);
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
        var organisation = http.RequestServices.GetRequiredService<CurrentOrganisation>();
        var level =
            http.Response.StatusCode >= 500 ? LogLevel.Error
            : elapsed > 1000 ? LogLevel.Warning
            : LogLevel.Debug;
        log.Log(
            level,
            "{Method} {Route} in {Organisation} answered {Status} in {Elapsed:0} ms",
            http.Request.Method,
            route,
            organisation.IsSet ? organisation.Profile.Slug : "-",
            http.Response.StatusCode,
            elapsed
        );
    }
}
