-- Run by coproduce_owner after the migrations; safe to run again.

create or replace function no_organisation() returns uuid language plpgsql stable parallel safe as $$
begin
  raise exception 'No organisation is set for this transaction.' using errcode = 'insufficient_privilege';
end $$;

-- The organisation of this transaction. Raises when none is named: after a committed transaction-local setting the value is '' and not null.
-- In plain SQL and without settings of its own, so that it becomes part of the statement that asks: every statement asks.
create or replace function current_organisation() returns uuid
language sql stable parallel safe
as $$ select coalesce(nullif(pg_catalog.current_setting('app.organisation_id', true), '')::uuid, public.no_organisation()) $$;

-- Every table with an organisation_id belongs to a tenant, except the list of who belongs where.
do $$
declare
  tenant regclass;
begin
  for tenant in
    select c.oid::regclass
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'belongings'
  loop
    execute format('alter table %s enable row level security', tenant);
    execute format('alter table %s force row level security', tenant);
    execute format('drop policy if exists organisation on %s', tenant);
    execute format(
      'create policy organisation on %s using (organisation_id = (select current_organisation())) with check (organisation_id = (select current_organisation()))',
      tenant);
  end loop;
end $$;

-- The settings say that the tenant exists: no row without a line in the directory.
alter table settings drop constraint if exists fk_settings_organisations;
alter table settings add constraint fk_settings_organisations foreign key (organisation_id) references organisations (id) not valid;

-- Cross-tenant jobs learn only for which organisations something is due; then they act in each as the application.
create or replace function due_organisations(p_now timestamptz) returns setof uuid
language sql stable security definer
set search_path = pg_catalog, public
as $$ select distinct organisation_id from outbox where done_at is null and due_at <= p_now $$;
revoke all on function due_organisations(timestamptz) from public;
grant execute on function due_organisations(timestamptz) to coproduce_platform;
-- One policy with a case, because several would be joined by OR in an order that nobody promises, and the other one raises.
drop policy organisation on outbox;
create policy organisation on outbox
  using (case when session_user = 'coproduce_platform' and current_user = 'coproduce_owner' then true else organisation_id = (select current_organisation()) end)
  with check (organisation_id = (select current_organisation()));
