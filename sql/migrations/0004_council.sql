-- Councils, sessions, votes, decisions, the register of honours.
set local lock_timeout = '2s';

create type office.member_role as enum ('chair', 'deputy', 'secretary', 'member');
create type office.session_state as enum ('preparing', 'open', 'closed');
create type office.attendance as enum ('present', 'absent', 'written');
create type office.vote_method as enum ('recorded', 'paper', 'secret');
create type office.vote_choice as enum ('approve', 'disapprove', 'abstain');
create type office.item_state as enum ('waiting', 'open', 'passed', 'failed');
create type office.honour_state as enum ('held', 'revoked');

create table office.council (
	id bigint generated always as identity,
	unit_id bigint not null,
	level office.council_level not null,
	name text not null,
	established_by text not null,
	is_sample boolean not null default false,
	constraint council_pkey primary key (id),
	constraint council_unit_fkey foreign key (unit_id) references office.unit (id),
	constraint council_name_check check (char_length(name) between 1 and 300)
);
comment on table office.council is 'A council for emulation and commendation.';
comment on column office.council.id is 'Internal identifier.';
comment on column office.council.unit_id is 'Of this unit.';
comment on column office.council.level is 'Its level.';
comment on column office.council.name is 'Name.';
comment on column office.council.established_by is 'Decision that set it up; the number of members follows from it.';
comment on column office.council.is_sample is 'Belongs to the living example.';

create table office.council_member (
	id bigint generated always as identity,
	council_id bigint not null,
	account_id bigint not null,
	member_role office.member_role not null default 'member',
	position text not null default '',
	valid_from date not null,
	valid_to date,
	constraint council_member_pkey primary key (id),
	constraint council_member_council_fkey foreign key (council_id) references office.council (id),
	constraint council_member_account_fkey foreign key (account_id) references office.account (id)
);
comment on table office.council_member is 'Members by the decision that set up the council.';
comment on column office.council_member.id is 'Internal identifier.';
comment on column office.council_member.council_id is 'In this council.';
comment on column office.council_member.account_id is 'Who.';
comment on column office.council_member.member_role is 'Chair, deputy, secretary or member; all vote.';
comment on column office.council_member.position is 'Office held.';
comment on column office.council_member.valid_from is 'First day.';
comment on column office.council_member.valid_to is 'Last day; NULL: serves.';
create unique index council_member_serving_unique on office.council_member (council_id, account_id) where valid_to is null;
create index council_member_account_idx on office.council_member (account_id);

create table office.council_session (
	id bigint generated always as identity,
	council_id bigint not null,
	title text not null,
	held_on date not null,
	place text not null default '',
	state office.session_state not null default 'preparing',
	members_total integer,
	opened_at timestamptz,
	closed_at timestamptz,
	is_sample boolean not null default false,
	version integer not null default 1,
	constraint council_session_pkey primary key (id),
	constraint council_session_council_fkey foreign key (council_id) references office.council (id),
	constraint council_session_title_check check (char_length(title) between 1 and 300),
	constraint council_session_total_check check (members_total is null or members_total between 1 and 99),
	constraint council_session_open_check check (state = 'preparing' or members_total is not null)
);
comment on table office.council_session is 'A meeting of a council.';
comment on column office.council_session.id is 'Internal identifier.';
comment on column office.council_session.council_id is 'Of this council.';
comment on column office.council_session.title is 'What for.';
comment on column office.council_session.held_on is 'Day of the meeting; pins the vote rules.';
comment on column office.council_session.place is 'Where.';
comment on column office.council_session.state is 'Preparing, open, closed.';
comment on column office.council_session.members_total is 'All members by the establishing decision, fixed when opened: the denominator.';
comment on column office.council_session.opened_at is 'When opened.';
comment on column office.council_session.closed_at is 'When closed.';
comment on column office.council_session.is_sample is 'Belongs to the living example.';
comment on column office.council_session.version is 'Counts saves.';
create index council_session_council_idx on office.council_session (council_id, id);

