using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Members;

/// <summary>What happens when somebody leaves, said before it does, and why it did not.</summary>
internal static class LeaveWords
{
    /// <summary>What a pot is called.</summary>
    public static string Name(IStringLocalizer texts, PotToChoose pot) =>
        pot.Hub is { } hub ? texts["The pot of {0}", hub] : texts["The community pot"];

    /// <summary>Everything that will happen, a sentence each.</summary>
    /// <param name="person">The name of whoever gets what is left; empty when nobody does.</param>
    public static IEnumerable<string> WhatHappens(IStringLocalizer texts, Leaver leaver, LeaveForm form, string person)
    {
        var (name, time) = (leaver.Member.FirstName, texts.Duration(form.Balance));
        var pot = leaver.Pots.FirstOrDefault(p => p.Id == form.Pot);
        if (leaver.Member.Status != MemberStatus.Left)
            yield return form.HasDied
                ? texts["The membership of {0} ends today, because they died. The history stays.", leaver.Member.Name]
                : texts["{0} leaves today. The history stays.", leaver.Member.Name];
        foreach (var hold in leaver.Holds)
            yield return texts["What was kept for “{1}” is let go: {0}.", texts.Duration(hold.Minutes), hold.Purpose];
        if (form.IsToSomebody)
            yield return texts["What {0} had left, {1}, goes to {2}.", name, time, person];
        else if (pot is not null && form.Balance > 0)
            yield return texts["What {0} had left, {1}, goes here: {2}.", name, time, Name(texts, pot)];
        else if (pot is not null)
            yield return texts["What {0} owed, {1}, is taken over here: {2}.", name, time, Name(texts, pot)];
        else if (form.Balance > 0)
            yield return texts["What {0} has left, {1}, stays where it is until you decide.", name, time];
        else if (form.Balance < 0)
            yield return texts["What {0} owes, {1}, stays written down until you decide. Nobody asks for it.", name, time];
        if (leaver.Member.Status != MemberStatus.Left)
            yield return form.HasDied ? texts["No letter is sent to them."] : texts["A letter thanks them, where they have an address."];
    }

    /// <summary>Why they did not leave, and what to do next; throws when they did.</summary>
    public static string Refusal(IStringLocalizer texts, EndMembership.Outcome outcome) =>
        outcome switch
        {
            EndMembership.Outcome.NotFound or EndMembership.Outcome.HasLeft => texts["They have left in the meantime."],
            EndMembership.Outcome.ExchangesWait => texts[
                "Some of their exchanges still wait for an answer. Settle those first; they are listed above."
            ],
            EndMembership.Outcome.BalanceChanged => texts["Their balance has changed since you looked. Look at it, and choose again."],
            EndMembership.Outcome.UnknownPerson => texts["There is no such member here any more. Look for them again."],
            EndMembership.Outcome.PersonNotTakingPart => texts[
                "This person does not take part at the moment, so no hours can move. Choose somebody else, or a pot."
            ],
            EndMembership.Outcome.UnknownPot => texts["This pot was closed. Choose another one."],
            EndMembership.Outcome.PotTooSmall => texts[
                "There is not as much in this pot. Choose another pot, or decide later: nobody asks for the hours meanwhile."
            ],
            EndMembership.Outcome.Left => throw new InvalidOperationException("They have left."),
        };
}
