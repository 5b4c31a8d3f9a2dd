using CoProduce.Ledger;
using CoProduce.Web.Features.Care;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Offers;

/// <summary>"I can help" or "I'd like that".</summary>
public sealed class OfferAnswerForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public string? Words { get; set; }

    /// <summary>The member for whom a coordinator writes it down; null for oneself.</summary>
    public Guid? Member { get; set; }

    /// <summary>What was typed to find them.</summary>
    public string? MemberTyped { get; set; }

    public Door Door { get; set; } = Door.Screen;
}

/// <summary>The shape of <see cref="OfferAnswerForm"/>.</summary>
public sealed class OfferAnswerRules : AbstractValidator<OfferAnswerForm>
{
    public OfferAnswerRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Words)
            .MaximumLength(OfferAnswer.WordsLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", OfferAnswer.WordsLength]);
    }
}

/// <summary>What a coordinator decides about an answer.</summary>
public sealed class SettleAnswerForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>"yes", "no" or "met", by the button that was pressed.</summary>
    public string? Say { get; set; }

    /// <summary>What whoever put it up agreed to have told to the other, as the names of <see cref="Sharing"/>.</summary>
    public List<string>? OwnerShares { get; set; }

    /// <summary>The warnings that were shown, and whether they were read.</summary>
    public CareReading Care
    {
        get => field ??= new();
        set;
    }
}
