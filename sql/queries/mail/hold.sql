-- The mail server takes nothing now: this mail keeps its tries and all wait.
-- returns: one
select office.mail_hold(:mail_id::bigint, :trouble::mail_trouble, :answer::text, make_interval(secs => :pause_seconds::integer)) is null as "marked!"
