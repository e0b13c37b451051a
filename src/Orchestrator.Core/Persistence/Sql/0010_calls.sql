-- Calls: one row each, made by whichever message comes first. Every message fills in what it knows; none takes anything back.
alter table call
  add constraint channel_is_known check (channel in ('call', 'chat')),
  add constraint direction_is_known check (direction in ('unknown', 'inbound', 'outbound'));
alter table transcript
  add constraint state_is_known check (state in ('empty', 'stored', 'withheld'));

-- Four times the speed of pglz on a ten-megabyte report; not every build of PostgreSQL has it.
do $$
begin
  alter table transcript alter column turns set compression lz4;
exception when feature_not_supported then
  null;
end $$;

create function start_call(
  p_org uuid, p_call text, p_channel text, p_direction text, p_last_four text, p_number_id text, p_started timestamptz) returns void
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  insert into call as c (org_id, id, channel, direction, caller_last_four, called_number_id, created_at, started_at, is_transferred)
  values (p_org, p_call, p_channel, p_direction, p_last_four, p_number_id, app_now(), p_started, false)
  on conflict (org_id, id) do update
    set direction = case when c.direction = 'unknown' then excluded.direction else c.direction end,
        caller_last_four = coalesce(c.caller_last_four, excluded.caller_last_four),
        called_number_id = coalesce(c.called_number_id, excluded.called_number_id),
        started_at = coalesce(c.started_at, excluded.started_at);
end $$;

-- A call is over: its unverified holds go back, unless a person took the call over. A hold that waits for staff stays: the
-- caller was told so. Safe to repeat and to arrive before anything else of the call.
create function end_call(
  p_org uuid, p_actor text, p_call text, p_channel text, p_direction text, p_last_four text, p_number_id text,
  p_started timestamptz, p_ended timestamptz, p_reason text, p_transferred boolean, p_duration_ms int, p_cost numeric, out released int)
language plpgsql as $$
declare
  v_ids uuid[];
  v_id uuid;
  v_transferred boolean;
begin
  perform set_config('app.org_id', p_org::text, true);
  perform pg_advisory_xact_lock(hashtextextended(p_org::text || p_call, 1));
  insert into call as c (org_id, id, channel, direction, caller_last_four, called_number_id, created_at, started_at, ended_at,
    ended_reason, is_transferred, duration_ms, cost_usd)
  values (p_org, p_call, p_channel, p_direction, p_last_four, p_number_id, app_now(), p_started, coalesce(p_ended, app_now()),
    p_reason, p_transferred, p_duration_ms, p_cost)
  on conflict (org_id, id) do update
    set direction = case when c.direction = 'unknown' then excluded.direction else c.direction end,
        caller_last_four = coalesce(c.caller_last_four, excluded.caller_last_four),
        called_number_id = coalesce(c.called_number_id, excluded.called_number_id),
        started_at = coalesce(c.started_at, excluded.started_at), ended_at = coalesce(c.ended_at, excluded.ended_at),
        ended_reason = coalesce(c.ended_reason, excluded.ended_reason), is_transferred = c.is_transferred or excluded.is_transferred,
        duration_ms = coalesce(c.duration_ms, excluded.duration_ms), cost_usd = coalesce(c.cost_usd, excluded.cost_usd)
  returning c.is_transferred into v_transferred;
  if not v_transferred then
    with gone as (
      update booking b set status = 'released', updated_at = app_now()
       where b.org_id = p_org and b.call_id = p_call and b.status = 'held' returning b.id)
    select array_agg(id) into v_ids from gone;
  end if;
  if v_ids is not null then
    perform close_challenges(p_org, v_ids, 'cancelled');
    foreach v_id in array v_ids loop
      perform append_audit(p_org, p_actor, 'hold.released', 'call_ended', v_id::text, p_call, null, null);
    end loop;
  end if;
  released := coalesce(array_length(v_ids, 1), 0);
end $$;

