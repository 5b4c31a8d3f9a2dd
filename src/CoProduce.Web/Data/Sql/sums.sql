-- Sums that are kept, so that a report and the proof cost after ten years what they cost after one. Run as coproduce_owner after posting.sql;
-- safe to run again. An entry is counted in them exactly when it is not in new_entries; whoever reads adds what is there.

-- Help between people as reports count it, by the month in which it was given. Who takes part is named by the number of the member, which
-- stays. An exchange and a register keep their place and kind for ever, so that a line is in the same cell when it is counted and taken back.
create or replace function public.help_lines(p_organisation uuid)
returns table (entry_id uuid, month date, hub_id uuid, category_id uuid, person integer, amount bigint, is_undone boolean)
language sql stable as $$
  select e.id, e.service_date - extract(day from e.service_date)::integer + 1,
    coalesce(x.hub_id, r.hub_id, '00000000-0000-0000-0000-000000000000'),
    coalesce(x.category_id, r.category_id, '00000000-0000-0000-0000-000000000000'), m.number, p.amount,
    exists (select from public.entries undoing where undoing.organisation_id = e.organisation_id and undoing.reverses = e.id)
  from public.entries e
  join public.postings p on p.organisation_id = e.organisation_id and p.entry_id = e.id
  join public.accounts a on a.organisation_id = p.organisation_id and a.id = p.account_id and a.kind = 1
  join public.members m on m.organisation_id = a.organisation_id and m.id = a.member_id
  left join public.exchanges x on x.organisation_id = e.organisation_id and e.subject_kind = 2 and x.id = e.subject_id
  left join public.registers r on r.organisation_id = e.organisation_id and e.subject_kind = 5 and r.id = e.subject_id
  where e.organisation_id = p_organisation and (e.kind in (2, 3, 6) or e.kind = 10 and e.subject_kind = 2) -- a pot paid for an exchange
$$;

-- A set of people: bit n is member number n. Ends with its last one, so that equal sets are equal bytes.
create or replace function public.with_people(p_people bytea, p_come integer[], p_go integer[])
returns bytea language plpgsql immutable parallel safe as $$
declare
  v_people bytea := p_people;
  v_bytes integer := (select max(person) / 8 + 1 from unnest(p_come) as come (person));
  v_person integer;
begin
  if v_bytes > length(v_people) then
    v_people := v_people || decode(repeat('00', v_bytes - length(v_people)), 'hex');
  end if;
  foreach v_person in array coalesce(p_come, '{}') loop
    v_people := set_bit(v_people, v_person, 1);
  end loop;
  foreach v_person in array coalesce(p_go, '{}') loop
    if v_person / 8 < length(v_people) then
      v_people := set_bit(v_people, v_person, 0);
    end if;
  end loop;
  return rtrim(v_people, '\x00');
end $$;

-- How often each member is in each cell that these entries touch, as they count: a reversal takes back what its entry counted. Where
-- anything was undone, the numbers alone do not say whether the member is in the cell: what is counted already decides.
create or replace function public.report_people_of(p_organisation uuid, p_entries uuid[])
returns table (month date, hub_id uuid, category_id uuid, person integer, minutes bigint, gave integer, received integer,
  gave_is_open boolean, received_is_open boolean)
language plpgsql stable
-- A few entries among millions: one plan for good, which begins with them and goes on from index to index.
set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan set join_collapse_limit = 12
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
#variable_conflict use_column
begin
  if coalesce(cardinality(p_entries), 0) = 0 then
    return;
  end if;
  return query
  with told as materialized ( -- first, since behind a policy no index is asked for what an expression comes to
    select coalesce(e.reverses, e.id) as entry_id, case when e.reverses is null then 1 else -1 end as sign
    from unnest(p_entries) as counted (id)
    join public.entries e on e.organisation_id = p_organisation and e.id = counted.id
  )
  select l.month, l.hub_id, l.category_id, l.person, coalesce(sum(told.sign * l.amount) filter (where l.amount > 0), 0)::bigint,
    coalesce(sum(told.sign) filter (where l.amount > 0), 0)::integer, coalesce(sum(told.sign) filter (where l.amount < 0), 0)::integer,
    coalesce(bool_or(l.is_undone) filter (where l.amount > 0), false), coalesce(bool_or(l.is_undone) filter (where l.amount < 0), false)
  from told
  join public.help_lines(p_organisation) l on l.entry_id = told.entry_id
  group by 1, 2, 3, 4;
