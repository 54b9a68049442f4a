-- Hold a session until the transaction ends: secretaries change it one after the other.
-- returns: one
select s.id as council_session_id, s.state
from council_session s
where s.id = :council_session_id
for update
