-- Who may act for which organization, and who was asked to. Both lie behind row-level security like every table with
-- org_id; what must be known before an organization is chosen is read by exact key through functions that run as the owner.
create table membership (
  org_id uuid not null references organization(id),
  user_id uuid not null references identity_user(id),
  role text not null check (role in ('Manager', 'Receptionist', 'Auditor')),
  created_at timestamptz not null default app_now(),
  primary key (org_id, user_id)
);
create index ix_membership_user_id on membership(user_id);

create table invitation (
  org_id uuid not null references organization(id),
  id uuid not null,
  email text not null,
  role text not null check (role in ('Manager', 'Receptionist', 'Auditor')),
  token_hash bytea not null unique,
  created_at timestamptz not null default app_now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  primary key (org_id, id)
);

do $$
declare
  v_table text;
begin
  foreach v_table in array array['membership', 'invitation'] loop
    execute format('alter table %I enable row level security', v_table);
    execute format('alter table %I force row level security', v_table);
    execute format(
      'create policy org_rows on %I using (org_id = (select nullif(current_setting(''app.org_id'', true), '''')::uuid))', v_table);
    execute format('create policy look_up on %I for select to %I using (true)', v_table, current_user);
    execute format('grant select, insert, update, delete on %I to orchestrator_app', v_table);
  end loop;
end $$;

create function memberships_of(p_user uuid) returns table(org_id uuid, slug text, role text)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.org_id, o.slug, m.role
    from membership m join organization o on o.id = m.org_id join identity_user u on u.id = m.user_id
   where m.user_id = p_user and not u.is_disabled
   order by o.slug;
$$;

create function staff_role(p_org uuid, p_user uuid) returns text
language sql stable security definer set search_path = public, pg_temp
return (
  select m.role from membership m join identity_user u on u.id = m.user_id
   where m.org_id = p_org and m.user_id = p_user and not u.is_disabled);

create function invitation_of(p_token_hash bytea) returns table(org_id uuid, id uuid, slug text, email text, role text)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.org_id, i.id, o.slug, i.email, i.role
    from invitation i join organization o on o.id = i.org_id
   where i.token_hash = p_token_hash and i.accepted_at is null and i.expires_at > app_now();
$$;

revoke execute on function memberships_of, staff_role, invitation_of from public;
grant execute on function memberships_of, staff_role, invitation_of to orchestrator_app;

grant select, insert, update, delete on
  identity_user, identity_role, identity_user_role, identity_user_claim, identity_user_login, identity_user_token,
  identity_role_claim to orchestrator_app;
-- Cookie keys are added and never changed; an expired one still opens what it sealed.
grant select, insert on data_protection_key to orchestrator_app;
