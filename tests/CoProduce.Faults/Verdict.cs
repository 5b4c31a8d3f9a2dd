using CoProduce.Web.Features.Ledger;
using Npgsql;

namespace CoProduce.Faults;

/// <summary>In what way the database contradicts what a client heard, or itself.</summary>
internal enum Fault
{
    /// <summary>A client heard that it is done, and it is not there.</summary>
    Lost,

    /// <summary>It is there more than once.</summary>
    Twice,

    /// <summary>It is there, and not as it was asked for or as the answer said.</summary>
    Altered,

    /// <summary>A client heard that it was refused, and it is there.</summary>
    RefusedAndThere,

    /// <summary>It is there, and nobody asked for it.</summary>
    NobodyAsked,

    /// <summary>A client heard that it is done and later that it was refused, or never heard an answer at all.</summary>
    Muddled,

    /// <summary>An exchange, its entry, its audit line, its letters and its answered request are not there together.</summary>
    Half,

    /// <summary>A promise of the ledger is broken.</summary>
    Promise,
}

/// <summary>One contradiction.</summary>
internal sealed record Finding(Fault Fault, string What);

/// <summary>Every answer that a client heard, held against the database, and all promises of the ledger.</summary>
/// <param name="Done">How many requests were answered as done.</param>
/// <param name="Refused">How many were answered as refused.</param>
/// <param name="Silences">How often a client heard nothing.</param>
/// <param name="DoneInSilence">How many of the done ones were committed by a try that no client heard of.</param>
internal sealed record Verdict(int Done, int Refused, int Silences, int DoneInSilence, IReadOnlyList<Finding> Findings)
{
    public int Count(Fault fault) => Findings.Count(f => f.Fault == fault);

    public override string ToString() =>
        Findings.Count == 0
            ? "nothing found"
            : string.Join(", ", Findings.GroupBy(f => f.Fault).Select(g => $"{g.Key} {g.Count()} (such as: {g.First().What})"));

    /// <param name="letters">Whether the letters are still there to be counted, because nobody sent any.</param>
    public static async Task<Verdict> OfAsync(Journal journal, FaultBank bank, KilledCluster cluster, bool letters)
    {
        var lines = journal.Read();
        await using var source = NpgsqlDataSource.Create(cluster.Owner + ";Pooling=false");
        var posted = (await PostedAsync(source)).ToLookup(p => p.Key);
        var asked = lines.GroupBy(l => l.Request.Key).Select(g => new Asked(g.First().Request, [.. g])).ToList();
        var findings = asked.SelectMany(a => Compare(a, [.. posted[a.Request.Key]])).ToList();
        var keys = asked.Select(a => a.Request.Key).ToHashSet();
        findings.AddRange(posted.Where(p => !keys.Contains(p.Key)).Select(p => new Finding(Fault.NobodyAsked, $"{p.Key}")));
        findings.AddRange(await HalvesAsync(source, [.. asked.Where(a => a.IsDone && a.Request.Way == Way.Exchange)], letters));
        findings.AddRange(await PromisesAsync(bank));
        return new(
            asked.Count(a => a.IsDone),
            asked.Count(a => a.IsRefused),
            lines.Count(l => l.Reply == Reply.Nothing),
            asked.Count(a => a.IsDone && posted[a.Request.Key].Any(p => p.At < a.FirstSilence)),
            findings
        );
    }

    private static IEnumerable<Finding> Compare(Asked asked, IReadOnlyList<Posted> there)
    {
        var (request, key) = (asked.Request, asked.Request.Key);
        if (asked.IsMuddled)
            yield return new(Fault.Muddled, $"{key}: {string.Join(", ", asked.Lines.Select(l => l.Reply?.ToString() ?? "sent"))}");
        if (asked.IsDone && there.Count == 0)
            yield return new(Fault.Lost, $"{key} by {request.Way}");
        if (!asked.IsDone && there.Count > 0)
            yield return new(Fault.RefusedAndThere, $"{key} by {request.Way}");
        if (there.Count > 1)
            yield return new(Fault.Twice, $"{key} by {request.Way}");
        var expected = $"{FaultBank.AccountOf(request.Payer)} {-request.Minutes}, {FaultBank.AccountOf(request.Payee)} {request.Minutes}";
        foreach (var entry in there)
            if (entry.Moved != expected)
                yield return new(Fault.Altered, $"{key}: asked {expected}, is {entry.Moved}");
            else if (asked.Entries.Any(named => named != entry.Id))
                yield return new(Fault.Altered, $"{key}: the answer named another entry than {entry.Id}");
    }

