namespace CoProduce.Web.Features.Skills;

/// <summary>Flags as a list of ticks posts them: by the names of their values.</summary>
internal static class TickedNames
{
    /// <summary>All of them together; what is no name of a value is left out.</summary>
    public static TFlags ToFlags<TFlags>(this IReadOnlyCollection<string>? names)
        where TFlags : struct, Enum
    {
        var known = string.Join(',', Values<TFlags>().Select(v => v.ToString()).Intersect(names ?? []));
        return known.Length == 0 ? default : Enum.Parse<TFlags>(known);
    }

    /// <summary>The names of those that are set.</summary>
    public static List<string> ToNames<TFlags>(this TFlags flags)
        where TFlags : struct, Enum => [.. Values<TFlags>().Where(v => flags.HasFlag(v)).Select(v => v.ToString())];

    /// <summary>Every single value, without the one for nothing.</summary>
    public static IEnumerable<TFlags> Values<TFlags>()
        where TFlags : struct, Enum => Enum.GetValues<TFlags>().Where(v => !v.Equals(default(TFlags)));
}
