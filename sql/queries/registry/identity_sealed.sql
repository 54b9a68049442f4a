-- Sealed numbers wherever they are kept, in a fixed order from a place in it; older_than: only those another key encrypted, 0: all.
-- role: owner
-- returns: many
select s.what as "what!", s.id as "id!", s.row_no as "row_no!", s.column_no as "column_no!", s.id_cipher as "cipher!"
from (
	select 'deleted' as what, d.nomination_id as id, 0 as row_no, 0 as column_no, d.id_cipher from office.identity_deleted d
	union all
	select 'import', i.import_id, i.row_no, i.column_no, i.id_cipher from office.import_identity i
	union all
	select 'nomination', n.nomination_id, 0, 0, n.id_cipher from office.nomination_identity n
	union all
	select 'nominee', e.id, 0, 0, e.id_cipher from office.nominee e where e.id_cipher is not null) s
where (s.what, s.id, s.row_no, s.column_no) > (:what::text, :id::bigint, :row_no::integer, :column_no::integer)
  and (:older_than::integer = 0 or get_byte(s.id_cipher, 0) <> :older_than::integer)
order by s.what, s.id, s.row_no, s.column_no
limit :count
