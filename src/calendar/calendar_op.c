/* Use cases of the calendar: reading it for arithmetic, and keeping it. */
#include "calendar/calendar_op.h"

#include "app/audit_json.h"

static enum err
require_administrator(struct ctx *c)
{
	return authz_require_everywhere(c, ROLE_BIT(ROLE_ADMINISTRATOR));
}

enum err
calendar_op_load(struct ctx *c, struct calendar *out)
{
	struct sql_calendar_days_rows rows;
	struct calendar_day *days;

	MUST(sql_calendar_days(c->db, c->arena, &rows));
	days = arena_array(c->arena, rows.n, sizeof(*days));
	for (size_t i = 0; i < rows.n; i++)
		days[i] = (struct calendar_day){ rows.v[i].day, rows.v[i].kind };
	*out = (struct calendar){ days, rows.n };
	return ERR_OK;
}

enum err
calendar_op_terms(struct ctx *c, struct terms *out)
{
	struct sql_calendar_terms_rows rows;
	struct term *terms;

	MUST(sql_calendar_terms(c->db, c->arena, &rows));
	terms = arena_array(c->arena, rows.n, sizeof(*terms));
	for (size_t i = 0; i < rows.n; i++)
		terms[i] = (struct term){ .kind = rows.v[i].kind,
			.working_days = rows.v[i].working_days,
			.basis = rows.v[i].legal_basis,
			.valid_from = rows.v[i].valid_from,
			.valid_to = rows.v[i].valid_to,
			.confirmed = rows.v[i].confirmed };
	*out = (struct terms){ terms, rows.n };
	return ERR_OK;
}

enum err
calendar_op_year(struct ctx *c, int year, struct sql_calendar_holidays_rows *rows)
{
	MUST(require_administrator(c));
	return sql_calendar_holidays(
	    c->db, c->arena, &(struct sql_calendar_holidays_params){ .year = year }, rows);
}

/* A day has no number: its date as one, 20261105, is what the log finds it by. */
static int64_t
day_number(struct date d)
{
	return d.year * 10000 + d.month * 100 + d.day;
}

enum err
calendar_op_set(struct ctx *c, const struct holiday_input *in)
{
	struct sql_calendar_holiday_get_row before;
	bool found;

	MUST(require_administrator(c));
	MUST(sql_calendar_holiday_get(c->db, c->arena,
	    &(struct sql_calendar_holiday_get_params){ .day = in->day }, &before, &found));
	MUST(sql_calendar_holiday_put(c->db, c->arena,
	    &(struct sql_calendar_holiday_put_params){ .day = in->day,
		.kind = in->kind,
		.name = in->name,
		.legal_basis = in->basis != NULL ? in->basis : "" },
	    NULL));
	return audit_json(c, "calendar.set", "holiday", day_number(in->day),
	    (struct unit_id){ 0 },
	    json_pack("{s:s, s:s, s:s, s:s}", "day", date_format_iso(c->arena, in->day), "kind",
		day_kind_text(in->kind), "name", in->name, "before", found ? before.name : ""));
}

enum err
calendar_op_confirm(struct ctx *c, struct date day)
{
	int64_t affected;

	MUST(require_administrator(c));
	MUST(sql_calendar_holiday_confirm(c->db, c->arena,
	    &(struct sql_calendar_holiday_confirm_params){ .day = day }, &affected));
	if (affected != 1)
		return ERR_CONFLICT;
	return audit_json(c, "calendar.confirm", "holiday", day_number(day),
	    (struct unit_id){ 0 }, json_pack("{s:s}", "day", date_format_iso(c->arena, day)));
}

enum err
calendar_op_remove(struct ctx *c, struct date day)
{
	struct sql_calendar_holiday_get_row before;
	bool found;
	int64_t affected;

	MUST(require_administrator(c));
	MUST(sql_calendar_holiday_get(c->db, c->arena,
	    &(struct sql_calendar_holiday_get_params){ .day = day }, &before, &found));
	MUST(sql_calendar_holiday_delete(c->db, c->arena,
	    &(struct sql_calendar_holiday_delete_params){ .day = day }, &affected));
	if (!found || affected != 1)
		return ERR_CONFLICT;
	return audit_json(c, "calendar.remove", "holiday", day_number(day),
	    (struct unit_id){ 0 },
	    json_pack("{s:s, s:s, s:s}", "day", date_format_iso(c->arena, day), "kind",
		day_kind_text(before.kind), "name", before.name));
}

enum err
calendar_op_term_rows(struct ctx *c, struct sql_calendar_terms_rows *rows)
{
	return sql_calendar_terms(c->db, c->arena, rows);
}

enum err
calendar_op_term_confirm(struct ctx *c, int64_t term)
{
	int64_t affected;

	MUST(require_administrator(c));
	MUST(sql_calendar_term_confirm(c->db, c->arena,
	    &(struct sql_calendar_term_confirm_params){ .id = term }, &affected));
	if (affected != 1)
		return ERR_CONFLICT;
	return audit_json(
	    c, "term.confirm", "term", term, (struct unit_id){ 0 }, json_object());
}
