namespace CoProduce.Ledger;

/// <summary>Minutes moving between two or more accounts, as one fact that never changes; its postings always sum to zero.</summary>
public sealed class Entry
{
    /// <summary>The longest words that an entry may carry, in characters.</summary>
    public const int LongestReason = 500;

    private Entry(EntryKind kind, DateOnly serviceDate, IReadOnlyList<Posting> postings, EntryId? reverses = null, string? reason = null)
    {
        Id = EntryId.New();
        Kind = kind;
        ServiceDate = serviceDate;
        Postings = postings;
        Reverses = reverses;
        Reason = reason;
    }

    /// <summary>Names this entry; a retry of the same request gets a new one, and the ledger answers with the first.</summary>
    public EntryId Id { get; }

    /// <summary>Why the minutes moved.</summary>
    public EntryKind Kind { get; }

    /// <summary>The day on which the help happened; when it was posted is another date.</summary>
    public DateOnly ServiceDate { get; }

    /// <summary>Two or more legs on different accounts, none of them zero, together zero.</summary>
    public IReadOnlyList<Posting> Postings { get; }

    /// <summary>The entry that this one undoes; null for any other kind.</summary>
    public EntryId? Reverses { get; }

    /// <summary>Words that both people can read: why it is undone, or what the giver of a gift says with it; null when there are none.</summary>
    public string? Reason { get; }

    /// <summary>Whether an account may end below its floor: a wrong entry must be undone even when the minutes are spent. Only a coordinator reverses.</summary>
    public bool MayPassFloor => Kind == EntryKind.Reversal;

    /// <summary>Welcome credits for a new member, from the organisation's welcome account.</summary>
    public static Entry Welcome(AccountId welcome, AccountId member, Minutes amount, DateOnly serviceDate) =>
        Move(EntryKind.Welcome, welcome, member, amount, serviceDate);

    /// <summary>One member helped another: the receiver spends what the giver earns.</summary>
    public static Entry OneToOne(AccountId receiver, AccountId giver, Minutes amount, DateOnly serviceDate) =>
        Move(EntryKind.OneToOne, receiver, giver, amount, serviceDate);

    /// <summary>A member helped the organisation itself: its own account spends what the giver earns.</summary>
    public static Entry ForTheOrganisation(AccountId organisation, AccountId giver, Minutes amount, DateOnly serviceDate) =>
        Move(EntryKind.ForTheOrganisation, organisation, giver, amount, serviceDate);

    /// <summary>Minutes given away to a relative, a friend or the pot, with no work behind them; a few words may go with them.</summary>
    public static Entry Gift(AccountId from, AccountId to, Minutes amount, DateOnly serviceDate, string? words = null) =>
        Move(EntryKind.Gift, from, to, amount, serviceDate, string.IsNullOrWhiteSpace(words) ? null : NotTooLong(words));

    /// <summary>Undoes a stored entry: pass its postings as they are recorded. That it is no reversal itself is the ledger's to check.</summary>
    public static Entry Reversal(EntryId reversed, IEnumerable<Posting> postings, string reason, DateOnly serviceDate)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var words = NotTooLong(reason);
        if (reversed.Value == Guid.Empty)
        {
            throw new ArgumentException("A reversal names the entry that it undoes.", nameof(reversed));
        }
        var mirrored = postings.Select(posting => posting with { Amount = -posting.Amount }).ToArray();
        Balanced(mirrored);
        return new Entry(EntryKind.Reversal, serviceDate, mirrored.AsReadOnly(), reversed, words);
    }

    /// <summary>Undoes this entry; throws <see cref="InvalidOperationException"/> when it is a reversal itself.</summary>
    public Entry Reverse(string reason, DateOnly serviceDate) =>
        Kind == EntryKind.Reversal
            ? throw new InvalidOperationException("A reversal is not reversed: post what is right instead.")
            : Reversal(Id, Postings, reason, serviceDate);

    private static Entry Move(EntryKind kind, AccountId from, AccountId to, Minutes amount, DateOnly serviceDate, string? words = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(amount, Minutes.Zero);
        Posting[] postings = [new(from, -amount), new(to, amount)];
        Balanced(postings);
        return new Entry(kind, serviceDate, postings.AsReadOnly(), reason: words);
    }

    private static string NotTooLong(string words) =>
        words.Trim() is { Length: <= LongestReason } trimmed
            ? trimmed
            : throw new ArgumentException($"An entry carries at most {LongestReason} characters of words.", nameof(words));

    private static void Balanced(Posting[] postings)
    {
        if (postings.Length < 2)
        {
            throw new ArgumentException("An entry has at least two postings.", nameof(postings));
        }
        if (postings.Any(posting => posting.Account.Value == Guid.Empty || posting.Amount == Minutes.Zero))
        {
            throw new ArgumentException("A posting names an account and moves something.", nameof(postings));
        }
        if (postings.DistinctBy(posting => posting.Account).Count() != postings.Length)
        {
            throw new ArgumentException("An account takes part in an entry once.", nameof(postings));
        }
        if (postings.Aggregate(Minutes.Zero, (sum, posting) => sum + posting.Amount) != Minutes.Zero)
        {
            throw new ArgumentException("The postings of an entry sum to zero.", nameof(postings));
        }
    }
}
