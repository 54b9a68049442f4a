/* Use cases of closing times: explain, extend, withdraw; outages of our own. */
#include "calendar/deadline_op.h"

#include "app/audit_json.h"
#include "calendar/calendar.h"
#include "core/str.h"
#include "mail/notice_op.h"

static enum err
require_administrator(struct ctx *c)
{
	return authz_require_everywhere(c, ROLE_BIT(ROLE_ADMINISTRATOR));
}

/* --- why -------------------------------------------------------------------------------------- */

static const char *
extension_words(struct ctx *c, const struct sql_calendar_steps_row *s)
{
	const char *until = timestamp_format(c->arena, s->closes_at);
	const char *text;

	if (s->for_unit == NULL)
		text = str_empty(s->document)
		    ? tr_fmt(c->arena, c->lang, T("Gia hạn cho mọi đơn vị đến %1: %2"), 2,
			  until, s->reason)
		    : tr_fmt(c->arena, c->lang, T("Gia hạn cho mọi đơn vị đến %1 theo %2: %3"),
			  3, until, s->document, s->reason);
	else
		text = str_empty(s->document)
		    ? tr_fmt(c->arena, c->lang, T("Gia hạn cho %3 đến %1: %2"), 3, until,
			  s->reason, s->for_unit)
		    : tr_fmt(c->arena, c->lang, T("Gia hạn cho %4 đến %1 theo %2: %3"), 4,
			  until, s->document, s->reason, s->for_unit);
	return text;
}

static const char *
outage_words(struct ctx *c, const struct sql_calendar_steps_row *s)
{
	const char *text = tr_fmt(c->arena, c->lang,
	    T("Cộng %1 do hệ thống gián đoạn từ %2 đến %3"), 3,
	    duration_words(c->arena, c->lang, s->ended_at.us - s->began_at.us),
	    timestamp_format(c->arena, s->began_at), timestamp_format(c->arena, s->ended_at));

	return str_empty(s->note) ? text : arena_printf(c->arena, "%s (%s)", text, s->note);
}

static enum err
explain(struct ctx *c, const struct sql_calendar_steps_params *p, struct closing *out)
{
	struct sql_calendar_steps_rows rows;
	const char **why;

	MUST(sql_calendar_steps(c->db, c->arena, p, &rows));
	if (rows.n == 0)
		return ERR_NOT_FOUND;
	why = arena_array(c->arena, rows.n, sizeof(*why));
	*out = (struct closing){ .set_at = rows.v[0].closes_at,
		.closes_at = rows.v[rows.n - 1].closes_at,
		.why = why };
	for (size_t i = 1; i < rows.n; i++)
		why[out->nwhy++] = rows.v[i].cause == CLOSING_CAUSE_EXTENSION
		    ? extension_words(c, &rows.v[i])
		    : outage_words(c, &rows.v[i]);
	return ERR_OK;
}

enum err
deadline_op_explain(
    struct ctx *c, struct season_id season, struct unit_id unit, struct closing *out)
{
	return explain(c,
	    &(struct sql_calendar_steps_params){
		.season_id = season, .unit_id = unit, .unit_id_null = unit.v == 0 },
	    out);
}

enum err
deadline_op_explain_mine(struct ctx *c, struct season_id season, struct closing *out)
{
	return explain(c,
	    &(struct sql_calendar_steps_params){
		.season_id = season, .mine = true, .unit_id_null = true },
	    out);
}

/* --- extensions ------------------------------------------------------------------------------- */

enum err
deadline_op_season(struct ctx *c, struct season_id id, struct sql_calendar_season_row *row)
{
	MUST(require_administrator(c));
	return sql_calendar_season(
	    c->db, c->arena, &(struct sql_calendar_season_params){ .season_id = id }, row);
}

enum err
deadline_op_extensions(
    struct ctx *c, struct season_id id, struct sql_calendar_extensions_rows *rows)
{
	MUST(require_administrator(c));
	return sql_calendar_extensions(
	    c->db, c->arena, &(struct sql_calendar_extensions_params){ .season_id = id }, rows);
}

enum err
deadline_op_units(struct ctx *c, struct sql_registry_unit_options_rows *rows)
{
	return sql_registry_unit_options(c->db, c->arena, rows);
}

enum err
deadline_op_check(struct ctx *c, struct season_id season, const struct extension_input *in,
    struct timestamp *current, enum extension_fault *fault)
{
	struct sql_calendar_unit_closes_at_row row;

	MUST(require_administrator(c));
	MUST(sql_calendar_unit_closes_at(c->db, c->arena,
	    &(struct sql_calendar_unit_closes_at_params){ .season_id = season,
		.unit_id = in->unit_id,
		.unit_id_null = in->unit_id.v == 0 },
	    &row));
	*current = row.closes_at;
	*fault = extension_check(in->closes_at, row.closes_at, row.now);
	return ERR_OK;
}

