-- Whether the person acting holds one of the roles in the mask on the whole province.
-- returns: one
select office.holds_at_root(:mask) as "holds!"
