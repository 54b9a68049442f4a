-- Make one entry part of another.
-- returns: one
select office.nominee_merge_into(:from_id::bigint, :into_id::bigint, :from_version::integer, :into_version::integer, :reason::text) as "nominee_merge_id!"
