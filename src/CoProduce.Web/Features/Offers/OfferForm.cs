using System.Text.Json.Serialization;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Offers;

/// <summary>What a member can give or would like, as they write it.</summary>
public sealed class OfferForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public string? Title { get; set; }

    public string? Details { get; set; }

    /// <summary>The kind of help, as the list posts it; empty when none fits.</summary>
    public string? Category { get; set; }

    /// <summary>The same as an id; null for none.</summary>
    [JsonIgnore]
    public CategoryId? CategoryId => CategoryField.Chosen(Category);

    /// <summary>The day by which help is needed; empty when any day will do. Not asked for an offer.</summary>
    public DateBoxes NeededBy
    {
        get => field ??= new();
        set;
    }

    /// <summary>The form filled in with what stands there.</summary>
    public static OfferForm Of(OfferLine offer) =>
        new()
        {
            Title = offer.Title,
            Details = offer.Details,
            Category = offer.CategoryId?.Value.ToString(),
            NeededBy = offer.NeededBy is { } day ? DateBoxes.From(day) : new(),
        };
}

/// <summary>The shape of <see cref="OfferForm"/>.</summary>
public sealed class OfferRules : AbstractValidator<OfferForm>
{
    public OfferRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Title)
            .Must(t => !string.IsNullOrWhiteSpace(t))
            .WithMessage(_ => texts["Say in a few words what it is."])
            .MaximumLength(Offer.TitleLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Offer.TitleLength]);
        RuleFor(f => f.Details)
            .MaximumLength(Offer.DetailsLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Offer.DetailsLength]);
        RuleFor(f => f.NeededBy)
            .Must(d => d.IsEmpty || d.ToDate() is not null)
            .WithMessage(_ => texts["Write a date such as 24 11 2026, or leave it empty."]);
    }
}
