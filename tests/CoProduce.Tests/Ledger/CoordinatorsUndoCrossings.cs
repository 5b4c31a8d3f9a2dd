using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>A coordinator of either side undoes hours that crossed: both halves or neither, linked on both sides, and nobody elsewhere is made to owe.</summary>
public sealed class CoordinatorsUndoCrossings(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task From_the_page_of_what_crossed_with_a_reason_that_both_sides_read()
    {
        var (here, there, id) = await bank.TwoAffiliatedAsync();
        var (ann, son) = (await here.MemberAsync("Ann"), await there.MemberAsync("Tomos", "Llwyd"));
        await ann.GivesAcrossAsync(there, son.Member, "Tomos Llwyd", 60, "For the bus");
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();
        var page = await browser.OpenAsync($"between/{id}");
        page = await browser.OpenAsync("/" + page.QuerySelector("tbody td a")!.GetAttribute("href"));
        page.Body!.TextContent.ShouldContain("They go back in both, or in neither");
        page = await browser.SendAsync(page, new() { ["Form.Reason"] = "" });
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Say why");
        page = await browser.SendAsync(page, new() { ["Form.Reason"] = "The wrong son" });
        page.Body!.TextContent.ShouldContain("This is undone. Both lines stay visible.");
        page.QuerySelector("main form[method=post]").ShouldBeNull();

        ((await ann.BalanceAsync()), (await son.BalanceAsync())).ShouldBe((120, 120));
        foreach (var place in new[] { here, there })
            await ReadsBothLinesAsync(place, id);
        foreach (var person in new[] { ann, son })
            (await (await person.BrowserAsync()).OpenAsync("statement")).Body!.TextContent.ShouldContain("The reason: “The wrong son”");
    }

    [Fact]
    public async Task The_side_that_received_may_undo_it_too_and_only_one_of_both_does()
    {
        var (here, there, _) = await bank.TwoAffiliatedAsync();
        var (ann, son) = (await here.MemberAsync("Ann"), await there.MemberAsync("Tomos", "Llwyd"));
        await ann.GivesAcrossAsync(there, son.Member, "Tomos Llwyd", 60);
        var (cora, carl) = (await here.CoordinatorAsync(), await there.CoordinatorAsync("Carl"));

        var answers = await Task.WhenAll(UndoAsync(cora, here), UndoAsync(carl, there));

        answers.ShouldBe([UndoCrossing.Outcome.Undone, UndoCrossing.Outcome.UndoneBefore], ignoreOrder: true);
        ((await ann.BalanceAsync()), (await son.BalanceAsync())).ShouldBe((120, 120));
    }

    [Fact]
    public async Task Nobody_elsewhere_is_taken_below_their_floor_and_their_own_coordinator_may()
    {
        var (here, there, _) = await bank.TwoAffiliatedAsync();
        var (ann, son) = (await here.MemberAsync("Ann"), await there.MemberAsync("Tomos", "Llwyd"));
        await ann.GivesAcrossAsync(there, son.Member, "Tomos Llwyd", 60);
        await there.WriteAsync(async db =>
        {
            await db.SetFloorAsync(son.Member.Account, 150); // as if the hours were spent
            return true;
        });
        var (cora, carl) = (await here.CoordinatorAsync(), await there.CoordinatorAsync("Carl"));

        (await UndoAsync(cora, here)).ShouldBe(UndoCrossing.Outcome.NotFromHere);
        ((await ann.BalanceAsync()), (await son.BalanceAsync())).ShouldBe((60, 180));
        (await UndoAsync(carl, there)).ShouldBe(UndoCrossing.Outcome.Undone);
        ((await ann.BalanceAsync()), (await son.BalanceAsync())).ShouldBe((120, 120));
    }

    [Fact]
    public async Task It_never_passes_what_the_two_agreed()
    {
        var (here, there, _) = await bank.TwoAffiliatedAsync(hours: 1);
        var (ann, son) = (await here.MemberAsync("Ann"), await there.MemberAsync("Tomos", "Llwyd"));
        await ann.GivesAcrossAsync(there, son.Member, "Tomos Llwyd", 60);
        await son.GivesAcrossAsync(here, ann.Member, "Ann Example", 120);
        var (cora, carl) = (await here.CoordinatorAsync(), await there.CoordinatorAsync("Carl"));

        foreach (var (coordinator, place) in new[] { (cora, here), (carl, there) })
            (await UndoAsync(coordinator, place)).ShouldBe(UndoCrossing.Outcome.NotFromHere);

        ((await ann.BalanceAsync()), (await son.BalanceAsync())).ShouldBe((180, 60));
    }

    [Fact]
    public async Task Not_after_the_end_and_no_gift_is_a_crossing()
    {
        var (here, there, id) = await bank.TwoAffiliatedAsync();
        var (ann, son) = (await here.MemberAsync("Ann"), await there.MemberAsync("Tomos", "Llwyd"));
        await ann.GivesAcrossAsync(there, son.Member, "Tomos Llwyd", 60);
        await son.GivesAcrossAsync(here, ann.Member, "Ann Example", 60);
        var mo = await here.StaffAsync("Mo", Web.Features.Accounts.Role.Manager);
        await mo.DoAsync(
            (Web.Features.Organisations.AnswerAffiliation answer) =>
                answer.HandleAsync(new() { Affiliation = id, Answer = Web.Features.Organisations.AffiliationAnswer.End })
        );
        var cora = await here.CoordinatorAsync();

        (await UndoAsync(cora, here)).ShouldBe(UndoCrossing.Outcome.Ended);
        var welcome = await here.ReadAsync(db => db.Entries.Where(e => e.Kind == EntryKind.Welcome).Select(e => e.Id).FirstAsync());
        (await UndoAsync(cora, welcome)).ShouldBe(UndoCrossing.Outcome.Unknown);
    }

    private static async Task ReadsBothLinesAsync(Place place, Guid affiliation)
    {
        var browser = await (await place.CoordinatorAsync("Cas")).BrowserAsync();
        var page = await browser.OpenAsync($"between/{affiliation}");
        page.Body!.TextContent.ShouldContain("It was undone later.");
        var (undoing, undone) = (page.QuerySelectorAll("tbody td a")[0], page.QuerySelectorAll("tbody td a")[1]);
        page = await browser.OpenAsync("/" + undone.GetAttribute("href"));
        page.QuerySelector(".notice a")!.GetAttribute("href").ShouldBe(undoing.GetAttribute("href"));
        page = await browser.OpenAsync("/" + undoing.GetAttribute("href"));
        page.Body!.TextContent.ShouldContain("The wrong son");
        page.QuerySelector(".notice a")!.GetAttribute("href").ShouldBe(undone.GetAttribute("href"));
    }

    private static async Task<UndoCrossing.Outcome> UndoAsync(Actor coordinator, Place place) =>
        await UndoAsync(
            coordinator,
            await place.ReadAsync(db =>
                (
                    from a in db.Accounts
                    where a.Kind == AccountKind.Clearing
                    join p in db.Postings on a.Id equals p.AccountId
                    orderby p.Number
                    select p.EntryId
                ).FirstAsync()
            )
        );

    private static Task<UndoCrossing.Outcome> UndoAsync(Actor coordinator, EntryId entry) =>
        coordinator.DoAsync((UndoCrossing undo) => undo.HandleAsync(new() { Entry = entry.Value, Reason = "A slip" }));
}
