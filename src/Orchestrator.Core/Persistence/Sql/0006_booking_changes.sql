-- Every change after the claim is one compare-and-set on the ledger row.

-- outcome: confirmed, already_confirmed, hold_expired, hold_not_found. With p_challenge the challenge must still be open: the
-- code was compared outside, and the row says whether that comparison may still count. Raises OR002 when it may not.
create function confirm_hold(
  p_org uuid, p_actor text, p_call text, p_tool_call text, p_booking uuid, p_challenge uuid, p_how text,
  out outcome text, out confirmed_at timestamptz)
language plpgsql as $$
declare
  v_now timestamptz;
  v_status text;
  v_expires timestamptz;
begin
  perform set_config('app.org_id', p_org::text, true);
  select b.status, b.hold_expires_at, b.confirmed_at into v_status, v_expires, confirmed_at
    from booking b where b.org_id = p_org and b.id = p_booking for update;
  v_now := app_now();
  if v_status in ('held', 'needs_staff') and v_expires > v_now then
    update booking b set status = 'booked', hold_expires_at = null, confirmed_at = v_now, updated_at = v_now
     where b.org_id = p_org and b.id = p_booking and b.status in ('held', 'needs_staff') and b.hold_expires_at > v_now;
    if p_challenge is not null then
      update otp_challenge set state = 'verified', verified_at = v_now
       where org_id = p_org and id = p_challenge and booking_id = p_booking and state = 'active';
      if not found then
        raise exception using errcode = 'OR002', message = 'the challenge is closed';
      end if;
      update otp_dispatch set mac = null where org_id = p_org and challenge_id = p_challenge;
      perform append_audit(p_org, p_actor, 'code.verified', 'ok', p_booking::text, p_call, p_tool_call, null);
    else
      perform close_challenges(p_org, array[p_booking], 'cancelled');
    end if;
    perform append_audit(p_org, p_actor, 'appointment.booked', p_how, p_booking::text, p_call, p_tool_call, null);
    outcome := 'confirmed';
    confirmed_at := v_now;
  elsif v_status in ('booked', 'arrived', 'fulfilled') then
    outcome := 'already_confirmed';
  elsif v_status in ('held', 'needs_staff', 'expired') then
    outcome := 'hold_expired';
  else
    outcome := 'hold_not_found';
  end if;
end $$;

-- Gives a hold back. outcome: released, already_confirmed, hold_not_found (released before, lapsed or never there).
create function release_hold(
  p_org uuid, p_actor text, p_call text, p_tool_call text, p_booking uuid, out outcome text)
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  update booking b set status = 'released', updated_at = app_now()
   where b.org_id = p_org and b.id = p_booking and b.status in ('held', 'needs_staff') and b.hold_expires_at > app_now();
  if found then
    perform close_challenges(p_org, array[p_booking], 'cancelled');
    perform append_audit(p_org, p_actor, 'hold.released', 'ok', p_booking::text, p_call, p_tool_call, null);
    outcome := 'released';
  else
    perform 1 from booking b where b.org_id = p_org and b.id = p_booking and b.status in ('booked', 'arrived', 'fulfilled');
    outcome := case when found then 'already_confirmed' else 'hold_not_found' end;
  end if;
end $$;

-- Hands a hold to the clinic's people; it keeps its place until it lapses.
create function hand_hold_to_staff(
  p_org uuid, p_actor text, p_call text, p_tool_call text, p_booking uuid, p_reason text, out outcome text, out expires_at timestamptz)
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  update booking b set status = 'needs_staff', updated_at = app_now()
   where b.org_id = p_org and b.id = p_booking and b.status = 'held' and b.hold_expires_at > app_now()
  returning b.hold_expires_at into expires_at;
  if found then
    perform append_audit(p_org, p_actor, 'hold.needs_staff', p_reason, p_booking::text, p_call, p_tool_call, null);
    outcome := 'needs_staff';
  else
    select b.hold_expires_at into expires_at from booking b where b.org_id = p_org and b.id = p_booking and b.status = 'needs_staff';
    outcome := case when found then 'needs_staff' else 'hold_not_found' end;
  end if;
end $$;

-- Hygiene only: nothing decides by whether this has run. skip locked, so that two sweepers and a live claim never wait for one
-- another; p_limit rows per organization and round. Gives the number of holds expired.
create function expire_lapsed_holds(p_org uuid, p_actor text, p_limit int) returns int
language plpgsql as $$
declare
  v_ids uuid[];
  v_id uuid;
begin
  perform set_config('app.org_id', p_org::text, true);
  with due as (
    select b.id from booking b
     where b.org_id = p_org and b.status in ('held', 'needs_staff') and b.hold_expires_at <= app_now()
     order by b.hold_expires_at limit p_limit for update skip locked),
  gone as (
    update booking b set status = 'expired', updated_at = app_now() from due where b.org_id = p_org and b.id = due.id returning b.id)
  select array_agg(id) into v_ids from gone;
  if v_ids is null then
    return 0;
  end if;
  perform close_challenges(p_org, v_ids, 'expired');
  foreach v_id in array v_ids loop
    perform append_audit(p_org, p_actor, 'hold.expired', 'ok', v_id::text, null, null, null);
  end loop;
  return array_length(v_ids, 1);
end $$;
