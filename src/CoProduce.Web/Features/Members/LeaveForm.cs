using System.Text.Json.Serialization;
using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Members;

/// <summary>What a coordinator says when a member leaves, and what becomes of the hours they have or owe.</summary>
public sealed class LeaveForm
{
    /// <summary>The choice in <see cref="Rest"/> that stands for another member.</summary>
    public const string ToSomebody = "member";

    /// <summary>The choice in <see cref="Rest"/> to decide later; the account stays open until then.</summary>
    public const string Later = "later";

    /// <summary>The longest line about a death.</summary>
    public const int LineLength = 160;

    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Member { get; set; }

    /// <summary>Why, for those who read the record later.</summary>
    public string? Reason { get; set; }

    public bool HasDied { get; set; }

    /// <summary>Who told us of a death.</summary>
    public string? ToldBy { get; set; }

    /// <summary>When we heard of it.</summary>
    public DateBoxes ToldOn
    {
        get => field ??= new();
        set;
    }

    /// <summary>Who of us writes to the family; null for nobody so far.</summary>
    public string? WritesToFamily { get; set; }

    /// <summary>By which door the word came.</summary>
    public Door Door { get; set; } = Door.Phone;

    /// <summary>What they had when the page was shown, in minutes; below zero for a debt.</summary>
    public long Balance { get; set; }

    /// <summary>The pot that gets what is left or takes the debt over, <see cref="ToSomebody"/> or <see cref="Later"/>; not asked for at zero.</summary>
    public string? Rest { get; set; }

    /// <summary>Who gets what is left.</summary>
    public Guid? Person { get; set; }

    /// <summary>Why a debt is written off; it stands in the books.</summary>
    public string? DebtReason { get; set; }

    [JsonIgnore]
    public string? PersonTyped { get; set; }

    /// <summary>True when it was read back and is to be done.</summary>
    [JsonIgnore]
    public bool Checked { get; set; }

    /// <summary>Not null when it is to be changed after it was read back.</summary>
    [JsonIgnore]
    public string? Change { get; set; }

    /// <summary>What is kept with the record: why they leave, or how we heard that they died.</summary>
    [JsonIgnore]
    public string Kept =>
        !string.IsNullOrWhiteSpace(Reason)
            ? Reason.Trim()
            : string.Join(
                "; ",
                new[]
                {
                    ToldBy?.Trim(),
                    ToldOn.ToDate()?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                    WritesToFamily?.Trim(),
                }.Where(part => !string.IsNullOrEmpty(part))
            );

    /// <summary>The chosen pot; null when none was.</summary>
    [JsonIgnore]
    public AccountId? Pot => Balance != 0 && Guid.TryParse(Rest, out var pot) ? new(pot) : null;

    /// <summary>Whether another member gets what is left.</summary>
    [JsonIgnore]
    public bool IsToSomebody => Balance > 0 && Rest == ToSomebody;
}

/// <summary>The shape of <see cref="LeaveForm"/>.</summary>
public sealed class LeaveRules : AbstractValidator<LeaveForm>
{
    public LeaveRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.ToldBy)
            .Must(t => !string.IsNullOrWhiteSpace(t))
            .When(f => f.HasDied && string.IsNullOrWhiteSpace(f.Reason))
            .WithMessage(_ => texts["Say who told us."])
            .MaximumLength(LeaveForm.LineLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", LeaveForm.LineLength]);
        RuleFor(f => f.ToldOn)
            .Must(d => d.IsEmpty || d.ToDate() is not null)
            .WithMessage(_ => texts["Write the date as day, month and year, for example 24 11 2026."]);
        RuleFor(f => f.WritesToFamily)
            .MaximumLength(LeaveForm.LineLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", LeaveForm.LineLength]);
        RuleFor(f => f.Reason)
            .Must((f, r) => f.HasDied || !string.IsNullOrWhiteSpace(r))
            .WithMessage(_ => texts["Say why, in a few words. It is kept with the record."])
            .MaximumLength(AuditLine.ReasonLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", AuditLine.ReasonLength]);
        RuleFor(f => f.Rest)
            .Must((f, rest) => f.Pot is not null || f.IsToSomebody || rest == LeaveForm.Later)
            .When(f => f.Balance != 0)
            .WithMessage(_ => texts["Say what becomes of the hours."]);
        RuleFor(f => f.Person)
            .NotEmpty()
            .When(f => f.IsToSomebody)
            .WithMessage(_ => texts["Choose the member: type a number or a part of the name."])
            .Must((f, person) => person is null || person != f.Member)
            .WithMessage(_ => texts["This is the same person on both sides. Choose somebody else."]);
        RuleFor(f => f.DebtReason)
            .Must(r => !string.IsNullOrWhiteSpace(r))
            .When(f => f.Balance < 0 && f.Pot is not null)
            .WithMessage(_ => texts["Say why the debt is written off. It stands in the books."])
            .MaximumLength(Entry.LongestReason)
            .WithMessage(_ => texts["Please use at most {0} characters.", Entry.LongestReason]);
    }
}
