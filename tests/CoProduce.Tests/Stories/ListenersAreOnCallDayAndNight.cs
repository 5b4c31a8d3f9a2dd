using CoProduce.Ledger;
using CoProduce.Tests.Care;
using CoProduce.Tests.Diary;
using CoProduce.Tests.Matching;
using CoProduce.Tests.Offers;
using CoProduce.Tests.Skills;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Ui;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>Fair Shares listeners: who has done the course listens, stands in the diary day and night, and earns for being on call.</summary>
public sealed class ListenersAreOnCallDayAndNight(Bank bank) : IClassFixture<Bank>
{
    private const string Course = "Listeners’ course";

    [Fact]
    public async Task Only_who_has_done_the_course_is_asked_and_a_night_on_call_earns()
    {
        var here = await bank.CreateAsync("listeners", "Listeners");
        var cora = await here.CoordinatorAsync();
        await here.WriteAsync(db =>
            Task.FromResult(
                db.CheckKinds.Add(
                    new()
                    {
                        Id = CheckKindId.New(),
                        Name = Course,
                        Position = 99,
                    }
                )
            )
        );
        await here.NeedsAsync("Company", Course);
        var (lee, nat, ann) = (await here.MemberAsync("Lee"), await here.MemberAsync("Nat"), await here.MemberAsync("Ann"));
        foreach (var one in new[] { lee, nat })
            await one.SaysAsync("Listening");
        await cora.ChecksAsync(lee.Member, Course, Caring.Today.AddMonths(-1));

        var request = await ann.PutsUpAsync(OfferKind.Request, "Listening when nights are long", "Company");
        (await cora.LooksForAsync(request)).Names().ShouldBe(["Lee"]);
        (await (await cora.BrowserAsync()).ReadsAsync($"board/{request.Value}/shortlist")).ShouldContain(Course);

        var rota = new[] { "08:00", "22:00" };
        foreach (var start in rota)
        {
            var shift = here.Visit(lee.Member, receiver: null, inDays: 1, at: start);
            (shift.Description, shift.HowLong) = ("On call", DurationChoice.From(120));
            await cora.ArrangesAsync(shift);
        }
        bank.Clock.Advance(TimeSpan.FromHours(36)); // half past ten at night
        (await cora.TodayAsync()).UnderWay.ShouldHaveSingleItem().Visit.Description.ShouldBe("On call");

        foreach (var _ in rota)
        {
            var call = new MoveForm
            {
                Kind = MoveKind.OnCall,
                Member = lee.Member.Value,
                HowMuch = DurationChoice.From(120),
                Door = Door.Paper,
            };
            (await cora.DoAsync((MoveHours move) => move.HandleAsync(call))).ShouldBe(MoveHours.Outcome.Moved);
        }
        (await lee.BalanceAsync()).ShouldBe(120 + 240);
        (await (await lee.BrowserAsync()).ReadsAsync("statement")).ShouldContain("You were on call for 2 hours");
    }
}
