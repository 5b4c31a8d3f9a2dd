namespace CoProduce.Web.Features.Care;

/// <summary>The checks that a new organisation starts with; its manager changes them as they like, and says which help needs them.</summary>
public static class UsualChecks
{
    /// <summary>The checks that time banks meet most, in the order of their lists.</summary>
    public static IReadOnlyList<CheckKind> All =>
        [
            New(1, "References taken", null),
            New(2, "DBS seen", 36),
            New(3, "Food hygiene", 36),
            New(4, "Induction", null),
            New(5, "Driving licence and insurance seen", 12),
        ];

    private static CheckKind New(int position, string name, int? months) =>
        new()
        {
            Id = CheckKindId.New(),
            Name = name,
            Months = months,
            Position = position,
        };
}
