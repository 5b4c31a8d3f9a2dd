using System.Text;
using CoProduce.Web.Features.Imports.Reading;
using CoProduce.Web.Ui;
using Shouldly;

namespace CoProduce.Tests.Imports;

public sealed class FilesAreReadWhateverTheirShape
{
    private const string Sheet = "Name,Hours,What\r\nMargaret Hughes,\"1,5\",\"A lift, and\ntea\"\r\n\r\nJosé Ñandú,2,Café\r\n";

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Fact]
    public void Every_encoding_that_spreadsheets_write_reads_the_same()
    {
        byte[][] files =
        [
            Encoding.UTF8.GetBytes(Sheet),
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Sheet)],
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Sheet)],
            Windows.GetBytes(Sheet),
        ];
        foreach (var file in files)
        {
            var lines = Lines(file);
            lines.Count.ShouldBe(3);
            lines[0].Cells.ShouldBe(["Name", "Hours", "What"]);
            lines[1].Cells.ShouldBe(["Margaret Hughes", "1,5", "A lift, and\ntea"]);
            lines[2].Cells.ShouldBe(["José Ñandú", "2", "Café"]);
            lines.Select(l => l.Number).ShouldBe([1, 2, 5]);
        }
    }

    [Theory]
    [InlineData("payer;payee;quantity\n17;4;0,33\n9;17;1,50\n")]
    [InlineData("payer\tpayee\tquantity\n17\t4\t0,33\n9\t17\t1,50\n")]
    [InlineData("payer,payee,quantity\n17,4,\"0,33\"\n9,17,\"1,50\"\n")]
    public void Commas_semicolons_and_tabs_are_told_apart(string text) =>
        Lines(Encoding.UTF8.GetBytes(text))
            .Select(l => string.Join('|', l.Cells))
            .ShouldBe(["payer|payee|quantity", "17|4|0,33", "9|17|1,50"]);

    [Fact]
    public void A_workbooks_days_and_times_are_read_as_they_look_and_its_formulas_as_they_last_came_out()
    {
        var file = Workbooks.WithLooks();
        ImportFile.KindOf(file).ShouldBe(ImportFileKind.Xlsx);
        ImportFile.Tables(file, "hours.xlsx").ShouldBe(["Hours"]);
        var lines = ImportFile.Lines(file, "Hours").ToList();
        lines.Select(l => l.Number).ShouldBe([1, 2, 4]);
        lines[0].Cells.ShouldBe(["Who", "When", "How long", "Sum"]);
        lines[1].Cells.ShouldBe(["Margaret", "2024-11-24", "25:30", "2"]);
        lines[2].Cells.ShouldBe(["=HYPERLINK(\"x\")", "", "0.33333333"]);
    }

    [Fact]
    public void A_zip_holds_the_texts_in_it_and_nothing_else()
    {
        var file = Workbooks.Zip(
            ("members.csv", "N,Name\n1,Ann\n"),
            ("notes.txt", "x"),
            ("__MACOSX/members.csv", "x"),
            ("transfers.csv", "Date\n")
        );
        ImportFile.KindOf(file).ShouldBe(ImportFileKind.Zip);
        ImportFile.Tables(file, "bank.zip").ShouldBe(["members.csv", "transfers.csv"]);
        ImportFile.Lines(file, "members.csv").Count().ShouldBe(2);
    }

    [Fact]
    public void What_is_no_table_is_known_by_its_bytes()
    {
        ImportFile.KindOf([0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 0, 13]).ShouldBe(ImportFileKind.Unknown);
        ImportFile.KindOf([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]).ShouldBe(ImportFileKind.OldWorkbook);
        ImportFile.KindOf([]).ShouldBe(ImportFileKind.Unknown);
        ImportFile.KindOf("PK\x03\x04 and then nothing of the kind"u8.ToArray()).ShouldBe(ImportFileKind.Unknown);
        ImportFile.KindOf(Workbooks.Zip(("virus.exe", "x"))).ShouldBe(ImportFileKind.Unknown);
    }

    [Theory]
    [InlineData("members.csv")]
    [InlineData("xl/sharedStrings.xml")]
    public void A_small_file_that_unpacks_to_a_huge_one_is_given_up_at_the_limit(string part)
    {
        var bomb = Workbooks.Bomb(part, ImportLimits.MostUnpackedBytes + 1024 * 1024);
        bomb.Length.ShouldBeLessThan(1024 * 1024);
        Should.Throw<TooMuchToReadException>(() => ImportFile.Tables(bomb, "bomb").SelectMany(t => ImportFile.Lines(bomb, t)).Count());
    }

    [Fact]
    public void A_quote_that_never_closes_does_not_swallow_the_memory() =>
        Should.Throw<Exception>(() => Lines([(byte)'"', .. Enumerable.Repeat((byte)'a', 5 * 1024 * 1024)]));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+44 1632 960123")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    [InlineData("'=1+1")]
    [InlineData("''-x")]
    public void What_a_spreadsheet_would_calculate_leaves_as_text_and_comes_back_as_it_was(string text)
    {
        SpreadsheetText.Safe(text).ShouldStartWith("'");
        SpreadsheetText.Restored(SpreadsheetText.Safe(text)).ShouldBe(text);
        var file = SpreadsheetCsv.Write(csv => csv.Line("head", text));
        Lines(file)[0].Cells[1].ShouldBe(text.Trim(' '));
    }

    [Theory]
    [InlineData("Margaret")]
    [InlineData("'t Hooft")]
    [InlineData("2 - 3")]
    [InlineData("")]
    public void What_is_harmless_leaves_as_it_is(string text)
    {
        SpreadsheetText.Safe(text).ShouldBe(text);
        SpreadsheetText.Restored(text).ShouldBe(text);
    }

    private static List<SheetLine> Lines(byte[] file) => [.. ImportFile.Lines(file, ImportFile.Tables(file, "a file")[0])];
}
