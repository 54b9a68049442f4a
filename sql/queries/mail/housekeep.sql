-- Mails nobody waits for, old texts and addresses.
-- returns: one
select office.mail_housekeep() is null as "done!"
