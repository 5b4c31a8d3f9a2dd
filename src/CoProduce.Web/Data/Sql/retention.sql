-- What goes by an organisation's own rules for keeping, and when; and the taking away of what the application itself can never take away.
-- Run as coproduce_owner; running it again changes nothing.

create or replace function public.retention_dates(p_organisation uuid)
returns table (kind smallint, id uuid, member_id uuid, goes_on date)
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  with ended (kind, id, member_id, day) as (
    select 1, m.id, m.id, m.left_on from public.members m
    where m.organisation_id = p_organisation and m.status = 3 and m.erased_on is null
    union all
    select 2, n.id, n.member_id, (n.written_at at time zone 'UTC')::date from public.care_notes n where n.organisation_id = p_organisation
    union all
    select 3, r.id, r.member_id, (r.lifted_at at time zone 'UTC')::date from public.restrictions r
    where r.organisation_id = p_organisation and r.lifted_at is not null
    union all
    select 4, c.id, c.member_id, least(c.until,
      (select min(newer.seen_on) from public.member_checks newer
       where newer.organisation_id = p_organisation and newer.member_id = c.member_id and newer.kind_id = c.kind_id and newer.number > c.number))
    from public.member_checks c where c.organisation_id = p_organisation
    union all
    select 5, v.id, v.member_id, (v.viewed_at at time zone 'UTC')::date from public.record_views v where v.organisation_id = p_organisation
    union all
    select 6, c.id, c.member_id,
      (select max(s.at at time zone 'UTC')::date from public.concern_steps s where s.organisation_id = p_organisation and s.concern_id = c.id)
    from public.concerns c where c.organisation_id = p_organisation and c.status = 4
    union all
    select 7, o.id, null, (o.done_at at time zone 'UTC')::date from public.outbox o
    where o.organisation_id = p_organisation and o.done_at is not null and o.letter <> ''
    union all
    select 9, c.id, c.member_id, c.day from public.calls c where c.organisation_id = p_organisation
    union all
    select 10, s.id, s.member_id, (s.done_at at time zone 'UTC')::date from public.sendings s where s.organisation_id = p_organisation
    union all
    select 10, t.id, t.member_id, (t.at at time zone 'UTC')::date from public.incoming_texts t where t.organisation_id = p_organisation
    union all
    -- Two people stand in it: whose record is kept for longer keeps it.
    select 8, t.id, coalesce(
        (select h.member_id from public.retention_holds h where h.organisation_id = p_organisation and h.member_id in (t.from_id, t.to_id) order by h.until desc limit 1),
        t.from_id),
      case when t.is_reported then (
        select case when bool_and(r.closed_at is not null) then max(r.closed_at at time zone 'UTC')::date end from public.talk_reports r
        where r.organisation_id = p_organisation and r.by_id in (t.from_id, t.to_id) and r.other_id in (t.from_id, t.to_id))
      else (t.sent_at at time zone 'UTC')::date end
    from public.talk_messages t where t.organisation_id = p_organisation
    union all
    select 8, r.id, coalesce(
        (select h.member_id from public.retention_holds h where h.organisation_id = p_organisation and h.member_id in (r.by_id, r.other_id) order by h.until desc limit 1),
        r.by_id),
      (r.closed_at at time zone 'UTC')::date
    from public.talk_reports r where r.organisation_id = p_organisation and r.closed_at is not null
  )
  select e.kind::smallint, e.id, e.member_id, greatest((e.day + make_interval(months => r.months))::date, r.since + 14, h.until)
  from ended e
  join public.retention_rules r on r.organisation_id = p_organisation and r.kind = e.kind
  left join public.retention_holds h on h.organisation_id = p_organisation and h.member_id = e.member_id
  where e.day is not null
$$;

-- Members are not taken away here but erased, one by one, by the program.
create or replace function public.forget_what_is_due(p_organisation uuid, p_today date) returns table (kind smallint, count integer)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  what integer;
  due uuid[];
begin
  for what in 2..10 loop
    due := array(select d.id from public.retention_dates(p_organisation) d where d.kind = what and d.goes_on <= p_today);
    kind := what::smallint;
    count := cardinality(due);
    continue when count = 0;
    case what
      when 2 then
        update public.care_notes t set corrects = null where t.organisation_id = p_organisation and t.corrects = any (due);
        delete from public.care_notes t where t.organisation_id = p_organisation and t.id = any (due);
      when 3 then
        delete from public.care_marks t where t.organisation_id = p_organisation and t.restriction_id = any (due);
        delete from public.restrictions t where t.organisation_id = p_organisation and t.id = any (due);
      when 4 then delete from public.member_checks t where t.organisation_id = p_organisation and t.id = any (due);
      when 5 then delete from public.record_views t where t.organisation_id = p_organisation and t.id = any (due);
      when 6 then
        delete from public.record_views t where t.organisation_id = p_organisation and t.concern_id = any (due);
        delete from public.concern_steps t where t.organisation_id = p_organisation and t.concern_id = any (due);
        delete from public.concerns t where t.organisation_id = p_organisation and t.id = any (due);
      when 8 then
        delete from public.talk_messages t where t.organisation_id = p_organisation and t.id = any (due);
        delete from public.talk_reports t where t.organisation_id = p_organisation and t.id = any (due);
      when 7 then update public.outbox t set letter = '' where t.organisation_id = p_organisation and t.id = any (due);
      when 9 then
        update public.calls t set corrects = null where t.organisation_id = p_organisation and t.corrects = any (due);
        delete from public.calls t where t.organisation_id = p_organisation and t.id = any (due);
      when 10 then
        delete from public.sendings t where t.organisation_id = p_organisation and t.id = any (due);
        delete from public.incoming_texts t where t.organisation_id = p_organisation and t.id = any (due);
    end case;
    return next;
  end loop;
end $$;
revoke all on function public.forget_what_is_due from public;
grant execute on function public.forget_what_is_due to coproduce_app;
