using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Skills;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Offers;

/// <summary>What there is to choose from in the questions about an offer.</summary>
/// <param name="Kinds">The kinds of help of the organisation.</param>
/// <param name="Languages">English, Welsh and what members here speak.</param>
public sealed record OfferChoices(IReadOnlyList<Choice> Kinds, IReadOnlyList<Choice> Languages)
{
    /// <summary>Nothing to choose from, until it is read.</summary>
    public static readonly OfferChoices None = new([], []);
}

/// <summary>Reads them.</summary>
public sealed class OfferChoicesQuery(UnitOfWork work, CategoryChoices categories)
{
    public async Task<OfferChoices> ReadAsync(CancellationToken ct = default)
    {
        var spoken = await work.ReadAsync(db => db.MemberLanguages.Select(l => l.Code).Distinct().ToListAsync(ct), ct);
        var languages = SpokenLanguages.All.Where(l => l.Code is "en" or "cy" || spoken.Contains(l.Code));
        return new(await categories.AllAsync(ct), [.. languages.Select(l => new Choice(l.Code, l.Name.Here))]);
    }
}
