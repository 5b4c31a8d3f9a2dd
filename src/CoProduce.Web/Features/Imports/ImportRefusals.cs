using CoProduce.Web.Features.Imports.Reading;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Imports;

/// <summary>Says why a step of an import was not done, and what to do; null when it was.</summary>
public static class ImportRefusals
{
    public static string? Sentence(IStringLocalizer texts, StartImport.Outcome outcome) =>
        outcome switch
        {
            StartImport.Outcome.Started => (string?)null,
            StartImport.Outcome.NoFile => texts["Choose a file first."],
            StartImport.Outcome.TooLarge => texts[
                "The file is too large. At most {0} megabytes can be sent at once: split it, or save it as CSV.",
                ImportLimits.MostBytes / 1024 / 1024
            ],
            StartImport.Outcome.TooMuch => texts[
                "There is more in this file than can be brought in at once: at most {0} lines. Split it into several.",
                ImportLimits.MostLines
            ],
            StartImport.Outcome.OldWorkbook => texts[
                "This is an old kind of workbook. Open it and save it as XLSX or CSV, then send that."
            ],
            StartImport.Outcome.NotRead => texts["This is no table that we can read. Send a CSV or XLSX file, or a zip of CSV files."],
            StartImport.Outcome.Empty => texts["There is nothing in this file."],
            StartImport.Outcome.UnknownHub => texts["Choose a time bank."],
        };

    public static string? Sentence(IStringLocalizer texts, SayColumns.Outcome outcome) =>
        outcome switch
        {
            SayColumns.Outcome.Checking => (string?)null,
            SayColumns.Outcome.NotFound or SayColumns.Outcome.NotOpen => texts[
                "This import has moved on. Load the page again to see how it stands."
            ],
            SayColumns.Outcome.ColumnMissing => texts["A column is missing that is needed: see the list above the columns."],
            SayColumns.Outcome.ColumnTwice => texts["Two columns are said to be the same. Choose one of them."],
            SayColumns.Outcome.UnknownHub => texts["Choose a time bank."],
        };

    public static string? Sentence(IStringLocalizer texts, DecideNames.Outcome outcome) =>
        outcome switch
        {
            DecideNames.Outcome.Saved => (string?)null,
            DecideNames.Outcome.NotFound or DecideNames.Outcome.NotOpen => texts[
                "This import has moved on. Load the page again to see how it stands."
            ],
            DecideNames.Outcome.NotOffered => texts["One of the answers is no longer there. Load the page again and choose anew."],
        };

    public static string? Sentence(IStringLocalizer texts, MendLines.Outcome outcome) =>
        outcome switch
        {
            MendLines.Outcome.Saved => (string?)null,
            MendLines.Outcome.NotFound or MendLines.Outcome.NotOpen => texts[
                "This import has moved on. Load the page again to see how it stands."
            ],
        };

    public static string? Sentence(IStringLocalizer texts, BeginImport.Outcome outcome) =>
        outcome switch
        {
            BeginImport.Outcome.Begun => (string?)null,
            BeginImport.Outcome.NotFound or BeginImport.Outcome.NotNow => texts[
                "This import has moved on. Load the page again to see how it stands."
            ],
            BeginImport.Outcome.LinesAreWrong => texts["Some lines still have to be mended. Mend them, or say that they are left out."],
            BeginImport.Outcome.LaterOneStands => texts["Something was brought in after it and may build on it. Undo that one first."],
        };
}
