-- Where a walk stopped, when it did not reach the end.
-- role: public
-- returns: maybe
select w.year, w.entry_id
from site.entry_word w
where w.word = :rarest and (w.year, w.entry_id) < (:before_year, :before_id::bigint) and w.year >= :from_year
order by w.year desc, w.entry_id desc
offset :skip limit 1
