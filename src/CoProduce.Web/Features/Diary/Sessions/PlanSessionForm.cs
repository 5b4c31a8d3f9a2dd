using System.Text.Json.Serialization;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Diary;

/// <summary>What a coordinator types to plan a session, or one that comes again.</summary>
public sealed class PlanSessionForm : SessionForm
{
    public string? Hub { get; set; }

    public string? Category { get; set; }

    /// <summary>A <see cref="RepeatEvery"/>; empty for once.</summary>
    public string? Repeats { get; set; }

    /// <summary>The last possible day of those that come again.</summary>
    public DateBoxes Until
    {
        get => field ??= new();
        set;
    }

    [JsonIgnore]
    public CategoryId? CategoryId => CategoryField.Chosen(Category);

    /// <summary>How often; null for once.</summary>
    [JsonIgnore]
    public RepeatEvery? Every => Enum.TryParse<RepeatEvery>(Repeats, out var every) && Enum.IsDefined(every) ? every : null;
}

/// <summary>The shape of <see cref="PlanSessionForm"/>.</summary>
public sealed class PlanSessionRules : SessionRules<PlanSessionForm>
{
    public PlanSessionRules(IStringLocalizer texts)
        : base(texts)
    {
        RuleFor(f => f.Hub).Must(h => Guid.TryParse(h, out _)).WithMessage(_ => texts["Choose a time bank from the list."]);
        RuleFor(f => f.Until)
            .Must(u => u.ToDate() is not null)
            .When(f => f.Every is not null)
            .WithMessage(_ => texts["Say until when it comes again, such as 24 11 2026."]);
    }
}

/// <summary>Why a session is called off.</summary>
public sealed class CallOffSessionForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Session { get; set; }

    public string? Why { get; set; }

    /// <summary>True when all that were planned with it and come after it are called off too.</summary>
    public bool AndAllAfter { get; set; }
}

/// <summary>The shape of <see cref="CallOffSessionForm"/>.</summary>
public sealed class CallOffSessionRules : AbstractValidator<CallOffSessionForm>
{
    public CallOffSessionRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Why).SaysWhy(texts);
    }
}
