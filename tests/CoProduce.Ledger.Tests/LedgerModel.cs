using CoProduce.Ledger;

namespace CoProduce.Ledger.Tests;

/// <summary>What the model answers; the names and numbers are those of the program's own outcome.</summary>
public enum ModelOutcome : short
{
    Posted = 1,
    DoneAlready = 2,
    KeyReused = 3,
    UnknownAccount = 4,
    ClosedAccount = 5,
    BelowFloor = 6,
    AlreadyReversed = 7,
    PeriodClosed = 9,
}

/// <summary>The model's answer: the entry that stands, and the account that stood in the way.</summary>
public sealed record ModelAnswer(ModelOutcome Outcome, EntryId? Entry, AccountId? Account = null);

/// <summary>A ledger in memory, as plain as it can be: the oracle that the database is compared with after every step.</summary>
public sealed class LedgerModel
{
    private readonly Dictionary<AccountId, Account> accounts = [];
    private readonly Dictionary<Guid, (string Body, EntryId Entry)> requests = [];
    private readonly Dictionary<EntryId, Entry> entries = [];
    private readonly HashSet<EntryId> reversed = [];

    public IReadOnlyCollection<AccountId> Accounts => accounts.Keys;

    public IReadOnlyCollection<Entry> Entries => entries.Values;

    public Minutes BalanceOf(AccountId account) => accounts[account].Balance;

    public IReadOnlyList<(Minutes Amount, Minutes RunningBalance)> HistoryOf(AccountId account) => accounts[account].History;

    public bool IsReversed(EntryId entry) => reversed.Contains(entry);

    /// <summary>Opens an account at zero; no floor means that it may fall without end.</summary>
    public void Open(AccountId id, Minutes? floor) => accounts.Add(id, new Account(floor));

    /// <summary>Closes an account at zero; answers whether it is closed now.</summary>
    public bool Close(AccountId id)
    {
        var account = accounts[id];
        account.Closed |= account.Balance == Minutes.Zero;
        return account.Closed;
    }

    /// <summary>Sets another floor; who is below it already may stay there, but not fall further.</summary>
    public void SetFloor(AccountId id, Minutes? floor) => accounts[id].Floor = floor;

    /// <summary>A ledger of its own that starts from the same state.</summary>
    public LedgerModel Copy()
    {
        var copy = new LedgerModel();
        foreach (var (id, account) in accounts)
            copy.accounts.Add(id, account.Copy());
        foreach (var (key, request) in requests)
            copy.requests.Add(key, request);
        foreach (var (id, entry) in entries)
            copy.entries.Add(id, entry);
        copy.reversed.UnionWith(reversed);
        return copy;
    }

    /// <summary>Posts an entry by the rules of the ledger, in their order.</summary>
    public ModelAnswer Post(Entry entry, Guid requestKey, string subject)
    {
        var body = BodyOf(entry, subject);
        if (requests.TryGetValue(requestKey, out var earlier))
        {
            return earlier.Body == body ? new(ModelOutcome.DoneAlready, earlier.Entry) : new(ModelOutcome.KeyReused, null);
        }
        var legs = entry.Postings.OrderBy(posting => posting.Account.Value.ToString(), StringComparer.Ordinal).ToArray();
        if (legs.FirstOrDefault(leg => !accounts.ContainsKey(leg.Account)) is { } unknown)
        {
            return new(ModelOutcome.UnknownAccount, null, unknown.Account);
        }
        if (legs.FirstOrDefault(leg => accounts[leg.Account].Closed) is { } closed)
        {
            return new(ModelOutcome.ClosedAccount, null, closed.Account);
        }
        if (entry.Reverses is { } target && reversed.Contains(target))
        {
            return new(ModelOutcome.AlreadyReversed, null);
        }
        if (!entry.MayPassFloor && legs.FirstOrDefault(CannotPay) is { } short_)
        {
            return new(ModelOutcome.BelowFloor, null, short_.Account);
        }
        foreach (var leg in legs)
        {
            accounts[leg.Account].Add(leg.Amount);
        }
        if (entry.Reverses is { } undone)
        {
            reversed.Add(undone);
        }
        entries.Add(entry.Id, entry);
        requests.Add(requestKey, (body, entry.Id));
        return new(ModelOutcome.Posted, entry.Id);
    }

    private bool CannotPay(Posting leg)
    {
        var account = accounts[leg.Account];
        return leg.Amount < Minutes.Zero && account.Floor is { } floor && account.Balance + leg.Amount < floor;
    }

    private static string BodyOf(Entry entry, string subject)
    {
        var legs = entry
            .Postings.OrderBy(posting => posting.Account.Value.ToString(), StringComparer.Ordinal)
            .Select(posting => $"{posting.Account}={posting.Amount}");
        return $"{entry.Kind}|{entry.ServiceDate:O}|{entry.Reverses}|{subject}|{string.Join(',', legs)}";
    }

    private sealed class Account(Minutes? floor)
    {
        public Minutes? Floor { get; set; } = floor;

        public bool Closed { get; set; }

        public Minutes Balance { get; private set; }

        public List<(Minutes Amount, Minutes RunningBalance)> History { get; } = [];

        public Account Copy()
        {
            var copy = new Account(Floor) { Closed = Closed, Balance = Balance };
            copy.History.AddRange(History);
            return copy;
        }

        public void Add(Minutes amount)
        {
            Balance += amount;
            History.Add((amount, Balance));
        }
    }
}
