using CoProduce.Ledger;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Ledger;

/// <summary>What the page asks and reads back for each kind of movement.</summary>
internal static class MoveWords
{
    /// <summary>What the kind is called, as a link to it.</summary>
    public static string Name(IStringLocalizer texts, MoveKind kind) =>
        kind switch
        {
            MoveKind.Draw => texts["Pay for help from a pot"],
            MoveKind.OnCall => texts["Hours on call"],
            MoveKind.Event => texts["A place at an event"],
            MoveKind.Award => texts["An award for credits"],
            MoveKind.Partner => texts["With a partner"],
            MoveKind.Contribution => texts["Something brought in"],
            MoveKind.Opening => texts["A balance from before"],
            MoveKind.WriteOff => texts["Write off a debt"],
            MoveKind.Gift => texts["Give on behalf of a member"],
        };

    /// <summary>The question for the member whose balance changes.</summary>
    public static string Member(IStringLocalizer texts, MoveKind kind) =>
        kind switch
        {
            MoveKind.Draw => texts["Who helped?"],
            MoveKind.OnCall => texts["Who was on call?"],
            MoveKind.Contribution => texts["Who brought it in?"],
            MoveKind.WriteOff => texts["Who owes?"],
            MoveKind.Gift => texts["Who gives?"],
            MoveKind.Event or MoveKind.Award or MoveKind.Partner or MoveKind.Opening => texts["Which member?"],
        };

    /// <summary>The question for the account.</summary>
    public static string Account(IStringLocalizer texts, MoveKind kind) =>
        kind switch
        {
            MoveKind.Event => texts["Who gets the hours?"],
            MoveKind.Partner => texts["Which partner?"],
            MoveKind.Gift => texts["To whom?"],
            _ => texts["From which pot?"],
        };

    /// <summary>The question for the words.</summary>
    public static string Words(IStringLocalizer texts, MoveKind kind) =>
        kind switch
        {
            MoveKind.Draw or MoveKind.WriteOff => texts["Why?"],
            MoveKind.Gift or MoveKind.Opening or MoveKind.Contribution => texts["A few words with it"],
            _ => texts["What was it?"],
        };

    /// <summary>The whole movement in a sentence, before it is done.</summary>
    /// <param name="member">The name of the member whose balance changes.</param>
    /// <param name="other">The name of the other side.</param>
    /// <param name="helped">The name of whoever was helped from a pot, or what was brought in; empty for other kinds.</param>
    public static string ReadBack(IStringLocalizer texts, MoveForm form, string member, string other, string helped)
    {
        var time = texts.Duration(
            form.Kind switch
            {
                MoveKind.Contribution => form.Earned ?? 0,
                MoveKind.WriteOff => form.Debt ?? 0,
                _ => form.HowMuch.ToMinutes()!.Value,
            }
        );
        return form.Kind switch
        {
            MoveKind.Draw => texts["{0} gets {1} from {2} for helping {3}.", member, time, other, helped],
            MoveKind.OnCall => texts["{0} gets {1} for being on call.", member, time],
            MoveKind.Event => texts["{0} gives {1} to {2} for a place.", member, time, other],
            MoveKind.Award => texts["{0} gives {1} for an award.", member, time],
            MoveKind.Partner when form.PartnerPays => texts["{0} gets {1} from {2}.", member, time, other],
            MoveKind.Partner => texts["{0} gives {1} to {2}.", member, time, other],
            MoveKind.Contribution => texts["{0} gets {1} for {2}.", member, time, helped],
            MoveKind.Opening when form.IsDebt => texts["{0} owes {1} from before.", member, time],
            MoveKind.Opening => texts["{0} has {1} from before.", member, time],
            MoveKind.WriteOff => texts["{0} owes {1}, and {2} takes it over.", member, time, other],
            MoveKind.Gift => texts["{0} gives {1} to {2}.", member, time, other],
        };
    }
}
