-- Putting two records of one person together, and taking that back. What was written down to keep people safe moves along, which the application itself
-- may not change. Run as coproduce_owner; running it again changes nothing.

-- What follows the person to the record that is kept. Everything else that refers to a member stays under the number where it happened.
create or replace function public.merge_columns() returns table (t text, c text) language sql immutable as $$
  values
    ('acting_for', 'member_id'),
    ('calls', 'member_id'),
    ('care_marks', 'member_id'),
    ('care_notes', 'member_id'),
    ('circle_members', 'member_id'),
    ('circles', 'contact_id'),
    ('circles', 'leader_id'),
    ('concerns', 'member_id'),
    ('diary_choices', 'member_id'),
    ('drafts', 'member_id'),
    ('guardian_consents', 'member_id'),
    ('guardians', 'member_id'),
    ('hours_agreed', 'member_id'),
    ('incoming_texts', 'member_id'),
    ('member_cards', 'member_id'),
    ('member_checks', 'member_id'),
    ('member_contacts', 'member_id'),
    ('member_languages', 'member_id'),
    ('member_photos', 'member_id'),
    ('member_skills', 'member_id'),
    ('offer_answers', 'member_id'),
    ('offer_answers', 'owner_id'),
    ('offer_further_kinds', 'member_id'),
    ('offer_pictures', 'member_id'),
    ('offers', 'member_id'),
    ('organisation_contacts', 'member_id'),
    ('proposals', 'member_id'),
    ('proposals', 'owner_id'),
    ('restrictions', 'member_id'),
    ('retention_holds', 'member_id'),
    ('role_holders', 'member_id'),
    ('saved_searches', 'member_id'),
    ('sendings', 'member_id'),
    ('session_calls', 'member_id'),
    ('session_places', 'member_id'),
    ('sessions', 'leader_id'),
    ('sessions', 'second_leader_id'),
    ('talk_blocks', 'by_id'),
    ('talk_blocks', 'other_id'),
    ('talk_messages', 'from_id'),
    ('talk_messages', 'to_id'),
    ('talk_reports', 'by_id'),
    ('talk_reports', 'other_id'),
    ('signposts', 'member_id'),
    ('supporters', 'member_id'),
    ('supporters', 'person_id'),
    ('visit_answers', 'member_id'),
    ('visit_calls', 'member_id'),
    ('visit_repeats', 'giver_id'),
    ('visit_repeats', 'receiver_id'),
    ('visits', 'giver_id'),
    ('visits', 'receiver_id'),
    ('what_suits', 'member_id')
$$;

-- The columns by which a row of that table is named, besides the organisation.
create or replace function public.row_name(p_table text) returns text[] language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select array_agg(a.attname::text order by a.attnum)
  from pg_index i
  join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
  where i.indrelid = ('public.' || quote_ident(p_table))::regclass and i.indisprimary and a.attname <> 'organisation_id'
$$;

-- Moves the rows and answers which: table, column, name of the row, and what else was changed in it. Where both have the same thing, that of the kept record stands.
create or replace function public.merge_member(p_organisation uuid, p_kept uuid, p_gone uuid, p_contact boolean)
returns jsonb language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_moved jsonb := '[]';
  v_part record;
  v_name text[];
  v_key text;
  v_row jsonb;
  v_check record;
  v_filled text[] := '{}';
  v_field text;
  v_count bigint;
