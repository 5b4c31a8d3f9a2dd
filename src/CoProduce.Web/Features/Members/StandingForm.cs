using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Members;

/// <summary>What a coordinator says when a member is suspended, takes part again or comes back.</summary>
public sealed class StandingForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Member { get; set; }

    /// <summary>Why, for those who read the record later.</summary>
    public string? Reason { get; set; }

    /// <summary>By which door the word came.</summary>
    public Door Door { get; set; } = Door.Phone;
}

/// <summary>The shape of <see cref="StandingForm"/>.</summary>
public sealed class StandingRules : AbstractValidator<StandingForm>
{
    public StandingRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Reason)
            .Must(r => !string.IsNullOrWhiteSpace(r))
            .WithMessage(_ => texts["Say why, in a few words. It is kept with the record."])
            .MaximumLength(AuditLine.ReasonLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", AuditLine.ReasonLength]);
    }
}
