-- A member's move between two affiliated organisations: what one side may do in the other, and no more. Run as coproduce_owner after between.sql; safe to
-- run again. Status: 1 waiting, 2 arrived, 3 refused, 4 withdrawn. Outbox: 15 remind of an arrival, 16 tell of a departure.

create or replace function public.promise_of_move(p_organisation uuid, p_kind smallint, p_move uuid, p_at timestamptz)
returns void language sql set search_path = pg_catalog, public, pg_temp as $$
  insert into public.outbox (organisation_id, id, kind, due_at, tries, failure, subject_id, letter)
  values (p_organisation, gen_random_uuid(), p_kind, p_at, 0, '', p_move, '')
$$;

-- Lays what comes along before the new place. The departure stands in this organisation already, for the same two. Outcome: 1 offered, 10 not affiliated.
create or replace function public.offer_move(
  p_organisation uuid, p_there uuid, p_move uuid, p_from_name text, p_name text, p_parcel text, p_at timestamptz)
returns smallint language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if p_organisation is distinct from public.current_organisation() then
    raise exception 'Moving out of another organisation than the current one' using errcode = 'insufficient_privilege';
  elsif (public.affiliation_of(p_organisation, p_there)).id is null then
    return 10;
  elsif not exists (
    select from public.departures d where d.organisation_id = p_organisation and d.id = p_move and d.there = p_there and d.status = 1)
  then
    raise exception 'No such departure waits' using errcode = 'check_violation';
  end if;
  perform set_config('app.organisation_id', p_there::text, true);
  insert into public.arrivals (organisation_id, id, "from", from_name, name, parcel, made_at, status)
  values (p_there, p_move, p_organisation, p_from_name, p_name, p_parcel, p_at, 1);
  perform public.promise_of_move(p_there, 15::smallint, p_move, p_at);
  perform set_config('app.organisation_id', p_organisation::text, true);
  return 1;
end $$;

-- Takes it back while the new place has not answered, and leaves nothing of the person there. Outcome: 1 withdrawn, 2 answered already.
create or replace function public.withdraw_move(p_organisation uuid, p_move uuid, p_at timestamptz)
returns smallint language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_departure public.departures;
  v_found boolean;
begin
  if p_organisation is distinct from public.current_organisation() then
    raise exception 'Moving out of another organisation than the current one' using errcode = 'insufficient_privilege';
  end if;
  select d.* into v_departure from public.departures d where d.organisation_id = p_organisation and d.id = p_move;
  perform set_config('app.organisation_id', v_departure.there::text, true);
  update public.arrivals a set status = 4, ended_at = p_at, name = '', parcel = ''
  where a.organisation_id = v_departure.there and a.id = p_move and a."from" = p_organisation and a.status = 1;
  v_found := found;
  perform set_config('app.organisation_id', p_organisation::text, true);
  if not v_found then
    return 2;
  end if;
  update public.departures d set status = 4, ended_at = p_at where d.organisation_id = p_organisation and d.id = p_move;
  return 1;
end $$;

-- Tells the old place that the new one says no, with its words.
create or replace function public.refuse_move(p_organisation uuid, p_move uuid, p_answer text, p_at timestamptz)
returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_from uuid;
begin
  if p_organisation is distinct from public.current_organisation() then
    raise exception 'Answering for another organisation than the current one' using errcode = 'insufficient_privilege';
  end if;
  select a."from" into strict v_from from public.arrivals a
  where a.organisation_id = p_organisation and a.id = p_move and a.status = 1 for no key update;
  perform set_config('app.organisation_id', v_from::text, true);
  update public.departures d set status = 3, ended_at = p_at, answer = p_answer
  where d.organisation_id = v_from and d.id = p_move and d.there = p_organisation and d.status = 1;
  perform public.promise_of_move(v_from, 16::smallint, p_move, p_at);
  perform set_config('app.organisation_id', p_organisation::text, true);
end $$;

