using CoProduce.Ledger;
using CoProduce.Web.Features.Ledger;

namespace CoProduce.Tests.Ledger;

/// <summary>What somebody asked for and heard, and when by one clock.</summary>
internal sealed record Told(AccountId Payer, AccountId Payee, long Minutes, EntryId Entry, PostingOutcome Outcome, long Sent, long Heard);

/// <summary>A line of an account's history.</summary>
internal sealed record Line(long Number, EntryId Entry, long Amount, long Balance);

/// <summary>Plays all answers again against an account's history: they must be what some order of one after the other would have given.</summary>
internal static class AnswerReplay
{
    /// <summary>What in the history of one account contradicts the answers; empty when they agree.</summary>
    /// <param name="lines">All its lines in their order.</param>
    /// <param name="before">How many of them were there before anybody asked.</param>
    /// <param name="floor">Its floor; null for none.</param>
    public static IEnumerable<string> Contradictions(
        AccountId account,
        IReadOnlyList<Line> lines,
        int before,
        long? floor,
        IEnumerable<Told> answers
    )
    {
        var mine = answers.Where(a => a.Payer == account || a.Payee == account).ToList();
        var posted = mine.Where(a => a.Outcome == PostingOutcome.Posted).ToList();
        var numbers = lines.ToDictionary(l => l.Entry, l => l.Number);
        return
        [
            .. Lines(lines, floor),
            .. Missing(account, lines, before, posted),
            .. OutOfOrder(posted.Where(p => numbers.ContainsKey(p.Entry)).ToList(), numbers),
            .. WronglyRefused(account, lines, before, floor, mine, numbers),
        ];
    }

    private static IEnumerable<string> Lines(IReadOnlyList<Line> lines, long? floor)
    {
        var balance = 0L;
        foreach (var (index, line) in lines.Index())
        {
            balance += line.Amount;
            if (line.Number != index + 1 || line.Balance != balance)
                yield return $"line {line.Number} says {line.Balance}, and {index + 1} lines come to {balance}";
            if (line.Balance < floor && line.Amount < 0)
                yield return $"line {line.Number} goes to {line.Balance}, below {floor}";
        }
    }

    private static IEnumerable<string> Missing(AccountId account, IReadOnlyList<Line> lines, int before, IReadOnlyList<Told> posted)
    {
        var there = lines.Skip(before).ToDictionary(l => l.Entry, l => l.Amount);
        foreach (var answer in posted)
            if (!there.Remove(answer.Entry, out var amount))
                yield return $"{answer.Entry} was acknowledged and is not there";
            else if (amount != (answer.Payer == account ? -answer.Minutes : answer.Minutes))
                yield return $"{answer.Entry} moved {amount} instead of {answer.Minutes}";
        foreach (var entry in there.Keys)
            yield return $"{entry} is there and was not acknowledged";
    }

    // Who was answered before another one asked, comes before that one.
    private static IEnumerable<string> OutOfOrder(IReadOnlyList<Told> posted, Dictionary<EntryId, long> numbers)
    {
        var heard = new Queue<Told>(posted.OrderBy(p => p.Heard));
        var latest = 0L;
        foreach (var answer in posted.OrderBy(p => p.Sent))
        {
            while (heard.TryPeek(out var earlier) && earlier.Heard < answer.Sent)
                latest = Math.Max(latest, numbers[heard.Dequeue().Entry]);
            if (numbers[answer.Entry] <= latest)
                yield return $"{answer.Entry} has number {numbers[answer.Entry]} and was sent after number {latest} was answered";
        }
    }

    // At some moment between asking and hearing there really was too little.
    private static IEnumerable<string> WronglyRefused(
        AccountId account,
        IReadOnlyList<Line> lines,
        int before,
        long? floor,
        IReadOnlyList<Told> mine,
        Dictionary<EntryId, long> numbers
    )
    {
        var posted = mine.Where(a => a.Outcome == PostingOutcome.Posted && numbers.ContainsKey(a.Entry)).ToList();
        foreach (var refused in mine.Where(a => a.Outcome == PostingOutcome.BelowFloor && a.Payer == account))
        {
            var first = posted.Where(p => p.Heard < refused.Sent).Select(p => numbers[p.Entry]).Append(before).Max();
            var last = posted.Where(p => p.Sent < refused.Heard).Select(p => numbers[p.Entry]).Append(before).Max();
            var balances = Enumerable.Range((int)first, (int)(last - first) + 1).Select(n => n == 0 ? 0 : lines[n - 1].Balance);
            if (!balances.Any(balance => balance - refused.Minutes < floor))
                yield return $"{refused.Minutes} were refused, and all the while there was enough";
        }
    }
}
