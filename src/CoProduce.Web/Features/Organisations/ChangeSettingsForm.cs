using System.Globalization;
using CoProduce.Web.Features.Activities;
using CoProduce.Web.Features.Members;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Organisations;

/// <summary>An organisation's settings as a manager types them; amounts of time are hours.</summary>
public sealed class ChangeSettingsForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public string? Name { get; set; }

    public ColourChoice Colour
    {
        get => field ??= new();
        set;
    }

    public List<string>? Languages { get; set; }

    /// <summary>The language that a new visitor meets.</summary>
    public string? FirstLanguage { get; set; }

    /// <summary>The names of a credit, one for each language of the program.</summary>
    public List<CreditNames>? Credits { get; set; }

    public string? Step { get; set; }

    public string? Floor { get; set; }

    /// <summary>How far below zero a member is asked what they would like to give.</summary>
    public string? SoftFloor { get; set; }

    public string? Nudge { get; set; }

    public string? WelcomeCredits { get; set; }

    public string? Longest { get; set; }

    /// <summary>Where the difference of a register usually goes.</summary>
    public Difference RegisterDifference { get; set; } = Difference.Organisation;

    public string? ConfirmationDays { get; set; }

    public string? DisputeDays { get; set; }

    public string? TimeZone { get; set; }

    public string? HelpPhone { get; set; }

    public string? HelpEmail { get; set; }

    public string? Welcome { get; set; }

    /// <summary>The form filled in with what is set now.</summary>
    public static ChangeSettingsForm Of(OrganisationSettings settings, IReadOnlyCollection<CreditWords> words) =>
        new()
        {
            Name = settings.Name,
            Colour = new() { Text = settings.Accent },
            Languages = [.. settings.Languages],
            FirstLanguage = settings.Languages[0],
            Credits =
            [
                .. Ui
                    .Languages.All.Where(l => !l.ForTests)
                    .Select(l => new CreditNames
                    {
                        Language = l.Code,
                        One = words.FirstOrDefault(w => w.Language == l.Code)?.One,
                        Other = words.FirstOrDefault(w => w.Language == l.Code)?.Other,
                    }),
            ],
            Step = settings.StepMinutes.ToString(CultureInfo.InvariantCulture),
            Floor = HoursTyped.Of(settings.FloorMinutes),
            SoftFloor = HoursTyped.Of(settings.SoftFloorMinutes),
            Nudge = HoursTyped.Of(settings.NudgeMinutes),
            WelcomeCredits = HoursTyped.Of(settings.WelcomeMinutes),
            Longest = HoursTyped.Of(settings.MaximumMinutes),
            RegisterDifference = settings.RegisterDifference,
            ConfirmationDays = settings.ConfirmationDays.ToString(CultureInfo.InvariantCulture),
            DisputeDays = settings.DisputeDays.ToString(CultureInfo.InvariantCulture),
            TimeZone = settings.TimeZone,
            HelpPhone = settings.HelpPhone,
            HelpEmail = settings.HelpEmail,
            Welcome = settings.Welcome,
        };

    /// <summary>A whole number from zero, as typed; null when it is none.</summary>
    public static int? Number(string? text) =>
        int.TryParse((text ?? "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The names of a credit in one language.</summary>
    public sealed class CreditNames
    {
        public string? Language { get; set; }

        public string? One { get; set; }

        public string? Other { get; set; }
    }
}

/// <summary>The shape of <see cref="ChangeSettingsForm"/>.</summary>
public sealed class ChangeSettingsRules : AbstractValidator<ChangeSettingsForm>
{
    /// <summary>The steps that can be chosen: parts of an hour.</summary>
    public static readonly IReadOnlyList<int> Steps = [5, 10, 15, 30, 60];

    private const int MostHours = 1000;
    private const int MostDays = 90;

    public ChangeSettingsRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Name).Words(OrganisationSettings.NameLength, texts, "Write the name of the organisation.");
        RuleFor(f => f.Colour).SetValidator(new ColourRules(texts));
        RuleFor(f => f.Languages).Languages(texts);
        RuleFor(f => f.FirstLanguage)
            .Must((f, first) => f.Languages?.Contains(first ?? "") == true)
            .WithMessage(_ => texts["Choose one of the languages that are ticked above."]);
        RuleForEach(f => f.Credits).SetValidator(new CreditNamesRules(texts));
        RuleFor(f => f.Step)
            .Must(s => ChangeSettingsForm.Number(s) is { } step && Steps.Contains(step))
            .WithMessage(_ => texts["Choose one of the steps in the list."]);
        foreach (var hours in new[] { Hours(f => f.Floor), Hours(f => f.SoftFloor), Hours(f => f.Nudge), Hours(f => f.WelcomeCredits) })
            hours
                .Must(h => HoursTyped.ToMinutes(h) is >= 0 and <= MostHours * 60)
                .WithMessage(_ => texts["Write a number of hours from 0 to {0}, for example 5 or 1.5.", MostHours]);
        RuleFor(f => f.SoftFloor)
            .Must((f, soft) => !(HoursTyped.ToMinutes(soft) > HoursTyped.ToMinutes(f.Floor)))
            .WithMessage(f => texts["Nobody comes so far: members may go {0} hours below zero. Write no more than that.", f.Floor!.Trim()]);
        RuleFor(f => f.RegisterDifference).IsInEnum().WithMessage(_ => texts["Say what is to be done with the difference."]);
        RuleFor(f => f.Longest)
            .Must(h => HoursTyped.ToMinutes(h) is > 0 and <= OrganisationSettings.MaximumMinutesLimit)
            .WithMessage(_ => texts["Write a number of hours above 0 and up to {0}.", OrganisationSettings.MaximumMinutesLimit / 60]);
        foreach (var days in new[] { RuleFor(f => f.ConfirmationDays), RuleFor(f => f.DisputeDays) })
            days.Must(d => ChangeSettingsForm.Number(d) is >= 1 and <= MostDays)
                .WithMessage(_ => texts["Write a number of days from 1 to {0}.", MostDays]);
        RuleFor(f => f.TimeZone)
            .Must(z => z is not null && z.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(z, out _))
            .WithMessage(_ => texts["Choose a time zone in the list."]);
        RuleFor(f => f.HelpPhone)
            .MaximumLength(MemberContact.PhoneLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", MemberContact.PhoneLength]);
        RuleFor(f => f.HelpEmail)
            .EmailAddress()
            .When(f => !string.IsNullOrWhiteSpace(f.HelpEmail))
            .WithMessage(_ => texts["Write the e-mail address as name@place, or leave it empty."])
            .MaximumLength(OrganisationSettings.LineLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", OrganisationSettings.LineLength]);
        RuleFor(f => f.Welcome)
            .MaximumLength(OrganisationSettings.WelcomeLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", OrganisationSettings.WelcomeLength]);
    }

    private IRuleBuilderInitial<ChangeSettingsForm, string?> Hours(
        System.Linq.Expressions.Expression<Func<ChangeSettingsForm, string?>> field
    ) => RuleFor(field);

    private sealed class CreditNamesRules : AbstractValidator<ChangeSettingsForm.CreditNames>
    {
        public CreditNamesRules(IStringLocalizer texts)
        {
            // English is what every other language falls back to, so it is the one that must be there.
            When(
                c => c.Language == "en" || !string.IsNullOrWhiteSpace(c.One) || !string.IsNullOrWhiteSpace(c.Other),
                () =>
                {
                    RuleFor(c => c.One).Words(CreditWords.Length, texts, "Write what one is called, for example time credit.");
                    RuleFor(c => c.Other).Words(CreditWords.Length, texts, "Write what several are called, for example time credits.");
                }
            );
        }
    }
}