-- Ends the membership in the old place and brings the hours over, both or neither. What is asked for there and offered ends, promises of hours are let go;
-- a debt stays where it is until a pot there takes it over. Nothing of this is kept unless the outcome is 1.
-- Outcome: 1 moved, 2 it does not wait any more, 3 they take no part there now, 4 exchanges wait there, 6 the agreed limit is reached, 10 not affiliated.
create or replace function public.complete_move(
  p_organisation uuid, p_move uuid, p_account uuid, p_day date, p_day_there date, p_acted_by uuid, p_on_behalf_of uuid, p_door smallint, p_at timestamptz,
  out outcome smallint, out minutes bigint)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_from uuid;
  v_departure public.departures;
  v_status smallint;
  v_hold record;
  v_posted record;
begin
  minutes := 0;
  if p_organisation is distinct from public.current_organisation() then
    raise exception 'Answering for another organisation than the current one' using errcode = 'insufficient_privilege';
  end if;
  select a."from" into strict v_from from public.arrivals a
  where a.organisation_id = p_organisation and a.id = p_move and a.status = 1 for no key update;
  if (public.affiliation_of(p_organisation, v_from)).id is null then
    outcome := 10;
    return;
  end if;
  perform set_config('app.organisation_id', v_from::text, true);
  select d.* into v_departure from public.departures d
  where d.organisation_id = v_from and d.id = p_move and d.there = p_organisation and d.status = 1 for no key update;
  select m.status into v_status from public.members m
  where m.organisation_id = v_from and m.id = v_departure.member_id for no key update;
  outcome := case
    when v_departure.id is null then 2
    when v_status <> 1 then 3
    when exists (
      select from public.exchanges x
      where x.organisation_id = v_from and x.status in (1, 3) and v_departure.member_id in (x.giver_id, x.receiver_id)) then 4
    else 1 end;
  if outcome <> 1 then
    perform set_config('app.organisation_id', p_organisation::text, true);
    return;
  end if;
  for v_hold in
    select h.id from public.holds h where h.organisation_id = v_from and h.account_id = v_departure.member_id and h.status = 1 order by h.id
  loop
    perform public.end_hold(v_from, v_hold.id, 3::smallint, p_at, null, null);
  end loop;
  if v_departure.parts & 64 <> 0 then
    select greatest(a.balance, 0) into minutes from public.accounts a where a.organisation_id = v_from and a.id = v_departure.member_id for no key update;
  end if;
  if minutes > 0 then
    perform set_config('app.organisation_id', p_organisation::text, true);
    select * into v_posted from public.post_between(
      p_organisation, v_from, gen_random_uuid(), p_move, p_day, p_at, null, null, p_acted_by, p_on_behalf_of, p_door, p_account, v_departure.member_id,
      -minutes);
    if v_posted.outcome <> 1 then
      outcome := case when v_posted.outcome in (6, 10) then v_posted.outcome else 2 end;
      minutes := 0;
      return;
    end if;
    perform set_config('app.organisation_id', v_from::text, true);
  end if;
  update public.members m set status = 3, left_on = p_day_there where m.organisation_id = v_from and m.id = v_departure.member_id;
  update public.offers o set status = 3, closed_at = p_at where o.organisation_id = v_from and o.member_id = v_departure.member_id and o.status = 1;
  update public.hub_moves h set ended_at = p_at
  where h.organisation_id = v_from and h.member_id = v_departure.member_id and h.done_at is null and h.ended_at is null;
  perform public.close_account(v_from, v_departure.member_id, p_at); -- stays open while something is left to be settled
  update public.departures d set status = 2, ended_at = p_at, minutes_taken = complete_move.minutes where d.organisation_id = v_from and d.id = p_move;
  perform public.promise_of_move(v_from, 16::smallint, p_move, p_at);
  perform set_config('app.organisation_id', p_organisation::text, true);
end $$;

revoke all on function public.promise_of_move, public.offer_move, public.withdraw_move, public.refuse_move, public.complete_move from public;
grant execute on function public.offer_move, public.withdraw_move, public.refuse_move, public.complete_move to coproduce_app;
