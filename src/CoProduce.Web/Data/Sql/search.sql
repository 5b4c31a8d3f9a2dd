-- Members are found by any part of a name or number. Run as coproduce_owner; running it again changes nothing.

-- Row-level security lets only leak-proof comparisons use an index, and a pattern is none. So every end of every word is kept, and a
-- fragment is a range of them.
create or replace function public.keep_member_words() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.search_text = old.search_text then
    return null;
  end if;
  if tg_op <> 'INSERT' then
    delete from public.member_words w where w.organisation_id = old.organisation_id and w.member_id = old.id;
    if tg_op = 'DELETE' then
      return old;
    end if;
  end if;
  insert into public.member_words (organisation_id, member_id, word)
  select distinct new.organisation_id, new.id, substr(said.word, start.i)
  from regexp_split_to_table(new.search_text, '[ ,()]+') as said (word), generate_series(1, length(said.word)) as start (i);
  return null;
end $$;
revoke all on function public.keep_member_words from public;
create or replace trigger members_keep_words after insert or update of search_text on public.members
  for each row execute function public.keep_member_words();
create or replace trigger members_lose_words before delete on public.members
  for each row execute function public.keep_member_words();
