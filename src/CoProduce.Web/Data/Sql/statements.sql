-- Where in an account's history a moment lies. Run as coproduce_owner; safe to run again.

-- The number of the last line that was posted before a moment; 0 when there is none. Lines are numbered without a gap and no line of an
-- account is posted before the one with the lower number, so that halving finds it: twenty looks among a million lines. It runs with the
-- caller's rights.
create or replace function public.last_line_before(p_organisation uuid, p_account uuid, p_moment timestamptz)
returns bigint language plpgsql stable set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off
as $$
declare
  v_before bigint := 0;
  v_after bigint;
  v_middle bigint;
  v_posted_at timestamptz;
begin
  select a.last_number + 1 into v_after from public.accounts a where a.organisation_id = p_organisation and a.id = p_account;
  while v_after - v_before > 1 loop
    v_middle := (v_before + v_after) / 2;
    select e.posted_at into v_posted_at
    from public.postings p join public.entries e on e.organisation_id = p.organisation_id and e.id = p.entry_id
    where p.organisation_id = p_organisation and p.account_id = p_account and p.number = v_middle;
    if v_posted_at < p_moment then
      v_before := v_middle;
    else
      v_after := v_middle;
    end if;
  end loop;
  return v_before;
end $$;

revoke all on function public.last_line_before from public;
grant execute on function public.last_line_before to coproduce_app;
