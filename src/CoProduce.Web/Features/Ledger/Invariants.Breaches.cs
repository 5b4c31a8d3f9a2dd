using CoProduce.Web.Data;

namespace CoProduce.Web.Features.Ledger;

/// <content>Looks for breaches.</content>
public static partial class Invariants
{
    /// <summary>So many breaches of one promise are read; one is too many already.</summary>
    public const int MostCounted = 100;

    /// <summary>The breaches of one promise in the current organisation, at most <see cref="MostCounted"/>; empty when it holds.</summary>
    public static async Task<IReadOnlyList<string>> BreachesAsync(this TenantDb db, Invariant promise, CancellationToken ct = default)
    {
        await using var command = LedgerCommand.Of(db, promise.Query);
        command.CommandTimeout = 0; // ten years of history take their time
        await using var reader = await command.ExecuteReaderAsync(ct);
        var breaches = new List<string>();
        while (breaches.Count < MostCounted && await reader.ReadAsync(ct))
            breaches.Add(reader.GetString(0));
        return breaches;
    }
}
