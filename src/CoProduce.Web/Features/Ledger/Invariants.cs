using CoProduce.Web.Data;

namespace CoProduce.Web.Features.Ledger;

/// <summary>What the ledger promises, each checked against all that is stored: after every database test, at night, and on the trustees' proof page.</summary>
public static class Invariants
{
    /// <summary>So many breaches of one promise are read; one is too many already.</summary>
    public const int MostCounted = 100;

    /// <summary>The breaches of one promise in the current organisation, at most <see cref="MostCounted"/>; empty when it holds.</summary>
    public static async Task<IReadOnlyList<string>> BreachesAsync(this TenantDb db, Invariant promise, CancellationToken ct = default)
    {
        await using var command = LedgerCommand.Of(db, promise.Query);
        command.CommandTimeout = 0; // ten years of history take their time
        await using var reader = await command.ExecuteReaderAsync(ct);
        var breaches = new List<string>();
        while (breaches.Count < MostCounted && await reader.ReadAsync(ct))
            breaches.Add(reader.GetString(0));
        return breaches;
    }

    /// <summary>All promises in their order.</summary>
    public static readonly IReadOnlyList<Invariant> All =
    [
        new(
            "I1",
            "What every entry gives and takes sums to zero, and so do all balances together",
            """
            select 'entry ' || e.id || ' sums to ' || coalesce(sum(p.amount), 0) || ' in ' || count(p.entry_id)
            from entries e
            left join postings p on p.organisation_id = e.organisation_id and p.entry_id = e.id
            group by e.id having coalesce(sum(p.amount), 0) <> 0 or count(p.entry_id) < 2
            union all
            select 'the balances sum to ' || sum(balance) from accounts having sum(balance) <> 0
            """
        ),
        new(
            "I2",
            "Every balance is the sum of its history, line by line",
            """
            select 'account ' || a.id || ' has ' || a.balance || ' and its history ' || coalesce(sum(p.amount), 0)
            from accounts a
            left join postings p on p.organisation_id = a.organisation_id and p.account_id = a.id
            group by a.id, a.balance having a.balance <> coalesce(sum(p.amount), 0)
            union all
            select 'account ' || account_id || ' line ' || number || ' says ' || running_balance
            from (
              select account_id, number, running_balance, sum(amount) over (partition by account_id order by number) as expected from postings
            ) line
            where running_balance <> expected
            """
        ),
        new(
            "I3",
            "The lines of every account are numbered without a gap",
            """
            select 'account ' || a.id || ' has ' || count(p.number) || ' lines up to ' || coalesce(max(p.number), 0)
            from accounts a
            left join postings p on p.organisation_id = a.organisation_id and p.account_id = a.id
            group by a.id, a.last_number
            having count(p.number) <> a.last_number or count(p.number) <> coalesce(max(p.number), 0) or coalesce(min(p.number), 1) <> 1
            """
        ),
        new(
            "I4",
            "Nobody is below their floor unless a coordinator let them or the floor was raised",
            """
            select 'account ' || id || ' has ' || balance - held || ' below ' || floor
            from accounts where balance - held < least(floor, coalesce(floor_passed_to, floor)) or floor_passed_to >= floor
            """
        ),
        new(
            "I5",
            "History is fixed: no line is ever changed or removed, by anybody",
            """
            select 'trigger ' || wanted.name || ' is missing or off'
            from (values ('entries', 'entries_have_postings'), ('entries', 'entries_never_change'), ('entries', 'entries_never_truncate'),
              ('postings', 'postings_sum_to_zero'), ('postings', 'postings_never_change'), ('postings', 'postings_never_truncate'),
              ('entries', 'entries_within_limits'), ('accounts', 'clearing_sums_to_zero'), ('accounts', 'accounts_never_go'), ('accounts', 'accounts_never_truncate'), ('holds', 'holds_end_once'), ('holds', 'holds_never_truncate'),
              ('chain_links', 'chain_links_never_change'), ('chain_links', 'chain_links_never_truncate'),
              ('closed_periods', 'closed_periods_never_change'), ('closed_periods', 'closed_periods_never_truncate')) as wanted (on_table, name)
            where not exists (
              select from pg_trigger t
              where t.tgname = wanted.name and t.tgrelid = to_regclass('public.' || wanted.on_table) and t.tgenabled in ('O', 'A'))
            union all
            select 'the application may ' || privilege || ' ' || ledger
            from unnest(array['accounts', 'entries', 'postings', 'holds', 'chain_links', 'closed_periods', 'new_entries', 'ledger_days', 'report_cells', 'report_people']) as ledger, unnest(array['insert', 'update', 'delete', 'truncate']) as privilege
            where has_table_privilege('coproduce_app', 'public.' || ledger, privilege)
            union all
            select 'entry ' || entry_id || ', link ' || number || ' of the chain, is not what it was'
            from (
              select l.number, l.entry_id, l.digest, l.hash, lag(l.hash) over (order by l.number) as earlier,
                row_number() over (order by l.number) as expected, d.digest as now
              from chain_links l left join entry_digests(current_organisation()) d on d.entry_id = l.entry_id
            ) link
            where digest is distinct from now or hash is distinct from sha256(coalesce(earlier, '') || digest) or number <> expected
            union all
            select 'entry ' || coalesce(e.id, n.entry_id) || ' is not in one of both, the chain and what is new'
            from entries e left join chain_links l on l.organisation_id = e.organisation_id and l.entry_id = e.id
            full join new_entries n on n.organisation_id = e.organisation_id and n.entry_id = e.id
            where e.id is null or (l.entry_id is null) = (n.entry_id is null)
            """
        ),
        new(
            "I6",
            "One request is one entry, and the entry is what was asked for",
            """
            select 'request ' || request_key || ' was posted ' || count(*) || ' times' from entries group by request_key having count(*) > 1
            union all
            select 'entry ' || e.id || ' is not what was asked for'
            from entries e
            join (
              select entry_id, array_agg(account_id order by account_id) as accounts, array_agg(amount order by account_id) as amounts
              from postings group by entry_id
            ) p on p.entry_id = e.id
            where e.body_hash <> entry_body(e.kind, e.service_date, e.reverses, e.subject_kind, e.subject_id, p.accounts, p.amounts)
            """
        ),
        new(
            "I10",
            "An entry is reversed once and wholly; a floor is passed only by a reversal or by somebody who says why",
            """
            select 'entry ' || reverses || ' is reversed ' || count(*) || ' times' from entries where reverses is not null
            group by reverses having count(*) > 1
            union all
            select 'entry ' || e.id || ' reverses ' || coalesce(e.reverses::text, 'nothing')
            from entries e
            left join entries undone on undone.organisation_id = e.organisation_id and undone.id = e.reverses
            where (e.kind = 5) <> (e.reverses is not null) or (e.kind = 5 and undone.id is null) or undone.kind = 5
              or (e.passed_floor and e.kind <> 5 and (e.acted_by is null or coalesce(e.reason, '') = ''))
            union all
            select 'entry ' || e.id || ' does not mirror account ' || coalesce(p.account_id, undone.account_id)
            from entries e
            join postings undone on undone.organisation_id = e.organisation_id and undone.entry_id = e.reverses
            left join postings p
              on p.organisation_id = e.organisation_id and p.entry_id = e.id and p.account_id = undone.account_id and p.amount = -undone.amount
            where p.account_id is null
            """
        ),
        new(
            "I11",
            "A promise of hours ends once: taken, released, or run out",
            """
            select 'account ' || a.id || ' holds ' || a.held || ' and its open holds come to ' || coalesce(sum(h.minutes), 0)
            from accounts a
            left join holds h on h.organisation_id = a.organisation_id and h.account_id = a.id and h.status = 1
            group by a.id, a.held having a.held <> coalesce(sum(h.minutes), 0)
            union all
            select 'hold ' || h.id || ' is taken by an entry that does not pay from its account'
            from holds h
            left join postings p on p.organisation_id = h.organisation_id and p.entry_id = h.entry_id and p.account_id = h.account_id and p.amount < 0
            where (h.status = 2 and p.entry_id is null) or (h.status <> 2 and h.entry_id is not null) or (h.status = 1) <> (h.ended_at is null)
            union all
            select 'entry ' || entry_id || ' takes ' || count(*) || ' holds of account ' || account_id
            from holds where entry_id is not null group by entry_id, account_id having count(*) > 1
            """
        ),
        new(
            "I12",
            "No entry touches another organisation",
            """
            select 'line ' || p.number || ' of account ' || p.account_id || ' has no account or no entry here'
            from postings p
            left join accounts a on a.organisation_id = p.organisation_id and a.id = p.account_id
            left join entries e on e.organisation_id = p.organisation_id and e.id = p.entry_id
            where a.id is null or e.id is null or p.organisation_id <> current_organisation()
            """
        ),
        new(
            "I13",
            "Hour for hour: what one side gives the other side gets",
            """
            select 'line ' || number || ' of account ' || account_id || ' moves nothing' from postings where amount = 0
            union all
            select 'entry ' || e.id || ' is not one to one'
            from entries e
            join postings p on p.organisation_id = e.organisation_id and p.entry_id = e.id
            group by e.id
            having coalesce(sum(p.amount) filter (where p.amount > 0), 0) <> coalesce(-sum(p.amount) filter (where p.amount < 0), 0)
            union all
            select 'entry ' || e.id || ' is longer than was ever allowed'
            from settings s
            join postings p on abs(p.amount) > s.highest_maximum_minutes
            join entries e on e.organisation_id = p.organisation_id and e.id = p.entry_id and e.kind in (2, 3, 6)
            join accounts a on a.organisation_id = p.organisation_id and a.id = p.account_id and a.kind = 1
            """
        ),
        new(
            "I14",
            "Credits come only from named accounts, and an account closes at zero",
            """
            select 'entry ' || e.id || ' of kind ' || e.kind || ' touches an account of kind ' || a.kind
            from entries e
            join postings p on p.organisation_id = e.organisation_id and p.entry_id = e.id
            join accounts a on a.organisation_id = p.organisation_id and a.id = p.account_id
            where not may_take_part(e.kind, a.kind, p.amount < 0)
            union all
            select 'account ' || id || ' was closed with ' || balance from accounts
            where closed_at is not null and (balance <> 0 or held <> 0 or last_posted_at > closed_at)
            """
        ),
        new(
            "I15",
            "A balance on a past date stays what it was: no line is slipped in before another",
            """
            select 'line ' || number || ' of account ' || account_id || ' was posted before the line above it'
            from (
              select p.account_id, p.number, e.posted_at, lag(e.posted_at) over (partition by p.account_id order by p.number) as earlier
              from postings p join entries e on e.organisation_id = p.organisation_id and e.id = p.entry_id
            ) line
            where posted_at < earlier
            """
        ),
        new(
            "I16",
            "Every entry says who did it, by which door, and about what",
            """
            select 'entry ' || id || ' does not say who, how or about what' from entries
            where (acted_by is null and door not in (4, 5, 7) and (door <> 6 or on_behalf_of is null)) or door not between 1 and 7 or subject_kind not between 1 and 6
              or (kind in (5, 10, 15) and coalesce(reason, '') = '')
            """
        ),
        new(
            "I20",
            "What went to each affiliated organisation is what arrived there",
            """
            select 'clearing account ' || account_id || ' has ' || balance || ' and its twin ' || coalesce(twin_balance::text, 'is missing')
            from clearing_twins(current_organisation())
            where balance + coalesce(twin_balance, 0) <> 0 or twin_balance is null
            """
        ),
        new(
            "I21",
            "Every figure of a report and of this page is the sum of its lines",
            """
            select 'the help of ' || to_char(month, 'YYYY-MM') || ' in hub ' || hub_id || ', kind ' || category_id || ', is not the sum of its lines'
            from report_cells_now(current_organisation()) kept
            full join report_cells_anew(current_organisation()) lines using (month, hub_id, category_id)
            where (kept.minutes, kept.times, kept.givers, kept.receivers) is distinct from (lines.minutes, lines.times, lines.givers, lines.receivers)
              and (lines.minutes is not null or kept.minutes <> 0 or kept.times <> 0 or kept.givers <> '' or kept.receivers <> '')
            union all
            select 'member ' || person || ' is counted otherwise in ' || to_char(month, 'YYYY-MM') || ', hub ' || hub_id || ', kind ' || category_id
            from (
              select month, hub_id, category_id, person, sum(gave) as gave, sum(received) as received
              from report_people_now(current_organisation()) group by month, hub_id, category_id, person
            ) kept
            full join report_people_anew(current_organisation()) lines using (month, hub_id, category_id, person)
            where (coalesce(kept.gave, 0), coalesce(kept.received, 0)) <> (coalesce(lines.gave, 0), coalesce(lines.received, 0))
            union all
            select 'accounts of kind ' || kind || ' moved otherwise on ' || day
            from (select day, kind, sum(came_in) as came_in, sum(went_out) as went_out from ledger_days_now(current_organisation()) group by day, kind) kept
            full join ledger_days_anew(current_organisation()) lines using (day, kind)
            where (coalesce(kept.came_in, 0), coalesce(kept.went_out, 0)) <> (coalesce(lines.came_in, 0), coalesce(lines.went_out, 0))
            """
        ),
    ];
}
