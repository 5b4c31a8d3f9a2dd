using CoProduce.Tests.Support;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Tests.Skills;

/// <summary>Words for the tests of skills.</summary>
internal static class Listed
{
    /// <summary>The skill of that English name in the organisation's list.</summary>
    public static Task<SkillId> SkillAsync(this Place here, string english) =>
        here.ReadAsync(db => db.Skills.Where(s => s.English == english).Select(s => s.Id).SingleAsync());

    /// <summary>What a member has on one side, as names in English.</summary>
    public static Task<List<string>> HasAsync(this Place here, MemberId member, SkillSide side = SkillSide.Gives) =>
        here.ReadAsync(async db =>
            (await db.GivingOfAsync([member], default))[0].Skills.Where(s => s.Side == side).Select(s => s.Name.English).Order().ToList()
        );

    /// <summary>Ticks skills where the whole list stood on the page; for another member as a coordinator on the telephone.</summary>
    public static async Task<TickSkills.Outcome> TicksAsync(this Actor who, IEnumerable<SkillId> skills, MemberId? of = null) =>
        await who.DoAsync(
            (TickSkills tick) =>
                tick.HandleAsync(
                    new()
                    {
                        Whose = new() { Member = of?.Value },
                        Shown = string.Join(' ', skills.Select(s => s.Value)),
                        Ticked = [.. skills.Select(s => s.Value.ToString())],
                    }
                )
        );

    /// <summary>Says something in own words.</summary>
    public static Task<KeepOwnWords.Outcome> SaysAsync(this Actor who, string words, MemberId? of = null) =>
        who.DoAsync(
            (KeepOwnWords keep) =>
                keep.HandleAsync(
                    new()
                    {
                        Whose = new() { Member = of?.Value },
                        Words = words,
                    }
                )
        );
}
