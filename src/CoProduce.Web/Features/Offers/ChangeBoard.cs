using System.Globalization;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Offers;

/// <summary>A manager says how the noticeboard is kept. It counts from the next answer and the next morning on.</summary>
public sealed class ChangeBoard(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Changed,
    }

    /// <summary>How it stands.</summary>
    public Task<BoardSettings> ReadAsync(CancellationToken ct = default) => work.ReadAsync(db => db.BoardSettingsNowAsync(ct), ct);

    public Task<Outcome> HandleAsync(ChangeBoardForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                await db.LockSettingsAsync(ct);
                if (await db.BoardSettings.SingleOrDefaultAsync(ct) is not { } settings)
                    db.BoardSettings.Add(settings = new());
                settings.RequestDays = ChangeBoardForm.Days(form.RequestDays)!.Value;
                settings.OfferDays = ChangeBoardForm.Days(form.OfferDays)!.Value;
                settings.AnswersGoTo = form.AnswersGoTo;
                settings.SuggestsFits = form.SuggestsFits;
                settings.SuggestsPeople = form.SuggestsPeople;
                await db.PlanBoardRoundsAsync(clock.GetUtcNow(), ct);
                db.AuditLines.Add(me.Line(nameof(ChangeBoard), null, clock.GetUtcNow()));
                db.Keep();
                return Outcome.Changed;
            },
            ct
        );
}

/// <summary>How the board is kept.</summary>
public sealed class ChangeBoardForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public string? RequestDays { get; set; }

    public string? OfferDays { get; set; }

    public AnswersGoTo AnswersGoTo { get; set; } = AnswersGoTo.Broker;

    /// <summary>True where members see which requests fit what they can give.</summary>
    public bool SuggestsFits { get; set; }

    /// <summary>True where whoever asks for something sees who could help, and may ask them.</summary>
    public bool SuggestsPeople { get; set; }

    /// <summary>The form filled in with how it stands.</summary>
    public static ChangeBoardForm Of(BoardSettings settings) =>
        new()
        {
            RequestDays = settings.RequestDays.ToString(CultureInfo.InvariantCulture),
            OfferDays = settings.OfferDays.ToString(CultureInfo.InvariantCulture),
            AnswersGoTo = settings.AnswersGoTo,
            SuggestsFits = settings.SuggestsFits,
            SuggestsPeople = settings.SuggestsPeople,
        };

    /// <summary>The number of days; null when it is none that may be.</summary>
    public static int? Days(string? typed) =>
        int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days)
        && days is >= BoardSettings.FewestDays and <= BoardSettings.MostDays
            ? days
            : null;
}

/// <summary>The shape of <see cref="ChangeBoardForm"/>.</summary>
public sealed class ChangeBoardRules : AbstractValidator<ChangeBoardForm>
{
    public ChangeBoardRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.RequestDays).Must(d => ChangeBoardForm.Days(d) is not null).WithMessage(_ => Between());
        RuleFor(f => f.OfferDays).Must(d => ChangeBoardForm.Days(d) is not null).WithMessage(_ => Between());
        RuleFor(f => f.AnswersGoTo).IsInEnum();
        RuleFor(f => f.SuggestsPeople)
            .Must((f, suggests) => !suggests || f.AnswersGoTo == AnswersGoTo.People)
            .WithMessage(_ =>
                texts["Members can ask one another only where answers go to whoever put it up. Choose that above, or leave this out."]
            );

        string Between() => texts["Write a number of days from {0} to {1}.", BoardSettings.FewestDays, BoardSettings.MostDays];
    }
}
