-- What the due digest of a person holds, oldest first.
-- returns: many
select mail_id as "mail_id!", subject as "subject!", path as "path!", created_at as "created_at!"
from office.mail_parts(:account_id)
