-- Take on an account's identity for the rest of this transaction.
-- returns: none
select office.assume(:account_id)
