using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Skills;

/// <summary>A manager adds a skill to the list, renames one or puts it into another group. Whoever has it keeps it under its new name.</summary>
public sealed class SaveSkill(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Saved,
        NotFound,

        /// <summary>Another skill of the list is called that in one of the languages.</summary>
        NameTaken,
        UnknownGroup,

        /// <summary>There are <see cref="Skill.Most"/> already.</summary>
        TooMany,
    }

    public Task<Outcome> HandleAsync(SkillForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => SaveAsync(db, form, ct), ct);

    private async Task<Outcome> SaveAsync(TenantDb db, SkillForm form, CancellationToken ct)
    {
        await db.LockSettingsAsync(ct);
        var (id, group) = (new SkillId(form.Skill ?? form.RequestKey), form.GroupId());
        var (english, welsh) = (form.English?.Trim() ?? "", form.Welsh?.Trim() ?? "");
        var skills = await db.Skills.ToListAsync(ct);
        var skill = skills.Find(s => s.Id == id);
        if (form.Skill is not null && skill is null)
            return Outcome.NotFound;
        if (!await db.SkillGroups.AnyAsync(g => g.Id == group, ct))
            return Outcome.UnknownGroup;
        if (skills.Exists(s => s.Id != id && (Same(s.English, english) || Same(s.Welsh, welsh))))
            return Outcome.NameTaken;
        if (skill is null && skills.Count >= Skill.Most)
            return Outcome.TooMany;
        if (skill is null)
            db.Skills.Add(skill = new() { Id = id });
        (skill.English, skill.Welsh, skill.GroupId) = (english, welsh, group);
        db.AuditLines.Add(me.Line(nameof(SaveSkill), id.Value, clock.GetUtcNow()));
        db.Keep();
        return Outcome.Saved;
    }

    private static bool Same(string name, string other) => name.Length > 0 && Folded.Of(name) == Folded.Of(other);
}

/// <summary>A skill of the list as a manager types it.</summary>
public sealed class SkillForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The skill; null for a new one.</summary>
    public Guid? Skill { get; set; }

    public string? English { get; set; }

    public string? Welsh { get; set; }

    /// <summary>The id of the group.</summary>
    public string? Group { get; set; }

    /// <summary>The same as an id; one that nobody has when nothing was chosen.</summary>
    public SkillGroupId GroupId() => new(Guid.TryParse(Group, out var id) ? id : default);
}

/// <summary>The shape of <see cref="SkillForm"/>.</summary>
public sealed class SkillRules : AbstractValidator<SkillForm>
{
    public SkillRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.English).OneOfTwoNames(f => f.Welsh, texts);
        RuleFor(f => f.Welsh)
            .MaximumLength(Skills.Skill.NameLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Skills.Skill.NameLength]);
        RuleFor(f => f.Group).NotEmpty().WithMessage(_ => texts["Choose a group."]);
    }
}

/// <summary>Rules for what has a name in English, in Welsh or in both.</summary>
internal static class TwoNamesRules
{
    /// <summary>The English name fits, and there is one name at least.</summary>
    public static void OneOfTwoNames<T>(this IRuleBuilder<T, string?> rule, Func<T, string?> welsh, IStringLocalizer texts) =>
        rule.Must((form, english) => !string.IsNullOrWhiteSpace(english) || !string.IsNullOrWhiteSpace(welsh(form)))
            .WithMessage(_ => texts["Write a name in English, in Welsh or in both."])
            .MaximumLength(Skill.NameLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Skill.NameLength]);
}

/// <summary>Why a skill was not saved, in a sentence that is a key of the texts; null when it was.</summary>
public static class SaveSkillRefusals
{
    public static string? Of(SaveSkill.Outcome outcome) =>
        outcome switch
        {
            SaveSkill.Outcome.Saved => null,
            SaveSkill.Outcome.NotFound => "This skill is no longer here. Go back to the list.",
            SaveSkill.Outcome.NameTaken => "Another skill has this name. Choose another one.",
            SaveSkill.Outcome.UnknownGroup => "This group is no longer here. Choose another one.",
            SaveSkill.Outcome.TooMany => "There are as many skills as the list can hold. Rename one that nobody uses.",
        };
}
