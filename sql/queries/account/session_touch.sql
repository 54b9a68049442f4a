-- Note that a session is in use.
-- returns: one
select office.session_touch(:token)::text as touched
