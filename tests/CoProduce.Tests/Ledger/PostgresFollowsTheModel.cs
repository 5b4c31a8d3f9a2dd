using CoProduce.Ledger;
using CoProduce.Ledger.Tests;
using CoProduce.Web.Features.Ledger;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>Whatever is asked of it in whatever order, the database answers and holds what a plain ledger in memory does.</summary>
public sealed class PostgresFollowsTheModel(LedgerDatabase database) : IClassFixture<LedgerDatabase>
{
    private readonly LedgerDatabase database = database;

    [Theory]
    [InlineData(600)]
    public async Task A_random_life_is_the_same_in_both(int steps)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("COPRODUCE_SEED"), out var given) ? given : Random.Shared.Next();
        TestContext.Current.SendDiagnosticMessage($"Seed {seed}");
        TestContext.Current.TestOutputHelper!.WriteLine($"Seed {seed}: set COPRODUCE_SEED to see this life again");
        var life = await RandomLife.BeginAsync(database, seed);
        for (var step = 1; step <= steps; step++)
        {
            await life.StepAsync();
            if (step % 100 == 0)
                await life.CompareAsync();
        }
        await life.CompareAsync();
        life.Seen.Keys.ShouldBe(Enum.GetNames<ModelOutcome>(), ignoreOrder: true, $"Seed {seed} has not seen every outcome");
    }

    private sealed class RandomLife(TimeBank bank, Random random, int seed)
    {
        private readonly List<AccountId> members = [];
        private readonly List<(Entry Entry, Guid Key)> requests = [];
        private LedgerModel model = new();

        public SortedDictionary<string, int> Seen { get; } = [];

        public static async Task<RandomLife> BeginAsync(LedgerDatabase database, int seed)
        {
            var life = new RandomLife(await TimeBank.OpenAsync(database), new(seed), seed);
            life.model.Open(life.Welcome, floor: null);
            life.model.Open(life.Own, floor: null);
            for (var i = 0; i < 6; i++)
                await life.OpenAsync();
            return life;
        }

        private AccountId Welcome => bank.WelcomeAccount;

        private AccountId Own => bank.OwnAccount;

        public Task StepAsync() =>
            random.Next(100) switch
            {
                < 3 => OpenAsync(),
                < 6 => CloseAsync(),
                < 10 => SetFloorAsync(),
                < 20 => RepeatAsync(),
                < 25 => ReuseKeyAsync(),
                < 40 => ReverseAsync(),
                < 50 => PostManyAsync(),
                _ => PostAsync(NewEntry(), Guid.NewGuid()),
            };

        public async Task CompareAsync()
        {
            foreach (var account in model.Accounts)
            {
                var lines = await bank.LinesAsync(account);
                lines
                    .Select(l => (new Minutes(l.Amount), new Minutes(l.RunningBalance)))
                    .ShouldBe(model.HistoryOf(account), $"Seed {seed}");
            }
            await CompareBalancesAsync();
            (await bank.EntryCountAsync()).ShouldBe(model.Entries.Count, $"Seed {seed}");
            (await bank.Database.BreachesAsync(bank.Id)).ShouldBeEmpty($"Seed {seed}");
        }

        private async Task CompareBalancesAsync()
        {
            var balances = await bank.BalancesAsync();
            balances.Count.ShouldBe(model.Accounts.Count, $"Seed {seed}");
            foreach (var (account, balance) in balances)
                balance.ShouldBe(model.BalanceOf(account).Value, $"Seed {seed}");
        }

        private async Task OpenAsync()
        {
            var account = AccountId.New();
            long? floor = random.Next(5) == 0 ? null : -60 * random.Next(3);
            model.Open(account, floor is { } minutes ? new Minutes(minutes) : null);
            await bank.OpenAsync(account, AccountKind.Member, floor);
            members.Add(account);
        }

        private async Task CloseAsync()
        {
            if (random.Next(2) == 0)
                await OpenAsync(); // surely at zero, and named by many entries afterwards
            var account = random.Next(2) == 0 ? members[^1] : Anybody();
            (await bank.CloseAsync(account) == ClosingOutcome.Closed).ShouldBe(model.Close(account), $"Seed {seed}");
        }

        private async Task SetFloorAsync()
        {
            var (account, floor) = (Anybody(), -30 * random.Next(-2, 6));
            model.SetFloor(account, new Minutes(floor));
            await bank.SetFloorAsync(account, floor);
        }

        private Task RepeatAsync()
        {
            if (requests.Count == 0)
                return Task.CompletedTask;
            var (entry, key) = requests[random.Next(requests.Count)];
            return PostAsync(Again(entry), key);
        }

        private Task ReuseKeyAsync() =>
            requests.Count == 0 ? Task.CompletedTask : PostAsync(NewEntry(), requests[random.Next(requests.Count)].Key);

        private Task ReverseAsync()
        {
            var stored = model.Entries.Where(e => e.Kind != EntryKind.Reversal).ToArray();
            return stored.Length == 0
                ? Task.CompletedTask
                : PostAsync(stored[random.Next(stored.Length)].Reverse("A mistake", TimeBank.Monday), Guid.NewGuid());
        }

        private async Task PostAsync(Entry entry, Guid key)
        {
            requests.Add((entry, key));
            var expected = model.Post(entry, key, "");
            Seen[expected.Outcome.ToString()] = Seen.GetValueOrDefault(expected.Outcome.ToString()) + 1;
            var answer = await bank.PostAsync(entry, key);
            answer.Outcome.ToString().ShouldBe(expected.Outcome.ToString(), $"Seed {seed}");
            answer.Account.ShouldBe(expected.Account, $"Seed {seed}");
            if (expected.Entry is { } standing)
                answer.Entry.ShouldBe(standing, $"Seed {seed}");
            await CompareBalancesAsync();
        }

        private async Task PostManyAsync()
        {
            var entries = Enumerable
                .Range(0, random.Next(1, 12))
                .Select(_ => random.Next(8) == 0 ? OldOrNew() : (NewEntry(), Guid.NewGuid()))
                .ToArray();
            var (next, refusal, posted) = (model.Copy(), default(ModelAnswer), 0);
            var refused = Array.FindIndex(
                entries,
                e =>
                {
                    var answer = next.Post(e.Item1, e.Item2, "");
                    posted += answer.Outcome == ModelOutcome.Posted ? 1 : 0;
                    refusal = answer.Outcome is ModelOutcome.Posted or ModelOutcome.DoneAlready ? null : answer;
                    return refusal is not null;
                }
            );
            var result = await bank.PostManyAsync([.. entries.Select(e => ManyEntries.ToPost(e.Item1, e.Item2))]);
            if (refusal is not null)
            {
                result.Outcome.ToString().ShouldBe(refusal.Outcome.ToString(), $"Seed {seed}");
                (result.Refused, result.Account).ShouldBe((refused, refusal.Account), $"Seed {seed}");
                return;
            }
            (result.Outcome, result.Posted).ShouldBe((PostingOutcome.Posted, posted), $"Seed {seed}");
            model = next;
            requests.AddRange(entries);
            await CompareBalancesAsync();
        }

        private (Entry Entry, Guid Key) OldOrNew()
        {
            var old = requests.Where(r => r.Entry.Kind != EntryKind.Reversal).ToArray();
            if (old.Length == 0)
                return (NewEntry(), Guid.NewGuid());
            var (entry, key) = old[random.Next(old.Length)];
            return (Again(entry), key);
        }

        private Entry NewEntry()
        {
            var amount = new Minutes(random.Next(1, 120));
            var (one, other) = (Anybody(), Anybody());
            while (one == other)
                other = Anybody();
            return random.Next(12) switch
            {
                0 or 1 or 2 => Entry.Welcome(Welcome, one, amount, TimeBank.Monday),
                3 => Entry.ForTheOrganisation(Own, one, amount, TimeBank.Monday),
                4 => Entry.Gift(one, Own, amount, TimeBank.Monday),
                5 => Entry.Gift(one, random.Next(3) == 0 ? AccountId.New() : other, amount, TimeBank.Monday),
                _ => Entry.OneToOne(one, other, amount, TimeBank.Monday.AddDays(random.Next(3))),
            };
        }

        // The same request with an entry of its own, as a second try makes it.
        private static Entry Again(Entry entry)
        {
            var (from, to) = (entry.Postings[0].Account, entry.Postings[1].Account);
            var amount = entry.Postings[1].Amount;
            return entry.Kind switch
            {
                EntryKind.Welcome => Entry.Welcome(from, to, amount, entry.ServiceDate),
                EntryKind.OneToOne => Entry.OneToOne(from, to, amount, entry.ServiceDate),
                EntryKind.ForTheOrganisation => Entry.ForTheOrganisation(from, to, amount, entry.ServiceDate),
                EntryKind.Gift => Entry.Gift(from, to, amount, entry.ServiceDate),
                EntryKind.Reversal => Entry.Reversal(
                    entry.Reverses!.Value,
                    entry.Postings.Select(p => p with { Amount = -p.Amount }),
                    entry.Reason!,
                    entry.ServiceDate
                ),
            };
        }

        private AccountId Anybody() => members[random.Next(members.Count)];
    }
}
