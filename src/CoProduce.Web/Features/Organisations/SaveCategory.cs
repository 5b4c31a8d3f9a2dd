using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Organisations;

/// <summary>A manager adds a kind of help at the end of the list, or renames one; what was logged under it follows the new name.</summary>
public sealed class SaveCategory(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    /// <summary>The most kinds of help: a longer list is one that nobody chooses from.</summary>
    public const int Most = 60;

    public enum Outcome
    {
        Saved,
        NotFound,
        NameTaken,
        TooMany,
    }

    public Task<Outcome> HandleAsync(CategoryForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => SaveAsync(db, form, ct), ct);

    private async Task<Outcome> SaveAsync(TenantDb db, CategoryForm form, CancellationToken ct)
    {
        await db.LockSettingsAsync(ct);
        var (id, name) = (new CategoryId(form.Category ?? form.RequestKey), form.Name!.Trim());
        var categories = await db.Categories.ToListAsync(ct);
        var category = categories.Find(c => c.Id == id);
        if (form.Category is not null && category is null)
            return Outcome.NotFound;
        if (categories.Exists(c => c.Id != id && string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase)))
            return Outcome.NameTaken;
        if (category is null && categories.Count >= Most)
            return Outcome.TooMany;
        if (category is null)
            db.Categories.Add(
                new()
                {
                    Id = id,
                    Name = name,
                    Position = categories.Select(c => c.Position).DefaultIfEmpty(0).Max() + 1,
                }
            );
        else
            category.Name = name;
        db.AuditLines.Add(me.Line(nameof(SaveCategory), id.Value, clock.GetUtcNow()));
        db.Keep();
        return Outcome.Saved;
    }
}

/// <summary>A kind of help as a manager types it.</summary>
public sealed class CategoryForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The kind of help; null for a new one.</summary>
    public Guid? Category { get; set; }

    public string? Name { get; set; }
}

/// <summary>The shape of <see cref="CategoryForm"/>.</summary>
public sealed class CategoryRules : AbstractValidator<CategoryForm>
{
    public CategoryRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Name).Words(OrganisationSettings.NameLength, texts, "Write the name of this kind of help.");
    }
}

/// <summary>Why a kind of help was not saved, in a sentence that is a key of the texts; null when it was.</summary>
public static class SaveCategoryRefusals
{
    public static string? Of(SaveCategory.Outcome outcome) =>
        outcome switch
        {
            SaveCategory.Outcome.Saved => null,
            SaveCategory.Outcome.NotFound => "This kind of help is no longer here. Go back to the list.",
            SaveCategory.Outcome.NameTaken => "Another kind of help has this name. Choose another one.",
            SaveCategory.Outcome.TooMany => "There are as many kinds of help as the list can hold. Rename one that nobody uses.",
        };
}
