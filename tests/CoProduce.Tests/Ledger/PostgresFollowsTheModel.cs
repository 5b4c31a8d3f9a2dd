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
        var possible = Enum.GetNames<ModelOutcome>().Except([nameof(ModelOutcome.PeriodClosed)]); // nothing reopens a period, so it has tests of its own
        life.Seen.Keys.ShouldBe(possible, ignoreOrder: true, $"Seed {seed} has not seen every outcome");
    }

    private sealed class RandomLife(TimeBank bank, Random random, int seed)
    {
        private readonly List<AccountId> members = [];
        private readonly Dictionary<AccountKind, AccountId> places = [];
        private readonly List<(Entry Entry, Guid Key)> requests = [];
        private LedgerModel model = new();

        public SortedDictionary<string, int> Seen { get; } = [];

        public static async Task<RandomLife> BeginAsync(LedgerDatabase database, int seed)
        {
            var life = new RandomLife(await TimeBank.OpenAsync(database), new(seed), seed);
            life.model.Open(life.Welcome, floor: null);
            life.model.Open(life.Own, floor: null);
            foreach (var kind in new[] { AccountKind.Pot, AccountKind.Opening, AccountKind.Awards, AccountKind.Partner, AccountKind.Team })
            {
                long? floor = kind == AccountKind.Opening ? null : 0;
                life.places[kind] = await life.Bank.AccountAsync(kind, floor);
                life.model.Open(life.places[kind], floor is { } minutes ? new Minutes(minutes) : null);
            }
            for (var i = 0; i < 6; i++)
                await life.OpenAsync();
            return life;
        }

        private TimeBank Bank => bank;

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
                .Select(_ => random.Next(8) == 0 ? OldOrNew() : (NewWordlessEntry(), Guid.NewGuid()))
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
            var old = requests.Where(r => r.Entry.Reason is null).ToArray(); // with words it is posted singly
            if (old.Length == 0)
                return (NewWordlessEntry(), Guid.NewGuid());
            var (entry, key) = old[random.Next(old.Length)];
            return (Again(entry), key);
        }

        private Entry NewEntry()
        {
            var amount = new Minutes(random.Next(1, 120));
            var (one, other) = (Anybody(), Anybody());
            while (one == other)
                other = Anybody();
            return random.Next(24) switch
            {
                12 or 13 or 14 => NewGroup(),
                15 => Entry.OnCall(Own, one, amount, TimeBank.Monday),
                16 => Entry.EventEntry(one, random.Next(2) == 0 ? Own : places[AccountKind.Pot], amount, TimeBank.Monday),
                17 => Entry.Award(one, places[AccountKind.Awards], amount, TimeBank.Monday),
                18 => Entry.Draw(places[AccountKind.Pot], one, amount, TimeBank.Monday, "Nobody else could"),
                19 => random.Next(2) == 0
                    ? Entry.Partner(one, places[AccountKind.Partner], amount, TimeBank.Monday)
                    : Entry.Partner(places[AccountKind.Partner], one, amount, TimeBank.Monday),
                20 => Entry.Contribution(Own, one, random.Next(1, 9), new(15), TimeBank.Monday),
                21 => Entry.Opening(places[AccountKind.Opening], one, random.Next(2) == 0 ? amount : -amount, TimeBank.Monday),
                22 => Entry.Leaving(one, random.Next(2) == 0 ? places[AccountKind.Team] : places[AccountKind.Pot], amount, TimeBank.Monday),
                23 => Entry.WriteOff(places[AccountKind.Pot], one, amount, TimeBank.Monday, "She cannot give it back"),
                0 or 1 or 2 => Entry.Welcome(Welcome, one, amount, TimeBank.Monday),
                3 => Entry.ForTheOrganisation(Own, one, amount, TimeBank.Monday),
                4 => Entry.Gift(one, Own, amount, TimeBank.Monday),
                5 => Entry.Gift(one, random.Next(3) == 0 ? AccountId.New() : other, amount, TimeBank.Monday),
                _ => Entry.OneToOne(one, other, amount, TimeBank.Monday.AddDays(random.Next(3))),
            };
        }

        private Entry NewWordlessEntry()
        {
            var entry = NewEntry();
            while (entry.Reason is not null)
                entry = NewEntry();
            return entry;
        }

        private Entry NewGroup()
        {
            var people = members.ToArray();
            random.Shuffle(people);
            var (givers, receivers) = (random.Next(1, 3), random.Next(0, 4));
            Share[] shares = [.. people.Take(givers + receivers).Select(account => new Share(account, new(random.Next(1, 90))))];
            var group = Entry.Group(
                shares[..givers],
                shares[givers..],
                random.Next(2) == 0 ? Own : places[AccountKind.Pot],
                TimeBank.Monday
            );
            return random.Next(4) == 0 ? group.LettingPassFloor("They earn it next week") : group;
        }

        // A second try makes a reversal anew; any other entry is the same again.
        private static Entry Again(Entry entry) =>
            entry.Kind == EntryKind.Reversal
                ? Entry.Reversal(
                    entry.Reverses!.Value,
                    entry.Postings.Select(p => p with { Amount = -p.Amount }),
                    entry.Reason!,
                    entry.ServiceDate
                )
                : entry;

        private AccountId Anybody() => members[random.Next(members.Count)];
    }
}
