-- Save the limits as the version seen.
-- returns: none
update mail_setting
set per_minute = :per_minute, per_account_day = :per_account_day, settle_minutes = :settle_minutes, digest_hour = :digest_hour,
	near_days = :near_days, attempts_max = :attempts_max, version = version + 1
where version = :version
