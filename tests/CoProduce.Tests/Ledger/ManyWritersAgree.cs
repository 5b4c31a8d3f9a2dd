using System.Collections.Concurrent;
using System.Diagnostics;
using CoProduce.Faults;
using CoProduce.Ledger;
using CoProduce.Web.Features.Ledger;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>However many post at once, on few accounts or many: nothing is lost, nobody waits for ever, no floor is passed, and history agrees with every answer.</summary>
public sealed class ManyWritersAgree(LedgerDatabase database) : IClassFixture<LedgerDatabase>
{
    private const long Floor = -120;
    private readonly LedgerDatabase database = database;

    [Theory]
    [InlineData(16, 3)]
    [InlineData(64, 3)]
    [InlineData(16, 1000)]
    [InlineData(64, 1000)]
    public async Task Among_members(int writers, int accounts)
    {
        var bank = await TimeBank.OpenAsync(database);
        var members = await MembersAsync(bank, accounts);

        await WriteAsync(bank, writers, members, () => Pair(members));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(64)]
    public async Task On_a_pot_that_everybody_fills_and_draws_from(int writers)
    {
        var bank = await TimeBank.OpenAsync(database);
        var (pot, members) = (await bank.AccountAsync(AccountKind.Pot, Floor), await MembersAsync(bank, 40));

        await WriteAsync(
            bank,
            writers,
            [pot, .. members],
            () => Random.Shared.Next(2) == 0 ? (Random.Shared.GetItems(members, 1)[0], pot) : (pot, Random.Shared.GetItems(members, 1)[0])
        );
    }

    [Fact]
    public async Task The_last_hours_of_one_member_are_spent_by_as_many_as_there_are_of_sixty_four_every_time()
    {
        var bank = await TimeBank.OpenAsync(database);
        var helpers = await MembersAsync(bank, 64);
        for (var round = 0; round < 50; round++)
        {
            var hours = round % 5 + 1;
            var ann = await bank.MemberAsync(balance: 60 * hours + 59);

            var answers = await Task.WhenAll(
                helpers.Select(helper => Task.Run(() => bank.PostAsync(Entry.OneToOne(ann, helper, new(60), TimeBank.Monday))))
            );

            answers.Count(a => a.Outcome == PostingOutcome.Posted).ShouldBe(hours);
            answers.Count(a => a.Outcome == PostingOutcome.BelowFloor).ShouldBe(64 - hours);
            (await bank.BalanceAsync(ann)).ShouldBe(59);
        }
    }

    [Fact]
    public async Task Whoever_adds_up_the_organisation_meanwhile_always_comes_to_zero()
    {
        var bank = await TimeBank.OpenAsync(database);
        var members = await MembersAsync(bank, 20);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() => AddUpAsync(bank, stop.Token))).ToList();

        try
        {
            await WriteAsync(bank, 16, members, () => Pair(members));
        }
        finally
        {
            await stop.CancelAsync();
        }

        (await Task.WhenAll(readers)).ShouldAllBe(reads => reads > 10);
    }

    private async Task WriteAsync(TimeBank bank, int writers, IReadOnlyList<AccountId> accounts, Func<(AccountId From, AccountId To)> pair)
    {
        using var retries = new Retries();
        var answers = new ConcurrentBag<Told>();
        await Task.WhenAll(
            Enumerable
                .Range(0, writers)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        for (var turn = 0; turn < 20; turn++)
                            answers.Add(await AskAsync(bank, pair()));
                    })
                )
        );

        retries.All.ShouldBe(0, $"deadlocks or other reasons to try again: {retries}");
        answers.ShouldAllBe(a => a.Outcome == PostingOutcome.Posted || a.Outcome == PostingOutcome.BelowFloor);
        var lines = (await bank.Work.ReadAsync(db => db.Postings.OrderBy(p => p.Number).ToListAsync())).ToLookup(
            p => p.AccountId,
            p => new Line(p.Number, p.EntryId, p.Amount, p.RunningBalance)
        );
        foreach (var account in accounts)
            AnswerReplay.Contradictions(account, [.. lines[account]], before: 0, Floor, answers).ShouldBeEmpty();
        (await database.BreachesAsync(bank.Id)).ShouldBeEmpty();
    }

    private static async Task<Told> AskAsync(TimeBank bank, (AccountId From, AccountId To) pair)
    {
        var entry = Entry.Gift(pair.From, pair.To, new(Random.Shared.Next(1, 60)), TimeBank.Monday);
        var sent = Stopwatch.GetTimestamp();
        var answer = await bank.PostAsync(entry);
        return new(pair.From, pair.To, entry.Postings.Max(p => p.Amount.Value), entry.Id, answer.Outcome, sent, Stopwatch.GetTimestamp());
    }

    private static async Task<int> AddUpAsync(TimeBank bank, CancellationToken stop)
    {
        var reads = 0;
        for (; !stop.IsCancellationRequested; reads++)
        {
            var (balances, postings, apart) = await bank.Work.ReadAsync(
                async db =>
                    (
                        await db.Accounts.SumAsync(a => a.Balance),
                        await db.Postings.SumAsync(p => p.Amount),
                        await db.Accounts.CountAsync(a => a.Balance != db.Postings.Where(p => p.AccountId == a.Id).Sum(p => p.Amount))
                    ),
                CancellationToken.None // the last reading is finished
            );
            (balances, postings, apart).ShouldBe((0, 0, 0));
        }
        return reads;
    }

    private static Task<AccountId[]> MembersAsync(TimeBank bank, int count) =>
        bank.KeepingAsync(async db =>
        {
            var members = Enumerable.Range(0, count).Select(_ => AccountId.New()).ToArray();
            foreach (var member in members)
                await db.OpenAccountAsync(member, AccountKind.Member, Guid.CreateVersion7(), Floor, TimeBank.Now);
            return members;
        });

    private static (AccountId From, AccountId To) Pair(AccountId[] members)
    {
        var from = Random.Shared.Next(members.Length);
        return (members[from], members[(from + Random.Shared.Next(1, members.Length)) % members.Length]);
    }
}
