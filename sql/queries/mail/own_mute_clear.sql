-- Nothing is muted any more.
-- returns: none
delete from notice_mute where account_id = office.me()
