using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CoProduce.Web.Features.Imports.Reading;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;

namespace CoProduce.Web.Features.Imports;

/// <summary>What is wrong and where; nothing when the fault is none.</summary>
public readonly record struct LineFault(ImportFault Fault, ImportField Field = ImportField.None);

/// <summary>Who a line speaks of, as it is written there.</summary>
public readonly record struct PersonWritten(string Text, string Email, bool IsOrganisation)
{
    public bool IsNobody => Text.Length == 0 && Email.Length == 0 && !IsOrganisation;
}

/// <summary>A line about a member, understood.</summary>
public sealed record MemberLine(
    string Key,
    int? Number,
    string FirstName,
    string LastName,
    string Email,
    string Phone,
    string Address,
    DateOnly? BornOn,
    DateOnly? JoinedOn,
    MemberStatus? Status,
    long? Stated
);

/// <summary>A line about a balance, understood. Minutes.</summary>
public sealed record BalanceLine(PersonWritten Person, long Stated);

/// <summary>A line about an offer or request, understood.</summary>
public sealed record OfferLine(PersonWritten Person, OfferKind Kind, string Title, string Details, string Category, DateOnly? Day);

/// <summary>A line about help that happened, understood.</summary>
public sealed record HistoryLine(PersonWritten Giver, PersonWritten Receiver, int Minutes, DateOnly Day, string What, string Category);

/// <summary>The cells of a line by what their columns are.</summary>
public sealed class LineCells(IReadOnlyList<ImportField> columns, string[] cells)
{
    /// <summary>The cells as they are stored.</summary>
    public static string[] Of(ImportLine line) => JsonSerializer.Deserialize<string[]>(line.Cells)!;

    /// <summary>The text in the column; empty when there is no such column, or the line is shorter.</summary>
    public string this[ImportField field] => Place(field) is >= 0 and var i && i < cells.Length ? cells[i].Trim() : "";

    /// <summary>True when the table has the column.</summary>
    public bool Has(ImportField field) => Place(field) >= 0;

    /// <summary>The place of the column, from 0; below zero when there is none.</summary>
    public int Place(ImportField field)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i] == field)
                return i;
        }
        return -1;
    }

    /// <summary>The column by which a member is named where they come from.</summary>
    public ImportField Naming()
    {
        ImportField[] naming = [ImportField.SourceId, ImportField.Number, ImportField.Email, ImportField.Name];
        return naming.FirstOrDefault(field => this[field].Length > 0, ImportField.FirstName);
    }

    /// <summary>True when one of the cells is a word for a total.</summary>
    public bool SaysTotal() => cells.Any(c => TotalWords.Contains(Folded.Of(c).TrimEnd(':', ' ')));

    /// <summary>One text for all of it, by which it is seen whether anything changed.</summary>
    public static string HashOf(object values) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(values)))[..32];

    /// <summary>A key that has room: what is longer is hashed.</summary>
    public static string Key(string text)
    {
        var folded = Folded.Of(text);
        return folded.Length <= ImportedRecord.KeyLength
            ? folded
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded)));
    }

    private static readonly HashSet<string> TotalWords =
    [
        "total",
        "totals",
        "grand total",
        "sum",
        "cyfanswm",
        "suma",
        "totales",
        "totals hours",
    ];
}
