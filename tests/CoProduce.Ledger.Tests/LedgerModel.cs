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

/// <summary>What the model says to a hold that is placed; the numbers are those of the program's own outcome.</summary>
public enum ModelHolding : short
{
    Held = 1,
    UnknownAccount = 4,
    ClosedAccount = 5,
    BelowFloor = 6,
}

/// <summary>What the model says to a hold that is ended; the numbers are those of the program's own outcome.</summary>
public enum ModelEnding : short
{
    Ended = 1,
    EndedAlready = 2,
    Unknown = 4,
    EndedOtherwise = 7,
}

/// <summary>How a hold ended.</summary>
public enum ModelEnd
{
    Taken,
    Released,
    RunOut,
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
    private readonly Dictionary<HoldId, Hold> holds = [];
    private DateOnly? closedTo;

    public IReadOnlyCollection<AccountId> Accounts => accounts.Keys;

    public IReadOnlyCollection<Entry> Entries => entries.Values;

    public IReadOnlyCollection<HoldId> Holds => holds.Keys;

    public Minutes BalanceOf(AccountId account) => accounts[account].Balance;

    /// <summary>True when there is less than the floor, with what is promised taken away.</summary>
    public bool IsBelowFloor(AccountId account) =>
        accounts[account].Floor is { } floor && accounts[account].Balance - accounts[account].Held < floor;

    /// <summary>What is promised from the account and not yet moved.</summary>
    public Minutes HeldOn(AccountId account) => accounts[account].Held;

    /// <summary>Whose minutes that hold promises, and how many.</summary>
    public (AccountId Account, Minutes Minutes) HoldOf(HoldId hold) => (holds[hold].Account, holds[hold].Minutes);

    public EntryId EntryFor(Guid requestKey) => requests[requestKey].Entry;

    public Entry Entry(EntryId id) => entries[id];

    public IReadOnlyList<(Minutes Amount, Minutes RunningBalance)> HistoryOf(AccountId account) => accounts[account].History;

    public bool IsReversed(EntryId entry) => reversed.Contains(entry);

    /// <summary>Opens an account at zero; no floor means that it may fall without end.</summary>
    public void Open(AccountId id, Minutes? floor) => accounts.Add(id, new Account(floor));

    /// <summary>Closes an account at zero from which nothing is promised; answers whether it is closed now.</summary>
    public bool Close(AccountId id)
    {
        var account = accounts[id];
        account.Closed |= account.Balance == Minutes.Zero && account.Held == Minutes.Zero;
        return account.Closed;
    }

    /// <summary>From then on nothing is dated on that day or before; a day that is closed already stays so.</summary>
    public void ClosePeriod(DateOnly to) => closedTo = closedTo > to ? closedTo : to;

    /// <summary>Promises minutes that cannot be spent otherwise; a hold that is known was placed before, however it has ended.</summary>
    public ModelHolding PlaceHold(HoldId hold, AccountId id, Minutes minutes)
    {
        if (!accounts.TryGetValue(id, out var account))
        {
            return ModelHolding.UnknownAccount;
        }
        if (holds.ContainsKey(hold))
        {
            return ModelHolding.Held;
        }
        if (account.Closed)
        {
            return ModelHolding.ClosedAccount;
        }
        if (account.Floor is { } floor && account.Balance - account.Held - minutes < floor)
        {
            return ModelHolding.BelowFloor;
        }
        account.Held += minutes;
        holds.Add(hold, new(id, minutes, null));
        return ModelHolding.Held;
    }

    /// <summary>Ends a hold once; the entry that takes it is posted afterwards.</summary>
    public ModelEnding EndHold(HoldId id, ModelEnd how, EntryId? by = null)
    {
        if (!holds.TryGetValue(id, out var hold))
        {
            return ModelEnding.Unknown;
        }
        if (hold.Ended is { } ended)
        {
            return ended == (how, by) ? ModelEnding.EndedAlready : ModelEnding.EndedOtherwise;
        }
        accounts[hold.Account].Held -= hold.Minutes;
        holds[id] = hold with { Ended = (how, by) };
        return ModelEnding.Ended;
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
        foreach (var (id, hold) in holds)
            copy.holds.Add(id, hold);
        copy.closedTo = closedTo;
        return copy;
    }

    /// <summary>Posts an entry by the rules of the ledger, in their order.</summary>
    /// <param name="mayPassFloor">Whether it may end below a floor; null for as the entry itself says.</param>
    public ModelAnswer Post(Entry entry, Guid requestKey, string subject, bool? mayPassFloor = null)
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
        if (!(mayPassFloor ?? entry.MayPassFloor) && legs.FirstOrDefault(CannotPay) is { } short_)
        {
            return new(ModelOutcome.BelowFloor, null, short_.Account);
        }
        if (entry.ServiceDate <= closedTo)
        {
            return new(ModelOutcome.PeriodClosed, null);
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
        return leg.Amount < Minutes.Zero && account.Floor is { } floor && account.Balance - account.Held + leg.Amount < floor;
    }

    private static string BodyOf(Entry entry, string subject)
    {
        var legs = entry
            .Postings.OrderBy(posting => posting.Account.Value.ToString(), StringComparer.Ordinal)
            .Select(posting => $"{posting.Account}={posting.Amount}");
        return $"{entry.Kind}|{entry.ServiceDate:O}|{entry.Reverses}|{subject}|{string.Join(',', legs)}";
    }

    private sealed record Hold(AccountId Account, Minutes Minutes, (ModelEnd How, EntryId? By)? Ended);

    private sealed class Account(Minutes? floor)
    {
        public Minutes? Floor { get; set; } = floor;

        public bool Closed { get; set; }

        public Minutes Balance { get; private set; }

        public Minutes Held { get; set; }

        public List<(Minutes Amount, Minutes RunningBalance)> History { get; } = [];

        public Account Copy()
        {
            var copy = new Account(Floor)
            {
                Closed = Closed,
                Balance = Balance,
                Held = Held,
            };
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
