-- Recent failures that count for this account, this address and this browser ('': unknown to the account).
-- returns: one
select f.by_account as "by_account!", f.by_both as "by_both!", f.by_address as "by_address!", f.by_device as "by_device!"
from office.login_failures(:username, :address, :device) f
