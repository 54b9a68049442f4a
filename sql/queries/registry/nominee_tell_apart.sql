-- Say that a nomination is not about this entry.
-- returns: none
select office.nominee_tell_apart(:nomination_id::bigint, :nominee_id?::bigint, :reason::text)
