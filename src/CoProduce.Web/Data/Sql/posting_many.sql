-- Many entries in one call, for registers, imports and demo data. Run as coproduce_owner after posting.sql; safe to run again.
-- The rules are those of post_entry, one entry after the other in the order given, all or nothing. A reversal is posted singly.

-- Arrays run side by side, one element per entry; p_leg_* have one element per posting, p_leg_entries says of which entry (from 1).
-- Outcome: 1 all are in the ledger (posted says how many are new; the others were there already), else the outcome of the first
-- entry that was refused, its place from 1, and the account that stood in the way.
create or replace function public.post_entries(
  p_organisation uuid, p_entries uuid[], p_kinds smallint[], p_request_keys uuid[], p_service_dates date[],
  p_posted_at timestamptz[], p_acted_by uuid[], p_on_behalf_of uuid[], p_doors smallint[], p_subject_kinds smallint[],
  p_subject_ids uuid[], p_leg_entries integer[], p_leg_accounts uuid[], p_leg_amounts bigint[],
  out outcome smallint, out refused integer, out account_id uuid, out posted integer)
language plpgsql security definer
-- Planned for the length of these very arrays: a plan for few rows would compare every entry with every other.
set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan set enable_seqscan = off
as $$
#variable_conflict use_column
declare
  v_bodies bytea[];
  v_fresh integer[];
  v_times timestamptz[];
  v_reused integer;
  v_refused integer;
  v_refusal smallint;
  v_entries integer[];
  v_accounts uuid[];
  v_amounts bigint[];
  v_numbers bigint[];
  v_balances bigint[];
  v_closed_to date;
