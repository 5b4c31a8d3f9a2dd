using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Moving;

/// <summary>Moves in words.</summary>
internal static class MoveWords
{
    /// <summary>The parts that can go along, in the order in which they are asked.</summary>
    public static IReadOnlyList<(MoveParts Part, string Words)> Parts(IStringLocalizer texts) =>
        [
            (MoveParts.Contact, texts["How to reach them, and their date of birth"]),
            (MoveParts.Skills, texts["What they can give, enjoy and would like, and their words about themselves"]),
            (MoveParts.Languages, texts["The languages they speak"]),
            (MoveParts.WhatSuits, texts["When and how they take part"]),
            (MoveParts.Access, texts["What helps them to take part"]),
            (MoveParts.Consents, texts["What they agreed to, with the words and the day"]),
            (MoveParts.Balance, texts["Their hours"]),
            (MoveParts.History, texts["What they gave and received, without the names of others"]),
        ];

    /// <summary>What is read to the person, to which they say yes.</summary>
    public static string Consent(IStringLocalizer texts, string here, string there, MoveParts parts)
    {
        var ticked = Parts(texts).Where(p => parts.HasFlag(p.Part)).Select(p => p.Words);
        return texts[
            "{0} may give {1} my name and, of what is kept about me, this: {2}. Nothing else goes along.",
            here,
            there,
            string.Join("; ", ticked.DefaultIfEmpty("-"))
        ];
    }

    /// <summary>How a move stands.</summary>
    public static string Status(IStringLocalizer texts, MoveStatus status) =>
        status switch
        {
            MoveStatus.Waiting => texts["Waits for an answer"],
            MoveStatus.Arrived => texts["Moved"],
            MoveStatus.Refused => texts["They said no"],
            MoveStatus.Withdrawn => texts["Taken back"],
        };

    /// <summary>What moving to another hub means, a sentence each.</summary>
    public static IEnumerable<string> WhatHappens(IStringLocalizer texts, HubMover mover, MoveToHubForm form, string hub, DateOnly today)
    {
        var (name, day) = (mover.Member.FirstName, form.On.ToDate() ?? today);
        yield return day > today
            ? texts["{0} belongs to {1} from {2} on. Until then nothing changes.", mover.Member.Name, hub, texts.ShortDay(day)]
            : texts["{0} belongs to {1} from today on.", mover.Member.Name, hub];
        yield return texts[
            "Number, hours and history stay theirs. What {0} gave and received until then stays counted in {1}.",
            name,
            mover.Hub.Name
        ];
        if (mover.Offers > 0)
            yield return texts.Count(
                mover.Offers,
                "{0} open offer or request goes along to the new board.",
                "{0} open offers and requests go along to the new board."
            );
        if (mover.Waiting > 0)
            yield return texts.Count(
                mover.Waiting,
                "{0} exchange still waits for an answer. It stays counted where it was.",
                "{0} exchanges still wait for an answer. They stay counted where they were."
            );
        if (mover.InCustody && !mover.IsCustody(form.Hub))
            yield return texts["From then on letters may be sent and contact details kept. Where {0} was stands in no letter.", name];
        if (mover.IsCustody(form.Hub))
            yield return texts[
                "Such a place keeps no contact details: what is known of how to reach {0} is deleted, and an undo does not bring it back.",
                name
            ];
    }

    /// <summary>Why they did not move to another hub; throws when they did.</summary>
    public static string Refusal(IStringLocalizer texts, MoveToHub.Outcome outcome) =>
        outcome switch
        {
            MoveToHub.Outcome.NotFound => texts["They have left in the meantime."],
            MoveToHub.Outcome.UnknownHub => texts["This time bank takes no members any more. Choose another one."],
            MoveToHub.Outcome.ThereAlready => texts["They belong to this time bank already. Choose another one."],
            MoveToHub.Outcome.WrongDay => texts["Write today or a day within a year."],
            MoveToHub.Outcome.OneIsPlanned => texts["Another move is planned already. Call it off first; it stands below."],
            MoveToHub.Outcome.ContactTooEarly => texts[
                "How to reach them is written down on the day itself, not before. Leave those fields empty for now."
            ],
            MoveToHub.Outcome.NoContactThere => texts["How to reach them is changed on their page, not here. Leave those fields empty."],
            MoveToHub.Outcome.Moved or MoveToHub.Outcome.Planned => throw new InvalidOperationException("They have moved."),
        };

    /// <summary>Why a move to another hub stands.</summary>
    public static string Refusal(IStringLocalizer texts, UndoHubMove.Outcome outcome) =>
        outcome switch
        {
            UndoHubMove.Outcome.NotFound => texts["This was called off or undone in the meantime."],
            UndoHubMove.Outcome.MovedOn => texts["They have moved on since. Undo the last move first."],
            UndoHubMove.Outcome.HubClosed => texts["The time bank they would go back to takes no members any more."],
            UndoHubMove.Outcome.Undone => throw new InvalidOperationException("It is undone."),
        };

    /// <summary>Why a move to another organisation was not proposed; throws when it was.</summary>
    public static string Refusal(IStringLocalizer texts, ProposeDeparture.Outcome outcome) =>
        outcome switch
        {
            ProposeDeparture.Outcome.NotFound => texts["They take no part at the moment. Let them take part again first."],
            ProposeDeparture.Outcome.NotAffiliated => texts["You do not exchange with this organisation any more. Choose another one."],
            ProposeDeparture.Outcome.OneWaits => texts["A move of theirs waits for an answer already. Take it back first."],
            ProposeDeparture.Outcome.ExchangesWait => texts["Some of their exchanges still wait for an answer. Settle those first."],
            ProposeDeparture.Outcome.WrongDay => texts["The day of their yes cannot be in the future."],
            ProposeDeparture.Outcome.Proposed => throw new InvalidOperationException("It is proposed."),
        };

    /// <summary>Why somebody was not welcomed; throws when they were, or were refused.</summary>
    public static string Refusal(IStringLocalizer texts, AnswerArrival.Outcome outcome) =>
        outcome switch
        {
            AnswerArrival.Outcome.NotWaiting => texts["This was answered or taken back in the meantime."],
            AnswerArrival.Outcome.UnknownHub => texts["This time bank takes no members any more. Choose another one."],
            AnswerArrival.Outcome.NotTakingPart => texts["They take no part in the other place at the moment. Talk to its coordinator."],
            AnswerArrival.Outcome.ExchangesWait => texts[
                "Some of their exchanges in the other place still wait for an answer. Its coordinator settles them first; then welcome them here."
            ],
            AnswerArrival.Outcome.LimitReached => texts[
                "Their hours would pass what the two organisations agreed to owe each other. Ask the managers to agree on more, or ask the other place to propose it again without the hours."
            ],
            AnswerArrival.Outcome.NotAffiliated => texts[
                "You do not exchange with this organisation any more, so nobody can move between you."
            ],
            AnswerArrival.Outcome.Welcomed or AnswerArrival.Outcome.Refused => throw new InvalidOperationException("It is answered."),
        };
}
