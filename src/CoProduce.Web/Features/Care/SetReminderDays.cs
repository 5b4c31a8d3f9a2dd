using System.Globalization;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Care;

/// <summary>A manager says how many days before a check runs out coordinators hear of it.</summary>
public sealed class SetReminderDays(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    OrganisationDirectory directory,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Set,
    }

    public async Task<Outcome> HandleAsync(ReminderDaysForm form, CancellationToken ct = default)
    {
        var outcome = await work.OnceAsync(form.RequestKey, form, db => SetAsync(db, form, ct), ct);
        directory.Forget(organisation.Id);
        return outcome;
    }

    private async Task<Outcome> SetAsync(TenantDb db, ReminderDaysForm form, CancellationToken ct)
    {
        await db.LockSettingsAsync(ct);
        (await db.Settings.SingleAsync(ct)).CheckReminderDays = form.Number()!.Value;
        db.AuditLines.Add(me.Line(nameof(SetReminderDays), null, clock.GetUtcNow()));
        db.Keep();
        return Outcome.Set;
    }
}

/// <summary>How many days before.</summary>
public sealed class ReminderDaysForm
{
    public const int Most = 180;

    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public string? Days { get; set; }

    /// <summary>The number that was typed; null when it is none.</summary>
    public int? Number() => int.TryParse(Days?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : null;
}

/// <summary>The shape of <see cref="ReminderDaysForm"/>.</summary>
public sealed class ReminderDaysRules : AbstractValidator<ReminderDaysForm>
{
    public ReminderDaysRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Days)
            .Must((form, _) => form.Number() is >= 1 and <= ReminderDaysForm.Most)
            .WithMessage(_ => texts["Write a number of days from 1 to {0}.", ReminderDaysForm.Most]);
    }
}
