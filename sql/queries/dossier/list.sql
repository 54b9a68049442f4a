-- Dossiers one may see, the newest first.
-- returns: many
select d.id as dossier_id, d.title, d.letter_no, d.letter_date, d.state, d.created_at, d.submitted_at,
	d.is_sample, u.name_vi as unit_name, s.name as season_name, office.closes_at(d.season_id, d.unit_id) as "closes_at!",
	(select count(*) from nomination n where n.dossier_id = d.id) as "nominations!"
from dossier d
join unit u on u.id = d.unit_id
join season s on s.id = d.season_id
where d.id < :before_id::bigint
  and (:state?::dossier_state is null or d.state = :state)
  and (:season_id?::bigint is null or d.season_id = :season_id)
order by d.id desc
limit :count
