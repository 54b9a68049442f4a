-- Open a session for somebody who has just proved who they are, and act as them from here on.
-- returns: one
select office.assume(:account_id)::text as assumed,
	office.session_open(:account_id, :token, :csrf, :address, :user_agent)::text as opened
