-- Ratings of the years of the nominees of a dossier; own: recorded where the reader reads, not by a unit elsewhere.
-- returns: many
select y.nomination_id as "nomination_id!", y.achievement_year_id as "achievement_year_id!", y.year as "year!", y.rating,
	y.maternity_leave as "maternity_leave!", y.decision_no as "decision_no!", y.source as "source!", y.confirmed as "confirmed!",
	y.version as "version!", own.id is not null as "own!"
from office.dossier_years(:dossier_id) y
left join achievement_year own on own.id = y.achievement_year_id
where :nomination_id::bigint = 0 or y.nomination_id = :nomination_id
order by y.nomination_id, y.year, y.achievement_year_id