create table office.session_attendance (
	council_session_id bigint not null,
	council_member_id bigint not null,
	attendance office.attendance not null,
	constraint session_attendance_pkey primary key (council_session_id, council_member_id),
	constraint session_attendance_session_fkey foreign key (council_session_id) references office.council_session (id),
	constraint session_attendance_member_fkey foreign key (council_member_id) references office.council_member (id)
);
comment on table office.session_attendance is 'Who of the members is there.';
comment on column office.session_attendance.council_session_id is 'At this session.';
comment on column office.session_attendance.council_member_id is 'This member.';
comment on column office.session_attendance.attendance is 'Present, absent, or absent with a written opinion.';
create index session_attendance_member_idx on office.session_attendance (council_member_id);

create table office.agenda_item (
	id bigint generated always as identity,
	council_session_id bigint not null,
	nomination_id bigint not null,
	ordinal integer not null,
	method office.vote_method not null default 'recorded',
	vote_rule_id bigint,
	percent integer,
	members_total integer,
	state office.item_state not null default 'waiting',
	approve integer,
	disapprove integer,
	abstain integer,
	closed_at timestamptz,
	version integer not null default 1,
	constraint agenda_item_pkey primary key (id),
	constraint agenda_item_session_fkey foreign key (council_session_id) references office.council_session (id),
	constraint agenda_item_nomination_fkey foreign key (nomination_id) references office.nomination (id),
	constraint agenda_item_vote_rule_fkey foreign key (vote_rule_id) references office.vote_rule (id),
	constraint agenda_item_nomination_unique unique (council_session_id, nomination_id),
	constraint agenda_item_count_check check (approve is null or (approve >= 0 and disapprove >= 0 and abstain >= 0
		and approve + disapprove + abstain <= members_total)),
	constraint agenda_item_result_check check (state not in ('passed', 'failed') or
		(approve is not null and (approve * 100 >= percent * members_total) = (state = 'passed')))
);
comment on table office.agenda_item is 'One nomination before the council, with its voting method and the rule pinned.';
comment on column office.agenda_item.id is 'Internal identifier.';
comment on column office.agenda_item.council_session_id is 'At this session.';
comment on column office.agenda_item.nomination_id is 'This nomination.';
comment on column office.agenda_item.ordinal is 'Place on the agenda.';
comment on column office.agenda_item.method is 'How it is voted.';
comment on column office.agenda_item.vote_rule_id is 'Rule applied, pinned when the vote opens.';
comment on column office.agenda_item.percent is 'Share needed, copied from the rule.';
comment on column office.agenda_item.members_total is 'Denominator, copied from the session.';
comment on column office.agenda_item.state is 'Waiting, open, passed, failed.';
comment on column office.agenda_item.approve is 'Final count.';
comment on column office.agenda_item.disapprove is 'Final count.';
comment on column office.agenda_item.abstain is 'Final count.';
comment on column office.agenda_item.closed_at is 'When decided.';
comment on column office.agenda_item.version is 'Counts saves.';
create unique index agenda_item_open_unique on office.agenda_item (nomination_id) where state in ('waiting', 'open');
create index agenda_item_nomination_idx on office.agenda_item (nomination_id);

create table office.vote (
	agenda_item_id bigint not null,
	council_member_id bigint not null,
	choice office.vote_choice not null,
	written boolean not null default false,
	entered_by bigint not null,
	at timestamptz not null default now(),
	constraint vote_pkey primary key (agenda_item_id, council_member_id),
	constraint vote_item_fkey foreign key (agenda_item_id) references office.agenda_item (id),
	constraint vote_member_fkey foreign key (council_member_id) references office.council_member (id),
	constraint vote_entered_by_fkey foreign key (entered_by) references office.account (id)
);
comment on table office.vote is 'Recorded votes and written opinions; never used for a secret ballot.';
comment on column office.vote.agenda_item_id is 'On this item.';
comment on column office.vote.council_member_id is 'By this member.';
comment on column office.vote.choice is 'Approve, disapprove, abstain.';
comment on column office.vote.written is 'A written opinion of an absent member, entered by the secretary.';
comment on column office.vote.entered_by is 'Who entered it.';
comment on column office.vote.at is 'When.';
create index vote_member_idx on office.vote (council_member_id);

