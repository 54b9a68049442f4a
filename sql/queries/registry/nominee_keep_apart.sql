-- Remember that two entries are two.
-- returns: none
select office.nominee_keep_apart(:nominee_id::bigint, :other_id::bigint, :reason::text)
