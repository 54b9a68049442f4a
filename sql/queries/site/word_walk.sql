-- Entries that hold all terms, newest first: walks the rarest one's entries, at most so many, and looks
-- each other term up.  exclude: a term they must not hold, '' for none.
-- role: public
-- returns: many
with walked as materialized (
	select w.year, w.entry_id
	from site.entry_word w
	where w.word = :rarest and (w.year, w.entry_id) < (:before_year, :before_id::bigint) and w.year >= :from_year
	order by w.year desc, w.entry_id desc
	limit :bound)
select s.year, s.entry_id as "entry_id!"
from walked s
where (:exclude = '' or not exists (select 1 from site.entry_word x
		where x.word = :exclude and x.year = s.year and x.entry_id = s.entry_id))
	and not exists (select 1 from unnest(:others::text[]) t (word)
	where not exists (select 1 from site.entry_word o where o.word = t.word and o.year = s.year and o.entry_id = s.entry_id))
limit :count
