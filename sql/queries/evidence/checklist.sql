-- Papers a dossier needs, or one nomination of it when named, with how many nominations ask for each and how many lack it.
-- A paper attached to the dossier as a whole serves all its nominations.  The rules are those of the day of receipt.
-- One paper serves a binding rule and a reminder alike: the reminder then has no line of its own.
-- returns: many
with f as (
	select t.document, t.nomination_id
	from attachment t
	where t.dossier_id = :dossier_id and t.removed_at is null and t.scan <> 'infected' and t.secrecy <> 'stamp'),
general as (
	select coalesce(array_agg(distinct f.document) filter (where f.nomination_id is null), '{}') as documents,
		coalesce(array_agg(distinct f.document), '{}') as every
	from f),
n as (
	-- Nominations alike in what rules ask and in papers count as one: a list of thousands has a few dozen of them.
	select n.kind, n.award_type_id, w.category, w.authority_level, own.documents as own, count(*) as many
	from nomination n
	join award_type w on w.id = n.award_type_id
	cross join lateral (
		select coalesce(array_agg(distinct t.document), '{}') as documents
		from attachment t
		where t.nomination_id = n.id and t.dossier_id = :dossier_id and t.removed_at is null and t.scan <> 'infected'
			and t.secrecy <> 'stamp') own
	where n.dossier_id = :dossier_id and (:nomination_id?::bigint is null or n.id = :nomination_id)
	group by n.kind, n.award_type_id, w.category, w.authority_level, own.documents)
select r.id as requirement_id, r.document, r.or_document, r.scope, r.required, r.supplier, r.form_no, r.note, r.legal_basis,
	r.confidence, r.confirmed, r.binding as "binding!", sum(n.many)::bigint as "applies!",
	coalesce(sum(n.many) filter (where not case r.scope
		when 'dossier' then r.document = any (g.every) or coalesce(r.or_document = any (g.every), false)
		else r.document = any (g.documents || n.own) or coalesce(r.or_document = any (g.documents || n.own), false)
	end), 0)::bigint as "lacking!"
from dossier d
cross join general g
join evidence_requirement r on r.valid_from <= coalesce(d.received_on, :today::date)
	and (r.valid_to is null or r.valid_to >= coalesce(d.received_on, :today::date))
join n on (r.award_type_id is null or r.award_type_id = n.award_type_id)
	and (r.category is null or r.category = n.category)
	and (r.authority_levels is null or n.authority_level = any (r.authority_levels))
	and (r.kind is null or r.kind = n.kind)
where d.id = :dossier_id
  and not (r.scope = 'dossier' and not r.binding and exists (
	select 1 from evidence_requirement o join n m on (o.award_type_id is null or o.award_type_id = m.award_type_id)
		and (o.category is null or o.category = m.category)
		and (o.authority_levels is null or m.authority_level = any (o.authority_levels))
		and (o.kind is null or o.kind = m.kind)
	where o.document = r.document and o.scope = 'dossier' and o.binding and o.required
	  and o.valid_from <= coalesce(d.received_on, :today::date)
	  and (o.valid_to is null or o.valid_to >= coalesce(d.received_on, :today::date))))
group by r.id
order by r.ordinal, r.id
