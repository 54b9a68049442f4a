-- Pin the rules in force on the day a dossier was first received; a second time nothing happens.
-- returns: none
insert into dossier_rule (dossier_id, rule_id, unit_id, binding)
select d.id, r.id, d.unit_id, not r.warn_only and (r.confirmed or r.confidence = 'verified')
from dossier d
join eligibility_rule r on r.valid_from <= d.received_on and (r.valid_to is null or r.valid_to >= d.received_on)
where d.id = :dossier_id and d.received_on is not null
  and not exists (select 1 from dossier_rule p where p.dossier_id = d.id)
