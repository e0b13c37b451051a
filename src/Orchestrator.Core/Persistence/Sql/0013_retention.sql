-- What an organization no longer needs. Each function removes one batch and writes what it removed, in one transaction; on
-- several instances one works and the others are told -1. docs/retention.md.

create function may_purge(p_org uuid) returns boolean
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  return pg_try_advisory_xact_lock(hashtextextended(p_org::text, 9));
end $$;

-- Holds that came to nothing, with everything that hangs on them.
create function purge_ended_holds(p_org uuid, p_actor text, p_age interval, p_limit int) returns int
language plpgsql as $$
declare
  v_ids uuid[];
  v_calls text[];
  v_challenges int;
  v_dispatches int;
  v_notes int;
  v_tools int;
begin
  if not may_purge(p_org) then
    return -1;
  end if;
  select array_agg(due.id), array_agg(distinct due.call_id) into v_ids, v_calls from (
    select b.id, b.call_id from booking b
     where b.org_id = p_org and b.status in ('released', 'expired', 'cancelled') and b.updated_at < app_now() - p_age
     order by b.updated_at limit p_limit for update skip locked) due;
  if v_ids is null then
    return 0;
  end if;
  delete from otp_dispatch d using otp_challenge o
   where o.org_id = p_org and o.booking_id = any(v_ids) and d.org_id = p_org and d.challenge_id = o.id;
  get diagnostics v_dispatches = row_count;
  delete from otp_challenge o where o.org_id = p_org and o.booking_id = any(v_ids);
  get diagnostics v_challenges = row_count;
  delete from staff_note n where n.org_id = p_org and n.booking_id = any(v_ids);
  get diagnostics v_notes = row_count;
  delete from booking b where b.org_id = p_org and b.id = any(v_ids);
  delete from tool_call t where t.org_id = p_org and t.call_id = any(v_calls)
     and not exists (select from booking b where b.org_id = p_org and b.call_id = t.call_id);
  get diagnostics v_tools = row_count;
  perform append_audit(p_org, p_actor, 'retention.purged', 'holds', null, null, null,
    'holds ' || array_length(v_ids, 1) || ', codes ' || v_challenges || ', texts ' || v_dispatches || ', notes ' || v_notes || ', tool calls ' || v_tools);
  return array_length(v_ids, 1);
end $$;

create index booking_ended on booking (org_id, updated_at) where status in ('released', 'expired', 'cancelled');

-- Remembered answers: no platform repeats a tool call after weeks.
create function purge_tool_calls(p_org uuid, p_actor text, p_age interval, p_limit int) returns int
language plpgsql as $$
declare
  v_count int;
begin
  if not may_purge(p_org) then
    return -1;
  end if;
  delete from tool_call t where t.org_id = p_org and t.id in (
    select x.id from tool_call x where x.org_id = p_org and x.created_at < app_now() - p_age order by x.created_at limit p_limit);
  get diagnostics v_count = row_count;
  if v_count > 0 then
    perform append_audit(p_org, p_actor, 'retention.purged', 'tool_calls', null, null, null, 'tool calls ' || v_count);
  end if;
  return v_count;
end $$;

-- What was said, and then the call itself once no booking names it. A call whose appointment is kept keeps its row.
create function purge_calls(p_org uuid, p_actor text, p_age interval, p_limit int) returns int
language plpgsql as $$
declare
  v_ids text[];
  v_transcripts int;
  v_calls int;
begin
  if not may_purge(p_org) then
    return -1;
  end if;
  select array_agg(due.id) into v_ids from (
    select c.id from call c
     where c.org_id = p_org and c.began_at < app_now() - p_age
       and (exists (select from transcript t where t.org_id = p_org and t.call_id = c.id)
         or not exists (select from booking b where b.org_id = p_org and b.call_id = c.id))
     order by c.began_at limit p_limit) due;
  if v_ids is null then
    return 0;
  end if;
  delete from transcript t where t.org_id = p_org and t.call_id = any(v_ids);
  get diagnostics v_transcripts = row_count;
  delete from tool_note n where n.org_id = p_org and n.call_id = any(v_ids);
  delete from tool_call t where t.org_id = p_org and t.call_id = any(v_ids);
  delete from call c where c.org_id = p_org and c.id = any(v_ids)
     and not exists (select from booking b where b.org_id = p_org and b.call_id = c.id);
  get diagnostics v_calls = row_count;
  perform append_audit(p_org, p_actor, 'retention.purged', 'calls', null, null, null, 'transcripts ' || v_transcripts || ', calls ' || v_calls);
  return array_length(v_ids, 1);
end $$;

create index tool_call_by_age on tool_call (org_id, created_at);
