-- Run as coproduce_owner; running it again changes nothing.

-- The words of the noticeboard, and each with one letter left out: what is typed is looked for with one letter left out too, and the two meet wherever one
-- letter is wrong, missing, too much or swapped with the next. A pattern or a likeness may use no index beside the policy; equal words may.
-- Of two transactions at once, one that takes the last place of a word away and one that writes it anew, the second may lose the near words: the word
-- itself is found all the same, and the next offer with it mends that.
create or replace function public.keep_offer_words() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  gone text[];
begin
  if tg_op = 'UPDATE' and new.folded = old.folded then
    return null;
  end if;
  if tg_op <> 'INSERT' then
    with taken as (
      delete from public.offer_words w where w.organisation_id = old.organisation_id and w.offer_id = old.id returning w.word
    )
    select array_agg(t.word) into gone from taken t;
  end if;
  if tg_op <> 'DELETE' then
    insert into public.offer_words (organisation_id, word, offer_id)
    select distinct new.organisation_id, word, new.id
    from regexp_split_to_table(new.folded, '[^[:alnum:]]+') as word
    where word <> '' and length(word) <= 40;
    insert into public.offer_near_words (organisation_id, near, word)
    select distinct w.organisation_id, case when i = 0 then w.word else overlay(w.word placing '' from i for 1) end, w.word
    from public.offer_words w, generate_series(0, length(w.word)) as i
    where w.organisation_id = new.organisation_id and w.offer_id = new.id and length(w.word) >= 4
      and not exists (
        select from public.offer_near_words n where n.organisation_id = w.organisation_id and n.near = w.word and n.word = w.word
      )
    order by 3, 2 -- in one order for everybody, so that no two wait for each other
    on conflict do nothing;
  end if;
  delete from public.offer_near_words n
  where n.organisation_id = old.organisation_id and n.word = any (gone)
    and not exists (select from public.offer_words w where w.organisation_id = n.organisation_id and w.word = n.word);
  return null;
end $$;
create or replace trigger offers_keep_words after insert or update of folded or delete on public.offers
  for each row execute function public.keep_offer_words();
