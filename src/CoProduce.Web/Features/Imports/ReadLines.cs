using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Imports.Reading;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Imports;

/// <summary>Reads the file of an import into lines that wait to be checked; then the file is not needed any more.</summary>
public sealed class ReadLines
{
    private const int AtOnce = 2000;
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Reads them all.</summary>
    public async Task HandleAsync(TenantDb db, Import import, CancellationToken ct = default)
    {
        if (await db.ImportContents.SingleOrDefaultAsync(c => c.ImportId == import.Id, ct) is not { } content)
            return; // read before
        var headings = JsonSerializer.Deserialize<string[][]>(import.Head)![0];
        var lines = Tables(content.Bytes, import.Table, headings[^1] == ImportPresets.CategoryHeading).Skip(import.HasHeader ? 1 : 0);
        var likes = new Dictionary<string, int>();
        foreach (var chunk in lines.Chunk(AtOnce))
        {
            var rows = chunk.Select(l => Row(import.Id, l, likes)).ToList();
            await db.AddLinesAsync(import.Id, rows, ct);
            import.Lines += rows.Count;
        }
        db.ImportContents.Remove(content);
    }

    /// <summary>The first lines, to be shown beside the columns.</summary>
    public static string Head(IEnumerable<string[]> lines) => JsonSerializer.Serialize(lines, Readable);

    /// <summary>The cells as a line keeps them.</summary>
    public static string Cells(string[] cells) => JsonSerializer.Serialize(cells, Readable);

    /// <summary>The lines of a table; where a category stands on a line of its own, it is put at the end of the lines below it.</summary>
    public static IEnumerable<SheetLine> Tables(byte[] content, string table, bool categoryAbove)
    {
        var category = "";
        var isFirst = true;
        foreach (var line in ImportFile.Lines(content, table))
        {
            var filled = categoryAbove ? line.Cells.Where(c => c.Length > 0).ToArray() : [];
            if (categoryAbove && !isFirst && filled is [var only])
                category = only;
            else
                yield return categoryAbove
                    ? line with
                    {
                        Cells = [.. line.Cells, isFirst ? ImportPresets.CategoryHeading : category],
                    }
                    : line;
            isFirst = false;
        }
    }

    private static ImportLine Row(ImportId import, SheetLine line, Dictionary<string, int> likes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', line.Cells))))[..32];
        var like = likes[hash] = likes.GetValueOrDefault(hash) + 1;
        return new()
        {
            ImportId = import,
            Number = line.Number,
            Cells = Cells(line.Cells),
            Fingerprint = $"{hash}-{like}",
        };
    }
}
