-- The ledger's rules, whoever writes. docs/adr/0004-one-ledger-row.md says why a hold and its appointment are one row.
alter table booking
  add constraint status_is_known check (status in
    ('held', 'needs_staff', 'booked', 'arrived', 'fulfilled', 'noshow', 'cancelled', 'released', 'expired')),
  add constraint only_holds_lapse check ((status in ('held', 'needs_staff')) <= (hold_expires_at is not null)),
  add constraint appointments_do_not_lapse check ((status in ('booked', 'arrived', 'fulfilled')) <= (hold_expires_at is null)),
  add constraint times_are_ordered check (
    blocked_from <= starts_at and starts_at < ends_at and ends_at <= blocked_to and blocked_to <= blocked_from + interval '2 days'),
  -- Always true of two rows in one place, whatever the writer forgot. Group bookings share a group_key. coalesce hides these
  -- indexes from searches: under row-level security one may use them by provider only, never by time (&& is not leakproof), and
  -- would read all that the provider ever had: docs/adr/0019-cost-of-a-claim.md.
  add constraint one_booking_per_provider exclude using gist (
    org_id with =, provider_id with =, tstzrange(blocked_from, blocked_to) with &&, group_key with <>)
    where (coalesce(status in ('held', 'needs_staff', 'booked', 'arrived', 'fulfilled'), false)),
  add constraint one_booking_per_room exclude using gist (
    org_id with =, room_id with =, tstzrange(blocked_from, blocked_to) with &&, group_key with <>)
    where (coalesce(room_id is not null and status in ('held', 'needs_staff', 'booked', 'arrived', 'fulfilled'), false));

create unique index one_booking_per_seat on booking (org_id, group_key, seat)
  where status in ('held', 'needs_staff', 'booked', 'arrived', 'fulfilled');
create index booking_live on booking (org_id, provider_id, blocked_from, blocked_to)
  where status in ('held', 'needs_staff', 'booked', 'arrived', 'fulfilled');
create index booking_live_in_room on booking (org_id, room_id, blocked_from, blocked_to)
  where room_id is not null and status in ('held', 'needs_staff', 'booked', 'arrived', 'fulfilled');
create index booking_of_call on booking (org_id, call_id);
create index booking_lapsing on booking (org_id, hold_expires_at) where status in ('held', 'needs_staff');

-- A code that can no longer be used leaves no trace of itself.
create function close_challenges(p_org uuid, p_bookings uuid[], p_state text) returns void
language plpgsql as $$
begin
  with closed as (
    update otp_challenge set state = p_state
     where org_id = p_org and booking_id = any(p_bookings) and state = 'active' returning id)
  update otp_dispatch d set mac = null from closed where d.org_id = p_org and d.challenge_id = closed.id;
end $$;

-- The group that bookings of one session share.
create function session_key(p_provider uuid, p_service uuid, p_starts timestamptz) returns uuid
language sql immutable
return md5(p_provider::text || p_service::text || extract(epoch from p_starts)::bigint::text)::uuid;

-- The first of p_providers who is free, with a room and a seat where the service asks for them; nulls when none is. has_lapsed:
-- a hold that ran out still stands in that provider's way. Takes no lock. Plain column comparisons only: under row-level
-- security && and lower(range) are not leakproof and would scan all history (18.0 ms against 0.13 ms). A hold of the same call
-- for the same patient takes no time, seat or room: it would be found again or replaced.
create function find_place(
  p_org uuid, p_providers uuid[], p_service uuid, p_starts timestamptz, p_from timestamptz, p_to timestamptz,
  p_booking uuid, p_capacity int, p_room_type text, p_call text, p_patient text, p_now timestamptz,
  out place int, out group_key uuid, out seat int, out room_id uuid, out has_lapsed boolean)
language plpgsql as $$
declare
  v_provider uuid;
  v_is_taken boolean;
