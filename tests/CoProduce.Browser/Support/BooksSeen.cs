using CoProduce.Web.Features.Ledger;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Browser.Support;

/// <summary>The ledger, read beside the pages.</summary>
internal static class BooksSeen
{
    /// <summary>The minutes that the ledger moved for exchanges whose words end so.</summary>
    public static Task<long> MovedAsync(this RunningProgram program, string organisation, string words) =>
        program.InAsync(
            organisation,
            async db =>
            {
                var ids = await db.Exchanges.Where(e => e.Description.EndsWith(words)).Select(e => e.Id).ToListAsync();
                var subjects = ids.ConvertAll(id => (Guid?)id.Value);
                return await (
                    from entry in db.Entries
                    where subjects.Contains(entry.SubjectId)
                    join posting in db.Postings on entry.Id equals posting.EntryId
                    where posting.Amount > 0
                    select posting.Amount
                ).SumAsync();
            }
        );

    /// <summary>The minutes that somebody moved with each entry since that moment.</summary>
    public static Task<List<long>> MovedByAsync(this RunningProgram program, string organisation, string name, DateTimeOffset since) =>
        program.InAsync(
            organisation,
            async db =>
            {
                var who = await db.RoleHolders.Where(r => r.Name == name).Select(r => r.Id).SingleAsync();
                return await (
                    from entry in db.Entries
                    where entry.ActedBy == who.Value && entry.PostedAt >= since
                    orderby entry.PostedAt
                    select db.Postings.Where(p => p.EntryId == entry.Id && p.Amount > 0).Sum(p => p.Amount)
                ).ToListAsync();
            }
        );

    /// <summary>Looks up every promise of the ledger.</summary>
    public static async Task BooksAreSoundAsync(this RunningProgram program, string organisation)
    {
        var breaches = await program.InAsync(
            organisation,
            async db =>
            {
                var found = new List<string>();
                foreach (var promise in Invariants.All)
                    found.AddRange((await db.BreachesAsync(promise)).Select(b => $"{promise.Code}: {b}"));
                return found;
            }
        );
        breaches.ShouldBeEmpty();
    }
}
