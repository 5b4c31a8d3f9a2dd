using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Messages;

namespace CoProduce.Web.Features.Drafts;

/// <summary>Registers what the capability owns: forms of the desk that were begun.</summary>
public static class DraftsFeature
{
    private const string RequestKey = "Form.RequestKey";

    public static IServiceCollection AddDrafts(this IServiceCollection services) =>
        services
            .AddScoped<KeepDraft>()
            .AddScoped<DraftsQuery>()
            .AddScoped<LetOldGo>()
            .AddOutboxJob<LetOldGo>(OutboxKind.UnfinishedRound, (job, db, _, ct) => job.HandleAsync(db, ct));

    /// <summary>Where a begun form is posted: by the script, which hears only whether it is kept, or by a button, which leads back to the desk.</summary>
    public static IEndpointRouteBuilder MapDrafts(this IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/{organisation}/desk/drafts/{form}",
                async (
                    string organisation,
                    DraftForm form,
                    Guid? member,
                    IFormCollection posted,
                    HttpContext http,
                    KeepDraft keep,
                    CancellationToken ct
                ) =>
                {
                    var outcome =
                        Guid.TryParse(posted[RequestKey], out var key) && key != Guid.Empty
                            ? await keep.HandleAsync(key, form, member is { } id ? new(id) : null, DraftFields.Of(posted), ct)
                            : KeepDraft.Outcome.NotFound;
                    if (http.Request.Headers.Accept != "application/json")
                        return Results.LocalRedirect(
                            $"/{organisation}/desk?done={(outcome == KeepDraft.Outcome.Kept ? "kept" : "unkept")}"
                        );
                    return outcome is KeepDraft.Outcome.Kept or KeepDraft.Outcome.Sent ? Results.NoContent() : Results.Conflict();
                }
            )
            .WithMetadata(new AllowRolesAttribute(Role.Coordinator));
        return routes;
    }
}
