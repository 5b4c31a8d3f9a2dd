using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Skills;

/// <summary>Somebody says what not to ask of them.</summary>
public sealed class ChangeNotAsk(KeepAnswers answers)
{
    public Task<KeptAnswer> HandleAsync(NotAskForm form, CancellationToken ct = default) =>
        answers.OnceAsync(
            form.RequestKey,
            form,
            form.Whose,
            nameof(ChangeNotAsk),
            async (db, member) => (await db.SuitsOfAsync(member, ct)).DoNotAsk = form.Words?.Trim() ?? "",
            ct
        );
}

/// <summary>What not to ask.</summary>
public sealed class NotAskForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Whose Whose
    {
        get => field ??= new();
        set;
    }

    public string? Words { get; set; }
}

/// <summary>The shape of <see cref="NotAskForm"/>.</summary>
public sealed class NotAskRules : AbstractValidator<NotAskForm>
{
    public NotAskRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Words)
            .MaximumLength(WhatSuits.LineLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", WhatSuits.LineLength]);
    }
}
