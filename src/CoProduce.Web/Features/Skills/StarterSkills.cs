using System.Text.Json;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Skills;

/// <summary>The list of skills that an organisation starts with; its manager changes it as they like.</summary>
public static class StarterSkills
{
    private static readonly IReadOnlyList<Group> groups = Read();

    /// <summary>Adds the whole list, each group under the kind of help of its name, or under none where there is no such kind.</summary>
    public static void AddStarterSkills(this TenantDb db, IReadOnlyList<Category> categories)
    {
        var kinds = categories.ToLookup(c => Folded.Of(c.Name), c => c.Id);
        foreach (var (position, group) in groups.Index())
        {
            var row = new SkillGroup
            {
                Id = SkillGroupId.New(),
                English = group.English,
                Welsh = group.Welsh,
                Position = position + 1,
                CategoryId = kinds[Folded.Of(group.Help)].Select(id => (CategoryId?)id).FirstOrDefault(),
            };
            db.SkillGroups.Add(row);
            db.Skills.AddRange(
                group.Skills.Select(s => new Skill
                {
                    Id = SkillId.New(),
                    GroupId = row.Id,
                    English = s.English,
                    Welsh = s.Welsh,
                })
            );
        }
    }

    private static List<Group> Read()
    {
        using var file = typeof(StarterSkills).Assembly.GetManifestResourceStream("CoProduce.Web.Features.Skills.StarterSkills.json")!;
        return JsonSerializer.Deserialize<List<Group>>(file, JsonSerializerOptions.Web)!;
    }

    private sealed record Group(string English, string Welsh, string Help, IReadOnlyList<TwoNames> Skills);
}
