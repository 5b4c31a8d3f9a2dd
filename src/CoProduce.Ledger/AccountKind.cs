namespace CoProduce.Ledger;

/// <summary>Whose minutes an account holds; the numbers are stored and never change their meaning.</summary>
public enum AccountKind : short
{
    /// <summary>A member's own balance; it has a floor.</summary>
    Member = 1,

    /// <summary>The organisation's own account: it pays for help given to the organisation itself.</summary>
    Organisation = 2,

    /// <summary>The community pot: credits given away for others to use.</summary>
    Pot = 3,

    /// <summary>The named source of welcome credits, below zero by what it has given out.</summary>
    Welcome = 4,
}
