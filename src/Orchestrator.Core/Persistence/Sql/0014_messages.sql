-- Texts as the clinic sees them, and what the provider reports of them: docs/state-machines.md, docs/adr/0014-texts-and-reports.md.

-- A callback names a dispatch and nobody: this is the one thing that may be read before its organization is known, by the
-- exact id, of 122 random bits. It holds neither a phone nor a state.
create policy look_up on dispatch_owner for select to current_user using (true);

create function org_of_dispatch(p_id uuid, out org_id uuid, out credential_version_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.org_id, o.credential_version_id from dispatch_owner o where o.id = p_id;
$$;

revoke execute on function org_of_dispatch from public;
grant execute on function org_of_dispatch to orchestrator_app;

create function own_sms_message() returns trigger
language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into dispatch_owner(org_id, id, credential_version_id) values (new.org_id, new.id, new.credential_version_id);
    return new;
  end if;
  delete from sms_report r where r.org_id = old.org_id and r.message_id = old.id;
  delete from dispatch_owner o where o.org_id = old.org_id and o.id = old.id;
  return old;
end $$;

create trigger sms_message_is_owned after insert on sms_message
  for each row execute function own_sms_message();
create trigger sms_message_is_disowned before delete on sms_message
  for each row execute function own_sms_message();

-- A dispatch is the code's side of a text (its MAC, its generation), sms_message the text's: whoever moves the one moves the
-- other, whichever function does it.
create function mirror_dispatch() returns trigger
language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    delete from sms_message m where m.org_id = old.org_id and m.id = old.id;
  elsif tg_op = 'INSERT' then
    insert into sms_message(org_id, id, kind, channel, booking_id, last_four, attempt, state, credential_version_id, created_at, updated_at)
    select new.org_id, new.id, 'code', new.channel, c.booking_id, right(c.phone, 4), new.generation, new.state, new.credential_version_id, new.started_at, new.started_at
      from otp_challenge c where c.org_id = new.org_id and c.id = new.challenge_id;
  elsif (new.credential_version_id, new.state, new.channel, new.provider_message_sid, new.provider_status, new.http_status, new.error_code, new.reason)
      is distinct from (old.credential_version_id, old.state, old.channel, old.provider_message_sid, old.provider_status, old.http_status, old.error_code, old.reason) then
    update sms_message m set
        credential_version_id = new.credential_version_id, state = new.state, channel = new.channel, provider_message_sid = new.provider_message_sid, provider_status = new.provider_status,
        http_status = new.http_status, error_code = new.error_code, reason = new.reason, updated_at = app_now()
     where m.org_id = new.org_id and m.id = new.id;
  end if;
  return null;
end $$;

create trigger otp_dispatch_is_a_text after insert or update or delete on otp_dispatch
  for each row execute function mirror_dispatch();

-- How far a text has come: SmsStatusOrder in C#, which a test holds to this. The words of the provider that we do not know
-- count as the first.
create function sms_rank(p_status text) returns int
language sql immutable
return case p_status
  when 'queued' then 1 when 'sending' then 2 when 'sent' then 3 when 'delivered' then 4 when 'undelivered' then 4 when 'failed' then 4 else 0 end;

-- What the provider says of a text, from whoever heard it: a callback (p_source 'callback') or our own question ('asked').
-- outcome: applied; known (said before, overtaken, or of a text that is settled); foreign (about another message than this
-- text's); gone. Only forward, and the first final word stays. Hold first, then challenge, then dispatch, as everywhere.
create function report_sms(
  p_org uuid, p_actor text, p_message uuid, p_sid text, p_status text, p_error int, p_reason text, p_to_staff boolean, p_source text,
  out outcome text)
language plpgsql as $$
declare
  v_now timestamptz;
  v_text sms_message%rowtype;
  v_challenge otp_challenge%rowtype;
  v_dispatch otp_dispatch%rowtype;
  v_failed boolean := p_status in ('undelivered', 'failed');
  v_newest boolean;
  v_handed boolean := false;
begin
  perform set_config('app.org_id', p_org::text, true);
  select * into v_text from sms_message m where m.org_id = p_org and m.id = p_message;
  if not found then
    outcome := 'gone';
    return;
  end if;
  if v_failed and p_to_staff then
    perform 1 from booking b where b.org_id = p_org and b.id = v_text.booking_id for update;
  end if;
  select c.* into v_challenge from otp_challenge c
    join otp_dispatch d on d.org_id = p_org and d.id = p_message and d.challenge_id = c.id
   where c.org_id = p_org for update of c;
  select * into v_dispatch from otp_dispatch d where d.org_id = p_org and d.id = p_message for update;
  if not found then
    outcome := 'gone';
    return;
  end if;
  v_now := app_now();

  if v_dispatch.provider_message_sid <> p_sid then
    outcome := 'foreign';
    return;
  end if;
  if v_dispatch.state not in ('in_flight', 'unknown', 'accepted')
     or (v_dispatch.state = 'accepted' and sms_rank(p_status) <= sms_rank(v_dispatch.provider_status)) then
    outcome := 'known';
    -- Kept for whoever asks what was heard, but a report that is repeated for ever does not fill the table.
    insert into sms_report(org_id, message_id, number, at, source, status, error_code, is_news)
    select p_org, p_message, count(*) + 1, v_now, p_source, p_status, p_error, false from sms_report r
     where r.org_id = p_org and r.message_id = p_message having count(*) < 20;
    return;
  end if;

  select not exists (select from otp_dispatch d where d.org_id = p_org and d.challenge_id = v_dispatch.challenge_id and d.generation > v_dispatch.generation) into v_newest;
  update otp_dispatch d set
      state = case when p_status = 'delivered' then 'delivered' when v_failed then 'undelivered' else 'accepted' end,
      provider_message_sid = p_sid, provider_status = p_status, error_code = p_error, reason = p_reason, finished_at = coalesce(d.finished_at, v_now)
   where d.org_id = p_org and d.id = p_message;
  insert into sms_report(org_id, message_id, number, at, source, status, error_code, is_news)
  select p_org, p_message, count(*) + 1, v_now, p_source, p_status, p_error, true from sms_report r where r.org_id = p_org and r.message_id = p_message;
  if v_failed and v_newest then
    -- The caller need not wait for a text that will not come. Its code stays good: carriers report wrongly, too.
    update otp_challenge c set next_send_at = v_now where c.org_id = p_org and c.id = v_challenge.id and c.state = 'active' and c.next_send_at > v_now;
    if p_to_staff and v_challenge.state = 'active' then
      update booking b set status = 'needs_staff', updated_at = v_now
       where b.org_id = p_org and b.id = v_text.booking_id and b.status = 'held' and b.hold_expires_at > v_now;
      v_handed := found;
    end if;
  end if;
  if v_dispatch.state in ('in_flight', 'unknown') then
    perform append_audit(p_org, p_actor, 'code.sent', 'accepted', p_message::text, v_challenge.call_id, null, 'told by the provider');
  end if;
  perform append_audit(p_org, p_actor, 'text.reported', p_status, p_message::text, v_challenge.call_id, null,
    case when p_error is not null then 'error ' || p_error end);
  if v_handed then
    perform append_audit(p_org, p_actor, 'hold.needs_staff', 'text_failed', v_text.booking_id::text, v_challenge.call_id, null, null);
  end if;
  outcome := 'applied';
end $$;

-- Texts whose end nobody has told us: unknown ones, and accepted ones whose callbacks were lost. Each is taken by one
-- instance at a time and asked for less and less often, five times in all.
create function take_unsettled_texts(p_org uuid, p_quiet interval, p_limit int)
returns table (id uuid, provider_message_sid text, phone text, started_at timestamptz, challenge_id uuid, generation int, key_id text, mac bytea)
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  return query
    with due as (
      select d.id from otp_dispatch d
       where d.org_id = p_org and d.state in ('unknown', 'accepted') and d.credential_version_id is not null and d.checks < 5
         and coalesce(d.checked_at, d.started_at) < app_now() - p_quiet * power(3, d.checks)
         and d.started_at > app_now() - interval '1 day'
       order by d.started_at limit p_limit for update skip locked),
    taken as (
      update otp_dispatch d set checked_at = app_now(), checks = d.checks + 1 from due where d.org_id = p_org and d.id = due.id
      returning d.id, d.provider_message_sid, d.started_at, d.challenge_id, d.generation, d.key_id, d.mac)
    select t.id, t.provider_message_sid, c.phone, t.started_at, t.challenge_id, t.generation, t.key_id, t.mac
      from taken t join otp_challenge c on c.org_id = p_org and c.id = t.challenge_id;
end $$;

-- Which of these messages the organization knows as its own already.
create function known_messages(p_org uuid, p_sids text[]) returns text[]
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  return (select coalesce(array_agg(m.provider_message_sid), '{}') from sms_message m where m.org_id = p_org and m.provider_message_sid = any(p_sids));
end $$;

create index otp_dispatch_unsettled on otp_dispatch (org_id, started_at) where state in ('unknown', 'accepted') and checks < 5;
create index sms_message_of_provider on sms_message (org_id, provider_message_sid) where provider_message_sid is not null;

-- What is known of one text, in order: what we did, and every report.
create function text_story(p_org uuid, p_message uuid)
returns table (at timestamptz, kind text, what text, error_code int, is_news boolean, detail text)
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  return query
    select m.created_at, 'us', 'prepared', null::int, true, null::text from sms_message m where m.org_id = p_org and m.id = p_message
    union all
    select e.at, 'us', e.outcome, null, true, e.detail from audit_event e
     where e.org_id = p_org and e.subject = p_message::text and e.action = 'code.sent' and e.detail is distinct from 'told by the provider'
    union all
    select r.at, r.source, r.status, r.error_code, r.is_news, null from sms_report r where r.org_id = p_org and r.message_id = p_message
    order by 1 limit 100;
end $$;
