-- Fills one organisation with ten years of entries in the shapes that the program makes, past the posting function. Run as a superuser with
-- session_replication_role = replica and app.organisation_id set; grow.entries and grow.members say how many. All but the last hundred
-- entries are in the chain and counted.
create temp table asked as
select current_setting('app.organisation_id')::uuid as organisation, current_setting('grow.entries')::bigint as entries,
  current_setting('grow.members')::integer as members, current_setting('grow.until')::timestamptz as until,
  (current_setting('grow.entries')::bigint / 12000) * 100 + 90 as undone_after; -- about a month, and an entry between two members

-- Hubs, kinds and accounts as the program made them, numbered.
create temp table hub as select row_number() over (order by h.id) - 1 as i, h.id from hubs h join asked on h.organisation_id = organisation;
create temp table kind_of_help as select row_number() over (order by c.id) - 1 as i, c.id from categories c join asked on c.organisation_id = organisation;
create temp table one_account as
select (select a.id from accounts a where a.organisation_id = organisation and a.kind = 2) as own,
  (select a.id from accounts a where a.organisation_id = organisation and a.kind = 3 and a.hub_id is null and a.name is null) as pot
from asked;
create temp table person as
select i, md5(organisation || 'member' || i)::uuid as id from asked, generate_series(0, members - 1) as i;

insert into members (organisation_id, id, number, kind, first_name, last_name, hub_id, status, joined_on, has_died, own_floor_reason, about, search_text)
select organisation, p.id, p.i + 1, 1, 'Ann', 'Example ' || p.i, h.id, 1, (until - interval '10 years')::date, false, '', '', 'ann example ' || p.i
from asked, person p join hub h on h.i = p.i % (select count(*) from hub);
insert into accounts (organisation_id, id, kind, member_id, opened_at) select organisation, p.id, 1, p.id, until - interval '10 years' from asked, person p;

-- Of a hundred: 72 between two members, 12 for the organisation, 8 gifts to the pot, 4 registers of six people, 4 reversals.
create temp table grown as
select n, kind, giver, case when receiver >= giver then receiver + 1 else receiver end as receiver, minutes, posted_at, reverses_n,
  posted_at::date - ((hash >> 9) % 5)::integer as service_date, subject_kind,
  (lpad(to_hex((extract(epoch from posted_at) * 1000)::bigint), 12, '0') || '7' || substr(mark, 1, 3) || '8' || substr(mark, 4, 15))::uuid as id,
  (lpad(to_hex((extract(epoch from posted_at) * 1000)::bigint), 12, '0') || '7' || substr(mark, 19, 3) || '9' || substr(mark, 4, 15))::uuid as subject
from (
  select *, md5(organisation || ':' || n) as mark, hash % members as giver, (hash >> 24) % (members - 1) as receiver,
    15 * (1 + (hash >> 5) % 12) as minutes, until - make_interval(secs => 315360000 * ((entries - n) / entries::double precision)) as posted_at,
    case kind when 4 then 3 when 6 then 5 else 2 end as subject_kind, case when kind = 5 then n - undone_after end as reverses_n
  from (
    select asked.*, n, hashint8extended(n, 1) & 9223372036854775807 as hash,
      case
        when n % 100 < 72 or n % 100 >= 96 and n <= undone_after then 2
        when n % 100 < 84 then 3
        when n % 100 < 92 then 4
        when n % 100 < 96 then 6
        else 5
      end as kind
    from asked, generate_series(1, entries) as n
  ) shape
) filled;
create unique index on grown (n);

create temp table leg as
select n, case side when 1 then p.id else coalesce(r.id, case kind when 3 then own else pot end) end as account,
  case side when 1 then case kind when 4 then -minutes else minutes end else case kind when 4 then minutes else -minutes end end::bigint as amount
from grown
join person p on p.i = giver
left join person r on r.i = receiver and kind = 2
cross join one_account cross join (values (1), (2)) as leg (side)
where kind in (2, 3, 4)
union all -- the leader and five who take part; the organisation has the rest
select n, p.id, case side when 0 then 120 else -15 end from grown cross join generate_series(0, 5) as side
join person p on p.i = (giver + side) % (select members from asked) where kind = 6
union all
select n, own, -45 from grown cross join one_account where kind = 6
union all -- only what is between two members is undone
select g.n, p.id, case side when 1 then -o.minutes else o.minutes end
from grown g join grown o on o.n = g.reverses_n cross join (values (1), (2)) as undone (side)
join person p on p.i = case side when 1 then o.giver else o.receiver end
where g.kind = 5;

insert into postings (organisation_id, account_id, number, entry_id, amount, running_balance)
select organisation, l.account, row_number() over history, g.id, l.amount, sum(l.amount) over history
from asked, leg l join grown g using (n)
window history as (partition by l.account order by l.n);

