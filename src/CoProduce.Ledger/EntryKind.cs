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

    /// <summary>Several people at once: a class, many hands for one, a clean-up.</summary>
    Group = 6,

    /// <summary>Hours on a rota, whether or not anybody called.</summary>
    OnCall = 7,

    /// <summary>A place at an event.</summary>
    EventEntry = 8,

    /// <summary>Something received for credits.</summary>
    Award = 9,

    /// <summary>Help paid from a pot.</summary>
    Draw = 10,

    /// <summary>Credits taken by a partner, or spent by one on members' time.</summary>
    Partner = 11,

    /// <summary>Something measured that earns by a rule, such as bags collected.</summary>
    Contribution = 12,

    /// <summary>A balance brought along from an earlier record.</summary>
    Opening = 13,

    /// <summary>The balance of somebody who leaves.</summary>
    Leaving = 14,

    /// <summary>A debt that a pot takes over.</summary>
    WriteOff = 15,

    /// <summary>One half of minutes that go to or come from another organisation.</summary>
    Between = 16,
}