create table office.paper_count (
	agenda_item_id bigint not null,
	approve integer not null,
	disapprove integer not null,
	abstain integer not null,
	entered_by bigint not null,
	entered_at timestamptz not null default now(),
	confirmed_by bigint,
	confirmed_at timestamptz,
	constraint paper_count_pkey primary key (agenda_item_id),
	constraint paper_count_item_fkey foreign key (agenda_item_id) references office.agenda_item (id),
	constraint paper_count_entered_by_fkey foreign key (entered_by) references office.account (id),
	constraint paper_count_confirmed_by_fkey foreign key (confirmed_by) references office.account (id),
	constraint paper_count_two_people_check check (confirmed_by is null or confirmed_by <> entered_by),
	constraint paper_count_values_check check (approve >= 0 and disapprove >= 0 and abstain >= 0)
);
comment on table office.paper_count is 'Totals of a paper ballot: entered by one, confirmed by another.';
comment on column office.paper_count.agenda_item_id is 'On this item.';
comment on column office.paper_count.approve is 'Approving papers of members present.';
comment on column office.paper_count.disapprove is 'Disapproving papers.';
comment on column office.paper_count.abstain is 'Blank or invalid papers.';
comment on column office.paper_count.entered_by is 'Who entered.';
comment on column office.paper_count.entered_at is 'When.';
comment on column office.paper_count.confirmed_by is 'Who confirmed.';
comment on column office.paper_count.confirmed_at is 'When.';

-- The last line against late and misplaced votes: whoever votes waits for a closing in progress, then is refused.
create function office.vote_check_open() returns trigger
	language plpgsql security definer set search_path = office, pg_temp
	as $$
	declare
		s bigint;
	begin
		select i.council_session_id into s from office.agenda_item i
		where i.id = new.agenda_item_id and i.state = 'open' for share;
		if not found then
			raise exception 'item % is not open', new.agenda_item_id using errcode = 'VD002', constraint = 'agenda_item_open_check';
		end if;
		if tg_table_name = 'vote' then
			perform 1 from office.session_attendance a
			where a.council_session_id = s and a.council_member_id = new.council_member_id
			  and a.attendance = case when new.written then 'written' else 'present' end::office.attendance
			for share;
			if not found then
				raise exception 'member % may not vote so', new.council_member_id using errcode = 'VD002', constraint = 'vote_attendance_check';
			end if;
		end if;
		return new;
	end $$;
create trigger vote_check_open before insert or update on office.vote
	for each row execute function office.vote_check_open();
create trigger paper_count_check_open before insert or update on office.paper_count
	for each row execute function office.vote_check_open();
create function office.agenda_item_check_session() returns trigger
	language plpgsql security definer set search_path = office, pg_temp
	as $$ begin
		perform 1 from office.council_session s where s.id = new.council_session_id and s.state <> 'closed' for share;
		if not found then
			raise exception 'session % is closed', new.council_session_id using errcode = 'VD002', constraint = 'council_session_open_check';
		end if;
		return new;
	end $$;
create trigger agenda_item_check_session before insert on office.agenda_item
	for each row execute function office.agenda_item_check_session();

