using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Kiosk;

/// <summary>How a kiosk stands, in a sentence.</summary>
internal static class KioskStanding
{
    /// <summary>Whether it works, when it was used last and how often of late.</summary>
    public static string Of(IStringLocalizer texts, KioskRow row, OrganisationProfile profile) =>
        row.Kiosk switch
        {
            { EndedAt: { } ended } => texts["Ended on {0}", texts.ShortDay(profile.DateOf(ended))],
            { PairedAt: null } => texts["Waits for its code to be typed on its screen"],
            { UsedAt: { } used } => texts["Last used on {0}", texts.ShortDay(profile.DateOf(used))]
                + ". "
                + texts.Count(row.SignIns, "{0} sign-in in thirty days", "{0} sign-ins in thirty days"),
            _ => texts["Not used yet"],
        };
}
