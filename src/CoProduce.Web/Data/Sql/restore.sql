-- Puts the ledger of an archive back, with its ids, times, numbers and hashes. Run as coproduce_owner; safe to run again.
-- Whatever writes rows of the ledger outside the posting functions stands here and nowhere else.

-- All digests of an organisation's entries in one, by which an archive and what came of it are compared; empty when there are none.
create or replace function public.ledger_fingerprint(p_organisation uuid)
returns text language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(encode(sha256(string_agg(d.digest, ''::bytea order by d.entry_id)), 'hex'), '') from public.entry_digests(p_organisation) d
$$;

-- Takes what waits in archive_lines. Only an organisation that has posted nothing can be filled, so that nothing is ever slipped into a history;
-- answers how many entries there are now. The caller looks at every promise of the ledger before it commits.
create or replace function public.restore_ledger(p_organisation uuid)
returns bigint language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_columns text;
  v_account jsonb;
  v_table text;
  v_entries bigint;
begin
  if p_organisation is distinct from public.current_organisation() then
    raise exception 'Restoring another organisation than the current one' using errcode = 'insufficient_privilege';
  end if;
  -- Nobody posts, closes a period or seals entries meanwhile.
  perform pg_advisory_xact_lock(hashtextextended(p_organisation::text, 1));
  perform pg_advisory_xact_lock(hashtextextended(p_organisation::text, 2));
  if exists (select from public.entries e where e.organisation_id = p_organisation)
    or exists (select from public.accounts a where a.organisation_id = p_organisation and a.last_number > 0) then
    raise exception 'The organisation has posted already' using errcode = 'object_not_in_prerequisite_state';
  end if;

  -- The accounts that an organisation has from its first day become the archived ones: an account is never deleted.
  select string_agg(quote_ident(c.attname), ', ') into v_columns from pg_attribute c
  where c.attrelid = 'public.accounts'::regclass and c.attnum > 0 and not c.attisdropped and c.attname <> 'organisation_id';
  for v_account in
    select l.line::jsonb from public.archive_lines l
    where l.organisation_id = p_organisation and l.file = 'accounts' and l.line::jsonb ->> 'kind' in ('2', '3', '4')
      and coalesce(l.line::jsonb ->> 'hub_id', l.line::jsonb ->> 'name') is null
  loop
    execute format(
      'update public.accounts a set (%1$s) = (select %1$s from jsonb_populate_record(null::public.accounts, $1)) '
      'where a.organisation_id = $2 and a.kind = ($1 ->> ''kind'')::smallint and a.hub_id is null and a.name is null', v_columns)
    using v_account, p_organisation;
  end loop;
  insert into public.accounts
  select rec.* from public.archive_lines l,
    jsonb_populate_record(null::public.accounts, l.line::jsonb || jsonb_build_object('organisation_id', p_organisation)) rec
  where l.organisation_id = p_organisation and l.file = 'accounts'
    and not exists (select from public.accounts a where a.organisation_id = p_organisation and a.id = rec.id);

  -- One statement, so that the triggers see every entry together with its postings.
  with line as materialized (
    select l.line::jsonb as entry from public.archive_lines l where l.organisation_id = p_organisation and l.file = 'entries'
  ), leg as (
    insert into public.postings
    select rec.* from line, jsonb_array_elements(line.entry -> 'postings') p (posting),
      jsonb_populate_record(null::public.postings,
        p.posting || jsonb_build_object('organisation_id', p_organisation, 'entry_id', line.entry -> 'id')) rec
  )
  insert into public.entries
  select rec.* from line,
    jsonb_populate_record(null::public.entries, (line.entry - 'postings') || jsonb_build_object('organisation_id', p_organisation)) rec;
  get diagnostics v_entries = row_count;

  -- What is not sealed yet and what is counted of the rest belong together: both come as they were.
  foreach v_table in array array['holds', 'closed_periods', 'chain_links', 'new_entries', 'ledger_days', 'report_cells', 'report_people'] loop
    execute format(
      'insert into public.%1$I select rec.* from public.archive_lines l, '
      'jsonb_populate_record(null::public.%1$I, l.line::jsonb || jsonb_build_object(''organisation_id'', $1)) rec '
      'where l.organisation_id = $1 and l.file = %1$L', v_table)
    using p_organisation;
  end loop;
  return v_entries;
end $$;

revoke all on function public.restore_ledger from public;
grant execute on function public.restore_ledger to coproduce_app;
