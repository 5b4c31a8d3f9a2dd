using CoProduce.Ledger;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Accounts;

/// <summary>The doors by which somebody's word reaches a coordinator.</summary>
public static class DoorWords
{
    /// <summary>The three to choose from, the telephone first.</summary>
    public static IReadOnlyList<(Door Door, string Words)> Choices(IStringLocalizer texts) =>
        [(Door.Phone, texts["By phone"]), (Door.Paper, texts["On paper"]), (Door.Screen, texts["Face to face"])];
}
