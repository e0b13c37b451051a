-- Holds a time, in one round trip. p_answers holds, per provider, the answer to remember for the tool call, with %hold_id%
-- and %expires_at% still to be filled in: the answer is stored in the transaction that makes the hold, so that a repeated
-- delivery gets the same bytes (docs/adr/0006-answers-remembered-with-the-effect.md).
--
-- outcome: held, same (this call holds it already; the phone may be new), replayed (answer as stored), already_booked, taken, call_ended,
-- stale (the rules changed since p_version). Raises OR001 when another writer won between the look and the insert; nothing
-- has happened then and the caller tries again.
--
-- Order: lock the call, then provider and day, then the kind of room (integers, never timestamptz::text, whose form depends on
-- the session) as far as nobody has them -> look, so that a refusal never waits -> where somebody had, wait for the locks and
-- look again -> expire what lapsed in the way -> replace the patient's other hold of this call -> insert -> remember -> audit.
--
-- A quarter of what this costs is starting and ending statements, so those that mostly find nothing are one, and what an
-- expression can do is assigned, not performed: docs/adr/0019-cost-of-a-claim.md.
create function claim_slot(
  p_org uuid, p_version bigint, p_actor text, p_call text, p_tool_call text,
  p_providers uuid[], p_answers text[], p_service uuid,
  p_starts timestamptz, p_ends timestamptz, p_from timestamptz, p_to timestamptz,
  p_booking uuid, p_hold interval, p_patient text, p_phone text, p_capacity int, p_room_type text,
  out outcome text, out booking_id uuid, out provider_id uuid, out expires_at timestamptz, out code text, out answer text)
language plpgsql as $$
declare
  v_call_key constant bigint := hashtextextended(p_org::text || p_call, 1);
  v_day constant bigint := floor(extract(epoch from p_from) / 86400);
  v_room_key constant bigint := hashtextextended(p_org::text || p_room_type, v_day);
  v_candidates uuid[] := p_providers;
  v_is_locked boolean := false;
  v_now timestamptz;
  v_is_current boolean;
  v_has_ended boolean;
  v_has_holds boolean;
  v_place record;
  v_lapsed uuid[];
  v_replaced uuid[];
  v_id uuid;
  v_has_new_phone boolean := false;
  v_void text;
