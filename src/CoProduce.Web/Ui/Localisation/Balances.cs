using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Ui;

/// <summary>A balance said as a sentence, to the member and about a member.</summary>
public static class Balances
{
    /// <summary>"You have 6 and a half hours to spend."</summary>
    /// <param name="minutes">The balance in whole minutes; below zero is normal and is said kindly.</param>
    public static string Balance(this IStringLocalizer texts, long minutes, CreditName credit)
    {
        ArgumentNullException.ThrowIfNull(credit);
        return minutes switch
        {
            > 0 => texts["You have {0} to spend.", credit.Amount(texts, minutes)],
            0 => texts["You have given as much as you have received."],
            < 0 => texts[
                "You have received {0} more than you have given. That is fine: others will ask you in time.",
                credit.Amount(texts, minutes)
            ],
        };
    }

    /// <summary>"Margaret has 2 hours to spend.", for a coordinator who is on the telephone.</summary>
    /// <param name="name">The member's name as the coordinator may see it.</param>
    /// <param name="minutes">The balance in whole minutes.</param>
    public static string BalanceOf(this IStringLocalizer texts, string name, long minutes, CreditName credit)
    {
        ArgumentNullException.ThrowIfNull(credit);
        return minutes switch
        {
            > 0 => texts["{0} has {1} to spend.", name, credit.Amount(texts, minutes)],
            0 => texts["{0} has given as much as they have received.", name],
            < 0 => texts["{0} has received {1} more than they have given.", name, credit.Amount(texts, minutes)],
        };
    }
}