enum err
deadline_op_affected(struct ctx *c, struct season_id season, struct unit_id unit,
    struct sql_calendar_affected_row *total, struct sql_calendar_affected_drafts_rows *drafts)
{
	MUST(require_administrator(c));
	MUST(sql_calendar_affected(c->db, c->arena,
	    &(struct sql_calendar_affected_params){
		.season_id = season, .unit_id = unit, .unit_id_null = unit.v == 0 },
	    total));
	return sql_calendar_affected_drafts(c->db, c->arena,
	    &(struct sql_calendar_affected_drafts_params){
		.season_id = season, .unit_id = unit, .unit_id_null = unit.v == 0 },
	    drafts);
}

enum err
deadline_op_extend(struct ctx *c, struct season_id season, const struct extension_input *in,
    enum extension_fault *fault)
{
	struct sql_calendar_season_row s;
	struct sql_calendar_extension_insert_row row;
	struct timestamp current;

	*fault = EXTENSION_OK;
	MUST(deadline_op_season(c, season, &s));
	MUST(deadline_op_check(c, season, in, &current, fault));
	if (*fault != EXTENSION_OK)
		return ERR_INVALID;
	MUST(sql_calendar_extension_insert(c->db, c->arena,
	    &(struct sql_calendar_extension_insert_params){ .season_id = season,
		.unit_id = in->unit_id,
		.unit_id_null = in->unit_id.v == 0,
		.closes_at = in->closes_at,
		.document = in->document != NULL ? in->document : "",
		.reason = in->reason },
	    &row));
	MUST(notice_op_deadline_moved(c, season, in->unit_id, in->closes_at, in->reason));
	return audit_json(c, "deadline.extend", "season", season.v, in->unit_id,
	    json_pack("{s:I, s:s, s:s, s:s, s:s}", "extension_id",
		(json_int_t)row.extension_id.v, "before",
		timestamp_format_iso(c->arena, current), "after",
		timestamp_format_iso(c->arena, in->closes_at), "document",
		in->document != NULL ? in->document : "", "reason", in->reason));
}

enum err
deadline_op_extension(struct ctx *c, struct season_id season, struct extension_id id,
    struct sql_calendar_extension_get_row *row)
{
	MUST(require_administrator(c));
	return sql_calendar_extension_get(c->db, c->arena,
	    &(struct sql_calendar_extension_get_params){
		.extension_id = id, .season_id = season },
	    row);
}

enum err
deadline_op_withdraw(
    struct ctx *c, struct season_id season, struct extension_id id, const char *reason)
{
	struct sql_calendar_extension_get_row e;
	int64_t affected;

	MUST(deadline_op_extension(c, season, id, &e));
	MUST(sql_calendar_extension_withdraw(c->db, c->arena,
	    &(struct sql_calendar_extension_withdraw_params){
		.extension_id = id, .reason = reason },
	    &affected));
	if (affected != 1) {
		c->why = T(
		    "Lần gia hạn này đã hết hoặc đã được rút trước đó, nên không rút được nữa. Không có gì được ghi.");
		return ERR_CONFLICT;
	}
	return audit_json(c, "deadline.withdraw", "season", season.v, e.unit_id,
	    json_pack("{s:I, s:s, s:s}", "extension_id", (json_int_t)id.v, "closes_at",
		timestamp_format_iso(c->arena, e.closes_at), "reason", reason));
}

/* --- outages ------------------------------------------------------------------------------------ */

enum err
deadline_op_outages(
    struct ctx *c, int64_t before_id, int64_t count, struct sql_calendar_outages_rows *rows)
{
	MUST(require_administrator(c));
	return sql_calendar_outages(c->db, c->arena,
	    &(struct sql_calendar_outages_params){ .before_id = before_id, .count = count },
	    rows);
}

enum err
deadline_op_outage_rule(struct ctx *c, struct sql_calendar_outage_rule_row *row, bool *found)
{
	return sql_calendar_outage_rule(c->db, c->arena,
	    &(struct sql_calendar_outage_rule_params){ .day = date_of(c->now) }, row, found);
}

enum err
deadline_op_last_beat(struct ctx *c, struct sql_calendar_last_beat_row *row, bool *found)
{
	return sql_calendar_last_beat(c->db, c->arena, row, found);
}

enum err
deadline_op_note(struct ctx *c, struct outage_id id, const char *note)
{
	struct sql_calendar_outage_get_row before;
	int64_t affected;

	MUST(require_administrator(c));
	MUST(sql_calendar_outage_get(c->db, c->arena,
	    &(struct sql_calendar_outage_get_params){ .outage_id = id }, &before));
	MUST(sql_calendar_outage_note(c->db, c->arena,
	    &(struct sql_calendar_outage_note_params){
		.outage_id = id, .note = note != NULL ? note : "" },
	    &affected));
	if (affected != 1)
		return ERR_FORBIDDEN;
	return audit_json(c, "outage.note", "outage", id.v, (struct unit_id){ 0 },
	    json_pack("{s:s, s:s}", "before", before.note, "after", note != NULL ? note : ""));
}
