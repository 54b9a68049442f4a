-- The next mail that may go out, leased for some seconds; or what has to be done first.
-- returns: maybe
select act as "act!", mail_id as "mail_id!", account_id as "account_id!", address as "address!", kind as "kind!",
	subject as "subject!", body as "body!", message_id as "message_id!", attempts as "attempts!"
from office.mail_claim(make_interval(secs => :lease_seconds::integer))
