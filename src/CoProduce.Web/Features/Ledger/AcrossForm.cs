using System.Text.Json.Serialization;
using CoProduce.Ledger;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Ledger;

/// <summary>To whom in which other organisation, and how much.</summary>
public sealed class AcrossForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The other organisation's id; null until chosen.</summary>
    public string? There { get; set; }

    /// <summary>The number on the other person's card.</summary>
    public string? Number { get; set; }

    /// <summary>The whole name of the other person.</summary>
    public string? Name { get; set; }

    public DurationChoice HowMuch
    {
        get => field ??= new();
        set;
    }

    /// <summary>What it was for, which both read; null or blank for none.</summary>
    public string? Words { get; set; }

    /// <summary>The member here who was helped or whose hours go; null where a member gives their own.</summary>
    public Guid? Member { get; set; }

    /// <summary>The warnings that were shown, and whether they were read.</summary>
    public CareReading Care
    {
        get => field ??= new();
        set;
    }

    /// <summary>The member here who is helped; who helps is known there alone.</summary>
    public Meeting Meeting(DateOnly today) => new([], [new(Member!.Value)], null, today);

    /// <summary>True when a coordinator sends what a member gives or takes along, false for help that the member had.</summary>
    public bool IsGift { get; set; }

    /// <summary>How a coordinator heard of it.</summary>
    public Door Door { get; set; } = Door.Phone;

    /// <summary>True when it was read back and is to be sent.</summary>
    [JsonIgnore]
    public bool Checked { get; set; }

    /// <summary>Not null when it is to be changed after it was read back.</summary>
    [JsonIgnore]
    public string? Change { get; set; }

    /// <summary>What was typed to find the member here.</summary>
    [JsonIgnore]
    public string? MemberTyped { get; set; }

    /// <summary>The number as a number; null when it is none.</summary>
    public int? ReadNumber() => int.TryParse(Number?.Trim().TrimStart('#'), out var number) && number > 0 ? number : null;
}

/// <summary>The shape of <see cref="AcrossForm"/>.</summary>
public sealed class AcrossRules : AbstractValidator<AcrossForm>
{
    public AcrossRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.There).Must(t => Guid.TryParse(t, out _)).WithMessage(_ => texts["Choose the other organisation."]);
        RuleFor(f => f.Number)
            .Must((form, _) => form.ReadNumber() is not null)
            .WithMessage(_ => texts["Write the number on their card, such as 17."]);
        RuleFor(f => f.Name).Words(Members.Member.NameLength * 2, texts, "Write their whole name as it stands on their card.");
        RuleFor(f => f.HowMuch).Must(d => d.ToMinutes() is > 0).WithMessage(_ => texts["Say how much, for example 1 hour and 30 minutes."]);
        RuleFor(f => f.Words)
            .MaximumLength(Entry.LongestReason)
            .WithMessage(_ => texts["Please use at most {0} characters.", Entry.LongestReason]);
    }
}
