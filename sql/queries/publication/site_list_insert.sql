-- A version of a list on the site.
-- returns: one
insert into site.list (slug, version, title, introduction, unit_code, unit_name, decision_no, decision_date, year, entries,
	visible_from, correction, revoked, revoked_on)
select :slug, :list_version, :title, :introduction, :unit_code, :unit_name, :decision_no, :decision_date, :year, :entries,
	greatest(:release_at::timestamptz, case when :list_version > 1 then now() end), :correction, :revoked_on?::date is not null, :revoked_on?::date
returning visible_from
