using System.Numerics;

namespace CoProduce.Web.Features.Reports;

/// <summary>A set of members by their numbers, small enough that a report of years can hold one for each of its cells.</summary>
public sealed class People
{
    /// <summary>Nobody.</summary>
    public static readonly People Nobody = new([]);

    private readonly byte[] bits;

    private People(byte[] bits) => this.bits = bits;

    /// <summary>How many they are.</summary>
    public int Count => bits.Sum(b => BitOperations.PopCount(b));

    /// <summary>The set as the database keeps it: bit n is member number n.</summary>
    public static People From(byte[] bits) => bits.Length == 0 ? Nobody : new(bits);

    /// <summary>Those with these numbers.</summary>
    public static People Of(IEnumerable<int> numbers)
    {
        var all = numbers.ToArray();
        var bits = new byte[all.Length == 0 ? 0 : all.Max() / 8 + 1];
        foreach (var number in all)
            bits[number / 8] |= (byte)(1 << (number % 8));
        return From(bits);
    }

    /// <summary>Whoever is in at least one of the sets.</summary>
    public static People Union(IEnumerable<People> sets)
    {
        var all = sets as People[] ?? [.. sets];
        var bits = new byte[all.Length == 0 ? 0 : all.Max(set => set.bits.Length)];
        foreach (var set in all)
            for (var i = 0; i < set.bits.Length; i++)
                bits[i] |= set.bits[i];
        return From(bits);
    }

    /// <summary>Whether somebody with that number is among them.</summary>
    public bool Has(int number) => number / 8 < bits.Length && (bits[number / 8] & (1 << (number % 8))) != 0;

    /// <summary>How many are in both.</summary>
    public int CountBoth(People other) => bits.Zip(other.bits, (one, two) => BitOperations.PopCount((uint)(one & two))).Sum();
}
