-- Take a merge back; the entry that stands alone again.
-- returns: one
select office.nominee_unmerge(:nominee_merge_id::bigint, :reason::text) as "nominee_id!"