create table office.decision (
	id bigint generated always as identity,
	unit_id bigint not null,
	number text not null,
	decided_on date not null,
	signatory_name text not null,
	signatory_position text not null,
	recorded_by bigint not null,
	recorded_at timestamptz not null default now(),
	base_salary_dong bigint not null,
	total_bonus_dong bigint not null default 0,
	is_sample boolean not null default false,
	constraint decision_pkey primary key (id),
	constraint decision_unit_fkey foreign key (unit_id) references office.unit (id),
	constraint decision_recorded_by_fkey foreign key (recorded_by) references office.account (id),
	constraint decision_number_unique unique (unit_id, number, decided_on),
	constraint decision_number_check check (char_length(number) between 1 and 60),
	constraint decision_signatory_check check (char_length(signatory_name) between 1 and 200 and char_length(signatory_position) between 1 and 200)
);
comment on table office.decision is 'A commendation decision.';
comment on column office.decision.id is 'Internal identifier.';
comment on column office.decision.unit_id is 'Issued by this unit.';
comment on column office.decision.number is 'Number and sign: 3679/QĐ-UBND.';
comment on column office.decision.decided_on is 'Date; decides the base salary.';
comment on column office.decision.signatory_name is 'Who signed.';
comment on column office.decision.signatory_position is 'In which office.';
comment on column office.decision.recorded_by is 'Account that recorded it.';
comment on column office.decision.recorded_at is 'When.';
comment on column office.decision.base_salary_dong is 'Base salary of that day.';
comment on column office.decision.total_bonus_dong is 'Sum of all bonuses.';
comment on column office.decision.is_sample is 'Belongs to the living example.';

create table office.honour (
	id bigint generated always as identity,
	decision_id bigint,
	nomination_id bigint,
	unit_id bigint not null,
	kind office.nominee_kind not null,
	name text not null,
	name_folded text not null,
	gender office.gender,
	born_on date,
	position text not null default '',
	workplace text not null default '',
	award_type_id bigint not null,
	field office.achievement_field not null default 'other',
	achievement text not null default '',
	period_year integer not null,
	decision_no text not null,
	decision_date date not null,
	ordinal integer not null,
	coefficient numeric(6,3) not null default 0,
	bonus_dong bigint not null default 0,
	state office.honour_state not null default 'held',
	revoked_on date,
	revoked_reason text not null default '',
	constraint honour_pkey primary key (id),
	constraint honour_decision_fkey foreign key (decision_id) references office.decision (id),
	constraint honour_nomination_fkey foreign key (nomination_id) references office.nomination (id),
	constraint honour_unit_fkey foreign key (unit_id) references office.unit (id),
	constraint honour_award_type_fkey foreign key (award_type_id) references office.award_type (id),
	constraint honour_nomination_unique unique (nomination_id),
	constraint honour_ordinal_unique unique (decision_id, ordinal),
	constraint honour_bonus_check check (bonus_dong >= 0)
);
comment on table office.honour is 'The register: every award held, also from before this system.';
comment on column office.honour.id is 'Internal identifier.';
comment on column office.honour.decision_id is 'Decision in this system; NULL for imported history.';
comment on column office.honour.nomination_id is 'Nomination it came from.';
comment on column office.honour.unit_id is 'Unit of the honouree at the time.';
comment on column office.honour.kind is 'Person, collective, household.';
comment on column office.honour.name is 'As in the decision.';
comment on column office.honour.name_folded is 'vn_fold of it.';
comment on column office.honour.gender is 'Only where recorded.';
comment on column office.honour.born_on is 'Where known; never published.';
comment on column office.honour.position is 'At the time.';
comment on column office.honour.workplace is 'At the time.';
comment on column office.honour.award_type_id is 'What was given.';
comment on column office.honour.field is 'Field of the achievement.';
comment on column office.honour.achievement is 'As in the decision.';
comment on column office.honour.period_year is 'Year honoured.';
comment on column office.honour.decision_no is 'Number of the decision.';
comment on column office.honour.decision_date is 'Its date.';
comment on column office.honour.ordinal is 'Number in the golden book: place in the decision.';
comment on column office.honour.coefficient is 'Multiple applied.';
comment on column office.honour.bonus_dong is 'Bonus in đồng after rounding.';
comment on column office.honour.state is 'Held or revoked.';
comment on column office.honour.revoked_on is 'When revoked.';
comment on column office.honour.revoked_reason is 'Why.';
create index honour_name_idx on office.honour (name_folded, period_year);
create index honour_unit_idx on office.honour (unit_id);
create index honour_award_type_idx on office.honour (award_type_id);
