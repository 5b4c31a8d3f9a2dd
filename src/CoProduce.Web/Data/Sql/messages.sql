-- To how many an announcement was sent stays true when sendings go, by a rule for keeping or with the person: numbers by way, and nobody's name.
-- In the statement that takes them away, so that neither is ever without the other. Run as coproduce_owner; running it again changes nothing.
create or replace function public.keep_announcement_tallies() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into public.announcement_tallies as kept (organisation_id, announcement_id, way, sent, failed)
  select g.organisation_id, g.announcement_id, g.way, count(*), count(*) filter (where g.state in (3, 4))
  from gone g where g.announcement_id is not null
  group by g.organisation_id, g.announcement_id, g.way
  order by g.announcement_id, g.way
  on conflict (organisation_id, announcement_id, way) do update set sent = kept.sent + excluded.sent, failed = kept.failed + excluded.failed;
  return null;
end $$;
revoke all on function public.keep_announcement_tallies from public;
create or replace trigger sendings_keep_tallies after delete on public.sendings
  referencing old table as gone for each statement execute function public.keep_announcement_tallies();
