-- Newest migration applied, for /healthz.
-- returns: one
select coalesce(max(name), '') as "version!" from meta.migration
