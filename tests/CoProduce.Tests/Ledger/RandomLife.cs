using CoProduce.Ledger;
using CoProduce.Ledger.Tests;
using CoProduce.Web.Features.Ledger;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>One organisation that lives twice, in the database and in the model: each step is asked of both and has to come out the same.</summary>
internal sealed partial class RandomLife
{
    private readonly Random random;
    private readonly int seed;
    private readonly List<AccountId> members = [];
    private readonly List<(Entry Entry, Guid Key)> requests = [];
    private readonly RandomEntries entries;
    private int closedDays = -1;

    private RandomLife(TimeBank bank, Random random, int seed)
    {
        (Bank, this.random, this.seed) = (bank, random, seed);
        entries = new(bank, random, members);
    }

    /// <summary>All that a long life has to have seen.</summary>
    public static IEnumerable<string> Possible =>
        [
            .. Enum.GetNames<ModelOutcome>(),
            .. Enum.GetNames<ModelHolding>().Select(name => $"hold {name}"),
            .. Enum.GetNames<ModelEnding>().Select(name => $"ending {name}"),
            .. Enum.GetNames<ModelEnd>(),
            .. Enum.GetNames<ModelOutcome>().Except([nameof(ModelOutcome.AlreadyReversed)]).Select(name => $"many {name}"),
            "period",
            "chain",
        ];

    public TimeBank Bank { get; }

    public LedgerModel Model { get; set; } = new();

    public HashSet<string> Seen { get; } = [];

    public AccountId Anybody() => entries.Anybody();

    public DateOnly Day() => TimeBank.Monday.AddDays(closedDays + (random.Next(12) == 0 ? -random.Next(2) : random.Next(1, 4)));

    /// <summary>The key of something that was asked for before; a new one when nothing was.</summary>
    public Guid OldKey() => requests.Count == 0 ? Guid.NewGuid() : requests[random.Next(requests.Count)].Key;

    public static async Task<RandomLife> BeginAsync(LedgerDatabase database, Random random, int seed)
    {
        var life = new RandomLife(await TimeBank.OpenAsync(database), random, seed);
        life.Model.Open(life.Bank.WelcomeAccount, floor: null);
        life.Model.Open(life.Bank.OwnAccount, floor: null);
        foreach (var (kind, floor) in RandomEntries.Kinds)
        {
            var account = await life.Bank.AccountAsync(kind, floor);
            life.entries.Use(kind, account);
            life.Model.Open(account, floor is { } minutes ? new Minutes(minutes) : null);
        }
        for (var i = 0; i < 6; i++)
            await life.OpenAsync();
        return life;
    }

    public Task StepAsync() =>
        random.Next(100) switch
        {
            < 3 => OpenAsync(),
            < 6 => CloseAsync(),
            < 10 => SetFloorAsync(),
            < 18 => RepeatAsync(),
            < 22 => PostAsync(entries.Next(Day), OldKey()),
            < 33 => ReverseAsync(),
            < 41 => PostManyAsync(),
            < 48 => PlaceHoldAsync(),
            < 57 => EndHoldAsync(),
            57 => ClosePeriodAsync(),
            58 => LinkChainAsync(),
            _ => PostAsync(entries.Next(Day), Guid.NewGuid()),
        };

    /// <summary>Every balance and everything held is the same, and no promise is broken.</summary>
    public async Task CheckAsync()
    {
        var accounts = await Bank.Work.ReadAsync(db => db.Accounts.ToDictionaryAsync(a => a.Id, a => (a.Balance, a.Held)));
        accounts.Count.ShouldBe(Model.Accounts.Count, $"Seed {seed}");
        foreach (var (account, stands) in accounts)
            stands.ShouldBe((Model.BalanceOf(account).Value, Model.HeldOn(account).Value), $"Seed {seed}");
        (await Bank.Database.BreachesAsync(Bank.Id)).ShouldBeEmpty($"Seed {seed}");
    }

    /// <summary>Every line of every account is the same.</summary>
    public async Task CompareHistoryAsync()
    {
        foreach (var account in Model.Accounts)
        {
            var lines = await Bank.LinesAsync(account);
            lines.Select(l => (new Minutes(l.Amount), new Minutes(l.RunningBalance))).ShouldBe(Model.HistoryOf(account), $"Seed {seed}");
        }
        (await Bank.EntryCountAsync()).ShouldBe(Model.Entries.Count, $"Seed {seed}");
    }

