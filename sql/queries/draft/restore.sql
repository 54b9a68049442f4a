-- Put a deleted nomination back in its place; the caller holds the dossier.
-- returns: maybe
with back as (
	update nomination_deleted x
	set restored_by = office.me(), restored_at = now()
	where x.nomination_id = :nomination_id and x.dossier_id = :dossier_id and x.restored_at is null
	returning x.*
), place as (
	select least(b.ordinal, coalesce((select max(n.ordinal) from nomination n where n.dossier_id = b.dossier_id), 0) + 1) as ordinal
	from back b
), moved as (
	update nomination n
	set ordinal = n.ordinal + 1
	from place p
	where n.dossier_id = :dossier_id and n.ordinal >= p.ordinal
), put as (
	insert into nomination overriding system value
	select r.*
	from back b
	cross join place p
	cross join lateral jsonb_populate_record(null::nomination, b.content || jsonb_build_object('ordinal', p.ordinal, 'nominee_id', null, 'name_key', null)) r
	returning id
)
select p.id as "nomination_id!", b.name as "name!", b.unit_id as "unit_id!", b.attachments::text as "attachments!"
from put p
cross join back b
