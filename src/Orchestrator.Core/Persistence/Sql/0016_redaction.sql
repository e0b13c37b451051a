-- What each organization has decided about redaction. A version is never changed: transcripts name the one that redacted them.
revoke update, delete on redaction_policy from orchestrator_app;

alter table redaction_policy
  add constraint version_is_positive check (version > 0),
  add constraint overrides_are_an_object check (jsonb_typeof(overrides) = 'object');

create trigger org_changed after insert on redaction_policy
  for each row execute function notify_org_changed();

-- outcome: saved; unchanged (these rules are in force); changed (another version was made since p_seen, by whom and when).
-- An organization that never decided counts as having version 1 of the preset, so its first decision is version 2; p_seen is
-- null for an import, which decides whatever was before.
create function save_redaction_policy(
  p_org uuid, p_actor text, p_seen int, p_preset text, p_overrides jsonb, p_allow text[], p_deny text[], p_recordings boolean,
  p_reason text, p_detail text, out outcome text, out made_version int, out by_actor text, out by_at timestamptz)
language plpgsql as $$
declare
  v_now redaction_policy;
begin
  perform set_config('app.org_id', p_org::text, true);
  perform pg_advisory_xact_lock(hashtextextended(p_org::text, 16));
  select p.* into v_now from redaction_policy p where p.org_id = p_org order by p.version desc limit 1;
  if found then
    select v_now.version, v_now.created_by, v_now.created_at into made_version, by_actor, by_at;
  else
    made_version := case when p_seen is null then 0 else 1 end;
  end if;
  if p_seen is not null and made_version <> p_seen then
    outcome := 'changed';
    return;
  end if;
  if v_now.version is not null and v_now.preset = p_preset and v_now.overrides = p_overrides and v_now.allow_terms = p_allow
     and v_now.deny_terms = p_deny and v_now.keeps_recordings = p_recordings then
    outcome := 'unchanged';
    return;
  end if;
  made_version := made_version + 1;
  insert into redaction_policy (org_id, version, preset, overrides, allow_terms, deny_terms, keeps_recordings, created_at, created_by, reason)
  values (p_org, made_version, p_preset, p_overrides, p_allow, p_deny, p_recordings, app_now(), p_actor, p_reason);
  perform append_audit(p_org, p_actor, 'redaction.policy', 'changed', made_version::text, null, null, p_detail);
  outcome := 'saved';
end $$;

-- Stored transcripts redacted again under stricter rules. One run of an organization at a time; it goes on where it stopped,
-- in the order of call ids, so what a killed process had committed is neither lost nor done twice.
alter table redaction_run
  add constraint state_is_known check (state in ('running', 'done'));

create unique index redaction_run_running on redaction_run (org_id) where state = 'running';

-- outcome: begun; running (there is one); changed (another version is in force); nothing (no transcript to redact again).
create function begin_redaction_run(
  p_org uuid, p_actor text, p_id uuid, p_version int, p_from int[], out outcome text, out total int)
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  perform pg_advisory_xact_lock(hashtextextended(p_org::text, 16));
  if exists (select from redaction_run r where r.org_id = p_org and r.state = 'running') then
    outcome := 'running';
    return;
  end if;
  if coalesce((select max(p.version) from redaction_policy p where p.org_id = p_org), 1) <> p_version then
    outcome := 'changed';
    return;
  end if;
  select count(*) into begin_redaction_run.total from transcript t
   where t.org_id = p_org and t.policy_version = any(p_from) and t.state <> 'empty';
  if begin_redaction_run.total = 0 then
    outcome := 'nothing';
    return;
  end if;
  insert into redaction_run (org_id, id, policy_version, from_versions, state, total, done, changed, hidden, withheld, started_by, started_at)
  values (p_org, p_id, p_version, p_from, 'running', begin_redaction_run.total, 0, 0, 0, 0, p_actor, app_now());
  perform append_audit(p_org, p_actor, 'redaction.rerun', 'begun', p_id::text, null, null,
    'version ' || p_version || ', transcripts ' || begin_redaction_run.total);
  outcome := 'begun';
end $$;
