using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Joining.Steps;

/// <summary>A coordinator writes down that a step happened, or that this person does not need it. What is required before joining cannot be left out.</summary>
public sealed class EndStep(UnitOfWork work, CurrentPerson me, CurrentOrganisation organisation, TimeProvider clock)
{
    public enum Outcome
    {
        Ended,
        NotFound,

        /// <summary>The joining is over in another way.</summary>
        NoLongerOpen,

        /// <summary>The organisation asks for it before anybody joins.</summary>
        Required,

        /// <summary>The day has not come yet.</summary>
        NotYet,

        /// <summary>There is no wording to agree to.</summary>
        NoWording,
    }

    public Task<Outcome> HandleAsync(EndStepForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => EndAsync(db, form, ct), ct);

    private async Task<Outcome> EndAsync(TenantDb db, EndStepForm form, CancellationToken ct)
    {
        if (await db.LockJoinerAsync(new(form.Joiner), ct) is not { } joiner)
            return Outcome.NotFound;
        if (joiner.State is not (JoinerState.Waiting or JoinerState.Approved))
            return Outcome.NoLongerOpen;
        var (now, rules) = (clock.GetUtcNow(), await db.JoiningRulesAsync(ct));
        var today = organisation.Profile.DateOf(now);
        var day = form.When.IsEmpty ? today : form.When.ToDate()!.Value;
        if (day > today)
            return Outcome.NotYet;
        if (form.IsNotNeeded && rules.Steps.Any(s => s.Kind == form.Kind && s is { IsRequired: true, IsBefore: true }))
            return Outcome.Required;
        if (form.Kind == StepKind.Agreement && rules.Agreement is null)
            return Outcome.NoWording;
        var own = rules.Steps.FirstOrDefault(s => s.Kind == form.Kind && s.Kind.IsOwn());
        if (form.Kind == StepKind.GuardianYes || (form.Kind.IsOwn() && own is null && !await IsLeftAsync(db, joiner.Id, form.Kind, ct)))
            return Outcome.NotFound;
        var step = await db.StepAsync(joiner.Id, form.Kind, ct);
        step.End(form.IsNotNeeded ? StepResult.NotNeeded : StepResult.Done, day, me.Id, form.Door, form.Words ?? "", now);
        if (form is { Kind: StepKind.Agreement, IsNotNeeded: false })
            (step.Agreed, step.AgreementVersion, step.AgreementLanguage) = (
                form.Agreed,
                rules.Agreement!.Version,
                rules.Agreement.LanguageFor(form.ReadIn ?? "")
            );
        if (own is not null)
            (step.English, step.Welsh) = (own.English, own.Welsh);
        if (form.Kind == StepKind.Checks)
            await SeeAsync(db, joiner, form, day, now, ct);
        db.AuditLines.Add(me.Line(nameof(EndStep), form.Joiner, now, form.Door));
        db.Keep();
        return Outcome.Ended;
    }

    // A step of the organisation's own may have gone from the list since it was asked for.
    private static Task<bool> IsLeftAsync(TenantDb db, JoinerId joiner, StepKind kind, CancellationToken ct) =>
        db.JoinerSteps.AnyAsync(s => s.JoinerId == joiner && s.Kind == kind, ct);

    // What is seen of a member is on their record at once; of somebody who waits it comes there when they are one.
    private async Task SeeAsync(TenantDb db, Joiner joiner, EndStepForm form, DateOnly day, DateTimeOffset now, CancellationToken ct)
    {
        var seen = (form.Seen ?? []).Select(Guid.Parse).Select(id => new CheckKindId(id)).ToList();
        var kinds = await db.CheckKinds.Where(k => k.HiddenAt == null && seen.Contains(k.Id)).ToListAsync(ct);
        await db.JoinerChecks.Where(c => c.JoinerId == joiner.Id).ExecuteDeleteAsync(ct);
        if (form.IsNotNeeded)
            return;
        foreach (var kind in kinds)
            if (joiner.State == JoinerState.Approved)
                await db.RecordCheckAsync(
                    joiner.Id.Member,
                    new(kind.Id, CheckDecision.Satisfied, me.Name, day, kind.Until(day)),
                    me,
                    form.Door,
                    now,
                    ct
                );
            else
                db.JoinerChecks.Add(
                    new()
                    {
                        JoinerId = joiner.Id,
                        KindId = kind.Id,
                        SeenOn = day,
                        SeenBy = me.Name,
                    }
                );
    }
}

/// <summary>That a step happened, or is not needed.</summary>
public sealed class EndStepForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Joiner { get; set; }

    public StepKind Kind { get; set; }

    /// <summary>True when this person does not need it.</summary>
    public bool IsNotNeeded { get; set; }

    /// <summary>The day; empty for today.</summary>
    public DateBoxes When
    {
        get => field ??= new();
        set;
    }

    /// <summary>Of the checks, which were seen, as the ids of their kinds; null for none.</summary>
    public List<string>? Seen { get; set; }

    /// <summary>Who went along, what was seen, or why it is not needed.</summary>
    public string? Words { get; set; }

    /// <summary>Of an agreement, how it was given.</summary>
    public AgreedHow Agreed { get; set; } = AgreedHow.Said;

    /// <summary>Of an agreement, the code of the language in which they read it.</summary>
    public string? ReadIn { get; set; }

    public Door Door { get; set; } = Door.Phone;
}

/// <summary>The shape of <see cref="EndStepForm"/>.</summary>
public sealed class EndStepRules : AbstractValidator<EndStepForm>
{
    public EndStepRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.When)
            .Must(d => d.IsEmpty || d.ToDate() is not null)
            .WithMessage(_ => texts["Write a date such as 24 11 2026, or leave it empty."]);
        RuleFor(f => f.Words).AtMost(JoinerStep.WordsLength, texts);
        RuleForEach(f => f.Seen).Must(id => Guid.TryParse(id, out _)).WithMessage(_ => texts["Choose from the list."]);
        RuleFor(f => f.Seen)
            .Must((form, seen) => seen is { Count: > 0 } || !string.IsNullOrWhiteSpace(form.Words))
            .When(f => f is { Kind: StepKind.Checks, IsNotNeeded: false })
            .WithMessage(_ => texts["Tick what you have seen, or say it in words."]);
        RuleFor(f => f.Words)
            .Must(w => !string.IsNullOrWhiteSpace(w))
            .When(f => f.IsNotNeeded)
            .WithMessage(_ => texts["Say in a few words why it is not needed."]);
    }
}

/// <summary>Why a step stays open.</summary>
internal static class EndStepRefusals
{
    /// <summary>The sentence; null when it has ended.</summary>
    public static string? Refusal(this EndStep.Outcome outcome, IStringLocalizer texts) =>
        outcome switch
        {
            EndStep.Outcome.Ended => (string?)null,
            EndStep.Outcome.NotFound => JoiningOutcome.NotFound.Refusal(texts),
            EndStep.Outcome.NoLongerOpen => JoiningOutcome.NoLongerOpen.Refusal(texts),
            EndStep.Outcome.Required => texts["Your organisation asks for this before anybody joins, so it cannot be left out."],
            EndStep.Outcome.NotYet => texts["That day has not come yet."],
            EndStep.Outcome.NoWording => texts["There is no agreement to agree to. A manager can write one in the settings."],
        };
}
