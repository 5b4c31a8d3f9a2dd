using System.Globalization;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Messages;

/// <summary>A manager says at what times nobody is written to.</summary>
public sealed class ChangeQuietHours(
    UnitOfWork work,
    CurrentPerson me,
    CurrentOrganisation organisation,
    OrganisationDirectory organisations,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Changed,
    }

    public async Task<Outcome> HandleAsync(QuietHoursForm form, CancellationToken ct = default)
    {
        var outcome = await work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                var settings = await db.Settings.SingleAsync(ct);
                (settings.QuietFrom, settings.QuietUntil) = (QuietHoursForm.Time(form.From)!.Value, QuietHoursForm.Time(form.Until)!.Value);
                db.AuditLines.Add(me.Line(nameof(ChangeQuietHours), null, clock.GetUtcNow()));
                db.Keep();
                return Outcome.Changed;
            },
            ct
        );
        organisations.Forget(organisation.Id);
        return outcome;
    }
}

/// <summary>The hours in which nobody is written to.</summary>
public sealed class QuietHoursForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public string? From { get; set; }

    public string? Until { get; set; }

    /// <summary>A time as it is typed, such as 21:00; null when it is none.</summary>
    public static TimeOnly? Time(string? text) =>
        TimeOnly.TryParseExact(text?.Trim(), ["H:mm", "HH:mm", "H.mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;

    /// <summary>The form filled in.</summary>
    public static QuietHoursForm Of(OrganisationProfile organisation) =>
        new() { From = Written(organisation.Settings.QuietFrom), Until = Written(organisation.Settings.QuietUntil) };

    private static string Written(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}

/// <summary>The shape of <see cref="QuietHoursForm"/>.</summary>
public sealed class QuietHoursRules : AbstractValidator<QuietHoursForm>
{
    public QuietHoursRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.From).Must(IsTime).WithMessage(_ => texts["Write the time as 21:00."]);
        RuleFor(f => f.Until).Must(IsTime).WithMessage(_ => texts["Write the time as 21:00."]);
    }

    private static bool IsTime(string? text) => QuietHoursForm.Time(text) is not null;
}
