-- The role that serves. Made here only where the owner may; otherwise whoever runs the server makes it beforehand.
do $$
begin
  if not exists (select from pg_roles where rolname = 'orchestrator_app') then
    create role orchestrator_app nologin;
  end if;
end $$;

grant usage on schema public to orchestrator_app;
