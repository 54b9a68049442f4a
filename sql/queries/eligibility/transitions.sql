-- New versions of laws with their transition.
-- returns: many
select valid_from, received_before_continues, favourable_applies, transition_basis
from law_version
where received_before_continues
order by valid_from
