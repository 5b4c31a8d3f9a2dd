using CoProduce.Tests.Accounts;
using CoProduce.Tests.Stories;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Cards;
using CoProduce.Web.Features.Kiosk;
using CoProduce.Web.Features.Members;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Kiosk;

/// <summary>A number or a card opens nothing by itself, and a PIN counts at a kiosk of the member's own hub alone.</summary>
public sealed class NobodyElseSignsInTests(PatientBank bank) : IClassFixture<PatientBank>
{
    private const string Refused = "We could not let you in with this number and PIN.";

    private Place Here => bank.Riverside;

    [Fact]
    public async Task By_number_or_by_card_with_the_pin()
    {
        var (screen, _) = await Here.KioskAsync();
        var (ann, number) = await MemberAsync("Ann");
        (await screen.SignsInAsync(number)).ShouldContain("Hello Ann");
        var cora = await Here.CoordinatorAsync();
        await cora.DoAsync((IssueCards issue) => issue.HandleAsync(new() { Member = ann.Value }));
        var card = await Here.ReadAsync(db => db.MemberCards.Where(c => c.MemberId == ann).Select(c => c.Code).SingleAsync());
        (await screen.SignsInAsync($"https://hours.example/riverside/card/{card}")).ShouldContain("Hello Ann");
        (await screen.SignsInAsync(card.ToUpperInvariant())).ShouldContain("Hello Ann");
        (await Here.ReadAsync(db => db.KioskVisits.CountAsync(v => v.MemberId == ann && v.ByCard))).ShouldBe(2);
        (await screen.SignsInAsync(card, "8351")).ShouldContain(Refused); // whoever finds the card
        await cora.DoAsync((ReplaceCard lost) => lost.HandleAsync(new() { Member = ann.Value }));
        (await screen.SignsInAsync(card)).ShouldContain(Refused);
    }

    [Fact]
    public async Task Who_is_refused_reads_the_same_whatever_the_reason()
    {
        var (screen, _) = await Here.KioskAsync();
        var (ann, number) = await MemberAsync("Ann");
        var (_, away) = await MemberAsync("Away", status: MemberStatus.Suspended);
        var (_, left) = await MemberAsync("Gone", status: MemberStatus.Left);
        var elsewhere = await Here.AddMemberAsync("Elsie");
        await Here.SetsPinAsync(elsewhere);
        await Here.MoveAsync(elsewhere, await Here.AddHubAsync("North"));
        var kept = await Here.AddMemberAsync("Keith");
        await Here.SetsPinAsync(kept);
        await Here.MoveAsync(kept, await Here.CustodyAsync());
        var without = await Here.AddMemberAsync("Nopin");
        var pages = new List<string>();
        foreach (
            var (who, pin) in new[]
            {
                (number, "8351"),
                ("999999", Screens.Pin),
                (away, Screens.Pin),
                (left, Screens.Pin),
                ($"{await Here.NumberAsync(elsewhere)}", Screens.Pin),
                ($"{await Here.NumberAsync(kept)}", Screens.Pin),
                ($"{await Here.NumberAsync(without)}", Screens.Pin),
            }
        )
        {
            pages.Add(await screen.SignsInAsync(who, pin));
            screen.Body.ShouldNotContain($"value=\"{pin}\"");
            screen.Body.ShouldContain($"value=\"{who}\"");
        }
        pages.Distinct().ShouldHaveSingleItem().ShouldContain(Refused);
        (await Here.ReadAsync(db => db.KioskVisits.CountAsync(v => v.MemberId == ann))).ShouldBe(0);
    }

    [Fact]
    public async Task Five_wrong_ones_lock_the_number_on_every_screen_for_a_quarter_of_an_hour()
    {
        var ((one, _), (two, _)) = (await Here.KioskAsync(), await Here.KioskAsync());
        var (_, number) = await MemberAsync("Ann");
        for (var i = 0; i < KioskTry.Most; i++)
            (await (i % 2 == 0 ? one : two).SignsInAsync(number, $"835{i}")).ShouldContain(Refused);
        bank.Clock.Advance(TimeSpan.FromMinutes(14));
        (await two.SignsInAsync(number)).ShouldContain(Refused); // the right one
        bank.Clock.Advance(TimeSpan.FromMinutes(2));
        (await two.SignsInAsync(number)).ShouldContain("Hello Ann"); // trying while it was locked did not lock it longer
        for (var i = 0; i < KioskTry.Most; i++) // and the count begins anew after a right one
            (await one.SignsInAsync(number, $"835{i}")).ShouldContain(Refused);
    }

