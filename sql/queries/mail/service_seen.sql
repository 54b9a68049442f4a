-- The jobs process says whether it has a mail server.
-- returns: one
select office.mail_service_seen(:configured::boolean, :sender::text) is null as "marked!"
