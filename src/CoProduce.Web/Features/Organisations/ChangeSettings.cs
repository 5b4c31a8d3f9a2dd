using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Organisations;

/// <summary>A manager changes the organisation's settings. A new floor counts at once for every member who has none of their own.</summary>
public sealed class ChangeSettings(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    OrganisationDirectory directory,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Changed,

        /// <summary>The longest exchange is not a multiple of the step.</summary>
        LongestNotInSteps,
    }

    public async Task<Outcome> HandleAsync(ChangeSettingsForm form, CancellationToken ct = default)
    {
        var outcome = await work.OnceAsync(form.RequestKey, form, db => ChangeAsync(db, form, ct), ct);
        directory.Forget(organisation.Id);
        return outcome;
    }

    private async Task<Outcome> ChangeAsync(TenantDb db, ChangeSettingsForm form, CancellationToken ct)
    {
        var (step, longest) = (ChangeSettingsForm.Number(form.Step)!.Value, HoursTyped.ToMinutes(form.Longest)!.Value);
        if (longest % step != 0)
            return Outcome.LongestNotInSteps;
        await db.LockSettingsAsync(ct);
        var settings = await db.Settings.SingleAsync(ct);
        var floor = -HoursTyped.ToMinutes(form.Floor)!.Value;
        if (floor != settings.FloorMinutes)
            await db.SetFloorOfMembersAsync(floor, ct);
        settings.Name = form.Name!.Trim();
        settings.Accent = form.Colour.Chosen();
        settings.Languages = [form.FirstLanguage!, .. form.Languages!.Where(l => l != form.FirstLanguage)];
        settings.StepMinutes = step;
        settings.FloorMinutes = floor;
        settings.SoftFloorMinutes = -HoursTyped.ToMinutes(form.SoftFloor)!.Value;
        settings.NudgeMinutes = HoursTyped.ToMinutes(form.Nudge)!.Value;
        settings.WelcomeMinutes = HoursTyped.ToMinutes(form.WelcomeCredits)!.Value;
        settings.MaximumMinutes = longest;
        settings.RegisterDifference = form.RegisterDifference;
        settings.ConfirmationDays = ChangeSettingsForm.Number(form.ConfirmationDays)!.Value;
        settings.DisputeDays = ChangeSettingsForm.Number(form.DisputeDays)!.Value;
        settings.TimeZone = form.TimeZone!;
        settings.HelpPhone = (form.HelpPhone ?? "").Trim();
        settings.HelpEmail = (form.HelpEmail ?? "").Trim();
        settings.Welcome = (form.Welcome ?? "").ReplaceLineEndings("\n").Trim();
        await NameCreditsAsync(db, form.Credits ?? [], ct);
        db.AuditLines.Add(me.Line(nameof(ChangeSettings), null, clock.GetUtcNow()));
        db.Keep();
        return Outcome.Changed;
    }

    private static async Task NameCreditsAsync(TenantDb db, List<ChangeSettingsForm.CreditNames> names, CancellationToken ct)
    {
        var words = await db.CreditWords.ToListAsync(ct);
        foreach (var name in names.Where(n => Ui.Languages.All.Any(l => !l.ForTests && l.Code == n.Language)).DistinctBy(n => n.Language))
        {
            var known = words.Find(w => w.Language == name.Language);
            if (string.IsNullOrWhiteSpace(name.One) && known is not null)
                db.CreditWords.Remove(known);
            else if (known is not null)
                (known.One, known.Other) = (name.One!.Trim(), name.Other!.Trim());
            else if (!string.IsNullOrWhiteSpace(name.One))
                db.CreditWords.Add(
                    new()
                    {
                        Language = name.Language!,
                        One = name.One.Trim(),
                        Other = name.Other!.Trim(),
                    }
                );
        }
    }
}
