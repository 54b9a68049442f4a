-- The file a scan is to look at.
-- returns: maybe
select t.dossier_id as "dossier_id!", t.unit_id as "unit_id!", t.uploaded_by as "uploaded_by!", t.file_name as "file_name!",
	t.size as "size!", t.scan as "scan!", t.scan_attempts as "scan_attempts!", t.wanted as "wanted!"
from office.scan_target(:attachment_id) t
