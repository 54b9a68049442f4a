-- Keep the printable receipt; the first one made stays.
-- returns: one
select office.receipt_keep(:filing_id, :content::bytea) is null as "kept!"
