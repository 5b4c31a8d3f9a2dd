using CoProduce.Ledger;
using CoProduce.Tests.Stories;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Care.Guardians;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Care;

/// <summary>Whoever turned 18 stands on the coordinator's day until they themself were asked what they agree to.</summary>
public sealed class AtEighteenTheyAreAskedThemselves(Bank bank) : IClassFixture<Bank>
{
    private DateOnly Today => DateOnly.FromDateTime(bank.Clock.GetUtcNow().Date);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_line_comes_on_the_day_and_goes_with_their_own_answer(bool bornOnIsKnown)
    {
        var here = await bank.CreateAsync($"grown-{bornOnIsKnown}".ToLowerInvariant(), "Grown");
        var (cora, june, other) = (await here.CoordinatorAsync(), await here.AddMemberAsync("June"), await here.AddMemberAsync("Other"));
        var turns = Today.AddDays(2);
        if (bornOnIsKnown)
            await here.WriteAsync(db =>
                db.MemberContacts.Where(c => c.MemberId == june)
                    .ExecuteUpdateAsync(c => c.SetProperty(x => x.BornOn, turns.AddYears(-Guardian.OfAge)))
            );
        var guardian = new GuardianForm
        {
            Member = june.Value,
            Name = "May",
            TurnsAdultOn = bornOnIsKnown ? new() : DateBoxes.From(turns),
        };
        (await cora.DoAsync((KeepGuardian keep) => keep.HandleAsync(guardian))).ShouldBe(KeepGuardian.Outcome.Kept);
        await AnswersAsync(cora, june); // as a child
        await here.WriteAsync(db =>
            db.MemberContacts.Where(c => c.MemberId == other).ExecuteUpdateAsync(c => c.SetProperty(x => x.BornOn, turns.AddYears(-18)))
        );
        var desk = await cora.BrowserAsync();
        (await desk.ReadsAsync("today")).ShouldNotContain("is 18 since");

        bank.Clock.Advance(TimeSpan.FromDays(2));
        var page = await desk.OpenAsync("today");
        var words = page.QuerySelector("main")!.TextContent;
        words.ShouldContain("June Example is 18 since");
        words.ShouldContain("Ask June themself what they agree to now.");
        words.ShouldNotContain("Other Example is 18"); // nobody agreed for them
        page.QuerySelector($"main a[href$='members/{june.Value}/consents']").ShouldNotBeNull();

        bank.Clock.Advance(TimeSpan.FromDays(3 * 365));
        (await desk.ReadsAsync("today")).ShouldNotContain("is 18 since"); // whoever is long grown up is asked with everybody else
        bank.Clock.Advance(TimeSpan.FromDays(-3 * 365));
        await AnswersAsync(cora, june);
        (await desk.ReadsAsync("today")).ShouldNotContain("is 18 since");
    }

    private static async Task AnswersAsync(Actor cora, MemberId member) =>
        await cora.DoAsync(
            (GiveConsent give) =>
                give.ForAsync(
                    new()
                    {
                        Purpose = ConsentPurpose.News,
                        Version = 1,
                        Door = Door.Phone,
                    },
                    member
                )
        );
}
