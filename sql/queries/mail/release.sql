-- Try the mail server now.
-- returns: none
update mail_service set held_until = null
