using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Reports;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>
/// Fair Shares: one organisation with time banks in several towns. A member of one is helped by a member of another like by a neighbour, and the figures are
/// there by town and for the whole.
/// </summary>
public sealed class TownsOfOneNetworkHelpEachOther(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task From_one_town_to_another_and_to_the_figures_of_both()
    {
        var here = await bank.CreateAsync("shares", "Shares of a County");
        var stroud = await here.AddHubAsync("Stroud");
        var (town, other) = (new List<Actor>(), new List<Actor>());
        for (var i = 0; i < 6; i++)
        {
            town.Add(await here.MemberAsync($"Tia{i}"));
            other.Add(await here.MemberAsync($"Sol{i}"));
            await here.MoveAsync(other[i].Member, stroud);
        }
        for (var i = 0; i < 6; i++)
        {
            await HelpsAsync(town[i], other[i], 60); // across the county
            await HelpsAsync(other[i], other[(i + 1) % 6], 30); // round the corner
        }
        (await town[0].BalanceAsync(), await other[0].BalanceAsync()).ShouldBe((180, 60));

        var tom = await here.StaffAsync("Tom", Role.Trustee);
        var day = new DateOnly(2026, 11, 18);
        var period = ReportPeriod.Read("months", ReportPeriod.Code(new(2026, 11, 1)), ReportPeriod.Code(new(2026, 11, 1)), day, out _);
        var whole = await tom.DoAsync((ReportQuery query) => query.ReadAsync(period, null));
        whole.Total!.ShouldBe(new Figures(6 * 90, 12, 12));
        whole.Hubs!.Lines.Sum(h => h.Figures!.Minutes).ShouldBe(whole.Total!.Minutes);
        var one = await tom.DoAsync((ReportQuery query) => query.ReadAsync(period, stroud));
        one.Total!.Minutes.ShouldBe(whole.Hubs.Lines.Single(h => h.Name == "Stroud").Figures!.Minutes);

        static async Task HelpsAsync(Actor giver, Actor receiver, int minutes)
        {
            var (_, exchange) = await giver.GaveAsync(minutes, to: receiver.Member);
            (await receiver.ConfirmsAsync(exchange)).ShouldBe(AnswerExchange.Outcome.Confirmed);
        }
    }
}