    private async Task OpenAsync()
    {
        var account = AccountId.New();
        long? floor = random.Next(5) == 0 ? null : -60 * random.Next(3);
        Model.Open(account, floor is { } minutes ? new Minutes(minutes) : null);
        await Bank.OpenAsync(account, AccountKind.Member, floor);
        members.Add(account);
    }

    private async Task CloseAsync()
    {
        if (random.Next(2) == 0)
            await OpenAsync(); // surely at zero, and named by many entries afterwards
        var account = random.Next(2) == 0 ? members[^1] : Anybody();
        (await Bank.CloseAsync(account) == ClosingOutcome.Closed).ShouldBe(Model.Close(account), $"Seed {seed}");
    }

    private async Task SetFloorAsync()
    {
        var (account, floor) = (Anybody(), -30 * random.Next(-2, 6));
        Model.SetFloor(account, new Minutes(floor));
        await Bank.SetFloorAsync(account, floor);
    }

    private async Task ClosePeriodAsync()
    {
        var day = TimeBank.Monday.AddDays(++closedDays);
        Model.ClosePeriod(day);
        var outcome = await Bank.KeepingAsync(db => db.ClosePeriodAsync(day, day.AddDays(1), TimeBank.Now, Guid.NewGuid()));
        outcome.ShouldBe(PeriodOutcome.Closed, $"Seed {seed}");
        Seen.Add("period");
    }

    private async Task LinkChainAsync()
    {
        if (await Bank.KeepingAsync(db => db.SealEntriesAsync(1000, TimeBank.Now)) > 0)
            Seen.Add("chain");
    }

    private Task RepeatAsync()
    {
        if (requests.Count == 0)
            return Task.CompletedTask;
        var (entry, key) = requests[random.Next(requests.Count)];
        return PostAsync(Again(entry), key);
    }

    private Task ReverseAsync()
    {
        var stored = Model.Entries.Where(e => e.Kind is not (EntryKind.Reversal or EntryKind.Between)).ToArray();
        return stored.Length == 0
            ? Task.CompletedTask
            : PostAsync(stored[random.Next(stored.Length)].Reverse("A mistake", Day()), Guid.NewGuid());
    }

    private async Task PostAsync(Entry entry, Guid key)
    {
        requests.Add((entry, key));
        var expected = Model.Post(entry, key, "");
        Seen.Add(expected.Outcome.ToString());
        var answer = await Bank.PostAsync(entry, key);
        answer.Outcome.ToString().ShouldBe(expected.Outcome.ToString(), $"Seed {seed}");
        answer.Account.ShouldBe(expected.Account, $"Seed {seed}");
        if (expected.Entry is { } standing)
            answer.Entry.ShouldBe(standing, $"Seed {seed}");
    }

    private async Task PostManyAsync()
    {
        var many = Enumerable
            .Range(0, random.Next(1, 12))
            .Select(_ => random.Next(8) == 0 ? OldOrNew() : (entries.NextWordless(Day), random.Next(40) == 0 ? OldKey() : Guid.NewGuid()))
            .ToArray();
        var (next, answers) = (Model.Copy(), new List<ModelAnswer>());
        foreach (var (entry, key) in many)
        {
            answers.Add(next.Post(entry, key, ""));
            if (answers[^1].Outcome is not (ModelOutcome.Posted or ModelOutcome.DoneAlready))
                break;
        }
        var last = answers[^1];
        Seen.UnionWith(answers.Select(a => $"many {a.Outcome}"));
        var result = await Bank.PostManyAsync([.. many.Select(e => ManyEntries.ToPost(e.Item1, e.Item2))]);
        if (last.Entry is null)
        {
            result.Outcome.ToString().ShouldBe(last.Outcome.ToString(), $"Seed {seed}");
            (result.Refused, result.Account).ShouldBe((answers.Count - 1, last.Account), $"Seed {seed}");
            return;
        }
        (result.Outcome, result.Posted).ShouldBe(
            (PostingOutcome.Posted, answers.Count(a => a.Outcome == ModelOutcome.Posted)),
            $"Seed {seed}"
        );
        Model = next;
        requests.AddRange(many);
    }

    private (Entry Entry, Guid Key) OldOrNew()
    {
        var old = requests.Where(r => r.Entry.Reason is null).ToArray(); // with words it is posted singly
        if (old.Length == 0)
            return (entries.NextWordless(Day), Guid.NewGuid());
        var (entry, key) = old[random.Next(old.Length)];
        return (Again(entry), key);
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
}
