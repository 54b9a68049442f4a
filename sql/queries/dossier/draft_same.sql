-- A draft of the same unit, round and title: the same form sent twice, more often than not.
-- returns: one
select exists (select 1 from dossier d where d.unit_id = :unit_id and d.season_id = :season_id and d.state = 'draft'
	and lower(d.title) = lower(:title)) as "same!"
