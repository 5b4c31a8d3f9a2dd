using System.Globalization;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Care;

/// <summary>A manager adds a kind of check to the organisation's list, or says anew how long it lasts and which help needs it.</summary>
public sealed class SaveCheckKind(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    /// <summary>The most kinds: a longer list is one that nobody keeps to.</summary>
    public const int Most = 40;

    public enum Outcome
    {
        Saved,
        NotFound,
        NameTaken,
        TooMany,
        UnknownCategory,
    }

    public Task<Outcome> HandleAsync(CheckKindForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => SaveAsync(db, form, ct), ct);

    private async Task<Outcome> SaveAsync(TenantDb db, CheckKindForm form, CancellationToken ct)
    {
        await db.LockSettingsAsync(ct);
        var (id, name, now) = (new CheckKindId(form.Kind ?? form.RequestKey), form.Name!.Trim(), clock.GetUtcNow());
        var kinds = await db.CheckKinds.ToListAsync(ct);
        var kind = kinds.Find(k => k.Id == id);
        if (form.Kind is not null && kind is null)
            return Outcome.NotFound;
        if (kinds.Exists(k => k.Id != id && string.Equals(k.Name, name, StringComparison.OrdinalIgnoreCase)))
            return Outcome.NameTaken;
        if (kind is null && kinds.Count >= Most)
            return Outcome.TooMany;
        var chosen = form.Chosen();
        if (await db.Categories.CountAsync(c => chosen.Contains(c.Id), ct) != chosen.Count)
            return Outcome.UnknownCategory;
        if (kind is null)
            db.CheckKinds.Add(
                kind = new()
                {
                    Id = id,
                    Name = name,
                    Position = kinds.Select(k => k.Position).DefaultIfEmpty(0).Max() + 1,
                }
            );
        (kind.Name, kind.Months, kind.HiddenAt) = (name, form.MonthsTyped(), form.IsHidden ? kind.HiddenAt ?? now : null);
        var needs = await db.CheckNeeds.Where(n => n.KindId == id).ToListAsync(ct);
        db.CheckNeeds.RemoveRange(needs.Where(n => !chosen.Contains(n.CategoryId)));
        db.CheckNeeds.AddRange(chosen.Except(needs.Select(n => n.CategoryId)).Select(c => new CheckNeed { KindId = id, CategoryId = c }));
        db.AuditLines.Add(me.Line(nameof(SaveCheckKind), id.Value, now));
        db.Keep();
        return Outcome.Saved;
    }
}

/// <summary>A kind of check as a manager types it.</summary>
public sealed class CheckKindForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The kind; null for a new one.</summary>
    public Guid? Kind { get; set; }

    public string? Name { get; set; }

    /// <summary>How many months it lasts; empty for good.</summary>
    public string? Months { get; set; }

    /// <summary>The ids of the kinds of help that need it.</summary>
    public List<string>? Categories { get; set; }

    public bool IsHidden { get; set; }

    /// <summary>What was ticked, as ids.</summary>
    public List<CategoryId> Chosen() =>
        [.. (Categories ?? []).Where(c => Guid.TryParse(c, out _)).Select(c => new CategoryId(Guid.Parse(c))).Distinct()];

    /// <summary>The months that were typed; null for good, and for what is no number.</summary>
    public int? MonthsTyped() =>
        int.TryParse(Months?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var months) ? months : null;
}

/// <summary>The shape of <see cref="CheckKindForm"/>.</summary>
public sealed class CheckKindRules : AbstractValidator<CheckKindForm>
{
    public CheckKindRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Name).IsSaid(texts, "Write the name of the check.", CheckKind.NameLength);
        RuleFor(f => f.Months)
            .Must((form, m) => string.IsNullOrWhiteSpace(m) || form.MonthsTyped() is >= 1 and <= CheckKind.MostMonths)
            .WithMessage(_ => texts["Write a number of months from 1 to {0}, or leave it empty.", CheckKind.MostMonths]);
    }
}

/// <summary>Why a kind of check was not saved, in a sentence that is a key of the texts; null when it was.</summary>
public static class SaveCheckKindRefusals
{
    public static string? Of(SaveCheckKind.Outcome outcome) =>
        outcome switch
        {
            SaveCheckKind.Outcome.Saved => null,
            SaveCheckKind.Outcome.NotFound => "This check is no longer here. Go back to the list.",
            SaveCheckKind.Outcome.NameTaken => "Another check has this name. Choose another one.",
            SaveCheckKind.Outcome.TooMany => "There are as many checks as the list can hold. Rename one that nobody uses.",
            SaveCheckKind.Outcome.UnknownCategory => "Choose kinds of help from the list.",
        };
}
