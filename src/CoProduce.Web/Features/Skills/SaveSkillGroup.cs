using System.Text.Json.Serialization;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Skills;

/// <summary>A manager adds a group of skills at the end of the list, renames one, or says under which kind of help its skills are logged.</summary>
public sealed class SaveSkillGroup(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    /// <summary>The most groups in a list.</summary>
    public const int Most = 40;

    public enum Outcome
    {
        Saved,
        NotFound,
        UnknownCategory,

        /// <summary>There are <see cref="Most"/> already.</summary>
        TooMany,
    }

    public Task<Outcome> HandleAsync(SkillGroupForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => SaveAsync(db, form, ct), ct);

    private async Task<Outcome> SaveAsync(TenantDb db, SkillGroupForm form, CancellationToken ct)
    {
        await db.LockSettingsAsync(ct);
        var id = new SkillGroupId(form.Group ?? form.RequestKey);
        var groups = await db.SkillGroups.ToListAsync(ct);
        var group = groups.Find(g => g.Id == id);
        if (form.Group is not null && group is null)
            return Outcome.NotFound;
        if (form.CategoryId is { } category && !await db.Categories.AnyAsync(c => c.Id == category, ct))
            return Outcome.UnknownCategory;
        if (group is null && groups.Count >= Most)
            return Outcome.TooMany;
        if (group is null)
            db.SkillGroups.Add(group = new() { Id = id, Position = groups.Select(g => g.Position).DefaultIfEmpty(0).Max() + 1 });
        (group.English, group.Welsh, group.CategoryId) = (form.English?.Trim() ?? "", form.Welsh?.Trim() ?? "", form.CategoryId);
        db.AuditLines.Add(me.Line(nameof(SaveSkillGroup), id.Value, clock.GetUtcNow()));
        db.Keep();
        return Outcome.Saved;
    }
}

/// <summary>A group of skills as a manager types it.</summary>
public sealed class SkillGroupForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The group; null for a new one.</summary>
    public Guid? Group { get; set; }

    public string? English { get; set; }

    public string? Welsh { get; set; }

    /// <summary>The kind of help, as the list posts it; empty for none.</summary>
    public string? Category { get; set; }

    /// <summary>The same as an id; null for none.</summary>
    [JsonIgnore]
    public CategoryId? CategoryId => CategoryField.Chosen(Category);
}

/// <summary>The shape of <see cref="SkillGroupForm"/>.</summary>
public sealed class SkillGroupRules : AbstractValidator<SkillGroupForm>
{
    public SkillGroupRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.English).OneOfTwoNames(f => f.Welsh, texts);
        RuleFor(f => f.Welsh)
            .MaximumLength(Skill.NameLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Skill.NameLength]);
    }
}

/// <summary>Why a group was not saved, in a sentence that is a key of the texts; null when it was.</summary>
public static class SaveSkillGroupRefusals
{
    public static string? Of(SaveSkillGroup.Outcome outcome) =>
        outcome switch
        {
            SaveSkillGroup.Outcome.Saved => null,
            SaveSkillGroup.Outcome.NotFound => "This group is no longer here. Go back to the list.",
            SaveSkillGroup.Outcome.UnknownCategory => "Choose a kind of help from the list, or none.",
            SaveSkillGroup.Outcome.TooMany => "There are as many groups as the list can hold. Rename one that you do not need.",
        };
}
