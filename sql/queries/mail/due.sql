-- Milliseconds until something may go out, -1 when nothing waits.
-- returns: one
select coalesce(office.mail_due(), -1) as "wait_ms!"
