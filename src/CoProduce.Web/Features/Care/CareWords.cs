using CoProduce.Web.Features.Care.Guardians;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Care;

/// <summary>Checks, restrictions, concerns and looks in words.</summary>
public static class CareWords
{
    public static string Decision(IStringLocalizer texts, CheckDecision decision) =>
        decision switch
        {
            CheckDecision.Satisfied => texts["Satisfied"],
            CheckDecision.WithConditions => texts["Satisfied, with conditions"],
            CheckDecision.NotSatisfied => texts["Not satisfied"],
        };

    /// <summary>What to keep to.</summary>
    public static string Rule(IStringLocalizer texts, Restriction restriction)
    {
        string kind = restriction.Kind switch
        {
            RestrictionKind.NoHomeVisits => texts["no home visits"],
            RestrictionKind.TwoPeople => texts["always two people with them"],
            RestrictionKind.CoordinatorPresent => texts["only with a coordinator there"],
            RestrictionKind.NoMinors => texts["not with anybody under 18"],
            RestrictionKind.Other => "",
        };
        return kind.Length == 0 ? restriction.Words
            : restriction.Words.Length == 0 ? kind
            : texts["{0} ({1})", kind, restriction.Words];
    }

    /// <summary>The kinds to choose from.</summary>
    public static IReadOnlyList<Choice> Rules(IStringLocalizer texts) =>
        [
            new(nameof(RestrictionKind.NoHomeVisits), texts["No home visits"], texts["Not in their home, nor in anybody else’s."]),
            new(nameof(RestrictionKind.TwoPeople), texts["Two people"], texts["Nobody is alone with them."]),
            new(nameof(RestrictionKind.CoordinatorPresent), texts["A coordinator is there"]),
            new(nameof(RestrictionKind.NoMinors), texts["Nobody under 18"]),
            new(nameof(RestrictionKind.Other), texts["Something else"], texts["Say it in words below."]),
        ];

    /// <summary>Why a kind of help is not for this member now, and what to do.</summary>
    public static string Missing(IStringLocalizer texts, MissingCheck missing, string category) =>
        missing.Last switch
        {
            null => texts[
                "{0} has no “{1}” on record, and “{2}” needs it. Record the check first, or choose another kind of help.",
                missing.Name,
                missing.KindName,
                category
            ],
            { Decision: CheckDecision.NotSatisfied } => texts[
                "“{1}” of {0} was not satisfactory, and “{2}” needs it. Record a new check first, or choose another kind of help.",
                missing.Name,
                missing.KindName,
                category
            ],
            var last => texts[
                "“{1}” of {0} ran out on {3}, and “{2}” needs it. Record a new check first, or choose another kind of help.",
                missing.Name,
                missing.KindName,
                category,
                texts.ShortDay(last.Until!.Value)
            ],
        };

    /// <summary>What to keep to with this member.</summary>
    public static string Warning(IStringLocalizer texts, CareWarning warning) =>
        texts["{0}: {1}.", warning.Name, Rule(texts, warning.Restriction)];

    /// <summary>For whom no guardian has said yes, and what to do.</summary>
    public static string Unagreed(IStringLocalizer texts, MissingConsent minor) =>
        texts["{0} is under 18, and no guardian’s yes is written down. Ask the guardian first.", minor.Name];

    public static string Status(IStringLocalizer texts, ConcernStatus status) =>
        status switch
        {
            ConcernStatus.Open => texts["Open"],
            ConcernStatus.LookedInto => texts["Being looked into"],
            ConcernStatus.PassedOn => texts["Passed on"],
            ConcernStatus.Closed => texts["Closed"],
        };

    /// <summary>The part of the record that was looked at.</summary>
    public static string Part(IStringLocalizer texts, RecordPart part) =>
        part switch
        {
            RecordPart.Contact => texts["contact details and what helps"],
            RecordPart.Checks => texts["checks"],
            RecordPart.Restrictions => texts["what to keep to"],
            RecordPart.Notes or RecordPart.SensitiveNotes => texts["confidential notes"],
            RecordPart.Concern => texts["safeguarding record"],
            RecordPart.Messages => texts["messages to other members"],
            RecordPart.Telephone => texts["the telephone number, for a call to be made"],
        };

    /// <summary>Until when a check is good.</summary>
    public static string Until(IStringLocalizer texts, DateOnly? until, DateOnly today) =>
        until is not { } day ? texts["for good"]
        : day < today ? texts["ran out on {0}", texts.ShortDay(day)]
        : texts["until {0}", texts.ShortDay(day)];
}
