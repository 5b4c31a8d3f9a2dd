using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Organisations;

/// <summary>How far each side may owe the other changes when both managers agree, and not before.</summary>
public sealed class ManagersChangeLimits(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task One_asks_on_a_page_the_old_limits_hold_until_the_other_agrees_on_a_page()
    {
        var (here, there, id) = await bank.TwoAffiliatedAsync(hours: 1);
        var (mo, max) = (await here.StaffAsync("Mo", Role.Manager), await there.StaffAsync("Max", Role.Manager));
        var (ann, son) = (await here.MemberAsync("Ann"), await there.MemberAsync("Tomos", "Llwyd"));
        var ours = await mo.BrowserAsync();
        var page = await ours.OpenAsync($"affiliations/{id}");
        page = await ours.SendAsync(
            page,
            new()
            {
                ["Form.WeMayOwe"] = "2",
                ["Form.TheyMayOwe"] = "3",
                ["Form.Answer"] = "Ask",
            },
            "main form:has([name='Form.WeMayOwe'])"
        );
        page.Body!.TextContent.ShouldContain("You asked for other limits: you may owe them 2 hours, and they may owe you 3 hours.");
        (await ann.GivesAcrossAsync(there, son.Member, "Tomos Llwyd", 90)).ShouldBe(SendAcross.Outcome.LimitReached);

        var theirs = await max.BrowserAsync();
        (await theirs.OpenAsync("affiliations")).Body!.TextContent.ShouldContain("Waits for you");
        page = await theirs.OpenAsync($"affiliations/{id}");
        page.Body!.TextContent.ShouldContain("They ask for other limits: you may owe them 3 hours, and they may owe you 2 hours.");
        await theirs.SendAsync(page, new() { ["Form.Answer"] = "Agree" }, "main form:has([name='Form.WeMayOwe'])");

        (await FloorAsync(here), await FloorAsync(there)).ShouldBe((-180, -120));
        (await ann.GivesAcrossAsync(there, son.Member, "Tomos Llwyd", 90)).ShouldBe(SendAcross.Outcome.Sent);
        (await mo.DoAsync((AffiliationsQuery q) => q.FindAsync(id)))!.Asked.ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_agrees_to_their_own_question_or_to_another_than_they_read()
    {
        var (here, there, id) = await bank.TwoAffiliatedAsync();
        var (mo, max) = (await here.StaffAsync("Mo", Role.Manager), await there.StaffAsync("Max", Role.Manager));

        (await ChangeAsync(max, id, LimitsAnswer.Agree, "20", "10")).ShouldBe(ChangeLimits.Outcome.NothingToAgree);
        (await ChangeAsync(mo, id, LimitsAnswer.Ask, "10", "20")).ShouldBe(ChangeLimits.Outcome.Asked);
        (await ChangeAsync(mo, id, LimitsAnswer.Agree, "10", "20")).ShouldBe(ChangeLimits.Outcome.NothingToAgree);
        (await ChangeAsync(max, id, LimitsAnswer.Agree, "20", "11")).ShouldBe(ChangeLimits.Outcome.Changed);
        var stranger = await bank.Riverside.StaffAsync("Sam", Role.Manager);
        (await ChangeAsync(stranger, id, LimitsAnswer.Agree, "20", "10")).ShouldBe(ChangeLimits.Outcome.NotFound);
        (await FloorAsync(here), await FloorAsync(there)).ShouldBe((-3000, -3000));
        (await ChangeAsync(max, id, LimitsAnswer.Drop, "20", "10")).ShouldBe(ChangeLimits.Outcome.Dropped);
        (await ChangeAsync(max, id, LimitsAnswer.Agree, "20", "10")).ShouldBe(ChangeLimits.Outcome.NothingToAgree);
    }

    [Fact]
    public async Task Not_below_what_is_owed_already()
    {
        var (here, there, id) = await bank.TwoAffiliatedAsync();
        var (mo, max) = (await here.StaffAsync("Mo", Role.Manager), await there.StaffAsync("Max", Role.Manager));
        var (ann, son) = (await here.MemberAsync("Ann"), await there.MemberAsync("Tomos", "Llwyd"));
        await ChangeAsync(mo, id, LimitsAnswer.Ask, "1", "1");
        await ann.GivesAcrossAsync(there, son.Member, "Tomos Llwyd", 90);

        (await ChangeAsync(max, id, LimitsAnswer.Agree, "1", "1")).ShouldBe(ChangeLimits.Outcome.OwedMore);
        (await ChangeAsync(mo, id, LimitsAnswer.Ask, "1", "9")).ShouldBe(ChangeLimits.Outcome.OwedMore);
        (await FloorAsync(here), await FloorAsync(there)).ShouldBe((-3000, -3000));
    }

    private static Task<ChangeLimits.Outcome> ChangeAsync(Actor manager, Guid id, LimitsAnswer answer, string we, string they) =>
        manager.DoAsync(
            (ChangeLimits change) =>
                change.HandleAsync(
                    new()
                    {
                        Affiliation = id,
                        Answer = answer,
                        WeMayOwe = we,
                        TheyMayOwe = they,
                    }
                )
        );

    private static Task<long?> FloorAsync(Place place) =>
        place.ReadAsync(db => db.Accounts.Where(a => a.Kind == AccountKind.Clearing).Select(a => a.Floor).SingleAsync());
}
