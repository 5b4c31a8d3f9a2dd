-- Whom a text is from. Run as coproduce_owner; running it again changes nothing.

-- A telephone number as it is dialled at home; empty when it is none. The program says the same (DialledNumber).
create or replace function public.dialled(p_written text) returns text language sql immutable parallel safe as $$
  select case
    when length(n.digits) < 5 then ''
    when n.digits ~ '^(00)?440?[1-9][0-9]{8,9}$' then regexp_replace(n.digits, '^(00)?440?', '0')
    when n.digits like '00%' then substr(n.digits, 3)
    else n.digits
  end
  from (select regexp_replace(p_written, '[^0-9]', '', 'g') as digits) n
$$;
create index if not exists ix_member_contacts_dialled on public.member_contacts (organisation_id, (public.dialled(phone))) where phone <> '';

-- In which organisations a number is known. It acts in each in turn, so that no policy makes an exception for it, and tells nothing but when.
create or replace function public.organisations_of_number(p_number text, p_key text, p_since timestamptz)
returns table (organisation uuid, has_it boolean, is_known boolean, texted_at timestamptz, asked_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  for organisation in select o.id from public.organisations o order by o.id loop
    perform set_config('app.organisation_id', organisation::text, true);
    has_it := exists (select from public.incoming_texts t where t.organisation_id = organisation and t.key = p_key);
    is_known := exists (select from public.member_contacts c where c.organisation_id = organisation and c.phone <> '' and public.dialled(c.phone) = p_number);
    select max(s.made_at), max(s.made_at) filter (where s.asks is not null) into texted_at, asked_at
    from public.sendings s where s.organisation_id = organisation and s.number = p_number and s.number <> '' and s.made_at > p_since;
    if has_it or is_known or texted_at is not null then
      return next;
    end if;
  end loop;
  perform set_config('app.organisation_id', '', true);
end $$;
revoke all on function public.organisations_of_number from public;
grant execute on function public.organisations_of_number to coproduce_platform;
