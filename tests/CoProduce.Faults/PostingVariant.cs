using Npgsql;

namespace CoProduce.Faults;

/// <summary>A posting function with one fault in it, made from the real one's source: whoever does not notice it proves nothing.</summary>
/// <param name="Besides">SQL that the fault needs as well; null for none.</param>
internal sealed record PostingVariant(string Name, IReadOnlyList<(string Is, string Becomes)> Changes, string? Besides = null)
{
    /// <summary>Locks the accounts in any order.</summary>
    public static readonly PostingVariant NoLockOrder = new(
        "without the order of locks",
        [
            ("  v_turn text;", "  v_turn text;\n  i integer;"),
            ("for i in 1..v_legs loop", "for i in select leg from generate_series(1, v_legs) as leg order by random() loop"),
        ]
    );

    /// <summary>Posts a request as often as it arrives.</summary>
    public static readonly PostingVariant NoRequestKey = new(
        "without the request key",
        [("on conflict (organisation_id, request_key) do nothing", "")],
        "drop index ix_entries_organisation_id_request_key"
    );

    /// <summary>Moves a minute more than was asked for, in balance and in history alike.</summary>
    public static readonly PostingVariant OneMinuteMore = new(
        "off by one minute",
        [
            (
                "v_available := v_account.balance - v_account.held + v_amounts[i];",
                "v_available := v_account.balance - v_account.held + v_amounts[i] + sign(v_amounts[i])::bigint;"
            ),
            (
                "v_balances[i] := v_account.balance + v_amounts[i];",
                "v_balances[i] := v_account.balance + v_amounts[i] + sign(v_amounts[i])::bigint;"
            ),
            ("leg.number, entry.id, leg.amount, leg.balance", "leg.number, entry.id, leg.amount + sign(leg.amount)::bigint, leg.balance"),
        ]
    );

    /// <summary>Puts the faulty function in the place of the real one; throws when the real one no longer has what is to be changed.</summary>
    public async Task InstallAsync(KilledCluster cluster)
    {
        await using var source = NpgsqlDataSource.Create(cluster.Owner + ";Pooling=false");
        await using var read = source.CreateCommand("select pg_get_functiondef('public.post_entry'::regproc)");
        var function = (string)(await read.ExecuteScalarAsync())!;
        foreach (var (text, becomes) in Changes)
            function = function.Split(text) is [var before, var after]
                ? before + becomes + after
                : throw new InvalidOperationException($"The posting function has not once: {text}");
        await cluster.RunAsync(function);
        if (Besides is not null)
            await cluster.RunAsync(Besides);
    }
}
