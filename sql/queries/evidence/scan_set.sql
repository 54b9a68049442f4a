-- What the scan found.
-- returns: one
select office.scan_set(:attachment_id, :scan, :finding) is null as "set!"
