-- How many units of each sort there are.
-- returns: one
select count(*) filter (where kind in ('ward', 'commune', 'special_zone') and valid_to is null) as "communes!",
	count(*) filter (where kind not in ('province', 'city', 'town', 'district', 'ward', 'commune', 'township', 'special_zone')) as "agencies!",
	count(*) filter (where valid_to is not null) as "abolished!",
	count(*) as "total!"
from unit