    [Fact]
    public async Task Many_at_once_are_counted_one_after_the_other()
    {
        var (screen, _) = await Here.KioskAsync();
        var (ann, number) = await MemberAsync("Ann");
        var tries = Enumerable.Range(0, 8).Select(i => screen.At(Here.Slug).SignsInAsync(number, $"83{i}1"));
        await Task.WhenAll(tries);
        (
            await Here.ReadAsync(db =>
                db.KioskTries.Where(t => t.Number == int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))
                    .Select(t => t.Tries)
                    .SingleAsync()
            )
        ).ShouldBe(KioskTry.Most + 1);
        (await screen.SignsInAsync(number)).ShouldContain(Refused);
        (await Here.ReadAsync(db => db.KioskVisits.CountAsync(v => v.MemberId == ann))).ShouldBe(0);
    }

    [Fact]
    public async Task Another_organisations_kiosk_knows_nobody_of_here()
    {
        var there = bank.Hillside;
        var ((ours, _), (theirs, _)) = (await Here.KioskAsync(), await there.KioskAsync());
        var (_, number) = await MemberAsync("Ann");
        (await theirs.SignsInAsync(number)).ShouldContain(Refused);
        (await theirs.At(Here.Slug).ReadsAsync("kiosk")).ShouldContain("This screen is not a kiosk");
        (await ours.SignsInAsync(number)).ShouldContain("Hello Ann");
        var abroad = ours.At(there.Slug);
        await abroad.OpenAsync("kiosk/me");
        abroad.Body.ShouldContain("This screen is not a kiosk");
    }

    [Fact]
    public async Task A_pin_counts_nowhere_but_at_a_kiosk()
    {
        await Here.KioskAsync(); // there is one, elsewhere
        var (_, number) = await MemberAsync("Ann");
        await using var scope = Here.Enter();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInAtKiosk>();
        (await signIn.HandleAsync(new() { Who = number, Pin = Screens.Pin }, new DefaultHttpContext())).ShouldBe(
            SignInAtKiosk.Outcome.NoKiosk
        );
        (await bank.Stranger().At(Here.Slug).ReadsAsync("kiosk")).ShouldContain("This screen is not a kiosk");
    }

    [Theory]
    [InlineData("0000")]
    [InlineData("1234")]
    [InlineData("654321")]
    [InlineData("1948")]
    [InlineData("1703")]
    [InlineData("170348")]
    public async Task A_pin_that_is_tried_first_is_refused(string pin)
    {
        var ann = await Here.MemberAsync("Ann");
        await Here.WriteAsync(db =>
            db.MemberContacts.Where(c => c.MemberId == ann.Member)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.BornOn, new DateOnly(1948, 3, 17)))
        );
        var browser = await ann.BrowserAsync();
        var page = await browser.SendAsync(await browser.OpenAsync("me/pin"), new() { ["Form.Pin"] = pin, ["Form.AgainPin"] = pin });
        page.QuerySelector(".error")!.TextContent.ShouldContain("Somebody would try this one first.");
        browser.Body.ShouldNotContain($"value=\"{pin}\"");
        (await Here.ReadAsync(db => db.KioskPins.CountAsync(p => p.MemberId == ann.Member))).ShouldBe(0);
    }

    [Fact]
    public async Task It_is_kept_so_that_nobody_can_read_it_and_leaves_in_no_file()
    {
        var ann = await Here.MemberAsync("Ann");
        var browser = await ann.BrowserAsync();
        var page = await browser.SendAsync(await browser.OpenAsync("me/pin"), new() { ["Form.Pin"] = "7294", ["Form.AgainPin"] = "7294" });
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("Your PIN is set.");
        var hash = await Here.ReadAsync(db => db.KioskPins.Where(p => p.MemberId == ann.Member).Select(p => p.PinHash).SingleAsync());
        hash.ShouldNotContain("7294");
        hash.Length.ShouldBeGreaterThan(60);
        await browser.OpenAsync("me/data");
        browser.Body.ShouldContain("The PIN for kiosks");
        browser.Body.ShouldNotContain(hash);
        browser.Body.ShouldNotContain("pin_hash");

        var (screen, _) = await Here.KioskAsync();
        (await screen.SignsInAsync($"{await Here.NumberAsync(ann.Member)}")).ShouldContain("Hello Ann");
        await browser.SendAsync(await browser.OpenAsync("me/pin"), [], "main form:has(.button-danger)");
        await screen.OpenAsync("kiosk/me");
        screen.Path.ShouldStartWith("/riverside/kiosk?");
    }

    private async Task<(MemberId Id, string Number)> MemberAsync(string name, MemberStatus status = MemberStatus.Active)
    {
        var member = await Here.AddMemberAsync(name);
        (await Here.SetsPinAsync(member)).ShouldBe(SetPin.Outcome.Done);
        if (status != MemberStatus.Active)
            await Here.WriteAsync(db =>
                db.Members.Where(m => m.Id == member).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, status))
            );
        return (member, $"{await Here.NumberAsync(member)}");
    }
}