begin
  for v_place in 1 .. coalesce(array_length(p_providers, 1), 0) loop
    v_provider := p_providers[v_place];
    group_key := case when p_capacity > 1
      then session_key(v_provider, p_service, p_starts) else p_booking end;

    select coalesce(bool_or(b.hold_expires_at <= p_now), false),
           coalesce(bool_or(b.group_key <> find_place.group_key
             and (b.hold_expires_at is null or b.hold_expires_at > p_now)
             and (b.hold_expires_at is not null and b.call_id = p_call and lower(b.patient_name) = lower(p_patient)) is not true), false)
           or exists (
             select from external_busy e
              where e.org_id = p_org and e.provider_id = v_provider and e.is_opaque and e.starts_at < p_to and e.ends_at > p_from)
      into has_lapsed, v_is_taken
      from booking b
     where b.org_id = p_org and b.provider_id = v_provider
       and b.status in ('held', 'needs_staff', 'booked', 'arrived', 'fulfilled')
       and b.blocked_from < p_to and b.blocked_from > p_from - interval '2 days' and b.blocked_to > p_from;
    continue when v_is_taken;

    seat := 1;
    if p_capacity > 1 then
      select min(s) into seat from generate_series(1, p_capacity) s
       where not exists (
         select 1 from booking b
          where b.org_id = p_org and b.group_key = find_place.group_key and b.seat = s
            and b.status in ('held', 'needs_staff', 'booked', 'arrived', 'fulfilled')
            and (b.hold_expires_at is null or b.hold_expires_at > p_now)
            and (b.hold_expires_at is not null and b.call_id = p_call and lower(b.patient_name) = lower(p_patient)) is not true);
      continue when seat is null;
    end if;

    room_id := null;
    if p_room_type is not null then
      select r.id into room_id from room r join provider p on p.org_id = r.org_id and p.id = v_provider and p.location_id = r.location_id
       where r.org_id = p_org and r.type = p_room_type and r.is_active
         and not exists (
           select 1 from booking b
            where b.org_id = p_org and b.room_id = r.id
              and b.status in ('held', 'needs_staff', 'booked', 'arrived', 'fulfilled')
              and b.blocked_from < p_to and b.blocked_from > p_from - interval '2 days' and b.blocked_to > p_from
              and b.group_key <> find_place.group_key
              and (b.hold_expires_at is null or b.hold_expires_at > p_now)
              and (b.hold_expires_at is not null and b.call_id = p_call and lower(b.patient_name) = lower(p_patient)) is not true)
       order by r.position limit 1;
      continue when room_id is null;
    end if;
    place := v_place;
    return;
  end loop;
end $$;

-- What stands in the way of p_providers in a span: live bookings, holds (lapsed ones too: the caller judges by its own instant)
-- and opaque outside events.
create function busy_times(p_org uuid, p_providers uuid[], p_from timestamptz, p_to timestamptz)
returns table (provider_id uuid, room_id uuid, service_id uuid, starts_at timestamptz, ends_at timestamptz,
  blocked_from timestamptz, blocked_to timestamptz, call_id text, hold_expires_at timestamptz, group_key uuid)
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  return query
    select b.provider_id, b.room_id, b.service_id, b.starts_at, b.ends_at, b.blocked_from, b.blocked_to, b.call_id, b.hold_expires_at,
           nullif(b.group_key, b.id)
      from booking b
     where b.org_id = p_org and (b.provider_id = any(p_providers) or b.room_id is not null)
       and b.status in ('held', 'needs_staff', 'booked', 'arrived', 'fulfilled')
       and b.blocked_from < p_to and b.blocked_from > p_from - interval '2 days' and b.blocked_to > p_from
    union all
    select e.provider_id, null, null, e.starts_at, e.ends_at, e.starts_at, e.ends_at, null, null, null
      from external_busy e
     where e.org_id = p_org and e.provider_id = any(p_providers) and e.is_opaque and e.starts_at < p_to and e.ends_at > p_from;
end $$;
