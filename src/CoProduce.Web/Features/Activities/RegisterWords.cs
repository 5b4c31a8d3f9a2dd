using System.Linq.Expressions;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Activities;

/// <summary>What stands against a register and what it moves, in sentences to a coordinator.</summary>
internal static class RegisterWords
{
    /// <summary>What is wrong with a line.</summary>
    public static string Fault(IStringLocalizer texts, FaultyLine line, OrganisationProfile organisation) =>
        line.Fault switch
        {
            LineFault.Nobody => texts[
                "Line {0}: nobody here answers to “{1}”. Write the number, or less of the name.",
                line.Number,
                line.Text
            ],
            LineFault.Several => texts[
                "Line {0}: “{1}” could be {2}. Write the number.",
                line.Number,
                line.Text,
                string.Join(", ", line.Found.Select(m => m.Label))
            ],
            LineFault.NotTakingPart => texts[
                "Line {0}: {1} is suspended or has left, so no hours can move. Open their page, or take the line out.",
                line.Number,
                line.Found[0].Name
            ],
            LineFault.Twice => texts[
                "Line {0}: {1} is on this register already. Take one of the lines out.",
                line.Number,
                line.Found[0].Name
            ],
            LineFault.NoLength => texts["Line {0}: say how long after the equals sign, such as 1:30.", line.Number],
            LineFault.TooLong => texts[
                "Line {0}: at most {1} at once. Log longer help as several days.",
                line.Number,
                texts.Duration(organisation.Settings.MaximumMinutes)
            ],
            LineFault.NotInSteps => texts[
                "Line {0}: time is logged in steps of {1}.",
                line.Number,
                texts.Duration(organisation.Settings.StepMinutes)
            ],
        };

    /// <summary>Why it was not logged; null when it was, or when something else on the page says why.</summary>
    public static string? Refusal(IStringLocalizer texts, RegisterOutcome outcome, OrganisationProfile organisation) =>
        outcome switch
        {
            RegisterOutcome.Logged or RegisterOutcome.NotUnderstood or RegisterOutcome.BelowFloor => (string?)null,
            RegisterOutcome.NotSeveral => texts["A register has several people. Log help between two with “Log an exchange”."],
            RegisterOutcome.TooManyPeople => texts[
                "This is too long for one register. Log at most {0} people at once.",
                Register.MostPeople
            ],
            RegisterOutcome.InTheFuture => texts["That day has not come yet. Log it when the help was given."],
            RegisterOutcome.TooLongAgo => texts["That is more than a year ago. Check the year."],
            RegisterOutcome.PeriodClosed => texts[
                "The books for that day are closed. Log it with the first day that is still open, and say the real day in the words."
            ],
            RegisterOutcome.TooLong => texts[
                "One exchange can be at most {0} long. Log longer help as several days.",
                texts.Duration(organisation.Settings.MaximumMinutes)
            ],
            RegisterOutcome.NotInSteps => texts["Time is logged in steps of {0}.", texts.Duration(organisation.Settings.StepMinutes)],
            RegisterOutcome.UnknownCategory => texts["Choose a kind of help from the list, or none."],
            RegisterOutcome.CheckMissing => texts["Nothing was logged: a check or a guardian’s yes is missing. See below what to do."],
            RegisterOutcome.CareUnread => texts["Nothing was logged yet: read below what to keep to, and tick that you have."],
            RegisterOutcome.NotTakingPart => texts["Somebody on this register has left in the meantime. Read it back again."],
        };

    /// <summary>The field that it concerns.</summary>
    public static Expression<Func<object?>> Field(RegisterForm form, RegisterOutcome outcome) =>
        outcome switch
        {
            RegisterOutcome.InTheFuture or RegisterOutcome.TooLongAgo or RegisterOutcome.PeriodClosed => () => form.When,
            RegisterOutcome.TooLong or RegisterOutcome.NotInSteps => () => form.HowLong,
            RegisterOutcome.UnknownCategory or RegisterOutcome.CheckMissing => () => form.Category,
            RegisterOutcome.CareUnread => () => form.Care.IsRead,
            RegisterOutcome.Logged
            or RegisterOutcome.NotUnderstood
            or RegisterOutcome.NotSeveral
            or RegisterOutcome.TooManyPeople
            or RegisterOutcome.BelowFloor
            or RegisterOutcome.NotTakingPart => () => form.Gave,
        };

    /// <summary>What the pot and the organisation get or pay, a sentence each; none when it comes out even.</summary>
    public static IEnumerable<string> Rest(IStringLocalizer texts, long toPot, long toOrganisation, OrganisationProfile organisation)
    {
        if (toPot > 0)
            yield return texts["The community pot gets {0}.", texts.Duration(toPot)];
        if (toPot < 0)
            yield return texts["The community pot pays {0}.", texts.Duration(-toPot)];
        if (toOrganisation > 0)
            yield return texts["{0} gets {1}.", organisation.Name, texts.Duration(toOrganisation)];
        if (toOrganisation < 0)
            yield return texts["{0} pays {1}.", organisation.Name, texts.Duration(-toOrganisation)];
    }

    /// <summary>What somebody did, with the minutes.</summary>
    public static string Part(IStringLocalizer texts, RegisterSide side, PaidBy paidBy, long minutes, OrganisationProfile organisation) =>
        (side, paidBy) switch
        {
            (RegisterSide.Gave, _) => texts["earned {0}", texts.Duration(minutes)],
            (_, PaidBy.Pot) => texts["{0}, paid by the community pot", texts.Duration(minutes)],
            (_, PaidBy.Organisation) => texts["{0}, paid by {1}", texts.Duration(minutes), organisation.Name],
            _ => texts["spent {0}", texts.Duration(minutes)],
        };

    /// <summary>Why it was not undone; null when it was.</summary>
    public static string? Refusal(IStringLocalizer texts, UndoRegister.Outcome outcome) =>
        outcome switch
        {
            UndoRegister.Outcome.Undone => (string?)null,
            UndoRegister.Outcome.NotFound => texts["There is no such register here."],
            UndoRegister.Outcome.UndoneBefore => texts["Somebody undid it in the meantime. Load the page again to see how it stands."],
            UndoRegister.Outcome.AccountClosed => texts["Somebody on this register has left, so their hours cannot move back."],
        };
}
