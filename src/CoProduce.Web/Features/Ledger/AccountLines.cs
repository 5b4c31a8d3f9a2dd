using CoProduce.Ledger;
using CoProduce.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Ledger;

/// <summary>
/// The lines of an account over some days, by their numbers. They have no gaps, so that it is known how many there are and where each page begins
/// without reading them; and they never change, so that they can be read piece by piece.
/// </summary>
/// <param name="After">The number of the last line before those days; 0 when there is none.</param>
/// <param name="Last">The number of the last line within them; the same as <paramref name="After"/> when there is none.</param>
public sealed record AccountLines(AccountId Account, long After, long Last)
{
    /// <summary>How many lines one page shows.</summary>
    public const int OnPage = 200;

    /// <summary>How many pages they make, at least one.</summary>
    public int Pages => (int)Math.Max(1, (Last - After + OnPage - 1) / OnPage);

    /// <summary>Finds them by a few probes, however long the history is.</summary>
    /// <param name="start">The moment at which the days begin.</param>
    /// <param name="end">The moment at which they are over.</param>
    public static async Task<AccountLines> OverAsync(
        TenantDb db,
        AccountId account,
        DateTimeOffset start,
        DateTimeOffset end,
        CancellationToken ct
    ) => new(account, await db.LastLineBeforeAsync(account, start, ct), await db.LastLineBeforeAsync(account, end, ct));

    /// <summary>The lines of one page, from 1; beyond the last it is the last.</summary>
    public (int Number, long After, long Last) Page(int page)
    {
        var number = Math.Clamp(page, 1, Pages);
        var after = After + (long)(number - 1) * OnPage;
        return (number, after, Math.Min(after + OnPage, Last));
    }

    /// <summary>The balance before the first of them, in minutes.</summary>
    public Task<long> OpeningAsync(TenantDb db, CancellationToken ct) => BalanceAsync(db, After, ct);

    /// <summary>The balance after the last of them, in minutes.</summary>
    public Task<long> ClosingAsync(TenantDb db, CancellationToken ct) => BalanceAsync(db, Last, ct);

    private Task<long> BalanceAsync(TenantDb db, long number, CancellationToken ct)
    {
        var account = Account;
        return db.Postings.Where(p => p.AccountId == account && p.Number == number).Select(p => p.RunningBalance).SingleOrDefaultAsync(ct);
    }
}