    private static async Task<List<Posted>> PostedAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(
            """
            select e.request_key, e.id, e.posted_at, string_agg(p.account_id || ' ' || p.amount, ', ' order by p.amount)
            from entries e join postings p on p.organisation_id = e.organisation_id and p.entry_id = e.id
            group by e.request_key, e.id, e.posted_at
            """
        );
        await using var reader = await command.ExecuteReaderAsync();
        var posted = new List<Posted>();
        while (await reader.ReadAsync())
            posted.Add(new(reader.GetGuid(0), reader.GetGuid(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetString(3)));
        return posted;
    }

    // What one use case writes: all of it for each exchange that is done, and none of it for any other.
    private static async Task<List<Finding>> HalvesAsync(NpgsqlDataSource source, IReadOnlyList<Asked> done, bool letters)
    {
        await using var command = source.CreateCommand(
            """
            with parts (part, id) as (
              select 'exchange', id from exchanges where entry_id is not null
              union all select 'exchange without an entry', id from exchanges where entry_id is null
              union all select 'entry of its own', e.request_key from exchanges x
                join entries e on e.organisation_id = x.organisation_id and e.id = x.entry_id and e.subject_id = x.id
              union all select 'audit line', subject_id from audit_lines where deed = 'LogForMembers'
              union all select 'answered request', key from handled_requests where outcome = 'Logged')
            select coalesce(wanted.id, parts.id) || ': ' || coalesce(count(parts.id)::text, '0') || ' ' || coalesce(parts.part, 'of nothing')
            from unnest($1) as wanted (id) full join parts on parts.id = wanted.id
            group by wanted.id, parts.id, parts.part
            having count(parts.id) <> 1 or wanted.id is null or parts.part = 'exchange without an entry'
            union all
            select wanted.id || ': ' || count(parts.id) || ' parts of 4'
            from unnest($1) as wanted (id) left join parts on parts.id = wanted.id group by wanted.id having count(parts.id) <> 4
            union all
            select 'handled_requests has ' || count(*) || ' without an outcome' from handled_requests where outcome = '' having count(*) > 0
            union all
            select count(*) || ' letters for ' || cardinality($1) || ' exchanges' from outbox where $2 having count(*) <> 2 * cardinality($1) and $2
            """
        );
        command.Parameters.Add(new() { Value = done.Select(a => a.Request.Key).ToArray() });
        command.Parameters.Add(new() { Value = letters });
        await using var reader = await command.ExecuteReaderAsync();
        var findings = new List<Finding>();
        while (await reader.ReadAsync())
            findings.Add(new(Fault.Half, reader.GetString(0)));
        return findings;
    }

    private static async Task<List<Finding>> PromisesAsync(FaultBank bank)
    {
        await using var source = NpgsqlDataSource.Create(bank.Application + ";Pooling=false");
        await using var connection = await source.OpenConnectionAsync();
        await using var name = new NpgsqlCommand($"select set_config('app.organisation_id', '{bank.Id.Value}', false)", connection);
        await name.ExecuteNonQueryAsync();
        var findings = new List<Finding>();
        foreach (var promise in Invariants.All)
        {
            await using var query = new NpgsqlCommand(promise.Query, connection);
            await using var reader = await query.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                findings.Add(new(Fault.Promise, $"{promise.Code}: {reader.GetString(0)}"));
        }
        return findings;
    }

    private sealed record Posted(Guid Key, Guid Id, DateTimeOffset At, string Moved);

    private sealed record Asked(Request Request, IReadOnlyList<JournalLine> Lines)
    {
        public bool IsDone => Lines.Any(l => l.Reply == Reply.Done);

        // A refusal that is followed by a new try of the same request may become a yes; what counts is the last answer.
        public bool IsRefused => !IsDone && Lines.Any(l => l.Reply == Reply.Refused);

        public bool IsMuddled => IsDone ? Lines.SkipWhile(l => l.Reply != Reply.Done).Any(l => l.Reply == Reply.Refused) : !IsRefused;

        public IEnumerable<Guid> Entries => Lines.Select(l => l.Entry).OfType<Guid>();

        public DateTimeOffset? FirstSilence => Lines.FirstOrDefault(l => l.Reply == Reply.Nothing)?.At;
    }
}
