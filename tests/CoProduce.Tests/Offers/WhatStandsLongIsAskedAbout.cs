using CoProduce.Tests.Messages;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Offers;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Offers;

/// <summary>Open, asked about, kept, lapsed, put up again: one question, nothing lost, nothing asked twice.</summary>
public sealed class WhatStandsLongIsAskedAbout(PostalBank bank) : IClassFixture<PostalBank>
{
    [Fact]
    public async Task By_mail_once_and_yes_by_the_link_keeps_it_for_another_period()
    {
        var (here, ann, mail) = await HereAsync("asked");
        var id = await ann.PutsUpAsync(OfferKind.Request, "Somebody to read to me");
        await DaysAsync(59);
        bank.MailsTo(mail).ShouldBeEmpty();
        await DaysAsync(3);
        var letter = bank.MailsTo(mail).ShouldHaveSingleItem();
        letter.ShouldContain("Somebody to read to me");
        var stranger = bank.Stranger();
        var page = await stranger.OpenAsync($"/{here.Slug}/{OnTheBoard.LinkIn(letter, "still-wanted")}");
        (await here.OfferAsync(id)).AskedAt.ShouldNotBeNull(); // opening changes nothing
        await stranger.SendAsync(page, new() { ["Form.Say"] = "yes" });
        (await here.OfferAsync(id)).AskedAt.ShouldBeNull();
        await DaysAsync(57);
        bank.MailsTo(mail).Count.ShouldBe(1);
        (await here.OfferAsync(id)).Status.ShouldBe(OfferStatus.Open);
        await DaysAsync(5);
        bank.MailsTo(mail).Count.ShouldBe(2);
        (await here.ReadAsync(db => db.Outbox.CountAsync(o => o.Kind == OutboxKind.BoardRound && o.DoneAt == null))).ShouldBe(1);
    }

