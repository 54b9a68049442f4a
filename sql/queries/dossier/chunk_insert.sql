-- Store one piece of a file.
-- returns: none
insert into attachment_chunk (attachment_id, seq, content) values (:attachment_id, :seq, :content)
