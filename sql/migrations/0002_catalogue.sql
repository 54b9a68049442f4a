-- Catalogue: award types, vote rules, base salary, movements and seasons.
set local lock_timeout = '2s';

create type office.award_category as enum ('danh_hieu', 'khen_thuong');
create type office.award_recipient as enum ('individual', 'collective', 'household', 'any');
create type office.authority_level as enum ('state', 'prime_minister', 'government', 'ministry_province', 'agency', 'commune');
create type office.nominee_kind as enum ('person', 'collective', 'household');
create type office.commendation_kind as enum ('cong_trang', 'dot_xuat', 'phong_trao', 'cong_hien', 'nien_han', 'doi_ngoai');
create type office.achievement_field as enum ('study', 'production', 'economy', 'security', 'welfare', 'health', 'social_policy', 'culture', 'administration', 'other');
create type office.council_level as enum ('province', 'commune', 'agency');
create type office.rounding_mode as enum ('up', 'nearest', 'none');

create table office.award_type (
	id bigint generated always as identity,
	code text not null,
	name_vi text not null,
	name_en text not null,
	category office.award_category not null,
	recipient office.award_recipient not null,
	authority_level office.authority_level not null,
	prerequisite text not null default '',
	bonus_coefficient numeric(6,3) not null default 0,
	legal_basis text not null,
	confidence text not null,
	confirmed boolean not null default false,
	valid_from date not null,
	valid_to date,
	constraint award_type_pkey primary key (id),
	constraint award_type_code_unique unique (code),
	constraint award_type_bonus_check check (bonus_coefficient >= 0),
	constraint award_type_period_check check (valid_to is null or valid_to >= valid_from)
);
comment on table office.award_type is 'What can be given, with its legal basis and validity.';
comment on column office.award_type.id is 'Internal identifier.';
comment on column office.award_type.code is 'Short code, stable: CSTD_CS.';
comment on column office.award_type.name_vi is 'Name as used in decisions.';
comment on column office.award_type.name_en is 'English name.';
comment on column office.award_type.category is 'Emulation title or form of commendation.';
comment on column office.award_type.recipient is 'Who can receive it.';
comment on column office.award_type.authority_level is 'Who decides.';
comment on column office.award_type.prerequisite is 'Standard in short words.';
comment on column office.award_type.bonus_coefficient is 'Multiple of the base salary.';
comment on column office.award_type.legal_basis is 'Articles it rests on.';
comment on column office.award_type.confidence is 'How far the text was verified.';
comment on column office.award_type.confirmed is 'Confirmed by the office; unconfirmed rules warn.';
comment on column office.award_type.valid_from is 'First day it may be proposed.';
comment on column office.award_type.valid_to is 'Last day; NULL: open.';

create table office.award_alias (
	folded text not null,
	recipient office.award_recipient not null,
	award_type_id bigint not null,
	constraint award_alias_pkey primary key (folded, recipient),
	constraint award_alias_award_type_fkey foreign key (award_type_id) references office.award_type (id)
);
comment on table office.award_alias is 'Loose names people write for an award, folded.';
comment on column office.award_alias.folded is 'vn_fold of the loose name.';
comment on column office.award_alias.recipient is 'For this kind of recipient.';
comment on column office.award_alias.award_type_id is 'Meant award.';

create table office.vote_rule (
	id bigint generated always as identity,
	award_type_id bigint not null,
	level office.council_level not null,
	percent integer not null,
	secret boolean not null,
	legal_basis text not null,
	confirmed boolean not null default false,
	valid_from date not null,
	valid_to date,
	constraint vote_rule_pkey primary key (id),
	constraint vote_rule_award_type_fkey foreign key (award_type_id) references office.award_type (id),
	constraint vote_rule_percent_check check (percent between 1 and 100),
	constraint vote_rule_period_exclude exclude using gist (award_type_id with =, level with =,
		daterange(valid_from, valid_to, '[]') with &&)
);
comment on table office.vote_rule is 'Share of all members that decides, dated.';
comment on column office.vote_rule.id is 'Internal identifier.';
comment on column office.vote_rule.award_type_id is 'For this award.';
comment on column office.vote_rule.level is 'At a council of this level.';
comment on column office.vote_rule.percent is 'Share needed, in percent of all members; exactly reached passes.';
comment on column office.vote_rule.secret is 'Secret ballot foreseen.';
comment on column office.vote_rule.legal_basis is 'Where it comes from.';
comment on column office.vote_rule.confirmed is 'Confirmed by the office.';
comment on column office.vote_rule.valid_from is 'First day.';
comment on column office.vote_rule.valid_to is 'Last day; NULL: open.';

