using CoProduce.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Imports;

/// <summary>What lines were brought in as before, by the keys that name them where they come from.</summary>
public sealed class KnownRecords
{
    private readonly Dictionary<string, ImportedRecord> records;

    private KnownRecords(Dictionary<string, ImportedRecord> records) => this.records = records;

    /// <summary>The record of that key; null when it was never brought in, or was undone.</summary>
    public ImportedRecord? Of(string key) => records.GetValueOrDefault(key);

    /// <summary>Notes one that was made meanwhile.</summary>
    public void Add(ImportedRecord record) => records[record.Key] = record;

    /// <summary>Looks the records of these lines up, in one go.</summary>
    public static async Task<KnownRecords> OfAsync(
        TenantDb db,
        Import import,
        LineReading reading,
        PeopleIndex index,
        IEnumerable<ImportLine> lines,
        CancellationToken ct
    )
    {
        var keys = lines.Select(l => KeyOf(import, reading, index, l)).Where(k => k.Length > 0).Distinct().ToArray();
        var found = db.ImportedRecords.Where(r => r.Kind == import.Kind && r.UndoneAt == null && keys.Contains(r.Key));
        // A balance is stated of a member, whatever program states it.
        if (import.Kind != ImportKind.Balances)
            found = found.Where(r => r.Source == import.Source);
        return new((await found.ToListAsync(ct)).GroupBy(r => r.Key).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Id)!));
    }

    /// <summary>What names the line where it comes from; empty when it cannot be told yet.</summary>
    public static string KeyOf(Import import, LineReading reading, PeopleIndex index, ImportLine line) =>
        import.Kind switch
        {
            ImportKind.Members => reading.Member(line, out _)?.Key ?? "",
            ImportKind.Balances => reading.Balance(line, out _) is { } balance && index.Find(balance.Person) is { Is: WhoIs.Member } who
                ? OfBalance(who.Member.Value)
                : "",
            ImportKind.Offers or ImportKind.History => reading.Cells(line)[ImportField.SourceId] is { Length: > 0 } id
                ? LineCells.Key(id)
                : line.Fingerprint,
        };

    /// <summary>The key of a member's stated balance.</summary>
    public static string OfBalance(Guid member) => member.ToString("N");
}
