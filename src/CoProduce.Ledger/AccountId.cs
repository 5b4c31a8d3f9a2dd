namespace CoProduce.Ledger;

/// <summary>Names one account of the ledger; the organisation it belongs to is known only where it is stored.</summary>
public readonly record struct AccountId(Guid Value)
{
    /// <summary>A fresh id that sorts after every earlier one.</summary>
    public static AccountId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString();
}
