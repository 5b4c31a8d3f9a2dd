using CsvHelper;

namespace CoProduce.Web.Ui;

/// <summary>
/// The one way in which lists leave as CSV: UTF-8 with the mark by which spreadsheets know it, text made safe by <see cref="SpreadsheetText"/>,
/// numbers left as numbers.
/// </summary>
public sealed class SpreadsheetCsv : IDisposable, IAsyncDisposable
{
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true };

    private readonly CsvWriter csv;

    private SpreadsheetCsv(CsvWriter csv) => this.csv = csv;

    /// <summary>Writes to a stream, which stays open.</summary>
    public static SpreadsheetCsv To(Stream stream) => new(CsvWriter.Create(stream, Options, leaveOpen: true));

    /// <summary>A whole file in memory, for what is short.</summary>
    public static byte[] Write(Action<SpreadsheetCsv> write)
    {
        using var file = new MemoryStream();
        using (var csv = To(file))
            write(csv);
        return file.ToArray();
    }

    /// <summary>A whole line of text.</summary>
    public void Line(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
            Text(text);
        End();
    }

    /// <summary>A whole line of text, sent on when enough of them are waiting.</summary>
    public async Task LineAsync(IEnumerable<string> texts, CancellationToken ct)
    {
        foreach (var text in texts)
            Text(text);
        await csv.EndRecordAsync(ct);
    }

    public void Text(string text)
    {
        var safe = SpreadsheetText.Safe(text);
        csv.WriteField(safe, safe.Length > text.Length ? CsvQuoting.Always : CsvQuoting.WhenNeeded);
    }

    /// <summary>A whole number; nothing for null.</summary>
    public void Number(long? number) => csv.WriteField(number);

    public void End() => csv.EndRecord();

    public async Task FlushAsync(CancellationToken ct) => await csv.FlushAsync(ct);

    public void Dispose() => csv.Dispose();

    public ValueTask DisposeAsync() => csv.DisposeAsync();
}
