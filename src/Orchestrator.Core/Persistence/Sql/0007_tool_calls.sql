-- Answers by tool call. A running tool call holds a lease; a repeat waits for its answer, and takes over once the lease is past.

-- state: new (ours to run), running (another delivery runs it), answered.
create function begin_tool_call(p_org uuid, p_id text, p_call text, p_tool text, p_lease interval,
  out state text, out lease_until timestamptz, out code text, out answer text)
language plpgsql as $$
declare
  v_now timestamptz := app_now();
begin
  perform set_config('app.org_id', p_org::text, true);
  insert into tool_call as t (org_id, id, call_id, tool, lease_until, created_at) values (p_org, p_id, p_call, p_tool, v_now + p_lease, v_now)
  on conflict (org_id, id) do update set lease_until = excluded.lease_until
    where t.answer is null and t.lease_until <= v_now;
  if found then
    state := 'new';
    lease_until := v_now + p_lease;
    return;
  end if;
  select t.code, t.answer into code, answer from tool_call t where t.org_id = p_org and t.id = p_id;
  state := case when answer is null then 'running' else 'answered' end;
end $$;

-- Remembers an answer, unless one is remembered already; gives the one that counts.
create function remember_answer(
  p_org uuid, p_id text, p_call text, p_tool text, p_code text, p_answer text, out code text, out answer text)
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  insert into tool_call as t (org_id, id, call_id, tool, code, answer, created_at) values (p_org, p_id, p_call, p_tool, p_code, p_answer, app_now())
  on conflict (org_id, id) do update set
    code = coalesce(t.code, excluded.code), answer = coalesce(t.answer, excluded.answer), lease_until = null
  returning t.code, t.answer into code, answer;
end $$;

create function find_answer(p_org uuid, p_id text, out code text, out answer text)
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  select t.code, t.answer into code, answer from tool_call t where t.org_id = p_org and t.id = p_id;
end $$;

-- A tool call that failed may be tried again at once, unless another has taken it over: that one's lease is a later one.
create function abandon_tool_call(p_org uuid, p_id text, p_lease_until timestamptz) returns void
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  delete from tool_call where org_id = p_org and id = p_id and answer is null and lease_until = p_lease_until;
end $$;
