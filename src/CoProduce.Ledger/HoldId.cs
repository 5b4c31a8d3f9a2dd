namespace CoProduce.Ledger;

/// <summary>Names minutes that are promised and not yet moved.</summary>
public readonly record struct HoldId(Guid Value)
{
    /// <summary>A fresh id that sorts after every earlier one.</summary>
    public static HoldId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString();
}
