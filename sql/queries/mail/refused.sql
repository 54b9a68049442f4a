-- The mail server refused this mail.
-- returns: one
select office.mail_refused(:mail_id::bigint, :answer::text, :for_good::boolean, make_interval(secs => :pause_seconds::integer)) is null as "marked!"
