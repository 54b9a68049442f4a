-- How large one file may be.
-- returns: one
select l.bytes, l.version from upload_limit l
