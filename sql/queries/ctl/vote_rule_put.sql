-- A first rule for an award at a level; dated rules the office made later are never touched.
-- role: owner
-- returns: none
insert into office.vote_rule (award_type_id, level, percent, secret, legal_basis, valid_from)
select :award_type_id, :level, :percent::integer, :secret::boolean, :legal_basis, :valid_from
where not exists (
	select 1 from office.vote_rule r where r.award_type_id = :award_type_id and r.level = :level)
