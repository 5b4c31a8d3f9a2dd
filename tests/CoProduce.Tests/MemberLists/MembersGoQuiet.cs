using CoProduce.Tests.Support;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.MemberLists;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.MemberLists;

public sealed class MembersGoQuiet(Bank bank) : IClassFixture<Bank>
{
    private DateOnly Today => DateOnly.FromDateTime(bank.Clock.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task When_they_exchanged_nothing_for_two_months_and_whoever_fell_quiet_last_comes_first()
    {
        var here = await bank.CreateAsync($"quiet-{Guid.NewGuid():N}"[..30], "Quiet");
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.MemberAsync("Bob"));
        var (never, fresh) = (await here.AddMemberAsync("Never", "Came"), await here.AddMemberAsync("Just", "Joined"));
        await JoinedAsync(here, -300, ann.Member, bob.Member, never);
        await OnAsync(here, (await ann.GaveAsync(60, to: bob.Member)).Id, -100);
        await OnAsync(here, (await ann.GaveAsync(60, to: bob.Member)).Id, -61);
        (await QuietAsync(here)).ShouldBe([ann.Member, bob.Member, never]);

        await ann.GaveAsync(60, to: never);
        (await QuietAsync(here)).ShouldBe([bob.Member]);

        await JoinedAsync(here, -61, fresh);
        (await QuietAsync(here)).ShouldBe([fresh, bob.Member], ignoreOrder: true);
    }

    [Fact]
    public async Task And_what_the_database_keeps_of_it_is_what_the_exchanges_say()
    {
        var here = await bank.CreateAsync($"quiet-{Guid.NewGuid():N}"[..30], "Kept");
        var (ann, bob, cyd) = (await here.MemberAsync("Ann"), await here.MemberAsync("Bob"), await here.MemberAsync("Cyd"));
        await JoinedAsync(here, -300, ann.Member, bob.Member, cyd.Member);
        await ShouldBeKeptAsync(here, (ann, -300), (bob, -300), (cyd, -300));

        var exchange = (await ann.GaveAsync(60, to: bob.Member)).Id;
        await ShouldBeKeptAsync(here, (ann, 0), (bob, 0), (cyd, -300));

        await OnAsync(here, exchange, -10);
        await ShouldBeKeptAsync(here, (ann, -10), (bob, -10), (cyd, -300));

        await here.WriteAsync(db =>
            db.Exchanges.Where(e => e.Id == exchange).ExecuteUpdateAsync(e => e.SetProperty(x => x.ReceiverId, cyd.Member))
        );
        await ShouldBeKeptAsync(here, (ann, -10), (bob, -300), (cyd, -10));

        await JoinedAsync(here, -5, ann.Member);
        await ShouldBeKeptAsync(here, (ann, -5), (bob, -300), (cyd, -10));
    }

    private Task<int> JoinedAsync(Place here, int days, params MemberId[] who) =>
        here.WriteAsync(db =>
            db.Members.Where(m => who.Contains(m.Id)).ExecuteUpdateAsync(m => m.SetProperty(x => x.JoinedOn, Today.AddDays(days)))
        );

    private Task<int> OnAsync(Place here, ExchangeId exchange, int days) =>
        here.WriteAsync(db =>
            db.Exchanges.Where(e => e.Id == exchange).ExecuteUpdateAsync(e => e.SetProperty(x => x.ServiceDate, Today.AddDays(days)))
        );

    private async Task ShouldBeKeptAsync(Place here, params (Actor Who, int Days)[] expected)
    {
        var kept = await here.ReadAsync(db => db.MemberQuietSince.ToDictionaryAsync(q => q.MemberId, q => q.Day));
        expected.ShouldAllBe(e => kept[e.Who.Member] == Today.AddDays(e.Days));
    }

    private static async Task<IEnumerable<MemberId>> QuietAsync(Place here)
    {
        var cora = await here.CoordinatorAsync();
        var found = await cora.DoAsync((MembersQuery query) => query.PageAsync(new() { Group = MemberGroup.Quiet }, 1));
        found.Count.ShouldBe(found.Lines.Count);
        return found.Lines.Select(l => l.Id);
    }
}
