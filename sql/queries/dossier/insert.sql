-- Begin a dossier.
-- returns: one
insert into dossier (season_id, unit_id, title, letter_no, letter_date, created_by)
values (:season_id, :unit_id, :title, :letter_no, :letter_date?, office.me())
returning id as dossier_id