-- What must be known before a report is redacted: whether it is stored already, by which rules, and whose names and numbers
-- the clinic already has in connection with the call.
create function report_context(
  p_org uuid, p_call text, out is_stored boolean, out policy_version int,
  out people text[], out phones text[], out providers text[])
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  is_stored := exists (select from transcript t where t.org_id = p_org and t.call_id = p_call and t.state <> 'empty');
  -- An organization that never decided has version 1 of the preset.
  policy_version := coalesce((select max(p.version) from redaction_policy p where p.org_id = p_org), 1);
  select coalesce(array_agg(distinct b.patient_name) filter (where b.patient_name is not null), '{}'),
         coalesce(array_agg(distinct b.patient_phone) filter (where b.patient_phone is not null), '{}')
    into people, phones
    from booking b where b.org_id = p_org and b.call_id = p_call;
  select coalesce(array_agg(p.name order by p.position), '{}') into providers from provider p where p.org_id = p_org and p.is_active;
end $$;

-- Ends the call and keeps its report, together. The first report counts; one that held nothing gives way to one that does.
create function store_report(
  p_org uuid, p_actor text, p_call text, p_channel text, p_direction text, p_last_four text, p_number_id text,
  p_started timestamptz, p_ended timestamptz, p_reason text, p_transferred boolean, p_duration_ms int, p_cost numeric,
  p_state text, p_policy text, p_policy_version int, p_turns jsonb, p_turn_count int, p_summary text, p_analysis jsonb,
  p_structured jsonb, p_counts jsonb, p_withheld int, p_recording text, out stored boolean)
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  perform pg_advisory_xact_lock(hashtextextended(p_org::text || p_call, 1));
  insert into transcript as t (org_id, call_id, state, policy_name, policy_version, turns, turn_count, summary, analysis, structured,
    counts, withheld_parts, recording_url, created_at)
  values (p_org, p_call, p_state, p_policy, p_policy_version, p_turns, p_turn_count, p_summary, p_analysis, p_structured,
    p_counts, p_withheld, p_recording, app_now())
  on conflict (org_id, call_id) do update
    set state = excluded.state, policy_name = excluded.policy_name, policy_version = excluded.policy_version, turns = excluded.turns,
        turn_count = excluded.turn_count, summary = excluded.summary, analysis = excluded.analysis, structured = excluded.structured,
        counts = excluded.counts, withheld_parts = excluded.withheld_parts,
        recording_url = excluded.recording_url, created_at = excluded.created_at
    where t.state = 'empty' and excluded.state <> 'empty';
  stored := found;
  perform end_call(p_org, p_actor, p_call, p_channel, p_direction, p_last_four, p_number_id, p_started, p_ended, p_reason,
    p_transferred, p_duration_ms, p_cost);
  if stored then
    perform append_audit(p_org, p_actor, 'report.stored', p_state, p_call, p_call, null, p_policy || '/' || p_policy_version);
  end if;
end $$;

