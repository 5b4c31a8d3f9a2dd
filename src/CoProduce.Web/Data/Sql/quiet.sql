-- Since when a member has exchanged nothing. Run as coproduce_owner; running it again changes nothing.

-- The day of the last exchange, or of joining when there was none later.
create or replace function public.quiet_since_of(p_organisation uuid, p_member uuid) returns date
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select greatest(
    m.joined_on,
    (select max(x.service_date) from public.exchanges x where x.organisation_id = p_organisation and x.giver_id = p_member),
    (select max(x.service_date) from public.exchanges x where x.organisation_id = p_organisation and x.receiver_id = p_member))
  from public.members m where m.organisation_id = p_organisation and m.id = p_member
$$;

create or replace function public.keep_quiet_since_joining() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into public.member_quiet_since (organisation_id, member_id, day) values (new.organisation_id, new.id, new.joined_on);
  elsif tg_op = 'UPDATE' then
    update public.member_quiet_since q set day = public.quiet_since_of(new.organisation_id, new.id)
    where q.organisation_id = new.organisation_id and q.member_id = new.id;
  else
    delete from public.member_quiet_since q where q.organisation_id = old.organisation_id and q.member_id = old.id;
    return old;
  end if;
  return null;
end $$;

-- Only whose day moves on is locked, in the order of the ids: that is once a day for whoever takes part.
create or replace function public.keep_quiet_since_new_exchange() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  with said as (
    select f.organisation_id, f.giver_id as member_id, f.service_date from fresh f where f.giver_id is not null
    union all
    select f.organisation_id, f.receiver_id, f.service_date from fresh f where f.receiver_id is not null
  ), latest as (
    select s.organisation_id, s.member_id, max(s.service_date) as day from said s group by 1, 2
  ), behind as (
    select q.organisation_id, q.member_id, l.day
    from public.member_quiet_since q
    join latest l on l.organisation_id = q.organisation_id and l.member_id = q.member_id
    where q.day < l.day
    order by q.member_id
    for no key update of q
  )
  update public.member_quiet_since q set day = b.day
  from behind b where q.organisation_id = b.organisation_id and q.member_id = b.member_id;
  return null;
end $$;

create or replace function public.keep_quiet_since_exchange() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update public.member_quiet_since q set day = public.quiet_since_of(q.organisation_id, q.member_id)
  where q.organisation_id = old.organisation_id
    and q.member_id in (old.giver_id, old.receiver_id, case when tg_op = 'UPDATE' then new.giver_id end, case when tg_op = 'UPDATE' then new.receiver_id end);
  return null;
end $$;

revoke all on function public.quiet_since_of, public.keep_quiet_since_joining, public.keep_quiet_since_new_exchange, public.keep_quiet_since_exchange from public;
create or replace trigger members_keep_quiet_since after insert or update of joined_on on public.members
  for each row execute function public.keep_quiet_since_joining();
create or replace trigger members_lose_quiet_since before delete on public.members
  for each row execute function public.keep_quiet_since_joining();
create or replace trigger exchanges_keep_new_quiet_since after insert on public.exchanges
  referencing new table as fresh for each statement execute function public.keep_quiet_since_new_exchange();
create or replace trigger exchanges_keep_quiet_since after update of giver_id, receiver_id, service_date or delete on public.exchanges
  for each row execute function public.keep_quiet_since_exchange();
