-- The next number of a receipt; gaps after a failed filing are harmless.
-- returns: one
select nextval('office.receipt_seq') as "number!"