begin
  v_void := set_config('app.org_id', p_org::text, true);
  -- A null key takes no lock and gives null.
  if cardinality(p_providers) = 1 then
    v_is_locked := coalesce(pg_try_advisory_xact_lock(v_call_key), true)
      and pg_try_advisory_xact_lock(hashtextextended(p_org::text || p_providers[1]::text, v_day))
      and coalesce(pg_try_advisory_xact_lock(v_room_key), true);
  end if;

  loop
    v_now := app_now();
    select s.version = p_version, t.code, t.answer,
           exists (select from call c where c.org_id = p_org and c.id = p_call and c.ended_at is not null),
           exists (select from booking b where b.org_id = p_org and b.call_id = p_call and b.status in ('held', 'needs_staff', 'booked'))
      into v_is_current, code, answer, v_has_ended, v_has_holds
      from org_settings s left join tool_call t on t.org_id = p_org and t.id = p_tool_call
     where s.org_id = p_org;
    if answer is not null then
      outcome := 'replayed';
      return;
    elsif v_is_current is not true then
      outcome := 'stale';
      return;
    end if;

    v_place := find_place(
      p_org, v_candidates, p_service, p_starts, p_from, p_to, p_booking, p_capacity, p_room_type, p_call, p_patient, v_now);
    if v_place.place is null then
      if cardinality(v_candidates) < cardinality(p_providers) then
        raise exception using errcode = 'OR001', message = 'another claim won';
      end if;
      outcome := 'taken';
      if v_has_holds then
        select b.id, b.provider_id into booking_id, provider_id from booking b
         where b.org_id = p_org and b.call_id = p_call and b.starts_at = p_starts and b.service_id = p_service
           and lower(b.patient_name) = lower(p_patient) and b.status = 'booked' limit 1;
        outcome := case when found then 'already_booked' else 'taken' end;
      end if;
      return;
    end if;
    exit when v_is_locked;

    v_candidates := v_candidates[v_place.place:v_place.place];
    v_void := pg_advisory_xact_lock(v_call_key);
    v_void := pg_advisory_xact_lock(hashtextextended(p_org::text || v_candidates[1]::text, v_day));
    v_void := pg_advisory_xact_lock(v_room_key);
    v_is_locked := true;
  end loop;

  if v_has_ended then
    outcome := 'call_ended';
    return;
  end if;

  if v_has_holds then
    select b.id, b.provider_id, b.hold_expires_at into booking_id, provider_id, expires_at from booking b
     where b.org_id = p_org and b.call_id = p_call and b.starts_at = p_starts and b.service_id = p_service
       and lower(b.patient_name) = lower(p_patient) and b.status in ('held', 'needs_staff') and b.hold_expires_at > v_now
       and b.provider_id = any(p_providers)
     limit 1;
  end if;
  if booking_id is not null then
    outcome := 'same';
    -- Another number for the same hold: the code for the old one ends (docs/state-machines.md).
    update booking b set patient_phone = p_phone, updated_at = v_now
     where b.org_id = p_org and b.id = booking_id and b.status in ('held', 'needs_staff') and b.patient_phone is distinct from p_phone;
    v_has_new_phone := found;
    if v_has_new_phone then
      perform close_challenges(p_org, array[booking_id], 'cancelled');
    end if;
  else
    outcome := 'held';
    provider_id := v_candidates[v_place.place];
    expires_at := v_now + p_hold;
    if v_place.has_lapsed or v_place.room_id is not null then
      with lapsed as (
        update booking b set status = 'expired', updated_at = v_now
         where b.org_id = p_org and b.status in ('held', 'needs_staff', 'booked', 'arrived', 'fulfilled') and b.hold_expires_at <= v_now
           and (b.provider_id = claim_slot.provider_id or b.room_id = v_place.room_id)
           and b.blocked_from < p_to and b.blocked_from > p_from - interval '2 days' and b.blocked_to > p_from
        returning b.id)
      select array_agg(id) into v_lapsed from lapsed;
    end if;
    if v_has_holds then
      with replaced as (
        update booking b set status = 'released', updated_at = v_now
         where b.org_id = p_org and b.call_id = p_call and lower(b.patient_name) = lower(p_patient)
           and b.status in ('held', 'needs_staff')
        returning b.id)
      select array_agg(id) into v_replaced from replaced;
    end if;

    insert into booking as b (org_id, id, provider_id, service_id, room_id, starts_at, ends_at, blocked_from, blocked_to, status,
      hold_expires_at, call_id, patient_name, patient_phone, group_key, seat, created_at, updated_at)
    values (p_org, p_booking, provider_id, p_service, v_place.room_id, p_starts, p_ends, p_from, p_to, 'held',
      expires_at, p_call, p_patient, p_phone, v_place.group_key, v_place.seat, v_now, v_now)
    on conflict do nothing returning b.id into booking_id;
    if booking_id is null then
      raise exception using errcode = 'OR001', message = 'another claim won';
    end if;
    if v_lapsed is not null then
      perform close_challenges(p_org, v_lapsed, 'expired');
    end if;
    if v_replaced is not null then
      perform close_challenges(p_org, v_replaced, 'cancelled');
    end if;
  end if;

  code := 'held';
  answer := replace(replace(p_answers[array_position(p_providers, provider_id)], '%hold_id%', booking_id::text),
    '%expires_at%', to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'));
  if p_tool_call is not null then
    insert into tool_call as t (org_id, id, call_id, tool, code, answer, created_at)
    values (p_org, p_tool_call, p_call, 'claim_slot', claim_slot.code, claim_slot.answer, v_now)
    on conflict (org_id, id) do update set code = excluded.code, answer = excluded.answer, lease_until = null where t.answer is null;
    if not found then
      raise exception using errcode = 'OR001', message = 'the same tool call is being answered';
    end if;
  end if;

  foreach v_id in array coalesce(v_lapsed, '{}') loop
    perform append_audit(p_org, p_actor, 'hold.expired', 'ok', v_id::text, p_call, p_tool_call, null);
  end loop;
  foreach v_id in array coalesce(v_replaced, '{}') loop
    perform append_audit(p_org, p_actor, 'hold.replaced', 'ok', v_id::text, p_call, p_tool_call, null);
  end loop;
  if v_has_new_phone then
    perform append_audit(p_org, p_actor, 'hold.phone_changed', 'ok', booking_id::text, p_call, p_tool_call, null);
  end if;
  if outcome = 'held' then
    v_void := append_audit(p_org, p_actor, 'hold.claimed', 'ok', booking_id::text, p_call, p_tool_call, null);
  end if;
end $$;