-- Notes of tool calls, many at once and behind the answers. A repeat counts only where the first delivery failed. Their commit
-- does not wait for the disk: what a crash of the server takes is what a crash of the process would.
create function note_tool_calls(
  p_org uuid, p_ids text[], p_calls text[], p_tools text[], p_codes text[], p_latencies int[], p_ats timestamptz[], p_arguments text[],
  p_channels text[], p_directions text[], p_last_fours text[], p_number_ids text[]) returns void
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true), set_config('synchronous_commit', 'off', true);
  insert into call as c (org_id, id, channel, direction, caller_last_four, called_number_id, created_at, is_transferred)
  select p_org, n.call_id, (array_agg(n.channel order by n.at))[1], max(n.direction) filter (where n.place = 1),
         max(n.last_four), max(n.number_id), min(n.at), false
    from (select m.*, row_number() over (partition by m.call_id order by m.at) as place
            from unnest(p_calls, p_channels, p_directions, p_last_fours, p_number_ids, p_ats)
              as m(call_id, channel, direction, last_four, number_id, at)) n
   group by n.call_id order by n.call_id
  on conflict (org_id, id) do update
    set direction = case when c.direction = 'unknown' then excluded.direction else c.direction end,
        caller_last_four = coalesce(c.caller_last_four, excluded.caller_last_four),
        called_number_id = coalesce(c.called_number_id, excluded.called_number_id)
    where (c.direction = 'unknown' and excluded.direction <> 'unknown')
       or (c.caller_last_four is null and excluded.caller_last_four is not null)
       or (c.called_number_id is null and excluded.called_number_id is not null);
  insert into tool_note as t (org_id, id, call_id, tool, code, latency_ms, at, arguments)
  select distinct on (n.id) p_org, n.id, n.call_id, n.tool, n.code, n.latency, n.at, string_to_array(n.arguments, ',')
    from unnest(p_ids, p_calls, p_tools, p_codes, p_latencies, p_ats, p_arguments)
      as n(id, call_id, tool, code, latency, at, arguments)
   order by n.id, n.code = 'temporarily_unavailable', n.at
  on conflict (org_id, id) do update
    set code = excluded.code, latency_ms = excluded.latency_ms, at = excluded.at
    where t.code = 'temporarily_unavailable' and excluded.code <> 'temporarily_unavailable';
end $$;

-- Tool calls as people read them: what was answered, and what was noted behind the answer.
create function tool_calls_of(p_org uuid, p_call text)
returns table (id text, tool text, code text, latency_ms int, at timestamptz, arguments text[])
language sql stable as $$
  select coalesce(t.id, n.id), coalesce(t.tool, n.tool), coalesce(t.code, n.code), n.latency_ms, coalesce(n.at, t.created_at),
         coalesce(n.arguments, '{}')
    from (select * from tool_call where org_id = p_org and call_id = p_call) t
    full join (select * from tool_note where org_id = p_org and call_id = p_call) n on n.id = t.id
$$;

-- How far each call came. security_invoker: row-level security is that of whoever reads.
create view call_overview with (security_invoker = true) as
select c.org_id, c.id, c.began_at, c.ended_at, c.channel, c.direction, c.caller_last_four, c.ended_reason, c.cost_usd, c.is_transferred,
       -- least() passes over a null, so a call that goes on needs its own case.
       coalesce(c.duration_ms, case when c.ended_at >= c.started_at then least(extract(epoch from c.ended_at - c.started_at) * 1000, 2147483647)::int end) as duration_ms,
       coalesce((select r.state from transcript r where r.org_id = c.org_id and r.call_id = c.id), 'none') as report,
       t.tool_calls, t.slowest_ms,
       t.asked or b.held as is_asked, t.found or b.held as is_found, b.held as is_held, b.code_sent as is_code_sent, b.booked as is_booked,
       case when b.booked then 'booked' when c.is_transferred then 'transferred' when b.needs_staff then 'needs_staff'
            when b.code_sent then 'code_sent' when b.held then 'held' when t.found then 'found' when t.asked then 'asked'
            else 'no_intent' end as outcome
  from call c
  cross join lateral (
    select count(*)::int as tool_calls, max(latency_ms) as slowest_ms,
           coalesce(bool_or(tool in ('check_availability', 'claim_slot')), false) as asked,
           coalesce(bool_or(tool = 'check_availability' and code = 'available'), false) as found
      from tool_calls_of(c.org_id, c.id)) t
  cross join lateral (
    select count(*) > 0 as held, coalesce(bool_or(k.confirmed_at is not null), false) as booked,
           coalesce(bool_or(k.status = 'needs_staff'), false) as needs_staff,
           coalesce(bool_or(k.confirmed_at is not null or exists (
             select from otp_challenge o join otp_dispatch d on d.org_id = o.org_id and d.challenge_id = o.id
              where o.org_id = k.org_id and o.booking_id = k.id and d.state in ('accepted', 'delivered', 'undelivered', 'unknown'))), false) as code_sent
      from booking k where k.org_id = c.org_id and k.call_id = c.id) b;

