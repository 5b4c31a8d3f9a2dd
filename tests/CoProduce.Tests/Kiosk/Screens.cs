using CoProduce.Tests.Support;
using CoProduce.Web.Features.Kiosk;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using Shouldly;

namespace CoProduce.Tests.Kiosk;

/// <summary>Kiosks as tests speak of them.</summary>
internal static class Screens
{
    public const string Pin = "7294";

    /// <summary>A screen that is a kiosk of the hub; of the first one when none is said.</summary>
    public static async Task<(Browser Screen, KioskId Id)> KioskAsync(this Place here, HubId? hub = null)
    {
        var cora = await here.CoordinatorAsync("Kit");
        var form = new KioskForm { Name = "Library", Hub = (hub ?? here.Hub).Value };
        (await cora.DoAsync((SetUpKiosk set) => set.HandleAsync(form))).ShouldBe(SetUpKiosk.Outcome.Done);
        var code = await cora.DoAsync((SetUpKiosk set) => set.CodeAsync(new(form.RequestKey)));
        var screen = here.Bank.Stranger().At(here.Slug);
        (await screen.PairsAsync(code!)).ShouldContain("This screen is a kiosk now.");
        return (screen, new(form.RequestKey));
    }

    /// <summary>Types the code on the screen; answers what it shows then.</summary>
    public static async Task<string> PairsAsync(this Browser screen, string code)
    {
        var page = await screen.SendAsync(await screen.OpenAsync("kiosk/pair"), new() { ["Form.Code"] = code });
        return page.QuerySelector("main")!.TextContent;
    }

    /// <summary>The member chooses a PIN at the desk.</summary>
    public static async Task<SetPin.Outcome> SetsPinAsync(this Place here, MemberId member, string pin = Pin) =>
        await (await here.CoordinatorAsync("Desk")).DoAsync((SetPin set) => set.AtDeskAsync(member, new() { Pin = pin, AgainPin = pin }));

    /// <summary>Types number or card and PIN; answers what the page says then.</summary>
    public static async Task<string> SignsInAsync(this Browser screen, string who, string pin = Pin)
    {
        var page = await screen.SendAsync(await screen.OpenAsync("kiosk"), new() { ["Form.Who"] = who, ["Form.Pin"] = pin });
        return page.QuerySelector("main")!.TextContent;
    }
}
