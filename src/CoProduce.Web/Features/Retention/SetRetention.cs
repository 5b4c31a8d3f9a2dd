using System.Globalization;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Retention;

/// <summary>How long one thing is kept.</summary>
public sealed class RetentionForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Kept Kind { get; set; }

    /// <summary>Whether it goes after a time at all.</summary>
    public bool Goes { get; set; }

    /// <summary>After how many months; not read where it does not go.</summary>
    public string? Months { get; set; }

    /// <summary>The number that was typed; null when it is none.</summary>
    public int? Number() => int.TryParse(Months?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var months) ? months : null;
}

/// <summary>The shape of <see cref="RetentionForm"/>.</summary>
public sealed class RetentionFormRules : AbstractValidator<RetentionForm>
{
    public RetentionFormRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Kind).IsInEnum();
        RuleFor(f => f.Months)
            .Must((form, _) => form.Number() is { } n && n >= RetentionRule.LeastMonths(form.Kind) && n <= RetentionRule.MostMonths)
            .When(f => f.Goes)
            .WithMessage(form =>
                texts["Write a number of months from {0} to {1}.", RetentionRule.LeastMonths(form.Kind), RetentionRule.MostMonths]
            );
    }
}

/// <summary>A manager says how long something is kept. Nothing goes by it before two weeks are over.</summary>
public sealed class SetRetention(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Set,
    }

    public Task<Outcome> HandleAsync(RetentionForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => SetAsync(db, form, ct), ct);

    private async Task<Outcome> SetAsync(TenantDb db, RetentionForm form, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.LockSettingsAsync(ct);
        var rule = await db.RetentionRules.SingleOrDefaultAsync(r => r.Kind == form.Kind, ct);
        if (!form.Goes)
        {
            if (rule is not null)
                db.RetentionRules.Remove(rule);
        }
        else if (rule?.Months != form.Number())
        {
            if (rule is null)
                db.RetentionRules.Add(rule = new() { Kind = form.Kind });
            (rule.Months, rule.Since) = (form.Number()!.Value, organisation.Profile.DateOf(now));
            await db.PlanRetentionRoundAsync(now, ct);
        }
        db.AuditLines.Add(me.Line(nameof(SetRetention), null, now, reason: $"{form.Kind}: {(form.Goes ? form.Number() : null)}"));
        db.Keep();
        return Outcome.Set;
    }
}
