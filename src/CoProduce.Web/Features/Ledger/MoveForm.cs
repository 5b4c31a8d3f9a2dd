using System.Globalization;
using System.Text.Json.Serialization;
using CoProduce.Ledger;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Ledger;

/// <summary>The ways of moving hours that a coordinator does by hand.</summary>
public enum MoveKind
{
    /// <summary>A pot pays for help that somebody had.</summary>
    Draw,
    OnCall,
    Event,
    Award,
    Partner,

    /// <summary>Something measured, so many minutes for each.</summary>
    Contribution,

    /// <summary>A balance brought along from an earlier record.</summary>
    Opening,

    /// <summary>A pot takes over a debt.</summary>
    WriteOff,

    /// <summary>Given away on behalf of a member.</summary>
    Gift,
}

/// <summary>Which hours move and why; each kind asks only for what it needs.</summary>
public sealed class MoveForm
{
    /// <summary>The choice in <see cref="Account"/> that stands for another member.</summary>
    public const string AMember = "member";

    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public MoveKind Kind { get; set; }

    /// <summary>The member whose balance changes.</summary>
    public Guid? Member { get; set; }

    /// <summary>Who was helped from a pot, or who gets a gift.</summary>
    public Guid? Other { get; set; }

    /// <summary>The pot, the organisation's account, the partner or the team; <see cref="AMember"/> for a gift to a member.</summary>
    public string? Account { get; set; }

    public DurationChoice HowMuch
    {
        get => field ??= new();
        set;
    }

    /// <summary>How many were brought in.</summary>
    public string? Quantity { get; set; }

    /// <summary>The organisation's rule by which they earn.</summary>
    public string? Rule { get; set; }

    /// <summary>The minutes that it came to when it was read back; null before.</summary>
    public long? Earned { get; set; }

    /// <summary>True when a coordinator lets the member go further below zero this once; the words say why.</summary>
    public bool LetPass { get; set; }

    /// <summary>True when the balance from before is a debt.</summary>
    public bool IsDebt { get; set; }

    /// <summary>True when the partner spends on the member's time.</summary>
    public bool PartnerPays { get; set; }

    /// <summary>The debt in minutes as it was read back; null before.</summary>
    public long? Debt { get; set; }

    public DayChoice When
    {
        get => field ??= new() { Choice = "today" };
        set;
    }

    /// <summary>What it was, or why; the member reads it in their statement.</summary>
    public string? Words { get; set; }

    /// <summary>How the coordinator heard of it.</summary>
    public Door Door { get; set; } = Door.Phone;

    [JsonIgnore]
    public string? MemberTyped { get; set; }

    [JsonIgnore]
    public string? OtherTyped { get; set; }

    /// <summary>True when it was read back and is to be done.</summary>
    [JsonIgnore]
    public bool Checked { get; set; }

    /// <summary>Not null when it is to be changed after it was read back.</summary>
    [JsonIgnore]
    public string? Change { get; set; }

    /// <summary>The accounts to choose from; empty when the kind asks for none.</summary>
    public IReadOnlyList<AccountKind> AsksAccountOf() =>
        Kind switch
        {
            MoveKind.Draw or MoveKind.WriteOff => [AccountKind.Pot],
            MoveKind.Event => [AccountKind.Organisation, AccountKind.Pot],
            MoveKind.Partner => [AccountKind.Partner],
            MoveKind.Gift => [AccountKind.Pot, AccountKind.Team],
            MoveKind.OnCall or MoveKind.Award or MoveKind.Contribution or MoveKind.Opening => [],
        };

    /// <summary>Whether another member is concerned.</summary>
    public bool AsksOther() => Kind == MoveKind.Draw || Kind == MoveKind.Gift && Account == AMember;

    /// <summary>Whether the hours are typed, and not counted from something else.</summary>
    public bool AsksHowMuch() => Kind is not (MoveKind.Contribution or MoveKind.WriteOff);

    /// <summary>Whether it happened on a day of its own; what only settles balances is dated today.</summary>
    public bool AsksWhen() => Kind is not (MoveKind.Opening or MoveKind.WriteOff or MoveKind.Gift);

    /// <summary>Whether words are needed.</summary>
    public bool NeedsWords() => LetPass || Kind is not (MoveKind.OnCall or MoveKind.Opening or MoveKind.Gift or MoveKind.Contribution);

    /// <summary>Whether the member spends, so that they may be let pass the floor.</summary>
    public bool MemberSpends() => Kind is MoveKind.Event or MoveKind.Award or MoveKind.Opening || Kind == MoveKind.Partner && !PartnerPays;

    /// <summary>A count as a number; null when it is none, or not from 1 to 10,000.</summary>
    public static int? Count(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= 10_000 ? n : null;
}

/// <summary>The shape of <see cref="MoveForm"/>.</summary>
public sealed class MoveRules : AbstractValidator<MoveForm>
{
    /// <summary>The longest words; with what was counted before them they still fit the ledger.</summary>
    public const int WordsLength = Entry.LongestReason - OrganisationSettings.NameLength - 80;

    private static readonly DateOnly AnyDay = new(2000, 1, 1);

    public MoveRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Kind).IsInEnum();
        RuleFor(f => f.Member).NotEmpty().WithMessage(_ => texts["Choose the member: type a number or a part of the name."]);
        RuleFor(f => f.Other)
            .NotEmpty()
            .When(f => f.AsksOther())
            .WithMessage(_ => texts["Choose the member: type a number or a part of the name."])
            .Must((form, other) => other is null || other != form.Member)
            .WithMessage(_ => texts["This is the same person on both sides. Choose somebody else."]);
        RuleFor(f => f.Account)
            .Must((form, account) => Guid.TryParse(account, out _) || form.Kind == MoveKind.Gift && account == MoveForm.AMember)
            .When(f => f.AsksAccountOf().Count > 0)
            .WithMessage(_ => texts["Choose one from the list."]);
        RuleFor(f => f.HowMuch)
            .Must(d => d.ToMinutes() is > 0)
            .When(f => f.AsksHowMuch())
            .WithMessage(_ => texts["Say how much, for example 1 hour and 30 minutes."]);
        RuleFor(f => f.Quantity)
            .Must(q => MoveForm.Count(q) is not null)
            .When(f => f.Kind == MoveKind.Contribution)
            .WithMessage(_ => texts["Write a whole number from 1 to 10,000."]);
        RuleFor(f => f.Rule)
            .Must(r => Guid.TryParse(r, out _))
            .When(f => f.Kind == MoveKind.Contribution)
            .WithMessage(_ => texts["Choose one from the list."]);
        RuleFor(f => f.When)
            .Must(w => w.ToDate(AnyDay) is not null)
            .When(f => f.AsksWhen())
            .WithMessage(_ => texts["Say when it was: today, yesterday, or a date such as 24 11 2026."]);
        RuleFor(f => f.Words)
            .Must((form, words) => !form.NeedsWords() || !string.IsNullOrWhiteSpace(words))
            .WithMessage(_ => texts["Say in a few words what it was or why. The member reads it in their statement."])
            .MaximumLength(WordsLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", WordsLength]);
        RuleFor(f => f.Door).Must(d => d is Door.Phone or Door.Paper or Door.Screen).WithMessage(_ => texts["Say how you heard of it."]);
    }
}
