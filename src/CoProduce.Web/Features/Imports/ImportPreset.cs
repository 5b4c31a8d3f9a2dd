using System.Text;
using CoProduce.Web.Features.Imports.Reading;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Imports;

/// <summary>A table as a known program writes it.</summary>
/// <param name="Unit">What its bare numbers of hours count.</param>
/// <param name="HasHeader">False for the tables that are known by their places alone.</param>
/// <param name="Columns">What each column is, with every heading that it may have.</param>
/// <param name="Signs">So many of the columns, from the first, are never missing: by them it is known.</param>
public sealed record ImportPreset(
    ImportSource Source,
    ImportKind Kind,
    HourUnit Unit,
    bool HasHeader,
    IReadOnlyList<PresetColumn> Columns,
    int Signs
)
{
    /// <summary>What the columns of a file are by their headings; what is not known is none.</summary>
    public List<ImportField> Map(IReadOnlyList<string> headings)
    {
        if (!HasHeader)
            return [.. Enumerable.Range(0, headings.Count).Select(i => i < Columns.Count ? Columns[i].Field : ImportField.None)];
        var taken = new HashSet<ImportField>();
        return
        [
            .. headings
                .Select(Plain)
                .Select(h => Columns.FirstOrDefault(c => c.Names.Contains(h) && !taken.Contains(c.Field))?.Field ?? ImportField.None)
                .Select(f => f != ImportField.None && taken.Add(f) ? f : ImportField.None),
        ];
    }

    /// <summary>How well the headings fit: none when a sign is missing, else how many columns are known.</summary>
    public int Fit(IReadOnlyList<string> headings)
    {
        var plain = headings.Select(Plain).ToHashSet();
        return !HasHeader || !Columns.Take(Signs).All(c => c.Names.Exists(plain.Contains))
            ? 0
            : Columns.Count(c => c.Names.Exists(plain.Contains));
    }

    /// <summary>A heading without capitals, accents, spaces and marks.</summary>
    public static string Plain(string heading)
    {
        var plain = new StringBuilder();
        foreach (var c in Folded.Of(heading))
        {
            if (char.IsLetterOrDigit(c))
                plain.Append(c);
        }
        return plain.ToString();
    }
}

/// <summary>What a column is, and the headings it may have, plain.</summary>
public sealed record PresetColumn(ImportField Field, List<string> Names)
{
    /// <summary>A column that may have any of these headings, separated by bars; a bar alone stands for no heading.</summary>
    public static PresetColumn Of(ImportField field, string headings) => new(field, [.. headings.Split('|').Select(ImportPreset.Plain)]);
}
