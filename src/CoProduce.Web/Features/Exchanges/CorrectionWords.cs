using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>One of the two exchanges that a correction links, with its names.</summary>
/// <param name="Receiver">Null when it was for the organisation.</param>
/// <param name="Category">Null when nobody said.</param>
public sealed record CorrectionSide(Exchange Exchange, string Giver, string? Receiver, string? Category);

/// <summary>Says what a correction changed.</summary>
internal static class CorrectionWords
{
    /// <summary>
    /// A sentence for each thing that is different: "It said an hour and a half; it is an hour now." Somebody who is in only one of the two reads
    /// nothing of whoever is only in the other.
    /// </summary>
    /// <param name="reader">The member who reads it; null for staff.</param>
    public static IReadOnlyList<string> Changes(
        IStringLocalizer texts,
        CorrectionSide before,
        CorrectionSide after,
        MemberId? reader,
        OrganisationProfile organisation
    )
    {
        var (old, now) = (before.Exchange, after.Exchange);
        if (reader is { } member && !now.Concerns(member))
            return [texts["It said that you took part; you are not in it any more. Hours that moved for you went back."]];
        if (reader is { } added && !old.Concerns(added))
            return [texts["It named somebody else by mistake; you are in it now."], Told(texts, after, organisation)];
        var changes = new List<string>();
        if (old.GiverId != now.GiverId)
            changes.Add(texts["It said that {0} helped; it was {1}.", before.Giver, after.Giver]);
        if (old.ReceiverId != now.ReceiverId)
            changes.Add(
                texts["It said that {0} was helped; it was {1}.", before.Receiver ?? organisation.Name, after.Receiver ?? organisation.Name]
            );
        if (old.Minutes != now.Minutes)
            changes.Add(texts["It said {0}; it is {1} now.", texts.Duration(old.Minutes), texts.Duration(now.Minutes)]);
        if (old.ServiceDate != now.ServiceDate)
            changes.Add(texts["It said {0}; it is {1} now.", texts.FullDay(old.ServiceDate), texts.FullDay(now.ServiceDate)]);
        if (old.Description != now.Description)
            changes.Add(texts["It said “{0}”; it is “{1}” now.", old.Description, now.Description]);
        if (old.CategoryId != now.CategoryId)
            changes.Add(
                texts[
                    "The kind of help was “{0}”; it is “{1}” now.",
                    before.Category ?? texts["Not said"],
                    after.Category ?? texts["Not said"]
                ]
            );
        return changes;
    }

    /// <summary>The exchanges with their names, by id.</summary>
    public static async Task<Dictionary<ExchangeId, CorrectionSide>> SidesOfAsync(
        this TenantDb db,
        IReadOnlyCollection<Exchange> exchanges,
        CancellationToken ct
    )
    {
        var people = exchanges.SelectMany(e => e.People).Distinct().ToList();
        var kinds = exchanges.Select(e => e.CategoryId).OfType<Organisations.CategoryId>().Distinct().ToList();
        var names = await db
            .Members.Where(m => people.Contains(m.Id))
            .Select(m => new { m.Id, Name = (m.FirstName + " " + m.LastName).Trim() })
            .ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        var categories = await db.Categories.Where(c => kinds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, ct);
        return exchanges.ToDictionary(
            e => e.Id,
            e => new CorrectionSide(
                e,
                names[e.GiverId],
                e.ReceiverId is { } receiver ? names[receiver] : null,
                e.CategoryId is { } kind ? categories[kind] : null
            )
        );
    }

    /// <summary>The exchanges that those correct or that stand in their places, together with those themselves, by id; empty when none was corrected.</summary>
    public static async Task<Dictionary<ExchangeId, CorrectionSide>> CorrectionsOfAsync(
        this TenantDb db,
        IEnumerable<Exchange> exchanges,
        CancellationToken ct
    )
    {
        var linked = exchanges.Where(e => e.CorrectsId is not null || e.CorrectedById is not null).ToList();
        if (linked.Count == 0)
            return [];
        var ids = linked.SelectMany(e => new[] { e.CorrectsId, e.CorrectedById }).OfType<ExchangeId>().ToList();
        var others = await db.Exchanges.AsNoTracking().Where(e => ids.Contains(e.Id)).ToListAsync(ct);
        return await db.SidesOfAsync([.. linked.Concat(others).DistinctBy(e => e.Id)], ct);
    }

    private static string Told(IStringLocalizer texts, CorrectionSide side, OrganisationProfile organisation) =>
        texts[
            "{0} gave {1} to {2} on {3}: {4}.",
            side.Giver,
            texts.Duration(side.Exchange.Minutes),
            side.Receiver ?? organisation.Name,
            texts.FullDay(side.Exchange.ServiceDate),
            side.Exchange.Description
        ];
}
