-- Minutes between two affiliated organisations: both halves in one transaction, or neither. Run as coproduce_owner; safe to run again.

-- Who is written in the directory as affiliated with whom, and may owe it how much. Both sides agreed, and neither has ended it.
create or replace function public.affiliation_of(p_one uuid, p_other uuid)
returns public.affiliations language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select f from public.affiliations f
  where f.agreed_at is not null and f.ended_at is null
    and (f.proposed_by = p_one and f.proposed_to = p_other or f.proposed_by = p_other and f.proposed_to = p_one)
$$;

-- Opens or sets both clearing accounts of an agreed affiliation. How far one organisation may owe the other is the floor of the clearing
-- account that the other keeps for it; since the two clearing balances sum to zero, it is the ceiling of its own.
create or replace function public.set_clearing(p_organisation uuid, p_affiliation uuid, p_at timestamptz)
returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_affiliation public.affiliations;
  v_side record;
  v_account uuid;
begin
  if p_organisation is distinct from public.current_organisation() then
    raise exception 'Clearing for another organisation than the current one' using errcode = 'insufficient_privilege';
  end if;
  select f.* into v_affiliation from public.affiliations f where f.id = p_affiliation and f.agreed_at is not null and f.ended_at is null;
  if not found or p_organisation not in (v_affiliation.proposed_by, v_affiliation.proposed_to) then
    raise exception 'No such affiliation is agreed' using errcode = 'insufficient_privilege';
  end if;
  for v_side in
    select * from (values
      (v_affiliation.proposed_by, v_affiliation.proposed_to, v_affiliation.other_may_owe),
      (v_affiliation.proposed_to, v_affiliation.proposed_by, v_affiliation.proposer_may_owe)) as side (here, there, owed)
    order by 1
  loop
    perform set_config('app.organisation_id', v_side.here::text, true);
    select a.id into v_account from public.accounts a
    where a.organisation_id = v_side.here and a.affiliate_id = v_side.there for no key update;
    if found then
      perform public.set_floor(v_side.here, v_account, -v_side.owed);
    else
      perform public.open_account(v_side.here, gen_random_uuid(), 6::smallint, null, -v_side.owed, p_at, null, null, v_side.there);
    end if;
  end loop;
  perform set_config('app.organisation_id', p_organisation::text, true);
end $$;

-- Somebody of an affiliated organisation, by the number and the name on their card: their account, and nothing else about them. Null when
-- number and name do not belong together there, and just so for who takes no part now or is in custody, whom members do not find there either.
create or replace function public.account_there(p_organisation uuid, p_there uuid, p_number integer, p_name text)
returns uuid language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_member uuid;
begin
  if p_organisation is distinct from public.current_organisation() or (public.affiliation_of(p_organisation, p_there)).id is null then
    raise exception 'Not affiliated' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('app.organisation_id', p_there::text, true);
  select m.id into v_member from public.members m
  where m.organisation_id = p_there and m.number = p_number and m.status = 1
    and exists (select from public.hubs h where h.organisation_id = p_there and h.id = m.hub_id and h.kind <> 2)
    and lower(btrim(regexp_replace(m.first_name || ' ' || m.last_name, '\s+', ' ', 'g'))) = lower(btrim(regexp_replace(p_name, '\s+', ' ', 'g')));
  perform set_config('app.organisation_id', p_organisation::text, true);
  return v_member;
end $$;

-- Whether a member here and a member there sign in as the same person. Who has no sign-in is nobody's double.
create or replace function public.is_same_person(p_organisation uuid, p_member uuid, p_there uuid, p_member_there uuid)
returns boolean language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_here uuid[];
  v_same boolean;
begin
  if p_organisation is distinct from public.current_organisation() or (public.affiliation_of(p_organisation, p_there)).id is null then
    raise exception 'Not affiliated' using errcode = 'insufficient_privilege';
  end if;
  select array_agg(r.sign_in_id) into v_here from public.role_holders r where r.organisation_id = p_organisation and r.member_id = p_member;
  perform set_config('app.organisation_id', p_there::text, true);
  v_same := exists (
    select from public.role_holders r
    where r.organisation_id = p_there and r.member_id = p_member_there and r.sign_in_id = any(v_here));
  perform set_config('app.organisation_id', p_organisation::text, true);
  return v_same;
end $$;

-- Whether somebody of an affiliated organisation may help on that day as far as their guardian is concerned: who is under 18 needs their yes, and
-- their own time bank has it or not. Said as `Minors` and `CareRules` say it for one's own members.
create or replace function public.may_help_there(p_organisation uuid, p_there uuid, p_member_there uuid, p_day date)
returns boolean language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_is_minor boolean;
  v_is_agreed boolean;
