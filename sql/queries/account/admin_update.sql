-- Save an account as the version seen; no row when somebody saved first.
-- returns: none
update account
set full_name = :full_name, email = :email, active = :active, version = version + 1
where id = :account_id and version = :version
