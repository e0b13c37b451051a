-- The code by text: docs/state-machines.md. Each function is one short transaction; the text itself goes out between two of
-- them. Rows are locked hold first, then challenge, the order that every function here keeps.

-- May a text go out for this hold now? If so, a dispatch is prepared with its MAC.
-- outcome: prepared, hold_not_found, hold_expired, already_confirmed, locked, cooldown, no_more_sends, ceiling.
-- p_new_challenge is used when the hold has no open challenge; p_mac is over the challenge and generation that p_expected_* name,
-- and the outcome is 'retry' with the true ones when they are others.
create function prepare_dispatch(
  p_org uuid, p_actor text, p_call text, p_tool_call text, p_booking uuid, p_caller text,
  p_dispatch uuid, p_credential uuid, p_key_id text, p_mac bytea, p_expected_challenge uuid, p_expected_generation int,
  p_life interval, p_cooldown interval, p_max_attempts int, p_max_sends int,
  p_phone_hour int, p_phone_day int, p_caller_hour int, p_org_hour int,
  out outcome text, out challenge_id uuid, out generation int, out phone text,
  out code_expires_at timestamptz, out next_send_at timestamptz, out last_sent_at timestamptz)
language plpgsql as $$
declare
  v_now timestamptz;
  v_hold booking%rowtype;
  v_challenge otp_challenge%rowtype;
begin
  perform set_config('app.org_id', p_org::text, true);
  select * into v_hold from booking b where b.org_id = p_org and b.id = p_booking for update;
  v_now := app_now();
  if v_hold.status in ('booked', 'arrived', 'fulfilled') then
    outcome := 'already_confirmed';
    return;
  elsif v_hold.status in ('held', 'needs_staff') then
    if v_hold.hold_expires_at <= v_now then
      outcome := 'hold_expired';
      return;
    end if;
  else
    outcome := case when v_hold.status = 'expired' then 'hold_expired' else 'hold_not_found' end;
    return;
  end if;
  phone := v_hold.patient_phone;

  select * into v_challenge from otp_challenge c
   where c.org_id = p_org and c.booking_id = p_booking order by c.created_at desc limit 1 for update;
  -- All guesses spent and not locked yet: the last one is being compared, or its process died.
  if v_challenge.state = 'locked' or (v_challenge.state = 'active' and v_challenge.attempts >= v_challenge.max_attempts) then
    outcome := 'locked';
    return;
  end if;
  -- The cooldown outlives the challenge: it protects the phone, not the code.
  if v_challenge.next_send_at > v_now then
    outcome := 'cooldown';
    next_send_at := v_challenge.next_send_at;
    code_expires_at := v_challenge.expires_at;
    select max(d.started_at) into last_sent_at from otp_dispatch d where d.org_id = p_org and d.challenge_id = v_challenge.id;
    return;
  end if;
  if v_challenge.state = 'active' and v_challenge.expires_at <= v_now then
    perform close_challenges(p_org, array[p_booking], 'expired');
    v_challenge.state := 'expired';
  end if;
  if v_challenge.state = 'active' and v_challenge.sends >= p_max_sends then
    outcome := 'no_more_sends';
    return;
  end if;
  -- The ceilings span holds, which are locked one by one: whoever counts does so alone in the organization until the commit,
  -- else 24 sends at once pass a ceiling of 5 (19 did). Nothing waits behind this lock.
  perform pg_advisory_xact_lock(hashtextextended(p_org::text, 2));
  if (select count(*) filter (where d.started_at > v_now - interval '1 hour') >= p_phone_hour or count(*) >= p_phone_day
        from otp_challenge c join otp_dispatch d on d.org_id = c.org_id and d.challenge_id = c.id
       where c.org_id = p_org and c.phone = v_hold.patient_phone and c.created_at > v_now - interval '25 hours'
         and d.started_at > v_now - interval '1 day')
     or (p_caller is not null and
       (select count(*) >= p_caller_hour from otp_challenge c join otp_dispatch d on d.org_id = c.org_id and d.challenge_id = c.id
         where c.org_id = p_org and c.caller_phone = p_caller and c.created_at > v_now - interval '2 hours'
           and d.started_at > v_now - interval '1 hour'))
     or (select count(*) >= p_org_hour from otp_dispatch d where d.org_id = p_org and d.started_at > v_now - interval '1 hour') then
    outcome := 'ceiling';
    return;
  end if;

  challenge_id := case when v_challenge.state = 'active' then v_challenge.id else p_expected_challenge end;
  select coalesce(max(d.generation), 0) + 1 into generation from otp_dispatch d where d.org_id = p_org and d.challenge_id = prepare_dispatch.challenge_id;
  if challenge_id <> p_expected_challenge or generation <> p_expected_generation then
    outcome := 'retry';
    return;
  end if;

  code_expires_at := least(v_now + p_life, v_hold.hold_expires_at);
  next_send_at := v_now + p_cooldown;
  if v_challenge.state = 'active' then
    update otp_challenge c set sends = c.sends + 1, expires_at = prepare_dispatch.code_expires_at, next_send_at = prepare_dispatch.next_send_at
     where c.org_id = p_org and c.id = v_challenge.id;
  else
    insert into otp_challenge(org_id, id, booking_id, call_id, phone, caller_phone, state, attempts, max_attempts, sends, created_at, expires_at, next_send_at)
    values (p_org, challenge_id, p_booking, p_call, v_hold.patient_phone, p_caller, 'active', 0, p_max_attempts, 1, v_now, code_expires_at, next_send_at);
  end if;
  insert into otp_dispatch(org_id, id, challenge_id, generation, mac, key_id, state, credential_version_id, started_at, code_expires_at)
  values (p_org, p_dispatch, challenge_id, generation, p_mac, p_key_id, 'prepared', p_credential, v_now, code_expires_at);
  outcome := 'prepared';
