using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Skills;

/// <summary>A group of the list with its skills.</summary>
/// <param name="Category">The name of its kind of help; null for none.</param>
/// <param name="Skills">In the order of their names for whoever reads now.</param>
public sealed record ListedGroup(SkillGroup Group, string? Category, IReadOnlyList<Skill> Skills);

/// <summary>Reads the organisation's list of skills.</summary>
public sealed class SkillListQuery(UnitOfWork work)
{
    /// <summary>The whole list in its groups, hidden skills too.</summary>
    public Task<IReadOnlyList<ListedGroup>> AllAsync(CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<ListedGroup>>(
            async db =>
            {
                var groups = await (
                    from g in db.SkillGroups
                    join c in db.Categories on g.CategoryId equals c.Id into categories
                    from c in categories.DefaultIfEmpty()
                    orderby g.Position, g.Id
                    select new { Group = g, Category = c == null ? null : c.Name }
                ).ToListAsync(ct);
                var skills = (await db.Skills.ToListAsync(ct)).ToLookup(s => s.GroupId);
                return
                [
                    .. groups.Select(g => new ListedGroup(
                        g.Group,
                        g.Category,
                        [.. skills[g.Group.Id].OrderBy(s => Folded.Of(s.Name.Here), StringComparer.Ordinal)]
                    )),
                ];
            },
            ct
        );
}
