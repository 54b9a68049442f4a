-- One dossier with everything its page says above the tables, and what one may do with it.
-- returns: one
select d.id as dossier_id, d.unit_id, d.season_id, d.title, d.letter_no, d.letter_date, d.state, d.created_at,
	d.submitted_at, d.received_on, d.is_sample, d.version, u.name_vi as unit_name, a.full_name as created_by,
	s.name as season_name, s.year as season_year, s.kind as season_kind, s.opens_at,
	office.closes_at(d.season_id, d.unit_id) as "closes_at!",
	f.total as "nominations!", f.persons as "persons!", f.collectives as "collectives!",
	f.households as "households!", f.bare as "without_achievement!", f.stale as "awards_expired!",
	f.returned as "returned!", f.drafts as "drafts!",
	(select count(*) from attachment t where t.dossier_id = d.id and t.removed_at is null and t.scan <> 'infected' and t.secrecy <> 'stamp') as "attachments!",
	d.unit_id in (select office.my_units(role_bit('drafter') | role_bit('unit_head'))) as "mine!",
	d.unit_id in (select office.my_units(role_bit('unit_head'))) as "may_file!",
	now() as "now!"
from dossier d
join unit u on u.id = d.unit_id
join season s on s.id = d.season_id
join account a on a.id = d.created_by
cross join lateral (
	select count(*) as total,
		count(*) filter (where n.kind = 'person') as persons,
		count(*) filter (where n.kind = 'collective') as collectives,
		count(*) filter (where n.kind = 'household') as households,
		count(*) filter (where n.achievement = '' and n.state in ('draft', 'returned')) as bare,
		count(*) filter (where n.state = 'returned') as returned,
		count(*) filter (where n.state = 'draft') as drafts,
		count(*) filter (where n.state in ('draft', 'returned') and (w.valid_from > :today::date or w.valid_to < :today::date)) as stale
	from nomination n
	join award_type w on w.id = n.award_type_id
	where n.dossier_id = d.id) f
where d.id = :dossier_id
