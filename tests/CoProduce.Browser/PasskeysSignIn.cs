using CoProduce.Browser.Support;
using Microsoft.Playwright;
using Shouldly;

namespace CoProduce.Browser;

/// <summary>A device that keeps passkeys, as Chromium pretends to have one.</summary>
public sealed class PasskeysSignIn(RunningProgram program)
{
    private static readonly Dictionary<string, object> Device = new()
    {
        ["protocol"] = "ctap2",
        ["transport"] = "internal",
        ["hasResidentKey"] = true,
        ["hasUserVerification"] = true,
        ["isUserVerified"] = true,
        ["automaticPresenceSimulation"] = true,
    };

    [Fact]
    public async Task A_passkey_is_added_named_signs_in_without_an_address_and_works_no_more_when_removed()
    {
        await using var tab = await program.OpenAsync("manager@holy-cross.example", "holy-cross");
        var page = tab.Page;
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new() { ["options"] = Device });

        await page.GotoAsync("/account/passkeys");
        await page.ClickAsync("text=Add a passkey on this device");
        await page.FillAsync("[name='Form.Name']", "My phone");
        await page.ClickAsync("text=Save this name");
        await page.Locator(".lines li", new() { HasText = "My phone" }).WaitForAsync();
        await SignOutAsync(page);

        await page.GotoAsync("/holy-cross/sign-in");
        await page.ClickAsync("text=Sign in with a passkey");
        await page.WaitForURLAsync(InOrganisation);

        await page.GotoAsync("/account/passkeys");
        await page.ClickAsync("text=Name or remove");
        await page.ClickAsync("text=Remove this passkey");
        await page.WaitForSelectorAsync("text=You have no passkey yet.");
        await SignOutAsync(page);

        await page.GotoAsync("/holy-cross/sign-in");
        await page.ClickAsync("text=Sign in with a passkey");
        await page.WaitForSelectorAsync("text=We could not sign you in with that passkey");
        tab.Complaints.ShouldBeEmpty();
    }

    private static bool InOrganisation(string url) =>
        new Uri(url).AbsolutePath is var path
        && path.StartsWith("/holy-cross", StringComparison.Ordinal)
        && !path.EndsWith("/sign-in", StringComparison.Ordinal);

    private static async Task SignOutAsync(IPage page)
    {
        await page.GotoAsync("/account");
        await page.ClickAsync("text=Sign out here");
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");
    }
}
