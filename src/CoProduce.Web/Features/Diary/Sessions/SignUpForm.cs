using CoProduce.Ledger;
using CoProduce.Web.Features.Care;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Diary;

/// <summary>That somebody would like to come to a session, or cannot come after all.</summary>
public sealed class SignUpForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Session { get; set; }

    /// <summary>Who; not asked of members, who speak for themselves.</summary>
    public Guid? Member { get; set; }

    /// <summary>The number or part of a name by which they were looked for.</summary>
    public string? MemberTyped { get; set; }

    public Door Door { get; set; } = Door.Phone;

    /// <summary>The warnings that were shown to a coordinator, and whether they were read.</summary>
    public CareReading Care
    {
        get => field ??= new();
        set;
    }
}

/// <summary>The shape of <see cref="SignUpForm"/>, as a coordinator fills it in.</summary>
public sealed class SignUpRules : AbstractValidator<SignUpForm>
{
    public SignUpRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Member)
            .NotEmpty()
            .WithMessage(f =>
                VisitFormRules.Nobody(texts, f.MemberTyped, "Write who would like to come: a number, or a part of the name.")
            );
    }
}
