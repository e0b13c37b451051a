-- Credential versions: docs/adr/0015-credential-versions.md. The services move them; what may never be, whoever writes, is here.

create unique index credential_version_one_active on credential_version (org_id, purpose) where state = 'active';

create function guard_credential_version() returns trigger
language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' and not (new.state = 'active' and new.origin = 'imported') then
      raise exception 'a credential version begins as a draft' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if (new.id, new.number, new.purpose, new.origin) is distinct from (old.id, old.number, old.purpose, old.origin) then
    raise exception 'a credential version stays what it is' using errcode = 'check_violation';
  end if;
  if new.state <> old.state and (old.state || ' ' || new.state) not in (
    'draft verified', 'verified draft', 'verified active', 'active retiring', 'retiring active',
    'draft revoked', 'verified revoked', 'active revoked', 'retiring revoked') then
    raise exception 'a credential version never goes from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  if new.state = 'active' and old.state <> 'active' and (new.tested_at is null or new.failed_at is not null) then
    raise exception 'a credential version is tested before it is activated' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger guard_credential_version before insert or update on credential_version
  for each row execute function guard_credential_version();

-- What one instance has counted since it last told. Sums, so that instances never overwrite each other; a first count of an
-- hour takes the hours away that nobody looks at any more.
create function record_credential_use(p_org uuid, p_version uuid, p_hour timestamptz, p_sends int, p_refused int, p_last timestamptz) returns void
language plpgsql as $$
declare
  v_is_new boolean;
begin
  perform set_config('app.org_id', p_org::text, true);
  insert into credential_use as u (org_id, version_id, hour, sends, refused, last_used_at)
  select p_org, p_version, p_hour, p_sends, p_refused, p_last
   where exists (select from credential_version v where v.org_id = p_org and v.id = p_version)
  on conflict (org_id, version_id, hour) do update
     set sends = u.sends + excluded.sends, refused = u.refused + excluded.refused, last_used_at = greatest(u.last_used_at, excluded.last_used_at)
  returning xmax = 0 into v_is_new;
  if v_is_new then
    delete from credential_use u where u.org_id = p_org and u.version_id = p_version and u.hour < p_hour - interval '400 days';
  end if;
end $$;

-- The id of the key that a sealed value needs, as KeyRing writes it: format 1, length of the id, id.
create function seal_key(p_sealed bytea) returns text
language sql immutable
return case
  when length(p_sealed) > 2 and get_byte(p_sealed, 0) = 1 and length(p_sealed) >= 2 + get_byte(p_sealed, 1)
  then convert_from(substring(p_sealed from 3 for get_byte(p_sealed, 1)), 'LATIN1') end;

-- Which keys an organization's rows need, and for how many values. Codes are no sealed values: their MACs end with them.
create function keys_in_use(p_org uuid, out kind text, out key_id text, out n bigint) returns setof record
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  return query
    select 'credential'::text, seal_key(v.sealed), count(*) from credential_version v
     where v.org_id = p_org and v.sealed is not null group by 2
    union all
    select 'voice secret', seal_key(s.sealed), count(*) from voice_secret s
     where s.org_id = p_org and s.sealed is not null group by 2
    union all
    select 'live code', d.key_id, count(*) from otp_dispatch d
     where d.org_id = p_org and d.started_at > app_now() - interval '1 day' and d.mac is not null and d.code_expires_at > app_now() group by 2;
end $$;

-- A host that was told of a new key reads its key source again. Said outside any organization.
create function announce_keys() returns void
language sql
return pg_notify('org_changed', 'keys');

-- Sending has learnt that the active version's login is refused; true for the first to say so.
create function credential_rejected(p_org uuid, p_actor text, p_version uuid, p_failure text) returns boolean
language plpgsql as $$
declare
  v_number int;
begin
  perform set_config('app.org_id', p_org::text, true);
  update credential_version v set failed_at = app_now(), failure = p_failure
   where v.org_id = p_org and v.id = p_version and v.state = 'active' and v.failed_at is null
  returning v.number into v_number;
  if not found then
    return false;
  end if;
  perform append_audit(p_org, p_actor, 'credential.rejected', 'refused', p_version::text, null, null, 'version ' || v_number);
  return true;
end $$;

create function dispatch_sent_with(p_org uuid, p_dispatch uuid, p_version uuid) returns void
language plpgsql as $$
begin
  perform set_config('app.org_id', p_org::text, true);
  update otp_dispatch set credential_version_id = p_version where org_id = p_org and id = p_dispatch;
end $$;
