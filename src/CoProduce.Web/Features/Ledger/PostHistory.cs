using CoProduce.Ledger;
using CoProduce.Web.Data;
using NpgsqlTypes;

namespace CoProduce.Web.Features.Ledger;

/// <summary>Posts what happened before the program was here, inside the caller's unit of work.</summary>
public static class PostHistory
{
    /// <summary>
    /// Posts like <see cref="PostMany.PostManyAsync"/>, and lets every account end where history left it: floors are lifted before and set
    /// again after, so whoever is below stays there, may rise and may not fall. Nobody else sees the accounts in between.
    /// </summary>
    public static async Task<PostManyResult> PostPastFloorsAsync(
        this TenantDb db,
        IReadOnlyList<EntryToPost> entries,
        CancellationToken ct = default
    )
    {
        var floors = await LiftAsync(db, [.. entries.SelectMany(e => e.Entry.Postings).Select(p => p.Account.Value).Distinct()], ct);
        var result = await db.PostManyAsync(entries, ct);
        await SetAgainAsync(db, floors, ct);
        return result;
    }

    private static async Task<List<(Guid Account, long Floor)>> LiftAsync(TenantDb db, Guid[] accounts, CancellationToken ct)
    {
        await using var command = LedgerCommand.Of(db, "select account_id, floor from lift_floors($1, $2)");
        command.Parameters.Add(new() { Value = db.OrganisationId.Value });
        command.Parameters.Add(new() { Value = accounts });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var floors = new List<(Guid, long)>();
        while (await reader.ReadAsync(ct))
            floors.Add((reader.GetGuid(0), reader.GetInt64(1)));
        return floors;
    }

    private static async Task SetAgainAsync(TenantDb db, List<(Guid Account, long Floor)> floors, CancellationToken ct)
    {
        await using var command = LedgerCommand.Of(
            db,
            "select count(set_floor($1, a.id, a.floor)::text) from unnest($2, $3) as a (id, floor)"
        );
        command.Parameters.Add(new() { Value = db.OrganisationId.Value });
        command.Parameters.Add(new() { Value = floors.ConvertAll(f => f.Account) });
        command.Parameters.Add(new() { Value = floors.ConvertAll(f => f.Floor), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        await command.ExecuteNonQueryAsync(ct);
    }
}
