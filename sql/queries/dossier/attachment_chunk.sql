-- One piece of a file.
-- returns: one
select c.content
from attachment_chunk c
where c.attachment_id = :attachment_id and c.seq = :seq
