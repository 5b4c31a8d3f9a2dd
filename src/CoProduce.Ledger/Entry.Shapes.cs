namespace CoProduce.Ledger;

/// <content>Every way in which minutes can move, each under its name.</content>
public sealed partial class Entry
{
    /// <summary>Welcome credits for a new member, from the organisation's welcome account.</summary>
    public static Entry Welcome(AccountId welcome, AccountId member, Minutes amount, DateOnly serviceDate) =>
        Move(EntryKind.Welcome, welcome, member, amount, serviceDate);

    /// <summary>One member helped another: the receiver spends what the giver earns.</summary>
    public static Entry OneToOne(AccountId receiver, AccountId giver, Minutes amount, DateOnly serviceDate) =>
        Move(EntryKind.OneToOne, receiver, giver, amount, serviceDate);

    /// <summary>
    /// A member helped the organisation itself, or somebody for whom the organisation pays: its own account spends what the giver earns.
    /// The words say why it pays for somebody.
    /// </summary>
    public static Entry ForTheOrganisation(
        AccountId organisation,
        AccountId giver,
        Minutes amount,
        DateOnly serviceDate,
        string? words = null
    ) => Move(EntryKind.ForTheOrganisation, organisation, giver, amount, serviceDate, words);

    /// <summary>Minutes given away to a person, a team or a pot, with no work behind them; a few words may go with them.</summary>
    public static Entry Gift(AccountId from, AccountId to, Minutes amount, DateOnly serviceDate, string? words = null) =>
        Move(EntryKind.Gift, from, to, amount, serviceDate, words);

    /// <summary>
    /// Several people at once. Everybody who gave earns what they gave, everybody who received spends what was agreed; what is spent beyond
    /// what is earned goes to the rest account, and what is earned beyond what is spent comes from it (<see cref="Covered"/>).
    /// Nobody stands on both sides, and the rest account on neither.
    /// </summary>
    /// <param name="gave">One or more.</param>
    /// <param name="received">Empty when the rest account pays for all.</param>
    /// <param name="rest">The pot or the organisation; it takes no part when both sides come to the same.</param>
    public static Entry Group(
        IReadOnlyList<Share> gave,
        IReadOnlyList<Share> received,
        AccountId rest,
        DateOnly serviceDate,
        string? words = null
    )
    {
        if (gave.Count == 0)
        {
            throw new ArgumentException("Somebody has to have given.", nameof(gave));
        }
        if (gave.Concat(received).Any(share => share.Minutes <= Minutes.Zero))
        {
            throw new ArgumentException("Every share is above zero.", nameof(gave));
        }
        Posting[] people =
        [
            .. received.Select(share => new Posting(share.Account, -share.Minutes)),
            .. gave.Select(share => new Posting(share.Account, share.Minutes)),
        ];
        var covered = Covered(gave, received);
        return Of(EntryKind.Group, serviceDate, covered == Minutes.Zero ? people : [.. people, new(rest, -covered)], words: words);
    }

    /// <summary>What the rest account of a group has to pay, in minutes; below zero for what it gets.</summary>
    public static Minutes Covered(IEnumerable<Share> gave, IEnumerable<Share> received) => Sum(gave) - Sum(received);

    /// <summary>A member was on a rota: the organisation spends the hours on it, whether or not anybody called.</summary>
    public static Entry OnCall(AccountId organisation, AccountId member, Minutes amount, DateOnly serviceDate) =>
        Move(EntryKind.OnCall, organisation, member, amount, serviceDate);

    /// <summary>A place at an event: the member spends, the organisation or a pot receives.</summary>
    public static Entry EventEntry(AccountId member, AccountId community, Minutes amount, DateOnly serviceDate, string? words = null) =>
        Move(EntryKind.EventEntry, member, community, amount, serviceDate, words);

    /// <summary>Something received for credits: the member spends, the awards account receives.</summary>
    public static Entry Award(AccountId member, AccountId awards, Minutes amount, DateOnly serviceDate, string? words = null) =>
        Move(EntryKind.Award, member, awards, amount, serviceDate, words);

    /// <summary>A pot pays for help that somebody had; the reason says for whom and why.</summary>
    public static Entry Draw(AccountId pot, AccountId giver, Minutes amount, DateOnly serviceDate, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return Move(EntryKind.Draw, pot, giver, amount, serviceDate, reason);
    }

    /// <summary>A member spends at a partner, or a partner spends on a member's time.</summary>
    public static Entry Partner(AccountId from, AccountId to, Minutes amount, DateOnly serviceDate, string? words = null) =>
        Move(EntryKind.Partner, from, to, amount, serviceDate, words);

    /// <summary>Something measured earns by a rule: so many minutes for each of so many, paid by the organisation.</summary>
    /// <param name="quantity">How many, such as bags.</param>
    /// <param name="each">The minutes that one earns.</param>
    public static Entry Contribution(
        AccountId organisation,
        AccountId member,
        int quantity,
        Minutes each,
        DateOnly serviceDate,
        string? words = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(quantity);
        return Move(EntryKind.Contribution, organisation, member, new(checked(quantity * each.Value)), serviceDate, words);
    }

    /// <summary>A balance brought along from an earlier record; below zero for a debt. Throws for zero, which needs no entry.</summary>
    public static Entry Opening(AccountId opening, AccountId account, Minutes balance, DateOnly serviceDate, string? words = null) =>
        balance < Minutes.Zero
            ? Move(EntryKind.Opening, account, opening, -balance, serviceDate, words)
            : Move(EntryKind.Opening, opening, account, balance, serviceDate, words);

    /// <summary>What somebody who leaves has left goes to a pot or to a person.</summary>
    public static Entry Leaving(AccountId member, AccountId to, Minutes balance, DateOnly serviceDate, string? words = null) =>
        Move(EntryKind.Leaving, member, to, balance, serviceDate, words);

    /// <summary>A pot takes over what somebody owes; the reason says why.</summary>
    public static Entry WriteOff(AccountId pot, AccountId debtor, Minutes debt, DateOnly serviceDate, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return Move(EntryKind.WriteOff, pot, debtor, debt, serviceDate, reason);
    }

    /// <summary>One half of minutes that cross to another organisation: to the clearing account when they leave, from it when they arrive.</summary>
    public static Entry Between(AccountId from, AccountId to, Minutes amount, DateOnly serviceDate, string? words = null) =>
        Move(EntryKind.Between, from, to, amount, serviceDate, words);

    private static Minutes Sum(IEnumerable<Share> shares) => shares.Aggregate(Minutes.Zero, (sum, share) => sum + share.Minutes);
}
