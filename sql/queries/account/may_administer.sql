-- Whether every role of an account is held where the person acting is administrator.
-- returns: one
select office.may_administer(:account_id) as "may!"
