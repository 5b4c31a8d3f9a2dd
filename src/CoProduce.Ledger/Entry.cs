namespace CoProduce.Ledger;

/// <summary>Minutes moving between two or more accounts, as one fact that never changes; its postings always sum to zero.</summary>
public sealed partial class Entry
{
    /// <summary>The longest words that an entry may carry, in characters.</summary>
    public const int LongestReason = 500;

    private Entry(
        EntryId id,
        EntryKind kind,
        DateOnly serviceDate,
        IReadOnlyList<Posting> postings,
        EntryId? reverses,
        string? reason,
        bool mayPassFloor
    )
    {
        Id = id;
        Kind = kind;
        ServiceDate = serviceDate;
        Postings = postings;
        Reverses = reverses;
        Reason = reason;
        MayPassFloor = mayPassFloor;
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

    /// <summary>Words that everybody concerned can read: why it is undone, drawn, written off or let pass a floor, or what goes with a gift; null when there are none.</summary>
    public string? Reason { get; }

    /// <summary>
    /// Whether an account may end below its floor. A reversal may: a wrong entry must be undone even when the minutes are spent. Any other
    /// may when a coordinator let it: <see cref="LettingPassFloor"/>.
    /// </summary>
    public bool MayPassFloor { get; }

    /// <summary>The same entry, let pass a floor once by a coordinator who says why. Throws for a reversal, which needs no leave.</summary>
    public Entry LettingPassFloor(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return Kind == EntryKind.Reversal
            ? throw new InvalidOperationException("A reversal may pass a floor by itself.")
            : new(Id, Kind, ServiceDate, Postings, null, NotTooLong(reason), mayPassFloor: true);
    }

    /// <summary>Undoes a stored entry: pass its postings as they are recorded. That it is no reversal itself is the ledger's to check.</summary>
    public static Entry Reversal(EntryId reversed, IEnumerable<Posting> postings, string reason, DateOnly serviceDate)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (reversed.Value == Guid.Empty)
        {
            throw new ArgumentException("A reversal names the entry that it undoes.", nameof(reversed));
        }
        var mirrored = postings.Select(posting => posting with { Amount = -posting.Amount }).ToArray();
        return Of(EntryKind.Reversal, serviceDate, mirrored, reversed, reason);
    }

    /// <summary>Undoes this entry; throws <see cref="InvalidOperationException"/> when it is a reversal itself.</summary>
    public Entry Reverse(string reason, DateOnly serviceDate) =>
        Kind == EntryKind.Reversal
            ? throw new InvalidOperationException("A reversal is not reversed: post what is right instead.")
            : Reversal(Id, Postings, reason, serviceDate);

    private static Entry Move(EntryKind kind, AccountId from, AccountId to, Minutes amount, DateOnly serviceDate, string? words = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(amount, Minutes.Zero);
        return Of(kind, serviceDate, [new(from, -amount), new(to, amount)], words: words);
    }

    private static Entry Of(EntryKind kind, DateOnly serviceDate, Posting[] postings, EntryId? reverses = null, string? words = null)
    {
        Balanced(postings);
        return new(
            EntryId.New(),
            kind,
            serviceDate,
            postings.AsReadOnly(),
            reverses,
            string.IsNullOrWhiteSpace(words) ? null : NotTooLong(words),
            mayPassFloor: kind == EntryKind.Reversal
        );
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
