using System.Globalization;
using CoProduce.Web.Data;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CoProduce.Web.Features.Archive;

/// <summary>What each column of an archive holds, as a table for whoever reads it without this program: it follows from the model, so it is never behind.</summary>
public static class ArchiveColumns
{
    /// <summary>The file that holds it.</summary>
    public const string FileName = "columns.csv";

    public static byte[] Write(IModel model) =>
        SpreadsheetCsv.Write(csv =>
        {
            csv.Line("Table", "Column", "Type", "What its numbers mean", "Refers to");
            foreach (var table in ArchiveRows.Tables(model))
            foreach (
                var column in table.GetProperties().Where(ArchiveRows.IsWritten).OrderBy(p => p.GetColumnName(), StringComparer.Ordinal)
            )
                csv.Line(
                    table.GetTableName()!,
                    column.GetColumnName(),
                    column.GetColumnType(),
                    Meanings(column),
                    string.Join(' ', column.GetContainingForeignKeys().Select(f => f.PrincipalEntityType.GetTableName()).Distinct())
                );
        });

    private static string Meanings(IProperty column)
    {
        var type = column.GetElementType()?.ClrType ?? column.ClrType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum
            ? string.Join("; ", Enum.GetValues(type).Cast<object>().Select(v => $"{Convert.ToInt64(v, CultureInfo.InvariantCulture)} {v}"))
            : "";
    }
}
