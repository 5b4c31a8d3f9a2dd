using System.Globalization;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Joining.Steps;

/// <summary>A manager says what is asked of whoever joins, in which order, and what comes before and after. It counts at once for everybody who waits.</summary>
public sealed class ChangeJoining(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Changed,
    }

    /// <summary>How it stands, and the wording of the agreement.</summary>
    public Task<JoiningRules> ReadAsync(CancellationToken ct = default) => work.ReadAsync(db => db.JoiningRulesAsync(ct), ct);

    /// <summary>The form filled in with how it stands.</summary>
    public Task<ChangeJoiningForm> FormAsync(CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                // The agreement is asked for as soon as there is a wording, so it stands here even without one.
                var settings = await db.JoiningSettings.SingleOrDefaultAsync(ct);
                var steps = settings is null ? JoiningRules.Usual : await db.JoinSteps.OrderBy(s => s.Position).ToListAsync(ct);
                return ChangeJoiningForm.Of(settings ?? new(), steps, (await db.JoiningRulesAsync(ct)).Agreement?.Text);
            },
            ct
        );

    public Task<Outcome> HandleAsync(ChangeJoiningForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => ChangeAsync(db, form, ct), ct);

    private async Task<Outcome> ChangeAsync(TenantDb db, ChangeJoiningForm form, CancellationToken ct)
    {
        await db.LockSettingsAsync(ct);
        var now = clock.GetUtcNow();
        if (await db.JoiningSettings.SingleOrDefaultAsync(ct) is not { } settings)
            db.JoiningSettings.Add(settings = new());
        settings.IsOpen = form.IsOpen;
        (settings.References, settings.ReminderDays) = (
            ChangeJoiningForm.Number(form.References),
            ChangeJoiningForm.Number(form.ReminderDays)
        );
        (settings.Reminders, settings.KeptDays) = (ChangeJoiningForm.Number(form.Reminders), ChangeJoiningForm.Number(form.KeptDays));
        await db.JoinSteps.ExecuteDeleteAsync(ct);
        var asked = form
            .Steps.Where(s => s.When != StepWhen.Never)
            .OrderBy(s => int.Parse(s.Position!, CultureInfo.InvariantCulture))
            .ToList();
        db.JoinSteps.AddRange(
            asked.Select(
                (s, i) =>
                    new JoinStep
                    {
                        Kind = s.Kind,
                        Position = i + 1,
                        IsBefore = s.When == StepWhen.Before,
                        IsRequired = s.IsRequired,
                    }
            )
        );
        await WriteAgreementAsync(db, form.Agreement?.Trim().ReplaceLineEndings("\n") ?? "", now, ct);
        db.AuditLines.Add(me.Line(nameof(ChangeJoining), null, now));
        db.Keep();
        return Outcome.Changed;
    }

    // Who agreed to an older wording agreed to that one; it stays.
    private async Task WriteAgreementAsync(TenantDb db, string text, DateTimeOffset now, CancellationToken ct)
    {
        var last = await db.AgreementWordings.OrderByDescending(a => a.Version).FirstOrDefaultAsync(ct);
        if (text.Length > 0 && text != last?.Text)
            db.AgreementWordings.Add(
                new()
                {
                    Version = (last?.Version ?? 0) + 1,
                    Text = text,
                    WrittenAt = now,
                    WrittenBy = me.Id,
                }
            );
    }
}

/// <summary>When a step comes.</summary>
public enum StepWhen
{
    Never,
    Before,
    After,
}

/// <summary>How an organisation takes people in, as a manager types it.</summary>
public sealed class ChangeJoiningForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public bool IsOpen { get; set; }

    public List<StepTyped> Steps
    {
        get => field ??= [];
        set;
    }

    public string? References { get; set; }

    public string? ReminderDays { get; set; }

    public string? Reminders { get; set; }

    public string? KeptDays { get; set; }

    /// <summary>The wording; left empty, the last one stays.</summary>
    public string? Agreement { get; set; }

    /// <summary>The form filled in with how it stands: those that are asked for in their order, then the others.</summary>
    public static ChangeJoiningForm Of(JoiningSettings settings, IReadOnlyList<JoinStep> steps, string? agreement)
    {
        var others = Enum.GetValues<StepKind>().Where(k => steps.All(s => s.Kind != k));
        return new()
        {
            IsOpen = settings.IsOpen,
            References = Text(settings.References),
            ReminderDays = Text(settings.ReminderDays),
            Reminders = Text(settings.Reminders),
            KeptDays = Text(settings.KeptDays),
            Agreement = agreement,
            Steps =
            [
                .. steps.Select(s => new StepTyped
                {
                    Kind = s.Kind,
                    When = s.IsBefore ? StepWhen.Before : StepWhen.After,
                    IsRequired = s.IsRequired,
                    Position = Text(s.Position),
                }),
                .. others.Select((k, i) => new StepTyped { Kind = k, Position = Text(steps.Count + i + 1) }),
            ],
        };
    }

    internal static int Number(string? typed) => int.Parse(typed!, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One step as a manager types it.</summary>
public sealed class StepTyped
{
    public StepKind Kind { get; set; }

    public StepWhen When { get; set; }

    public bool IsRequired { get; set; }

    public string? Position { get; set; }
}

/// <summary>The shape of <see cref="ChangeJoiningForm"/>.</summary>
public sealed class ChangeJoiningRules : AbstractValidator<ChangeJoiningForm>
{
    public ChangeJoiningRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.References)
            .Must(n => Is(n, 1, JoinStep.MostReferences))
            .WithMessage(_ => Between(texts, 1, JoinStep.MostReferences));
        RuleFor(f => f.ReminderDays)
            .Must(n => Is(n, 1, JoiningSettings.MostDays))
            .WithMessage(_ => Between(texts, 1, JoiningSettings.MostDays));
        RuleFor(f => f.Reminders)
            .Must(n => Is(n, 0, JoiningSettings.MostReminders))
            .WithMessage(_ => Between(texts, 0, JoiningSettings.MostReminders));
        RuleFor(f => f.KeptDays)
            .Must(n => Is(n, 1, JoiningSettings.MostDays))
            .WithMessage(_ => Between(texts, 1, JoiningSettings.MostDays));
        RuleFor(f => f.Agreement).AtMost(AgreementWording.TextLength, texts);
        RuleFor(f => f.Steps)
            .Must(s => s.Select(x => x.Kind).Distinct().Count() == s.Count && s.TrueForAll(x => Enum.IsDefined(x.Kind)))
            .WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Steps)
            .Must(s => s.TrueForAll(x => Is(x.Position, 1, 99)))
            .WithMessage(_ => texts["Write a number from 1 on for the order of each step."]);
    }

    private static bool Is(string? typed, int least, int most) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;

    private static string Between(IStringLocalizer texts, int least, int most) =>
        texts["Write a whole number from {0} to {1}.", least, most];
}
