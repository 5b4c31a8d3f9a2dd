using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Activities;

/// <summary>What can be done with the difference between what a register earns and what it spends, as choices.</summary>
public static class DifferenceWords
{
    /// <summary>All of them.</summary>
    public static Choice[] Choices(IStringLocalizer texts, OrganisationProfile organisation) =>
        [
            new($"{Difference.Organisation}", organisation.Name),
            new($"{Difference.Pot}", texts["The community pot"]),
            new($"{Difference.Shared}", texts["Nowhere: those who took part share what was given"]),
        ];
}
