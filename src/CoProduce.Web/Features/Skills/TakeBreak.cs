using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Skills;

/// <summary>Somebody takes a break, until a day or until they say so, and is told that all waits for them; or is back from it. It ends by itself after the day.</summary>
public sealed class TakeBreak(KeepAnswers answers, Letters letters, CurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>The deed of whoever is back.</summary>
    public const string End = "EndBreak";

    private DateOnly Today => organisation.Profile.DateOf(clock.GetUtcNow());

    public Task<KeptAnswer> HandleAsync(BreakForm form, CancellationToken ct = default) =>
        answers.OnceAsync(
            form.RequestKey,
            form,
            form.Whose,
            form.IsBack ? End : nameof(TakeBreak),
            async (db, member) =>
            {
                var suits = await db.SuitsOfAsync(member, ct);
                (suits.AwayFrom, suits.AwayUntil) = form.IsBack ? ((DateOnly?)null, (DateOnly?)null) : (Today, form.Until.ToDate());
                if (!form.IsBack)
                    await WriteAsync(db, member, form.Until.ToDate(), ct);
            },
            ct
        );

    private async Task WriteAsync(TenantDb db, MemberId member, DateOnly? until, CancellationToken ct)
    {
        foreach (var to in await Letters.AddresseesAsync(db, [member], ct))
            letters.Write(
                db,
                to,
                t =>
                    new(
                        t["Your break"],
                        [
                            until is { } day
                                ? t["You take a break until {0}, and that is fine with us. All the best until then!", t.FullDay(day)]
                                : t["You take a break, and that is fine with us. All the best until you are back!"],
                            t["Nobody asks you for anything meanwhile. Your hours stay yours, and you can still look in."],
                            t[
                                "To take part again sooner, say so on your profile or ring us: {0}.",
                                organisation.Profile.Settings.HelpPhone
                            ],
                        ]
                    )
            );
    }
}

/// <summary>A break that begins today, or its end.</summary>
public sealed class BreakForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Whose Whose
    {
        get => field ??= new();
        set;
    }

    /// <summary>The last day; empty for until they say so.</summary>
    public DateBoxes Until
    {
        get => field ??= new();
        set;
    }

    /// <summary>True when they are back.</summary>
    public bool IsBack { get; set; }
}

/// <summary>The shape of <see cref="BreakForm"/>.</summary>
public sealed class BreakRules : AbstractValidator<BreakForm>
{
    public BreakRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Until)
            .Must(d => d.IsEmpty || d.ToDate() is not null)
            .WithMessage(_ => texts["Write the date as day, month and year, for example 24 11 2026."]);
    }
}
