-- What the administrator has to know about scans.
-- returns: many
select r.attachment_id as "attachment_id!", r.dossier_id as "dossier_id!", r.file_name as "file_name!", r.unit_name as "unit_name!",
	r.uploaded_by as "uploaded_by!", r.uploaded_at as "uploaded_at!", r.scan as "scan!", r.scan_at, r.scan_attempts as "scan_attempts!",
	r.scan_finding as "scan_finding!"
from office.scan_report() r
