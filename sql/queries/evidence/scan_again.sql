-- Have every file without a verdict scanned.
-- returns: one
select office.scan_again() as "queued!"
