-- Take a draft nomination out.
-- returns: none
delete from nomination where id = :nomination_id and version = :version and state = 'draft'
