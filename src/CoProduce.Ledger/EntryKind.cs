namespace CoProduce.Ledger;

/// <summary>Why minutes moved; the numbers are stored and never change their meaning.</summary>
public enum EntryKind : short
{
    /// <summary>Welcome credits for a new member.</summary>
    Welcome = 1,

    /// <summary>One member helped another.</summary>
    OneToOne = 2,

    /// <summary>A member helped the organisation itself.</summary>
    ForTheOrganisation = 3,

    /// <summary>Minutes given away, with no work behind them.</summary>
    Gift = 4,

    /// <summary>Undoes one earlier entry; both stay visible.</summary>
    Reversal = 5,
}
