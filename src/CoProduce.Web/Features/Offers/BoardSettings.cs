namespace CoProduce.Web.Features.Offers;

/// <summary>To whom "I can help" and "I'd like that" go.</summary>
public enum AnswersGoTo : short
{
    /// <summary>To the coordinators, who bring people together.</summary>
    Broker = 1,

    /// <summary>To whoever put it up.</summary>
    People = 2,
}

/// <summary>How an organisation keeps its noticeboard; as here where there is no row.</summary>
public sealed class BoardSettings
{
    /// <summary>The fewest days after which it may be asked whether something is still wanted.</summary>
    public const int FewestDays = 7;

    /// <summary>The most days of that.</summary>
    public const int MostDays = 730;

    /// <summary>So many days without an answer take it from the board.</summary>
    public const int SilenceDays = 14;

    /// <summary>After so many days it is asked whether a request is still wanted.</summary>
    public int RequestDays { get; set; } = 60;

    /// <summary>After so many days it is asked whether an offer still stands.</summary>
    public int OfferDays { get; set; } = 180;

    /// <summary>To whom answers go. In places of custody, and where something of care speaks, always to the coordinators.</summary>
    public AnswersGoTo AnswersGoTo { get; set; } = AnswersGoTo.Broker;

    /// <summary>True where members see which requests fit what they can give.</summary>
    public bool SuggestsFits { get; set; }

    /// <summary>True where a member who asks for something sees who of the directory could help, and may ask them.</summary>
    public bool SuggestsPeople { get; set; }

    /// <summary>True where members may ask one another: only where answers go to the people as well.</summary>
    public bool LetsMembersAsk => SuggestsPeople && AnswersGoTo == AnswersGoTo.People;

    /// <summary>The days for that one of the two.</summary>
    public int DaysFor(OfferKind kind) => kind == OfferKind.Request ? RequestDays : OfferDays;
}
