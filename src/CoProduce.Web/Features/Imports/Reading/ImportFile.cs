using System.IO.Compression;

namespace CoProduce.Web.Features.Imports.Reading;

/// <summary>One line of a table as it stands in its file.</summary>
/// <param name="Number">The line in the file, from 1.</param>
public sealed record SheetLine(int Number, string[] Cells);

/// <summary>What a file turned out to be.</summary>
public enum ImportFileKind : short
{
    /// <summary>Nothing that can be read.</summary>
    Unknown = 0,

    /// <summary>Text in columns.</summary>
    Csv = 1,

    /// <summary>A workbook.</summary>
    Xlsx = 2,

    /// <summary>A zip of texts in columns.</summary>
    Zip = 3,

    /// <summary>A workbook of the old kind, which must be saved anew.</summary>
    OldWorkbook = 4,
}

/// <summary>Finds the tables of a file and reads them line by line. What a file is, its bytes say; its name is not believed.</summary>
public static class ImportFile
{
    /// <summary>What the bytes are.</summary>
    public static ImportFileKind KindOf(byte[] content)
    {
        if (content.AsSpan().StartsWith(OldWorkbook))
            return ImportFileKind.OldWorkbook;
        if (!content.AsSpan().StartsWith("PK\x03\x04"u8))
            return TextLines.IsText(content) ? ImportFileKind.Csv : ImportFileKind.Unknown;
        try
        {
            using var zip = Open(content);
            return zip.GetEntry("xl/workbook.xml") is not null ? ImportFileKind.Xlsx
                : TextsIn(zip).Any() ? ImportFileKind.Zip
                : ImportFileKind.Unknown;
        }
        catch (InvalidDataException)
        {
            return ImportFileKind.Unknown;
        }
    }

    /// <summary>The names of the tables: sheets of a workbook, texts in a zip, or the file's own name.</summary>
    /// <exception cref="TooMuchToReadException">It unpacks to more than is allowed.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static IReadOnlyList<string> Tables(byte[] content, string fileName)
    {
        switch (KindOf(content))
        {
            case ImportFileKind.Csv:
                return [fileName];
            case ImportFileKind.Zip:
                using (var zip = Open(content))
                    return AtMost([.. TextsIn(zip).Select(e => e.FullName)]);
            case ImportFileKind.Xlsx:
                Unpack(content);
                return AtMost(WorkbookLines.Sheets(content));
            case ImportFileKind.Unknown:
            case ImportFileKind.OldWorkbook:
            default:
                return [];
        }
    }

    /// <summary>The lines of one table, without those that are empty.</summary>
    /// <exception cref="TooMuchToReadException">There are more lines, or it unpacks to more, than is allowed.</exception>
    public static IEnumerable<SheetLine> Lines(byte[] content, string table)
    {
        var count = 0;
        foreach (var line in AllLines(content, table).Where(l => Array.Exists(l.Cells, c => !string.IsNullOrWhiteSpace(c))))
        {
            if (++count > ImportLimits.MostLines)
                throw new TooMuchToReadException();
            yield return line;
        }
    }

    private static IEnumerable<SheetLine> AllLines(byte[] content, string table)
    {
        switch (KindOf(content))
        {
            case ImportFileKind.Csv:
                return TextLines.Read(content);
            case ImportFileKind.Zip:
                using (var zip = Open(content))
                {
                    using var unpacked = new MemoryStream();
                    using var entry = new BoundedStream(zip.GetEntry(table)!.Open(), ImportLimits.MostUnpackedBytes);
                    entry.CopyTo(unpacked);
                    return TextLines.Read(unpacked.ToArray());
                }
            case ImportFileKind.Xlsx:
                Unpack(content);
                return WorkbookLines.Read(content, table);
            case ImportFileKind.Unknown:
            case ImportFileKind.OldWorkbook:
            default:
                return [];
        }
    }

    // The sizes that an archive states are its own word; only unpacking it shows them.
    private static void Unpack(byte[] content)
    {
        using var zip = Open(content);
        var left = ImportLimits.MostUnpackedBytes;
        var buffer = new byte[64 * 1024];
        foreach (var entry in zip.Entries)
        {
            using var stream = new BoundedStream(entry.Open(), left);
            while (stream.Read(buffer) > 0)
                continue;
            left -= stream.Position;
        }
    }

    private static ZipArchive Open(byte[] content) => new(new MemoryStream(content, writable: false), ZipArchiveMode.Read);

    private static IEnumerable<ZipArchiveEntry> TextsIn(ZipArchive zip) =>
        zip.Entries.Where(e =>
            e.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            && !e.FullName.StartsWith("__MACOSX", StringComparison.Ordinal)
            && !e.Name.StartsWith('.')
        );

    private static IReadOnlyList<string> AtMost(IReadOnlyList<string> tables) =>
        tables.Count <= ImportLimits.MostTables ? tables : throw new TooMuchToReadException();

    private static ReadOnlySpan<byte> OldWorkbook => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
}
