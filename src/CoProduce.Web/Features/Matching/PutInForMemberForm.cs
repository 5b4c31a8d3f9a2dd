using System.Text.Json.Serialization;
using CoProduce.Ledger;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Matching;

/// <summary>What a coordinator hears of an offer or a request.</summary>
public sealed class PutInForMemberForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Member { get; set; }

    public string? Title { get; set; }

    public string? Details { get; set; }

    /// <summary>The kind of help, as the list posts it; empty when none fits.</summary>
    public string? Category { get; set; }

    /// <summary>The same as an id; null for none.</summary>
    [JsonIgnore]
    public CategoryId? CategoryId => CategoryField.Chosen(Category);

    /// <summary>For a request, by when; empty when any day will do.</summary>
    public DateBoxes NeededBy
    {
        get => field ??= new(); // an offer posts none
        set;
    }

    /// <summary>The warnings that were shown, and whether they were read.</summary>
    public CareReading Care
    {
        get => field ??= new();
        set;
    }

    public Door Door { get; set; } = Door.Phone;
}

/// <summary>The shape of <see cref="PutInForMemberForm"/>.</summary>
public sealed class PutInForMemberRules : AbstractValidator<PutInForMemberForm>
{
    public PutInForMemberRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Title)
            .Must(t => !string.IsNullOrWhiteSpace(t))
            .WithMessage(_ => texts["Say in a few words what it is about."])
            .MaximumLength(Offer.TitleLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Offer.TitleLength]);
        RuleFor(f => f.Details)
            .MaximumLength(Offer.DetailsLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Offer.DetailsLength]);
        RuleFor(f => f.NeededBy)
            .Must(d => d.IsEmpty || d.ToDate() is not null)
            .WithMessage(_ => texts["Write the date as day, month and year, for example 24 11 2026."]);
    }
}
