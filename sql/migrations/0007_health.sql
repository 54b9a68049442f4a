-- The office role may read which migrations are applied: /healthz says so.
set local lock_timeout = '2s';

grant usage on schema meta to vd_app;
grant select on meta.migration to vd_app;
