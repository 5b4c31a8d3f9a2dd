namespace CoProduce.Web.Features.Exchanges;

/// <summary>A word of what help was, by which it is found. The database keeps these by itself (search.sql).</summary>
public sealed class ExchangeWord
{
    /// <summary>Of which exchange.</summary>
    public ExchangeId ExchangeId { get; init; }

    /// <summary>The whole word, folded.</summary>
    public required string Word { get; init; }
}
