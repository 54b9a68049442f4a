-- What can be filtered by.
-- role: public
-- returns: many
select f.kind, f.code, f.name_vi, f.name_en
from site.facet f
order by f.kind, case when f.kind = 'year' then f.code end desc, f.name_vi collate "vi-x-icu", f.code
