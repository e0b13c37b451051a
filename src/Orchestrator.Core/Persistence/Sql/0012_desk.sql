-- What the desk shows, one round trip per view. Nothing here takes a lock.

create index audit_event_by_time on audit_event (org_id, at);
create index booking_by_start on booking (org_id, starts_at) where status in ('booked', 'arrived', 'fulfilled');

-- A day's counts per hour, oldest hour first, for the small curves. p_at are the times to count.
create function hours_of(p_from timestamptz, p_to timestamptz, p_at timestamptz[]) returns int[]
language sql immutable
return (
  select array_agg(coalesce(n.n, 0) order by h.h)
    from generate_series(0, ceil(extract(epoch from p_to - p_from) / 3600)::int - 1) h(h)
    left join (
      select floor(extract(epoch from a - p_from) / 3600)::int as h, count(*)::int as n from unnest(p_at) a where a >= p_from and a < p_to group by 1) n
      on n.h = h.h);

-- Everything that Today shows of one clinic's day (p_from to p_to): one document, so that its parts are of one moment.
create function today_board(p_org uuid, p_from timestamptz, p_to timestamptz) returns jsonb
language plpgsql as $$
declare
  v_now timestamptz := app_now();
  v_board jsonb;
begin
  perform set_config('app.org_id', p_org::text, true);
  with
  on_line as materialized (
    -- A call whose closing report never came is not on the line for ever.
    select c.id, c.began_at as started_at, c.caller_last_four from call c
     where c.org_id = p_org and c.ended_at is null and c.began_at > v_now - interval '2 hours'
     order by c.began_at desc limit 200),
  shown as materialized (
    select b.* from booking b where b.org_id = p_org and b.status in ('held', 'needs_staff') and b.hold_expires_at > v_now
    union all
    select b.* from booking b join on_line c on c.id = b.call_id where b.org_id = p_org and b.status = 'booked' and b.confirmed_at > v_now - interval '2 hours'),
  holds as (
    select jsonb_build_object(
        'id', b.id, 'status', b.status, 'starts_at', b.starts_at, 'ends_at', b.ends_at, 'provider_id', b.provider_id, 'service_id', b.service_id,
        'expires_at', b.hold_expires_at, 'created_at', b.created_at, 'updated_at', b.updated_at, 'extensions', b.extensions, 'call_id', b.call_id,
        'patient', b.patient_name, 'last_four', right(b.patient_phone, 4),
        'is_call_over', c.ended_at is not null, 'is_transferred', coalesce(c.is_transferred, false),
        'code_state', o.state, 'code_attempts', o.attempts, 'code_max_attempts', o.max_attempts, 'code_sends', o.sends,
        'code_next_send_at', o.next_send_at, 'code_expires_at', o.expires_at, 'text_state', d.state,
        'why', case when b.status = 'needs_staff' then (
          select e.outcome from audit_event e
           where e.org_id = p_org and e.subject = b.id::text
             and (e.action = 'hold.needs_staff' or (e.action = 'code.verified' and e.outcome in ('locked', 'ceiling')))
           order by e.seq desc limit 1) end) as hold,
        b.hold_expires_at, b.created_at
      from shown b
      left join call c on c.org_id = p_org and c.id = b.call_id
      left join lateral (
        select x.* from otp_challenge x where x.org_id = p_org and x.booking_id = b.id order by x.created_at desc limit 1) o on true
      left join lateral (
        select y.state from otp_dispatch y where y.org_id = p_org and y.challenge_id = o.id order by y.generation desc limit 1) d on true
     order by b.hold_expires_at nulls last, b.created_at limit 500),
  calls as (
    select jsonb_build_object('id', c.id, 'started_at', c.started_at, 'last_four', c.caller_last_four, 'tools', t.tools, 'last_tool', t.last_tool, 'last_code', t.last_code, 'last_at', t.last_at) as call,
        c.started_at
      from on_line c
      left join lateral (
        select count(*)::int as tools, (array_agg(x.tool order by x.created_at desc))[1] as last_tool,
            (array_agg(x.code order by x.created_at desc))[1] as last_code, max(x.created_at) as last_at
          from tool_call x where x.org_id = p_org and x.call_id = c.id) t on true),
  agenda as (
    select jsonb_build_object(
        'id', b.id, 'status', b.status, 'starts_at', b.starts_at, 'ends_at', b.ends_at, 'provider_id', b.provider_id, 'service_id', b.service_id,
        'patient', b.patient_name, 'last_four', right(b.patient_phone, 4)) as visit, b.starts_at
      from booking b
     where b.org_id = p_org and b.status in ('booked', 'arrived', 'fulfilled') and b.starts_at >= p_from and b.starts_at < p_to
     order by b.starts_at limit 500),
  acts as materialized (
    select e.at, e.action, e.outcome, e.subject from audit_event e
     where e.org_id = p_org and e.at >= p_from and e.at < p_to
       and e.action in ('appointment.booked', 'code.sent', 'hold.needs_staff', 'code.verified'))
  select jsonb_build_object(
      'now', v_now,
      'holds', coalesce((select jsonb_agg(h.hold order by h.hold_expires_at nulls last, h.created_at) from holds h), '[]'),
      'calls', coalesce((select jsonb_agg(c.call order by c.started_at) from calls c), '[]'),
      'visits', coalesce((select jsonb_agg(a.visit order by a.starts_at) from agenda a), '[]'),
      'calls_by_hour', hours_of(p_from, p_to, array(
        select c.began_at from call c where c.org_id = p_org and c.began_at >= p_from and c.began_at < p_to)),
      'booked_by_hour', hours_of(p_from, p_to, array(select a.at from acts a where a.action = 'appointment.booked')),
      'codes_by_hour', hours_of(p_from, p_to, array(select a.at from acts a where a.action = 'code.sent')),
      'staff_by_hour', hours_of(p_from, p_to, array(
        -- Whoever goes on guessing needs staff no more often for that.
        select min(a.at) from acts a where a.action = 'hold.needs_staff' or (a.action = 'code.verified' and a.outcome = 'locked') group by a.subject
        union all
        select c.ended_at from call c where c.org_id = p_org and c.is_transferred and c.began_at >= p_from and c.began_at < p_to)))
    into v_board;
  return v_board;
end $$;

-- What happened to one hold, in order: the tools of its call, its texts, its audit rows.
create function hold_story(p_org uuid, p_booking uuid)
returns table (at timestamptz, kind text, what text, outcome text, actor text, detail text, took_ms int)
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  return query
    select e.at, 'act', e.action, e.outcome, e.actor, e.detail, null::int from audit_event e
     where e.org_id = p_org and e.subject = p_booking::text
    union all
    select d.started_at, 'text', d.generation::text, d.state, null, coalesce(d.reason, d.error_code::text), (extract(epoch from d.finished_at - d.started_at) * 1000)::int
      from otp_challenge o join otp_dispatch d on d.org_id = p_org and d.challenge_id = o.id
     where o.org_id = p_org and o.booking_id = p_booking
    union all
    select t.at, 'tool', t.tool, t.code, null, null, t.latency_ms from booking b cross join lateral tool_calls_of(p_org, b.call_id) t
     where b.org_id = p_org and b.id = p_booking
    order by 1 limit 500;
end $$;
