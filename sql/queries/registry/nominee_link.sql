-- Say that a nomination is about a candidate; how many nominations went with it.
-- returns: one
select office.nominee_link(:nomination_id::bigint, :nominee_id::bigint) as "moved!"
