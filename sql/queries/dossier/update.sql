-- Save the head of a dossier that nobody saved since.
-- returns: none
update dossier
set title = :title, letter_no = :letter_no, letter_date = :letter_date?, season_id = :season_id, version = version + 1
where id = :dossier_id and version = :version
