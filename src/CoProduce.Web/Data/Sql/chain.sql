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

-- All that is recorded of an entry and its postings, in one hash.
create or replace function public.entry_digest(e public.entries)
returns bytea language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select sha256(convert_to(concat_ws('|',
    e.id, e.kind, e.request_key, encode(e.body_hash, 'hex'), e.service_date - date '2000-01-01',
    (extract(epoch from e.posted_at) * 1000000)::bigint, coalesce(e.reverses::text, '-'), e.passed_floor, coalesce(e.reason, '-'),
    coalesce(e.acted_by::text, '-'), coalesce(e.on_behalf_of::text, '-'), e.door, e.subject_kind, coalesce(e.subject_id::text, '-'),
    (select string_agg(concat_ws(',', p.account_id, p.number, p.amount, p.running_balance), ';' order by p.account_id)
     from public.postings p where p.organisation_id = e.organisation_id and p.entry_id = e.id)), 'UTF8'))
$$;

-- Adds entries that are not in the chain yet, in the order of their posting, at most so many; answers how many it added. Looks only at
-- what was posted since a moment; null looks at everything.
create or replace function public.link_chain(p_organisation uuid, p_since timestamptz, p_limit integer, p_linked_at timestamptz)
returns integer language plpgsql security definer
set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  v_number bigint;
  v_hash bytea;
  v_entry record;
  v_linked integer := 0;
begin
  perform pg_advisory_xact_lock(hashtextextended(p_organisation::text, 2));
  select l.number, l.hash into v_number, v_hash from public.chain_links l
  where l.organisation_id = p_organisation order by l.number desc limit 1;
  for v_entry in
    select e.id, public.entry_digest(e) as digest from public.entries e
    where e.organisation_id = p_organisation and e.posted_at >= coalesce(p_since, '-infinity')
      and not exists (select from public.chain_links l where l.organisation_id = p_organisation and l.entry_id = e.id)
    order by e.posted_at, e.id limit p_limit
  loop
    v_number := coalesce(v_number, 0) + 1;
    v_hash := sha256(coalesce(v_hash, '') || v_entry.digest);
    insert into public.chain_links (organisation_id, number, entry_id, digest, hash, linked_at)
    values (p_organisation, v_number, v_entry.id, v_entry.digest, v_hash, p_linked_at);
    v_linked := v_linked + 1;
  end loop;
  return v_linked;
end $$;

create or replace trigger chain_links_never_change before update or delete on public.chain_links
  for each row execute function public.history_is_fixed();
create or replace trigger chain_links_never_truncate before truncate on public.chain_links
  for each statement execute function public.history_is_fixed();
create or replace trigger closed_periods_never_change before update or delete on public.closed_periods
  for each row execute function public.history_is_fixed();
create or replace trigger closed_periods_never_truncate before truncate on public.closed_periods
  for each statement execute function public.history_is_fixed();

revoke all on function public.close_period, public.link_chain from public;
grant execute on function public.close_period, public.link_chain to coproduce_app;