grant select on call_overview to orchestrator_app;

-- One page of calls, newest first; p_id picks one.
create function list_calls(
  p_org uuid, p_id text, p_from timestamptz, p_to timestamptz, p_outcome text, p_report text, p_live boolean, p_search text,
  p_after_at timestamptz, p_after_id text, p_limit int)
returns table (id text, began_at timestamptz, ended_at timestamptz, channel text, direction text, caller_last_four text, outcome text,
  duration_ms int, cost_usd numeric, ended_reason text, report text, tool_calls int, slowest_ms int, visit_at timestamptz,
  provider_name text, service_name text)
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  return query
    with page as (
      select o.* from call_overview o
       where o.org_id = p_org
         and (p_id is null or o.id = p_id)
         and (p_from is null or o.began_at >= p_from) and (p_to is null or o.began_at < p_to)
         and (p_after_at is null or (o.began_at, o.id) < (p_after_at, p_after_id))
         and (not p_live or o.ended_at is null)
         and (p_search is null or starts_with(o.id, p_search) or o.caller_last_four like '%' || p_search)
         and (p_outcome is null or o.outcome = p_outcome) and (p_report is null or o.report = p_report)
       order by o.began_at desc, o.id desc limit p_limit)
    select o.id, o.began_at, o.ended_at, o.channel, o.direction, o.caller_last_four, o.outcome, o.duration_ms, o.cost_usd,
           o.ended_reason, o.report, o.tool_calls, o.slowest_ms, v.starts_at, v.provider_name, v.service_name
      from page o
      left join lateral (
        select b.starts_at, p.name as provider_name, s.name as service_name
          from booking b join provider p on p.org_id = b.org_id and p.id = b.provider_id join service s on s.org_id = b.org_id and s.id = b.service_id
         where b.org_id = p_org and b.call_id = o.id
         order by b.confirmed_at nulls last, b.created_at desc limit 1) v on true
     order by o.began_at desc, o.id desc;
end $$;

create function call_drop_off(p_org uuid, p_from timestamptz, p_to timestamptz, p_zone text)
returns table (day date, calls int, asked int, found int, held int, code_sent int, booked int, transferred int)
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  return query
    select (o.began_at at time zone p_zone)::date, count(*)::int, count(*) filter (where o.is_asked)::int,
           count(*) filter (where o.is_found)::int, count(*) filter (where o.is_held)::int, count(*) filter (where o.is_code_sent)::int,
           count(*) filter (where o.is_booked)::int, count(*) filter (where o.is_transferred)::int
      from call_overview o
     where o.org_id = p_org and o.began_at >= p_from and o.began_at < p_to
     group by 1;
end $$;

create function calls_heard(p_org uuid, out first_at timestamptz, out last_at timestamptz)
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  select c.created_at into first_at from call c where c.org_id = p_org order by c.began_at limit 1;
  select max(greatest(c.created_at, least(c.ended_at, app_now()), n.at)) into last_at
    from (select * from call k where k.org_id = p_org order by k.began_at desc limit 50) c
    left join tool_note n on n.org_id = c.org_id and n.call_id = c.id;
end $$;

-- Who read what was said. A page that stays open reads it again with every change: once in ten minutes is one reading.
create function note_transcript_read(p_org uuid, p_actor text, p_call text) returns void
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  perform 1 from audit_event e
   where e.org_id = p_org and e.seq > (select h.seq - 500 from audit_head h where h.org_id = p_org)
     and e.action = 'transcript.read' and e.actor = p_actor and e.subject = p_call and e.at > app_now() - interval '10 minutes';
  if not found then
    perform append_audit(p_org, p_actor, 'transcript.read', 'ok', p_call, p_call, null, null);
  end if;
end $$;
