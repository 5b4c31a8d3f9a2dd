using System.Net;
using AngleSharp.Html.Dom;
using CoProduce.Ledger;
using CoProduce.Tests.Accounts;
using CoProduce.Tests.Relations;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Activities;
using CoProduce.Web.Features.Cards;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Relations;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Slips;

public sealed class PrintedSlipsOpenTheRightForm(Bank bank) : IClassFixture<Bank>
{
    private Place Here => bank.Riverside;

    [Fact]
    public async Task A_coordinator_finds_the_form_filled_in_and_the_member_their_own()
    {
        var (ann, bob) = (await Here.MemberAsync("Ann", "Alder"), await Here.MemberAsync("Bob", "Birch"));
        var cora = await (await Here.CoordinatorAsync()).BrowserAsync();
        var page = await cora.OpenAsync($"slip/{ann.Member.Value}");
        cora.Path.ShouldBe($"/riverside/desk/log?door=paper&giver={await Here.NumberAsync(ann.Member)}");
        Value(page, "Form.GiverTyped").ShouldEndWith("Ann Alder");
        ((IHtmlInputElement)page.QuerySelector("[name='Form.Door']:checked")!).Value.ShouldBe(nameof(Door.Paper));
        page.QuerySelector("[autofocus]")!.GetAttribute("name").ShouldBe("Form.ReceiverTyped");

        page = await cora.OpenAsync($"slip/{ann.Member.Value}/{bob.Member.Value}");
        (Value(page, "Form.GiverTyped"), Value(page, "Form.ReceiverTyped")).ShouldBe(
            ($"{await Here.NumberAsync(ann.Member)} Ann Alder", $"{await Here.NumberAsync(bob.Member)} Bob Birch")
        );
        page.QuerySelector("[autofocus]")!.GetAttribute("name").ShouldBe("Form.Description");
        await cora.OpenAsync("slip");
        cora.Path.ShouldBe("/riverside/desk/log?door=paper");

        var own = await ann.BrowserAsync();
        await own.OpenAsync($"slip/{ann.Member.Value}");
        (own.Path, own.Status).ShouldBe(("/riverside/log?gave=true", HttpStatusCode.OK));
        page = await own.OpenAsync($"slip/{bob.Member.Value}/{ann.Member.Value}");
        own.Path.ShouldBe($"/riverside/log?gave=false&with={bob.Member.Value}");
        ((IHtmlInputElement)page.QuerySelector("[name='Form.Who']:checked")!).Value.ShouldBe(bob.Member.Value.ToString());
        await own.OpenAsync("slip");
        own.Path.ShouldBe("/riverside/log?gave=true");
    }

