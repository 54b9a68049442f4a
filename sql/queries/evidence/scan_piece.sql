-- One piece of a file that waits for its scan.
-- returns: one
select office.scan_piece(:attachment_id, :seq) as content
