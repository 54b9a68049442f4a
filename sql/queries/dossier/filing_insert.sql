-- Keep the frozen copy.
-- returns: one
insert into filing (dossier_id, unit_id, receipt_no, filed_by, nominations, content, sha256)
values (:dossier_id, :unit_id, :receipt_no, office.me(), :nominations, :content, :sha256)
returning id as filing_id
