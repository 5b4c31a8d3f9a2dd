using AngleSharp.Html.Dom;
using CoProduce.Ledger;
using CoProduce.Tests.Accounts;
using CoProduce.Tests.Stories;
using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Kiosk;
using CoProduce.Web.Features.Members;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Kiosk;

/// <summary>Whoever is signed in at a kiosk logs in three touches, opens nothing else, and is out again soon.</summary>
public sealed class AtAKioskTests(PatientBank bank) : IClassFixture<PatientBank>
{
    private Place Here => bank.Riverside;

    [Fact]
    public async Task Help_is_logged_in_three_touches_and_the_other_side_is_asked()
    {
        var (screen, ann, dee) = await SignedInAsync();
        var kind = await Here.ReadAsync(db => db.Categories.OrderBy(c => c.Position).Select(c => new { c.Id, c.Name }).FirstAsync());
        await Here.WriteAsync(db =>
            db.Exchanges.Where(e => e.GiverId == ann).ExecuteUpdateAsync(e => e.SetProperty(x => x.CategoryId, kind.Id))
        );
        var page = await screen.OpenAsync("kiosk/me");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("Deeson"); // an initial is enough for whoever looks over a shoulder
        page = await TouchAsync(screen, page, "I helped Dee D.");
        page = await TouchAsync(screen, page, "an hour and a half");
        page.QuerySelector(".read-back")!.TextContent.ShouldBe($"You helped Dee D. today: an hour and a half, {kind.Name}.");
        page = await screen.SendAsync(page, [], "main form.form"); // the third touch: Log it
        page.QuerySelector("h1")!.TextContent.ShouldBe("Thank you, it is logged", screen.Body);

        var logged = await LastAsync(ann);
        (logged.Minutes, logged.Door, logged.Status, logged.CategoryId, logged.LoggedFor).ShouldBe(
            (90, Door.Kiosk, ExchangeStatus.Unconfirmed, kind.Id, ann)
        );
        logged.SilenceConfirmsAt.ShouldNotBeNull();
        (await Here.BalanceAsync(ann)).ShouldBe(120); // the welcome credits: no hours move before Dee agrees
        var line = await Here.ReadAsync(db =>
            db.AuditLines.SingleAsync(l => l.Deed == nameof(LogAtKiosk) && l.SubjectId == logged.Id.Value)
        );
        (line.By, line.OnBehalfOf, line.Door).ShouldBe((null, ann, Door.Kiosk));
    }

    [Fact]
    public async Task What_was_wrong_is_taken_back_at_once()
    {
        var (screen, ann, _) = await SignedInAsync();
        var page = await TouchAsync(screen, await screen.OpenAsync("kiosk/me"), "Dee D. helped me");
        page = await TouchAsync(screen, page, "half an hour");
        page = await screen.SendAsync(page, [], "main form.form");
        page = await screen.SendAsync(page, [], "main form:has(.button-danger)");
        page.QuerySelector("h1")!.TextContent.ShouldBe("It is taken back", screen.Body);
        (await LastAsync(ann)).Status.ShouldBe(ExchangeStatus.Withdrawn);
    }

    [Fact]
    public async Task Somebody_new_is_found_by_their_number_and_nobody_in_custody_is()
    {
        var (screen, ann, _) = await SignedInAsync();
        var (eli, kept) = (await Here.AddMemberAsync("Eli", "Eaton"), await Here.AddMemberInCustodyAsync("Keith"));
        foreach (var nobody in new[] { await Here.NumberAsync(kept), await Here.NumberAsync(ann), 999999 })
        {
            var refused = await screen.SendAsync(
                await screen.OpenAsync("kiosk/me"),
                new() { ["Form.Who"] = $"{nobody}", ["Form.Way"] = "gave" },
                "main form.form"
            );
            refused.QuerySelector(".error")!.TextContent.ShouldContain("We know nobody by this number.");
        }
        var page = await screen.SendAsync(
            await screen.OpenAsync("kiosk/me"),
            new() { ["Form.Who"] = $"{await Here.NumberAsync(eli)}", ["Form.Way"] = "received" },
            "main form.form"
        );
        page.QuerySelector("h1")!.TextContent.ShouldBe("How long did Eli E. help you?", screen.Body);
        await screen.OpenAsync($"kiosk/log?with={kept.Value}&gave=true&minutes=60");
        screen.Path.ShouldBe("/riverside/kiosk/me");
    }

    [Fact]
    public async Task The_balance_is_said_after_a_touch_and_nothing_else_of_the_person_is()
    {
        var (screen, _, _) = await SignedInAsync();
        (await screen.ReadsAsync("kiosk/me")).ShouldNotContain("to spend");
        (await screen.ReadsAsync("kiosk/hours")).ShouldContain("You have 2 time credits to spend.");
        screen.Body.ShouldNotContain("Alder");
    }

    [Fact]
    public async Task It_ends_after_a_minute_and_a_half_of_quiet()
    {
        var (screen, _, _) = await SignedInAsync();
        using var answer = await screen.AnswerAsync(new(HttpMethod.Get, "/riverside/kiosk/me"));
        answer.Headers.GetValues("Refresh").Single().ShouldBe("90;url=/riverside/kiosk?done=quiet");
        bank.Clock.Advance(TimeSpan.FromSeconds(80));
        (await screen.ReadsAsync("kiosk/me")).ShouldContain("Hello Ann");
        bank.Clock.Advance(TimeSpan.FromSeconds(91));
        await screen.OpenAsync("kiosk/hours");
        screen.Path.ShouldBe("/riverside/kiosk?done=quiet");
    }

