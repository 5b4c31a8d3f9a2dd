namespace CoProduce.Web.Hosting;

/// <summary>Refuses addresses with a character that no text in the database can hold. No page of ours leads to one.</summary>
public static class PlainAddresses
{
    public static IApplicationBuilder UsePlainAddresses(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                var isPlain =
                    !http.Request.QueryString.Value!.Contains("%00", StringComparison.Ordinal)
                    && !http.Request.Path.Value!.Contains('\0', StringComparison.Ordinal);
                if (isPlain)
                    return next();
                http.Response.StatusCode = StatusCodes.Status400BadRequest;
                return Task.CompletedTask;
            }
        );
}
