using CoProduce.Ledger;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Holds;

/// <summary>What becomes of hours that are kept.</summary>
public sealed class TakeHoldForm
{
    /// <summary>The choice in <see cref="To"/> that stands for an award.</summary>
    public const string Award = "award";

    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Hold { get; set; }

    /// <summary>The organisation's account or a pot for a place at an event, a team for a gift, or <see cref="Award"/>; not asked for when they are let go.</summary>
    public string? To { get; set; }

    /// <summary>By which door the word came.</summary>
    public Door Door { get; set; } = Door.Phone;
}

/// <summary>The shape of <see cref="TakeHoldForm"/> when the hours are taken.</summary>
public sealed class TakeHoldRules : AbstractValidator<TakeHoldForm>
{
    public TakeHoldRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.To)
            .Must(t => t == TakeHoldForm.Award || Guid.TryParse(t, out _))
            .WithMessage(_ => texts["Choose one from the list."]);
    }
}
