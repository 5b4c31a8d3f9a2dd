using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Skills;

/// <summary>What a member says of what they can give, enjoy and would like, and on what terms. Nothing here is sensitive.</summary>
/// <param name="Suits">When and how; as when nothing was said where there is no row.</param>
public sealed record GivingFacts(
    MemberId Member,
    IReadOnlyList<SkillFact> Skills,
    IReadOnlyList<MemberLanguage> Languages,
    WhatSuits Suits
);

/// <summary>One skill of a member.</summary>
/// <param name="Line">The member's line.</param>
/// <param name="SkillId">The skill from the list; null for own words.</param>
/// <param name="Name">From the list in both languages; own words as they were written.</param>
/// <param name="CategoryId">The kind of help of the skill's group or of the own words; null for none.</param>
/// <param name="IsHidden">True for a skill that is no longer in the list.</param>
public sealed record SkillFact(
    Guid Line,
    MemberId Member,
    SkillSide Side,
    SkillId? SkillId,
    TwoNames Name,
    CategoryId? CategoryId,
    bool IsHidden
);

/// <summary>Reads what several members say, in four queries however many they are.</summary>
internal static class GivingReading
{
    /// <summary>One record for each of the members, in their order.</summary>
    public static async Task<IReadOnlyList<GivingFacts>> GivingOfAsync(
        this TenantDb db,
        IReadOnlyList<MemberId> members,
        CancellationToken ct
    )
    {
        var lines = await (
            from line in db.MemberSkills
            where members.Contains(line.MemberId)
            join skill in db.Skills on line.SkillId equals skill.Id into skills
            from skill in skills.DefaultIfEmpty()
            join g in db.SkillGroups on skill.GroupId equals g.Id into groups
            from g in groups.DefaultIfEmpty()
            orderby g == null ? int.MaxValue : g.Position, line.Id
            select new
            {
                line.Id,
                line.MemberId,
                line.Side,
                line.SkillId,
                line.Words,
                English = skill == null ? "" : skill.English,
                Welsh = skill == null ? "" : skill.Welsh,
                CategoryId = g == null ? line.CategoryId : g.CategoryId,
                IsHidden = skill != null && skill.HiddenAt != null,
            }
        ).ToListAsync(ct);
        var skillsOf = lines
            .Select(l => new SkillFact(
                l.Id,
                l.MemberId,
                l.Side,
                l.SkillId,
                l.SkillId is null ? new(l.Words, "") : new(l.English, l.Welsh),
                l.CategoryId,
                l.IsHidden
            ))
            .ToLookup(l => l.Member);
        var languages = await db
            .MemberLanguages.AsNoTracking()
            .Where(l => members.Contains(l.MemberId))
            .OrderByDescending(l => l.Level)
            .ThenBy(l => l.Code)
            .ToListAsync(ct);
        var languagesOf = languages.ToLookup(l => l.MemberId);
        var suits = await db.WhatSuits.AsNoTracking().Where(s => members.Contains(s.MemberId)).ToDictionaryAsync(s => s.MemberId, ct);
        return
        [
            .. members.Select(m => new GivingFacts(
                m,
                [.. skillsOf[m]],
                [.. languagesOf[m]],
                suits.GetValueOrDefault(m) ?? new WhatSuits { MemberId = m }
            )),
        ];
    }
}
