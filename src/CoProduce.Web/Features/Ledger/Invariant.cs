namespace CoProduce.Web.Features.Ledger;

/// <summary>One promise of the ledger and how to look for a breach of it.</summary>
/// <param name="Code">Its number in the list of promises, such as I1.</param>
/// <param name="Promise">What is promised, in a sentence for a person; also the key of its translation.</param>
/// <param name="Query">SQL with one text column; in the current organisation it returns a row for every breach, and none when the promise holds.</param>
public sealed record Invariant(string Code, string Promise, string Query);
