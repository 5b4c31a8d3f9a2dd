using System.Text.Json;
using System.Text.Json.Nodes;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Doubles;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Privacy;

/// <summary>Everything that is kept about one member, for themself, or for a coordinator who hands it to them. A coordinator's look is written down.</summary>
public sealed class MyDataQuery(
    UnitOfWork work,
    CurrentPerson me,
    CurrentOrganisation organisation,
    IStringLocalizer texts,
    TimeProvider clock
)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    // Whoever hands the file out, or acts for them, would read it too.
    private static readonly string[] ForThemAlone = ["reach_answers", "talk_messages"];

    // The member reads all of it; whoever hands it to them reads no more here than on the pages of the record.
    private bool IsSeen(MemberId member, string table, JsonObject row) =>
        (me.ActsFor is null && me.MemberId == member)
        || (
            !ForThemAlone.Contains(table) && (table != "signposts" || me.Holds(Role.Safeguarding) || !row["is_sensitive"]!.GetValue<bool>())
        );

    // How to reach a supporter is that person's, who gave it to the coordinators.
    private static JsonObject Theirs(string table, JsonObject row)
    {
        if (table == "supporters")
            row.Remove("reach");
        return row;
    }

    /// <summary>The current member's own.</summary>
    public Task<MyData?> MineAsync(CancellationToken ct = default) => ReadAsync(me.Member, ct);

    /// <summary>A member's, for a coordinator; null when there is none here.</summary>
    public async Task<MyData?> ForAsync(MemberId member, CancellationToken ct = default)
    {
        if (await ReadAsync(member, ct) is not { } data)
            return null;
        await work.WriteAsync(
            async db =>
            {
                await db.WriteLookAsync(member, RecordPart.Contact, me, clock.GetUtcNow(), ct);
                db.Keep();
                return true;
            },
            ct
        );
        return data;
    }

    private Task<MyData?> ReadAsync(MemberId member, CancellationToken ct) =>
        work.ReadAsync(
            async db =>
            {
                if (await db.Members.SingleOrDefaultAsync(m => m.Id == member, ct) is not { } found)
                    return null;
                List<(string Table, string Json)> rows = [];
                foreach (var record in (await db.RecordsOfAsync([member], ct)).Keys)
                    rows.AddRange(await MemberRows.ReadAsync(db, record, ct));
                var seen = rows.Select(r => (r.Table, Row: JsonNode.Parse(r.Json)!.AsObject())).Where(r => IsSeen(member, r.Table, r.Row));
                List<MyDataPart> parts = [];
                var rowsOf = seen.GroupBy(r => r.Table).Select(g => (g.Key, Rows: g.Select(r => Theirs(r.Table, r.Row)).ToList())).ToList();
                var names = await MemberRows.NamesAsync(db, member, Ids(rowsOf.SelectMany(r => r.Rows)), ct);
                var reading = new MyDataReading(
                    texts,
                    new(db.Model),
                    organisation.Profile,
                    names,
                    organisation.Profile.DateOf(clock.GetUtcNow())
                );
                foreach (var (table, theirs) in rowsOf)
                    parts.Add(
                        new(
                            table,
                            [.. theirs.Select(row => reading.ForFile(table, row))],
                            [
                                .. theirs
                                    .OrderByDescending(row => reading.Order(table, row), StringComparer.Ordinal)
                                    .Take(MyDataPart.OnPage)
                                    .Select(row => reading.ForPage(table, row, member.Value))
                                    .Where(facts => facts.Count > 0),
                            ]
                        )
                    );
                return new MyData(found.Name, parts);
            },
            ct
        );

    private static HashSet<Guid> Ids(IEnumerable<JsonObject> rows) =>
        [
            .. rows.SelectMany(row => row)
                .Where(c => c.Key is not "id" and not "entry_id" and not "request_key" && c.Value is JsonValue)
                .Select(c => Guid.TryParse(c.Value!.ToString(), out var id) ? id : Guid.Empty)
                .Where(id => id != Guid.Empty),
        ];

    /// <summary>All of it as one document of JSON: an object with a list for each table.</summary>
    public static string Json(MyData data) =>
        new JsonObject(
            data.Parts.Select(p => KeyValuePair.Create<string, JsonNode?>(p.Table, new JsonArray([.. p.Rows.Select(r => r.DeepClone())])))
        ).ToJsonString(Indented);
}

/// <summary>Everything about one member.</summary>
public sealed record MyData(string Name, IReadOnlyList<MyDataPart> Parts);

/// <summary>What one table has of them: the account's lines in their order, everything else in none.</summary>
/// <param name="Rows">As the file has them.</param>
/// <param name="Lines">The newest in words, the last one first.</param>
public sealed record MyDataPart(string Table, IReadOnlyList<JsonObject> Rows, IReadOnlyList<IReadOnlyList<MyDataFact>> Lines)
{
    /// <summary>The most lines of one part on a page; the file has all.</summary>
    public const int OnPage = 300;
}
