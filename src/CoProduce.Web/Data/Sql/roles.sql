-- Run by whoever prepares the database, before the migrations. Roles belong to the whole cluster.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['coproduce_owner', 'coproduce_app', 'coproduce_platform'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nosuperuser nocreatedb nocreaterole nobypassrls nologin', wanted);
      exception when duplicate_object or unique_violation then
        null; -- another node was first
      end;
    end if;
  end loop;
  -- The one who prepares acts as the owner, who cannot sign in.
  if not pg_has_role(current_user, 'coproduce_owner', 'member') then
    execute format('grant coproduce_owner to %I', current_user);
  end if;
  execute format('grant connect, create on database %I to coproduce_owner', current_database());
  execute format('grant connect on database %I to coproduce_app, coproduce_platform', current_database());
end $$;
grant usage, create on schema public to coproduce_owner;
revoke create on schema public from public;
