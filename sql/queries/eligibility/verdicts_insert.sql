-- Keep verdicts as they stand; lines: JSON array with the content of each as text, so that its hash can be checked.
-- returns: none
insert into eligibility_verdict (nomination_id, unit_id, rules_on, status, on_hold, earliest_year, content, sha256)
select n.id, n.unit_id, :rules_on, r.status, r.on_hold, r.earliest_year, r.content::jsonb, encode(sha256(convert_to(r.content, 'UTF8')), 'hex')
from jsonb_to_recordset(:lines::jsonb) as r (nomination_id bigint, status finding_status, on_hold boolean, earliest_year integer, content text)
join nomination n on n.id = r.nomination_id
