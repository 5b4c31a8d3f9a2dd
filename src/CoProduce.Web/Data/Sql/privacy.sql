-- What was written down about a person to keep people safe, and why things were done to their record, goes with the person; the application itself
-- can never take it away. A concern stays, as
-- the law on safeguarding asks. Run as coproduce_owner; running it again changes nothing.
create or replace function public.erase_confidential(p_organisation uuid, p_member uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from public.members m where m.organisation_id = p_organisation and m.id = p_member and m.status = 3) then
    raise exception 'Only somebody who has left is erased' using errcode = 'check_violation';
  end if;
  update public.audit_lines t set reason = ''
  where t.organisation_id = p_organisation and (t.subject_id = p_member or t.on_behalf_of = p_member) and t.reason <> '';
  delete from public.care_marks t where t.organisation_id = p_organisation and t.member_id = p_member;
  delete from public.care_notes t where t.organisation_id = p_organisation and t.member_id = p_member;
  delete from public.restrictions t where t.organisation_id = p_organisation and t.member_id = p_member;
  delete from public.member_checks t where t.organisation_id = p_organisation and t.member_id = p_member;
end $$;
revoke all on function public.erase_confidential from public;
grant execute on function public.erase_confidential to coproduce_app;
