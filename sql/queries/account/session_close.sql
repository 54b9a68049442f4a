-- End one session.
-- returns: one
select office.session_close(:token)::text as closed
