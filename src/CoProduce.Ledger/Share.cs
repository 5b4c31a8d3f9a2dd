namespace CoProduce.Ledger;

/// <summary>What one account has of something that several share; always more than zero.</summary>
public sealed record Share(AccountId Account, Minutes Minutes)
{
    /// <summary>
    /// Splits minutes over accounts as evenly as whole minutes allow, so that the shares always sum to the total: everybody has the
    /// whole part, and the minutes that are left go one each to the first in the order given (the largest remainder, where all are equal).
    /// Who would have nothing is left out. Throws when there is nobody or nothing to share.
    /// </summary>
    public static IReadOnlyList<Share> Evenly(Minutes total, IReadOnlyList<AccountId> accounts) =>
        Split(total, [.. accounts.Select(account => (account, Weight: 1L))]);

    /// <summary>
    /// Splits minutes by weights so that the shares always sum to the total: everybody has the whole part of what is due, and the minutes
    /// that are left go one each to those with the largest remainders, the earlier in the order given first.
    /// Who would have nothing is left out. Throws when there is nobody or nothing to share, or a weight is not above zero.
    /// </summary>
    public static IReadOnlyList<Share> Split(Minutes total, IReadOnlyList<(AccountId Account, long Weight)> weights)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(total, Minutes.Zero);
        if (weights.Count == 0 || weights.Any(w => w.Weight <= 0))
        {
            throw new ArgumentException("Somebody has to have a share, and every weight is above zero.", nameof(weights));
        }
        var sum = weights.Aggregate((Int128)0, (all, w) => all + w.Weight);
        var due = weights
            .Select(
                (w, place) =>
                    (w.Account, place, Whole: total.Value * (Int128)w.Weight / sum, Remainder: total.Value * (Int128)w.Weight % sum)
            )
            .ToArray();
        var left = (int)(total.Value - due.Aggregate((Int128)0, (all, d) => all + d.Whole));
        var lucky = due.OrderByDescending(d => d.Remainder).ThenBy(d => d.place).Take(left).Select(d => d.place).ToHashSet();
        return
        [
            .. due.Select(d => new Share(d.Account, new((long)d.Whole + (lucky.Contains(d.place) ? 1 : 0))))
                .Where(share => share.Minutes > Minutes.Zero),
        ];
    }
}