begin
  posted := 0;
  if p_organisation is distinct from public.current_organisation() then
    raise exception 'Posting for another organisation than the current one' using errcode = 'insufficient_privilege';
  elsif 5 = any (p_kinds) then
    raise exception 'A reversal is posted singly' using errcode = 'check_violation';
  elsif exists (select from unnest(p_acted_by, p_doors) as e (acted_by, door) where e.acted_by is null and e.door not in (4, 5, 7)) then
    raise exception 'Nobody is named for an entry' using errcode = 'check_violation';
  elsif exists (
    select from unnest(p_leg_entries, p_leg_accounts) as leg (entry, account) group by leg.entry, leg.account having count(*) > 1) then
    raise exception 'An account takes part in an entry once' using errcode = 'check_violation';
  end if;

  perform pg_advisory_xact_lock_shared(hashtextextended(p_organisation::text, 1));
  perform from public.accounts a
  where a.organisation_id = p_organisation and a.id = any (array(select distinct account from unnest(p_leg_accounts) as leg (account)))
  order by a.id
  for no key update;

  select max(c.closed_to) into v_closed_to from public.closed_periods c where c.organisation_id = p_organisation;
  select array_agg(public.entry_body(e.kind, e.service_date, null, e.subject_kind, e.subject_id, leg.accounts, leg.amounts) order by e.i)
  into v_bodies
  from unnest(p_kinds, p_service_dates, p_subject_kinds, p_subject_ids) with ordinality
    as e (kind, service_date, subject_kind, subject_id, i)
  left join (
    select leg.entry, array_agg(leg.account order by leg.account) as accounts, array_agg(leg.amount order by leg.account) as amounts
    from unnest(p_leg_entries, p_leg_accounts, p_leg_amounts) as leg (entry, account, amount)
    group by leg.entry
  ) leg on leg.entry = e.i;

  -- An entry is new when neither the ledger nor an earlier place of this call has its key.
  select array_agg(k.i order by k.i) filter (where k.stored is null and k.turn = 1),
    min(k.i) filter (where k.body <> coalesce(k.stored, k.first_body))
  into v_fresh, v_reused
  from (
    select k.i, k.body, e.body_hash as stored, first_value(k.body) over same as first_body, row_number() over same as turn
    from unnest(p_request_keys, v_bodies) with ordinality as k (request_key, body, i)
    left join public.entries e on e.organisation_id = p_organisation and e.request_key = k.request_key
    window same as (partition by k.request_key order by k.i)
  ) k;

  select array_agg(leg.entry), array_agg(leg.account), array_agg(leg.amount), array_agg(leg.number), array_agg(leg.balance),
    (array_agg(leg.entry order by leg.entry, leg.refusal, leg.account) filter (where leg.refusal is not null))[1],
    (array_agg(leg.refusal order by leg.entry, leg.refusal, leg.account) filter (where leg.refusal is not null))[1],
    (array_agg(leg.account order by leg.entry, leg.refusal, leg.account) filter (where leg.refusal is not null))[1]
  into v_entries, v_accounts, v_amounts, v_numbers, v_balances, v_refused, v_refusal, account_id
  from (
    select leg.*,
      case
        when leg.kind is null then 4
        when leg.closed_at is not null then 5
        when leg.amount < 0 and leg.balance - leg.held < leg.floor then 6
        when p_service_dates[leg.entry] <= v_closed_to then 9
        when not public.may_take_part(p_kinds[leg.entry], leg.kind, leg.amount < 0) then 0
      end as refusal
    from (
      select leg.entry, leg.account, leg.amount, a.kind, a.closed_at, a.held, a.floor,
        a.last_number + row_number() over history as number,
        (a.balance + sum(leg.amount) over history)::bigint as balance
      from unnest(p_leg_entries, p_leg_accounts, p_leg_amounts) as leg (entry, account, amount)
      join unnest(v_fresh) as fresh (entry) on fresh.entry = leg.entry
      left join public.accounts a on a.organisation_id = p_organisation and a.id = leg.account
      window history as (partition by leg.account order by leg.entry)
    ) leg
  ) leg;

  if v_refused is not null or v_reused is not null then
    refused := least(v_refused, v_reused);
    if refused = v_refused then
      outcome := v_refusal;
      if outcome = 9 then
        account_id := null;
      end if;
    else
      outcome := 3;
      account_id := null;
    end if;
    if outcome = 0 then
      raise exception 'An account does not take part so in entry %', refused using errcode = 'check_violation';
    end if;
    return;
  end if;

  -- What comes later in the call is never posted earlier than what came before it.
  select array_agg(e.posted_at order by e.entry) into v_times
  from (
    select leg.entry, max(greatest(p_posted_at[leg.entry], max(a.last_posted_at))) over (order by leg.entry) as posted_at
    from unnest(v_entries, v_accounts) as leg (entry, account)
    join public.accounts a on a.organisation_id = p_organisation and a.id = leg.account
    group by leg.entry
  ) e;

  with fresh as (
    insert into public.new_entries (organisation_id, entry_id) select p_organisation, p_entries[fresh.entry] from unnest(v_fresh) as fresh (entry)
  ), leg as (
    insert into public.postings (organisation_id, account_id, number, entry_id, amount, running_balance)
    select p_organisation, leg.account, leg.number, p_entries[leg.entry], leg.amount, leg.balance
    from unnest(v_entries, v_accounts, v_amounts, v_numbers, v_balances) as leg (entry, account, amount, number, balance)
    order by leg.account, leg.number
  ), moved as (
    update public.accounts a
    set balance = last.balance, last_number = last.number, last_posted_at = last.posted_at,
      floor_passed_to = case when last.balance - a.held < a.floor then last.balance - a.held end
    from (
      select distinct on (leg.account) leg.account, leg.number, leg.balance, e.posted_at
      from unnest(v_entries, v_accounts, v_numbers, v_balances) as leg (entry, account, number, balance)
      join unnest(v_fresh, v_times) as e (entry, posted_at) on e.entry = leg.entry
      order by leg.account, leg.number desc
    ) last
    where a.organisation_id = p_organisation and a.id = last.account
  )
  insert into public.entries (organisation_id, id, kind, request_key, body_hash, service_date, posted_at, reverses,
    passed_floor, reason, acted_by, on_behalf_of, door, subject_kind, subject_id)
  select p_organisation, e.id, e.kind, e.request_key, e.body, e.service_date, fresh.posted_at, null,
    false, null, e.acted_by, e.on_behalf_of, e.door, e.subject_kind, e.subject_id
  from unnest(p_entries, p_kinds, p_request_keys, v_bodies, p_service_dates, p_acted_by, p_on_behalf_of, p_doors, p_subject_kinds,
    p_subject_ids) with ordinality
    as e (id, kind, request_key, body, service_date, acted_by, on_behalf_of, door, subject_kind, subject_id, i)
  join unnest(v_fresh, v_times) as fresh (entry, posted_at) on fresh.entry = e.i
  on conflict (organisation_id, request_key) do nothing;
  get diagnostics posted = row_count;
  if posted < coalesce(cardinality(v_fresh), 0) then
    raise exception 'A request key arrived from elsewhere at the same moment: try again' using errcode = 'serialization_failure';
  end if;
  outcome := 1;
end $$;

-- For history that is posted past them: locks these accounts, takes their floors away and answers what they were, so that set_floor can set
-- them again before the transaction ends. Who has no floor is left out.
create or replace function public.lift_floors(p_organisation uuid, p_accounts uuid[])
returns table (account_id uuid, floor bigint)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  for account_id, floor in
    select a.id, a.floor from public.accounts a
    where a.organisation_id = p_organisation and a.id = any (p_accounts) and a.floor is not null
    order by a.id
    for no key update
  loop
    update public.accounts a set floor = null, floor_passed_to = null
    where a.organisation_id = p_organisation and a.id = lift_floors.account_id;
    return next;
  end loop;
end $$;

revoke all on function public.post_entries, public.lift_floors from public;
grant execute on function public.post_entries, public.lift_floors to coproduce_app;
