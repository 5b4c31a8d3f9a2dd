-- Locks accounts before several entries that touch different ones are posted in one unit of work. Run as coproduce_owner after posting.sql;
-- safe to run again. Each posting locks its own accounts by id; two postings, one after the other, would lock them in any order.

create or replace function public.lock_accounts(p_organisation uuid, p_ids uuid[])
returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if p_organisation is distinct from public.current_organisation() then
    raise exception 'Locking for another organisation than the current one' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock_shared(hashtextextended(p_organisation::text, 1));
  perform from public.accounts a
  where a.organisation_id = p_organisation and a.id = any (p_ids)
  order by a.id
  for no key update;
end $$;

revoke all on function public.lock_accounts from public;
grant execute on function public.lock_accounts to coproduce_app;
