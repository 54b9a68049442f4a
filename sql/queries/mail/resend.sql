-- Dead mails go out again; a link that was to confirm an address is asked for anew by its owner instead.
-- returns: none
update mail set state = 'waiting', attempts = 0, next_at = now(), gathered = false, last_error = ''
where state = 'dead' and kind <> 'confirm_address' and id = any(:ids::bigint[])
