-- How long one exchange may be, said by the database for anybody (I13), and who has come back. Run as coproduce_owner; running it again changes nothing.

-- The longest that was ever allowed never falls. Use cases keep to what is allowed today; the ledger keeps to this, so that what was logged
-- while more was allowed can still be confirmed, and lowering the limit makes no breach of old history.
create or replace function public.keep_highest_maximum() returns trigger language plpgsql as $$
begin
  new.highest_maximum_minutes := greatest(new.maximum_minutes, new.highest_maximum_minutes, case when tg_op = 'UPDATE' then old.highest_maximum_minutes end);
  return new;
end $$;
create or replace trigger settings_keep_highest_maximum before insert or update on public.settings
  for each row execute function public.keep_highest_maximum();

-- A member's part in help of one to one, for the organisation, or of a group. One look at the settings and one at the entry's postings.
create or replace function public.entries_within_limits() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
begin
  perform from public.postings p
  join public.accounts a on a.organisation_id = p.organisation_id and a.id = p.account_id and a.kind = 1
  where p.organisation_id = new.organisation_id and p.entry_id = new.id
    and abs(p.amount) > (select s.highest_maximum_minutes from public.settings s where s.organisation_id = new.organisation_id);
  if found then
    raise exception 'Nobody gives or receives that long at once' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create or replace trigger entries_within_limits after insert on public.entries
  for each row when (new.kind in (2, 3, 6)) execute function public.entries_within_limits();

-- Somebody takes up their membership again. The account's history goes on where it ended; only a member's account is ever opened again.
create or replace function public.reopen_account(p_organisation uuid, p_id uuid, p_floor bigint)
returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update public.accounts a
  set closed_at = null, floor = p_floor, floor_passed_to = case when a.balance - a.held < p_floor then a.balance - a.held end
  where a.organisation_id = p_organisation and a.id = p_id and a.kind = 1;
  if not found then
    raise exception 'There is no member''s account %', p_id using errcode = 'no_data_found';
  end if;
end $$;

revoke all on function public.reopen_account from public;
grant execute on function public.reopen_account to coproduce_app;
