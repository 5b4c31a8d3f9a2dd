using CoProduce.Ledger;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Reads from the ledger how an exchange was paid for when whoever was helped could not.</summary>
public sealed class PaidOtherwiseQuery(UnitOfWork work)
{
    /// <summary>Its entry; null when no hours moved, or whoever was helped paid as usual.</summary>
    public async Task<EntryRow?> ReadAsync(Exchange exchange, CancellationToken ct = default) =>
        exchange is not { EntryId: { } id, ReceiverId: not null }
            ? null
            : await work.ReadAsync(
                db => db.Entries.SingleOrDefaultAsync(e => e.Id == id && (e.Kind != EntryKind.OneToOne || e.Reason != null), ct),
                ct
            );

    /// <summary>The same as the choice that a coordinator made, to be made again for a correction; null when whoever was helped paid as usual.</summary>
    public async Task<WayOutChoice?> ChoiceAsync(Exchange exchange, CancellationToken ct = default) =>
        await ReadAsync(exchange, ct) is { } entry
            ? new()
            {
                Way = entry.Kind switch
                {
                    EntryKind.Draw => WayOut.Pot,
                    EntryKind.ForTheOrganisation => WayOut.Organisation,
                    _ => WayOut.LetPass,
                },
                Why = entry.Reason,
            }
            : null;
}
