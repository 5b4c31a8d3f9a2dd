using CoProduce.Tests.Support;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Exchanges.Series;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Members;

/// <summary>Who is in custody is nobody to members outside: no form takes their id, and the answer is the one that an id of nobody gets.</summary>
public sealed class NobodyInCustodyIsNamed(Bank bank) : IClassFixture<Bank>
{
    private readonly Place place = bank.Riverside;

    [Fact]
    public async Task No_gift_reaches_them()
    {
        var (ann, inside) = (await place.MemberAsync("Ann"), await place.AddMemberInCustodyAsync("Idris"));

        foreach (var id in new[] { inside, MemberId.New() })
        {
            (await GiveAsync(ann, id)).ShouldBe(GiveCredits.Outcome.UnknownMember);
            (await ann.DoAsync((GiveCredits give) => give.TryAsync(Gift(id)))).ShouldBe(GiveCredits.Outcome.UnknownMember);
        }
        (await place.BalanceAsync(inside)).ShouldBe(120);
        await SuspendAsync(inside);
        (await GiveAsync(ann, inside)).ShouldBe(GiveCredits.Outcome.UnknownMember);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_exchange_is_logged_with_them(bool gave)
    {
        var (ann, inside) = (await place.MemberAsync("Ann"), await place.AddMemberInCustodyAsync("Idris"));

        foreach (var id in new[] { inside, MemberId.New() })
            (gave ? await ann.GaveAsync(60, to: id) : await ann.ReceivedAsync(60, from: id)).Outcome.ShouldBe(LogOutcome.UnknownMember);
        (await place.ReadAsync(db => db.Exchanges.AnyAsync(e => e.GiverId == inside || e.ReceiverId == inside))).ShouldBeFalse();
    }

    [Fact]
    public async Task No_series_is_logged_with_them()
    {
        var (ann, inside) = (await place.MemberAsync("Ann"), await place.AddMemberInCustodyAsync("Idris"));

        foreach (var id in new[] { inside, MemberId.New() })
        {
            var form = TwoDays(id);
            (await ann.DoAsync((LogSeries log) => log.ReadAsync(form)))!.Fault.ShouldBe(LogOutcome.UnknownMember);
            (await ann.DoAsync((LogSeries log) => log.HandleAsync(form))).Fault.ShouldBe(LogOutcome.UnknownMember);
        }
        (await place.ReadAsync(db => db.Exchanges.AnyAsync(e => e.GiverId == inside || e.ReceiverId == inside))).ShouldBeFalse();
    }

    [Fact]
    public async Task Nor_is_their_name_shown_for_a_guessed_id()
    {
        var (ann, inside) = (await place.MemberAsync("Ann"), await place.AddMemberInCustodyAsync("Idris"));
        (await ann.DoAsync((PeopleHereQuery people) => people.ByIdAsync(inside))).ShouldBeNull();
        (await (await ann.BrowserAsync()).OpenAsync($"log?gave=true&with={inside.Value}")).Body!.TextContent.ShouldNotContain("Idris");
    }

    [Fact]
    public async Task Two_of_the_same_place_are_people_to_each_other()
    {
        var (here, inside) = (await place.MemberAsync("Ivor"), await place.AddMemberInCustodyAsync("Idris"));
        await place.MoveAsync(here.Member, await place.CustodyAsync());

        (await GiveAsync(here, inside)).ShouldBe(GiveCredits.Outcome.Given);
        (await here.GaveAsync(60, to: inside)).Outcome.ShouldBe(LogOutcome.Logged);
    }

    [Fact]
    public async Task From_another_organisation_neither_they_nor_who_takes_no_part_is_found()
    {
        var (here, there, _) = await bank.TwoAffiliatedAsync();
        var (ann, inside) = (await here.MemberAsync("Ann"), await there.AddMemberInCustodyAsync("Idris", "Puw"));
        var son = await there.AddMemberAsync("Tomos", "Llwyd");

        (await ann.GivesAcrossAsync(there, inside, "Idris Puw", 15)).ShouldBe(SendAcross.Outcome.NobodyThere);
        (await ann.GivesAcrossAsync(there, son, "Tomos Llwyd", 15)).ShouldBe(SendAcross.Outcome.Sent);
        await SuspendAsync(son, there);
        (await ann.GivesAcrossAsync(there, son, "Tomos Llwyd", 15)).ShouldBe(SendAcross.Outcome.NobodyThere);
        (await there.BalanceAsync(inside)).ShouldBe(120);
    }

    private Task<int> SuspendAsync(MemberId member, Place? where = null) =>
        (where ?? place).WriteAsync(db =>
            db.Members.Where(m => m.Id == member).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Suspended))
        );

    private LogSeriesForm TwoDays(MemberId with)
    {
        var form = new LogSeriesForm
        {
            One = new()
            {
                IGave = true,
                Other = with.Value,
                HowLong = DurationChoice.From(60),
                Description = "Reading together",
            },
            Series = new()
            {
                First = DateBoxes.From(DateOnly.FromDateTime(bank.Clock.GetUtcNow().UtcDateTime.AddDays(-7))),
                Every = SeriesRhythm.EveryWeek,
                HowMany = "2",
            },
        };
        form.Series.Arrange();
        return form;
    }

    private static GiftForm Gift(MemberId to) => new() { Who = to.Value.ToString(), HowMuch = DurationChoice.From(15) };

    private static Task<GiveCredits.Outcome> GiveAsync(Actor from, MemberId to) =>
        from.DoAsync((GiveCredits give) => give.HandleAsync(Gift(to)));
}
