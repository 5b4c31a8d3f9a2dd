using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>Between two affiliated organisations hours leave one and arrive in the other at the same moment, or not at all (I20).</summary>
public sealed class HoursCross(LedgerDatabase database) : IClassFixture<LedgerDatabase>
{
    private readonly LedgerDatabase database = database;

    [Fact]
    public async Task Both_halves_are_posted_and_the_two_clearing_balances_sum_to_zero()
    {
        var (here, there, _) = await AffiliatedAsync();
        var (ann, son) = (await here.MemberAsync(balance: 120), await there.MemberAsync());

        (await CrossAsync(here, there, ann, son, 45)).Outcome.ShouldBe(BetweenOutcome.Posted);

        ((await here.BalanceAsync(ann)), (await there.BalanceAsync(son))).ShouldBe((75, 45));
        (await ClearingAsync(here), await ClearingAsync(there)).ShouldBe((45, -45));
        var arrived = (await there.LinesAsync(son)).ShouldHaveSingleItem();
        var entry = await there.EntryAsync(arrived.EntryId);
        (entry.Kind, entry.Door, entry.ActedBy, entry.Reason).ShouldBe((EntryKind.Between, Door.Affiliate, null, "For the bus"));
    }

    [Fact]
    public async Task It_goes_the_other_way_with_an_amount_below_zero()
    {
        var (here, there, _) = await AffiliatedAsync();
        var (ann, son) = (await here.MemberAsync(), await there.MemberAsync(balance: 60));

        (await CrossAsync(here, there, ann, son, -45)).Outcome.ShouldBe(BetweenOutcome.Posted);

        ((await here.BalanceAsync(ann)), (await there.BalanceAsync(son))).ShouldBe((45, 15));
    }

    [Fact]
    public async Task When_one_half_is_refused_neither_is_there()
    {
        var (here, there, _) = await AffiliatedAsync();
        var (ann, poor, son) = (await here.MemberAsync(balance: 120), await here.MemberAsync(), await there.MemberAsync());
        await there.CloseAsync(son);
        var (before, beforeThere) = (await here.ImageAsync(), await there.ImageAsync());

        (await CrossAsync(here, there, ann, son, 15)).ShouldBe(new BetweenResult(BetweenOutcome.ClosedAccount, null, RefusedHere: false));
        (await CrossAsync(here, there, poor, son, 15)).Outcome.ShouldBeOneOf(BetweenOutcome.ClosedAccount, BetweenOutcome.BelowFloor);
        (await CrossAsync(here, there, ann, AccountId.New(), 15)).Outcome.ShouldBe(BetweenOutcome.UnknownAccount);

        (await here.ImageAsync()).ShouldBe(before);
        (await there.ImageAsync()).ShouldBe(beforeThere);
    }

    [Fact]
    public async Task Who_cannot_pay_here_hears_so()
    {
        var (here, there, _) = await AffiliatedAsync();
        var (poor, son) = (await here.MemberAsync(), await there.MemberAsync());

        (await CrossAsync(here, there, poor, son, 15)).ShouldBe(new BetweenResult(BetweenOutcome.BelowFloor, null, RefusedHere: true));
    }

    [Fact]
    public async Task Neither_passes_the_agreed_limit()
    {
        var (here, there, _) = await AffiliatedAsync(hereMayOwe: 60, thereMayOwe: 30);
        var (ann, son) = (await here.MemberAsync(balance: 600), await there.MemberAsync(balance: 600));

        (await CrossAsync(here, there, ann, son, 61)).ShouldBe(new BetweenResult(BetweenOutcome.BelowFloor, null, RefusedHere: false));
        (await CrossAsync(here, there, ann, son, 60)).Outcome.ShouldBe(BetweenOutcome.Posted);
        (await CrossAsync(here, there, ann, son, -91)).ShouldBe(new BetweenResult(BetweenOutcome.BelowFloor, null, RefusedHere: false));
        (await CrossAsync(here, there, ann, son, -90)).Outcome.ShouldBe(BetweenOutcome.Posted);
        (await ClearingAsync(here), await ClearingAsync(there)).ShouldBe((-30, 30));
    }