    [Fact]
    public async Task No_by_the_link_takes_it_down_and_it_is_put_up_again_from_there()
    {
        var (here, ann, mail) = await HereAsync("no");
        var id = await ann.PutsUpAsync(OfferKind.Request, "A lift");
        await DaysAsync(62);
        var link = $"/{here.Slug}/{OnTheBoard.LinkIn(bank.MailsTo(mail).Single(), "still-wanted")}";
        var stranger = bank.Stranger();
        var page = await stranger.SendAsync(await stranger.OpenAsync(link), new() { ["Form.Say"] = "no" });
        (await here.OfferAsync(id)).Status.ShouldBe(OfferStatus.Withdrawn);
        await stranger.SendAsync(page, new() { ["Form.Say"] = "yes" });
        (await here.OfferAsync(id)).Status.ShouldBe(OfferStatus.Open);
        await stranger.OpenAsync($"/{here.Slug}/still-wanted/worn-out");
        stranger.Status.ShouldBe(System.Net.HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Silence_for_a_fortnight_lapses_it_and_its_owner_puts_it_up_again()
    {
        var (here, ann, mail) = await HereAsync("silent");
        var id = await ann.PutsUpAsync(OfferKind.Request, "A lift");
        var offer = await ann.PutsUpAsync(OfferKind.Offer, "Bread");
        await DaysAsync(62);
        await DaysAsync(12);
        (await here.OfferAsync(id)).Status.ShouldBe(OfferStatus.Open);
        await DaysAsync(3);
        (await here.OfferAsync(id)).Status.ShouldBe(OfferStatus.Lapsed);
        (await here.OfferAsync(offer)).AskedAt.ShouldBeNull(); // offers stand for longer
        bank.MailsTo(mail).Count.ShouldBe(1);
        await ann.DoAsync((CloseOffer close) => close.HandleAsync(id, OfferStatus.Open));
        (await here.OfferAsync(id)).Status.ShouldBe(OfferStatus.Open);
        await DaysAsync(2);
        (await here.OfferAsync(id)).AskedAt.ShouldBeNull(); // the period begins anew
    }

    [Fact]
    public async Task Whoever_has_no_mail_is_a_call_on_the_coordinators_day()
    {
        var (here, _, _) = await HereAsync("phones");
        var phyllis = await here.AddMemberAsync("Phyllis", "Phones");
        var cora = await here.CoordinatorAsync();
        var form = new CoProduce.Web.Features.Matching.PutInForMemberForm { Member = phyllis.Value, Title = "A new light bulb" };
        (await cora.DoAsync((CoProduce.Web.Features.Matching.PutInForMember put) => put.HandleAsync(OfferKind.Request, form))).ShouldBe(
            CoProduce.Web.Features.Matching.PutInForMember.Outcome.PutIn
        );
        await DaysAsync(62);
        var browser = await cora.BrowserAsync();
        var today = await browser.OpenAsync("today");
        today.QuerySelector($"main a[href$='/board/{form.RequestKey}']").ShouldNotBeNull();
        await browser.SendAsync(await browser.OpenAsync($"board/{form.RequestKey}"), new() { ["Status"] = "Open" });
        (await here.OfferAsync(new(form.RequestKey))).AskedAt.ShouldBeNull();
        (await browser.OpenAsync("today")).QuerySelector($"main a[href$='/board/{form.RequestKey}']").ShouldBeNull();
    }

    [Fact]
    public async Task It_ends_by_an_exchange_and_what_is_arranged_is_not_asked_about()
    {
        var (here, ann, mail) = await HereAsync("arranged");
        var bob = await here.MemberAsync("Bob");
        var id = await ann.PutsUpAsync(OfferKind.Request, "A lift");
        var cora = await here.CoordinatorAsync();
        await cora.DoAsync((CloseOffer close) => close.ForMemberAsync(id, OfferStatus.Arranged));
        var arranged = await here.OfferAsync(id);
        (arranged.Status, arranged.ArrangedBy).ShouldBe((OfferStatus.Arranged, cora.Id));
        await DaysAsync(62);
        bank.MailsTo(mail).ShouldBeEmpty();
        var (_, exchange) = await bob.GaveAsync(60, to: ann.Member);
        await here.WriteAsync(async db =>
        {
            (await db.Offers.SingleAsync(o => o.Id == id)).MeetBy(exchange, bank.Clock.GetUtcNow());
            return true;
        });
        var met = await here.OfferAsync(id);
        (met.Status, met.ExchangeId, met.ArrangedBy).ShouldBe((OfferStatus.Met, exchange, null));
    }

    [Fact]
    public async Task A_draft_is_its_owners_alone_until_it_is_put_up()
    {
        var (here, ann, _) = await HereAsync("draft");
        var bob = await here.MemberAsync("Bob");
        var browser = await ann.BrowserAsync();
        var page = await browser.SendAsync(
            await browser.OpenAsync("requests/new"),
            new() { ["Form.Title"] = "A shed", ["Form.Then"] = "more" }
        );
        var id = new OfferId(Guid.Parse(browser.Path.Split('/')[^3]));
        page = await browser.SendAsync(
            page,
            new()
            {
                ["Form.When"] = "parts",
                ["Form.Ticked"] = "4",
                ["Form.HowLong"] = "soon",
            }
        );
        page.QuerySelector("#f-HowLong-error").ShouldNotBeNull();
        page.QuerySelector("input[name='Form.HowLong']")!.GetAttribute("value").ShouldBe("soon"); // kept as typed
        page = await browser.SendAsync(
            page,
            new()
            {
                ["Form.When"] = "parts",
                ["Form.Ticked"] = "4",
                ["Form.HowLong"] = "90 min",
            }
        );
        browser.Path.ShouldContain("/say/hurry");
        page.QuerySelectorAll("main form fieldset, main form input[type=text]").Length.ShouldBeLessThan(7);
        var others = await bob.BrowserAsync();
        await others.OpenAsync($"offers/{id.Value}");
        others.Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await others.OpenAsync("offers")).Body!.TextContent.ShouldNotContain("A shed");
        page = await browser.OpenAsync($"offers/{id.Value}");
        await browser.SendAsync(page, new() { ["Form.Status"] = "open" });
        var up = await here.OfferAsync(id);
        (up.Status, up.Times, up.Minutes).ShouldBe((OfferStatus.Open, 1 << 4, 90));
        (await others.OpenAsync("offers")).Body!.TextContent.ShouldContain("A shed");
    }

    private async Task<(Place Here, Actor Ann, string Mail)> HereAsync(string name)
    {
        var slug = $"{name}-{Guid.NewGuid():N}"[..24];
        var here = await bank.CreateAsync(slug, name);
        return (here, await here.MemberAsync("Ann", "Ash", $"ann@{slug}.example"), $"ann@{slug}.example");
    }

    private async Task DaysAsync(int days)
    {
        bank.Clock.Advance(TimeSpan.FromDays(days));
        await bank.DeliverAsync();
        await bank.DeliverAsync();
    }
}
