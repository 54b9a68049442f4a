-- Nobody finds out a person's number by giving a name with one number after the other.
set local lock_timeout = '2s';

create table office.identity_pace (
	unit_id bigint not null,
	day date not null,
	numbers integer not null,
	constraint identity_pace_pkey primary key (unit_id, day),
	constraint identity_pace_unit_fkey foreign key (unit_id) references office.unit (id),
	constraint identity_pace_numbers_check check (numbers > 0)
);
comment on table office.identity_pace is 'How many identity numbers a unit gave in a day, taken back or not; a week is kept.';
comment on column office.identity_pace.unit_id is 'Unit.';
comment on column office.identity_pace.day is 'Day in Ho Chi Minh City.';
comment on column office.identity_pace.numbers is 'Numbers given.';
alter table office.identity_pace enable row level security;
alter table office.identity_pace force row level security;
create policy owner_all on office.identity_pace to vd_owner using (true) with check (true);
revoke all on office.identity_pace from public;

/*
 * A number that is right for a name finds the person, a wrong one does not: a sheet of 10,000 guesses answers 10,000
 * times.  5,000 a day is more than any unit files, and half a year for the million numbers of one province and birth year.
 */
create function office.identity_pace_count() returns trigger
	language plpgsql security definer set search_path = office, pg_temp
	as $$
	declare
		today date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
	begin
		insert into office.identity_pace as p (unit_id, day, numbers)
		select n.unit_id, today, count(*) from new_rows n group by n.unit_id order by n.unit_id
		on conflict on constraint identity_pace_pkey do update set numbers = p.numbers + excluded.numbers;
		if office.me() is not null and exists (select 1 from office.identity_pace p
			where p.day = today and p.numbers > 5000 and p.unit_id in (select n.unit_id from new_rows n)) then
			raise exception 'too many identity numbers in a day' using errcode = 'VD003';
		end if;
		delete from office.identity_pace p where p.day < today - 7 and p.unit_id in (select n.unit_id from new_rows n);
		return null;
	end $$;
revoke all on function office.identity_pace_count() from public;
create trigger identity_pace_count after insert on office.nomination_identity
	referencing new table as new_rows for each statement execute function office.identity_pace_count();
