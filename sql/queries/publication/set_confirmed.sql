-- The second person confirms exactly this content.
-- returns: none
update honour_list
set state = 'confirmed', confirmed_by = office.me(), confirmed_at = now(), version = version + 1
where id = :honour_list_id and version = :version and state = 'prepared' and content_sha256 = :content_sha256
