using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Relations;

/// <summary>That somebody may act for a member, as a coordinator writes it down.</summary>
public sealed class ActingForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Member { get; set; }

    public string? Name { get; set; }

    /// <summary>The address that the person signs in with, or will.</summary>
    public string? Email { get; set; }

    public string? Relation { get; set; }

    public string? AgreedBy { get; set; }

    public Door Door { get; set; } = Door.Phone;

    public DateBoxes From
    {
        get => field ??= new();
        set;
    }

    /// <summary>The last day; empty for an open end.</summary>
    public DateBoxes Until
    {
        get => field ??= new();
        set;
    }
}

/// <summary>The shape of <see cref="ActingForm"/>.</summary>
public sealed class ActingRules : AbstractValidator<ActingForm>
{
    public ActingRules(IStringLocalizer texts)
    {
        const string date = "Write the date as day, month and year, for example 24 11 2026.";
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        Said(f => f.Name, "Write the name of the person who acts for them.", RoleHolder.NameLength);
        Said(f => f.Email, "Write the e-mail address that they sign in with.", MemberContact.EmailLength);
        RuleFor(f => f.Email)
            .EmailAddress()
            .When(f => !string.IsNullOrWhiteSpace(f.Email))
            .WithMessage(_ => texts["Write an e-mail address like name@example.org."]);
        Said(f => f.AgreedBy, "Say who agreed to it: the member, or whoever may speak for them.", ActingFor.LineLength);
        RuleFor(f => f.Relation)
            .MaximumLength(ActingFor.LineLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", ActingFor.LineLength]);
        RuleFor(f => f.From).Must(d => d.ToDate() is not null).WithMessage(_ => texts[date]);
        RuleFor(f => f.Until).Must(d => d.IsEmpty || d.ToDate() is not null).WithMessage(_ => texts[date]);

        void Said(System.Linq.Expressions.Expression<Func<ActingForm, string?>> field, string nothing, int length) =>
            RuleFor(field)
                .Must(w => !string.IsNullOrWhiteSpace(w))
                .WithMessage(_ => texts[nothing])
                .MaximumLength(length)
                .WithMessage(_ => texts["Please use at most {0} characters.", length]);
    }
}

/// <summary>Why somebody acts no longer.</summary>
public sealed class EndActingForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The agreement, as the list posts it.</summary>
    public string? Acting { get; set; }

    public string? Reason { get; set; }
}

/// <summary>The shape of <see cref="EndActingForm"/>.</summary>
public sealed class EndActingRules : AbstractValidator<EndActingForm>
{
    public EndActingRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Acting).Must(a => Guid.TryParse(a, out _)).WithMessage(_ => texts["Choose one from the list."]);
        RuleFor(f => f.Reason)
            .Must(r => !string.IsNullOrWhiteSpace(r))
            .WithMessage(_ => texts["Say why in a few words. Both of them may ask to read it."])
            .MaximumLength(ActingFor.ReasonLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", ActingFor.ReasonLength]);
    }
}