    [Fact]
    public async Task The_same_request_crosses_once()
    {
        var (here, there, _) = await AffiliatedAsync();
        var (ann, son, key) = (await here.MemberAsync(balance: 120), await there.MemberAsync(), Guid.NewGuid());

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => CrossAsync(here, there, ann, son, 45, key))));

        answers.Count(a => a.Outcome == BetweenOutcome.Posted).ShouldBe(1);
        answers.ShouldAllBe(a => a.IsPosted);
        (await there.BalanceAsync(son)).ShouldBe(45);
    }

    [Fact]
    public async Task Undoing_it_undoes_both_halves()
    {
        var (here, there, _) = await AffiliatedAsync();
        var (ann, son) = (await here.MemberAsync(balance: 120), await there.MemberAsync());
        var crossed = await CrossAsync(here, there, ann, son, 45);

        var undone = await here.UndoCrossingAsync(there, crossed.Entry!.Value);

        undone.Outcome.ShouldBe(BetweenOutcome.Posted);
        ((await here.BalanceAsync(ann)), (await there.BalanceAsync(son))).ShouldBe((120, 0));
        (await ClearingAsync(here), await ClearingAsync(there)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Undone_a_second_time_it_is_undone_already_whoever_could_pay_for_it()
    {
        var (here, there, _) = await AffiliatedAsync();
        var (ann, son) = (await here.MemberAsync(balance: 120), await there.MemberAsync());
        var crossed = await CrossAsync(here, there, ann, son, 45);
        await here.UndoCrossingAsync(there, crossed.Entry!.Value);

        (await here.UndoCrossingAsync(there, crossed.Entry!.Value)).Outcome.ShouldBe(BetweenOutcome.AlreadyReversed);
    }

    [Fact]
    public async Task A_repeat_hears_that_it_is_done_also_when_less_has_been_agreed_since()
    {
        var (here, there) = (await TimeBank.OpenAsync(database), await TimeBank.OpenAsync(database));
        var agreed = await Affiliation.AgreeAsync(here, there);
        var (ann, son, key) = (await here.MemberAsync(balance: 120), await there.MemberAsync(), Guid.NewGuid());
        var first = await CrossAsync(here, there, ann, son, 45, key);
        await agreed.LimitAsync(hereMayOwe: 15, thereMayOwe: 15);

        var repeat = await CrossAsync(here, there, ann, son, 45, key);

        (repeat.Outcome, repeat.Entry).ShouldBe((BetweenOutcome.DoneAlready, first.Entry));
    }

    [Fact]
    public async Task Half_a_crossing_or_half_of_its_undoing_cannot_be_committed_by_any_function()
    {
        var (here, there, _) = await AffiliatedAsync();
        var (ann, son) = (await here.MemberAsync(balance: 120), await there.MemberAsync());
        await CrossAsync(here, there, ann, son, 45);
        var clearing = await Affiliation.ClearingAsync(here);
        var stored = (await here.LinesAsync(clearing)).ShouldHaveSingleItem().EntryId;
        var (before, beforeThere) = (await here.ImageAsync(), await there.ImageAsync());
        Posting[] legs = [new(ann, new(-45)), new(clearing, new(45))];

        Task[] attempts =
        [
            here.PostAsync(Entry.Between(ann, clearing, new(15), TimeBank.Monday)),
            here.PostAsync(Entry.Reversal(stored, legs, "Only here", TimeBank.Monday)),
            here.PostManyAsync([ManyEntries.ToPost(Entry.Between(clearing, ann, new(15), TimeBank.Monday))]),
        ];
        foreach (var attempt in attempts)
            (await Should.ThrowAsync<PostgresException>(() => attempt)).SqlState.ShouldBe(PostgresErrorCodes.CheckViolation);

        (await here.ImageAsync()).ShouldBe(before);
        (await there.ImageAsync()).ShouldBe(beforeThere);
    }

    [Fact]
    public async Task Sixteen_on_both_sides_at_once_lose_nothing_and_never_lock_each_other_for_ever()
    {
        var (here, there, _) = await AffiliatedAsync();
        var (ann, son) = (await here.MemberAsync(balance: 6000), await there.MemberAsync(balance: 6000));

        await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(i =>
                    Task.Run(async () =>
                    {
                        for (var round = 0; round < 5; round++)
                        {
                            var crossing = i % 2 == 0 ? CrossAsync(here, there, ann, son, 10) : CrossAsync(there, here, son, ann, 10);
                            (await crossing).Outcome.ShouldBe(BetweenOutcome.Posted);
                        }
                    })
                )
        );

        ((await here.BalanceAsync(ann)), (await there.BalanceAsync(son))).ShouldBe((6000, 6000));
        (await ClearingAsync(here), await ClearingAsync(there)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Without_an_affiliation_or_after_its_end_nothing_crosses()
    {
        var (here, there, affiliation) = await AffiliatedAsync();
        var stranger = await TimeBank.OpenAsync(database);
        var (ann, son, other) = (await here.MemberAsync(balance: 120), await there.MemberAsync(), await stranger.MemberAsync());

        (await CrossAsync(here, stranger, ann, other, 15)).Outcome.ShouldBe(BetweenOutcome.NotAffiliated);
        await database.RunAsync($"update affiliations set ended_at = now() where id = '{affiliation}'");
        (await CrossAsync(here, there, ann, son, 15)).Outcome.ShouldBe(BetweenOutcome.NotAffiliated);
    }

    [Fact]
    public async Task Somebody_there_is_found_by_number_and_name_together_and_by_affiliates_alone()
    {
        var (here, there, _) = await AffiliatedAsync();
        var stranger = await TimeBank.OpenAsync(database);
        var son = await there.KeepingAsync(async db =>
        {
            var hub = new Hub { Id = new(Guid.CreateVersion7()), Name = "Town" };
            var member = new Member
            {
                Id = new(Guid.CreateVersion7()),
                Number = 17,
                FirstName = "Tomos",
                LastName = "Llwyd",
                HubId = hub.Id,
                JoinedOn = TimeBank.Monday,
            };
            db.AddRange(hub, member);
            await db.SaveChangesAsync();
            return member.Id;
        });

        (await FindAsync(here, there, 17, "  tomos   LLWYD ")).ShouldBe(son.Account);
        (await FindAsync(here, there, 17, "Tomos")).ShouldBeNull();
        (await FindAsync(here, there, 18, "Tomos Llwyd")).ShouldBeNull();
        (await Should.ThrowAsync<PostgresException>(() => FindAsync(stranger, there, 17, "Tomos Llwyd"))).SqlState.ShouldBe(
            PostgresErrorCodes.InsufficientPrivilege
        );
    }

    [Fact]
    public async Task Sixteen_who_cross_and_undo_on_both_sides_at_once_never_pass_the_limit_and_lose_nothing()
    {
        var (here, there, _) = await AffiliatedAsync(hereMayOwe: 40, thereMayOwe: 40);
        var (ann, son) = (await here.MemberAsync(balance: 600), await there.MemberAsync(balance: 600));
        var outcomes = new System.Collections.Concurrent.ConcurrentBag<(string What, BetweenOutcome Outcome)>();

        await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(i =>
                    Task.Run(async () =>
                    {
                        for (var round = 0; round < 6; round++)
                        {
                            var (from, to) = i % 2 == 0 ? (here, there) : (there, here);
                            var (pays, gets) = i % 2 == 0 ? (ann, son) : (son, ann);
                            var crossed = await CrossAsync(from, to, pays, gets, 10);
                            outcomes.Add(("cross", crossed.Outcome));
                            if (crossed.Entry is not { } entry || round % 2 == 0)
                                continue;
                            // Two at once take it back; one does.
                            var twice = await Task.WhenAll(from.UndoCrossingAsync(to, entry), from.UndoCrossingAsync(to, entry));
                            foreach (var undone in twice)
                                outcomes.Add(("undo", undone.Outcome));
                            twice.Count(t => t.Outcome == BetweenOutcome.Posted).ShouldBeLessThan(2);
                        }
                    })
                )
        );

        outcomes.ShouldAllBe(o =>
            o.Outcome == BetweenOutcome.Posted || o.Outcome == BetweenOutcome.BelowFloor || o.Outcome == BetweenOutcome.AlreadyReversed
        );
        outcomes.ShouldContain(("undo", BetweenOutcome.Posted));
        var (owed, twin) = (await ClearingAsync(here), await ClearingAsync(there));
        (owed + twin).ShouldBe(0);
        owed.ShouldBeInRange(-40, 40);
        ((await here.BalanceAsync(ann)), (await there.BalanceAsync(son))).ShouldBe((600 - owed, 600 + owed));
        foreach (var bank in new[] { here, there })
        {
            var clearing = await bank.Work.ReadAsync(db => db.Accounts.SingleAsync(a => a.Kind == AccountKind.Clearing));
            (await bank.LinesAsync(clearing.Id)).ShouldAllBe(l => l.RunningBalance >= -40 && l.RunningBalance <= 40);
        }
    }

    private static Task<BetweenResult> CrossAsync(
        TimeBank here,
        TimeBank there,
        AccountId from,
        AccountId to,
        long minutes,
        Guid? key = null
    ) => here.CrossAsync(there, from, to, minutes, key);

    private static Task<AccountId?> FindAsync(TimeBank here, TimeBank there, int number, string name) =>
        here.Work.WriteAsync(db => db.AccountThereAsync(there.Id, number, name));

    private static Task<long> ClearingAsync(TimeBank bank) =>
        bank.Work.ReadAsync(db => db.Accounts.Where(a => a.Kind == AccountKind.Clearing).Select(a => a.Balance).SingleAsync());

    private async Task<(TimeBank Here, TimeBank There, Guid Affiliation)> AffiliatedAsync(int hereMayOwe = 600, int thereMayOwe = 600)
    {
        var (here, there) = (await TimeBank.OpenAsync(database), await TimeBank.OpenAsync(database));
        var affiliation = await Affiliation.AgreeAsync(here, there, hereMayOwe, thereMayOwe);
        return (here, there, affiliation.Id);
    }
}
