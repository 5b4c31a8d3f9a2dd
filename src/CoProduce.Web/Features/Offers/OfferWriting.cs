using System.Globalization;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Skills;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Offers;

/// <summary>What only the database can find wrong with what was written.</summary>
public enum OfferFlaw
{
    /// <summary>The day on which it is to be is over.</summary>
    DayIsOver,

    /// <summary>The day by which it is needed is over.</summary>
    NeededByIsOver,
    UnknownCategory,
}

/// <summary>Writes what was said into an offer or request, whoever says it, inside a unit of work.</summary>
public static class OfferWriting
{
    /// <summary>What is wrong with it; null when it can be written.</summary>
    public static async Task<OfferFlaw?> FlawAsync(this TenantDb db, OfferKind kind, OfferForm form, DateOnly today, CancellationToken ct)
    {
        if (form.Asks(OfferPart.When) && form.When == OfferForm.Day && form.OnDay.ToDate() < today)
            return OfferFlaw.DayIsOver;
        if (form.Asks(OfferPart.Hurry) && kind == OfferKind.Request && form.NeededBy.ToDate() < today)
            return OfferFlaw.NeededByIsOver;
        var kinds = form.KindIds;
        var isKnown =
            kinds.Count == (form.Kinds?.Count ?? 0) && await db.Categories.CountAsync(c => kinds.Contains(c.Id), ct) == kinds.Count;
        return isKnown ? null : OfferFlaw.UnknownCategory;
    }

    /// <summary>Writes the parts that the form asks.</summary>
    public static async Task WriteAsync(this TenantDb db, Offer offer, OfferForm form, CancellationToken ct)
    {
        if (form.Asks(OfferPart.What))
        {
            offer.Title = form.Title!.Trim();
            offer.Details = form.Details?.ReplaceLineEndings("\n").Trim() ?? "";
            await WriteKindsAsync(db, offer, form.KindIds, ct);
        }
        if (form.Asks(OfferPart.When))
        {
            offer.Times = form.When == OfferForm.Parts ? Bits(form.Ticked) : 0;
            offer.OnDay = form.When == OfferForm.Day ? form.OnDay.ToDate() : null;
            offer.Minutes = (int?)TypedDuration.Read(form.HowLong);
        }
        if (form.Asks(OfferPart.Hurry) && offer.Kind == OfferKind.Request)
        {
            offer.NeededBy = form.NeededBy.ToDate();
            offer.Urgency = Named<Urgency>(form.Urgency);
        }
        if (form.Asks(OfferPart.Where))
        {
            offer.Where = form.Where.ToFlags<OfferPlace>();
            offer.WhereNote = form.WhereNote?.Trim() ?? "";
            offer.Reach = Named<Reach>(form.Reach);
        }
        if (form.Asks(OfferPart.Who))
        {
            offer.Languages = [.. (form.Languages ?? []).Where(l => SpokenLanguages.Find(l) is not null).Distinct()];
            offer.ForWhom = form.ForWhom?.Trim() ?? "";
        }
    }

    /// <summary>All kinds of help of an offer, the one under which it is counted first.</summary>
    public static async Task<IReadOnlyList<CategoryId>> KindsOfAsync(this TenantDb db, Offer offer, CancellationToken ct)
    {
        var further = await db.FurtherKinds.Where(k => k.OfferId == offer.Id).Select(k => k.CategoryId).ToListAsync(ct);
        return offer.CategoryId is { } first ? [first, .. further] : further;
    }

    private static async Task WriteKindsAsync(TenantDb db, Offer offer, IReadOnlyList<CategoryId> kinds, CancellationToken ct)
    {
        offer.CategoryId = kinds.Count > 0 ? kinds[0] : null;
        var before = await db.FurtherKinds.Where(k => k.OfferId == offer.Id).ToListAsync(ct);
        var further = kinds.Skip(1).ToList();
        db.FurtherKinds.RemoveRange(before.Where(k => !further.Contains(k.CategoryId)));
        db.FurtherKinds.AddRange(
            further
                .Where(k => !before.Exists(b => b.CategoryId == k))
                .Select(k => new FurtherKind
                {
                    OfferId = offer.Id,
                    MemberId = offer.MemberId,
                    CategoryId = k,
                })
        );
    }

    private static int Bits(List<string>? ticked) =>
        (ticked ?? [])
            .Select(t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var bit) ? bit : -1)
            .Where(bit => bit is >= 0 and < 7 * WeekPattern.Parts)
            .Aggregate(0, (bits, bit) => bits | (1 << bit));

    private static T? Named<T>(string? name)
        where T : struct, Enum => Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value) ? value : null;
}
