-- How the person signed in wants notices.
-- returns: none
insert into notice_setting as s (account_id, daily) values (office.me(), :daily)
on conflict (account_id) do update set daily = excluded.daily, version = s.version + 1
