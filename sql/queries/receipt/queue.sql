-- Have the printable receipt of a filing made by the jobs process.
-- returns: one
select office.receipt_queue(:filing_id) is null as "queued!"
