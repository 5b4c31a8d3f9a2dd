using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Offers;

/// <summary>Hands a picture to whoever may see what it belongs to. What is absent and what is forbidden look the same.</summary>
public static class PictureRoute
{
    // It never changes, but who may see it does: only the reader's own browser keeps it, and not for long.
    private const string Briefly = "private, max-age=300";

    public static void MapOffers(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/{organisation}/offers/{id:guid}/pictures/{picture:guid}", ReadAsync)
            .WithMetadata(new AllowRolesAttribute(Role.Member, Role.Coordinator));

    private static async Task<Results<FileContentHttpResult, NotFound>> ReadAsync(
        Guid id,
        Guid picture,
        HttpContext http,
        UnitOfWork work,
        CurrentOrganisation current,
        CurrentPerson me,
        OffersQuery offers,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var maySee =
            me.Holds(Role.Coordinator) || await offers.FindAsync(new(id), current.Profile.DateOf(clock.GetUtcNow()), ct) is not null;
        var offer = new OfferId(id);
        var found = maySee
            ? await work.ReadAsync(
                db =>
                    db.OfferPictures.AsNoTracking()
                        .SingleOrDefaultAsync(
                            p =>
                                p.Id == picture
                                && p.OfferId == offer
                                && db.Offers.Any(o => o.Id == offer && (o.Status != OfferStatus.Draft || o.MemberId == me.MemberId)),
                            ct
                        ),
                ct
            )
            : null;
        if (found is null)
            return TypedResults.NotFound();
        http.Response.Headers.CacheControl = Briefly;
        return TypedResults.File(found.Content, PictureFile.Jpeg);
    }
}
