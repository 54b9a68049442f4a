-- Remember a sign-in attempt.
-- returns: none
select office.login_record(:username, :address, :succeeded, :device)
