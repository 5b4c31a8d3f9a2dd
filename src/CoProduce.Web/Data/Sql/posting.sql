-- The ledger's only door. Run as coproduce_owner after every migration; running it again changes nothing.
-- Amounts are whole minutes. The pure shapes come from CoProduce.Ledger; the rules that need the stored state are here.
-- pg_temp stands last in every search path: a table that a caller makes there must never stand in for ours.

-- A balance changes in place as long as its page has room: otherwise every posting writes the index too.
alter table public.accounts set (fillfactor = 60);

-- What makes two requests the same one: neither the entry's id, nor who sent it, nor when.
create or replace function public.entry_body(
  p_kind smallint, p_service_date date, p_reverses uuid, p_subject_kind smallint, p_subject_id uuid,
  p_accounts uuid[], p_amounts bigint[])
returns bytea language sql stable as $$
  select sha256(convert_to(
    p_kind || '|' || (p_service_date - date '2000-01-01') || '|' || coalesce(p_reverses::text, '') || '|'
    || p_subject_kind || '|' || coalesce(p_subject_id::text, '') || '|' || p_accounts::text || p_amounts::text, 'UTF8'))
$$;

-- What an account of a team or a partner is called, whose hub's pot it is, and with which organisation it clears, is null for others.
drop function if exists public.open_account(uuid, uuid, smallint, uuid, bigint, timestamptz);
create or replace function public.open_account(
  p_organisation uuid, p_id uuid, p_kind smallint, p_member uuid, p_floor bigint, p_opened_at timestamptz,
  p_name text default null, p_hub uuid default null, p_affiliate uuid default null)
returns void language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into public.accounts (organisation_id, id, kind, member_id, opened_at, floor, balance, held, last_number, name, hub_id, affiliate_id)
  values (p_organisation, p_id, p_kind, p_member, p_opened_at, p_floor, 0, 0, 0, p_name, p_hub, p_affiliate)
$$;

-- Outcome: 1 closed (also when it was before), 2 unknown, 3 not at zero or something is held.
create or replace function public.close_account(p_organisation uuid, p_id uuid, p_at timestamptz)
returns smallint language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_account public.accounts;
begin
  select a.* into v_account from public.accounts a
  where a.organisation_id = p_organisation and a.id = p_id for no key update;
  if not found then
    return 2;
  elsif v_account.closed_at is not null then
    return 1;
  elsif v_account.balance <> 0 or v_account.held <> 0 then
    return 3;
  end if;
  update public.accounts a set closed_at = greatest(p_at, a.last_posted_at)
  where a.organisation_id = p_organisation and a.id = p_id;
  return 1;
end $$;

-- Who is below a raised floor already is not trapped: the mark tightens as the balance rises and goes when the floor is met.
create or replace function public.set_floor(p_organisation uuid, p_id uuid, p_floor bigint)
returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update public.accounts a
  set floor = p_floor, floor_passed_to = case when a.balance - a.held < p_floor then a.balance - a.held end
  where a.organisation_id = p_organisation and a.id = p_id;
  if not found then
    raise exception 'There is no account %', p_id using errcode = 'no_data_found';
  end if;
end $$;

-- Which kind of account may pay for or be paid by which kind of entry: the closed world. Minutes come only from named sources, and
-- what is posted for one reason is not paid by an account that is there for another.
create or replace function public.may_take_part(p_entry smallint, p_account smallint, p_pays boolean)
returns boolean language sql immutable parallel safe as $$
  select case
    when p_entry = 5 then true
    when p_account = 4 then p_entry = 1 and p_pays
    when p_account = 5 then p_entry = 13
    when p_account = 6 then p_entry = 16
    when not p_pays then p_entry <> 9 or p_account = 9
    else case p_entry
      when 1 then false
      when 3 then p_account = 2
      when 7 then p_account = 2
      when 10 then p_account = 3
      when 12 then p_account = 2
      when 15 then p_account = 3
      else true
    end
  end
$$;

-- 1 when the amounts undo every posting of an entry that is no reversal itself, 7 when it is undone already, else 8.
create or replace function public.reversal_outcome(p_organisation uuid, p_reverses uuid, p_accounts uuid[], p_amounts bigint[])
returns smallint language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select case
    when exists (select from public.entries e where e.organisation_id = p_organisation and e.reverses = p_reverses) then 7
    when exists (
      select from public.entries e
      where e.organisation_id = p_organisation and e.id = p_reverses and e.kind <> 5
        and (p_accounts, p_amounts) = (
          select array_agg(p.account_id order by p.account_id), array_agg(-p.amount order by p.account_id)
          from public.postings p where p.organisation_id = p_organisation and p.entry_id = p_reverses)) then 1
    else 8
  end
$$;

