-- The session of a token; sets the identity of this transaction.
-- returns: maybe
select s.account_id as "account_id!", s.username as "username!", s.full_name as "full_name!", s.roles as "roles!",
	s.csrf as "csrf!", s.must_change_password as "must_change_password!", s.needs_touch as "needs_touch!"
from office.session_begin(:token) s