end $$;

-- The cells that these entries touch, as they are once these entries are counted. Who comes is in; who was in an entry that is undone
-- stays in only while the counts say that there is another one.
create or replace function public.report_cells_with(p_organisation uuid, p_entries uuid[])
returns table (month date, hub_id uuid, category_id uuid, minutes bigint, times integer, givers bytea, receivers bytea)
language plpgsql stable
set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
#variable_conflict use_column
begin
  return query
  with part as (
    select f.*,
      case when f.gave_is_open then f.gave + coalesce((
        select k.gave from public.report_people k where k.organisation_id = p_organisation
          and k.month = f.month and k.hub_id = f.hub_id and k.category_id = f.category_id and k.person = f.person), 0)
      else f.gave end as gives,
      case when f.received_is_open then f.received + coalesce((
        select k.received from public.report_people k where k.organisation_id = p_organisation
          and k.month = f.month and k.hub_id = f.hub_id and k.category_id = f.category_id and k.person = f.person), 0)
      else f.received end as receives
    from public.report_people_of(p_organisation, p_entries) f
  ), change as (
    select p.month, p.hub_id, p.category_id, sum(p.minutes) as minutes, sum(p.gave) as times,
      array_agg(p.person) filter (where p.gives > 0) as givers_come, array_agg(p.person) filter (where p.gave_is_open and p.gives <= 0) as givers_go,
      array_agg(p.person) filter (where p.receives > 0) as receivers_come,
      array_agg(p.person) filter (where p.received_is_open and p.receives <= 0) as receivers_go
    from part p
    group by 1, 2, 3
  )
  select c.month, c.hub_id, c.category_id, (coalesce(old.minutes, 0) + c.minutes)::bigint, (coalesce(old.times, 0) + c.times)::integer,
    public.with_people(coalesce(old.givers, ''), c.givers_come, c.givers_go),
    public.with_people(coalesce(old.receivers, ''), c.receivers_come, c.receivers_go)
  from change c
  left join public.report_cells old on old.organisation_id = p_organisation
    and old.month = c.month and old.hub_id = c.hub_id and old.category_id = c.category_id;
end $$;

-- The cells as they are at this moment, with what has not been counted yet.
create or replace function public.report_cells_now(p_organisation uuid)
returns table (organisation_id uuid, month date, hub_id uuid, category_id uuid, minutes bigint, times integer, givers bytea, receivers bytea)
language sql stable as $$
  with fresh as materialized (
    select * from public.report_cells_with(
      p_organisation, array(select n.entry_id from public.new_entries n where n.organisation_id = p_organisation))
  )
  select p_organisation, f.month, f.hub_id, f.category_id, f.minutes, f.times, f.givers, f.receivers from fresh f
  union all
  select c.organisation_id, c.month, c.hub_id, c.category_id, c.minutes, c.times, c.givers, c.receivers
  from public.report_cells c
  where c.organisation_id = p_organisation
    and not exists (select from fresh f where f.month = c.month and f.hub_id = c.hub_id and f.category_id = c.category_id)
$$;

-- How often each member is in each cell at this moment: a member may come twice, counted and not counted yet, and is the sum of both.
create or replace function public.report_people_now(p_organisation uuid)
returns table (month date, hub_id uuid, category_id uuid, person integer, gave integer, received integer)
language sql stable as $$
  select k.month, k.hub_id, k.category_id, k.person, k.gave, k.received from public.report_people k where k.organisation_id = p_organisation
  union all
  select f.month, f.hub_id, f.category_id, f.person, f.gave, f.received
  from public.report_people_of(p_organisation, array(select n.entry_id from public.new_entries n where n.organisation_id = p_organisation)) f
$$;

-- Both counted anew from every line of history.
create or replace function public.report_people_anew(p_organisation uuid)
returns table (month date, hub_id uuid, category_id uuid, person integer, minutes bigint, gave integer, received integer)
language sql stable as $$
  select l.month, l.hub_id, l.category_id, l.person, coalesce(sum(l.amount) filter (where l.amount > 0), 0)::bigint,
    (count(*) filter (where l.amount > 0))::integer, (count(*) filter (where l.amount < 0))::integer
  from public.help_lines(p_organisation) l
  where not l.is_undone
  group by 1, 2, 3, 4
