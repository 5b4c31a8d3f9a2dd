namespace CoProduce.Web.Data.Demo;

/// <summary>The three organisations of the demo.</summary>
public static partial class DemoPlans
{
    /// <summary>The seed of the demo that is loaded.</summary>
    public const int Seed = 1998;

    /// <summary>All three.</summary>
    public static IReadOnlyList<DemoOrganisation> All => [FairShares, HolyCross, RusheyGreen];

    private static DemoPlace Place(
        string name,
        string town,
        int share,
        string postcodes,
        string hospital,
        string park,
        string market,
        string library,
        string hall
    ) =>
        new(name, town, share, postcodes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Landmarks = new Dictionary<string, string>
            {
                ["hospital"] = hospital,
                ["park"] = park,
                ["market"] = market,
                ["library"] = library,
                ["hall"] = hall,
                ["town"] = town,
            },
        };
}