-- Posts one entry. Outcome: 1 posted, 2 done already (entry_id is the first one's), 3 key reused for another body, 4 unknown
-- account, 5 closed account, 6 below floor, 7 already reversed, 8 not the mirror of an entry that may be reversed, 9 dated into a closed
-- period. in_the_way are all accounts for which it was refused, account_id the first of them. What no honest caller can ask for raises.
drop function if exists public.post_entry(uuid, uuid, smallint, uuid, date, timestamptz, uuid, boolean, text, uuid, uuid, smallint,
  smallint, uuid, uuid[], bigint[]);
create or replace function public.post_entry(
  p_organisation uuid, p_entry uuid, p_kind smallint, p_request_key uuid, p_service_date date, p_posted_at timestamptz,
  p_reverses uuid, p_may_pass_floor boolean, p_reason text, p_acted_by uuid, p_on_behalf_of uuid, p_door smallint,
  p_subject_kind smallint, p_subject_id uuid, p_accounts uuid[], p_amounts bigint[],
  out outcome smallint, out entry_id uuid, out account_id uuid, out in_the_way uuid[])
language plpgsql security definer
-- One plan for good: planning anew for every length of the arrays costs several times the work itself, and a plan made while a
-- table was small would go on scanning it when it has grown.
set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off
as $$
#variable_conflict use_column
declare
  v_legs integer := cardinality(p_accounts);
  v_accounts uuid[] := p_accounts;
  v_amounts bigint[] := p_amounts;
  v_numbers bigint[];
  v_balances bigint[];
  v_marks bigint[];
  v_account record;
  v_available bigint;
  v_posted_at timestamptz := p_posted_at;
  v_passed boolean := false;
  v_body bytea;
  v_first record;
  v_turn text;
begin
  if p_organisation is distinct from public.current_organisation() then
    raise exception 'Posting for another organisation than the current one' using errcode = 'insufficient_privilege';
  elsif p_acted_by is null and p_door not in (4, 5, 7) and (p_door not in (6, 9) or p_on_behalf_of is null) then
    raise exception 'Nobody is named for an entry by door %', p_door using errcode = 'check_violation';
  elsif (p_kind = 5) <> (p_reverses is not null) then
    raise exception 'A reversal, and nothing else, names what it reverses' using errcode = 'check_violation';
  elsif p_may_pass_floor and p_kind <> 5 and (p_acted_by is null or coalesce(p_reason, '') = '') then
    raise exception 'Only a reversal, or somebody who says why, lets pass a floor' using errcode = 'check_violation';
  end if;
  -- Whoever closes a period waits until nobody is posting, and the other way round.
  v_turn := pg_advisory_xact_lock_shared(hashtextextended(p_organisation::text, 1));
  -- Everybody locks in the order of the ids, so that two people paying each other wait rather than die.
  if v_legs <> 2 or v_accounts[1] >= v_accounts[2] then
    select array_agg(leg.account order by leg.account), array_agg(leg.amount order by leg.account) into v_accounts, v_amounts
    from unnest(p_accounts, p_amounts) as leg (account, amount);
    if v_legs > (select count(distinct leg.account) from unnest(p_accounts) as leg (account)) then
      raise exception 'An account takes part in an entry once' using errcode = 'check_violation';
    end if;
  end if;

  outcome := 1;
  entry_id := p_entry;
  for i in 1..v_legs loop
    select a.kind, a.balance, a.held, a.floor, a.closed_at, a.last_number, a.last_posted_at into v_account
    from public.accounts a where a.organisation_id = p_organisation and a.id = v_accounts[i]
    for no key update;
    if not found then
      in_the_way := case when outcome = 4 then in_the_way end || v_accounts[i];
      outcome := 4;
      continue;
    end if;
    v_available := v_account.balance - v_account.held + v_amounts[i];
    v_numbers[i] := v_account.last_number + 1;
    v_balances[i] := v_account.balance + v_amounts[i];
    v_posted_at := greatest(v_posted_at, v_account.last_posted_at);
    v_marks[i] := case when v_available < v_account.floor then v_available end;
    v_passed := v_passed or v_marks[i] is not null and v_amounts[i] < 0;
    if v_account.closed_at is not null and outcome <> 4 then
      in_the_way := case when outcome = 5 then in_the_way end || v_accounts[i];
      outcome := 5;
    elsif v_marks[i] is not null and v_amounts[i] < 0 and not p_may_pass_floor and outcome in (1, 6) then
      in_the_way := in_the_way || v_accounts[i];
      outcome := 6;
    end if;
    if not public.may_take_part(p_kind, v_account.kind, v_amounts[i] < 0) then
      raise exception 'An account of kind % does not take part so in an entry of kind %', v_account.kind, p_kind
        using errcode = 'check_violation';
    end if;
  end loop;
  if p_reverses is not null and outcome in (1, 6) then
    outcome := coalesce(nullif(public.reversal_outcome(p_organisation, p_reverses, v_accounts, v_amounts), 1), outcome);
    if outcome in (7, 8) then
      in_the_way := null; -- it is not for want of minutes that it was refused
    end if;
  end if;

  v_body := public.entry_body(p_kind, p_service_date, p_reverses, p_subject_kind, p_subject_id, v_accounts, v_amounts);
  if outcome = 1 then
    -- One statement: its triggers see the entry and its postings together. The unique index decides between two requests
    -- with the same key that touch different accounts; the loser writes nothing.
    with entry as (
      insert into public.entries (organisation_id, id, kind, request_key, body_hash, service_date, posted_at, reverses,
        passed_floor, reason, acted_by, on_behalf_of, door, subject_kind, subject_id)
      select p_organisation, p_entry, p_kind, p_request_key, v_body, p_service_date, v_posted_at, p_reverses,
        v_passed, p_reason, p_acted_by, p_on_behalf_of, p_door, p_subject_kind, p_subject_id
      where not exists (
        select from public.closed_periods c where c.organisation_id = p_organisation and c.closed_to >= p_service_date)
      on conflict (organisation_id, request_key) do nothing
      returning id
    ), fresh as (
      insert into public.new_entries (organisation_id, entry_id) select p_organisation, entry.id from entry
    )
    insert into public.postings (organisation_id, account_id, number, entry_id, amount, running_balance)
    select p_organisation, leg.account, leg.number, entry.id, leg.amount, leg.balance
    from entry, unnest(v_accounts, v_numbers, v_amounts, v_balances) as leg (account, number, amount, balance);
    if found then
      update public.accounts a
      set balance = leg.balance, last_number = leg.number, last_posted_at = v_posted_at, floor_passed_to = leg.mark
      from unnest(v_accounts, v_balances, v_numbers, v_marks) as leg (account, balance, number, mark)
      where a.organisation_id = p_organisation and a.id = leg.account;
      return;
    end if;
    outcome := 9;
  end if;

  -- The key outranks every refusal: a retry of what was committed hears so, whatever has happened since.
  select e.id, e.body_hash into v_first from public.entries e
  where e.organisation_id = p_organisation and e.request_key = p_request_key;
  if found then
    in_the_way := null;
    outcome := 3;
    if v_first.body_hash = v_body then
      outcome := 2;
      entry_id := v_first.id;
    end if;
  end if;
  account_id := in_the_way[1];
end $$;

-- What is posted is never changed, by anybody: a mistake gets an entry of its own.
create or replace function public.history_is_fixed() returns trigger language plpgsql as $$
begin
  raise exception '% of the ledger''s % is never allowed', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;

-- Both checks probe an index per entry, whatever number of rows their plans were first made for.
create or replace function public.postings_sum_to_zero() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
declare
  v_all record;
begin
  -- The usual single entry is checked without grouping, which takes longer than all the rest. The count of what is stored
  -- refuses a leg that is added to an old entry later.
  select count(*) as legs, sum(w.amount) as total,
    bool_and(w.entry_id = (select f.entry_id from written f limit 1)) as is_one_entry,
    (select count(*) from public.postings p
     where p.organisation_id = (select f.organisation_id from written f limit 1)
       and p.entry_id = (select f.entry_id from written f limit 1)) as stored
  into v_all from written w;
  if v_all.is_one_entry and v_all.total = 0 and v_all.legs >= 2 and v_all.legs = v_all.stored then
    return null;
  end if;
  if v_all.is_one_entry or exists (
    select from written w group by w.organisation_id, w.entry_id
    having sum(w.amount) <> 0 or count(*) < 2 or count(*) <> (
      select count(*) from public.postings p where p.organisation_id = w.organisation_id and p.entry_id = w.entry_id)
  ) then
    raise exception 'The postings of an entry come together and sum to zero' using errcode = 'check_violation';
  end if;
  return null;
end $$;

-- A row at a time: an entry comes with its postings in one statement, whose row triggers run when it is done.
create or replace function public.entries_have_postings() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
begin
  perform from public.postings p where p.organisation_id = new.organisation_id and p.entry_id = new.id;
  if not found then
    raise exception 'An entry comes together with its postings' using errcode = 'check_violation';
  end if;
  return null;
end $$;

create or replace trigger entries_have_postings after insert on public.entries
  for each row execute function public.entries_have_postings();
create or replace trigger postings_sum_to_zero after insert on public.postings
  referencing new table as written for each statement execute function public.postings_sum_to_zero();
create or replace trigger entries_never_change before update or delete on public.entries
  for each row execute function public.history_is_fixed();
create or replace trigger entries_never_truncate before truncate on public.entries
  for each statement execute function public.history_is_fixed();
create or replace trigger postings_never_change before update or delete on public.postings
  for each row execute function public.history_is_fixed();
create or replace trigger postings_never_truncate before truncate on public.postings
  for each statement execute function public.history_is_fixed();
create or replace trigger accounts_never_go before delete on public.accounts
  for each row execute function public.history_is_fixed();
create or replace trigger accounts_never_truncate before truncate on public.accounts
  for each statement execute function public.history_is_fixed();

revoke all on function public.open_account, public.close_account, public.set_floor, public.post_entry, public.reversal_outcome
  from public;
grant execute on function public.open_account, public.close_account, public.set_floor, public.post_entry to coproduce_app;