begin
  if p_organisation is distinct from public.current_organisation() then
    raise exception 'Merging in another organisation than the current one' using errcode = 'insufficient_privilege';
  elsif p_kept = p_gone or (select count(*) from public.members m where m.organisation_id = p_organisation and m.id in (p_kept, p_gone)) <> 2 then
    raise exception 'Two members of this organisation are merged' using errcode = 'check_violation';
  end if;

  -- What was seen last of a kind counts, on whichever record it was written down.
  for v_check in
    select g.id, g.number, k.last, row_number() over (partition by g.kind_id order by g.number) as place
    from public.member_checks g
    join (
      select kind_id, max(number) as last, max(seen_on) as seen from public.member_checks
      where organisation_id = p_organisation and member_id = p_kept group by kind_id) k on k.kind_id = g.kind_id
    join (
      select kind_id, max(seen_on) as seen from public.member_checks
      where organisation_id = p_organisation and member_id = p_gone group by kind_id) n on n.kind_id = g.kind_id
    where g.organisation_id = p_organisation and g.member_id = p_gone and n.seen > k.seen
  loop
    update public.member_checks t set member_id = p_kept, number = v_check.last + v_check.place
    where t.organisation_id = p_organisation and t.id = v_check.id;
    v_moved := v_moved || jsonb_build_object('t', 'member_checks', 'c', 'member_id', 'k', jsonb_build_object('id', v_check.id), 'number', v_check.number);
  end loop;

  for v_part in select m.t, m.c from public.merge_columns() m order by m.t, m.c loop
    v_name := public.row_name(v_part.t);
    select string_agg(format('%L, t.%I', n, n), ', ') into v_key from unnest(v_name) n;
    for v_row in execute format('select jsonb_build_object(%s) from public.%I t where t.organisation_id = $1 and t.%I = $2 order by 1', v_key, v_part.t, v_part.c)
      using p_organisation, p_gone
    loop
      begin
        execute format('update public.%I t set %I = $3 where t.organisation_id = $1 and t.%I = $2 and jsonb_build_object(%s) = $4', v_part.t, v_part.c, v_part.c, v_key)
          using p_organisation, p_gone, p_kept, v_row;
        if v_part.c = any (v_name) then
          v_row := v_row || jsonb_build_object(v_part.c, p_kept);
        end if;
        v_moved := v_moved || jsonb_build_object('t', v_part.t, 'c', v_part.c, 'k', v_row);
      exception when unique_violation or check_violation or exclusion_violation then
        null; -- the kept record has it already, or would stand on both sides
      end;
    end loop;
  end loop;

  if p_contact then
    foreach v_field in array array['email', 'phone', 'address', 'access_needs', 'born_on'] loop
      execute format(
        'update public.member_contacts k set %1$I = g.%1$I from public.member_contacts g
         where k.organisation_id = $1 and k.member_id = $2 and g.organisation_id = $1 and g.member_id = $3
           and coalesce(k.%1$I::text, '''') = '''' and coalesce(g.%1$I::text, '''') <> ''''', v_field)
        using p_organisation, p_kept, p_gone;
      get diagnostics v_count = row_count;
      if v_count > 0 then
        v_filled := v_filled || v_field;
      end if;
    end loop;
    if v_filled <> '{}' then
      v_moved := v_moved || jsonb_build_object('t', 'member_contacts', 'filled', v_filled);
    end if;
  end if;
  return v_moved;
end $$;

-- Puts back what merge_member moved and is still where it was put. What has gone since stays gone.
create or replace function public.unmerge_member(p_organisation uuid, p_kept uuid, p_gone uuid, p_moved jsonb)
returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_part jsonb;
  v_table text;
  v_column text;
  v_key text;
  v_field text;
begin
  if p_organisation is distinct from public.current_organisation() then
    raise exception 'Merging in another organisation than the current one' using errcode = 'insufficient_privilege';
  end if;
  for v_part in select p from jsonb_array_elements(p_moved) with ordinality as a (p, n) order by a.n desc loop
    v_table := v_part ->> 't';
    v_column := v_part ->> 'c';
    if v_part ? 'filled' then
      for v_field in
        select f from jsonb_array_elements_text(v_part -> 'filled') f where f in ('email', 'phone', 'address', 'access_needs', 'born_on')
      loop
        execute format(
          'update public.member_contacts k set %1$I = %2$s from public.member_contacts g
           where k.organisation_id = $1 and k.member_id = $2 and g.organisation_id = $1 and g.member_id = $3 and k.%1$I = g.%1$I',
          v_field, case when v_field = 'born_on' then 'null' else '''''' end)
          using p_organisation, p_kept, p_gone;
      end loop;
      continue;
    end if;
    if not exists (select from public.merge_columns() m where m.t = v_table and m.c = v_column) then
      raise exception 'No row of % is moved by its %', v_table, v_column using errcode = 'insufficient_privilege';
    end if;
    select string_agg(format('%L, t.%I', n, n), ', ') into v_key from unnest(public.row_name(v_table)) n;
    begin
      execute format('update public.%I t set %I = $3%s where t.organisation_id = $1 and t.%I = $2 and jsonb_build_object(%s) = $4',
        v_table, v_column, case when v_part ? 'number' then ', number = ' || (v_part ->> 'number')::integer else '' end, v_column, v_key)
        using p_organisation, p_kept, p_gone, v_part -> 'k';
    exception when unique_violation or check_violation or exclusion_violation then
      null; -- the other record has got one of its own since
    end;
  end loop;
end $$;
revoke all on function public.merge_member, public.unmerge_member from public;
grant execute on function public.merge_member, public.unmerge_member to coproduce_app;
