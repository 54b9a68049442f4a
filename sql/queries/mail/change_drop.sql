-- No address any more; the one there was.
-- returns: one
select coalesce(office.email_drop(), '') as "old_email!"
