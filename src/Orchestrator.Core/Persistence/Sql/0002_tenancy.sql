-- Row-level security on every table with org_id, forced so that the owner is bound as well. nullif, because a setting that
-- was reset reads '' and not null; the sub-select, so that it is evaluated once per statement.
do $$
declare
  v_table text;
begin
  for v_table in
    select c.table_name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'org_id' and t.table_type = 'BASE TABLE'
  loop
    execute format('alter table %I enable row level security', v_table);
    execute format('alter table %I force row level security', v_table);
    execute format(
      'create policy org_rows on %I using (org_id = (select nullif(current_setting(''app.org_id'', true), '''')::uuid))', v_table);
    execute format('grant select, insert, update, delete on %I to orchestrator_app', v_table);
  end loop;
end $$;

grant select, insert on organization to orchestrator_app;
-- The host asks before it serves whether the schema is current.
grant select on "__EFMigrationsHistory" to orchestrator_app;

-- The look-ups that precede an organization: readable by exact key only, through these functions, which run as the owner.
do $$
declare
  v_table text;
begin
  foreach v_table in array array['voice_secret', 'voice_number', 'voice_assistant'] loop
    execute format('create policy look_up on %I for select to %I using (true)', v_table, current_user);
  end loop;
end $$;

create function org_of_voice_secret(p_hash bytea) returns uuid
language sql stable security definer set search_path = public, pg_temp
return (select org_id from voice_secret where hash = p_hash and kind = 'shared');

create function org_of_voice_number(p_id text, p_number text) returns uuid
language sql stable security definer set search_path = public, pg_temp
return (select org_id from voice_number where id = p_id or (p_id is null and number = p_number));

create function org_of_voice_assistant(p_id text) returns uuid
language sql stable security definer set search_path = public, pg_temp
return (select org_id from voice_assistant where id = p_id);

-- For an import that must say which of its secrets another organization has.
create function voice_secret_is_taken(p_org uuid, p_hash bytea) returns boolean
language sql stable security definer set search_path = public, pg_temp
return exists (select from voice_secret where hash = p_hash and org_id <> p_org);

revoke execute on function voice_secret_is_taken, org_of_voice_secret, org_of_voice_number, org_of_voice_assistant from public;
grant execute on function voice_secret_is_taken, org_of_voice_secret, org_of_voice_number, org_of_voice_assistant to orchestrator_app;

-- Every cache of an organization's configuration drops it when this is heard.
create function notify_org_changed() returns trigger
language plpgsql as $$
begin
  perform pg_notify('org_changed', coalesce(new.org_id, old.org_id)::text);
  return null;
end $$;

create trigger org_changed after insert or update or delete on org_settings
  for each row execute function notify_org_changed();

create trigger org_changed after insert or update or delete on credential_version
  for each row execute function notify_org_changed();
