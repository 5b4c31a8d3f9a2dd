using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Offers;

/// <summary>Finds what stands on the board by words, forgiving one letter in each, and by the names of kinds of help and skills in both languages.</summary>
public static class BoardSearch
{
    private const int MostWords = 6;

    // A shorter word begins half of all words, and one letter of it changed is another word.
    private const int LongEnough = 3;
    private const int LongEnoughToForgive = 4;

    // "Help with", "for somebody": a word in the names of many kinds of help names none.
    private const int MostKindsOfAWord = 2;

    /// <summary>Those of the offers that fit.</summary>
    /// <param name="owners">For eyes that may find by it: the members whom a word names, whose offers it finds too.</param>
    public static async Task<IQueryable<Offer>> FilteredAsync(
        this TenantDb db,
        IQueryable<Offer> offers,
        BoardFilter filter,
        CancellationToken ct,
        Func<string, IQueryable<MemberId>?>? owners = null
    )
    {
        offers = offers.Where(o => o.Kind == filter.Kind);
        if (filter.Category is { } category)
            offers = offers.Where(o => o.CategoryId == category || db.FurtherKinds.Any(k => k.OfferId == o.Id && k.CategoryId == category));
        if (filter.Hub is { } hub)
            offers = offers.Where(o => db.Members.Any(m => m.Id == o.MemberId && m.HubId == hub));
        var words = Words(filter.Words);
        if (words.Count == 0)
            return offers;
        var names = await KindNamesAsync(db, ct);
        foreach (var word in words)
        {
            var found = await FoundByAsync(db, word, names, ct);
            if (owners?.Invoke(word) is { } whose)
                found = found.Union(db.Offers.Where(o => whose.Contains(o.MemberId)).Select(o => o.Id));
            offers = offers.Where(o => found.Contains(o.Id));
        }
        return offers;
    }

    /// <summary>The words to look for: folded, the shortest left out when there are longer ones; empty for nothing.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var all = Split(text).Take(MostWords).ToList();
        var longer = all.FindAll(w => w.Length >= LongEnough);
        return longer.Count > 0 ? longer : all;
    }

    /// <summary>True when one letter more, less, another or two swapped make one word the other.</summary>
    public static bool IsNear(string one, string other)
    {
        if (one.Length > other.Length)
            (one, other) = (other, one);
        if (other.Length - one.Length > 1)
            return false;
        var same = 0;
        while (same < one.Length && one[same] == other[same])
            same++;
        if (one.Length < other.Length)
            return one.AsSpan(same).SequenceEqual(other.AsSpan(same + 1));
        return same == one.Length
            || one.AsSpan(same + 1).SequenceEqual(other.AsSpan(same + 1))
            || (
                same + 1 < one.Length
                && one[same] == other[same + 1]
                && one[same + 1] == other[same]
                && one.AsSpan(same + 2).SequenceEqual(other.AsSpan(same + 2))
            );
    }

    // Each part may use its own index; joined by "or" they could use none.
    private static async Task<IQueryable<OfferId>> FoundByAsync(
        TenantDb db,
        string word,
        ILookup<string, CategoryId> names,
        CancellationToken ct
    )
    {
        var found = db.OfferWords.WhereBegins(w => w.Word, word).Select(w => w.OfferId);
        if (await NearAsync(db, word, ct) is { Count: > 0 } near)
            found = found.Union(db.OfferWords.Where(w => near.Contains(w.Word)).Select(w => w.OfferId));
        var kinds = names
            .Where(n => Names(n.Key, word) && n.Count() <= MostKindsOfAWord)
            .SelectMany(n => n)
            .Distinct()
            .Select(k => (CategoryId?)k)
            .ToList();
        if (kinds.Count > 0)
            found = found
                .Union(db.Offers.Where(o => kinds.Contains(o.CategoryId)).Select(o => o.Id))
                .Union(db.FurtherKinds.Where(k => kinds.Contains(k.CategoryId)).Select(k => k.OfferId));
        return found;
    }

    // The words of the board that are one letter away; those that begin with it are found anyway.
    private static async Task<List<string>> NearAsync(TenantDb db, string word, CancellationToken ct)
    {
        if (word.Length < LongEnoughToForgive)
            return [];
        var left = Enumerable.Range(0, word.Length).Select(i => word.Remove(i, 1)).Append(word).Distinct().ToList();
        var met = await db.NearWords.Where(n => left.Contains(n.Near)).Select(n => n.Word).Distinct().ToListAsync(ct);
        return met.FindAll(w => IsNear(w, word) && !w.StartsWith(word, StringComparison.Ordinal));
    }

    private static bool Names(string name, string word) =>
        word.Length >= LongEnough
        && (name.StartsWith(word, StringComparison.Ordinal) || (word.Length >= LongEnoughToForgive && IsNear(name, word)));

    // Every word of the names of kinds of help, of skills and of their groups, in both languages, with the kinds that they stand for: a few hundred.
    private static async Task<ILookup<string, CategoryId>> KindNamesAsync(TenantDb db, CancellationToken ct)
    {
        var kinds = await db.Categories.Where(c => c.HiddenAt == null).Select(c => new { c.Id, c.Name }).ToListAsync(ct);
        var groups = await db.SkillGroups.AsNoTracking().Where(g => g.CategoryId != null).ToListAsync(ct);
        var skills = await db.Skills.AsNoTracking().Where(s => s.HiddenAt == null).ToListAsync(ct);
        var named = kinds
            .Select(k => (k.Name, k.Id))
            .Concat(groups.Select(g => (Name: $"{g.English} {g.Welsh}", Id: g.CategoryId!.Value)))
            .Concat(
                from s in skills
                join g in groups on s.GroupId equals g.Id
                select (Name: $"{s.English} {s.Welsh}", Id: g.CategoryId!.Value)
            );
        return named
            .SelectMany(n => Split(n.Name).Where(w => w.Length >= LongEnough).Select(w => (Word: w, n.Id)))
            .Distinct()
            .ToLookup(n => n.Word, n => n.Id);
    }

    private static string[] Split(string text) =>
        string.Concat(Folded.Of(text).Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
