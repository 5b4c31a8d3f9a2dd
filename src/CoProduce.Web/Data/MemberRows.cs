using System.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CoProduce.Web.Data;

/// <summary>Reads whatever refers to one member, in any table, and takes it away when they are erased. A new table is in it by its reference to the member.</summary>
internal static class MemberRows
{
    /// <summary>Tables that are no data of the member: what is only worked with, and secrets in links.</summary>
    public static readonly IReadOnlyList<string> NotTheirs =
    [
        "diary_feeds",
        "drafts",
        "invitations",
        "member_quiet_since",
        "member_words",
        "member_skill_words",
    ];

    /// <summary>
    /// What is kept to keep people safe is not handed out in a file: others stand in it, and a concern may be kept from the person. Nor whom they were taken for. A coordinator reads to
    /// them what is theirs to know.
    /// </summary>
    public static readonly IReadOnlyList<string> ReadToThem =
    [
        "calls",
        "care_marks",
        "care_notes",
        "concerns",
        "not_doubles",
        "proposals",
        "record_views", // but for those of what they may know
        "restrictions",
        "retention_holds",
        "talk_blocks", // whoever is kept from writing is not told
        "talk_reports",
    ];

    /// <summary>What stays when a person is erased: the shared record of help, who did what, and what was agreed, all without a name.</summary>
    public static readonly IReadOnlyList<string> StayWhenErased =
    [
        "circles", // the others are still in it; with the last of them it goes as well
        "consents",
        "concerns",
        "dispute_notes",
        "disputes",
        "exchanges",
        "hub_moves",
        "record_views",
        "register_lines",
        "role_holders",
        "visit_repeats",
        "visits",
    ];

    // Gone by then: only the database's own function takes these away.
    private static readonly IReadOnlyList<string> Confidential = ["care_marks", "care_notes", "member_checks", "restrictions"];

    /// <summary>Tables with references to a member, and the columns that refer, by name.</summary>
    public static IReadOnlyList<(string Table, IReadOnlyList<string> Columns)> Tables(IModel model) =>
        [
            .. model
                .GetEntityTypes()
                .Where(e => !e.IsOwned() && !NotTheirs.Contains(e.GetTableName()!))
                .Select(e =>
                    (
                        e.GetTableName()!,
                        (IReadOnlyList<string>)
                            [
                                .. e.GetForeignKeys()
                                    .Where(f => f.PrincipalEntityType.ClrType == typeof(Member))
                                    .Select(f => f.Properties[^1].GetColumnName())
                                    .Distinct()
                                    .Order(StringComparer.Ordinal),
                            ]
                    )
                )
                .Where(t => t.Item2.Count > 0)
                .OrderBy(t => t.Item1, StringComparer.Ordinal),
        ];

    /// <summary>Every row of theirs as JSON, by table: the member, the account with its lines, what was done on their behalf, and all that refers to them.</summary>
    public static async Task<IReadOnlyList<(string Table, string Json)>> ReadAsync(TenantDb db, MemberId member, CancellationToken ct)
    {
        List<(string, string)> rows = [];
        await AddAsync("members", "to_jsonb(t)", "t.id = $2");
        await AddAsync("accounts", "to_jsonb(t)", "t.member_id = $2");
        await AddAsync(
            "postings",
            "to_jsonb(t) || (select to_jsonb(e) - 'body_hash' - 'request_key' from entries e where e.organisation_id = $1 and e.id = t.entry_id)",
            "t.account_id = $2",
            "t.number"
        );
        // A reason on another record may tell of others; that record says what of it is theirs to read.
        await AddAsync(
            "audit_lines",
            "case when t.subject_id = $2 then to_jsonb(t) else to_jsonb(t) - 'reason' end",
            "t.on_behalf_of = $2 or t.subject_id = $2",
            "t.at"
        );
        await AddAsync("day_marks", "to_jsonb(t)", "t.subject_id = $2");
        // A look at a concern would tell of it before the person was told.
        await AddAsync(
            "record_views",
            "to_jsonb(t) - 'concern_id'",
            "t.member_id = $2 and (t.concern_id is null or exists (select from concerns c where c.organisation_id = $1 and c.id = t.concern_id and c.told_at is not null))",
            "t.viewed_at"
        );
        // What they said when they asked to join bears the same id; what others said of them then is not theirs to read.
        await AddAsync("joiners", "to_jsonb(t) - 'folded_name'", "t.id = $2");
        await AddAsync("joiner_details", "to_jsonb(t) - 'notes' - 'private_reason'", "t.joiner_id = $2");
        await AddAsync("joiner_steps", "to_jsonb(t)", "t.joiner_id = $2", "t.kind");
        foreach (var (table, columns) in Tables(db.Model).Where(t => !ReadToThem.Contains(t.Table)))
            // What a letter says that waits may hold a link; who it is for gets it in its own time.
            await AddAsync(
                table,
                table switch
                {
                    "kiosk_pins" => "to_jsonb(t) - 'pin_hash'",
                    "kiosk_visits" => "to_jsonb(t) - 'token_hash'",
                    "sendings" => "to_jsonb(t) - 'letter'",
                    "talk_messages" => "to_jsonb(t) - 'is_reported'", // whoever is reported is not told
                    _ => "to_jsonb(t)",
                },
                string.Join(" or ", columns.Select(c => $"t.{c} = $2"))
            );
        return rows;

        async Task AddAsync(string table, string row, string where, string order = "1")
        {
            await using var command = Command(
                db,
                $"select (({row}) - 'organisation_id' - 'sign_in_id')::text from {table} t where t.organisation_id = $1 and ({where}) order by {order}",
                member
            );
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
                rows.Add((table, reader.GetString(0)));
        }
    }

