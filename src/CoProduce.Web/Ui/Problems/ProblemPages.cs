using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;

namespace CoProduce.Web.Ui;

/// <summary>Pages in place of bare status codes: not found, not yours to see, open too long, and our own mistakes with a number to quote.</summary>
public static class ProblemPages
{
    /// <summary>Lets a refused POST be answered by a page that is only read; inside whatever runs the request again for an error.</summary>
    public static WebApplication UseProblemPages(this WebApplication app)
    {
        app.Use(
            (http, next) =>
            {
                if (
                    http.Features.Get<IStatusCodeReExecuteFeature>() is not null
                    || http.Features.Get<IExceptionHandlerFeature>() is not null
                )
                    http.Request.Method = HttpMethods.Get;
                return next(http);
            }
        );
        return app;
    }

    /// <summary>Keeps what was typed into a form whose token has run out, and shows a page anew whose form is gone; directly after <c>UseAntiforgery</c>.</summary>
    public static WebApplication UseExpiredForms(this WebApplication app)
    {
        app.Use(
            async (http, next) =>
            {
                if (
                    !HttpMethods.IsPost(http.Request.Method) || http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }
                )
                {
                    http.Response.OnStarting(() => ShowAsItIsNow(http));
                    await next(http);
                    if (!http.Response.HasStarted)
                        await ShowAsItIsNow(http);
                    return;
                }

                // The form may be read again only because nothing but this page will be shown what was in it.
                http.Features.Set<IAntiforgeryValidationFeature>(null);
                http.Features.Set(await ExpiredForm.ReadAsync(http.Request, http.RequestAborted));
                http.Response.StatusCode = StatusCodes.Status400BadRequest;
            }
        );
        return app;
    }

    // A button pressed twice, or after somebody else was quicker: the form is not on the page any more, and the page says why.
    private static Task ShowAsItIsNow(HttpContext http)
    {
        var isPage = http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        if (isPage && HttpMethods.IsPost(http.Request.Method) && http.Response.StatusCode == StatusCodes.Status400BadRequest)
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.ContentType = null;
            http.Response.Headers.Location = http.Request.PathBase + http.Request.Path + http.Request.QueryString.ToString();
        }
        return Task.CompletedTask;
    }
}
