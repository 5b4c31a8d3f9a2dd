using CoProduce.Web.Data.Demo.Help;

namespace CoProduce.Web.Data.Demo;

/// <summary>What one demo organisation is, and how lively; the people and what they do follow from it by a fixed seed.</summary>
public sealed record DemoOrganisation
{
    /// <summary>The first part of its addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its colour, as a hexadecimal code with the hash.</summary>
    public required string Accent { get; init; }

    /// <summary>One line under its name.</summary>
    public required string Motto { get; init; }

    /// <summary>The office's telephone, from the range kept free for drama.</summary>
    public required string Phone { get; init; }

    /// <summary>Where its members have their e-mail; no two organisations share one.</summary>
    public required IReadOnlyList<string> MailHosts { get; init; }

    /// <summary>Its hubs, the largest first.</summary>
    public required IReadOnlyList<DemoPlace> Places { get; init; }

    /// <summary>What its members do for one another, the most usual first.</summary>
    public required IReadOnlyList<HelpKind> Help { get; init; }

    /// <summary>Communities and how many in a hundred come from each.</summary>
    public required IReadOnlyList<(NamePool Names, int Share)> Communities { get; init; }

    /// <summary>People with a part to play: those who can sign in, and a few others.</summary>
    public required IReadOnlyList<DemoCharacter> Characters { get; init; }

    /// <summary>Local groups that are members; empty where only people are.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>How many people are members in the end, the characters included.</summary>
    public required int People { get; init; }

    /// <summary>Exchanges between members on an ordinary weekday at the end of the eighteen months.</summary>
    public required double PerDay { get; init; }

    /// <summary>Pairs that help each other every week or two.</summary>
    public required int RegularPairs { get; init; }

    /// <summary>What members do together for the organisation, and when.</summary>
    public required IReadOnlyList<DemoShift> Shifts { get; init; }

    /// <summary>How far below zero a member may go, in minutes; zero or negative.</summary>
    public long Floor { get; init; } = -300;

    /// <summary>What a new member starts with, in minutes.</summary>
    public long Welcome { get; init; } = 120;

    /// <summary>Days after which silence confirms.</summary>
    public int ConfirmDays { get; init; } = 14;
}

/// <summary>A hub of a demo organisation, with the local names that appear in what people write.</summary>
/// <param name="Share">How many in a hundred members belong here.</param>
public sealed record DemoPlace(string Name, string Town, int Share, string[] Postcodes)
{
    /// <summary>Local names: hospital, park, market, library, hall.</summary>
    public required IReadOnlyDictionary<string, string> Landmarks { get; init; }

    /// <summary>Whether its members are in prison: no contact details, everything through the staff.</summary>
    public bool InCustody { get; init; }

    /// <summary>Puts the local names into a text.</summary>
    public string Localise(string text)
    {
        foreach (var (placeholder, name) in Landmarks)
        {
            text = text.Replace("{" + placeholder + "}", name, StringComparison.Ordinal);
        }

        return text;
    }
}

/// <summary>Something that members do again and again for the organisation.</summary>
/// <param name="Text">What it was; several wordings are parted by a bar.</param>
/// <param name="EveryDays">Days between one and the next.</param>
/// <param name="Hands">How many take part each time.</param>
/// <param name="Regulars">How many take turns.</param>
public sealed record DemoShift(string Text, HelpKind Kind, int Place, DayOfWeek Day, int EveryDays, int Hands, int Regulars, int Minutes)
{
    /// <summary>Months of the year in which it is not held.</summary>
    public IReadOnlyList<int> NotIn { get; init; } = [];

    /// <summary>How many days before today it began; null is from the start.</summary>
    public int? BeganDaysAgo { get; init; }

    /// <summary>How many days before today it ended; null is still going.</summary>
    public int? EndedDaysAgo { get; init; }
}

/// <summary>Somebody in the demo with a name of their own rather than a drawn one.</summary>
public sealed record DemoCharacter(string Given, string Family)
{
    /// <summary>The e-mail they sign in with; null when they cannot sign in.</summary>
    public string? SignIn { get; init; }

    /// <summary>What they are besides a member.</summary>
    public DemoRole Role { get; init; } = DemoRole.Member;

    /// <summary>Whether they belong to the time bank; staff may not.</summary>
    public bool IsMember { get; init; } = true;

    /// <summary>The index of their hub.</summary>
    public int Place { get; init; }

    /// <summary>Year of birth.</summary>
    public int Born { get; init; } = 1960;

    /// <summary>How much they give, where 1 is usual.</summary>
    public double Gives { get; init; } = 1;

    /// <summary>How much they receive, where 1 is usual.</summary>
    public double Receives { get; init; } = 1;

    /// <summary>What they can do; empty draws some.</summary>
    public IReadOnlyList<HelpKind> Can { get; init; } = [];

    /// <summary>What they ask for; empty draws some.</summary>
    public IReadOnlyList<HelpKind> Needs { get; init; } = [];

    /// <summary>A sentence about themselves; null draws one or none.</summary>
    public string? About { get; init; }

    /// <summary>Whether their pages should have something of everything: things to confirm, open requests, offers.</summary>
    public bool ShowsEverything { get; init; }
}

/// <summary>What a person may be besides a member.</summary>
public enum DemoRole
{
    /// <summary>A member and nothing more.</summary>
    Member,

    /// <summary>A member who brings others together.</summary>
    PeerBroker,

    /// <summary>Runs a hub.</summary>
    Coordinator,

    /// <summary>Governs.</summary>
    Trustee,

    /// <summary>Looks after settings, people and roles.</summary>
    Manager,
}
