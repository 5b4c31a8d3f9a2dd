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

    /// <summary>The same with the choice to ask each of several as they are reached.</summary>
    public AskWay How
    {
        get => (AskWay)Way;
        set => Way = (ProposalWay)value;
    }

    /// <summary>How many the list showed.</summary>
    public int Most { get; set; } = Shortlist.Most;

    /// <summary>True where nobody is asked yet and more of the list is to be seen.</summary>
    public bool ShowsMore { get; set; }

    /// <summary>Why they; needed for anybody who is not on the shortlist.</summary>
    public string? Why { get; set; }

    /// <summary>Somebody who is not on the list, chosen among those found.</summary>
    public Guid? Member { get; set; }

    /// <summary>What was typed to find them.</summary>
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

/// <summary>How those are asked who are asked together; beside the ways that <see cref="ProposalWay"/> has.</summary>
public enum AskWay : short
{
    /// <summary>Each by mail where mail reaches them, else on screen, else by telephone.</summary>
    AsReached = 0,
    Phone = ProposalWay.Phone,
    Mail = ProposalWay.Mail,
    Screen = ProposalWay.Screen,
    Text = ProposalWay.Text,
    InPerson = ProposalWay.InPerson,
}

/// <summary>The shape of <see cref="ProposeMatchForm"/>.</summary>
public sealed class ProposeMatchRules : AbstractValidator<ProposeMatchForm>
{
    public ProposeMatchRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.How).IsInEnum();
        RuleFor(f => f.Look).IsInEnum();
        RuleFor(f => f.Why)
            .MaximumLength(Proposal.WordsLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Proposal.WordsLength]);
    }
}