    [Fact]
    public async Task It_ends_after_ten_minutes_however_busy_somebody_is()
    {
        var (screen, _, _) = await SignedInAsync();
        for (var i = 0; i < 9; i++)
        {
            bank.Clock.Advance(TimeSpan.FromSeconds(60));
            (await screen.ReadsAsync("kiosk/me")).ShouldContain("Hello Ann");
        }
        bank.Clock.Advance(TimeSpan.FromSeconds(61));
        await screen.OpenAsync("kiosk/me");
        screen.Path.ShouldBe("/riverside/kiosk?done=quiet");
    }

    [Fact]
    public async Task It_ends_when_somebody_says_so_or_goes_back_to_the_front()
    {
        var (screen, _, _) = await SignedInAsync();
        var kept = screen.At(Here.Slug); // a browser that does not forget what it is told to
        var page = await screen.OpenAsync("kiosk/me");
        await screen.SendAsync(page, [], "form.kiosk-finish");
        screen.Path.ShouldBe("/riverside/kiosk?done=finished");
        await kept.OpenAsync("kiosk/me");
        kept.Path.ShouldBe("/riverside/kiosk?done=quiet");

        var (second, _, _) = await SignedInAsync();
        kept = second.At(Here.Slug);
        await second.OpenAsync("kiosk");
        await kept.OpenAsync("kiosk/me");
        kept.Path.ShouldBe("/riverside/kiosk?done=quiet");
    }

    [Fact]
    public async Task What_one_began_the_next_to_come_cannot_send()
    {
        var (screen, ann, _) = await SignedInAsync();
        var page = await TouchAsync(screen, await screen.OpenAsync("kiosk/me"), "I helped Dee D.");
        page = await TouchAsync(screen, page, "an hour");
        var half = screen.Request(page, [], "main form.form");
        var eli = await Here.AddMemberAsync("Eli");
        await Here.SetsPinAsync(eli);
        (await screen.SignsInAsync($"{await Here.NumberAsync(eli)}")).ShouldContain("Hello Eli");
        await screen.SendAsync(half);
        (
            await Here.ReadAsync(db =>
                db.Exchanges.CountAsync(e => e.Door == Door.Kiosk && (e.GiverId == ann || e.GiverId == eli || e.ReceiverId == eli))
            )
        ).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_is_signed_in_at_a_kiosk_is_a_stranger_on_every_other_page()
    {
        var (screen, ann, _) = await SignedInAsync();
        var stranger = bank.Stranger().At(Here.Slug);
        var routes = bank
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(r => !r.StartsWith("/{organisation}/kiosk/", StringComparison.Ordinal) && r != "/{organisation}/kiosk")
            .Where(r =>
                !r.Contains("_framework", StringComparison.Ordinal)
                && !r.Contains("_blazor", StringComparison.Ordinal)
                && !r.Contains("{**", StringComparison.Ordinal)
            )
            .Where(r => r.Contains('{', StringComparison.Ordinal) || !r.Contains('.', StringComparison.Ordinal))
            .Distinct()
            .ToList();
        routes.Count.ShouldBeGreaterThan(200);
        var different = new List<string>();
        foreach (var route in routes)
        {
            var address = System.Text.RegularExpressions.Regex.Replace(
                route.Replace("{organisation}", Here.Slug, StringComparison.Ordinal),
                @"\{[^}]*\}",
                ann.Value.ToString()
            );
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                HttpRequestMessage Ask() =>
                    new(method, address) { Content = method == HttpMethod.Post ? new FormUrlEncodedContent([]) : null };
                if (await screen.AskAsync(Ask()) != await stranger.AskAsync(Ask()))
                    different.Add($"{method} {address}");
            }
        }
        different.ShouldBeEmpty();
        (await screen.ReadsAsync("kiosk/me")).ShouldContain("Hello Ann"); // it was signed in all the while
    }

    [Fact]
    public async Task Nothing_of_it_is_left_of_a_person_who_is_erased()
    {
        var (_, ann, _) = await SignedInAsync();
        await Here.WriteAsync(async db =>
        {
            await db.Members.Where(m => m.Id == ann).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Left));
            await MemberRows.EraseAsync(db, ann, default);
            return true;
        });
        var left = await Here.ReadAsync(async db =>
            (await db.KioskPins.CountAsync(p => p.MemberId == ann), await db.KioskVisits.CountAsync(v => v.MemberId == ann))
        );
        left.ShouldBe((0, 0));
    }

    private async Task<(Browser Screen, MemberId Ann, MemberId Dee)> SignedInAsync()
    {
        var (screen, _) = await Here.KioskAsync();
        var (ann, dee) = (await Here.MemberAsync("Ann", "Alder"), await Here.AddMemberAsync("Dee", "Deeson"));
        await ann.GaveAsync(60, to: dee);
        await Here.SetsPinAsync(ann.Member);
        (await screen.SignsInAsync($"{await Here.NumberAsync(ann.Member)}")).ShouldContain("Hello Ann");
        return (screen, ann.Member, dee);
    }

    private Task<Exchange> LastAsync(MemberId member) =>
        Here.ReadAsync(db =>
            db.Exchanges.Where(e => e.LoggedFor == member).OrderByDescending(e => e.LoggedAt).FirstAsync(e => e.Door == Door.Kiosk)
        );

    private static Task<IHtmlDocument> TouchAsync(Browser screen, IHtmlDocument page, string words)
    {
        var link = page.QuerySelectorAll("main a.button").SingleOrDefault(a => a.TextContent.Trim() == words);
        return screen.OpenAsync(
            link.ShouldNotBeNull(page.QuerySelector("main")!.TextContent).GetAttribute("href") is { } to && to.StartsWith('/')
                ? to
                : "/" + link!.GetAttribute("href")
        );
    }
}
