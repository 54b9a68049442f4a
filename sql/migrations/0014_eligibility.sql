-- Eligibility: dated rules, what is known of a nominee through the years, verdicts kept beside the dossier.
set local lock_timeout = '2s';

create type office.confidence as enum ('verified', 'verified_legacy', 'verified_analog', 'inferred', 'memory', 'memory_low');
create type office.rating as enum ('not_completed', 'completed', 'good', 'excellent');
create type office.initiative_scope as enum ('unit', 'province', 'nation');
create type office.initiative_kind as enum ('initiative', 'research');
create type office.discipline_level as enum ('reprimand', 'warning', 'pay_cut', 'demotion', 'removal', 'dismissal');
create type office.hold_kind as enum ('discipline', 'investigation', 'inspection', 'complaint', 'press');
create type office.fact_source as enum ('declared', 'register', 'import');
create type office.condition_kind as enum (
	'award_consecutive', 'award_within', 'award_held', 'award_not_held',
	'rating_of_year', 'rating_consecutive', 'rating_within',
	'initiatives', 'initiatives_unused',
	'collective_share', 'collective_completed', 'collective_fighters', 'collective_discipline',
	'discipline_none', 'not_on_hold', 'one_achievement', 'merit_only', 'maternity', 'judged', 'note');
create type office.finding_status as enum ('met', 'unknown', 'not_met');

-- The law itself through time -----------------------------------------------------------------------------

create table office.law_version (
	law text not null,
	valid_from date not null,
	valid_to date,
	title text not null,
	note text not null default '',
	received_before_continues boolean not null default false,
	favourable_applies boolean not null default false,
	transition_basis text not null default '',
	confidence office.confidence not null,
	constraint law_version_pkey primary key (law, valid_from),
	constraint law_version_law_check check (law ~ '^[A-Z0-9_-]{2,20}$'),
	constraint law_version_period_check check (valid_to is null or valid_to >= valid_from),
	constraint law_version_transition_check check (not (received_before_continues or favourable_applies) or transition_basis <> '')
);
comment on table office.law_version is 'Wording of a law or decree in force through time, with its transition.';
comment on column office.law_version.law is 'Short code rules refer to: LUAT-TDKT.';
comment on column office.law_version.valid_from is 'First day in force.';
comment on column office.law_version.valid_to is 'Last day in force; NULL: open.';
comment on column office.law_version.title is 'Number and name as cited.';
comment on column office.law_version.note is 'What people have to know, for example what was not compared yet.';
comment on column office.law_version.received_before_continues is 'A dossier received for appraisal before the first day goes on under the former version.';
comment on column office.law_version.favourable_applies is 'A more favourable rule of this version applies to it nevertheless.';
comment on column office.law_version.transition_basis is 'Article of the transition.';
comment on column office.law_version.confidence is 'How far verified.';

-- Rules -----------------------------------------------------------------------------------------------------

