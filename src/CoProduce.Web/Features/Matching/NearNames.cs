using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching;

/// <summary>Finds members whose names are spelt about as what was typed, for when nothing is found as it was typed.</summary>
/// <remarks>
/// Of a word with two letters wrong, one of its three thirds stands in the name as it was typed, about as far from the end: a range of the ends of words
/// that are kept for every name (search.sql). Only those are compared letter by letter.
/// </remarks>
internal static class NearNames
{
    private const int LongEnough = 4;
    private const int LongEnoughForTwo = 6;

    // Beyond so many the fragment says nothing, and the desk is not to wait for it.
    private const int MostCompared = 20_000;

    /// <summary>Those of them whose names are nearest to every word; none when a word is too short to forgive, or nobody is near.</summary>
    /// <param name="wide">False to look at first names only.</param>
    public static async Task<IReadOnlyList<MemberId>> NearlyNamedAsync(
        this TenantDb db,
        IQueryable<Member> among,
        IReadOnlyList<string> words,
        bool wide,
        CancellationToken ct
    )
    {
        var typed = words.Select(Bare).Where(w => w.Length > 0).ToList();
        if (typed.MaxBy(w => w.Length) is not { Length: >= LongEnough } longest)
            return [];
        var ids = Parts(longest)
            .Select(p =>
                db.MemberWords.WhereBegins(w => w.Word, p.Text)
                    .Where(w => w.Word.Length >= p.FromEnd - p.Forgives && w.Word.Length <= p.FromEnd + p.Forgives)
                    .Select(w => w.MemberId)
            )
            .Aggregate((all, some) => all.Union(some));
        var some = await among
            .Where(m => ids.Contains(m.Id))
            .Select(m => new
            {
                m.Id,
                m.FirstName,
                m.LastName,
            })
            .OrderBy(m => m.Id)
            .Take(MostCompared)
            .ToListAsync(ct);
        var near = some.Select(m => (m.Id, Far: Far(typed, wide ? $"{m.FirstName} {m.LastName}" : m.FirstName)))
            .Where(m => m.Far is not null)
            .ToList();
        var nearest = near.Min(m => m.Far);
        return [.. near.Where(m => m.Far == nearest).Select(m => m.Id)];
    }

    // The letters by which all words together are wrong; null when one of them is near no word of the name.
    private static int? Far(List<string> typed, string name)
    {
        var parts = Folded.Of(name).Split([' ', '-', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Select(Bare).ToList();
        var sum = 0;
        foreach (var word in typed)
        {
            var least = parts
                .Select(p => p.Contains(word, StringComparison.Ordinal) ? 0 : SpellingDistance.Of(word, p))
                .DefaultIfEmpty(int.MaxValue)
                .Min();
            if (least > Forgiven(word))
                return null;
            sum += least;
        }
        return sum;
    }

    private static int Forgiven(string word) =>
        word.Length >= LongEnoughForTwo ? 2
        : word.Length >= LongEnough ? 1
        : 0;

    private static IEnumerable<(string Text, int FromEnd, int Forgives)> Parts(string word)
    {
        var (forgives, start) = (Forgiven(word), 0);
        for (var part = 0; part <= forgives; part++)
        {
            var length = (word.Length - start) / (forgives + 1 - part);
            yield return (word.Substring(start, length), word.Length - start, forgives);
            start += length;
        }
    }

    private static string Bare(string word) => string.Concat(word.Where(char.IsLetterOrDigit));
}
