using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Skills;

/// <summary>Somebody ticks in the organisation's list what they can give, enjoy or would like. Only what was on the page is changed.</summary>
public sealed class TickSkills(KeepAnswers answers)
{
    public enum Outcome
    {
        Kept,

        /// <summary>One of the skills is not in this organisation's list, or not any more.</summary>
        UnknownSkill,
        NotFound,
    }

    public Task<Outcome> HandleAsync(TickSkillsForm form, CancellationToken ct = default) =>
        answers.OnceAsync(
            form.RequestKey,
            form,
            form.Whose,
            nameof(TickSkills),
            (Outcome.Kept, Outcome.NotFound),
            (db, member) => TickAsync(db, member, form, ct),
            ct
        );

    private static async Task<Outcome> TickAsync(TenantDb db, MemberId member, TickSkillsForm form, CancellationToken ct)
    {
        var (shown, ticked) = (form.ShownIds(), form.TickedIds());
        var has = await db.MemberSkills.Where(s => s.MemberId == member && s.Side == form.Side && s.SkillId != null).ToListAsync(ct);
        var added = ticked.Except(has.Select(s => s.SkillId!.Value)).ToList();
        var offered = await db.Skills.CountAsync(s => added.Contains(s.Id) && s.HiddenAt == null, ct);
        if (offered != added.Count)
            return Outcome.UnknownSkill;
        db.MemberSkills.RemoveRange(has.Where(s => shown.Contains(s.SkillId!.Value) && !ticked.Contains(s.SkillId!.Value)));
        db.MemberSkills.AddRange(
            added.Select(skill => new MemberSkill
            {
                MemberId = member,
                Side = form.Side,
                SkillId = skill,
            })
        );
        return Outcome.Kept;
    }
}

/// <summary>The ticks of a page that shows the list or a part of it.</summary>
public sealed class TickSkillsForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Whose Whose
    {
        get => field ??= new();
        set;
    }

    public SkillSide Side { get; set; } = SkillSide.Gives;

    /// <summary>The ids of all skills that stood on the page, with spaces between.</summary>
    public string? Shown { get; set; }

    /// <summary>The ids of those that are ticked; null when none is.</summary>
    public List<string>? Ticked { get; set; }

    /// <summary>What stood on the page.</summary>
    public IReadOnlySet<SkillId> ShownIds() => Ids((Shown ?? "").Split(' '));

    /// <summary>What is ticked. What is no id at all is one that nobody has.</summary>
    public IReadOnlySet<SkillId> TickedIds() => Ids(Ticked ?? []);

    private static HashSet<SkillId> Ids(IEnumerable<string> ids) =>
        [.. ids.Where(id => id.Length > 0).Take(Skill.Most).Select(id => new SkillId(Guid.TryParse(id, out var known) ? known : default))];
}
