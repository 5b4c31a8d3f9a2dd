using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Organisations;

/// <summary>Two managers agree that their members may exchange, each side within a limit, and end it when neither owes the other.</summary>
public sealed class ManagersAffiliate(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task One_asks_on_a_page_and_the_other_agrees_on_a_page()
    {
        var (here, there) = await TwoAsync();
        var (mo, max) = (await here.StaffAsync("Mo", Role.Manager), await there.StaffAsync("Max", Role.Manager));
        var ours = await mo.BrowserAsync();
        var page = await ours.SendAsync(
            await ours.OpenAsync("affiliations/new"),
            new()
            {
                ["Form.Address"] = $" {there.Slug} ",
                ["Form.WeMayOwe"] = "20",
                ["Form.TheyMayOwe"] = "1.5",
            }
        );
        page.Body!.TextContent.ShouldContain("Waits for them");

        var theirs = await max.BrowserAsync();
        page = await theirs.OpenAsync("affiliations");
        page.Body!.TextContent.ShouldContain("Waits for you");
        page = await theirs.OpenAsync(page.QuerySelector(".line-actions a")!.GetAttribute("href")!.Insert(0, "/"));
        page.Body!.TextContent.ShouldContain("You may owe them");
        page = await theirs.SendAsync(page, new() { ["Posted.Answer"] = "Agree" });
        page.Body!.TextContent.ShouldContain("Even: neither owes the other");

        (await mo.DoAsync((AffiliationsQuery q) => q.ListAsync())).ShouldHaveSingleItem().TheyMayOwe.ShouldBe(90);
        (await max.DoAsync((AffiliationsQuery q) => q.ListAsync())).ShouldHaveSingleItem().WeMayOwe.ShouldBe(90);
        (await FloorAsync(here), await FloorAsync(there)).ShouldBe((-90, -1200));
    }

    [Theory]
    [InlineData("", "50", "Write the address")]
    [InlineData("nowhere-at-all", "50", "There is no organisation with this address")]
    [InlineData("self", "50", "This is your own organisation")]
    [InlineData("other", "0", "Write a number of hours from 1 to 10000")]
    [InlineData("other", "many", "Write a number of hours from 1 to 10000")]
    public async Task What_makes_no_sense_gets_a_sentence_and_nothing_is_asked(string address, string hours, string sentence)
    {
        var (here, there) = await TwoAsync();
        var mo = await here.StaffAsync("Mo", Role.Manager);
        var browser = await mo.BrowserAsync();
        var typed = address switch
        {
            "self" => here.Slug,
            "other" => there.Slug,
            _ => address,
        };

        var page = await browser.SendAsync(
            await browser.OpenAsync("affiliations/new"),
            new() { ["Form.Address"] = typed, ["Form.WeMayOwe"] = hours }
        );

        page.Body!.TextContent.ShouldContain(sentence);
        (await mo.DoAsync((AffiliationsQuery q) => q.ListAsync())).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_one_who_was_asked_agrees_and_two_questions_are_one()
    {
        var (here, there) = await TwoAsync();
        var (mo, max) = (await here.StaffAsync("Mo", Role.Manager), await there.StaffAsync("Max", Role.Manager));
        var form = new AffiliationForm { Address = there.Slug };

        (await ProposeAsync(mo, form)).ShouldBe(ProposeAffiliation.Outcome.Proposed);
        (await ProposeAsync(mo, form)).ShouldBe(ProposeAffiliation.Outcome.Proposed);
        (await ProposeAsync(max, new() { Address = here.Slug })).ShouldBe(ProposeAffiliation.Outcome.ThereAlready);
        (await AnswerAsync(mo, form.RequestKey, AffiliationAnswer.Agree)).ShouldBe(AnswerAffiliation.Outcome.NotAsked);
        var stranger = await bank.Riverside.StaffAsync("Sam", Role.Manager);
        (await AnswerAsync(stranger, form.RequestKey, AffiliationAnswer.Agree)).ShouldBe(AnswerAffiliation.Outcome.NotFound);
        (await AnswerAsync(max, form.RequestKey, AffiliationAnswer.End)).ShouldBe(AnswerAffiliation.Outcome.Ended);
        (await AnswerAsync(max, form.RequestKey, AffiliationAnswer.Agree)).ShouldBe(AnswerAffiliation.Outcome.NotFound);
    }

    [Fact]
    public async Task Two_who_ask_each_other_at_once_ask_once()
    {
        var (here, there) = await TwoAsync();
        var (mo, max) = (await here.StaffAsync("Mo", Role.Manager), await there.StaffAsync("Max", Role.Manager));

        var answers = await Task.WhenAll(
            ProposeAsync(mo, new() { Address = there.Slug }),
            ProposeAsync(max, new() { Address = here.Slug })
        );

        answers.ShouldBe([ProposeAffiliation.Outcome.Proposed, ProposeAffiliation.Outcome.ThereAlready], ignoreOrder: true);
    }

    [Fact]
    public async Task It_ends_when_neither_owes_the_other_and_a_pot_can_make_it_so()
    {
        var (here, there) = await TwoAsync();
        var id = await here.AffiliateAsync(there);
        var (mo, max) = (await here.StaffAsync("Mo", Role.Manager), await there.StaffAsync("Max", Role.Manager));
        var (ann, son) = (await here.MemberAsync("Ann"), await there.MemberAsync("Tomos", "Llwyd"));
        await GiveAsync(ann, there, son, 60);

        (await mo.DoAsync((AffiliationsQuery q) => q.FindAsync(id)))!.Owed.ShouldBe(60);
        (await AnswerAsync(mo, id, AffiliationAnswer.End)).ShouldBe(AnswerAffiliation.Outcome.SomethingOwed);
        (await AnswerAsync(mo, id, AffiliationAnswer.Settle)).ShouldBe(AnswerAffiliation.Outcome.NothingOwed);
        (await AnswerAsync(max, id, AffiliationAnswer.Settle)).ShouldBe(AnswerAffiliation.Outcome.PotTooSmall);
        await son.DoAsync(
            (GiveCredits give) => give.HandleAsync(new() { Who = GiftForm.ThePot, HowMuch = Web.Ui.DurationChoice.From(60) })
        );
        (await AnswerAsync(max, id, AffiliationAnswer.Settle)).ShouldBe(AnswerAffiliation.Outcome.Settled);

        (await PotAsync(here), await PotAsync(there)).ShouldBe((60, 0));
        (await AnswerAsync(mo, id, AffiliationAnswer.End)).ShouldBe(AnswerAffiliation.Outcome.Ended);
        (await GiveAsync(ann, there, son, 15)).ShouldBe(SendAcross.Outcome.NotAffiliated);
        // What has crossed stays readable on both sides, and the end is told.
        foreach (var manager in new[] { mo, max })
        {
            var page = await (await manager.BrowserAsync()).OpenAsync($"between/{id}");
            page.Body!.TextContent.ShouldContain("This has ended. What crossed before stays readable.");
            page.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
            (await (await manager.BrowserAsync()).OpenAsync("between")).QuerySelectorAll(".lines li").Length.ShouldBe(1);
            page = await (await manager.BrowserAsync()).OpenAsync($"affiliations/{id}");
            page.Body!.TextContent.ShouldContain("This has ended.");
            page.QuerySelector("main form[method=post]").ShouldBeNull();
        }
        // Agreed anew, the same clearing accounts go on.
        await here.AffiliateAsync(there, hours: 2);
        (await GiveAsync(ann, there, son, 60)).ShouldBe(SendAcross.Outcome.Sent);
        (await mo.DoAsync((AffiliationsQuery q) => q.HistoryAsync())).ShouldHaveSingleItem().IsAgreed.ShouldBeTrue();
        (await here.ReadAsync(db => db.Accounts.CountAsync(a => a.Kind == AccountKind.Clearing))).ShouldBe(1);
    }

    [Fact]
    public async Task Who_owes_reads_the_way_out()
    {
        var (here, there, id) = await bank.TwoAffiliatedAsync();
        var (mo, max) = (await here.StaffAsync("Mo", Role.Manager), await there.StaffAsync("Max", Role.Manager));
        var (ann, son) = (await here.MemberAsync("Ann"), await there.MemberAsync("Tomos", "Llwyd"));
        await GiveAsync(ann, there, son, 60);

        (await (await mo.BrowserAsync()).OpenAsync($"affiliations/{id}")).Body!.TextContent.ShouldContain(
            "help their members until it is even, or ask their manager to give up what you owe"
        );
        (await (await max.BrowserAsync()).OpenAsync($"affiliations/{id}")).Body!.TextContent.ShouldContain(
            "let their members help yours until it is even, or give it up from your community pot"
        );
    }

    private static Task<ProposeAffiliation.Outcome> ProposeAsync(Actor manager, AffiliationForm form) =>
        manager.DoAsync((ProposeAffiliation propose) => propose.HandleAsync(form));

    private static Task<AnswerAffiliation.Outcome> AnswerAsync(Actor manager, Guid id, AffiliationAnswer answer) =>
        manager.DoAsync((AnswerAffiliation use) => use.HandleAsync(new() { Affiliation = id, Answer = answer }));

    private static Task<SendAcross.Outcome> GiveAsync(Actor from, Place there, Actor to, int minutes) =>
        from.GivesAcrossAsync(there, to.Member, to.SignIn.Name, minutes);

    private static Task<long> PotAsync(Place place) =>
        place.ReadAsync(db => db.Accounts.Where(a => a.Kind == AccountKind.Pot).Select(a => a.Balance).SingleAsync());

    private static Task<long?> FloorAsync(Place place) =>
        place.ReadAsync(db => db.Accounts.Where(a => a.Kind == AccountKind.Clearing).Select(a => a.Floor).SingleAsync());

    private async Task<(Place Here, Place There)> TwoAsync()
    {
        var name = $"{Guid.NewGuid():N}"[..12];
        return (await bank.CreateAsync($"here-{name}", "Here"), await bank.CreateAsync($"there-{name}", "There"));
    }
}
