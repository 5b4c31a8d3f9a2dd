using System.Net;
using AngleSharp.Html.Dom;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Offers;

/// <summary>What people would like and can give: putting it up, finding it, taking it down.</summary>
public sealed class TheNoticeboardTests(Bank bank) : IClassFixture<Bank>
{
    private readonly Place place = bank.Riverside;

    [Fact]
    public async Task A_request_is_put_up_changed_met_and_put_up_again()
    {
        var (ann, bob) = (await place.MemberAsync("Ann"), await place.MemberAsync("Bob"));
        var browser = await ann.BrowserAsync();
        var page = await browser.SendAsync(
            await browser.OpenAsync("requests/new"),
            new() { ["Form.Title"] = "Somebody to prune the plum" }
        );
        page.QuerySelector("h1")!.TextContent.ShouldBe("Somebody to prune the plum");
        var address = browser.Path.Split('?')[0];
        var others = await bob.BrowserAsync();
        (await others.OpenAsync("")).Body!.TextContent.ShouldContain("Somebody to prune the plum");
        page = await others.OpenAsync(address);
        page.Body!.TextContent.ShouldContain("Or ring us on 01632 960123 and say so.");
        page.QuerySelector("main button[name='Form.Status']").ShouldBeNull();
        page = await browser.SendAsync(
            await browser.OpenAsync(address + "/say/what"),
            new() { ["Form.Title"] = "Somebody to prune the pear" }
        );
        page.QuerySelector("h1")!.TextContent.ShouldBe("Somebody to prune the pear");
        page = await browser.SendAsync(page, new() { ["Form.Status"] = "met" });
        (await others.OpenAsync("offers")).Body!.TextContent.ShouldNotContain("prune the pear");
        (await browser.OpenAsync("offers?show=mine")).Body!.TextContent.ShouldContain("Met");
        await browser.SendAsync(page, new() { ["Form.Status"] = "open" });
        (await others.OpenAsync("offers")).Body!.TextContent.ShouldContain("prune the pear");
    }

    [Fact]
    public async Task Somebody_elses_is_neither_changed_nor_closed()
    {
        var (ann, eve) = (await place.MemberAsync("Ann"), await place.MemberAsync("Eve"));
        var id = await PutInAsync(ann, OfferKind.Offer, "Bread");
        var browser = await eve.BrowserAsync();
        await browser.OpenAsync($"offers/{id.Value}/say/what");
        browser.Status.ShouldBe(HttpStatusCode.NotFound);
        (await eve.DoAsync((CloseOffer close) => close.HandleAsync(id, OfferStatus.Withdrawn))).ShouldBe(CloseOffer.Outcome.NotFound);
        (await eve.DoAsync((PutInOffer put) => put.ChangeAsync(id, new() { Title = "Stones" }))).ShouldBe(PutInOffer.Outcome.NotFound);
    }

    [Fact]
    public async Task What_is_off_the_board_is_not_changed()
    {
        var ann = await place.MemberAsync("Ann");
        var id = await PutInAsync(ann, OfferKind.Offer, "Bread");
        await ann.DoAsync((CloseOffer close) => close.HandleAsync(id, OfferStatus.Withdrawn));
        (await ann.DoAsync((PutInOffer put) => put.ChangeAsync(id, new() { Title = "Stones" }))).ShouldBe(PutInOffer.Outcome.NotFound);
    }

    [Fact]
    public async Task A_kind_of_help_that_is_not_in_the_list_is_refused()
    {
        var ann = await place.MemberAsync("Ann");
        var form = new OfferForm { Title = "Bread", Kinds = [Guid.NewGuid().ToString()] };
        (await ann.DoAsync((PutInOffer put) => put.HandleAsync(OfferKind.Offer, form))).ShouldBe(PutInOffer.Outcome.UnknownCategory);
    }

    [Fact]
    public async Task The_same_form_sent_twice_puts_up_one_and_with_other_answers_is_refused()
    {
        var ann = await place.MemberAsync("Ann");
        var form = new OfferForm { Title = "Bread" };
        for (var i = 0; i < 2; i++)
            (await ann.DoAsync((PutInOffer put) => put.HandleAsync(OfferKind.Offer, form))).ShouldBe(PutInOffer.Outcome.PutIn);
        form.Title = "Stones";
        await Should.ThrowAsync<AlreadySentException>(() => ann.DoAsync((PutInOffer put) => put.HandleAsync(OfferKind.Offer, form)));
        (await place.ReadAsync(db => db.Offers.CountAsync(o => o.MemberId == ann.Member))).ShouldBe(1);
    }

