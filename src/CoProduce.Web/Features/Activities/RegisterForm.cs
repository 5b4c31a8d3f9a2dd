using System.Text.Json.Serialization;
using CoProduce.Ledger;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Activities;

/// <summary>What a coordinator types from a register on paper.</summary>
public sealed class RegisterForm
{
    public const string Look = "look";
    public const string Post = "post";
    public const string ByThePot = "pot";
    public const string ByTheOrganisation = "organisation";
    public const string LetPass = "pass";
    public const string LeaveOut = "leave";

    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>Who gave, one a line: a number or a name, and perhaps "= 1:30".</summary>
    public string? Gave { get; set; }

    /// <summary>Who was helped or took part, in the same way; empty when it was for everybody.</summary>
    public string? TookPart { get; set; }

    public DurationChoice HowLong
    {
        get => field ??= new();
        set;
    }

    public Difference Difference { get; set; } = Difference.Organisation;

    public DayChoice When
    {
        get => field ??= new() { Choice = "today" };
        set;
    }

    public string? Description { get; set; }

    /// <summary>The kind of help, as the list posts it; empty when nobody said.</summary>
    public string? Category { get; set; }

    /// <summary>The same as an id; null for none.</summary>
    [JsonIgnore]
    public CategoryId? CategoryId => CategoryField.Chosen(Category);

    public Door Door { get; set; } = Door.Paper;

    /// <summary>The planned session of which it is the register; null for none.</summary>
    public Guid? Session { get; set; }

    /// <summary>The warnings that were shown, and whether they were read.</summary>
    public CareReading Care
    {
        get => field ??= new();
        set;
    }

    /// <summary>The button that was pressed.</summary>
    public string? Step { get; set; }

    /// <summary>What was read back last, so that nothing else is put into the books.</summary>
    public string? Seen { get; set; }

    /// <summary>The ids of those who could not pay when it was last tried, with spaces between; so are the three below.</summary>
    public string? CannotPay { get; set; }

    public string? PaidByPot { get; set; }

    public string? PaidByOrganisation { get; set; }

    public string? LeftOut { get; set; }

    /// <summary>Why they are let pass the floor once.</summary>
    public string? PassReason { get; set; }

    /// <summary>True when the button says to let them pass.</summary>
    [JsonIgnore]
    public bool IsLetPass => Step == LetPass;

    /// <summary>Does with those who cannot pay what the button says.</summary>
    public void Decide()
    {
        if (Step is not (ByThePot or ByTheOrganisation or LeaveOut))
            return;
        var ids = Ids(CannotPay);
        (PaidByPot, PaidByOrganisation, LeftOut) = (Without(PaidByPot, ids), Without(PaidByOrganisation, ids), Without(LeftOut, ids));
        if (Step == ByThePot)
            PaidByPot = $"{PaidByPot} {CannotPay}".Trim();
        else if (Step == ByTheOrganisation)
            PaidByOrganisation = $"{PaidByOrganisation} {CannotPay}".Trim();
        else
            LeftOut = $"{LeftOut} {CannotPay}".Trim();
    }

    /// <summary>The pot cannot pay after all: what becomes of those for whom it was to pay is asked again.</summary>
    public void AskAgain() => (CannotPay, PaidByPot) = (PaidByPot, null);

    /// <summary>The ids in one of the hidden lists.</summary>
    public static HashSet<Guid> Ids(string? list) =>
        [.. (list ?? "").Split(' ').Select(id => Guid.TryParse(id, out var one) ? one : Guid.Empty).Where(id => id != Guid.Empty)];

    /// <summary>The next session of the same: today, with those who still take part and the lengths that differ.</summary>
    public static RegisterForm After(RegisterShown last)
    {
        var people = last.People.Where(p => p.TakesPart).ToArray();
        // Those who shared what was given have odd lengths that nobody typed.
        var typed = people.Where(p => p.Line.Side == RegisterSide.Gave || last.Register.Difference != Difference.Shared).ToArray();
        var usual = typed.GroupBy(p => p.Line.Minutes).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefault();
        string List(RegisterSide side) =>
            string.Join(
                '\n',
                people
                    .Where(p => p.Line.Side == side)
                    .Select(p =>
                        $"{p.Number} {p.Name}" + (typed.Contains(p) && p.Line.Minutes != usual ? $" = {Clock(p.Line.Minutes)}" : "")
                    )
            );
        return new()
        {
            Description = last.Register.Description,
            Category = last.Register.CategoryId?.Value.ToString(),
            Difference = last.Register.Difference,
            HowLong = new() { Typed = usual > 0 ? Clock(usual) : null },
            Gave = List(RegisterSide.Gave),
            TookPart = List(RegisterSide.TookPart),
        };
    }

    private static string Clock(int minutes) => $"{minutes / 60}:{minutes % 60:00}";

    private static string Without(string? list, HashSet<Guid> ids) => string.Join(' ', Ids(list).Except(ids));
}

/// <summary>The shape of <see cref="RegisterForm"/>.</summary>
public sealed class RegisterRules : AbstractValidator<RegisterForm>
{
    private static readonly DateOnly AnyDay = new(2000, 1, 1);

    public RegisterRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Gave)
            .Must(g => !string.IsNullOrWhiteSpace(g))
            .WithMessage(_ => texts["Write who gave their time, one person on each line."]);
        RuleFor(f => f.Gave).MaximumLength(Register.ListLength).WithMessage(_ => TooLong(texts));
        RuleFor(f => f.TookPart).MaximumLength(Register.ListLength).WithMessage(_ => TooLong(texts));
        RuleFor(f => f.When)
            .Must(w => w.ToDate(AnyDay) is not null)
            .WithMessage(_ => texts["Say when it was: today, yesterday, or a date such as 24 11 2026."]);
        RuleFor(f => f.HowLong)
            .Must(d => d.ToMinutes() is > 0)
            .WithMessage(_ => texts["Say how long it took, for example 1 hour and 30 minutes."]);
        RuleFor(f => f.Description)
            .Must(d => !string.IsNullOrWhiteSpace(d))
            .WithMessage(_ => texts["Say in a few words what it was, for example “the sewing class”."])
            .MaximumLength(Exchange.DescriptionLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Exchange.DescriptionLength]);
        RuleFor(f => f.Difference).IsInEnum().WithMessage(_ => texts["Say what is to be done with the difference."]);
        RuleFor(f => f.Door).Must(d => d is Door.Phone or Door.Paper or Door.Screen).WithMessage(_ => texts["Say how you heard of it."]);
        RuleFor(f => f.PassReason)
            .Must(r => !string.IsNullOrWhiteSpace(r))
            .When(f => f.IsLetPass)
            .WithMessage(_ => texts["Say why they may go further below zero this once. It stands on their statements."])
            .MaximumLength(Register.PassReasonLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Register.PassReasonLength]);
    }

    private static string TooLong(IStringLocalizer texts) =>
        texts["This is too long for one register. Log at most {0} people at once.", Register.MostPeople];
}