end $$;

-- The open challenge of a hold and the next generation, for making the MAC; both null when there is none. Of a live hold also
-- its phone, and why another text to it is no use (an SmsReason): that number gets none or its owner asked for none, or the
-- newest one was accepted and then stopped for a reason that will stop the next as well.
create function open_challenge(p_org uuid, p_booking uuid, out challenge_id uuid, out next_generation int, out phone text, out trouble text)
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  select c.id, (select coalesce(max(d.generation), 0) + 1 from otp_dispatch d where d.org_id = p_org and d.challenge_id = c.id)
    into challenge_id, next_generation
    from otp_challenge c
   where c.org_id = p_org and c.booking_id = p_booking and c.state = 'active' and c.expires_at > app_now()
   order by c.created_at desc limit 1;
  select b.patient_phone,
      (select case
            when bool_or(d.reason = 'CannotReceive') then 'CannotReceive'
            when bool_or(d.reason = 'OptedOut') then 'OptedOut'
            else (array_agg(case when d.state = 'undelivered' and d.reason in ('BadNumber', 'Account', 'Other') then d.reason end
                            order by d.started_at desc, d.generation desc))[1] end
         from otp_challenge c join otp_dispatch d on d.org_id = p_org and d.challenge_id = c.id
        where c.org_id = p_org and c.booking_id = p_booking and c.phone = b.patient_phone)
    into phone, trouble
    from booking b
   where b.org_id = p_org and b.id = p_booking and b.status in ('held', 'needs_staff') and b.hold_expires_at > app_now();
end $$;

-- The last commit before the request leaves: from here on nobody may say that nothing was sent.
create function start_dispatch(p_org uuid, p_dispatch uuid, p_channel text) returns boolean
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  update otp_dispatch set state = 'in_flight', channel = p_channel where org_id = p_org and id = p_dispatch and state = 'prepared';
  return found;
end $$;

