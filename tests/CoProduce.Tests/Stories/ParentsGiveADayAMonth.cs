using CoProduce.Tests.Support;
using CoProduce.Web.Features.AgreedHours;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>Scallywags: each parent gives a day a month at the nursery. The list says who is behind; whoever did another's day is ahead, and nobody sees another's.</summary>
public sealed class ParentsGiveADayAMonth(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Who_is_behind_is_seen_by_the_coordinator_and_a_swapped_day_counts()
    {
        var here = await bank.CreateAsync("scallywags", "Scallywags");
        var (cora, pia, rob) = (await here.CoordinatorAsync(), await here.MemberAsync("Pia"), await here.MemberAsync("Rob"));
        var desk = await cora.BrowserAsync();
        foreach (var parent in new[] { pia, rob })
            (
                await desk.SendAsync(
                    await desk.OpenAsync($"members/{parent.Member.Value}/agreed"),
                    new()
                    {
                        ["Form.Span"] = nameof(AgreedSpan.EachMonth),
                        ["Form.Hours"] = "6",
                        ["Form.What"] = "A day at the nursery",
                    }
                )
            ).QuerySelector(".notice-done").ShouldNotBeNull(desk.Body);
        (await desk.ReadsAsync("agreed")).ShouldNotContain("behind"); // the first month runs

        // Pia does her own day and Rob's; together they mind the children on a Saturday.
        await desk.RegistersAsync("The nursery", "pia = 12\nrob = 15 min", howLong: "6");
        bank.Clock.Advance(TimeSpan.FromDays(31));
        desk = await cora.BrowserAsync();
        var list = await desk.OpenAsync("agreed");
        var lines = list.QuerySelectorAll("main .lines li").Select(l => l.TextContent).ToList();
        lines[0].ShouldContain("Rob");
        lines[0].ShouldContain("5 hours and 45 minutes behind");
        lines[1].ShouldContain("Pia");
        lines[1].ShouldNotContain("behind");
        lines[1].ShouldContain("0 minutes of 6 hours");

        // A second month without a day: hers is covered by the one she did for him.
        bank.Clock.Advance(TimeSpan.FromDays(31));
        (await cora.DoAsync((AgreedHoursQuery query) => query.AllAsync()))
            .Select(a => (a.FirstName, a.Behind))
            .ShouldBe([("Rob", 705), ("Pia", 0)]);
        (await (await rob.BrowserAsync()).ReadsAsync("me")).ShouldContain("A day at the nursery");
        (await rob.DoAsync((AgreedHoursQuery query) => query.OfAsync(pia.Member))).ShouldBeNull();
    }
}
