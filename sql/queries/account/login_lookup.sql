-- What signing in needs: hash and whether the account is active.
-- returns: maybe
select l.account_id as "account_id!", l.password_hash as "password_hash!", l.active as "active!"
from office.login_lookup(:username) l
