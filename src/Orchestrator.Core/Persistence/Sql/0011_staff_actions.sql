-- What the clinic's people do with a hold: docs/adr/0013-staff-actions.md. Each is one compare-and-set like the voice agent's,
-- and a refusal says who changed the hold last, what they did and when: the second of two people must not guess.

-- For the question "what happened to this": asked by every refusal and by the pages.
create index audit_event_of_subject on audit_event (org_id, subject, seq) where subject is not null;

create function last_change(p_org uuid, p_subject text, out actor text, out action text, out outcome text, out at timestamptz)
language sql stable as $$
  select e.actor, e.action, e.outcome, e.at from audit_event e where e.org_id = p_org and e.subject = p_subject order by e.seq desc limit 1;
$$;

create function last_change_of_hold(p_org uuid, p_booking uuid, out actor text, out action text, out outcome text, out at timestamptz)
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  select c.actor, c.action, c.outcome, c.at into actor, action, outcome, at from last_change(p_org, p_booking::text) c;
end $$;

-- Locks the hold and judges whether this person may still act on what they saw. p_seen is its updated_at as shown to them.
-- outcome: live; changed (by another of the staff since then); hold_expired, already_confirmed, released, hold_not_found.
create function look_at_hold(
  p_org uuid, p_actor text, p_booking uuid, p_seen timestamptz,
  out outcome text, out hold booking, out by_actor text, out by_action text, out by_outcome text, out by_at timestamptz)
language plpgsql as $$
declare
  v_now timestamptz;
begin
  perform set_config('app.org_id', p_org::text, true);
  select b.* into hold from booking b where b.org_id = p_org and b.id = p_booking for update;
  if not found then
    outcome := 'hold_not_found';
    return;
  end if;
  v_now := app_now();
  select c.actor, c.action, c.outcome, c.at into by_actor, by_action, by_outcome, by_at from last_change(p_org, p_booking::text) c;
  if hold.status in ('held', 'needs_staff') and hold.hold_expires_at > v_now then
    outcome := case
      when hold.updated_at > p_seen and by_actor like 'staff:%' and by_actor <> p_actor then 'changed' else 'live' end;
  else
    outcome := case
      when hold.status in ('booked', 'arrived', 'fulfilled', 'noshow') then 'already_confirmed'
      when hold.status in ('held', 'needs_staff', 'expired') then 'hold_expired'
      else 'released' end;
  end if;
end $$;

create function staff_release_hold(
  p_org uuid, p_actor text, p_call text, p_tool_call text, p_booking uuid, p_seen timestamptz,
  out outcome text, out expires_at timestamptz, out by_actor text, out by_action text, out by_outcome text, out by_at timestamptz)
language plpgsql as $$
declare
  v_look record;
begin
  select * into v_look from look_at_hold(p_org, p_actor, p_booking, p_seen);
  if v_look.outcome <> 'live' then
    select v_look.outcome, v_look.by_actor, v_look.by_action, v_look.by_outcome, v_look.by_at into outcome, by_actor, by_action, by_outcome, by_at;
    return;
  end if;
  update booking b set status = 'released', updated_at = app_now() where b.org_id = p_org and b.id = p_booking;
  perform close_challenges(p_org, array[p_booking], 'cancelled');
  perform append_audit(p_org, p_actor, 'hold.released', 'by_staff', p_booking::text, (v_look.hold).call_id, null, null);
  outcome := 'done';
end $$;

-- By p_length from where it ends, at most p_most times, never past p_total after it was made nor past the visit's start.
create function staff_extend_hold(
  p_org uuid, p_actor text, p_call text, p_tool_call text, p_booking uuid, p_seen timestamptz, p_length interval, p_most int, p_total interval,
  out outcome text, out expires_at timestamptz, out by_actor text, out by_action text, out by_outcome text, out by_at timestamptz)
language plpgsql as $$
declare
  v_look record;
  v_hold booking;
begin
  select * into v_look from look_at_hold(p_org, p_actor, p_booking, p_seen);
  select v_look.by_actor, v_look.by_action, v_look.by_outcome, v_look.by_at into by_actor, by_action, by_outcome, by_at;
  outcome := v_look.outcome;
  if outcome <> 'live' then
    return;
  end if;
  v_hold := v_look.hold;
  expires_at := least(v_hold.hold_expires_at + p_length, v_hold.created_at + p_total, v_hold.starts_at);
  if v_hold.extensions >= p_most or expires_at <= v_hold.hold_expires_at then
    outcome := 'extended_enough';
    expires_at := v_hold.hold_expires_at;
    return;
  end if;
  update booking b set hold_expires_at = staff_extend_hold.expires_at, extensions = b.extensions + 1, updated_at = app_now()
   where b.org_id = p_org and b.id = p_booking;
  perform append_audit(p_org, p_actor, 'hold.extended', 'ok', p_booking::text, v_hold.call_id, null,
    (v_hold.extensions + 1) || ' of ' || p_most);
  outcome := 'done';
end $$;

-- Staff vouch for the caller instead of a code. The reason's code is in the audit row for ever; what they wrote may name a
-- person, so it is a row of its own that can be erased.
create function staff_confirm_hold(
  p_org uuid, p_actor text, p_call text, p_tool_call text, p_booking uuid, p_seen timestamptz, p_reason text, p_note uuid, p_user uuid, p_text text,
  out outcome text, out expires_at timestamptz, out by_actor text, out by_action text, out by_outcome text, out by_at timestamptz)
language plpgsql as $$
declare
  v_look record;
  v_now timestamptz;
begin
  select * into v_look from look_at_hold(p_org, p_actor, p_booking, p_seen);
  if v_look.outcome <> 'live' then
    select v_look.outcome, v_look.by_actor, v_look.by_action, v_look.by_outcome, v_look.by_at into outcome, by_actor, by_action, by_outcome, by_at;
    return;
  end if;
  v_now := app_now();
  update booking b set status = 'booked', hold_expires_at = null, confirmed_at = v_now, updated_at = v_now where b.org_id = p_org and b.id = p_booking;
  perform close_challenges(p_org, array[p_booking], 'cancelled');
  if p_text is not null then
    insert into staff_note(org_id, id, booking_id, user_id, at, text) values (p_org, p_note, p_booking, p_user, v_now, p_text);
  end if;
  perform append_audit(p_org, p_actor, 'appointment.booked', 'by_staff', p_booking::text, (v_look.hold).call_id, null, p_reason);
  outcome := 'done';
end $$;

-- An act of staff that changes no row of its own, such as an export.
create function audit_staff_act(p_org uuid, p_actor text, p_action text, p_outcome text, p_subject text, p_detail text) returns bigint
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  return append_audit(p_org, p_actor, p_action, p_outcome, p_subject, null, null, p_detail);
end $$;
