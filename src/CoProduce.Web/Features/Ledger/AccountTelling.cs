using CoProduce.Ledger;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Ledger;

/// <summary>Says the organisation's accounts and what moved on them in words.</summary>
/// <param name="mayReadNames">False for those who read figures and no names of members, nor words in which they may stand.</param>
internal sealed class AccountTelling(OrganisationProfile organisation, bool mayReadNames, IStringLocalizer texts)
{
    /// <summary>What the account is called.</summary>
    public string Name(AccountNamed account) =>
        account.Kind switch
        {
            AccountKind.Member => mayReadNames ? account.Name ?? "" : texts["a member"],
            AccountKind.Organisation => organisation.Name,
            AccountKind.Pot when account.IsHubs => texts["The pot of {0}", account.Name ?? ""],
            AccountKind.Pot => account.Name ?? texts["The community pot"],
            AccountKind.Welcome => texts["Welcome credits"],
            AccountKind.Opening => texts["Balances from before"],
            AccountKind.Clearing => texts["Between us and {0}", account.Name ?? texts["another time bank"]],
            AccountKind.Awards => texts["Awards"],
            AccountKind.Team or AccountKind.Partner => account.Name ?? "",
        };

    /// <summary>What the account is for.</summary>
    public string Purpose(AccountKind kind) =>
        kind switch
        {
            AccountKind.Member => texts["A member's own"],
            AccountKind.Organisation => texts["Pays for help given to the organisation itself"],
            AccountKind.Pot => texts["Credits given away for others to use"],
            AccountKind.Welcome => texts["What new members began with"],
            AccountKind.Opening => texts["The other side of balances from an earlier record"],
            AccountKind.Clearing => texts["What went to and came from another organisation"],
            AccountKind.Team => texts["A team: what it has together"],
            AccountKind.Partner => texts["A partner: takes credits, and may spend them on members' time"],
            AccountKind.Awards => texts["What was given for awards"],
        };

    /// <summary>How much is on it, in words.</summary>
    public string Standing(long balance) =>
        balance > 0 ? texts["{0} on it", texts.Duration(balance)]
        : balance < 0 ? texts["{0} given out more than came in", texts.Duration(balance)]
        : texts["Nothing on it"];

    /// <summary>What moved.</summary>
    public string What(AccountMove move)
    {
        var who = string.Join(", ", move.Others.Select(Name).Distinct());
        return move.Kind switch
        {
            EntryKind.Welcome => texts["Welcome credits for {0}", who],
            EntryKind.OneToOne => texts["Help with {0}", who],
            EntryKind.ForTheOrganisation => texts["{0} helped {1}", who, organisation.Name],
            EntryKind.Gift => move.Amount > 0 ? texts["A gift from {0}", who] : texts["A gift to {0}", who],
            EntryKind.Group when move.Amount < 0 => texts["Covered for a group: {0}", who],
            EntryKind.Group => texts["Left over from a group: {0}", who],
            EntryKind.OnCall => texts["{0} was on call", who],
            EntryKind.EventEntry when move.Amount < 0 => texts["Places at an event: {0}", who],
            EntryKind.EventEntry => texts["{0} took a place at an event", who],
            EntryKind.Award when move.Amount < 0 => texts["An award"],
            EntryKind.Award => texts["An award to {0}", who],
            EntryKind.Draw when mayReadNames && move.ForWhom is { } helped => texts["{0} helped {1}", who, helped],
            EntryKind.Draw => texts["Help that {0} gave", who],
            EntryKind.Partner => move.Amount > 0 ? texts["From {0}", who] : texts["To {0}", who],
            EntryKind.Contribution => texts["{0} brought something in", who],
            EntryKind.Opening => texts["The balance from before of {0}", who],
            EntryKind.Leaving when move.Words.Length > 0 => texts["Between two numbers of the same person: {0}", who],
            EntryKind.Leaving => texts["From {0}, who has left", who],
            EntryKind.WriteOff => texts["A debt of {0}, taken over", who],
            EntryKind.Between => move.Amount > 0 ? texts["From {0}", who] : texts["To {0}", who],
            EntryKind.Reversal => texts["Undone: {0}", who],
        };
    }

    /// <summary>The words that went with it and the day when it was another; empty when there is no more to say.</summary>
    public string How(AccountMove move)
    {
        var day = move.ServiceDate == move.PostedOn ? "" : texts["For {0}.", texts.FullDay(move.ServiceDate)];
        return mayReadNames ? $"{move.Words} {day}".Trim() : day;
    }
}
