-- Forget which initiatives a nomination rests on.
-- returns: none
delete from initiative_use where nomination_id = :nomination_id