    [Fact]
    public async Task Nobody_else_comes_in()
    {
        var (ann, bob, olu) = (
            await Here.MemberAsync("Ann", "Quillfeather"),
            await Here.AddMemberAsync("Bob"),
            await Here.MemberAsync("Olu")
        );
        foreach (var eyes in new[] { olu, await Here.StaffAsync("Pia", Role.PeerBroker), await Here.StaffAsync("Tom", Role.Trustee) })
        foreach (var slip in new[] { $"slip/{ann.Member.Value}", $"slip/{bob.Value}/{ann.Member.Value}" })
        {
            var browser = await eyes.BrowserAsync();
            var page = await browser.OpenAsync(slip);
            (browser.Status, browser.Path).ShouldBe((HttpStatusCode.Forbidden, $"/riverside/{slip}"));
            page.Body!.TextContent.ShouldNotContain("Quillfeather");
        }
        var there = await (await bank.Hillside.CoordinatorAsync()).BrowserAsync();
        await there.OpenAsync($"slip/{ann.Member.Value}");
        there.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_acts_for_one_of_them_finds_that_members_form_as_long_as_they_may()
    {
        var (ann, bob, dina) = (await Here.MemberAsync("Ann"), await Here.AddMemberAsync("Bob", "Birch"), await Here.MemberAsync("Dina"));
        var (carer, cora) = (await Here.MemberAsync("Carl"), await Here.CoordinatorAsync());
        // A carer who is no member here holds no role at all.
        await Here.WriteAsync(db => db.RoleHolders.Where(h => h.Id == carer.Id).ExecuteUpdateAsync(h => h.SetProperty(x => x.Roles, [])));
        foreach (var who in new[] { dina, carer })
            (await cora.ActsForAsync(who, bob)).ShouldBe(SetActing.Outcome.Set);
        foreach (var who in new[] { dina, carer })
        {
            var browser = await who.BrowserAsync();
            var form = await browser.OpenAsync($"slip/{bob.Value}");
            (browser.Status, browser.Path).ShouldBe((HttpStatusCode.OK, $"/for/{bob.Value}/riverside/log?gave=true"));
            form.Body!.TextContent.ShouldContain("You act for Bob Birch.");
            await browser.OpenAsync($"slip/{ann.Member.Value}/{bob.Value}");
            browser.Path.ShouldBe($"/for/{bob.Value}/riverside/log?gave=false&with={ann.Member.Value}");
            await browser.OpenAsync($"slip/{ann.Member.Value}");
            browser.Status.ShouldBe(HttpStatusCode.Forbidden);
        }
        // On a slip that names themself, they log their own.
        var own = await dina.BrowserAsync();
        await own.OpenAsync($"slip/{bob.Value}/{dina.Member.Value}");
        own.Path.ShouldBe($"/riverside/log?gave=false&with={bob.Value}");

        await Here.WriteAsync(db =>
            db.ActingFor.Where(a => a.MemberId == bob).ExecuteUpdateAsync(a => a.SetProperty(x => x.EndedAt, bank.Clock.GetUtcNow()))
        );
        await own.OpenAsync($"slip/{bob.Value}");
        (own.Status, own.Path).ShouldBe((HttpStatusCode.Forbidden, $"/riverside/slip/{bob.Value}"));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_signs_in_and_comes_back()
    {
        var ann = await (await Here.MemberAsync("Ann")).WithPasswordAsync();
        var register = await RegisterAsync(Here);
        var cora = await (await Here.CoordinatorAsync("Clio")).WithPasswordAsync();
        foreach (
            var (who, scanned, form) in new[]
            {
                (ann, $"slip/{ann.Member.Value}", "/riverside/log?gave=true"),
                (cora, $"register?again={register}", $"/riverside/register?again={register}"),
            }
        )
        {
            var browser = bank.Stranger().At("riverside");
            await browser.OpenAsync(scanned);
            browser.Path.ShouldBe($"/riverside/sign-in?returnUrl={Uri.EscapeDataString($"/riverside/{scanned}")}");
            await browser.SignInAsync(who.SignIn.Email!, query: browser.Path[browser.Path.IndexOf('?', StringComparison.Ordinal)..]);
            browser.Path.ShouldBe(form);
        }
    }

    [Fact]
    public async Task The_sheet_names_whom_it_is_for_and_its_code_says_ids_alone()
    {
        var here = await bank.CreateAsync("paper", "Paper Time Bank");
        var (ann, bob) = (await here.MemberAsync("Ann", "Alder"), await here.AddMemberAsync("Bob", "Birch"));
        var (_, exchange) = await ann.GaveAsync(60, to: bob, what: "A lift");
        var cora = await (await here.CoordinatorAsync()).BrowserAsync();
        var home = await cora.OpenAsync($"members/{ann.Member.Value}");
        home.QuerySelector($"main a[href='paper/desk/log?again={exchange.Value}']").ShouldNotBeNull();
        var regulars = home.QuerySelector($"main a[href='paper/desk/slips/print?again={exchange.Value}']").ShouldNotBeNull();
        var member = home.QuerySelector($"main a[href='paper/desk/slips/print?giver={ann.Member.Value}']").ShouldNotBeNull();

        var sheet = await cora.OpenAsync("/" + member.GetAttribute("href"));
        var faces = sheet.QuerySelectorAll(".slip-face");
        faces.Length.ShouldBe(4);
        faces.ShouldAllBe(f => f.TextContent.Contains("Ann Alder"));
        faces.ShouldAllBe(f => !f.TextContent.Contains("Birch"));
        Says(sheet, $"paper/slip/{ann.Member.Value}");
        sheet = await cora.OpenAsync("/" + regulars.GetAttribute("href"));
        sheet.QuerySelector(".slip-face")!.TextContent.ShouldContain("Bob Birch");
        Says(sheet, $"paper/slip/{ann.Member.Value}/{bob.Value}");

        var slips = await cora.OpenAsync("desk/slips");
        ((IHtmlSelectElement)slips.QuerySelector("[name=hub]")!).Options.Select(o => o.Value).ShouldContain(here.Hub.Value.ToString());
        sheet = await cora.OpenAsync($"desk/slips/print?hub={here.Hub.Value}");
        Says(sheet, "paper/slip");
        sheet.QuerySelectorAll("main [style], main style, main script").ShouldBeEmpty();

        // Where somebody is in custody is not carried outside on paper.
        var ines = await here.AddMemberInCustodyAsync("Ines");
        var name = await here.ReadAsync(db =>
            db.Hubs.Where(h => h.Kind == Web.Features.Organisations.HubKind.Custody).Select(h => h.Name).FirstAsync()
        );
        sheet = await cora.OpenAsync($"desk/slips/print?giver={ines.Value}");
        sheet.QuerySelector(".slip-face")!.TextContent.ShouldContain("Ines");
        sheet.Body!.TextContent.ShouldNotContain(name);

        await here.WriteAsync(db =>
            db.Members.Where(m => m.Id == bob).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Left))
        );
        await cora.OpenAsync("/" + regulars.GetAttribute("href"));
        cora.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_register_is_printed_with_those_who_came_last_and_its_code_opens_it_filled_in()
    {
        var here = await bank.CreateAsync("sessions", "Sessions Time Bank");
        var id = await RegisterAsync(here);
        var cora = await (await here.CoordinatorAsync()).BrowserAsync();
        var session = await cora.OpenAsync($"register/{id}");
        var link = session.QuerySelector($"main a[href='sessions/register/{id}/print']").ShouldNotBeNull();
        var paper = await cora.OpenAsync("/" + link.GetAttribute("href"));
        paper.QuerySelectorAll(".register-table").Select(t => t.QuerySelectorAll("bdi").Length).ShouldBe([1, 2]);
        Says(paper, $"sessions/register?again={id}");

        var form = await cora.OpenAsync($"register?again={id}");
        Value(form, "Form.Description").ShouldBe("The sewing class");
        Value(form, "Form.HowLong.Typed").ShouldBe("1:00");
        ((IHtmlTextAreaElement)form.QuerySelector("[name='Form.Gave']")!).Value.ShouldEndWith("Lena Leader = 1:30");
        ((IHtmlTextAreaElement)form.QuerySelector("[name='Form.TookPart']")!).Value.Split('\n').Length.ShouldBe(2);
        var read = await cora.SendAsync(form, new() { ["Form.Step"] = RegisterForm.Look });
        read.QuerySelector("#read-back-title").ShouldNotBeNull(cora.Body);

        // Whoever takes part no longer is on neither.
        await here.WriteAsync(db =>
            db.Members.Where(m => m.FirstName == "Ann").ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Suspended))
        );
        paper = await cora.OpenAsync("/" + link.GetAttribute("href"));
        paper.QuerySelectorAll(".register-table").Select(t => t.QuerySelectorAll("bdi").Length).ShouldBe([1, 1]);
        form = await cora.OpenAsync($"register?again={id}");
        ((IHtmlTextAreaElement)form.QuerySelector("[name='Form.TookPart']")!).Value.ShouldNotContain("Ann");
        Says(await cora.OpenAsync("register/print"), "sessions/register");

