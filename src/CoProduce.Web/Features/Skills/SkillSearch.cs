using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Skills;

/// <summary>Finds what members can give by words, in either language.</summary>
internal static class SkillSearch
{
    /// <summary>
    /// The lines of what members give in which every word begins a word: of the skill's name in either language, of its group or kind of help,
    /// or of what a member says in their own words.
    /// </summary>
    public static async Task<IQueryable<MemberSkill>> GivenAsync(this TenantDb db, IReadOnlyList<string> words, CancellationToken ct)
    {
        var kinds = (await db.Categories.Select(c => new { c.Id, c.Name }).ToListAsync(ct))
            .Where(c => Begin(c.Name, words))
            .Select(c => (CategoryId?)c.Id)
            .ToList();
        var groups = (await db.SkillGroups.AsNoTracking().ToListAsync(ct)).ToDictionary(g => g.Id);
        // The list holds a few hundred names at most: they are looked through here, and members are then found by the skill's id.
        var skills = (await db.Skills.AsNoTracking().ToListAsync(ct))
            .Where(s => s.IsCalled(words, groups[s.GroupId]) || (groups[s.GroupId].CategoryId is { } kind && kinds.Contains(kind)))
            .Select(s => (SkillId?)s.Id)
            .ToList();
        var given = db.MemberSkills.Where(s => s.Side == SkillSide.Gives);
        var own = given.Where(s => s.SkillId == null);
        foreach (var word in words)
        {
            var lines = db.MemberSkillWords.WhereBegins(w => w.Word, word).Select(w => w.MemberSkillId);
            own = own.Where(s => lines.Contains(s.Id));
        }
        var found = given.Where(s => skills.Contains(s.SkillId)).Union(own);
        return kinds.Count == 0 ? found : found.Union(given.Where(s => kinds.Contains(s.CategoryId)));
    }

    /// <summary>Which of these lines the members have, for saying by what they were found.</summary>
    public static async Task<ILookup<MemberId, SkillFact>> FactsOfAsync(
        this TenantDb db,
        IQueryable<MemberSkill> lines,
        IReadOnlyList<MemberId> members,
        CancellationToken ct
    )
    {
        var found = await lines.Where(s => members.Contains(s.MemberId)).Select(s => s.Id).ToListAsync(ct);
        return (await db.GivingOfAsync(members, ct)).SelectMany(f => f.Skills).Where(s => found.Contains(s.Line)).ToLookup(s => s.Member);
    }

    /// <summary>True when every word begins a word of the skill's or its group's name in either language.</summary>
    public static bool IsCalled(this Skill skill, IReadOnlyList<string> words, SkillGroup group) =>
        Begin($"{skill.English} {skill.Welsh} {group.English} {group.Welsh}", words);

    private static bool Begin(string names, IReadOnlyList<string> words)
    {
        var folded = " " + Folded.Of(names);
        return words.All(word =>
            folded.Contains(" " + word, StringComparison.Ordinal) || folded.Contains("'" + word, StringComparison.Ordinal)
        );
    }
}
