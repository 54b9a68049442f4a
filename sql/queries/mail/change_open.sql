-- Ask for a new own address; says how many were asked for today.
-- returns: one
select email_change_id as "email_change_id!", today as "today!"
from office.email_change_open(:email::text, :token_hash::bytea, interval '24 hours')