insert into entries (organisation_id, id, kind, request_key, body_hash, service_date, posted_at, reverses, passed_floor, reason, acted_by, door, subject_kind, subject_id)
select organisation, g.id, g.kind, case when g.kind = 5 then g.id else g.subject end,
  entry_body(g.kind::smallint, g.service_date::date, o.id, g.subject_kind::smallint, coalesce(o.subject, g.subject), l.accounts, l.amounts),
  g.service_date, g.posted_at, o.id, false, case when g.kind = 5 then 'It was somebody else' end, organisation, 1, g.subject_kind, coalesce(o.subject, g.subject)
from asked, grown g
join (select n, array_agg(account order by account) as accounts, array_agg(amount order by account) as amounts from leg group by n) l using (n)
left join grown o on o.n = g.reverses_n
order by g.n;

update accounts a
set balance = coalesce(line.balance, 0), last_number = coalesce(line.lines, 0), last_posted_at = line.latest
from (
  select l.account, sum(l.amount) as balance, count(*) as lines, max(g.posted_at) as latest from leg l join grown g using (n) group by l.account
) line, asked
where a.organisation_id = organisation and a.id = line.account;

insert into exchanges (organisation_id, id, shape, giver_id, receiver_id, minutes, service_date, description, category_id, hub_id, status, logged_for, door,
  logged_at, silence_confirms_at, confirmed_at, confirmed_by, entry_id, reversal_id, dispute_reason, end_reason, ended_at)
select organisation, g.subject, case g.kind when 2 then 1 else 2 end, p.id, r.id, g.minutes, g.service_date, 'Help', c.id, h.id,
  case when undoing.id is null then 2 else 5 end, p.id, 1, g.posted_at, g.posted_at, g.posted_at, 1, g.id, undoing.id, '', '', undoing.posted_at
from asked, grown g
join person p on p.i = g.giver
left join person r on r.i = g.receiver and g.kind = 2
join hub h on h.i = g.giver % (select count(*) from hub)
left join kind_of_help c on c.i = g.minutes / 15 % (select count(*) + 1 from kind_of_help)
left join grown undoing on undoing.reverses_n = g.n
where g.kind in (2, 3)
order by g.n;

insert into registers (organisation_id, id, shape, description, category_id, hub_id, service_date, difference, logged_by, door, logged_at, entry_id)
select organisation, g.subject, 1, 'A class', c.id, h.id, g.service_date, 2, organisation, 1, g.posted_at, g.id
from asked, grown g
join hub h on h.i = g.giver % (select count(*) from hub)
left join kind_of_help c on c.i = g.minutes / 15 % (select count(*) + 1 from kind_of_help)
where g.kind = 6
order by g.n;

insert into handled_requests (organisation_id, key, use_case, body_hash, outcome, handled_at)
select organisation, g.subject, 'grown', '', 'Posted', g.posted_at from asked, grown g where g.kind <> 5
order by g.n;

analyze accounts, members, exchanges, registers;

-- The chain over all but the last hundred, which are still new. A digest reads the postings of its entry, a cell asks what was undone.
create index if not exists ix_postings_organisation_id_entry_id on postings (organisation_id, entry_id);
create unique index if not exists ix_entries_organisation_id_reverses on entries (organisation_id, reverses) where reverses is not null;
analyze entries, postings;
create temp table digested as select row_number() over (order by d.posted_at, d.entry_id) as i, d.entry_id, d.digest
from asked, lateral entry_digests(organisation) d;
insert into new_entries (organisation_id, entry_id) select organisation, entry_id from asked, digested where i > entries - 100;
do $$
declare
  v_link record;
  v_hash bytea := '';
begin
  for v_link in select organisation, i, entry_id, digest, until from asked, digested where i <= entries - 100 order by i loop
    v_hash := sha256(v_hash || v_link.digest);
    insert into chain_links (organisation_id, number, entry_id, digest, hash, linked_at)
    values (v_link.organisation, v_link.i, v_link.entry_id, v_link.digest, v_hash, v_link.until);
  end loop;
end $$;

-- What is new is left out for the moment, and counted by the program later.
create temp table hidden as select e.* from entries e join new_entries n on n.organisation_id = e.organisation_id and n.entry_id = e.id;
delete from entries e using hidden h where e.organisation_id = h.organisation_id and e.id = h.id;
insert into report_cells (organisation_id, month, hub_id, category_id, minutes, times, givers, receivers)
select organisation, c.month, c.hub_id, c.category_id, c.minutes, c.times, c.givers, c.receivers from asked, lateral report_cells_anew(organisation) c;
insert into report_people (organisation_id, month, hub_id, category_id, person, gave, received)
select organisation, p.month, p.hub_id, p.category_id, p.person, p.gave, p.received from asked, lateral report_people_anew(organisation) p;
insert into ledger_days (organisation_id, day, kind, came_in, went_out)
select organisation, d.day, d.kind, d.came_in, d.went_out from asked, lateral ledger_days_anew(organisation) d;
insert into entries select * from hidden;

drop table asked, hub, kind_of_help, one_account, person, grown, leg, digested, hidden;
