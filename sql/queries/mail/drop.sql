-- Dead mails nobody wants sent.
-- returns: none
update mail set state = 'dropped' where state = 'dead' and id = any(:ids::bigint[])
