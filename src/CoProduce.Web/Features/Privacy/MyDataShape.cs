using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CoProduce.Web.Features.Privacy;

/// <summary>What the tables of a member's data hold, as the model knows it: the type of each column, and which come first.</summary>
internal sealed class MyDataShape
{
    /// <summary>What only the program needs, in neither the page nor the file.</summary>
    public static readonly IReadOnlySet<string> OfTheProgram = new HashSet<string>
    {
        "body_hash",
        "change",
        "floor_passed_to",
        "folded",
        "folded_name",
        "is_open",
        "last_number",
        "organisation_id",
        "passed_floor",
        "pin_hash",
        "position",
        "request_key",
        "search_text",
        "seen_until",
        "sign_in_id",
        "token_hash",
        "told_at",
    };

    /// <summary>What no words are made of: names of rows, what the program packed, and pictures. The file has them.</summary>
    public static readonly IReadOnlySet<string> OnlyInTheFile = new HashSet<string>
    {
        "affiliate_id",
        "announcement_id",
        "batch_id",
        "content",
        "dispute_id",
        "ended_with_it",
        "entry_id",
        "filter",
        "id",
        "invitation_id",
        "joiner_id",
        "letter",
        "moved",
        "parcel",
        "planned_as",
        "register_id",
        "repeat_id",
        "reversal_id",
        "reverses",
        "series_id",
        "there",
    };

    // A number among a table's rows says nothing to a person, and a card's code is as good as the card.
    private static readonly HashSet<(string Table, string Column)> AlsoOnlyInTheFile =
    [
        ("joiner_details", "notes"),
        ("joiner_details", "private_reason"),
        ("member_cards", "code"),
        ("incoming_texts", "choices"),
        ("incoming_texts", "key"),
        ("incoming_texts", "was_thanked"),
        ("member_checks", "number"),
        ("postings", "number"),
        ("record_views", "concern_id"),
        ("role_holders", "roles"),
        ("sendings", "asks"),
        ("sendings", "asks_of"),
        ("session_places", "number"),
        ("talk_messages", "is_reported"),
        ("talk_messages", "number"),
    ];

    // The moment by which the newest row comes first.
    private static readonly string[] Moments =
    [
        "at",
        "viewed_at",
        "sent_at",
        "posted_at",
        "logged_at",
        "made_at",
        "recorded_at",
        "starts_at",
        "raised_at",
        "begun_at",
        "set_at",
        "arranged_at",
        "day",
        "since",
        "on",
        "from",
    ];

    private readonly Dictionary<(string Table, string Column), (Type Type, int Place)> columns = [];

    /// <param name="model">The organisation's tables.</param>
    public MyDataShape(IModel model)
    {
        foreach (var entity in model.GetEntityTypes())
        foreach (var property in entity.GetProperties())
            columns.TryAdd(
                (entity.GetTableName() ?? "", property.GetColumnName()),
                (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType, Place(property.PropertyInfo))
            );
    }

    /// <summary>Every column of a table.</summary>
    public IEnumerable<string> ColumnsOf(string table) => columns.Keys.Where(k => k.Table == table).Select(k => k.Column);

    /// <summary>The type of a column; null for one that is unknown.</summary>
    public Type? TypeOf(string table, string column) => Find(table, column)?.Type;

    /// <summary>Its place among the others, as they are written down in the program.</summary>
    public int PlaceOf(string table, string column) => Find(table, column)?.Place ?? int.MaxValue;

    /// <summary>True for what a person reads on a page.</summary>
    public static bool IsRead(string table, string column) =>
        !OfTheProgram.Contains(column) && !OnlyInTheFile.Contains(column) && !AlsoOnlyInTheFile.Contains((table, column));

    /// <summary>The column by which the newest row of a table comes first; null when there is none.</summary>
    public string? MomentOf(string table) =>
        table == "postings" ? "posted_at" : Moments.FirstOrDefault(m => columns.ContainsKey((table, m)));

    // A line of the account is read together with its entry.
    private (Type Type, int Place)? Find(string table, string column) =>
        columns.TryGetValue((table, column), out var found) ? found
        : table == "postings" && columns.TryGetValue(("entries", column), out var entry) ? entry
        : null;

    private static int Place(PropertyInfo? property) => property?.MetadataToken ?? 0;
}
