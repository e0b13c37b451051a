-- The one clock of every expiry test. clock_timestamp(), never now(): now() is frozen at the start of a transaction, so a
-- confirm that waited could accept a hold that had lapsed meanwhile. The offset is Development:FixedClock's, sent by the
-- host as a connection option; in Production it is never set.
create function app_now() returns timestamptz
language sql volatile
return clock_timestamp() + coalesce(nullif(current_setting('app.clock_offset', true), '')::interval, interval '0');