begin
  if p_organisation is distinct from public.current_organisation() or (public.affiliation_of(p_organisation, p_there)).id is null then
    raise exception 'Not affiliated' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('app.organisation_id', p_there::text, true);
  select c.born_on > p_day - interval '18 years' into v_is_minor
  from public.member_contacts c where c.organisation_id = p_there and c.member_id = p_member_there and c.born_on is not null;
  v_is_minor := coalesce(v_is_minor, exists (
    select from public.guardians g
    where g.organisation_id = p_there and g.member_id = p_member_there and (g.turns_adult_on is null or g.turns_adult_on > p_day)));
  select c.is_given and (c.until is null or c.until >= p_day) into v_is_agreed
  from public.guardian_consents c where c.organisation_id = p_there and c.member_id = p_member_there
  order by c.recorded_at desc limit 1;
  perform set_config('app.organisation_id', p_organisation::text, true);
  return not v_is_minor or coalesce(v_is_agreed, false);
end $$;

-- The community pot of an affiliated organisation, to which what is owed can be given.
create or replace function public.pot_there(p_organisation uuid, p_there uuid)
returns uuid language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_pot uuid;
begin
  if p_organisation is distinct from public.current_organisation() or (public.affiliation_of(p_organisation, p_there)).id is null then
    raise exception 'Not affiliated' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('app.organisation_id', p_there::text, true);
  select a.id into v_pot from public.accounts a
  where a.organisation_id = p_there and a.kind = 3 and a.hub_id is null and a.name is null;
  perform set_config('app.organisation_id', p_organisation::text, true);
  return v_pot;
end $$;

-- A letter about one half, to be written later by its own organisation in its own words.
create or replace function public.promise_letter(p_organisation uuid, p_entry uuid, p_other text, p_at timestamptz)
returns void language sql set search_path = pg_catalog, public, pg_temp as $$
  insert into public.outbox (organisation_id, id, kind, due_at, tries, failure, subject_id, letter)
  values (p_organisation, gen_random_uuid(), 4, p_at, 0, '', p_entry, p_other)
$$;

-- Posts both halves: from an account of the one organisation, through the two clearing accounts, to an account of the other. One of the two
-- is the current organisation. p_reverses is this organisation's half when both are to be undone: that may take a member of this
-- organisation below their floor, and nobody else, for who acts here has no say over there, and neither has over what both agreed.
-- The members on both sides are promised a letter by their own organisation; of the other one only their name reaches it. Who acts for
-- themself needs none. Outcomes are those of post_entry, and 10 not affiliated; refused_here says on which side it was refused, and a
-- half that was posted is taken back.
create or replace function public.post_between(
  p_organisation uuid, p_there uuid, p_entry uuid, p_request_key uuid, p_service_date date, p_posted_at timestamptz, p_reverses uuid,
  p_reason text, p_acted_by uuid, p_on_behalf_of uuid, p_door smallint, p_account uuid, p_account_there uuid, p_minutes bigint,
  out outcome smallint, out entry_id uuid, out refused_here boolean)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_affiliation public.affiliations := public.affiliation_of(p_organisation, p_there);
  v_clearing uuid;
  v_reverses uuid;
  v_original uuid;
  v_side record;
  v_half record;
  v_accounts uuid[];
  v_amounts bigint[];
  v_name text;
  v_half_there uuid;
  v_name_here text;
  v_name_there text;
