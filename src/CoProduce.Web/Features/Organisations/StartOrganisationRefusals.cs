namespace CoProduce.Web.Features.Organisations;

/// <summary>Why an organisation was not started, in a sentence that is a key of the texts; null when it was.</summary>
public static class StartOrganisationRefusals
{
    public static string? Of(StartOrganisation.Outcome outcome) =>
        outcome switch
        {
            StartOrganisation.Outcome.Started => null,
            StartOrganisation.Outcome.AddressReserved => "The program needs this address for itself. Choose another one.",
            StartOrganisation.Outcome.AddressTaken => "Another organisation has this address. Choose another one.",
        };
}
