namespace CoProduce.Web.Features.Imports;

/// <summary>How near one folded name is to others.</summary>
internal sealed class Spellings
{
    private const int Slips = 2;
    private const int ShortestForSlips = 6;
    private readonly string name;
    private readonly string[] words;

    private Spellings(string name) =>
        (this.name, words) = (name, [.. name.Split([' ', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries)]);

    /// <summary>For comparing that name with others.</summary>
    public static Spellings Alike(string name) => new(name);

    /// <summary>0 for the same words in any order, then the more the less alike; null when they are not.</summary>
    public int? To(string other, bool surnameIsEnough)
    {
        var theirs = other.Split([' ', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || theirs.Length == 0)
            return null;
        if (words.Order(StringComparer.Ordinal).SequenceEqual(theirs.Order(StringComparer.Ordinal)))
            return 0;
        if (
            name.Length >= ShortestForSlips
            && Math.Abs(name.Length - other.Length) <= Slips
            && Distance(name, other) is <= Slips and var slips
        )
            return slips;
        var sameSurname = words[^1] == theirs[^1];
        if (sameSurname && words[0][0] == theirs[0][0] && (words[0].Length == 1 || theirs[0].Length == 1))
            return Slips + 1;
        return !surnameIsEnough ? null
            : sameSurname ? (words[0][0] == theirs[0][0] ? Slips + 2 : Slips + 3)
            : words.Length == 1 && theirs[0] == words[0] ? Slips + 3
            : null;
    }

    // How many letters have to be changed, put in, taken out or swapped with the next.
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }
        return rows[a.Length, b.Length];
    }
}
