-- Nominations of a dossier in their order.
-- role: owner
-- returns: many
select id as nomination_id, ordinal, kind, award_type_id, state from office.nomination where dossier_id = :dossier_id order by ordinal
