-- Limits of the outbox.
-- returns: one
select s.per_minute, s.per_account_day, s.settle_minutes, s.digest_hour, s.near_days, s.attempts_max, s.version
from mail_setting s
