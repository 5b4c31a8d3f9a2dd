namespace CoProduce.Ledger;

/// <summary>One leg of an entry: the minutes that arrive on an account, or leave it when the amount is below zero.</summary>
public sealed record Posting(AccountId Account, Minutes Amount);
