-- Give the moment it would have had to whatever this transaction stamped so far: the example tells a story of months.
-- role: owner
-- returns: none
with event as (update office.nomination_event set at = :at where at = now()),
nomination as (update office.nomination set state_at = :at where state_at = now()),
dossier as (update office.dossier set created_at = case when created_at = now() then :at else created_at end,
	submitted_at = case when submitted_at = now() then :at else submitted_at end
	where created_at = now() or submitted_at = now()),
attachment as (update office.attachment set uploaded_at = :at where uploaded_at = now()),
filing as (update office.filing f set filed_at = :at, content = x.content, sha256 = encode(sha256(convert_to(x.content, 'UTF8')), 'hex')
	from office.filing o cross join lateral (select regexp_replace(o.content, '"filed_at":"[^"]*"', '"filed_at":"'
		|| to_char(:at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI:SS') || '+07:00"') as content) x
	where o.id = f.id and f.filed_at = now()),
session as (update office.council_session set opened_at = case when opened_at = now() then :at else opened_at end,
	closed_at = case when closed_at = now() then :at else closed_at end
	where opened_at = now() or closed_at = now()),
item as (update office.agenda_item set closed_at = :at where closed_at = now()),
vote as (update office.vote set at = :at where at = now()),
paper as (update office.paper_count set entered_at = :at where entered_at = now()),
decision as (update office.decision set recorded_at = :at where recorded_at = now()),
confirmed as (update office.honour_list set confirmed_at = :at where confirmed_at = now())
update office.audit_log set at = :at where at = now()
