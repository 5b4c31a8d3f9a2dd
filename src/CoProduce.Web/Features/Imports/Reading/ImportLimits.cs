namespace CoProduce.Web.Features.Imports.Reading;

/// <summary>How much one file may bring.</summary>
public static class ImportLimits
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>The most that a zip or a workbook may come to when it is unpacked, in bytes: a small one may unpack to any size.</summary>
    public const long MostUnpackedBytes = 200L * 1024 * 1024;

    /// <summary>The most tables in one zip or workbook.</summary>
    public const int MostTables = 20;

    /// <summary>The most lines of one table.</summary>
    public const int MostLines = 200_000;

    /// <summary>The most columns; what stands further to the right is not read.</summary>
    public const int MostColumns = 80;

    /// <summary>The highest member number that is taken over: people are counted in sets by their numbers, as long as the highest of them.</summary>
    public const int HighestNumber = 999_999;

    /// <summary>The most characters of one cell that are kept.</summary>
    public const int LongestCell = 2000;
}

/// <summary>Thrown while a file is read that goes on beyond <see cref="ImportLimits"/>.</summary>
public sealed class TooMuchToReadException() : IOException("The file holds more than an import may bring.");