    [Fact]
    public async Task Those_who_left_and_people_in_custody_elsewhere_do_not_stand_on_the_board()
    {
        var (ann, gone, inside) = (await place.MemberAsync("Ann"), await place.MemberAsync("Gone"), await place.MemberAsync("Inside"));
        await PutInAsync(gone, OfferKind.Offer, "Gone with the wind");
        await PutInAsync(inside, OfferKind.Offer, "Bikes mended inside");
        var custody = HubId.New();
        await place.WriteAsync(async db =>
        {
            db.Hubs.Add(
                new()
                {
                    Id = custody,
                    Name = "The workshop",
                    Kind = HubKind.Custody,
                }
            );
            await db.SaveChangesAsync();
            await db.Members.Where(m => m.Id == gone.Member).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Left));
            return await db.Members.Where(m => m.Id == inside.Member).ExecuteUpdateAsync(m => m.SetProperty(x => x.HubId, custody));
        });
        var browser = await ann.BrowserAsync();
        await browser.OpenAsync("offers?show=offers");
        browser.Body.ShouldNotContain("Gone with the wind");
        browser.Body.ShouldNotContain("Bikes mended inside");
        var page = await browser.OpenAsync("log?gave=false");
        page = await browser.SendAsync(page, new() { ["Form.FindName"] = "inside", ["Form.Find"] = "yes" });
        page.QuerySelector($"input[value='{inside.Member.Value}']").ShouldBeNull();
    }

    [Fact]
    public async Task The_board_is_filtered_by_kind_of_help()
    {
        var ann = await place.MemberAsync("Ann");
        var gardening = await place.ReadAsync(db => db.Categories.Where(c => c.Name == "Gardening").Select(c => c.Id).SingleAsync());
        await ann.DoAsync(
            (PutInOffer put) => put.HandleAsync(OfferKind.Offer, new() { Title = "Digging over", Kinds = [gardening.Value.ToString()] })
        );
        await PutInAsync(ann, OfferKind.Offer, "Humming along");
        var browser = await (await place.MemberAsync("Bob")).BrowserAsync();
        await browser.OpenAsync($"offers?show=offers&category={gardening.Value}");
        browser.Body.ShouldContain("Digging over");
        browser.Body.ShouldNotContain("Humming along");
        await browser.OpenAsync("offers?show=offers&category=nonsense&hub=nonsense&page=-3");
        browser.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Form.Title", "", "f-Title", "Say in a few words what it is.")]
    public async Task What_cannot_be_is_refused_beside_its_field(string field, string typed, string id, string sentence)
    {
        var page = await SendAsync(new() { [field] = typed });
        page.QuerySelector($"#{id}-error")!.TextContent.ShouldContain(sentence);
    }

    [Fact]
    public async Task Endless_words_are_refused_and_come_back()
    {
        var page = await SendAsync(new() { ["Form.Title"] = new string('x', 10_000), ["Form.Details"] = new string('y', 10_000) });
        page.QuerySelector("#f-Title-error")!.TextContent.ShouldContain("at most 120 characters");
        ((IHtmlInputElement)page.QuerySelector("#f-Title")!).Value.Length.ShouldBe(10_000);
        page.QuerySelector("#f-Details-error")!.TextContent.ShouldContain("at most 1000 characters");
    }

    private async Task<IHtmlDocument> SendAsync(Dictionary<string, string?> answers)
    {
        var ann = await place.MemberAsync("Ann");
        var browser = await ann.BrowserAsync();
        answers.TryAdd("Form.Title", "Somebody to read to me");
        var page = await browser.SendAsync(await browser.OpenAsync("requests/new"), answers);
        (await place.ReadAsync(db => db.Offers.CountAsync(o => o.MemberId == ann.Member))).ShouldBe(0);
        return page;
    }

    private static async Task<OfferId> PutInAsync(Actor who, OfferKind kind, string title)
    {
        var form = new OfferForm { Title = title };
        (await who.DoAsync((PutInOffer put) => put.HandleAsync(kind, form))).ShouldBe(PutInOffer.Outcome.PutIn);
        return new(form.RequestKey);
    }
}
