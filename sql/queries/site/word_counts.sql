-- How common each term is; 0: nobody has it.
-- role: public
-- returns: many
select t.word as "word!", coalesce(w.entries, 0) as "entries!"
from unnest(:words::text[]) t (word)
left join site.word w on w.word = t.word
order by 2, 1
