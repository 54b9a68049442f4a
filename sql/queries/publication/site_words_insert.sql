-- The words of a version, counted.
-- returns: none
with added as (
	insert into site.entry_word (word, year, entry_id, visible_from)
	select t.term, e.year, e.id, e.visible_from
	from site.entry e
	cross join lateral (select distinct x as term from unnest(string_to_array(e.search_folded, ' ')
		|| array['=' || e.name_folded, 'a:' || e.award_code, 'u:' || e.unit_code, 'f:' || e.field]) x where x <> '') t
	where e.list_slug = :slug and e.list_version = :list_version
	returning word)
insert into site.word (word, entries)
select word, count(*) from added group by word order by word
on conflict (word) do update set entries = site.word.entries + excluded.entries
