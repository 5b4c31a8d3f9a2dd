using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care.Guardians;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Joining.Steps;

/// <summary>A coordinator writes down who looks after a joiner under 18, and whether that person said yes, with the words that were asked.</summary>
public sealed class NoteGuardianYes(
    UnitOfWork work,
    CurrentPerson me,
    CurrentOrganisation organisation,
    IStringLocalizer texts,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Noted,
        NotFound,

        /// <summary>They wait no more: what a member's guardian says is kept with the member.</summary>
        NoLongerOpen,

        /// <summary>The day has not come yet.</summary>
        NotYet,
    }

    public Task<Outcome> HandleAsync(GuardianYesForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => NoteAsync(db, form, ct), ct);

    private async Task<Outcome> NoteAsync(TenantDb db, GuardianYesForm form, CancellationToken ct)
    {
        if (await db.LockJoinerAsync(new(form.Joiner), ct) is not { IsUnder18: true } joiner)
            return Outcome.NotFound;
        if (joiner.State != JoinerState.Waiting)
            return Outcome.NoLongerOpen;
        var now = clock.GetUtcNow();
        var today = organisation.Profile.DateOf(now);
        var day = form.SaidOn.IsEmpty ? today : form.SaidOn.ToDate()!.Value;
        if (day > today)
            return Outcome.NotYet;
        var details = await db.JoinerDetails.SingleAsync(d => d.JoinerId == joiner.Id, ct);
        (details.GuardianName, details.GuardianPhone) = (form.Name!.Trim(), form.Phone?.Trim() ?? "");
        details.GuardianRelation = form.Relation?.Trim() ?? "";
        if (form.SaysYes)
        {
            var wording = NoteGuardianConsent.Wording(texts, joiner.Name, organisation.Profile.Name);
            (await db.StepAsync(joiner.Id, StepKind.GuardianYes, ct)).End(StepResult.Done, day, me.Id, form.Door, wording, now);
        }
        else
            await db.TakeBackGuardianYesAsync(joiner.Id, ct);
        db.AuditLines.Add(me.Line(nameof(NoteGuardianYes), form.Joiner, now, form.Door));
        db.Keep();
        return Outcome.Noted;
    }
}

/// <summary>Who looks after somebody under 18 who would like to join, and what they say.</summary>
public sealed class GuardianYesForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Joiner { get; set; }

    public string? Name { get; set; }

    public string? Relation { get; set; }

    public string? Phone { get; set; }

    /// <summary>False while they were not asked, or say no.</summary>
    public bool SaysYes { get; set; }

    /// <summary>How it came.</summary>
    public Door Door { get; set; } = Door.Phone;

    /// <summary>The day on which they said so; empty for today.</summary>
    public DateBoxes SaidOn
    {
        get => field ??= new();
        set;
    }

    /// <summary>The form filled in with what is known.</summary>
    internal static GuardianYesForm Of(JoinerShown shown) =>
        new()
        {
            Name = shown.Details.GuardianName,
            Relation = shown.Details.GuardianRelation,
            Phone = shown.Details.GuardianPhone,
            SaysYes = shown.Standing.Steps.Any(s => s is { Kind: StepKind.GuardianYes, IsOpen: false }),
        };
}

/// <summary>The shape of <see cref="GuardianYesForm"/>.</summary>
public sealed class GuardianYesRules : AbstractValidator<GuardianYesForm>
{
    public GuardianYesRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Name).Must(n => !string.IsNullOrWhiteSpace(n)).WithMessage(_ => texts["Write the guardian’s name."]);
        RuleFor(f => f.Name).AtMost(Member.NameLength, texts);
        RuleFor(f => f.Relation).AtMost(JoinerDetails.RelationLength, texts);
        RuleFor(f => f.Phone).PhoneOrNothing(texts);
        RuleFor(f => f.SaidOn)
            .Must(d => d.IsEmpty || d.ToDate() is not null)
            .WithMessage(_ => texts["Write a date such as 24 11 2026, or leave it empty."]);
    }
}

/// <summary>Why it was not noted.</summary>
internal static class GuardianYesRefusals
{
    /// <summary>The sentence; null when it was.</summary>
    public static string? Refusal(this NoteGuardianYes.Outcome outcome, IStringLocalizer texts) =>
        outcome switch
        {
            NoteGuardianYes.Outcome.Noted => (string?)null,
            NoteGuardianYes.Outcome.NotFound => JoiningOutcome.NotFound.Refusal(texts),
            NoteGuardianYes.Outcome.NoLongerOpen => JoiningOutcome.NoLongerOpen.Refusal(texts),
            NoteGuardianYes.Outcome.NotYet => texts["That day has not come yet."],
        };
}
