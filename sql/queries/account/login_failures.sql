-- Recent failures of this account and this address.
-- returns: one
select f.by_account as "by_account!", f.by_address as "by_address!"
from office.login_failures(:username, :address) f
