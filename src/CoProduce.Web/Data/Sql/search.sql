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

-- The whole words of what help was, each once for an exchange. There are few of them, so a fragment is looked for among the words and the exchanges by
-- the words that have it: every end of every word, as for members, would be more rows than the exchanges themselves have letters.
create or replace function public.exchange_words_of(description text) returns setof text
language sql immutable set search_path = pg_catalog, public, pg_temp as $$
  select distinct w.word
  from regexp_split_to_table(lower(regexp_replace(normalize(description, nfkd), U&'[\0300-\036F]', '', 'g')), '[^[:alnum:]]+') as w (word)
  where w.word <> '' and length(w.word) <= 40
$$;
create or replace function public.keep_new_exchange_words() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into public.exchange_words (organisation_id, word, exchange_id)
  select f.organisation_id, w.word, f.id from fresh f, public.exchange_words_of(f.description) as w (word);
  return null;
end $$;
create or replace function public.keep_exchange_words() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.description = old.description then
    return null;
  end if;
  delete from public.exchange_words w where w.organisation_id = old.organisation_id and w.exchange_id = old.id;
  if tg_op = 'UPDATE' then
    insert into public.exchange_words (organisation_id, word, exchange_id)
    select new.organisation_id, w.word, new.id from public.exchange_words_of(new.description) as w (word);
  end if;
  return null;
end $$;
create or replace trigger exchanges_keep_new_words after insert on public.exchanges
  referencing new table as fresh for each statement execute function public.keep_new_exchange_words();
create or replace trigger exchanges_keep_words after update of description or delete on public.exchanges
  for each row execute function public.keep_exchange_words();
