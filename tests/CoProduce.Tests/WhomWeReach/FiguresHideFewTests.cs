using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.WhomWeReach;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.WhomWeReach;

/// <summary>No figure is about fewer than five people, and none such can be worked out.</summary>
public sealed class FiguresHideFewTests(Bank bank) : IClassFixture<Bank>
{
    private static readonly IReadOnlyDictionary<ReachQuestion, int> Silent = new Dictionary<ReachQuestion, int>();

    [Fact]
    public void A_small_line_takes_the_next_smallest_with_it()
    {
        var table = Ethnic(Make([.. Said(41, 20), .. Said(21, 8), .. Said(11, 3), .. Quiet(10)]));
        table.Lines.Single(l => l.Choice == 10).All.ShouldBeNull(); // three
        table.Lines.Single(l => l.Choice == 20).All.ShouldBeNull(); // else the three are the total less the others
        table.Lines.Single(l => l.Choice == 40).All.ShouldBe(20);
        table.Lines.Single(l => l.Choice is null).All.ShouldBe(10); // not answered
        table.Lines.Single(l => l.Choice == 30).All.ShouldBe(0);
    }

    [Fact]
    public void Inside_a_group_the_same_holds_again_and_inside_a_hidden_one_nothing_is_shown()
    {
        var table = Ethnic(Make([.. Said(41, 20), .. Said(42, 2), .. Said(44, 9), .. Said(21, 3), .. Said(11, 3), .. Quiet(10)]));
        table.Lines.Single(l => l.Choice == 40).All.ShouldBe(31);
        int? Detail(int choice) => table.Detail.Single(l => l.Choice == choice).All;
        (Detail(41), Detail(42), Detail(44)).ShouldBe((20, null, null));
        (Detail(21), Detail(22), Detail(29)).ShouldBe((null, null, null));
    }

    [Fact]
    public void By_hub_no_hidden_cell_is_a_line_or_a_column_less_the_others()
    {
        var random = new Random(7);
        for (var round = 0; round < 60; round++)
        {
            var people = Enumerable
                .Range(1, random.Next(20, 90))
                .Select(n => Person(n, random.Next(3), random.Next(3) == 0 ? null : random.GetItems([41, 41, 41, 21, 11, 31, 99], 1)[0]))
                .ToList();
            var report = ReachMaking.Make(new(["North", "South", "West"], [ReachQuestion.EthnicGroup], people));
            var table = Ethnic(report);
            foreach (var line in table.Lines)
                Sound([.. line.ByHub.Select((shown, h) => (shown, Count(people, line.Choice, h)))], line.All is not null);
            for (var h = 0; h < 3; h++)
                Sound([.. table.Lines.Select(l => (l.ByHub[h], Count(people, l.Choice, h)))], report.ByHub[h] is not null);
            Sound([.. table.Lines.Select(l => (l.All, Count(people, l.Choice, null)))], report.Total is not null);
        }
    }

    [Fact]
    public void Few_people_have_no_report_at_all()
    {
        var report = Make([.. Said(41, 4)]);
        (report.Total, report.Tables.Count).ShouldBe((null, 0));
    }

    [Fact]
    public async Task What_is_said_counts_from_the_next_month_on_with_consent_and_for_those_who_took_part()
    {
        var here = await bank.CreateAsync("reaching", "Reaching");
        await here.AsksAllAsync();
        var members = new List<Actor>();
        for (var i = 0; i < 6; i++)
            members.Add(await here.MemberAsync($"M{i}"));
        var cora = await here.CoordinatorAsync();
        for (var i = 0; i < 6; i++)
        {
            var (_, id) = await members[i].GaveAsync(60, to: members[(i + 1) % 6].Member);
            (await cora.DoAsync((SettleExchange settle) => settle.ConfirmAsync(new() { Exchange = id.Value }))).ShouldBe(
                SettleExchange.Outcome.Confirmed
            );
        }
        bank.Clock.Advance(TimeSpan.FromDays(50)); // a January; the quarter is over
        bank.Clock.AdvanceToMorning();
        foreach (var member in members)
            await member.SaysOfThemselfAsync(21);
        (await here.AddMemberAsync("Idle")).ShouldNotBe(default); // took no part
        (await LineAsync(here, 20)).ShouldBe(0);
        bank.Clock.Advance(TimeSpan.FromDays(31));
        (await LineAsync(here, 20)).ShouldBe(6);

        var trustee = await (await here.StaffAsync("Tom", Role.Trustee)).BrowserAsync();
        var page = await trustee.OpenAsync("reach");
        page.QuerySelector(".balance-sentence")!.TextContent.ShouldBe("6 members gave or received help.", trustee.Body);
        page.QuerySelectorAll("tr")
            .First(r => r.TextContent.Contains("Black, Black British", StringComparison.Ordinal))
            .TextContent.ShouldContain("6 (100 %)");

        // One takes it back: of the rest five are shown only if one not answered does not tell of the other.
        await members[0]
            .DoAsync(
                (Web.Features.Privacy.GiveConsent give) => give.HandleAsync(new() { Purpose = Web.Features.Privacy.ConsentPurpose.Reach })
            );
        (await LineAsync(here, 20)).ShouldBeNull();
    }

    private static async Task<int?> LineAsync(Place here, int line)
    {
        await using var scope = here.Enter();
        var query = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<ReachQuery>(
            scope.ServiceProvider
        );
        var (_, report) = await query.ReadAsync(ReachPeriod.Choices(new(2027, 1, 15))[0]);
        report.Total.ShouldBe(6);
        return Ethnic(report).Lines.Single(l => l.Choice == line).All;
    }

    private static void Sound(IReadOnlyList<(int? Shown, int Real)> cells, bool sumIsShown)
    {
        cells.ShouldAllBe(c => c.Shown == null || c.Shown == c.Real && (c.Real == 0 || c.Real >= 5));
        var hidden = cells.Where(c => c.Shown is null && c.Real > 0).ToList();
        if (sumIsShown && hidden.Count > 0)
            (hidden.Count > 1 && hidden.Sum(c => c.Real) >= 5).ShouldBeTrue();
    }

    private static int Count(IEnumerable<ReachPerson> people, int? line, int? hub) =>
        people.Count(p =>
            (hub is null || p.Hub == hub)
            && (p.Answers.TryGetValue(ReachQuestion.EthnicGroup, out var said) ? ReachChoices.Line(ReachQuestion.EthnicGroup, said) : null)
                == line
        );

    private static ReachTable Ethnic(ReachReport report) => report.Tables.Single(t => t.Question == ReachQuestion.EthnicGroup);

    private static ReachReport Make(IReadOnlyList<int?> said) =>
        ReachMaking.Make(new(["North"], [ReachQuestion.EthnicGroup], [.. said.Select((choice, i) => Person(i + 1, 0, choice))]));

    private static IEnumerable<int?> Said(int choice, int people) => Enumerable.Repeat((int?)choice, people);

    private static IEnumerable<int?> Quiet(int people) => Enumerable.Repeat((int?)null, people);

    private static ReachPerson Person(int number, int hub, int? choice) =>
        new(number, hub, null, choice is { } said ? new Dictionary<ReachQuestion, int> { [ReachQuestion.EthnicGroup] = said } : Silent);
}
