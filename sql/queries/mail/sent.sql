-- The mail server took it.
-- returns: one
select office.mail_sent(:mail_id::bigint, :answer::text) is null as "marked!"
