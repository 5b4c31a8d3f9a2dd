using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Skills;

/// <summary>Somebody says which pets and smoke a visitor meets, and what they themselves would rather not be near.</summary>
public sealed class ChangeHome(KeepAnswers answers)
{
    public Task<KeptAnswer> HandleAsync(HomeForm form, CancellationToken ct = default) =>
        answers.OnceAsync(
            form.RequestKey,
            form,
            form.Whose,
            nameof(ChangeHome),
            async (db, member) =>
            {
                var suits = await db.SuitsOfAsync(member, ct);
                (suits.Has, suits.Avoids) = (form.Has.ToFlags<PetsAndSmoke>(), form.Avoids.ToFlags<PetsAndSmoke>());
            },
            ct
        );
}

/// <summary>Pets and smoke.</summary>
public sealed class HomeForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Whose Whose
    {
        get => field ??= new();
        set;
    }

    /// <summary>Names of <see cref="PetsAndSmoke"/>; null for nothing.</summary>
    public List<string>? Has { get; set; }

    /// <summary>Names of <see cref="PetsAndSmoke"/>; null for nothing.</summary>
    public List<string>? Avoids { get; set; }
}

/// <summary>The shape of <see cref="HomeForm"/>.</summary>
public sealed class HomeRules : AbstractValidator<HomeForm>
{
    public HomeRules(IStringLocalizer texts) =>
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
}
