-- Older versions are not found any more.
-- returns: none
with gone as (
	delete from site.entry_word w
	using (select e.id, e.year, t.term
		from site.entry e
		cross join lateral (select distinct x as term from unnest(string_to_array(e.search_folded, ' ')
			|| array['=' || e.name_folded, 'a:' || e.award_code, 'u:' || e.unit_code, 'f:' || e.field]) x where x <> '') t
		where e.list_slug = :slug and e.current) o
	where w.word = o.term and w.year = o.year and w.entry_id = o.id
	returning w.word)
update site.word c set entries = c.entries - g.n
from (select word, count(*) as n from gone group by word) g
where c.word = g.word
