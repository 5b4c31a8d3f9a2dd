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
                return ChangeJoiningForm.Of(settings ?? new(), steps, (await db.JoiningRulesAsync(ct)).Agreement);
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
                        English = s.Kind.IsOwn() ? Typed(s.English) : "",
                        Welsh = s.Kind.IsOwn() ? Typed(s.Welsh) : "",
                    }
            )
        );
        await WriteAgreementAsync(db, Typed(form.Agreement), Typed(form.AgreementInWelsh), now, ct);
        db.AuditLines.Add(me.Line(nameof(ChangeJoining), null, now));
        db.Keep();
        return Outcome.Changed;
    }

    // Who agreed to an older wording agreed to that one; it stays.
    private async Task WriteAgreementAsync(TenantDb db, string english, string welsh, DateTimeOffset now, CancellationToken ct)
    {
        var last = await db.AgreementWordings.OrderByDescending(a => a.Version).FirstOrDefaultAsync(ct);
        if (english.Length + welsh.Length > 0 && (english, welsh) != (last?.English, last?.Welsh))
            db.AgreementWordings.Add(
                new()
                {
                    Version = (last?.Version ?? 0) + 1,
                    English = english,
                    Welsh = welsh,
                    WrittenAt = now,
                    WrittenBy = me.Id,
                }
            );
    }

    private static string Typed(string? words) => words?.Trim().ReplaceLineEndings("\n") ?? "";
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

    /// <summary>The wording in English; left empty in both languages, the last one stays.</summary>
    public string? Agreement { get; set; }

    /// <summary>The same in Welsh.</summary>
    public string? AgreementInWelsh { get; set; }

    /// <summary>The form filled in with how it stands: those that are asked for in their order, then the others.</summary>
    public static ChangeJoiningForm Of(JoiningSettings settings, IReadOnlyList<JoinStep> steps, AgreementWording? agreement)
    {
        var others = StepKinds.ToChoose.Where(k => steps.All(s => s.Kind != k));
        return new()
        {
            IsOpen = settings.IsOpen,
            References = Text(settings.References),
            ReminderDays = Text(settings.ReminderDays),
            Reminders = Text(settings.Reminders),
            KeptDays = Text(settings.KeptDays),
            Agreement = agreement?.English,
            AgreementInWelsh = agreement?.Welsh,
            Steps =
            [
                .. steps.Select(s => new StepTyped
                {
                    Kind = s.Kind,
                    When = s.IsBefore ? StepWhen.Before : StepWhen.After,
                    IsRequired = s.IsRequired,
                    Position = Text(s.Position),
                    English = s.English,
                    Welsh = s.Welsh,
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

    /// <summary>Of a step of one's own, its name in English.</summary>
    public string? English { get; set; }

    /// <summary>The same in Welsh.</summary>
    public string? Welsh { get; set; }
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
        RuleFor(f => f.AgreementInWelsh).AtMost(AgreementWording.TextLength, texts);
        RuleFor(f => f.Steps)
            .Must(s => s.Select(x => x.Kind).Distinct().Count() == s.Count && s.TrueForAll(x => StepKinds.ToChoose.Contains(x.Kind)))
            .WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Steps)
            .Must(s => s.TrueForAll(x => Is(x.Position, 1, 99)))
            .WithMessage(_ => texts["Write a number from 1 on for the order of each step."]);
        RuleFor(f => f.Steps)
            .Must(s => s.TrueForAll(x => !x.Kind.IsOwn() || x.When == StepWhen.Never || $"{x.English}{x.Welsh}".Trim().Length > 0))
            .WithMessage(_ => texts["Give your own step a name, in English or in Welsh."]);
        RuleFor(f => f.Steps)
            .Must(s => s.TrueForAll(x => x.English?.Length is not > JoinStep.NameLength && x.Welsh?.Length is not > JoinStep.NameLength))
            .WithMessage(_ => texts["Please use at most {0} characters.", JoinStep.NameLength]);
    }

    private static bool Is(string? typed, int least, int most) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;

    private static string Between(IStringLocalizer texts, int least, int most) =>
        texts["Write a whole number from {0} to {1}.", least, most];
}
