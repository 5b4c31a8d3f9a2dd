using CoProduce.Web.Features.Organisations;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace CoProduce.Web.Features.Offers;

/// <summary>What of the board is looked at, as it stands in an address.</summary>
/// <param name="Words">What was typed; empty for nothing.</param>
/// <param name="Category">Only this kind of help; null for all.</param>
/// <param name="Hub">Only of members of this hub; null for all.</param>
public sealed record BoardFilter(OfferKind Kind, string Words = "", CategoryId? Category = null, HubId? Hub = null)
{
    private const string Offers = "offers";
    private const int MostWords = 80;

    /// <summary>True when nothing narrows it.</summary>
    public bool IsWide => Words.Length == 0 && Category is null && Hub is null;

    /// <summary>As an address says it; what makes no sense is left out.</summary>
    public static BoardFilter Read(string? show, string? words, string? category, string? hub) =>
        new(
            show == Offers ? OfferKind.Offer : OfferKind.Request,
            words?.Trim() is { } typed ? typed[..Math.Min(typed.Length, MostWords)] : "",
            CategoryField.Chosen(category),
            Guid.TryParse(hub, out var place) ? new(place) : null
        );

    /// <summary>The same from a kept search.</summary>
    public static BoardFilter Read(string query)
    {
        var said = QueryHelpers.ParseQuery(query);
        return Read(
            said.GetValueOrDefault("show"),
            said.GetValueOrDefault("q"),
            said.GetValueOrDefault("category"),
            said.GetValueOrDefault("hub")
        );
    }

    /// <summary>As it is kept, without a question mark.</summary>
    public string ToQuery()
    {
        var query = new QueryBuilder { { "show", Kind == OfferKind.Offer ? Offers : "requests" } };
        if (Words.Length > 0)
            query.Add("q", Words);
        if (Category is { } category)
            query.Add("category", category.Value.ToString());
        if (Hub is { } hub)
            query.Add("hub", hub.Value.ToString());
        return query.ToString().TrimStart('?');
    }
}
