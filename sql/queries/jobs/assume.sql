-- Take the identity of the account that queued the job, for this transaction only.
-- returns: one
select office.assume(:account_id) is null as "assumed!"
