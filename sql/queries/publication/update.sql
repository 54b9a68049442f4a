-- Save the words of a draft.
-- returns: none
update honour_list
set title = :title, introduction = coalesce(:introduction?, ''),
	correction = case when published_version > 0 then coalesce(:correction?, '') else '' end, version = version + 1
where id = :honour_list_id and version = :version and state = 'draft'