-- What became of it. Only the one who finds it in flight decides; a callback that overtook us has decided already, and then
-- only the message id is added. A refusal takes its own code back and lifts the cooldown, and touches no other generation.
create function finish_dispatch(
  p_org uuid, p_actor text, p_call text, p_tool_call text, p_dispatch uuid,
  p_state text, p_message text, p_status text, p_http int, p_error int, p_reason text) returns text
language plpgsql as $$
declare
  v_now timestamptz := app_now();
  v_challenge uuid;
  v_state text;
begin
  perform set_config('app.org_id', p_org::text, true);
  -- The challenge before its dispatch, as everywhere: whoever closes the challenge meanwhile would deadlock otherwise.
  perform 1 from otp_challenge c
   where c.org_id = p_org and c.id = (select d.challenge_id from otp_dispatch d where d.org_id = p_org and d.id = p_dispatch) for update;
  update otp_dispatch d set
      state = p_state, provider_message_sid = coalesce(p_message, d.provider_message_sid), provider_status = p_status, http_status = p_http,
      error_code = p_error, reason = p_reason, finished_at = v_now, mac = case when p_state = 'refused' then null else d.mac end
   where d.org_id = p_org and d.id = p_dispatch and d.state = 'in_flight'
  returning d.challenge_id, d.state into v_challenge, v_state;
  if not found then
    update otp_dispatch d set provider_message_sid = coalesce(d.provider_message_sid, p_message)
     where d.org_id = p_org and d.id = p_dispatch returning d.state into v_state;
    return v_state;
  end if;
  if p_state = 'refused' then
    update otp_challenge c set next_send_at = v_now where c.org_id = p_org and c.id = v_challenge and c.state = 'active';
  end if;
  perform append_audit(p_org, p_actor, 'code.sent', p_state, p_dispatch::text, p_call, p_tool_call, p_reason);
  return v_state;
end $$;

-- One guess, spent before it is looked at. outcome: guess (compare with the MACs), no_code, locked, verified, ceiling.
create function spend_attempt(
  p_org uuid, p_booking uuid, p_caller text, p_phone_day int, p_caller_day int,
  out outcome text, out challenge_id uuid, out attempts int, out max_attempts int,
  out generations int[], out key_ids text[], out macs bytea[])
language plpgsql as $$
declare
  v_now timestamptz;
  v_challenge otp_challenge%rowtype;
begin
  perform set_config('app.org_id', p_org::text, true);
  select * into v_challenge from otp_challenge c
   where c.org_id = p_org and c.booking_id = p_booking order by c.created_at desc limit 1 for update;
  v_now := app_now();
  challenge_id := v_challenge.id;
  if v_challenge.state in ('locked', 'verified') then
    outcome := v_challenge.state;
    return;
  end if;
  if v_challenge.state is distinct from 'active' or v_challenge.expires_at <= v_now then
    outcome := 'no_code';
    return;
  end if;
  select array_agg(d.generation order by d.generation), array_agg(d.key_id order by d.generation), array_agg(d.mac order by d.generation)
    into generations, key_ids, macs from otp_dispatch d
   where d.org_id = p_org and d.challenge_id = v_challenge.id and d.mac is not null and d.code_expires_at > v_now
     and d.state not in ('prepared', 'refused', 'abandoned');
  if generations is null then
    outcome := 'no_code';
    return;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(p_org::text, 2));
  if (select coalesce(sum(c.attempts), 0) >= p_phone_day from otp_challenge c
       where c.org_id = p_org and c.phone = v_challenge.phone and c.state <> 'verified' and c.created_at > v_now - interval '1 day')
     or (p_caller is not null and
       (select coalesce(sum(c.attempts), 0) >= p_caller_day from otp_challenge c
         where c.org_id = p_org and c.caller_phone = p_caller and c.state <> 'verified' and c.created_at > v_now - interval '1 day')) then
    outcome := 'ceiling';
    return;
  end if;
  update otp_challenge c set attempts = c.attempts + 1
   where c.org_id = p_org and c.id = v_challenge.id and c.state = 'active' and c.attempts < c.max_attempts
  returning c.attempts, c.max_attempts into attempts, max_attempts;
  outcome := case when found then 'guess' else 'locked' end;
