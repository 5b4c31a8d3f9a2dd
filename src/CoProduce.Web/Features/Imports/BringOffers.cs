using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Imports;

/// <summary>Brings in offers and requests, and changes those that are other now and still open.</summary>
public sealed class BringOffers(CurrentOrganisation organisation)
{
    public async Task HandleAsync(TenantDb db, ImportPart part, CancellationToken ct = default)
    {
        var categories = await ImportCategories.OfAsync(db, ct);
        foreach (var line in part.Lines)
        {
            var said = part.Reading.Offer(line, out _)!;
            var (key, hash) = (part.KeyOf(line), LineCells.HashOf(said));
            var record = part.Records.Of(key);
            if (record?.ImportId == part.Import.Id)
            {
                ImportPart.Refuse(line, ImportFault.SameIdTwice);
                continue;
            }
            if (record is not null && await db.Offers.SingleOrDefaultAsync(o => o.Id == new OfferId(record.TargetId), ct) is { } offer)
            {
                (offer.Title, offer.Details, offer.CategoryId) = (said.Title, said.Details, categories.Find(said.Category));
                record.Hash = hash;
            }
            else
            {
                var added = new Offer
                {
                    Id = OfferId.New(),
                    Kind = said.Kind,
                    MemberId = part.MemberOf(part.Index.Find(said.Person)),
                    Title = said.Title,
                    Details = said.Details,
                    CategoryId = categories.Find(said.Category),
                    MadeAt = MadeAt(said, part.Now),
                    MadeBy = part.Import.MadeBy,
                    Door = Door.Import,
                };
                db.Offers.Add(added);
                db.ImportedRecords.Add(part.Record(line, key, hash, added.Id.Value));
            }
            part.Done(line);
        }
        await db.PlanBoardRoundsAsync(part.Now, ct);
        await db.SaveChangesAsync(ct);
    }

    private DateTimeOffset MadeAt(OfferLine said, DateTimeOffset now) =>
        said.Day is { } day && organisation.Profile.StartOf(day) is var start && start < now ? start : now;
}