$$;
create or replace function public.report_cells_anew(p_organisation uuid)
returns table (month date, hub_id uuid, category_id uuid, minutes bigint, times integer, givers bytea, receivers bytea)
language sql stable as $$
  select p.month, p.hub_id, p.category_id, sum(p.minutes)::bigint, sum(p.gave)::integer,
    public.with_people('', array_agg(p.person) filter (where p.gave > 0), null),
    public.with_people('', array_agg(p.person) filter (where p.received > 0), null)
  from public.report_people_anew(p_organisation) p
  group by 1, 2, 3
$$;

-- The day in the organisation at a moment.
create or replace function public.day_of(p_organisation uuid, p_at timestamptz) returns date language sql stable as $$
  select (p_at at time zone coalesce((select s.time_zone from public.settings s where s.organisation_id = p_organisation), 'UTC'))::date
$$;

-- Every posting by the day of the organisation on which it was posted and the kind of its account.
create or replace function public.movements(p_organisation uuid)
returns table (entry_id uuid, day date, kind smallint, amount bigint)
language sql stable as $$
  select e.id, public.day_of(p_organisation, e.posted_at), a.kind, p.amount
  from public.entries e
  join public.postings p on p.organisation_id = e.organisation_id and p.entry_id = e.id
  join public.accounts a on a.organisation_id = p.organisation_id and a.id = p.account_id
  where e.organisation_id = p_organisation
$$;

-- What came in and went out, by day and kind of account, of these entries.
create or replace function public.ledger_days_of(p_organisation uuid, p_entries uuid[])
returns table (day date, kind smallint, came_in bigint, went_out bigint)
language plpgsql stable
-- A few entries among millions: from each to its lines, and from these to their accounts, in the order in which it is written here.
set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set join_collapse_limit = 1
as $$
#variable_conflict use_column
begin
  if coalesce(cardinality(p_entries), 0) = 0 then
    return;
  end if;
  return query
  select public.day_of(p_organisation, e.posted_at), a.kind,
    coalesce(sum(p.amount) filter (where p.amount > 0), 0)::bigint, coalesce(sum(p.amount) filter (where p.amount < 0), 0)::bigint
  from unnest(p_entries) as counted (id)
  join public.entries e on e.organisation_id = p_organisation and e.id = counted.id
  join public.postings p on p.organisation_id = e.organisation_id and p.entry_id = e.id
  join public.accounts a on a.organisation_id = p.organisation_id and a.id = p.account_id
  group by 1, 2;
end $$;

-- The days as they are at this moment: a day and kind may come twice, counted and not counted yet, and is the sum of both.
create or replace function public.ledger_days_now(p_organisation uuid)
returns table (organisation_id uuid, day date, kind smallint, came_in bigint, went_out bigint)
language sql stable as $$
  select d.organisation_id, d.day, d.kind, d.came_in, d.went_out from public.ledger_days d where d.organisation_id = p_organisation
  union all
  select p_organisation, f.day, f.kind, f.came_in, f.went_out
  from public.ledger_days_of(p_organisation, array(select n.entry_id from public.new_entries n where n.organisation_id = p_organisation)) f
$$;

-- The same counted anew from every line of history.
create or replace function public.ledger_days_anew(p_organisation uuid)
returns table (day date, kind smallint, came_in bigint, went_out bigint)
language sql stable as $$
  select m.day, m.kind, coalesce(sum(m.amount) filter (where m.amount > 0), 0)::bigint, coalesce(sum(m.amount) filter (where m.amount < 0), 0)::bigint
  from public.movements(p_organisation) m
  group by 1, 2
$$;

-- Days begin elsewhere once an organisation moves to another time zone: they are counted anew, from what is in the chain.
create or replace function public.days_begin_elsewhere() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.organisation_id::text, 2));
  delete from public.ledger_days d where d.organisation_id = new.organisation_id;
  insert into public.ledger_days (organisation_id, day, kind, came_in, went_out)
  select new.organisation_id, m.day, m.kind, coalesce(sum(m.amount) filter (where m.amount > 0), 0), coalesce(sum(m.amount) filter (where m.amount < 0), 0)
  from public.movements(new.organisation_id) m
  join public.chain_links l on l.organisation_id = new.organisation_id and l.entry_id = m.entry_id
  group by m.day, m.kind;
  return null;
end $$;
revoke all on function public.days_begin_elsewhere from public;
create or replace trigger settings_days_begin_elsewhere after update on public.settings
  for each row when (old.time_zone is distinct from new.time_zone) execute function public.days_begin_elsewhere();
