using System.Net;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Imports;
using CoProduce.Web.Features.Imports.Reading;
using Shouldly;

namespace CoProduce.Tests.Imports;

public sealed class ManagersMoveInOnPages(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task From_the_file_to_the_undoing_without_a_script()
    {
        var moving = await Moving.IntoAsync(bank, "on-pages");
        var browser = await moving.Manager.BrowserAsync();
        await SendAsync(browser, "people.csv", "Name,Number,Balance\nAnn Ellis,1,two\nBob Hughes,2,1\n"u8.ToArray());
        browser.Path.ShouldStartWith("/on-pages/imports/");
        var address = browser.Path["/on-pages/".Length..];

        var page = await browser.OpenAsync(address + "/columns");
        page.QuerySelector("main")!.TextContent.ShouldContain("Ann Ellis · Bob Hughes");
        page = await browser.SendAsync(page, []);
        page.QuerySelector("main")!.TextContent.ShouldContain("You can leave this page");
        await moving.WorkAsync();

        page = await browser.OpenAsync(address);
        page.QuerySelector("main")!.TextContent.ShouldContain("Nothing has been brought in yet.");
        page = await browser.SendAsync(page, [], "main form.form");
        page.QuerySelector("main")!.TextContent.ShouldContain("Some lines still have to be mended.");
        page = await browser.OpenAsync(address + "/lines?only=wrong");
        page.QuerySelector("main")!.TextContent.ShouldContain("This is no length of time.");
        page.QuerySelector("#mend-2")!.GetAttribute("value").ShouldBe("two");
        page = await browser.SendAsync(page, new() { ["Form.Lines[0].Value"] = "2" });
        page.QuerySelector("main")!.TextContent.ShouldContain("There is nothing to mend.");

        page = await browser.OpenAsync(address);
        await browser.SendAsync(page, [], "main form.form");
        await moving.WorkAsync();
        page = await browser.OpenAsync(address);
        page.QuerySelector("main")!.TextContent.ShouldContain("Done. 2 lines are new here.");
        (await browser.OpenAsync(address + "/balances")).QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        page = await browser.OpenAsync(address);
        page = await browser.SendAsync(page, new() { ["Undo.Reason"] = "" }, "main form.form");
        page.QuerySelector(".error-summary").ShouldNotBeNull();
        await browser.SendAsync(page, new() { ["Undo.Reason"] = "The wrong file" }, "main form.form");
        await moving.WorkAsync();
        page = await browser.OpenAsync(address);
        page.QuerySelector("main")!.TextContent.ShouldContain("It is undone: The wrong file");
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_with_what_to_do_instead()
    {
        var moving = await Moving.IntoAsync(bank, "kindly");
        var browser = await moving.Manager.BrowserAsync();
        (await SendAsync(browser, "big.csv", new byte[ImportLimits.MostBytes + 1])).ShouldContain("The file is too large.");
        (await SendAsync(browser, "photo.csv", [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 0, 13])).ShouldContain(
            "This is no table that we can read."
        );
        (await SendAsync(browser, "old.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0])).ShouldContain("save it as XLSX or CSV");
    }

    [Fact]
    public async Task A_file_that_was_only_looked_at_can_be_forgotten()
    {
        var moving = await Moving.IntoAsync(bank, "forgotten");
        var import = await moving.CheckAsync(await moving.SendAsync("people.csv", "Name\nAnn\n"));
        var browser = await moving.Manager.BrowserAsync();
        var page = await browser.OpenAsync($"imports/{import.Id.Value}");
        await browser.SendAsync(page, [], "main form:not(.form)");
        browser.Path.ShouldBe("/forgotten/imports");
        await browser.OpenAsync($"imports/{import.Id.Value}");
        browser.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Another_organisations_import_is_not_there()
    {
        var moving = await Moving.IntoAsync(bank, "walled");
        var import = await moving.CheckAsync(await moving.SendAsync("people.csv", "Name\nAnn\n"));
        var other = await bank.Hillside.StaffAsync("Eve", Role.Manager);
        var browser = await other.BrowserAsync();
        foreach (var page in new[] { "", "/columns", "/lines", "/names", "/balances" })
        {
            await browser.OpenAsync($"/hillside/imports/{import.Id.Value}{page}");
            browser.Status.ShouldBe(HttpStatusCode.NotFound);
        }
        var form = new BeginForm { Import = import.Id.Value };
        (await other.DoAsync((BeginImport begin) => begin.BringInAsync(form))).ShouldBe(BeginImport.Outcome.NotFound);
        (await other.DoAsync((BeginImport begin) => begin.DropAsync(new() { Import = import.Id.Value }))).ShouldBe(
            BeginImport.Outcome.NotFound
        );
    }

    private static async Task<string> SendAsync(Browser browser, string name, byte[] content)
    {
        var page = await browser.OpenAsync("imports");
        var request = browser.Request(page, []);
        var parts = new MultipartFormDataContent();
        foreach (
            var (field, value) in Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(await request.Content!.ReadAsStringAsync())
        )
            parts.Add(new StringContent(value.ToString()), field);
        parts.Add(new ByteArrayContent(content), "Form.File", name);
        request.Content = parts;
        return (await browser.SendAsync(request)).QuerySelector("main")!.TextContent;
    }
}
