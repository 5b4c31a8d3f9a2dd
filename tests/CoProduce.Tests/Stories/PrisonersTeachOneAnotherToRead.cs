using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Exchanges.Series;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>Fair Shares toe by toe: one prisoner teaches another to read, twenty minutes each week; staff log the weeks from the sheet in one go.</summary>
public sealed class PrisonersTeachOneAnotherToRead(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Six_weeks_are_logged_in_one_go_and_taken_for_what_they_are()
    {
        var here = await bank.CreateAsync("toe-by-toe", "Toe by toe");
        await here.WriteAsync(db => db.Hubs.ExecuteUpdateAsync(h => h.SetProperty(x => x.Kind, HubKind.Custody)));
        var cora = await here.CoordinatorAsync();
        var (teacher, pupil) = (await here.AddMemberAsync("Gareth"), await here.AddMemberAsync("Kyle"));
        var weeks = new SeriesForm
        {
            First = DateBoxes.From(DateOnly.FromDateTime(bank.Clock.GetUtcNow().Date).AddDays(-35)),
            Every = SeriesRhythm.EveryWeek,
            HowMany = "6",
        };
        weeks.Arrange();
        var form = new LogSeriesForMembersForm
        {
            One = new()
            {
                Giver = teacher.Value,
                Receiver = pupil.Value,
                HowLong = DurationChoice.From(30),
                Description = "Toe by toe",
                Door = Door.Paper,
            },
            Series = weeks,
        };

        (await cora.DoAsync((LogSeriesForMembers log) => log.HandleAsync(form))).Outcome.ShouldBe(SeriesOutcome.Logged);

        (await here.BalanceAsync(teacher), await here.BalanceAsync(pupil)).ShouldBe((120 + 180, 120 - 180));
        var lessons = await here.ReadAsync(db => db.Exchanges.OrderBy(e => e.ServiceDate).ToListAsync());
        lessons.Count.ShouldBe(6);
        lessons.ShouldAllBe(e => e.Status == ExchangeStatus.Confirmed && e.SeriesId == lessons[0].SeriesId && e.Door == Door.Paper);
        (lessons[^1].ServiceDate.DayNumber - lessons[0].ServiceDate.DayNumber).ShouldBe(35);
        (await (await cora.BrowserAsync()).ReadsAsync($"members/{teacher.Value}")).ShouldContain("Toe by toe"); // the same again, next week
        await here.BooksAreSoundAsync();
    }
}
