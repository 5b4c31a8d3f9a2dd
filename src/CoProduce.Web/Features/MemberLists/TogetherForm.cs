using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.MemberLists;

/// <summary>What can be done to many members at once.</summary>
public enum TogetherDeed
{
    /// <summary>They belong to another time bank from now on.</summary>
    Move,

    /// <summary>They get a letter with a link to make a sign-in.</summary>
    Invite,

    /// <summary>They may not sign in or exchange for the time being.</summary>
    Suspend,

    /// <summary>A suspension ends.</summary>
    Reinstate,

    /// <summary>Their cards are made ready to print.</summary>
    PrintCards,
}

/// <summary>What a coordinator says of many members at once.</summary>
public sealed class TogetherForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public TogetherDeed Deed { get; set; }

    /// <summary>The ids of those who were looked at, with full stops between them.</summary>
    public string Members { get; set; } = "";

    /// <summary>Where to; needed for moving only.</summary>
    public Guid? Hub { get; set; }

    /// <summary>Why; needed for suspending and its end.</summary>
    public string? Reason { get; set; }

    /// <summary>True when the reason is asked for.</summary>
    public bool AsksWhy => Deed is TogetherDeed.Suspend or TogetherDeed.Reinstate;
}

/// <summary>The shape of <see cref="TogetherForm"/>.</summary>
public sealed class TogetherRules : AbstractValidator<TogetherForm>
{
    public TogetherRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Deed).IsInEnum();
        RuleFor(f => f.Hub).NotNull().When(f => f.Deed == TogetherDeed.Move).WithMessage(_ => texts["Choose the time bank they move to."]);
        RuleFor(f => f.Reason)
            .Must(r => !string.IsNullOrWhiteSpace(r))
            .When(f => f.AsksWhy, ApplyConditionTo.CurrentValidator)
            .WithMessage(_ => texts["Say why, in a few words. It is kept with the record."])
            .MaximumLength(AuditLine.ReasonLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", AuditLine.ReasonLength]);
    }
}
