-- Queue a notice for an account, or whoever holds one of the roles on a unit, or both.
-- returns: one
select office.mail_queue(:kind::notice_kind, :account_id?::bigint, :unit_id?::bigint, :roles::integer, :object::text, :object_id::bigint,
	:dedupe_key::text, :subject::text, :body::text, :path::text, :settles::boolean, :not_before::timestamptz, :address::text) as "queued!"
