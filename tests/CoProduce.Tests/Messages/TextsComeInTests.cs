using System.Net;
using System.Net.Http.Json;
using CoProduce.Tests.Diary;
using CoProduce.Tests.Matching;
using CoProduce.Tests.Offers;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Offers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Door = CoProduce.Ledger.Door;

namespace CoProduce.Tests.Messages;

/// <summary>What a text asked is answered by a text; what only a person understands reaches a coordinator.</summary>
public sealed class TextsComeInTests(TextingBank bank) : IClassFixture<TextingBank>
{
    [Fact]
    public async Task A_yes_settles_what_was_proposed()
    {
        var (here, cora) = await HereAsync();
        var number = bank.NewNumber();
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.TextedAsync("Bob", number));
        var request = await ann.PutsUpAsync(OfferKind.Request, "Weeding the front garden");
        (await cora.AsksAsync(request, ProposalWay.Mail, "They live near", bob.Member)).ShouldBe(ProposeMatch.Outcome.Asked);
        await bank.DeliverAsync();
        bank.HandedTo(number).ShouldHaveSingleItem().ShouldContain("Could you help? Weeding the front garden Answer YES or NO.");
        (await bank.ComesAsync("+44" + number.Replace(" ", "", StringComparison.Ordinal)[1..], "Yes, thanks!")).ShouldBe(HttpStatusCode.OK);
        (await here.ProposalAsync(request, bob.Member)).Answer.ShouldBe(ProposalAnswer.Yes);
        var answer = await here.ReadAsync(db => db.OfferAnswers.AsNoTracking().SingleAsync(a => a.OfferId == request));
        (answer.MemberId, answer.Door, answer.Shares).ShouldBe((bob.Member, Door.Text, Sharing.Nothing));
        (await bank.TextedAsync(here, bob.Member))[^1].ShouldBe("Thank you. We noted YES: Weeding the front garden");
        var text = (await here.CameAsync()).ShouldHaveSingleItem();
        (text.MemberId, text.State, text.Number).ShouldBe((bob.Member, IncomingState.Understood, ""));
        (await cora.ReadsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_length_logs_the_exchange_and_a_yes_of_the_other_moves_the_hours()
    {
        var (here, cora) = await HereAsync();
        var (first, second) = (bank.NewNumber(), bank.NewNumber());
        var (ann, bob) = (await here.TextedAsync("Ann", first), await here.TextedAsync("Bob", second));
        var before = await ann.BalanceAsync();
        var visit = await cora.ArrangesAsync(here.Visit(ann.Member, bob.Member));
        WhenItIsOver();
        await bank.DeliverAsync();
        string.Concat(bank.HandedTo(first)).ShouldContain(", or how long it took, such as 1:30, or NO if it did not happen.");
        await bank.ComesAsync(first, "1h30 thank you");
        var exchange = await here.ReadAsync(db => db.Exchanges.AsNoTracking().SingleAsync(e => e.GiverId == ann.Member));
        (exchange.Minutes, exchange.Door, exchange.LoggedFor, exchange.Status).ShouldBe(
            (90, Door.Text, ann.Member, ExchangeStatus.Unconfirmed)
        );
        (await here.VisitAsync(visit)).ExchangeId.ShouldBe(exchange.Id);
        await bank.DeliverAsync();
        await bank.ComesAsync(second, "YES");
        var agreed = await here.ReadAsync(db => db.Exchanges.AsNoTracking().SingleAsync(e => e.GiverId == ann.Member));
        (agreed.Status, agreed.ConfirmedBy).ShouldBe((ExchangeStatus.Confirmed, Confirmation.Text));
        (await ann.BalanceAsync()).ShouldBe(before + 90);
        (await cora.ReadsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_did_not_happen_and_a_no_to_an_exchange_opens_a_dispute()
    {
        var (here, cora) = await HereAsync();
        var number = bank.NewNumber();
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.TextedAsync("Bob", number));
        var (_, exchange) = await ann.GaveAsync(60, bob.Member, "Mending a gate");
        await bank.ComesAsync(number, "no.");
        var said = await here.ReadAsync(db => db.Exchanges.AsNoTracking().SingleAsync(e => e.Id == exchange));
        (said.Status, said.DisputeReason).ShouldBe((ExchangeStatus.Disputed, "They texted that it is not right."));
        var visit = await cora.ArrangesAsync(here.Visit(bob.Member, ann.Member));
        WhenItIsOver();
        await bank.DeliverAsync();
        await bank.ComesAsync(number, "Nac ydy, diolch");
        (await here.VisitAsync(visit)).Status.ShouldBe(Web.Features.Diary.VisitStatus.DidNotHappen);
    }

    [Fact]
    public async Task Home_is_noted_of_whoever_went_there()
    {
        var (here, cora) = await HereAsync();
        var number = bank.NewNumber();
        var (ann, bob) = (await here.TextedAsync("Ann", number), await here.MemberAsync("Bob"));
        var form = here.Visit(ann.Member, bob.Member);
        (form.IsHomeVisit, form.AsksIfHome) = (true, true);
        var visit = await cora.ArrangesAsync(form);
        WhenItIsOver();
        await bank.DeliverAsync();
        string.Concat(bank.HandedTo(number)).ShouldContain("Answer HOME when you are home.");
        await bank.ComesAsync(number, "I'm home");
        (await here.VisitAsync(visit)).HomeAt.ShouldNotBeNull();
        (await here.ReadAsync(db => db.VisitAnswers.CountAsync(a => a.VisitId == visit))).ShouldBe(0);
        (
            await here.ReadAsync(db => db.AuditLines.SingleAsync(l => l.SubjectId == visit.Value && l.OnBehalfOf == ann.Member))
        ).Door.ShouldBe(Door.Text);
    }

    [Fact]
    public async Task The_same_text_brought_twice_changes_nothing()
    {
        var (here, cora) = await HereAsync();
        var number = bank.NewNumber();
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.TextedAsync("Bob", number));
        await ann.GaveAsync(60, bob.Member, "Mending a gate");
        await bank.ComesAsync(number, "yes", "gateway-7");
        var balance = await bob.BalanceAsync();
        var texted = (await bank.TextedAsync(here, bob.Member)).Count;
        bank.Clock.Advance(TimeSpan.FromMinutes(10));
        await bank.ComesAsync(number, "yes", "gateway-7");
        await Task.WhenAll(bank.ComesAsync(number, "no", "gateway-8"), bank.ComesAsync(number, "no", "gateway-8"));
        (await here.CameAsync()).Count.ShouldBe(2);
        (await bob.BalanceAsync()).ShouldBe(balance);
        (await bank.TextedAsync(here, bob.Member)).Count.ShouldBe(texted + 1); // one thanks for the no that answered nothing
        (await cora.ReadsAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Several_that_wait_are_asked_about_and_the_number_chooses()
    {
        var (here, cora) = await HereAsync();
        var number = bank.NewNumber();
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.TextedAsync("Bob", number));
        var (_, gate) = await ann.GaveAsync(60, bob.Member, "Mending a gate");
        bank.Clock.Advance(TimeSpan.FromMinutes(1));
        var (_, hedge) = await ann.GaveAsync(30, bob.Member, "Cutting a hedge");
        await bank.ComesAsync(number, "yes");
        (await StatusAsync(here, gate)).ShouldBe(ExchangeStatus.Unconfirmed);
        (await StatusAsync(here, hedge)).ShouldBe(ExchangeStatus.Unconfirmed);
        (await bank.TextedAsync(here, bob.Member))[^1]
            .ShouldBe("Which do you mean? Answer with its number. 1: Cutting a hedge. 2: Mending a gate.");
        bank.Clock.Advance(TimeSpan.FromMinutes(1));
        await bank.ComesAsync(number, "2");
        (await StatusAsync(here, gate)).ShouldBe(ExchangeStatus.Confirmed);
        (await StatusAsync(here, hedge)).ShouldBe(ExchangeStatus.Unconfirmed);
        (await here.CameAsync()).ShouldAllBe(t => t.State == IncomingState.Understood);
        bank.Clock.Advance(TimeSpan.FromDays(2));
        (await cora.ReadsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_only_a_person_understands_is_on_the_day_and_thanked_for_once()
    {
        var (here, cora) = await HereAsync();
        var number = bank.NewNumber();
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.TextedAsync("Jean", number));
        var (_, exchange) = await ann.GaveAsync(60, bob.Member, "Mending a gate");
        await bank.ComesAsync(number, "No worries, it was lovely");
        await bank.ComesAsync(number, "And the roses too");
        (await StatusAsync(here, exchange)).ShouldBe(ExchangeStatus.Unconfirmed);
        (await bank.TextedAsync(here, bob.Member)).Count(s => s == "Thank you. Your coordinator will read this.").ShouldBe(1);
        var browser = await cora.BrowserAsync();
        (await browser.OpenAsync($"desk/{bob.Member.Value}"))
            .QuerySelector("#card")!
            .TextContent.ShouldContain("No worries, it was lovely");
        var page = await browser.OpenAsync("today");
        var line = page.QuerySelector("#day-texts li")!;
        line.TextContent.ShouldContain("Jean Example");
        line.TextContent.ShouldContain("“No worries, it was lovely”");
        line.QuerySelector($"a[href*='/desk/{bob.Member.Value}']").ShouldNotBeNull();
        page = await browser.SendAsync(
            browser.Request(
                page,
                new() { ["Pressed"] = line.QuerySelector("button[name=Pressed]")!.GetAttribute("value") },
                "form:has(#day-texts)"
            )
        );
        page.QuerySelectorAll("#day-texts li").ShouldHaveSingleItem().TextContent.ShouldContain("roses");
        (await here.CameAsync())[0].SeenBy.ShouldBe(cora.Id);
        (await browser.OpenAsync($"members/{bob.Member.Value}/sent")).Body!.TextContent.ShouldContain("No worries, it was lovely");
        (await (await bob.BrowserAsync()).OpenAsync("me/sent")).Body!.TextContent.ShouldContain("A coordinator has seen to it.");
        (await (await ann.BrowserAsync()).OpenAsync("me/sent")).Body!.TextContent.ShouldNotContain("lovely");
    }

    [Fact]
    public async Task Whom_nobody_can_tell_is_for_a_coordinator_and_a_strangers_words_go_when_seen()
    {
        var (here, cora) = await HereAsync();
        var (shared, old) = (bank.NewNumber(), bank.NewNumber());
        var (ann, bob, cal) = (
            await here.TextedAsync("Ann", shared),
            await here.TextedAsync("Bob", shared),
            await here.TextedAsync("Cal", old)
        );
        var (_, exchange) = await bob.GaveAsync(60, ann.Member, "Mending a gate");
        await bob.GaveAsync(60, cal.Member, "Mending a gate");
        await here.ContactAsync(cal.Member, c => c.Phone = bank.NewNumber()); // whoever has the old one now
        await bank.ComesAsync(shared, "yes");
        await bank.ComesAsync(old, "Who is this?");
        (await StatusAsync(here, exchange)).ShouldBe(ExchangeStatus.Unconfirmed);
        var lines = await cora.ReadsAsync();
        lines.Select(l => l.Sharing.Count).ShouldBe([2, 0]);
        lines[1].Text.Number.ShouldBe(DialledNumber.Of(old));
        var page = (await (await cora.BrowserAsync()).OpenAsync("today")).QuerySelector("#day-texts")!.TextContent;
        page.ShouldContain("From a number that more than one person has:");
        page.ShouldContain($"From {DialledNumber.Of(old)}, and nobody here has that number.");
        page.ShouldNotContain(DialledNumber.Of(shared)); // it is somebody's contact detail
        (await cora.DoAsync((SeeText see) => see.HandleAsync(new() { Text = lines[1].Text.Id }))).ShouldBe(SeeText.Outcome.Done);
        var seen = (await here.CameAsync()).Single(t => t.Id == lines[1].Text.Id);
        (seen.Number, seen.Words).ShouldBe(("", ""));
    }

    [Fact]
    public async Task Stop_ends_texts_and_a_coordinator_sees_it()
    {
        var (here, cora) = await HereAsync();
        var number = bank.NewNumber();
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.TextedAsync("Bob", number));
        await ann.GaveAsync(60, bob.Member, "Mending a gate");
        await bank.ComesAsync(number, "Stop.");
        (await here.ReadAsync(db => db.MemberContacts.SingleAsync(c => c.MemberId == bob.Member))).Prefers.ShouldBe(ContactWay.Nothing);
        var texted = await bank.TextedAsync(here, bob.Member);
        texted[^1].ShouldBe("You get no more texts from us. Your coordinator can start them again.");
        await ann.GaveAsync(30, bob.Member, "Cutting a hedge");
        (await bank.TextedAsync(here, bob.Member)).Count.ShouldBe(texted.Count);
        (await cora.ReadsAsync()).ShouldHaveSingleItem().Text.State.ShouldBe(IncomingState.Stopped);
        (await here.ReadAsync(db => db.AuditLines.SingleAsync(l => l.Deed == "StopWriting.Notices"))).Door.ShouldBe(Door.Text);
    }

    [Fact]
    public async Task It_is_for_the_organisation_that_asked_and_no_other_has_it()
    {
        var ((here, cora), (there, cleo)) = (await HereAsync(), await HereAsync());
        var number = bank.NewNumber();
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.TextedAsync("Bob", number));
        var bobThere = await there.TextedAsync("Bob", number);
        await ann.GaveAsync(60, bob.Member, "Mending a gate");
        await bank.DeliverAsync();
        await bank.ComesAsync(number, "yes");
        await bank.ComesAsync(number, "What about Friday?");
        (await here.CameAsync()).Count.ShouldBe(2);
        (await there.CameAsync()).ShouldBeEmpty();
        (await cleo.ReadsAsync()).ShouldBeEmpty();
        (await cora.ReadsAsync()).ShouldHaveSingleItem();
        // Asked nothing lately by anybody, each that has the number reads it.
        bank.Clock.Advance(ReceiveText.Lately + TimeSpan.FromDays(1));
        bank.Clock.AdvanceToDay();
        await bank.ComesAsync(number, "Hello?");
        (await there.CameAsync()).ShouldHaveSingleItem().MemberId.ShouldBe(bobThere.Member);
        (await here.CameAsync()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_stranger_to_all_leaves_nothing_and_no_text_is_in_the_log()
    {
        var (here, _) = await HereAsync();
        var (unknown, number) = (bank.NewNumber(), bank.NewNumber());
        await here.TextedAsync("Bob", number);
        const string words = "Something that is nobody else's business";
        (await bank.ComesAsync(unknown, words)).ShouldBe(HttpStatusCode.OK);
        (await bank.ComesAsync(number, words)).ShouldBe(HttpStatusCode.OK);
        (await here.CameAsync()).ShouldHaveSingleItem();
        bank.Log.ShouldContain(l => l.Contains("dropped: no organisation knows the number", StringComparison.Ordinal));
        foreach (var secret in new[] { words, DialledNumber.Of(unknown), unknown, DialledNumber.Of(number), TextingBank.Secret })
            bank.Log.ShouldAllBe(l => !l.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_in_custody_is_read_by_a_coordinator_and_not_written_to()
    {
        var (here, cora) = await HereAsync();
        var number = bank.NewNumber();
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.TextedAsync("Bob", number));
        var (_, exchange) = await ann.GaveAsync(60, bob.Member, "Mending a gate");
        var texted = (await bank.TextedAsync(here, bob.Member)).Count;
        await here.MoveAsync(bob.Member, await here.CustodyAsync());
        await bank.ComesAsync(number, "yes");
        (await StatusAsync(here, exchange)).ShouldBe(ExchangeStatus.Unconfirmed);
        (await cora.ReadsAsync()).ShouldHaveSingleItem().From!.Id.ShouldBe(bob.Member);
        (await bank.TextedAsync(here, bob.Member)).Count.ShouldBe(texted);
    }

    [Fact]
    public async Task How_to_answer_is_said_in_their_language()
    {
        var (here, _) = await HereAsync();
        var number = bank.NewNumber();
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.TextedAsync("Siân", number, "cy"));
        await ann.GaveAsync(60, bob.Member, "Mending a gate");
        await bank.DeliverAsync();
        bank.HandedTo(number).ShouldHaveSingleItem().ShouldContain("Atebwch IE neu NA.");
        await bank.ComesAsync(number, "Ie, diolch");
        (await bank.TextedAsync(here, bob.Member))[^1].ShouldBe("Diolch. Rydym wedi nodi IE: Mending a gate");
    }

    // On the afternoon of the visit, before anybody sleeps.
    private void WhenItIsOver()
    {
        bank.Tomorrow(10);
        bank.Tomorrow(17);
    }

    private async Task<(Place Here, Actor Cora)> HereAsync()
    {
        var here = await bank.CreateAsync($"texts-{Guid.NewGuid():N}"[..20], "Texts");
        return (here, await here.CoordinatorAsync());
    }

    private static Task<ExchangeStatus> StatusAsync(Place here, ExchangeId id) =>
        here.ReadAsync(db => db.Exchanges.Where(e => e.Id == id).Select(e => e.Status).SingleAsync());
}
