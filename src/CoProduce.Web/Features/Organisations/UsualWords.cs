namespace CoProduce.Web.Features.Organisations;

/// <summary>What a new organisation starts with; its manager changes it as they like.</summary>
public static class UsualWords
{
    /// <summary>The kinds of help that time banks meet most, in the order of their lists.</summary>
    public static readonly IReadOnlyList<string> Categories =
    [
        "Lifts and transport",
        "Company and visiting",
        "Telephone calls",
        "Shopping and errands",
        "Cooking and baking",
        "Gardening",
        "Odd jobs and repairs",
        "Cleaning and housework",
        "Computers and forms",
        "Languages and reading",
        "Music, art and crafts",
        "Sport and exercise",
        "Children and pets",
        "Running the time bank",
    ];

    /// <summary>What an hour is called.</summary>
    public static IReadOnlyList<CreditWords> Credits =>
        [
            new()
            {
                Language = "en",
                One = "time credit",
                Other = "time credits",
            },
            new()
            {
                Language = "cy",
                One = "credyd amser",
                Other = "credydau amser",
            },
        ];
}
