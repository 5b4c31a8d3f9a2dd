namespace CoProduce.Ledger;

/// <summary>Whose minutes an account holds; the numbers are stored and never change their meaning.</summary>
public enum AccountKind : short
{
    /// <summary>A member's own balance; it has a floor.</summary>
    Member = 1,

    /// <summary>The organisation's own account: it pays for help given to the organisation itself.</summary>
    Organisation = 2,

    /// <summary>A community pot, the organisation's or a hub's: credits given away for others to use.</summary>
    Pot = 3,

    /// <summary>The named source of welcome credits, below zero by what it has given out.</summary>
    Welcome = 4,

    /// <summary>The other side of balances that were brought along from an earlier record.</summary>
    Opening = 5,

    /// <summary>What went to and came from one affiliated organisation; with its twin over there it always sums to zero.</summary>
    Clearing = 6,

    /// <summary>What a team has together.</summary>
    Team = 7,

    /// <summary>An organisation that takes credits for what it offers, and may spend them on members' time.</summary>
    Partner = 8,

    /// <summary>What was given for awards.</summary>
    Awards = 9,
}
