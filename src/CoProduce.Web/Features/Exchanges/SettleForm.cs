using CoProduce.Ledger;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>What a coordinator says when settling an exchange.</summary>
public sealed class SettleForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Exchange { get; set; }

    /// <summary>By which door the word came.</summary>
    public Door Door { get; set; } = Door.Phone;

    /// <summary>Who pays when it is confirmed, once that was refused because the receiver cannot.</summary>
    public WayOutChoice Paid
    {
        get => field ??= new();
        set;
    }

    /// <summary>Why it is undone, which both people see; not asked for when it is confirmed.</summary>
    public string? Reason { get; set; }
}

/// <summary>The shape of <see cref="SettleForm"/> when it undoes an exchange.</summary>
public sealed class UndoRules : AbstractValidator<SettleForm>
{
    public UndoRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Reason)
            .Must(r => !string.IsNullOrWhiteSpace(r))
            .WithMessage(_ => texts["Say why. Both people will read it."])
            .MaximumLength(Exchanges.Exchange.ReasonLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Exchanges.Exchange.ReasonLength]);
    }
}
