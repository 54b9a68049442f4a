-- How many stand in the register, by kind.
-- returns: one
select count(*) filter (where e.kind = 'person') as "people!", count(*) filter (where e.kind = 'collective') as "collectives!",
	count(*) filter (where e.kind = 'household') as "households!"
from nominee e where e.merged_into is null
