namespace CoProduce.Web.Features.Organisations;

/// <summary>The id of a rule.</summary>
public readonly record struct ContributionRuleId(Guid Value);

/// <summary>What somebody can bring in and how many minutes each of it earns. An entry keeps its own words and minutes: a changed rule changes no history.</summary>
public sealed class ContributionRule
{
    /// <summary>The rule.</summary>
    public ContributionRuleId Id { get; init; }

    /// <summary>What one is called, such as bag of rubbish; at most <see cref="OrganisationSettings.NameLength"/> characters.</summary>
    public required string One { get; set; }

    /// <summary>What several are called.</summary>
    public required string Several { get; set; }

    /// <summary>What each earns, in minutes.</summary>
    public int MinutesEach { get; set; }

    /// <summary>When it was taken from the list to choose from; null while it is offered.</summary>
    public DateTimeOffset? HiddenAt { get; set; }

    /// <summary>So many of it, in words.</summary>
    public string Counted(int quantity) => $"{quantity} {(quantity == 1 ? One : Several)}";
}
