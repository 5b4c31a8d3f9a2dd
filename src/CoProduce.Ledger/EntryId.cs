namespace CoProduce.Ledger;

/// <summary>Names one entry of the ledger.</summary>
public readonly record struct EntryId(Guid Value)
{
    /// <summary>A fresh id that sorts after every earlier one.</summary>
    public static EntryId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString();
}