create table office.base_salary (
	valid_from date not null,
	amount_dong bigint not null,
	legal_basis text not null,
	confidence text not null,
	constraint base_salary_pkey primary key (valid_from),
	constraint base_salary_amount_check check (amount_dong > 0)
);
comment on table office.base_salary is 'Base salary through time (mức lương cơ sở).';
comment on column office.base_salary.valid_from is 'First day.';
comment on column office.base_salary.amount_dong is 'Đồng a month.';
comment on column office.base_salary.legal_basis is 'Decree.';
comment on column office.base_salary.confidence is 'How far verified.';

create table office.bonus_rounding (
	valid_from date not null,
	unit_dong bigint not null,
	mode office.rounding_mode not null,
	legal_basis text not null,
	confirmed boolean not null default false,
	constraint bonus_rounding_pkey primary key (valid_from),
	constraint bonus_rounding_unit_check check (unit_dong > 0)
);
comment on table office.bonus_rounding is 'How a bonus is rounded, dated.';
comment on column office.bonus_rounding.valid_from is 'First day.';
comment on column office.bonus_rounding.unit_dong is 'Rounded to a multiple of this.';
comment on column office.bonus_rounding.mode is 'Up, nearest or none.';
comment on column office.bonus_rounding.legal_basis is 'Where it comes from.';
comment on column office.bonus_rounding.confirmed is 'Confirmed by the office.';

create table office.movement (
	id bigint generated always as identity,
	unit_id bigint not null,
	name text not null,
	basis text not null default '',
	purpose text not null default '',
	scope text not null default '',
	criteria text not null default '',
	starts_on date not null,
	ends_on date not null,
	is_sample boolean not null default false,
	version integer not null default 1,
	constraint movement_pkey primary key (id),
	constraint movement_unit_fkey foreign key (unit_id) references office.unit (id),
	constraint movement_name_check check (char_length(name) between 1 and 300),
	constraint movement_period_check check (ends_on >= starts_on)
);
comment on table office.movement is 'Emulation movements (phong trào thi đua).';
comment on column office.movement.id is 'Internal identifier.';
comment on column office.movement.unit_id is 'Launched by.';
comment on column office.movement.name is 'Name or theme.';
comment on column office.movement.basis is 'Paper it rests on.';
comment on column office.movement.purpose is 'Purpose and requirements.';
comment on column office.movement.scope is 'Who takes part.';
comment on column office.movement.criteria is 'Criteria.';
comment on column office.movement.starts_on is 'First day.';
comment on column office.movement.ends_on is 'Last day.';
comment on column office.movement.is_sample is 'Belongs to the living example.';
comment on column office.movement.version is 'Counts saves.';

create table office.season (
	id bigint generated always as identity,
	movement_id bigint,
	name text not null,
	year integer not null,
	kind office.commendation_kind not null default 'cong_trang',
	opens_at timestamptz not null,
	closes_at timestamptz not null,
	is_sample boolean not null default false,
	version integer not null default 1,
	constraint season_pkey primary key (id),
	constraint season_movement_fkey foreign key (movement_id) references office.movement (id),
	constraint season_name_check check (char_length(name) between 1 and 300),
	constraint season_year_check check (year between 2000 and 2200),
	constraint season_period_check check (closes_at > opens_at)
);
comment on table office.season is 'A round of nominations with a closing time.';
comment on column office.season.id is 'Internal identifier.';
comment on column office.season.movement_id is 'Movement it sums up; NULL for the yearly merit round.';
comment on column office.season.name is 'Name.';
comment on column office.season.year is 'Year whose achievements count.';
comment on column office.season.kind is 'Kind of commendation.';
comment on column office.season.opens_at is 'First moment dossiers can be filed.';
comment on column office.season.closes_at is 'First moment they no longer can.';
comment on column office.season.is_sample is 'Belongs to the living example.';
comment on column office.season.version is 'Counts saves.';