end $$;

-- A guess that did not match. The last one locks the challenge and leaves the hold to staff; gives the state afterwards.
create function reject_guess(
  p_org uuid, p_actor text, p_call text, p_tool_call text, p_booking uuid, p_challenge uuid, p_attempt int, p_max_attempts int) returns text
language plpgsql as $$
declare
  v_locks boolean := p_attempt >= p_max_attempts;
begin
  perform set_config('app.org_id', p_org::text, true);
  if v_locks then
    perform 1 from booking b where b.org_id = p_org and b.id = p_booking for update;
    update otp_challenge c set state = 'locked' where c.org_id = p_org and c.id = p_challenge and c.state = 'active';
    update otp_dispatch d set mac = null where d.org_id = p_org and d.challenge_id = p_challenge;
    update booking b set status = 'needs_staff', updated_at = app_now()
     where b.org_id = p_org and b.id = p_booking and b.status = 'held' and b.hold_expires_at > app_now();
  end if;
  perform append_audit(p_org, p_actor, 'code.verified', case when v_locks then 'locked' else 'wrong' end, p_booking::text, p_call, p_tool_call,
    'attempt ' || p_attempt || ' of ' || p_max_attempts);
  return case when v_locks then 'locked' else 'wrong' end;
end $$;

create function audit_verification(p_org uuid, p_actor text, p_call text, p_tool_call text, p_booking uuid, p_outcome text) returns bigint
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  return append_audit(p_org, p_actor, 'code.verified', p_outcome, p_booking::text, p_call, p_tool_call, null);
end $$;

-- What a process that died left behind. Prepared: the request never left, so the next asker may send at once. In flight:
-- nobody knows, so the code stays good and nothing is repeated. p_age is longer than any send may take. A challenge that
-- somebody is at work on is left for the next round: this never waits but for the audit head, and that comes last.
create function settle_lost_dispatches(p_org uuid, p_actor text, p_age interval, p_limit int) returns int
language plpgsql as $$
declare
  v_row record;
  v_settled text[][] := '{}';
  v_count int;
begin
  perform set_config('app.org_id', p_org::text, true);
  for v_row in
    select d.id, d.state, d.challenge_id from otp_dispatch d join otp_challenge c on c.org_id = d.org_id and c.id = d.challenge_id
     where d.org_id = p_org and d.state in ('prepared', 'in_flight') and d.started_at < app_now() - p_age
     order by d.started_at limit p_limit for update of c skip locked
  loop
    if v_row.state = 'prepared' then
      update otp_dispatch set state = 'abandoned', mac = null, finished_at = app_now() where org_id = p_org and id = v_row.id and state = 'prepared';
      continue when not found;
      update otp_challenge set next_send_at = app_now() where org_id = p_org and id = v_row.challenge_id and state = 'active';
    else
      update otp_dispatch set state = 'unknown', reason = 'the sender stopped', finished_at = app_now()
       where org_id = p_org and id = v_row.id and state = 'in_flight';
      continue when not found;
    end if;
    v_settled := v_settled || array[[v_row.id::text, case v_row.state when 'prepared' then 'abandoned' else 'unknown' end]];
  end loop;
  v_count := coalesce(array_length(v_settled, 1), 0);
  for i in 1 .. v_count loop
    perform append_audit(p_org, p_actor, 'code.sent', v_settled[i][2], v_settled[i][1], null, null, null);
  end loop;
  return v_count;
end $$;

create index otp_dispatch_open on otp_dispatch (org_id, started_at) where state in ('prepared', 'in_flight');
