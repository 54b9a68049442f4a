-- Begin an honour list.
-- returns: one
insert into honour_list (decision_id, unit_id, slug, title, introduction, prepared_by, is_sample)
select d.id, d.unit_id, :slug, :title, coalesce(:introduction?, ''), office.me(), d.is_sample
from decision d
where d.id = :decision_id
returning id as honour_list_id
