using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Calls;

/// <summary>Calls in words.</summary>
internal static class CallWords
{
    /// <summary>Who rang whom, as the form asks it.</summary>
    public static IReadOnlyList<Choice> Directions(IStringLocalizer texts) =>
        [
            new(nameof(CallDirection.In), texts["They rang us"]),
            new(nameof(CallDirection.Out), texts["We rang them"]),
            new(nameof(CallDirection.NoAnswer), texts["We rang and nobody answered"]),
        ];

    /// <summary>Who rang whom, as a line tells it.</summary>
    public static string Direction(IStringLocalizer texts, CallDirection direction) =>
        direction switch
        {
            CallDirection.In => texts["They rang us"],
            CallDirection.Out => texts["We rang them"],
            CallDirection.NoAnswer => texts["We rang and nobody answered"],
        };
}
