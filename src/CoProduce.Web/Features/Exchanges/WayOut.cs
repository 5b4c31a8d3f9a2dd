using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Who pays for help, when whoever was helped cannot: nobody is refused help they need.</summary>
public enum WayOut
{
    /// <summary>Whoever was helped, as usual.</summary>
    Receiver,

    /// <summary>The community pot.</summary>
    Pot,

    /// <summary>The organisation.</summary>
    Organisation,

    /// <summary>Whoever was helped, who is let go further below zero this once.</summary>
    LetPass,
}

/// <summary>A coordinator's way out and why: it stands in the ledger with the name of whoever allowed it.</summary>
public sealed class WayOutChoice
{
    /// <summary>The longest reason.</summary>
    public const int ReasonLength = 200;

    public WayOut Way { get; set; }

    /// <summary>Why; not asked for when whoever was helped pays.</summary>
    public string? Why { get; set; }
}

/// <summary>The shape of <see cref="WayOutChoice"/>.</summary>
public sealed class WayOutRules : AbstractValidator<WayOutChoice>
{
    public WayOutRules(IStringLocalizer texts)
    {
        RuleFor(c => c.Way).IsInEnum();
        RuleFor(c => c.Why)
            .Must(r => !string.IsNullOrWhiteSpace(r))
            .When(c => c.Way != WayOut.Receiver)
            .WithMessage(_ => texts["Say why, in a few words. It stands in the books with your name."])
            .MaximumLength(WayOutChoice.ReasonLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", WayOutChoice.ReasonLength]);
    }
}
