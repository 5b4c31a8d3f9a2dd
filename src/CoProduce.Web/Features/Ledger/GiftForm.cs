using System.Text.Json.Serialization;
using CoProduce.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Ledger;

/// <summary>What a member wants to give away of their own credits.</summary>
public sealed class GiftForm
{
    /// <summary>The choice in <see cref="Who"/> that stands for the community pot.</summary>
    public const string ThePot = "pot";

    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The other member's id, or <see cref="ThePot"/>; null until chosen.</summary>
    public string? Who { get; set; }

    /// <summary>The member whom it is for; null for the pot.</summary>
    [JsonIgnore]
    public MemberId? To => Guid.TryParse(Who, out var id) ? new(id) : null;

    public DurationChoice HowMuch
    {
        get => field ??= new();
        set;
    }

    /// <summary>A few words to go with it, which both read in their statements; null or blank for none.</summary>
    public string? Words { get; set; }

    /// <summary>True when the member has seen the gift read back and pressed the button to give it.</summary>
    [JsonIgnore]
    public bool Checked { get; set; }

    /// <summary>Not null when the member wants to change it after it was read back.</summary>
    [JsonIgnore]
    public string? Change { get; set; }

    /// <summary>A part of a name to search for; null for none.</summary>
    [JsonIgnore]
    public string? FindName { get; set; }

    /// <summary>Not null when the button to search was pressed.</summary>
    [JsonIgnore]
    public string? Find { get; set; }
}

/// <summary>The shape of <see cref="GiftForm"/>.</summary>
public sealed class GiftRules : AbstractValidator<GiftForm>
{
    public GiftRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Who).Must(w => w == GiftForm.ThePot || Guid.TryParse(w, out _)).WithMessage(_ => texts["Choose who it is for."]);
        RuleFor(f => f.HowMuch).Must(d => d.ToMinutes() is > 0).WithMessage(_ => texts["Say how much, for example 1 hour and 30 minutes."]);
        RuleFor(f => f.Words)
            .MaximumLength(Entry.LongestReason)
            .WithMessage(_ => texts["Please use at most {0} characters.", Entry.LongestReason]);
    }
}