create table office.eligibility_rule (
	id bigint generated always as identity,
	code text not null,
	valid_from date not null,
	valid_to date,
	award_type_id bigint,
	commendation_kind office.commendation_kind,
	route text not null default '',
	wording text not null,
	law text not null,
	legal_basis text not null,
	confidence office.confidence not null,
	warn_only boolean not null default false,
	confirmed boolean not null default false,
	confirmed_by bigint,
	confirmed_at timestamptz,
	confirmed_reason text not null default '',
	note text not null default '',
	version integer not null default 1,
	constraint eligibility_rule_pkey primary key (id),
	constraint eligibility_rule_code_unique unique (code, valid_from),
	constraint eligibility_rule_award_type_fkey foreign key (award_type_id) references office.award_type (id),
	constraint eligibility_rule_confirmed_by_fkey foreign key (confirmed_by) references office.account (id),
	constraint eligibility_rule_code_check check (code ~ '^[A-Z0-9_]{2,40}$'),
	constraint eligibility_rule_route_check check (char_length(route) <= 10),
	constraint eligibility_rule_wording_check check (char_length(wording) between 1 and 600),
	constraint eligibility_rule_reason_check check (char_length(confirmed_reason) <= 500 and (not confirmed or confirmed_reason <> '')),
	constraint eligibility_rule_period_check check (valid_to is null or valid_to >= valid_from),
	constraint eligibility_rule_period_exclude exclude using gist (code with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table office.eligibility_rule is 'A dated standard of an award, or of every award; what it asks is in eligibility_condition.';
comment on column office.eligibility_rule.id is 'Internal identifier; one for each version.';
comment on column office.eligibility_rule.code is 'Stable short code.';
comment on column office.eligibility_rule.valid_from is 'First day it applies.';
comment on column office.eligibility_rule.valid_to is 'Last day; NULL: open.';
comment on column office.eligibility_rule.award_type_id is 'For this award; NULL: for every award.';
comment on column office.eligibility_rule.commendation_kind is 'Only in rounds of this kind; NULL: in all.';
comment on column office.eligibility_rule.route is 'One of several ways to the award; '''': always asked.';
comment on column office.eligibility_rule.wording is 'The standard in words.';
comment on column office.eligibility_rule.law is 'Law it stands in, see law_version.';
comment on column office.eligibility_rule.legal_basis is 'Article.';
comment on column office.eligibility_rule.confidence is 'How far its text was verified; anything but verified only warns until confirmed.';
comment on column office.eligibility_rule.warn_only is 'Warns even when verified.';
comment on column office.eligibility_rule.confirmed is 'Confirmed by the office.';
comment on column office.eligibility_rule.confirmed_by is 'Who confirmed it.';
comment on column office.eligibility_rule.confirmed_at is 'When.';
comment on column office.eligibility_rule.confirmed_reason is 'On what ground.';
comment on column office.eligibility_rule.note is 'How the text is read where it leaves room.';
comment on column office.eligibility_rule.version is 'Counts changes.';
create index eligibility_rule_award_type_idx on office.eligibility_rule (award_type_id);

create table office.eligibility_condition (
	id bigint generated always as identity,
	rule_id bigint not null,
	ordinal integer not null,
	alternative text not null default '',
	kind office.condition_kind not null,
	award_type_id bigint,
	since_award_type_id bigint,
	count integer not null default 0,
	years integer not null default 0,
	percent integer not null default 0,
	rating office.rating,
	scope office.initiative_scope,
	level office.discipline_level,
	wording text not null,
	constraint eligibility_condition_pkey primary key (id),
	constraint eligibility_condition_ordinal_unique unique (rule_id, ordinal),
	constraint eligibility_condition_rule_fkey foreign key (rule_id) references office.eligibility_rule (id),
	constraint eligibility_condition_award_type_fkey foreign key (award_type_id) references office.award_type (id),
	constraint eligibility_condition_since_fkey foreign key (since_award_type_id) references office.award_type (id),
	constraint eligibility_condition_numbers_check check (count between 0 and 100 and years between 0 and 100 and percent between 0 and 100),
	constraint eligibility_condition_wording_check check (char_length(wording) between 1 and 400),
	constraint eligibility_condition_award_check check ((kind in ('award_consecutive', 'award_within', 'award_held', 'award_not_held'))
		= (award_type_id is not null)),
	constraint eligibility_condition_rating_check check ((kind in ('rating_of_year', 'rating_consecutive', 'rating_within')) = (rating is not null)),
	constraint eligibility_condition_scope_check check ((kind = 'initiatives') = (scope is not null))
);
comment on table office.eligibility_condition is 'What a rule asks: all without a letter, and one of each letter.';
comment on column office.eligibility_condition.id is 'Internal identifier.';
comment on column office.eligibility_condition.rule_id is 'Of this rule.';
comment on column office.eligibility_condition.ordinal is 'Order in the rule.';
comment on column office.eligibility_condition.alternative is 'Conditions with the same letter: one of them is enough.';
comment on column office.eligibility_condition.kind is 'How it is judged.';
comment on column office.eligibility_condition.award_type_id is 'Award asked for.';
comment on column office.eligibility_condition.since_award_type_id is 'Counted only after this award was given.';
comment on column office.eligibility_condition.count is 'How many, or how many years in a row.';
comment on column office.eligibility_condition.years is 'Within so many years; for consecutive titles: apart at most so far to be left to the office.';
comment on column office.eligibility_condition.percent is 'Share in percent; exactly reached passes.';
comment on column office.eligibility_condition.rating is 'At least this rating.';
comment on column office.eligibility_condition.scope is 'At least this scope.';
comment on column office.eligibility_condition.level is 'From this level of discipline on.';
comment on column office.eligibility_condition.wording is 'The condition in words.';
create index eligibility_condition_award_type_idx on office.eligibility_condition (award_type_id);
create index eligibility_condition_since_idx on office.eligibility_condition (since_award_type_id);

-- The rule set of a dossier, pinned when it was received for appraisal.
create table office.dossier_rule (
	dossier_id bigint not null,
	rule_id bigint not null,
	unit_id bigint not null,
	binding boolean not null,
	constraint dossier_rule_pkey primary key (dossier_id, rule_id),
	constraint dossier_rule_dossier_fkey foreign key (dossier_id, unit_id) references office.dossier (id, unit_id),
	constraint dossier_rule_rule_fkey foreign key (rule_id) references office.eligibility_rule (id)
);
comment on table office.dossier_rule is 'Rules in force on the day a dossier was first received; a rule that stands here is never changed again.';
comment on column office.dossier_rule.dossier_id is 'Of this dossier.';
comment on column office.dossier_rule.rule_id is 'This version of the rule.';
comment on column office.dossier_rule.unit_id is 'The dossier''s unit, for row-level security.';
comment on column office.dossier_rule.binding is 'Verified or confirmed on that day; else it only warned.';
create index dossier_rule_rule_idx on office.dossier_rule (rule_id);
create index dossier_rule_unit_idx on office.dossier_rule (unit_id);

create table office.eligibility_verdict (
	id bigint generated always as identity,
	nomination_id bigint not null,
	unit_id bigint not null,
	at timestamptz not null default now(),
	rules_on date not null,
	status office.finding_status not null,
	on_hold boolean not null default false,
	earliest_year integer,
	content jsonb not null,
	sha256 text not null,
	constraint eligibility_verdict_pkey primary key (id),
	constraint eligibility_verdict_nomination_fkey foreign key (nomination_id) references office.nomination (id),
	constraint eligibility_verdict_unit_fkey foreign key (unit_id) references office.unit (id)
);
comment on table office.eligibility_verdict is 'What the rules said about a nomination when it was received for appraisal; append-only.';
comment on column office.eligibility_verdict.id is 'Order of writing.';
comment on column office.eligibility_verdict.nomination_id is 'About this nomination.';
comment on column office.eligibility_verdict.unit_id is 'Its unit, for row-level security.';
comment on column office.eligibility_verdict.at is 'When.';
comment on column office.eligibility_verdict.rules_on is 'Rules of this day.';
comment on column office.eligibility_verdict.status is 'Met, unknown or not met.';
comment on column office.eligibility_verdict.on_hold is 'A ground to put it on hold was known.';
comment on column office.eligibility_verdict.earliest_year is 'First year in which it could be met; NULL: met, or cannot be told.';
comment on column office.eligibility_verdict.content is 'Each condition with proofs and what was missing.';
comment on column office.eligibility_verdict.sha256 is 'Of the content as it was written, hex.';
create index eligibility_verdict_nomination_idx on office.eligibility_verdict (nomination_id, id);
create index eligibility_verdict_unit_idx on office.eligibility_verdict (unit_id);

-- What is known of a nominee --------------------------------------------------------------------------------

alter table office.honour add column commendation_kind office.commendation_kind;
comment on column office.honour.commendation_kind is 'Kind of commendation it was given for; NULL: not recorded.';
alter table office.honour add column import_key text;
alter table office.honour add constraint honour_import_key_unique unique (import_key);
comment on column office.honour.import_key is 'Row of the imported register it came from; NULL for honours decided here.';

create table office.achievement_year (
	id bigint generated always as identity,
	nominee_id bigint not null,
	unit_id bigint not null,
	year integer not null,
	rating office.rating,
	maternity_leave boolean not null default false,
	decision_no text not null default '',
	source office.fact_source not null default 'declared',
	recorded_by bigint,
	recorded_at timestamptz not null default now(),
	confirmed_by bigint,
	confirmed_at timestamptz,
	version integer not null default 1,
	constraint achievement_year_pkey primary key (id),
	constraint achievement_year_unique unique (nominee_id, year),
	constraint achievement_year_nominee_fkey foreign key (nominee_id) references office.nominee (id),
	constraint achievement_year_unit_fkey foreign key (unit_id) references office.unit (id),
	constraint achievement_year_recorded_by_fkey foreign key (recorded_by) references office.account (id),
	constraint achievement_year_confirmed_by_fkey foreign key (confirmed_by) references office.account (id),
	constraint achievement_year_year_check check (year between 1950 and 2200),
	constraint achievement_year_decision_check check (char_length(decision_no) <= 100),
	constraint achievement_year_rating_check check (rating is not null or maternity_leave)
);
comment on table office.achievement_year is 'How far a nominee completed the tasks of a year, and the paper that proves it.';
comment on column office.achievement_year.id is 'Internal identifier.';
comment on column office.achievement_year.nominee_id is 'Whose year.';
comment on column office.achievement_year.unit_id is 'Unit that recorded it.';
comment on column office.achievement_year.year is 'Year.';
comment on column office.achievement_year.rating is 'Level of completion; NULL: not rated because of leave.';
comment on column office.achievement_year.maternity_leave is 'Maternity leave in the year; its time counts (Decree 152/2025 Article 4(5)).';
comment on column office.achievement_year.decision_no is 'Decision that proves the rating; '''': declared without one.';
comment on column office.achievement_year.source is 'Declared in a dossier, taken from the register, or imported.';
comment on column office.achievement_year.recorded_by is 'Who; NULL from the command line.';
comment on column office.achievement_year.recorded_at is 'When.';
comment on column office.achievement_year.confirmed_by is 'Appraiser who saw the proof.';
comment on column office.achievement_year.confirmed_at is 'When.';
comment on column office.achievement_year.version is 'Counts changes.';
create index achievement_year_unit_idx on office.achievement_year (unit_id);

create table office.initiative (
	id bigint generated always as identity,
	nominee_id bigint not null,
	unit_id bigint not null,
	year integer not null,
	kind office.initiative_kind not null default 'initiative',
	title text not null default '',
	scope office.initiative_scope not null,
	recognised_by text not null default '',
	recognition_no text not null default '',
	source office.fact_source not null default 'declared',
	used_honour_id bigint,
	recorded_by bigint,
	recorded_at timestamptz not null default now(),
	confirmed_by bigint,
	confirmed_at timestamptz,
	version integer not null default 1,
	constraint initiative_pkey primary key (id),
	constraint initiative_nominee_fkey foreign key (nominee_id) references office.nominee (id),
	constraint initiative_unit_fkey foreign key (unit_id) references office.unit (id),
	constraint initiative_honour_fkey foreign key (used_honour_id) references office.honour (id),
	constraint initiative_recorded_by_fkey foreign key (recorded_by) references office.account (id),
	constraint initiative_confirmed_by_fkey foreign key (confirmed_by) references office.account (id),
	constraint initiative_year_check check (year between 1950 and 2200),
	constraint initiative_text_check check (char_length(title) <= 500 and char_length(recognised_by) <= 200 and char_length(recognition_no) <= 100)
);
comment on table office.initiative is 'Recognised improvements and accepted research of a nominee, with their scope.';
comment on column office.initiative.id is 'Internal identifier.';
comment on column office.initiative.nominee_id is 'Whose.';
comment on column office.initiative.unit_id is 'Unit that recorded it.';
comment on column office.initiative.year is 'Year of recognition.';
comment on column office.initiative.kind is 'Initiative or research.';
comment on column office.initiative.title is 'Name; '''' where the imported register has none.';
comment on column office.initiative.scope is 'Where its effect reaches.';
comment on column office.initiative.recognised_by is 'Who recognised it.';
comment on column office.initiative.recognition_no is 'Paper that recognises it; '''': declared without one.';
comment on column office.initiative.source is 'Declared in a dossier, taken from the register, or imported.';
comment on column office.initiative.used_honour_id is 'Honour it was already used for, in imported history.';
comment on column office.initiative.recorded_by is 'Who; NULL from the command line.';
comment on column office.initiative.recorded_at is 'When.';
comment on column office.initiative.confirmed_by is 'Appraiser who saw the proof.';
comment on column office.initiative.confirmed_at is 'When.';
comment on column office.initiative.version is 'Counts changes.';
create index initiative_nominee_idx on office.initiative (nominee_id);
create index initiative_unit_idx on office.initiative (unit_id);
create unique index initiative_honour_unique on office.initiative (used_honour_id);

create table office.initiative_use (
	nomination_id bigint not null,
	initiative_id bigint not null,
	unit_id bigint not null,
	chosen_by bigint,
	chosen_at timestamptz not null default now(),
	constraint initiative_use_pkey primary key (nomination_id, initiative_id),
	constraint initiative_use_nomination_fkey foreign key (nomination_id) references office.nomination (id) on delete cascade,
	constraint initiative_use_initiative_fkey foreign key (initiative_id) references office.initiative (id),
	constraint initiative_use_unit_fkey foreign key (unit_id) references office.unit (id),
	constraint initiative_use_chosen_by_fkey foreign key (chosen_by) references office.account (id)
);
comment on table office.initiative_use is 'Which initiatives a nomination rests on; the same one twice is a warning, not an error.';
comment on column office.initiative_use.nomination_id is 'This nomination.';
comment on column office.initiative_use.initiative_id is 'Rests on this initiative.';
comment on column office.initiative_use.unit_id is 'The nomination''s unit, for row-level security.';
comment on column office.initiative_use.chosen_by is 'Who chose it.';
comment on column office.initiative_use.chosen_at is 'When.';
create index initiative_use_initiative_idx on office.initiative_use (initiative_id);
create index initiative_use_unit_idx on office.initiative_use (unit_id);

create table office.discipline (
	id bigint generated always as identity,
	nominee_id bigint not null,
	unit_id bigint not null,
	level office.discipline_level not null,
	from_on date not null,
	to_on date,
	decision_no text not null,
	recorded_by bigint,
	recorded_at timestamptz not null default now(),
	constraint discipline_pkey primary key (id),
	constraint discipline_nominee_fkey foreign key (nominee_id) references office.nominee (id),
	constraint discipline_unit_fkey foreign key (unit_id) references office.unit (id),
	constraint discipline_recorded_by_fkey foreign key (recorded_by) references office.account (id),
	constraint discipline_decision_check check (char_length(decision_no) between 1 and 100),
	constraint discipline_period_check check (to_on is null or to_on >= from_on)
);
comment on table office.discipline is 'Disciplinary decisions; achievements count from the end of the period on (Decree 152/2025 Article 4(4)).';
comment on column office.discipline.id is 'Internal identifier.';
comment on column office.discipline.nominee_id is 'About this nominee.';
comment on column office.discipline.unit_id is 'Unit that recorded it.';
comment on column office.discipline.level is 'Level.';
comment on column office.discipline.from_on is 'First day.';
comment on column office.discipline.to_on is 'Last day; NULL: not known yet.';
comment on column office.discipline.decision_no is 'Decision.';
comment on column office.discipline.recorded_by is 'Who.';
comment on column office.discipline.recorded_at is 'When.';
create index discipline_nominee_idx on office.discipline (nominee_id);
create index discipline_unit_idx on office.discipline (unit_id);

create table office.hold_ground (
	id bigint generated always as identity,
	nominee_id bigint not null,
	unit_id bigint not null,
	kind office.hold_kind not null,
	document_no text not null,
	from_on date not null,
	to_on date,
	conclusion text not null default '',
	recorded_by bigint,
	recorded_at timestamptz not null default now(),
	version integer not null default 1,
	constraint hold_ground_pkey primary key (id),
	constraint hold_ground_nominee_fkey foreign key (nominee_id) references office.nominee (id),
	constraint hold_ground_unit_fkey foreign key (unit_id) references office.unit (id),
	constraint hold_ground_recorded_by_fkey foreign key (recorded_by) references office.account (id),
	constraint hold_ground_document_check check (char_length(document_no) between 1 and 100),
	constraint hold_ground_conclusion_check check (char_length(conclusion) <= 500 and ((to_on is null) = (conclusion = ''))),
	constraint hold_ground_period_check check (to_on is null or to_on >= from_on)
);
comment on table office.hold_ground is 'Grounds for not commending yet (Decree 152/2025 Article 4(4)); proposes on hold, never rejects.';
comment on column office.hold_ground.id is 'Internal identifier.';
comment on column office.hold_ground.nominee_id is 'About this nominee.';
comment on column office.hold_ground.unit_id is 'Unit that recorded it.';
comment on column office.hold_ground.kind is 'What is going on.';
comment on column office.hold_ground.document_no is 'Paper it rests on.';
comment on column office.hold_ground.from_on is 'Since.';
comment on column office.hold_ground.to_on is 'Concluded on; NULL: goes on.';
comment on column office.hold_ground.conclusion is 'What was concluded.';
comment on column office.hold_ground.recorded_by is 'Who.';
comment on column office.hold_ground.recorded_at is 'When.';
comment on column office.hold_ground.version is 'Counts changes.';
create index hold_ground_nominee_idx on office.hold_ground (nominee_id);
create index hold_ground_unit_idx on office.hold_ground (unit_id);

-- What a nomination declares beside its text ------------------------------------------------------------------

create table office.nomination_claim (
	nomination_id bigint not null,
	unit_id bigint not null,
	route text not null default '',
	members integer,
	completed integer,
	advanced integer,
	disciplined integer,
	fighters integer,
	recorded_by bigint,
	recorded_at timestamptz not null default now(),
	confirmed_by bigint,
	confirmed_at timestamptz,
	version integer not null default 1,
	constraint nomination_claim_pkey primary key (nomination_id),
	constraint nomination_claim_nomination_fkey foreign key (nomination_id) references office.nomination (id) on delete cascade,
	constraint nomination_claim_unit_fkey foreign key (unit_id) references office.unit (id),
	constraint nomination_claim_recorded_by_fkey foreign key (recorded_by) references office.account (id),
	constraint nomination_claim_confirmed_by_fkey foreign key (confirmed_by) references office.account (id),
	constraint nomination_claim_route_check check (char_length(route) <= 10),
	constraint nomination_claim_figures_check check (members between 1 and 1000000 and completed between 0 and members
		and advanced between 0 and members and disciplined between 0 and members and fighters between 0 and members)
);
comment on table office.nomination_claim is 'Which way to the award a nomination takes, and the figures of a collective.';
comment on column office.nomination_claim.nomination_id is 'Of this nomination.';
comment on column office.nomination_claim.unit_id is 'Its unit, for row-level security.';
comment on column office.nomination_claim.route is 'Route of the rules it is proposed under; '''': any.';
comment on column office.nomination_claim.members is 'Members of the collective; NULL: not declared.';
comment on column office.nomination_claim.completed is 'Who completed their tasks.';
comment on column office.nomination_claim.advanced is 'Who hold the title of advanced worker or soldier of the year.';
comment on column office.nomination_claim.disciplined is 'Who were disciplined with a warning or more.';
comment on column office.nomination_claim.fighters is 'Who hold the title of grassroots fighter of the year.';
comment on column office.nomination_claim.recorded_by is 'Who declared it.';
comment on column office.nomination_claim.recorded_at is 'When.';
comment on column office.nomination_claim.confirmed_by is 'Appraiser who compared it with the papers.';
comment on column office.nomination_claim.confirmed_at is 'When.';
comment on column office.nomination_claim.version is 'Counts changes.';
create index nomination_claim_unit_idx on office.nomination_claim (unit_id);

create table office.eligibility_judgement (
	nomination_id bigint not null,
	condition_id bigint not null,
	unit_id bigint not null,
	met boolean not null,
	reason text not null,
	judged_by bigint not null,
	judged_at timestamptz not null default now(),
	constraint eligibility_judgement_pkey primary key (nomination_id, condition_id),
	constraint eligibility_judgement_nomination_fkey foreign key (nomination_id) references office.nomination (id) on delete cascade,
	constraint eligibility_judgement_condition_fkey foreign key (condition_id) references office.eligibility_condition (id),
	constraint eligibility_judgement_unit_fkey foreign key (unit_id) references office.unit (id),
	constraint eligibility_judgement_judged_by_fkey foreign key (judged_by) references office.account (id),
	constraint eligibility_judgement_reason_check check (char_length(reason) between 1 and 500)
);
comment on table office.eligibility_judgement is 'What an appraiser found where no figure can decide.';
comment on column office.eligibility_judgement.nomination_id is 'About this nomination.';
comment on column office.eligibility_judgement.condition_id is 'This condition.';
comment on column office.eligibility_judgement.unit_id is 'The nomination''s unit, for row-level security.';
comment on column office.eligibility_judgement.met is 'Met or not.';
comment on column office.eligibility_judgement.reason is 'On what evidence.';
comment on column office.eligibility_judgement.judged_by is 'Who.';
comment on column office.eligibility_judgement.judged_at is 'When.';
create index eligibility_judgement_condition_idx on office.eligibility_judgement (condition_id);
create index eligibility_judgement_unit_idx on office.eligibility_judgement (unit_id);

-- Reading the facts of a dossier: whoever may read the dossier, whatever unit recorded them ------------------------

-- Nominations of a dossier the person acting may read, each with every entry of the register that is this nominee.
create function office.dossier_nominees(of_dossier bigint) returns table (nomination_id bigint, nominee_id bigint)
	language sql stable security definer set search_path = office, pg_temp rows 200
	as $$ select n.id, e.id
		from office.nomination n
		join office.dossier d on d.id = n.dossier_id
		join office.nominee own on own.id = n.nominee_id
		join office.nominee e on e.root_id = own.root_id
		where n.dossier_id = of_dossier
		  and (office.sees_all() or d.unit_id in (select office.my_units(office.reading_roles()))
			or (current_user = 'vd_owner' and session_user = 'vd_owner')) $$;
create function office.dossier_honours(of_dossier bigint) returns table (nomination_id bigint, honour_id bigint, award_type_id bigint,
		period_year integer, decision_no text, decision_date date, commendation_kind office.commendation_kind,
		state office.honour_state, unit_name text, of_nomination_id bigint, achievement text)
	language sql stable security definer set search_path = office, pg_temp rows 1000
	as $$ select x.nomination_id, h.id, h.award_type_id, h.period_year, h.decision_no, h.decision_date, h.commendation_kind,
			h.state, u.name_vi, h.nomination_id, h.achievement
		from office.dossier_nominees(of_dossier) x
		join office.honour h on h.nominee_id = x.nominee_id
		join office.unit u on u.id = h.unit_id
		order by x.nomination_id, h.period_year, h.decision_date, h.id $$;
create function office.dossier_years(of_dossier bigint) returns table (nomination_id bigint, achievement_year_id bigint, year integer,
		rating office.rating, maternity_leave boolean, decision_no text, source office.fact_source, confirmed boolean, version integer)
	language sql stable security definer set search_path = office, pg_temp rows 1000
	as $$ select x.nomination_id, y.id, y.year, y.rating, y.maternity_leave, y.decision_no, y.source, y.confirmed_at is not null, y.version
		from office.dossier_nominees(of_dossier) x
		join office.achievement_year y on y.nominee_id = x.nominee_id
		order by x.nomination_id, y.year, y.id $$;
create function office.dossier_initiatives(of_dossier bigint) returns table (nomination_id bigint, initiative_id bigint, year integer,
		kind office.initiative_kind, title text, scope office.initiative_scope, recognised_by text, recognition_no text,
		source office.fact_source, confirmed boolean, chosen boolean, used_for text, used_category office.award_category, version integer)
	language sql stable security definer set search_path = office, pg_temp rows 1000
	as $$ select x.nomination_id, i.id, i.year, i.kind, i.title, i.scope, i.recognised_by, i.recognition_no, i.source,
			i.confirmed_at is not null,
			exists (select 1 from office.initiative_use c where c.initiative_id = i.id and c.nomination_id = x.nomination_id),
			coalesce(w.name_vi || ' ' || h.period_year, o.name_vi || ' ' || o.year), coalesce(w.category, o.category), i.version
		from office.dossier_nominees(of_dossier) x
		join office.initiative i on i.nominee_id = x.nominee_id
		left join office.honour h on h.id = i.used_honour_id
		left join office.award_type w on w.id = h.award_type_id
		left join lateral (select t.name_vi, t.category, s.year from office.initiative_use c
			join office.nomination n on n.id = c.nomination_id and n.state not in ('draft', 'ineligible', 'rejected', 'revoked')
			join office.dossier d on d.id = n.dossier_id
			join office.season s on s.id = d.season_id
			join office.award_type t on t.id = n.award_type_id
			where c.initiative_id = i.id and c.nomination_id <> x.nomination_id
			order by c.chosen_at limit 1) o on true
		order by x.nomination_id, i.year, i.id $$;
create function office.dossier_disciplines(of_dossier bigint) returns table (nomination_id bigint, discipline_id bigint,
		level office.discipline_level, from_on date, to_on date, decision_no text)
	language sql stable security definer set search_path = office, pg_temp rows 10
	as $$ select x.nomination_id, d.id, d.level, d.from_on, d.to_on, d.decision_no
		from office.dossier_nominees(of_dossier) x
		join office.discipline d on d.nominee_id = x.nominee_id
		order by x.nomination_id, d.from_on, d.id $$;
create function office.dossier_holds(of_dossier bigint) returns table (nomination_id bigint, hold_ground_id bigint,
		kind office.hold_kind, document_no text, from_on date, to_on date, conclusion text, version integer)
	language sql stable security definer set search_path = office, pg_temp rows 10
	as $$ select x.nomination_id, g.id, g.kind, g.document_no, g.from_on, g.to_on, g.conclusion, g.version
		from office.dossier_nominees(of_dossier) x
		join office.hold_ground g on g.nominee_id = x.nominee_id
		order by x.nomination_id, g.from_on, g.id $$;
-- Other nominations of the same nominees in rounds of the same year, wherever they were filed.
create function office.dossier_others(of_dossier bigint) returns table (nomination_id bigint, other_id bigint, award_type_id bigint,
		award_name text, unit_name text, state office.nomination_state, achievement text)
	language sql stable security definer set search_path = office, pg_temp rows 10
	as $$ select x.nomination_id, n.id, n.award_type_id, w.name_vi, u.name_vi, n.state, n.achievement
		from office.dossier_nominees(of_dossier) x
		join office.nomination own on own.id = x.nomination_id
		join office.dossier d on d.id = own.dossier_id
		join office.season s on s.id = d.season_id
		join office.nomination n on n.nominee_id = x.nominee_id and n.id <> x.nomination_id
			and n.state not in ('draft', 'returned', 'ineligible', 'rejected', 'decided', 'published', 'corrected', 'revoked')
		join office.dossier od on od.id = n.dossier_id
		join office.season os on os.id = od.season_id and os.year = s.year
		join office.award_type w on w.id = n.award_type_id
		join office.unit u on u.id = n.unit_id
		order by x.nomination_id, n.id $$;

-- Rights ---------------------------------------------------------------------------------------------------------

do $$
declare
	t text;
begin
	foreach t in array array['law_version', 'eligibility_rule', 'eligibility_condition', 'dossier_rule', 'eligibility_verdict',
		'achievement_year', 'initiative', 'initiative_use', 'discipline', 'hold_ground', 'nomination_claim', 'eligibility_judgement'] loop
		execute format('revoke all on office.%I from public', t);
		execute format('alter table office.%I enable row level security', t);
		execute format('alter table office.%I force row level security', t);
		execute format('create policy owner_all on office.%I to vd_owner using (true) with check (true)', t);
	end loop;
	foreach t in array array['law_version', 'eligibility_rule', 'eligibility_condition'] loop
		execute format('create policy app_read on office.%I for select to vd_app using (true)', t);
		execute format('grant select on office.%I to vd_app', t);
	end loop;
	foreach t in array array['dossier_rule', 'eligibility_verdict', 'achievement_year', 'initiative', 'initiative_use', 'discipline',
		'hold_ground', 'nomination_claim', 'eligibility_judgement'] loop
		execute format('create policy unit_read on office.%I for select to vd_app using ((select office.sees_all())
			or unit_id in (select office.my_units(office.reading_roles())))', t);
		execute format('grant select, insert on office.%I to vd_app', t);
	end loop;
	-- Declared by the unit and by its appraisers.
	foreach t in array array['achievement_year', 'initiative', 'initiative_use', 'nomination_claim'] loop
		execute format('create policy unit_insert on office.%I for insert to vd_app with check (unit_id in (select office.my_units(
			office.role_bit(''drafter'') | office.role_bit(''unit_head'') | office.role_bit(''appraiser''))))', t);
	end loop;
	foreach t in array array['achievement_year', 'initiative', 'nomination_claim'] loop
		execute format('create policy unit_update on office.%I for update to vd_app using (unit_id in (select office.my_units(
			office.role_bit(''drafter'') | office.role_bit(''unit_head'') | office.role_bit(''appraiser''))))', t);
		execute format('grant update on office.%I to vd_app', t);
	end loop;
	-- Found by appraisers.
	foreach t in array array['dossier_rule', 'eligibility_verdict', 'discipline', 'hold_ground', 'eligibility_judgement'] loop
		execute format('create policy appraiser_insert on office.%I for insert to vd_app
			with check (unit_id in (select office.my_units(office.role_bit(''appraiser''))))', t);
	end loop;
	foreach t in array array['hold_ground', 'eligibility_judgement'] loop
		execute format('create policy appraiser_update on office.%I for update to vd_app
			using (unit_id in (select office.my_units(office.role_bit(''appraiser''))))', t);
	end loop;
end $$;
grant delete on office.initiative_use to vd_app;
create policy unit_delete on office.initiative_use for delete to vd_app using (unit_id in (select office.my_units(
	office.role_bit('drafter') | office.role_bit('unit_head') | office.role_bit('appraiser'))));
grant update (to_on, conclusion, version) on office.hold_ground to vd_app;
grant update (met, reason, judged_by, judged_at) on office.eligibility_judgement to vd_app;
grant update (confirmed, confirmed_by, confirmed_at, confirmed_reason, version) on office.eligibility_rule to vd_app;
create policy rule_confirm on office.eligibility_rule for update to vd_app
	using ((select office.holds_at_root(office.role_bit('appraiser') | office.role_bit('administrator'))))
	with check (confirmed_by = (select office.me()));
revoke all on function office.dossier_nominees(bigint), office.dossier_honours(bigint), office.dossier_years(bigint),
	office.dossier_initiatives(bigint), office.dossier_disciplines(bigint), office.dossier_holds(bigint), office.dossier_others(bigint) from public;
grant execute on function office.dossier_honours(bigint), office.dossier_years(bigint), office.dossier_initiatives(bigint),
	office.dossier_disciplines(bigint), office.dossier_holds(bigint), office.dossier_others(bigint) to vd_app;
