-- Consume the once value of a form; no row means it was received before.
-- returns: none
insert into office.form_once (account_id, nonce) values (:account_id, :nonce) on conflict do nothing