    /// <summary>
    /// What ids in somebody's rows stand for. Others are named to them by the first name, and not at all where they may not name them; then the name is empty.
    /// </summary>
    public static async Task<IReadOnlyDictionary<Guid, MyDataName>> NamesAsync(
        TenantDb db,
        MemberId member,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct
    )
    {
        const string Named =
            "case when m.id = $2 then trim(m.first_name || ' ' || m.last_name) when me.hub_id = m.hub_id or h.kind <> $4 then m.first_name else '' end";
        const string Members =
            "members m join hubs h on h.organisation_id = m.organisation_id and h.id = m.hub_id join members me on me.organisation_id = $1 and me.id = $2";
        await using var command = Command(
            db,
            $"""
            select m.id, {Named}, '' from {Members} where m.organisation_id = $1 and m.id = any($3)
            union all
            select r.id, {Named}, '' from {Members} join role_holders r on r.organisation_id = m.organisation_id and r.member_id = m.id
            where r.organisation_id = $1 and r.id = any($3)
            union all
            select id, name, '' from role_holders where organisation_id = $1 and id = any($3) and member_id is null
            union all
            select id, english, welsh from skills where organisation_id = $1 and id = any($3)
            {string.Concat(
                NamedTables.Select(t => $" union all select id, {t.Column}, '' from {t.Table} where organisation_id = $1 and id = any($3)")
            )}
            """,
            member
        );
        command.Parameters.Add(new() { Value = ids.ToArray() });
        command.Parameters.Add(new() { Value = (short)HubKind.Custody });
        Dictionary<Guid, MyDataName> names = [];
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            names[reader.GetGuid(0)] = new(reader.GetString(1), reader.GetString(2));
        return names;
    }

    private static readonly IReadOnlyList<(string Table, string Column)> NamedTables =
    [
        ("hubs", "name"),
        ("categories", "name"),
        ("circles", "name"),
        ("check_kinds", "name"),
        ("exchanges", "description"),
        ("kiosk_screens", "name"),
        ("offers", "title"),
        ("sessions", "title"),
        ("visits", "description"),
    ];

    /// <summary>Takes away every row that refers to the member and does not stay.</summary>
    public static async Task EraseAsync(TenantDb db, MemberId member, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select erase_confidential({db.OrganisationId.Value}, {member.Value})", ct);
        // What refers to other rows of theirs goes first.
        var left = ArchiveRows
            .Tables(db.Model)
            .Select(e => e.GetTableName()!)
            .Reverse()
            .Concat(["diary_feeds", "drafts", "invitations", "kiosk_pins", "kiosk_visits"])
            .Where(name => !StayWhenErased.Contains(name) && !Confidential.Contains(name));
        var columns = Tables(db.Model)
            .Append(("diary_feeds", ["member_id"]))
            .Append(("drafts", ["member_id"]))
            .Append(("invitations", ["member_id"]))
            .ToDictionary(t => t.Item1, t => t.Item2);
        foreach (var table in left.Where(columns.ContainsKey))
        {
            var where = string.Join(" or ", columns[table].Select(c => $"t.{c} = $2"));
            await using var command = Command(db, $"delete from {table} t where t.organisation_id = $1 and ({where})", member);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static NpgsqlCommand Command(TenantDb db, string sql, MemberId member)
    {
        var transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        var command = new NpgsqlCommand(sql, transaction.Connection, transaction);
        command.Parameters.Add(new() { Value = db.OrganisationId.Value });
        command.Parameters.Add(new() { Value = member.Value });
        return command;
    }
}
