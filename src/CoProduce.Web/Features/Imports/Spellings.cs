using CoProduce.Web.Features.Members;

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
            && SpellingDistance.Of(name, other) is <= Slips and var slips
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
}
