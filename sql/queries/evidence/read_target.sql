-- The file whose text is to be read.
-- returns: maybe
select t.dossier_id as "dossier_id!", t.unit_id as "unit_id!", t.uploaded_by as "uploaded_by!", t.size as "size!", t.wanted as "wanted!"
from office.read_target(:attachment_id) t
