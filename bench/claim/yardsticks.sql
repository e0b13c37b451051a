-- The tables of the obvious endpoint: guarded like the product's own, without what it does beyond.
create schema yardstick;
create table yardstick.booking (
  id uuid primary key, org_id uuid not null, provider_id uuid not null, service_id uuid not null,
  starts_at timestamptz not null, ends_at timestamptz not null, status text not null, hold_expires_at timestamptz,
  call_id text not null, patient_name text not null, patient_phone text not null, created_at timestamptz not null, updated_at timestamptz not null,
  exclude using gist (provider_id with =, tstzrange(starts_at, ends_at) with &&) where (status in ('held', 'booked')));
create index on yardstick.booking (provider_id, starts_at) where status in ('held', 'booked');
create index on yardstick.booking (org_id, call_id);
create table yardstick.audit (
  id bigint generated always as identity primary key, org_id uuid not null, at timestamptz not null, actor text not null, action text not null, subject uuid);
alter table yardstick.booking enable row level security;
alter table yardstick.audit enable row level security;
create policy own on yardstick.booking using (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));
create policy own on yardstick.audit using (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));
grant usage on schema yardstick to orchestrator_app;
grant select, insert, update on all tables in schema yardstick to orchestrator_app;
