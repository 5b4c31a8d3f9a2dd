-- Run as coproduce_owner; running it again changes nothing.

-- Where each word of what somebody says in their own words begins: ranges of text may use an index beside the policy, a pattern may not.
-- Kept by the database, so that it holds whoever writes: a form, the demo, or an archive that is put back.
create or replace function public.keep_member_skill_words() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    delete from public.member_skill_words w where w.organisation_id = old.organisation_id and w.member_skill_id = old.id;
  end if;
  if tg_op <> 'DELETE' then
    insert into public.member_skill_words (organisation_id, word, member_skill_id)
    select distinct new.organisation_id, word, new.id
    from regexp_split_to_table(new.folded, '[^[:alnum:]]+') as word
    where word <> '';
  end if;
  return null;
end $$;
create or replace trigger member_skills_keep_words after insert or update or delete on public.member_skills
  for each row execute function public.keep_member_skill_words();
