-- Minutes that are promised and not yet moved: a booked place, a promised award. Run as coproduce_owner; running it again changes nothing.
-- Status: 1 open, 2 taken (an entry moved them), 3 released, 4 run out.

-- Outcome: 1 held (also when it was before), 4 unknown account, 5 closed account, 6 not enough above the floor.
create or replace function public.place_hold(
  p_organisation uuid, p_id uuid, p_account uuid, p_minutes bigint, p_purpose text, p_placed_at timestamptz, p_until timestamptz, p_placed_by uuid)
returns smallint language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_account public.accounts;
begin
  if p_minutes <= 0 then
    raise exception 'A hold is of one minute or more' using errcode = 'check_violation';
  end if;
  select a.* into v_account from public.accounts a where a.organisation_id = p_organisation and a.id = p_account for no key update;
  if not found then
    return 4;
  elsif exists (select from public.holds h where h.organisation_id = p_organisation and h.id = p_id) then
    return 1;
  elsif v_account.closed_at is not null then
    return 5;
  elsif v_account.balance - v_account.held - p_minutes < v_account.floor then
    return 6;
  end if;
  insert into public.holds (organisation_id, id, account_id, minutes, purpose, placed_at, until, placed_by, status)
  values (p_organisation, p_id, p_account, p_minutes, p_purpose, p_placed_at, p_until, p_placed_by, 1);
  update public.accounts a set held = a.held + p_minutes where a.organisation_id = p_organisation and a.id = p_account;
  return 1;
end $$;

-- Ends a hold once: taken by the entry that follows in the same transaction, released, or run out. Outcome: 1 ended now,
-- 2 ended before in the same way (by the same entry), 7 ended before in another way, 4 unknown.
create or replace function public.end_hold(
  p_organisation uuid, p_id uuid, p_status smallint, p_ended_at timestamptz, p_ended_by uuid, p_entry uuid)
returns smallint language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_hold public.holds;
begin
  if (p_status = 2) <> (p_entry is not null) or p_status not in (2, 3, 4) then
    raise exception 'A hold ends taken by an entry, released, or run out' using errcode = 'check_violation';
  end if;
  select h.* into v_hold from public.holds h where h.organisation_id = p_organisation and h.id = p_id;
  if not found then
    return 4;
  end if;
  perform from public.accounts a where a.organisation_id = p_organisation and a.id = v_hold.account_id for no key update;
  select h.* into v_hold from public.holds h where h.organisation_id = p_organisation and h.id = p_id;
  if v_hold.status <> 1 then
    return case when v_hold.status = p_status and v_hold.entry_id is not distinct from p_entry then 2 else 7 end;
  end if;
  update public.holds h set status = p_status, ended_at = p_ended_at, ended_by = p_ended_by, entry_id = p_entry
  where h.organisation_id = p_organisation and h.id = p_id;
  update public.accounts a
  set held = a.held - v_hold.minutes,
    floor_passed_to = case when a.balance - a.held + v_hold.minutes < a.floor then a.balance - a.held + v_hold.minutes end
  where a.organisation_id = p_organisation and a.id = v_hold.account_id;
  return 1;
end $$;

-- The entry that takes a hold is posted after it in the same transaction.
alter table public.holds alter constraint fk_holds_entries_organisation_id_entry_id deferrable initially deferred;

create or replace function public.a_hold_ends_once() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' or old.status <> 1
    or (old.organisation_id, old.id, old.account_id, old.minutes, old.purpose, old.placed_at, old.until, old.placed_by)
      is distinct from (new.organisation_id, new.id, new.account_id, new.minutes, new.purpose, new.placed_at, new.until, new.placed_by) then
    raise exception 'A hold is ended once and never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create or replace trigger holds_end_once before update or delete on public.holds
  for each row execute function public.a_hold_ends_once();
create or replace trigger holds_never_truncate before truncate on public.holds
  for each statement execute function public.history_is_fixed();

revoke all on function public.place_hold, public.end_hold from public;
grant execute on function public.place_hold, public.end_hold to coproduce_app;
