-- A version of a law.
-- role: owner
-- returns: none
insert into office.law_version as l (law, valid_from, valid_to, title, note, received_before_continues, favourable_applies,
	transition_basis, confidence)
values (:law, :valid_from, :valid_to?, :title, :note, :received_before_continues, :favourable_applies, :transition_basis, :confidence)
on conflict (law, valid_from) do update set valid_to = excluded.valid_to, title = excluded.title, note = excluded.note,
	received_before_continues = excluded.received_before_continues, favourable_applies = excluded.favourable_applies,
	transition_basis = excluded.transition_basis, confidence = excluded.confidence
where (l.valid_to, l.title, l.note, l.received_before_continues, l.favourable_applies, l.transition_basis, l.confidence)
	is distinct from (excluded.valid_to, excluded.title, excluded.note, excluded.received_before_continues,
	excluded.favourable_applies, excluded.transition_basis, excluded.confidence)
