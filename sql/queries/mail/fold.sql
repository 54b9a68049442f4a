-- Put the parts up to one into a digest.
-- returns: one
select office.mail_fold(:account_id, :upto::bigint, :subject::text, :body::text) as "mail_id!"
