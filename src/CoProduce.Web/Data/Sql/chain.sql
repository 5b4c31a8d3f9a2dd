-- Proof that history stayed as it was: closed periods, and a chain of hashes over the entries. Run as coproduce_owner; safe to run again.

-- From then on nothing is dated on that day or before, except by a reversal dated later. Outcome: 1 closed (also when it was before),
-- 2 that day is closed already with a later one, 3 not over yet.
create or replace function public.close_period(p_organisation uuid, p_closed_to date, p_today date, p_closed_at timestamptz, p_closed_by uuid)
returns smallint language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_last date;
begin
  if p_closed_to >= p_today then
    return 3;
  end if;
  -- Nobody is in the middle of posting for a day that is about to be closed.
  perform pg_advisory_xact_lock(hashtextextended(p_organisation::text, 1));
  select max(c.closed_to) into v_last from public.closed_periods c where c.organisation_id = p_organisation;
  if v_last = p_closed_to then
    return 1;
  elsif v_last > p_closed_to then
    return 2;
  end if;
  insert into public.closed_periods (organisation_id, closed_to, closed_at, closed_by)
  values (p_organisation, p_closed_to, p_closed_at, p_closed_by);
  return 1;
end $$;

-- All that is recorded of each entry and its postings, in one hash.
create or replace function public.entry_digests(p_organisation uuid)
returns table (entry_id uuid, posted_at timestamptz, digest bytea) language sql stable as $$
  select e.id, e.posted_at, sha256(convert_to(concat_ws('|',
    e.id, e.kind, e.request_key, encode(e.body_hash, 'hex'), e.service_date - date '2000-01-01',
    (extract(epoch from e.posted_at) * 1000000)::bigint, coalesce(e.reverses::text, '-'), e.passed_floor, coalesce(e.reason, '-'),
    coalesce(e.acted_by::text, '-'), coalesce(e.on_behalf_of::text, '-'), e.door, e.subject_kind, coalesce(e.subject_id::text, '-'),
    (select string_agg(concat_ws(',', p.account_id, p.number, p.amount, p.running_balance), ';' order by p.account_id)
     from public.postings p where p.organisation_id = e.organisation_id and p.entry_id = e.id)), 'UTF8'))
  from public.entries e
  where e.organisation_id = p_organisation
$$;

-- Takes entries out of new_entries, at most so many: links them into the chain and counts them in the sums that are kept. Answers how many.
create or replace function public.seal_entries(p_organisation uuid, p_limit integer, p_at timestamptz)
returns integer language plpgsql security definer
-- A few entries among millions, and nothing is known of the arrays before: one plan, by the indexes.
set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off
as $$
declare
  v_number bigint;
  v_hash bytea;
  v_entries uuid[];
  v_digests bytea[];
  v_hashes bytea[];
  v_digest bytea;
begin
  -- One at a time. Every statement from here on sees what the one before has committed.
  perform pg_advisory_xact_lock(hashtextextended(p_organisation::text, 2));
  with taken as (
    delete from public.new_entries n
    where n.organisation_id = p_organisation and n.entry_id in (
      select o.entry_id from public.new_entries o where o.organisation_id = p_organisation order by o.entry_id limit p_limit)
    returning n.entry_id
  )
  select array_agg(d.entry_id order by d.posted_at, d.entry_id), array_agg(d.digest order by d.posted_at, d.entry_id) into v_entries, v_digests
  from taken t
  join public.entry_digests(p_organisation) d on d.entry_id = t.entry_id;
  if v_entries is null then
    return 0;
  end if;

  select l.number, l.hash into v_number, v_hash from public.chain_links l
  where l.organisation_id = p_organisation order by l.number desc limit 1;
  foreach v_digest in array v_digests loop
    v_hash := sha256(coalesce(v_hash, '') || v_digest);
    v_hashes := v_hashes || v_hash;
  end loop;
  insert into public.chain_links (organisation_id, number, entry_id, digest, hash, linked_at)
  select p_organisation, coalesce(v_number, 0) + link.i, link.entry, link.digest, link.hash, p_at
  from unnest(v_entries, v_digests, v_hashes) with ordinality as link (entry, digest, hash, i);

  insert into public.ledger_days as old (organisation_id, day, kind, came_in, went_out)
  select p_organisation, d.day, d.kind, d.came_in, d.went_out from public.ledger_days_of(p_organisation, v_entries) d
  on conflict (organisation_id, day, kind) do update
  set came_in = old.came_in + excluded.came_in, went_out = old.went_out + excluded.went_out;
  insert into public.report_cells (organisation_id, month, hub_id, category_id, minutes, times, givers, receivers)
  select p_organisation, c.month, c.hub_id, c.category_id, c.minutes, c.times, c.givers, c.receivers
  from public.report_cells_with(p_organisation, v_entries) c
  on conflict (organisation_id, month, hub_id, category_id) do update
  set minutes = excluded.minutes, times = excluded.times, givers = excluded.givers, receivers = excluded.receivers;
  -- After the cells, which are decided by the counts as they were before.
  insert into public.report_people as old (organisation_id, month, hub_id, category_id, person, gave, received)
  select p_organisation, f.month, f.hub_id, f.category_id, f.person, f.gave, f.received from public.report_people_of(p_organisation, v_entries) f
  on conflict (organisation_id, month, hub_id, category_id, person) do update
  set gave = old.gave + excluded.gave, received = old.received + excluded.received;
  return cardinality(v_entries);
end $$;

create or replace trigger chain_links_never_change before update or delete on public.chain_links
  for each row execute function public.history_is_fixed();
create or replace trigger chain_links_never_truncate before truncate on public.chain_links
  for each statement execute function public.history_is_fixed();
create or replace trigger closed_periods_never_change before update or delete on public.closed_periods
  for each row execute function public.history_is_fixed();
create or replace trigger closed_periods_never_truncate before truncate on public.closed_periods
  for each statement execute function public.history_is_fixed();

revoke all on function public.close_period, public.seal_entries from public;
grant execute on function public.close_period, public.seal_entries to coproduce_app;
