using System.Globalization;
using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>By what a list of exchanges is sorted.</summary>
public enum ExchangeSort
{
    /// <summary>The day of the help.</summary>
    Day,

    /// <summary>Who helped.</summary>
    Giver,

    /// <summary>How long.</summary>
    Length,

    /// <summary>How it stands.</summary>
    Status,

    /// <summary>The time bank.</summary>
    Hub,
}

/// <summary>Which exchanges a list shows and in which order: the same for the page, the grid and the file. Null means any.</summary>
public sealed record ExchangeFilter
{
    public string? Text { get; init; }
    public string? Giver { get; init; }
    public string? Receiver { get; init; }
    public MemberId? Member { get; init; }
    public ExchangeStatus? Status { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public HubId? Hub { get; init; }
    public CategoryId? Category { get; init; }
    public Door? Door { get; init; }

    /// <summary>In minutes.</summary>
    public int? AtLeast { get; init; }

    /// <summary>In minutes.</summary>
    public int? AtMost { get; init; }
    public ExchangeSort Sort { get; init; } = ExchangeSort.Day;

    /// <summary>True for the smallest, or oldest, first.</summary>
    public bool Ascending { get; init; }

    /// <summary>Reads a query string; what cannot be understood is left out.</summary>
    public static ExchangeFilter Read(IQueryCollection query)
    {
        return new()
        {
            Text = Word("q"),
            Giver = Word("giver"),
            Receiver = Word("receiver"),
            Member = Id("member") is { } member ? new(member) : null,
            Status = Named<ExchangeStatus>("status"),
            From = Day("from"),
            To = Day("to"),
            Hub = Id("hub") is { } hub ? new(hub) : null,
            Category = Id("category") is { } category ? new(category) : null,
            Door = Named<Door>("door"),
            AtLeast = Count("least"),
            AtMost = Count("most"),
            Sort = Named<ExchangeSort>("sort") ?? ExchangeSort.Day,
            Ascending = query["order"] == "up",
        };

        string? Word(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;
        Guid? Id(string name) => Guid.TryParse(query[name], out var id) ? id : null;
        int? Count(string name) => int.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
        DateOnly? Day(string name) =>
            DateOnly.TryParseExact(query[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        T? Named<T>(string name)
            where T : struct, Enum =>
            Enum.TryParse<T>(query[name], ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
    }

    /// <summary>The address of a list with this filter.</summary>
    public string At(string path)
    {
        var values = new Dictionary<string, string?>
        {
            ["q"] = Text,
            ["giver"] = Giver,
            ["receiver"] = Receiver,
            ["member"] = Member?.Value.ToString(),
            ["status"] = Status?.ToString().ToLowerInvariant(),
            ["from"] = From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["to"] = To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["hub"] = Hub?.Value.ToString(),
            ["category"] = Category?.Value.ToString(),
            ["door"] = Door?.ToString().ToLowerInvariant(),
            ["least"] = AtLeast?.ToString(CultureInfo.InvariantCulture),
            ["most"] = AtMost?.ToString(CultureInfo.InvariantCulture),
            ["sort"] = Sort == ExchangeSort.Day ? null : Sort.ToString().ToLowerInvariant(),
            ["order"] = Ascending ? "up" : null,
        };
        return QueryHelpers.AddQueryString(path, values.Where(v => v.Value is not null));
    }

    /// <summary>True when anything narrows the list.</summary>
    public bool Narrows => this with { Sort = ExchangeSort.Day, Ascending = false } != new ExchangeFilter();
}

/// <summary>Applies a filter inside a unit of work.</summary>
internal static class ExchangeFiltering
{
    /// <summary>Those that the filter lets through, in no order.</summary>
    public static IQueryable<Exchange> Filtered(this TenantDb db, ExchangeFilter filter)
    {
        var found = db.Exchanges.AsQueryable();
        foreach (var word in MemberSearch.Words(filter.Text))
        {
            var (pattern, named) = (Folded.Anywhere(word), db.NamedBy(word));
            found = found.Where(e =>
                EF.Functions.ILike(e.Description, pattern, @"\") || named.Contains(e.GiverId) || named.Contains(e.ReceiverId!.Value)
            );
        }
        foreach (var word in MemberSearch.Words(filter.Giver))
            found = found.Where(e => db.NamedBy(word).Contains(e.GiverId));
        foreach (var word in MemberSearch.Words(filter.Receiver))
            found = found.Where(e => db.NamedBy(word).Contains(e.ReceiverId!.Value));
        if (filter.Member is { } member)
            found = found.Where(e => e.GiverId == member || e.ReceiverId == member);
        if (filter.Status is { } status)
            found = found.Where(e => e.Status == status);
        if (filter.From is { } from)
            found = found.Where(e => e.ServiceDate >= from);
        if (filter.To is { } to)
            found = found.Where(e => e.ServiceDate <= to);
        if (filter.Hub is { } hub)
            found = found.Where(e => e.HubId == hub);
        if (filter.Category is { } category)
            found = found.Where(e => e.CategoryId == category);
        if (filter.Door is { } door)
            found = found.Where(e => e.Door == door);
        if (filter.AtLeast is { } least)
            found = found.Where(e => e.Minutes >= least);
        if (filter.AtMost is { } most)
            found = found.Where(e => e.Minutes <= most);
        return found;
    }

    /// <summary>In the filter's order; what is equal comes newest first.</summary>
    public static IQueryable<Exchange> Sorted(this TenantDb db, IQueryable<Exchange> found, ExchangeFilter filter)
    {
        IOrderedQueryable<Exchange> By<TKey>(System.Linq.Expressions.Expression<Func<Exchange, TKey>> key) =>
            filter.Ascending ? found.OrderBy(key) : found.OrderByDescending(key);
        var first = filter.Sort switch
        {
            ExchangeSort.Day => By(e => e.ServiceDate),
            ExchangeSort.Giver => By(e => db.Members.Where(m => m.Id == e.GiverId).Select(m => m.SearchText).First()),
            ExchangeSort.Length => By(e => e.Minutes),
            ExchangeSort.Status => By(e => e.Status),
            ExchangeSort.Hub => By(e => db.Hubs.Where(h => h.Id == e.HubId).Select(h => h.Name).First()),
        };
        return first.ThenByDescending(e => e.ServiceDate).ThenByDescending(e => e.Id);
    }
}