        var olu = await (await here.MemberAsync("Olu")).BrowserAsync();
        await olu.OpenAsync($"register?again={id}");
        olu.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static void Says(IHtmlDocument page, string address)
    {
        var codes = page.QuerySelectorAll(".slip-code path").Select(p => p.GetAttribute("d")).Distinct().ToArray();
        codes.ShouldBe([QrPicture.Of("http://localhost/" + address).Path]);
    }

    private static string? Value(IHtmlDocument page, string name) => ((IHtmlInputElement)page.QuerySelector($"[name='{name}']")!).Value;

    private static async Task<Guid> RegisterAsync(Place here)
    {
        await here.AddMemberAsync("Lena", "Leader");
        var (ann, bob) = (await here.AddMemberAsync("Ann"), await here.AddMemberAsync("Bob"));
        var form = new RegisterForm
        {
            Gave = "leader = 1:30",
            TookPart = $"{await here.NumberAsync(ann)}\n{await here.NumberAsync(bob)}",
            Description = "The sewing class",
            HowLong = new() { Typed = "1" },
        };
        var cora = await here.CoordinatorAsync("Cleo");
        (await cora.DoAsync((LogRegister log) => log.HandleAsync(form))).Outcome.ShouldBe(RegisterOutcome.Logged);
        return form.RequestKey;
    }
}
