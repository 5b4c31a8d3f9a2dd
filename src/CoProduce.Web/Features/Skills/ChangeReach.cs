using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Skills;

/// <summary>Somebody says how far they go, and whether they need a lift.</summary>
public sealed class ChangeReach(KeepAnswers answers)
{
    public Task<KeptAnswer> HandleAsync(ReachForm form, CancellationToken ct = default) =>
        answers.OnceAsync(
            form.RequestKey,
            form,
            form.Whose,
            nameof(ChangeReach),
            async (db, member) =>
            {
                var suits = await db.SuitsOfAsync(member, ct);
                (suits.Reach, suits.NeedsLift) = (form.Chosen(), form.NeedsLift);
            },
            ct
        );
}

/// <summary>How far somebody goes.</summary>
public sealed class ReachForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Whose Whose
    {
        get => field ??= new();
        set;
    }

    /// <summary>The name of a <see cref="Skills.Reach"/>; null when not said.</summary>
    public string? Reach { get; set; }

    public bool NeedsLift { get; set; }

    /// <summary>How far; null when not said.</summary>
    public Reach? Chosen() => Enum.TryParse<Reach>(Reach, out var reach) && Enum.IsDefined(reach) ? reach : null;
}

/// <summary>The shape of <see cref="ReachForm"/>.</summary>
public sealed class ReachRules : AbstractValidator<ReachForm>
{
    public ReachRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Reach).Must((f, r) => string.IsNullOrEmpty(r) || f.Chosen() is not null).WithMessage(_ => texts["Choose how far."]);
    }
}
