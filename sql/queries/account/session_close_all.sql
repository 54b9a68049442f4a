-- End every session of an account but one (NULL: all).
-- returns: one
select office.session_close_all(:account_id, :keep?) as "closed!"
