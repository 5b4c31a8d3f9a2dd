using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Offers;

/// <summary>What somebody is asked about who holds a link of a mail; null when the link is not ours, has run out, or what it was for is gone.</summary>
public sealed class ByLinkQuery(UnitOfWork work, OfferLinks links)
{
    /// <summary>What may be still wanted.</summary>
    public async Task<Offer?> WantedAsync(string secret, CancellationToken ct = default) =>
        links.ReadWanted(secret) is var (id, owner)
            ? await work.ReadAsync(
                db =>
                    db.Offers.AsNoTracking()
                        .SingleOrDefaultAsync(o => o.Id == id && o.MemberId == owner && o.Status != OfferStatus.Draft, ct),
                ct
            )
            : null;

    /// <summary>An answer that comes to the owner, with the first name of whoever gave it.</summary>
    public async Task<(Offer Offer, AnswerLine Line)?> AnswerAsync(string secret, CancellationToken ct = default) =>
        links.ReadAnswer(secret) is var (id, owner) ? await work.ReadAsync(db => AnswerAsync(db, id, owner, ct), ct) : null;

    /// <summary>True when the link stops letters of a member of this organisation.</summary>
    public bool Stops(string secret) => links.ReadStopping(secret) is not null;

    private static async Task<(Offer, AnswerLine)?> AnswerAsync(TenantDb db, OfferAnswerId id, MemberId owner, CancellationToken ct)
    {
        var found = await (
            from a in db.OfferAnswers.AsNoTracking()
            where a.Id == id && a.OwnerId == owner && a.GoesTo == AnswersGoTo.People
            join o in db.Offers.AsNoTracking() on a.OfferId equals o.Id
            join m in db.Members on a.MemberId equals m.Id
            select new
            {
                Offer = o,
                Answer = a,
                m.FirstName,
            }
        ).SingleOrDefaultAsync(ct);
        return found is null ? null : (found.Offer, new(found.Answer, found.FirstName));
    }
}

/// <summary>The button that was pressed on a page of a link.</summary>
public sealed class SayForm
{
    /// <summary>"yes" or "no".</summary>
    public string? Say { get; set; }
}
