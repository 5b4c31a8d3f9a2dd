using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Offers;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Matching;

/// <summary>Whom a broker asks, and how.</summary>
public sealed class ProposeMatchForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The members, as their ids.</summary>
    public List<string>? Members { get; set; }

    public ProposalWay Way { get; set; } = ProposalWay.Mail;

    /// <summary>Why they; needed for anybody who is not on the shortlist.</summary>
    public string? Why { get; set; }

    /// <summary>What was typed to find somebody who is not on the list.</summary>
    public string? MemberTyped { get; set; }

    /// <summary>The look under which the list was shown.</summary>
    public MatchLook Look { get; set; }

    /// <summary>The warnings that were shown, and whether they were read.</summary>
    public CareReading Care
    {
        get => field ??= new();
        set;
    }
}

/// <summary>The shape of <see cref="ProposeMatchForm"/>.</summary>
public sealed class ProposeMatchRules : AbstractValidator<ProposeMatchForm>
{
    public ProposeMatchRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Way).IsInEnum();
        RuleFor(f => f.Look).IsInEnum();
        RuleFor(f => f.Why)
            .MaximumLength(Proposal.WordsLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Proposal.WordsLength]);
    }
}
