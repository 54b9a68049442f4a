-- The link was opened by its owner; no row when it is not (or no longer) theirs.
-- returns: maybe
select coalesce(old_email, '') as "old_email!", new_email as "new_email!" from office.email_change_confirm(:token_hash::bytea)
