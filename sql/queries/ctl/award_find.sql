-- The award type of a code.
-- role: owner
-- returns: maybe
select id as award_type_id, recipient from office.award_type where code = :code
