namespace CoProduce.Web.Features.Matching;

/// <summary>How much something matters to an organisation when a shortlist is made.</summary>
public enum Matters : short
{
    NotAtAll = 0,
    Little = 1,
    Lot = 3,
}

/// <summary>What speaks for somebody on a shortlist, or against asking them now.</summary>
public enum MatchReason : short
{
    FreeThen = 1,
    Near = 2,
    Language = 3,
    Interest = 4,
    MetBefore = 5,
    NewToEachOther = 6,

    /// <summary>For an offer: has credits to spend. For a request: has received more than given.</summary>
    Balance = 7,

    /// <summary>For an offer: has given much and never asked.</summary>
    NeverAsked = 8,

    /// <summary>Was asked for something lately; it speaks against asking again.</summary>
    AskedLately = 9,
}

/// <summary>How much each reason matters to an organisation; as here where there is no row.</summary>
public sealed class MatchWeights
{
    public Matters FreeThen { get; set; } = Matters.Lot;

    public Matters Near { get; set; } = Matters.Lot;

    public Matters Language { get; set; } = Matters.Lot;

    public Matters Interest { get; set; } = Matters.Little;

    public Matters MetBefore { get; set; } = Matters.Little;

    public Matters NewToEachOther { get; set; } = Matters.Little;

    public Matters Balance { get; set; } = Matters.Little;

    public Matters NeverAsked { get; set; } = Matters.Little;

    public Matters AskedLately { get; set; } = Matters.Lot;

    /// <summary>How much that one matters.</summary>
    public Matters Of(MatchReason reason) =>
        reason switch
        {
            MatchReason.FreeThen => FreeThen,
            MatchReason.Near => Near,
            MatchReason.Language => Language,
            MatchReason.Interest => Interest,
            MatchReason.MetBefore => MetBefore,
            MatchReason.NewToEachOther => NewToEachOther,
            MatchReason.Balance => Balance,
            MatchReason.NeverAsked => NeverAsked,
            MatchReason.AskedLately => AskedLately,
        };

    /// <summary>From now on it matters so much.</summary>
    public void Set(MatchReason reason, Matters matters)
    {
        switch (reason)
        {
            case MatchReason.FreeThen:
                FreeThen = matters;
                break;
            case MatchReason.Near:
                Near = matters;
                break;
            case MatchReason.Language:
                Language = matters;
                break;
            case MatchReason.Interest:
                Interest = matters;
                break;
            case MatchReason.MetBefore:
                MetBefore = matters;
                break;
            case MatchReason.NewToEachOther:
                NewToEachOther = matters;
                break;
            case MatchReason.Balance:
                Balance = matters;
                break;
            case MatchReason.NeverAsked:
                NeverAsked = matters;
                break;
            case MatchReason.AskedLately:
                AskedLately = matters;
                break;
        }
    }
}