begin
  if p_organisation is distinct from public.current_organisation() then
    raise exception 'Posting for another organisation than the current one' using errcode = 'insufficient_privilege';
  elsif v_affiliation.id is null then
    outcome := 10;
    return;
  elsif p_minutes = 0 then
    raise exception 'Something has to move' using errcode = 'check_violation';
  end if;
  if p_reverses is not null then
    select e.request_key into v_original from public.entries e where e.organisation_id = p_organisation and e.id = p_reverses;
  end if;
  begin
    -- Everybody locks the accounts of the organisation with the lower id first.
    for v_side in
      select * from (values (p_organisation, p_there, p_account, -p_minutes, true), (p_there, p_organisation, p_account_there, p_minutes, false))
        as side (here, there, account, amount, is_here)
      order by 1
    loop
      perform set_config('app.organisation_id', v_side.here::text, true);
      select a.id into v_clearing from public.accounts a where a.organisation_id = v_side.here and a.affiliate_id = v_side.there;
      v_reverses := null;
      v_accounts := array[v_side.account, v_clearing];
      v_amounts := array[v_side.amount, -v_side.amount];
      if p_reverses is not null then
        select e.id into v_reverses from public.entries e where e.organisation_id = v_side.here and e.request_key = v_original;
        select array_agg(p.account_id order by p.account_id), array_agg(-p.amount order by p.account_id) into v_accounts, v_amounts
        from public.postings p where p.organisation_id = v_side.here and p.entry_id = v_reverses;
      end if;
      select * into v_half from public.post_entry(
        v_side.here, case when v_side.is_here then p_entry else gen_random_uuid() end,
        case when p_reverses is null then 16 else 5 end::smallint, p_request_key, p_service_date, p_posted_at, v_reverses,
        p_reverses is not null and v_side.is_here, p_reason,
        case when v_side.is_here then p_acted_by end, case when v_side.is_here then p_on_behalf_of end,
        case when v_side.is_here then p_door else 7 end::smallint, 4::smallint, v_affiliation.id, v_accounts, v_amounts);
      if v_side.is_here then
        entry_id := v_half.entry_id;
      end if;
      outcome := v_half.outcome;
      if outcome not in (1, 2) then
        refused_here := v_side.is_here and v_half.account_id is distinct from v_clearing;
        raise exception using errcode = 'CP001';
      elsif outcome = 1 and exists ( -- what was done before is answered as before, whatever has been agreed since
        select from public.accounts a
        where a.organisation_id = v_side.here and a.id = v_clearing and a.floor_passed_to is not null and v_amounts[array_position(v_accounts, v_clearing)] < 0)
      then
        outcome := 6;
        refused_here := false;
        raise exception using errcode = 'CP001';
      end if;
      select btrim(m.first_name || ' ' || m.last_name) into v_name
      from public.accounts a join public.members m on m.organisation_id = a.organisation_id and m.id = a.member_id
      where a.organisation_id = v_side.here and a.id = any(v_accounts);
      if v_side.is_here then
        v_name_here := v_name;
      else
        v_name_there := v_name;
        v_half_there := v_half.entry_id;
      end if;
    end loop;
    if outcome = 1 then
      if v_name_there is not null then
        perform set_config('app.organisation_id', p_there::text, true);
        perform public.promise_letter(p_there, v_half_there, coalesce(v_name_here, ''), p_posted_at);
      end if;
      if v_name_here is not null and (p_on_behalf_of is not null or p_reverses is not null) then
        perform set_config('app.organisation_id', p_organisation::text, true);
        perform public.promise_letter(p_organisation, entry_id, coalesce(v_name_there, ''), p_posted_at);
      end if;
    end if;
  exception when sqlstate 'CP001' then
    null; -- the block has taken back the first half; the outcome is set
  end;
  perform set_config('app.organisation_id', p_organisation::text, true);
end $$;

-- Each clearing account here beside its twin over there, whose organisation sees no more than that.
create or replace function public.clearing_twins(p_organisation uuid)
returns table (account_id uuid, balance bigint, affiliate_id uuid, twin_balance bigint)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if p_organisation is distinct from public.current_organisation() then
    raise exception 'Clearing of another organisation than the current one' using errcode = 'insufficient_privilege';
  end if;
  for account_id, balance, affiliate_id in
    select a.id, a.balance, a.affiliate_id from public.accounts a where a.organisation_id = p_organisation and a.kind = 6 and a.affiliate_id is not null
  loop
    perform set_config('app.organisation_id', affiliate_id::text, true);
    select a.balance into twin_balance from public.accounts a where a.organisation_id = clearing_twins.affiliate_id and a.affiliate_id = p_organisation;
    perform set_config('app.organisation_id', p_organisation::text, true);
    return next;
  end loop;
end $$;

-- Whoever posts, and by whatever function: what leaves one organisation arrives in the other by the same commit, or there is none.
create or replace function public.clearing_sums_to_zero() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  v_current text := current_setting('app.organisation_id', true);
  v_here bigint;
  v_there bigint;
begin
  perform set_config('app.organisation_id', new.organisation_id::text, true);
  select a.balance into v_here from public.accounts a where a.organisation_id = new.organisation_id and a.id = new.id;
  perform set_config('app.organisation_id', new.affiliate_id::text, true);
  select a.balance into v_there from public.accounts a
  where a.organisation_id = new.affiliate_id and a.affiliate_id = new.organisation_id;
  perform set_config('app.organisation_id', v_current, true);
  if v_here + v_there is distinct from 0 then
    raise exception 'Minutes between two organisations leave one and arrive in the other together' using errcode = 'check_violation';
  end if;
  return null;
end $$;
drop trigger if exists clearing_sums_to_zero on public.accounts;
create constraint trigger clearing_sums_to_zero after update of balance on public.accounts deferrable initially deferred
  for each row when (new.kind = 6 and new.balance <> old.balance) execute function public.clearing_sums_to_zero();

revoke all on function public.clearing_twins, public.affiliation_of, public.set_clearing, public.account_there, public.pot_there, public.is_same_person,
  public.may_help_there, public.promise_letter, public.post_between from public;
grant execute on function public.clearing_twins, public.set_clearing, public.account_there, public.pot_there, public.is_same_person,
  public.may_help_there, public.post_between to coproduce_app;
