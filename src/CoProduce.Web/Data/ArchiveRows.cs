using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CoProduce.Web.Data;

/// <summary>Reads an organisation's tables as lines of JSON, and puts such lines back.</summary>
internal static class ArchiveRows
{
    /// <summary>Tables that are in no archive: secrets, promises to this very program, what it only works with, and what it can find out again.</summary>
    public static readonly IReadOnlyList<string> LeftOut =
    [
        "archive_lines",
        "care_rounds",
        "diary_feeds",
        "drafts",
        "exchange_words",
        "full_checks",
        "handled_requests",
        "import_contents",
        "import_lines",
        "import_names",
        "invitations",
        "member_skill_words",
        "join_codes",
        "kiosk_pins",
        "kiosk_screens",
        "kiosk_tries",
        "kiosk_visits",
        "member_quiet_since",
        "member_words",
        "offer_near_words",
        "offer_words",
        "outbox",
        "proof_checks",
        "slip_piles",
        "slips",
    ];

    /// <summary>Tables that only the ledger's own function writes; postings stand inside their entries.</summary>
    public static readonly IReadOnlyList<string> OfTheLedger =
    [
        "accounts",
        "entries",
        "holds",
        "closed_periods",
        "chain_links",
        "new_entries",
        "ledger_days",
        "report_cells",
        "report_people",
    ];

    /// <summary>What an organisation has from its first day and an archive takes the place of, what refers to others first.</summary>
    public static readonly IReadOnlyList<string> FromTheFirstDay =
    [
        "check_kinds",
        "skills",
        "skill_groups",
        "categories",
        "credit_words",
        "hubs",
        "logos",
        "settings",
    ];

    // The id of a sign-in is nobody else's business, and means nothing in another installation.
    private const string NotOfRoleHolders = "sign_in_id";

    /// <summary>True when the column is in an archive.</summary>
    public static bool IsWritten(IProperty column) => column.GetColumnName() is not ("organisation_id" or NotOfRoleHolders);

    /// <summary>The tables of an archive, each after those that it refers to.</summary>
    public static IReadOnlyList<IEntityType> Tables(IModel model)
    {
        var left = model
            .GetEntityTypes()
            .Where(e => !e.IsOwned() && !LeftOut.Contains(e.GetTableName()!) && e.GetTableName() != "postings")
            .OrderBy(e => e.GetTableName(), StringComparer.Ordinal)
            .ToList();
        var ordered = new List<IEntityType>();
        while (left.Count > 0)
        {
            var next = left.First(e => e.GetForeignKeys().All(f => f.PrincipalEntityType == e || !left.Contains(f.PrincipalEntityType)));
            left.Remove(next);
            ordered.Add(next);
        }
        return ordered;
    }

    /// <summary>Every row of a table as a line of JSON without the organisation, in the order of its key, while it is read.</summary>
    public static async IAsyncEnumerable<string> LinesAsync(
        TenantDb db,
        IEntityType table,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        var name = table.GetTableName()!;
        var key = string.Join(", ", table.FindPrimaryKey()!.Properties.Select(p => "t." + p.GetColumnName()));
        var row = name switch
        {
            "entries" =>
                "(to_jsonb(t) - 'organisation_id') || jsonb_build_object('postings', (select jsonb_agg(to_jsonb(p) - 'organisation_id' - 'entry_id' order by p.account_id) from postings p where p.organisation_id = t.organisation_id and p.entry_id = t.id))",
            "sendings" => "to_jsonb(t) - 'organisation_id' || jsonb_build_object('letter', '')",
            "role_holders" => $"to_jsonb(t) - 'organisation_id' - '{NotOfRoleHolders}'",
            _ => "to_jsonb(t) - 'organisation_id'",
        };
        // What two members wrote is theirs alone, unless coordinators may read it; whoever opens the archive reads no more than they.
        var only = name == "talk_messages" ? " and (t.is_reported or t.is_open)" : "";
        await using var command = Command(db, $"select ({row})::text from {name} t where t.organisation_id = $1{only} order by {key}");
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, ct);
        while (await reader.ReadAsync(ct))
            yield return reader.GetString(0);
    }

    /// <summary>All digests of the ledger in one; empty when nothing is posted.</summary>
    public static async Task<string> FingerprintAsync(TenantDb db, CancellationToken ct)
    {
        await using var command = Command(db, "select ledger_fingerprint($1)");
        command.CommandTimeout = 0;
        return (string)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Lays lines of an archive down for the taking.</summary>
    public static Task LayDownAsync(TenantDb db, string file, int first, IReadOnlyCollection<string> lines, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into archive_lines (organisation_id, file, number, line)
            select {db.OrganisationId.Value}, {file}, {first} + line.i::integer, line.text
            from unnest({lines.ToArray()}) with ordinality as line (text, i)
            """,
            ct
        );

    /// <summary>Takes what an organisation has from its first day away.</summary>
    public static async Task ClearFirstDayAsync(TenantDb db, CancellationToken ct)
    {
        foreach (var table in FromTheFirstDay)
            await RunAsync(db, $"delete from {table} where organisation_id = $1", ct);
    }

    /// <summary>Writes the rows of a table that is not the ledger's. Nobody of the archive can sign in: they are invited anew.</summary>
    public static Task TakeAsync(TenantDb db, string table, CancellationToken ct)
    {
        var more =
            table == "role_holders"
                ? " || jsonb_build_object('sign_in_id', l.line::jsonb -> 'id', 'member_id', null, 'roles', '[]'::jsonb, 'ended_at', coalesce(l.line::jsonb ->> 'ended_at', now()::text))"
            : table is "arrivals" or "departures" // the other side does not know of this copy
                ? " || case when l.line::jsonb ->> 'status' = '1' then jsonb_build_object('status', 4, 'ended_at', now()) else '{}' end"
            : "";
        return RunAsync(
            db,
            $"""
            insert into {table}
            select rec.* from archive_lines l,
              jsonb_populate_record(null::{table}, l.line::jsonb || jsonb_build_object('organisation_id', $1){more}) rec
            where l.organisation_id = $1 and l.file = '{table}' order by l.number
            """,
            ct
        );
    }

    /// <summary>Writes the ledger, and takes away what was laid down.</summary>
    public static async Task TakeLedgerAsync(TenantDb db, CancellationToken ct) => await RunAsync(db, "select restore_ledger($1)", ct);

    /// <summary>Takes away what was laid down.</summary>
    public static Task TidyAsync(TenantDb db, CancellationToken ct) =>
        RunAsync(db, "delete from archive_lines where organisation_id = $1", ct);

    private static async Task RunAsync(TenantDb db, string sql, CancellationToken ct)
    {
        await using var command = Command(db, sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlCommand Command(TenantDb db, string sql)
    {
        var transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        var command = new NpgsqlCommand(sql, transaction.Connection, transaction);
        command.Parameters.Add(new() { Value = db.OrganisationId.Value });
        return command;
    }
}
