-- Numbers sealed anew, where they still are what was read; numbers as identity_sealed with "was", "cipher", "tail" and perhaps "hash" in hexadecimal.
-- role: owner
-- returns: one
with fresh as (
	select x.what, x.id, x.row_no, x.column_no, decode(x.was, 'hex') as was, decode(x.cipher, 'hex') as cipher,
		decode(x.tail, 'hex') as tail, decode(x.hash, 'hex') as hash
	from jsonb_to_recordset(:numbers::jsonb)
		as x (what text, id bigint, row_no integer, column_no integer, was text, cipher text, tail text, hash text)),
deleted as (
	update office.identity_deleted t set id_cipher = f.cipher, id_tail = f.tail, id_hash = coalesce(f.hash, t.id_hash)
	from fresh f where f.what = 'deleted' and t.nomination_id = f.id and t.id_cipher = f.was returning 1),
import as (
	update office.import_identity t set id_cipher = f.cipher, id_tail = f.tail, id_hash = coalesce(f.hash, t.id_hash)
	from fresh f where f.what = 'import' and t.import_id = f.id and t.row_no = f.row_no and t.column_no = f.column_no
	  and t.id_cipher = f.was returning 1),
nomination as (
	update office.nomination_identity t set id_cipher = f.cipher, id_tail = f.tail, id_hash = coalesce(f.hash, t.id_hash)
	from fresh f where f.what = 'nomination' and t.nomination_id = f.id and t.id_cipher = f.was returning 1),
nominee as (
	update office.nominee t set id_cipher = f.cipher, id_tail = f.tail, id_hash = coalesce(f.hash, t.id_hash)
	from fresh f where f.what = 'nominee' and t.id = f.id and t.id_cipher = f.was returning 1)
select (select count(*) from deleted) + (select count(*) from import) + (select count(*) from nomination)
	+ (select count(*) from nominee) as "changed!"
