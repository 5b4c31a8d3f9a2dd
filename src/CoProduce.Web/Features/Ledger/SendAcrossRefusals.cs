using System.Linq.Expressions;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Ledger;

/// <summary>Why nothing crossed, in a sentence beside the field that it concerns.</summary>
internal static class SendAcrossRefusals
{
    /// <summary>Says it. Throws when it was sent.</summary>
    public static void Say(
        this Refusals refusals,
        SendAcross.Outcome outcome,
        AcrossForm form,
        OrganisationProfile organisation,
        IStringLocalizer texts
    )
    {
        Expression<Func<object?>> there = () => form.There;
        Expression<Func<object?>> name = () => form.Name;
        Expression<Func<object?>> howMuch = () => form.HowMuch;
        Expression<Func<object?>> member = () => form.Member;
        var (field, sentence) = outcome switch
        {
            SendAcross.Outcome.NotAffiliated => (there, texts["Hours do not cross to this organisation any more. Choose another one."]),
            SendAcross.Outcome.NobodyThere => (
                name,
                texts["Nobody there has this number and this name together. Look at their card, or ask them."]
            ),
            SendAcross.Outcome.SamePerson => (
                name,
                texts["That is the same person: nobody is helped by themself. To move their own hours, send them as a gift."]
            ),
            SendAcross.Outcome.ClosedThere => (name, texts["This person does not take part there at the moment."]),
            SendAcross.Outcome.NotInSteps => (
                howMuch,
                texts["Hours are counted in steps of {0}. Please choose the nearest.", texts.Duration(organisation.Settings.StepMinutes)]
            ),
            SendAcross.Outcome.TooLong => (
                howMuch,
                texts[
                    "One exchange can be at most {0} long. Log longer help as several days.",
                    texts.Duration(organisation.Settings.MaximumMinutes)
                ]
            ),
            SendAcross.Outcome.MoreThanYouHave when form.IsGift => (
                howMuch,
                texts["That is more than the member has. A gift comes out of what is there: choose less."]
            ),
            SendAcross.Outcome.MoreThanYouHave => (
                howMuch,
                texts["That is kind, and more than you have. Choose a smaller gift: nothing was given yet."]
            ),
            SendAcross.Outcome.BelowFloor => (
                howMuch,
                texts[
                    "This would take the member further below zero than they may go. Let another member give them hours first, or let them go further on their page."
                ]
            ),
            SendAcross.Outcome.LimitReached => (
                howMuch,
                texts[
                    "The two organisations agreed how much one may owe the other, and this would pass it. Please talk to your coordinator."
                ]
            ),
            SendAcross.Outcome.UnknownMember => (member, texts["There is no such member here any more. Look for them again."]),
            SendAcross.Outcome.NotTakingPart => (
                member,
                texts["This person does not take part at the moment, so no hours can be logged with them. Please ring your coordinator."]
            ),
            SendAcross.Outcome.GuardianHere => (
                member,
                texts["Nothing was logged: a check or a guardian’s yes is missing. See below what to do."]
            ),
            SendAcross.Outcome.GuardianThere => (
                name,
                texts[
                    "Nothing was logged: something is still missing at their own time bank before they can help. Ring the coordinator there."
                ]
            ),
            SendAcross.Outcome.CareUnread => (
                () => form.Care.IsRead,
                texts["Nothing was logged yet: read below what to keep to, and tick that you have."]
            ),
            SendAcross.Outcome.Sent => throw new InvalidOperationException("It was sent."),
        };
        refusals.Add(field, sentence);
    }
}
