using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>A network of time banks: a member of one is helped by a member of another, the hours are cleared between the two ledgers, and settled.</summary>
public sealed class MembersOfTwoTimeBanksHelpEachOther(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Help_crosses_is_cleared_and_settled()
    {
        var (here, there, affiliation) = await bank.TwoAffiliatedAsync();
        var (ann, tomos) = (await here.AddMemberAsync("Ann"), await there.MemberAsync("Tomos", "Llwyd"));
        var cora = await here.CoordinatorAsync();

        (await cora.SendsForAsync(ann, there, tomos.Member, "Tomos Llwyd", 90, words: "Translating a letter")).ShouldBe(
            SendAcross.Outcome.Sent
        );

        ((await here.BalanceAsync(ann)), (await tomos.BalanceAsync())).ShouldBe((30, 210));
        (await ClearingAsync(here), await ClearingAsync(there)).ShouldBe((90, -90));
        (await (await cora.BrowserAsync()).OpenAsync("between")).Body!.TextContent.ShouldContain("We owe them an hour and a half of help");
        (await (await there.CoordinatorAsync()).BrowserAsync()).ShouldNotBeNull();
        await tomos.DoAsync(
            (GiveCredits give) => give.HandleAsync(new() { Who = GiftForm.ThePot, HowMuch = Web.Ui.DurationChoice.From(90) })
        );
        var max = await there.StaffAsync("Max", Role.Manager);
        var settled = await max.DoAsync(
            (AnswerAffiliation answer) => answer.HandleAsync(new() { Affiliation = affiliation, Answer = AffiliationAnswer.Settle })
        );
        settled.ShouldBe(AnswerAffiliation.Outcome.Settled);
        (await ClearingAsync(here), await ClearingAsync(there)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Who_belongs_to_both_gives_to_themself_elsewhere_and_is_not_helped_by_themself()
    {
        var (here, there, _) = await bank.TwoAffiliatedAsync();
        var ann = await here.MemberAsync("Ann");
        var (twin, namesake) = (await there.AddMemberAsync("Ann"), await there.AddMemberAsync("Ann"));
        await there.WriteAsync(db =>
            Task.FromResult(
                db.RoleHolders.Add(
                    new()
                    {
                        Id = RoleHolderId.New(),
                        SignInId = ann.SignIn.Id,
                        Name = ann.SignIn.Name,
                        MemberId = twin,
                        Since = bank.Clock.GetUtcNow(),
                        Roles = [Role.Member],
                    }
                )
            )
        );
        var cora = await here.CoordinatorAsync();

        (await cora.SendsForAsync(ann.Member, there, twin, "Ann Example", 60)).ShouldBe(SendAcross.Outcome.SamePerson);
        ((await ann.BalanceAsync()), (await there.BalanceAsync(twin))).ShouldBe((120, 120));
        (await ann.GivesAcrossAsync(there, twin, "Ann Example", 60)).ShouldBe(SendAcross.Outcome.Sent);
        ((await ann.BalanceAsync()), (await there.BalanceAsync(twin))).ShouldBe((60, 180));
        (await cora.SendsForAsync(ann.Member, there, namesake, "Ann Example", 60)).ShouldBe(SendAcross.Outcome.Sent);
    }

    private static Task<long> ClearingAsync(Place place) =>
        place.ReadAsync(db => db.Accounts.Where(a => a.Kind == AccountKind.Clearing).Select(a => a.Balance).SingleAsync());
}
