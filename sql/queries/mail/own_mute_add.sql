-- Mute one kind of notice.
-- returns: none
insert into notice_mute (account_id, kind) values (office.me(), :kind)
