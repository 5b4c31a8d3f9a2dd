using CoProduce.Ledger;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Ledger;

/// <summary>Says whose accounts are of a kind, to trustees and coordinators.</summary>
public static class KindWords
{
    /// <summary>The words, for a column of accounts together.</summary>
    public static string Of(IStringLocalizer texts, AccountKind kind) =>
        kind switch
        {
            AccountKind.Member => texts["Members"],
            AccountKind.Organisation => texts["The organisation"],
            AccountKind.Pot => texts["Community pots"],
            AccountKind.Welcome => texts["Welcome credits"],
            AccountKind.Opening => texts["Balances from before"],
            AccountKind.Clearing => texts["Other organisations"],
            AccountKind.Team => texts["Teams"],
            AccountKind.Partner => texts["Partners"],
            AccountKind.Awards => texts["Awards"],
        };
}
