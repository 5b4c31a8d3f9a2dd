using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Imports;

/// <summary>On which line of the file each id, member and number stands first, so that the check says what bringing in would refuse.</summary>
internal sealed class FirstLines
{
    private readonly Dictionary<string, int> byKey = [];
    private readonly Dictionary<int, int> byNumber = [];

    /// <summary>Of lines in the order of the file, those left out apart.</summary>
    public static FirstLines Of(Import import, LineReading reading, PeopleIndex index, IEnumerable<ImportLine> lines)
    {
        var first = new FirstLines();
        foreach (var line in lines)
        {
            if (import.Kind == ImportKind.Members && reading.Member(line, out _) is { } member)
            {
                first.byKey.TryAdd(member.Key, line.Number);
                if (member.Number is { } number)
                    first.byNumber.TryAdd(number, line.Number);
            }
            else if (KnownRecords.KeyOf(import, reading, index, line) is { Length: > 0 } key)
                first.byKey.TryAdd(key, line.Number);
        }
        return first;
    }

    /// <summary>True when an earlier line has this key.</summary>
    public bool IsAgain(string key, int line) => byKey.TryGetValue(key, out var first) && first < line;

    /// <summary>True when an earlier line has this member number.</summary>
    public bool IsAgain(int number, int line) => byNumber.TryGetValue(number, out var first) && first < line;
}
