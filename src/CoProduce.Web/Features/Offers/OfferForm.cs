using System.Globalization;
using System.Text.Json.Serialization;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Skills;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Offers;

/// <summary>The questions about an offer or a request that stand on one page for a member.</summary>
public enum OfferPart
{
    What,
    When,

    /// <summary>How soon: of a request only.</summary>
    Hurry,
    Where,
    Who,
}

/// <summary>What a member can give or would like, as it is written down: one part of it, or all at once.</summary>
public class OfferForm
{
    /// <summary>The value of <see cref="When"/> for parts of the week.</summary>
    public const string Parts = "parts";

    /// <summary>The value of <see cref="When"/> for one day.</summary>
    public const string Day = "day";

    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The part that was asked for; null for all.</summary>
    public OfferPart? Part { get; set; }

    /// <summary>"more" when a new one is to be said more about before it goes on the board.</summary>
    public string? Then { get; set; }

    public string? Title { get; set; }

    public string? Details { get; set; }

    /// <summary>The kinds of help, as the list posts them; the first is the one under which it is counted.</summary>
    public List<string>? Kinds { get; set; }

    /// <summary>"any", <see cref="Parts"/> or <see cref="Day"/>.</summary>
    public string? When { get; set; }

    /// <summary>The numbers of the ticked parts of the week.</summary>
    public List<string>? Ticked { get; set; }

    public DateBoxes OnDay
    {
        get => field ??= new();
        set;
    }

    /// <summary>How long it takes, as it was typed.</summary>
    public string? HowLong { get; set; }

    public string? Urgency { get; set; }

    /// <summary>The day by which help is needed; empty when any day will do. Not asked for an offer.</summary>
    public DateBoxes NeededBy
    {
        get => field ??= new();
        set;
    }

    /// <summary>The names of the places that are ticked.</summary>
    public List<string>? Where { get; set; }

    public string? WhereNote { get; set; }

    public string? Reach { get; set; }

    /// <summary>The codes of the languages.</summary>
    public List<string>? Languages { get; set; }

    public string? ForWhom { get; set; }

    /// <summary>The kinds as ids, each once; what is none is left out.</summary>
    [JsonIgnore]
    public IReadOnlyList<CategoryId> KindIds => [.. (Kinds ?? []).Select(CategoryField.Chosen).OfType<CategoryId>().Distinct()];

    /// <summary>True when that part is in the form.</summary>
    public bool Asks(OfferPart part) => Part is null || Part == part;

    /// <summary>Fills the form in with what stands there.</summary>
    /// <param name="kinds">All its kinds, the first one first.</param>
    public void FillFrom(Offer offer, IReadOnlyList<CategoryId> kinds)
    {
        (Title, Details, Kinds) = (offer.Title, offer.Details, [.. kinds.Select(k => k.Value.ToString())]);
        When =
            offer.OnDay is not null ? Day
            : offer.Times != 0 ? Parts
            : "any";
        Ticked =
        [
            .. Enumerable
                .Range(0, 7 * WeekPattern.Parts)
                .Where(bit => (offer.Times & (1 << bit)) != 0)
                .Select(bit => bit.ToString(CultureInfo.InvariantCulture)),
        ];
        OnDay = offer.OnDay is { } day ? DateBoxes.From(day) : new();
        HowLong = offer.Minutes is { } minutes ? string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{minutes % 60:00}") : null;
        (Urgency, NeededBy) = (offer.Urgency?.ToString(), offer.NeededBy is { } needed ? DateBoxes.From(needed) : new());
        (Where, WhereNote, Reach) = (offer.Where.ToNames(), offer.WhereNote, offer.Reach?.ToString());
        (Languages, ForWhom) = ([.. offer.Languages], offer.ForWhom);
    }
}

/// <summary>The shape of <see cref="OfferForm"/>.</summary>
public sealed class OfferRules : AbstractValidator<OfferForm>
{
    public OfferRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        When(
            f => f.Asks(OfferPart.What),
            () =>
            {
                RuleFor(f => f.Title)
                    .Must(t => !string.IsNullOrWhiteSpace(t))
                    .WithMessage(_ => texts["Say in a few words what it is."])
                    .MaximumLength(Offer.TitleLength)
                    .WithMessage(_ => texts["Please use at most {0} characters.", Offer.TitleLength]);
                RuleFor(f => f.Details)
                    .MaximumLength(Offer.DetailsLength)
                    .WithMessage(_ => texts["Please use at most {0} characters.", Offer.DetailsLength]);
                RuleFor(f => f.Kinds)
                    .Must(k => !(k?.Count > Offer.MostKinds))
                    .WithMessage(_ => texts["Choose at most {0} kinds of help.", Offer.MostKinds]);
            }
        );
        When(
            f => f.Asks(OfferPart.When),
            () =>
            {
                RuleFor(f => f.OnDay)
                    .Must((f, d) => f.When != OfferForm.Day || d.ToDate() is not null)
                    .WithMessage(_ => texts["Write the date as day, month and year, for example 24 11 2026."]);
                RuleFor(f => f.When)
                    .Must((f, w) => w != OfferForm.Parts || f.Ticked?.Count > 0)
                    .WithMessage(_ => texts["Tick the times that suit, or choose “at any time”."]);
                RuleFor(f => f.HowLong)
                    .Must(h => string.IsNullOrWhiteSpace(h) || TypedDuration.Read(h) is > 0 and <= Offer.MostMinutes)
                    .WithMessage(_ => texts["Write it like 1.5, 1:30 or 90 min, or leave it empty."]);
            }
        );
        When(
            f => f.Asks(OfferPart.Hurry),
            () =>
                RuleFor(f => f.NeededBy)
                    .Must(d => d.IsEmpty || d.ToDate() is not null)
                    .WithMessage(_ => texts["Write a date such as 24 11 2026, or leave it empty."])
        );
        RuleFor(f => f.WhereNote)
            .MaximumLength(Offer.LineLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Offer.LineLength]);
        RuleFor(f => f.ForWhom)
            .MaximumLength(Offer.LineLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Offer.LineLength]);
    }
}
