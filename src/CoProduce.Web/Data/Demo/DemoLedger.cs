using CoProduce.Ledger;
using CoProduce.Web.Features.Ledger;

namespace CoProduce.Web.Data.Demo;

/// <summary>Posts the entries of a demo life through the ledger's own doors.</summary>
internal static class DemoLedger
{
    /// <summary>Posts them in their order: reversals and entries with words singly, what lies between them in one call. Throws when the ledger refuses one.</summary>
    public static async Task PostAsync(TenantDb db, IReadOnlyList<EntryToPost> entries, CancellationToken ct)
    {
        var next = 0;
        while (next < entries.Count)
        {
            var run = entries.Skip(next).TakeWhile(e => e.Entry.Kind != EntryKind.Reversal && e.Entry.Reason is null).ToList();
            if (run.Count > 0)
            {
                var answer = await db.PostManyAsync(run, ct);
                Require(answer.Outcome, run[answer.Refused ?? 0]);
                next += run.Count;
                continue;
            }
            var one = entries[next++];
            var result = await db.PostAsync(one.Entry, one.By, one.RequestKey, one.Subject, one.SubjectId, one.At, ct);
            Require(result.Outcome, one);
        }
    }

    private static void Require(PostingOutcome outcome, EntryToPost entry)
    {
        if (outcome != PostingOutcome.Posted)
            throw new InvalidOperationException($"The ledger refused the demo's entry of {entry.At:u}: {outcome}.");
    }
}
