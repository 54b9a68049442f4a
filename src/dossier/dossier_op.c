/* Use cases of dossiers and nominations; other features read and move nominations through here. */
#include "dossier/dossier_op.h"

#include <inttypes.h>

#include "app/audit_json.h"
#include "core/vietnamese.h"
#include "registry/nominee_op.h"
#include "sql/draft.h"

/* --- shared ------------------------------------------------------------------------------------ */

enum err
dossier_op_nomination(
    struct ctx *c, struct nomination_id id, struct sql_dossier_nomination_get_row *row)
{
	return sql_dossier_nomination_get(c->db, c->arena,
	    &(struct sql_dossier_nomination_get_params){ .nomination_id = id }, row);
}

enum err
dossier_op_nominations_set_state(struct ctx *c, const struct nomination_id *ids, size_t n,
    enum nomination_state to, const char *reason)
{
	struct sql_dossier_nominations_set_state_row row;
	struct buf list = { 0 };
	const char *text;

	if (n == 0)
		return ERR_OK;
	for (size_t i = 0; i < n; i++)
		buf_printf(&list, "%c%" PRId64, i == 0 ? '{' : ',', ids[i].v);
	buf_putc(&list, '}');
	text = arena_strndup(c->arena, list.p, list.len);
	buf_free(&list);
	MUST(sql_dossier_nominations_set_state(c->db, c->arena,
	    &(struct sql_dossier_nominations_set_state_params){ .to_state = to,
		.reason = reason != NULL ? reason : "",
		.ids = text,
		.request_id = c->request_id != NULL ? c->request_id : "",
		.address = c->address != NULL ? c->address : "" },
	    &row));
	if (row.moved != (int64_t)n)
		return ERR_NOT_FOUND;
	c->audited = true;
	return ERR_OK;
}

enum err
dossier_op_set_state(
    struct ctx *c, struct dossier_id id, enum dossier_state state, struct date received_on)
{
	struct sql_dossier_get_row d;
	int64_t affected;

	MUST(dossier_op_get(c, id, &d));
	MUST(sql_dossier_set_state(c->db, c->arena,
	    &(struct sql_dossier_set_state_params){
		.dossier_id = id, .state = state, .received_on = received_on },
	    &affected));
	if (affected != 1)
		return ERR_FORBIDDEN;
	return audit_json(c, "dossier.set_state", "dossier", id.v, d.unit_id,
	    json_pack("{s:s,s:s}", "from", dossier_state_text(d.state), "to",
		dossier_state_text(state)));
}

enum err
dossier_op_lock(struct ctx *c, struct dossier_id id, struct sql_dossier_lock_row *row)
{
	return sql_dossier_lock(
	    c->db, c->arena, &(struct sql_dossier_lock_params){ .dossier_id = id }, row);
}

/* --- dossiers ---------------------------------------------------------------------------------- */

enum err
dossier_op_get(struct ctx *c, struct dossier_id id, struct sql_dossier_get_row *row)
{
	return sql_dossier_get(c->db, c->arena,
	    &(struct sql_dossier_get_params){ .dossier_id = id, .today = date_of(c->now) },
	    row);
}

enum err
dossier_op_get_mine(struct ctx *c, struct dossier_id id, struct sql_dossier_get_row *row)
{
	MUST(dossier_op_get(c, id, row));
	return row->mine ? ERR_OK : ERR_FORBIDDEN;
}

enum err
dossier_op_begin_change(struct ctx *c, struct dossier_id id, struct sql_dossier_get_row *row)
{
	struct sql_dossier_lock_row lock;

	/* Visible at all, and mine, before anything is held; then again as it is once it is held. */
	MUST(dossier_op_get_mine(c, id, row));
	MUST(dossier_op_lock(c, id, &lock));
	if (lock.version != row->version || lock.state != row->state)
		MUST(dossier_op_get_mine(c, id, row));
	return dossier_editable(row->state) ? ERR_OK : ERR_CONFLICT;
}

enum err
dossier_op_draft_same(struct ctx *c, const struct dossier_input *in, bool *same)
{
	struct sql_dossier_draft_same_row row;

	MUST(sql_dossier_draft_same(c->db, c->arena,
	    &(struct sql_dossier_draft_same_params){
		.unit_id = in->unit_id, .season_id = in->season_id, .title = in->title },
	    &row));
	*same = row.same;
	return ERR_OK;
}

enum err
dossier_op_create(struct ctx *c, const struct dossier_input *in, struct dossier_id *id)
{
	struct sql_dossier_insert_row row;

	MUST(authz_require(c, DOSSIER_WRITERS, in->unit_id));
	MUST(sql_dossier_insert(c->db, c->arena,
	    &(struct sql_dossier_insert_params){ .season_id = in->season_id,
		.unit_id = in->unit_id,
		.title = in->title,
		.letter_no = in->letter_no,
		.letter_date = in->letter_date },
	    &row));
	*id = row.dossier_id;
	return audit_json(c, "dossier.create", "dossier", id->v, in->unit_id,
	    json_pack("{s:s,s:s}", "title", in->title, "letter_no", in->letter_no));
}

enum err
dossier_op_write(
    struct ctx *c, struct dossier_id id, int32_t version, const struct dossier_input *in)
{
	int64_t affected;

	MUST(sql_dossier_update(c->db, c->arena,
	    &(struct sql_dossier_update_params){ .dossier_id = id,
		.version = version,
		.title = in->title,
		.letter_no = in->letter_no,
		.letter_date = in->letter_date,
		.season_id = in->season_id },
	    &affected));
	return affected == 1 ? ERR_OK : ERR_STALE;
}

enum err
dossier_op_update(
    struct ctx *c, struct dossier_id id, int32_t version, const struct dossier_input *in)
{
	struct sql_dossier_get_row d;
	struct season_id season;
	struct dossier_input write;

	MUST(dossier_op_begin_change(c, id, &d));
	/* What was filed once stays in its round. */
	season = d.state == DOSSIER_STATE_DRAFT ? in->season_id : d.season_id;
	write = *in;
	write.season_id = season;
	MUST(dossier_op_write(c, id, version, &write));
	return audit_json(c, "dossier.update", "dossier", id.v, d.unit_id,
	    json_pack("{s:{s:s,s:s},s:{s:s,s:s}}", "old", "title", d.title, "letter_no",
		d.letter_no, "new", "title", in->title, "letter_no", in->letter_no));
}

void
dossier_facts_of(const struct sql_dossier_get_row *d, const struct evidence_checklist *papers,
    struct dossier_facts *f)
{
	f->state = d->state;
	f->letter_no = d->letter_no;
	f->letter_date = d->letter_date;
	f->nominations = d->nominations;
	f->fileable = d->drafts + d->returned;
	f->without_achievement = d->without_achievement;
	f->awards_expired = d->awards_expired;
	f->attachments = d->attachments;
	f->papers_missing = papers->missing;
	f->infected = papers->infected;
	f->secret = papers->secret;
	f->opens_at = d->opens_at;
	f->closes_at = d->closes_at;
}

enum err
dossier_op_list(
    struct ctx *c, const struct sql_dossier_list_params *p, struct sql_dossier_list_rows *rows)
{
	return sql_dossier_list(c->db, c->arena, p, rows);
}

enum err
dossier_op_counts(struct ctx *c, struct season_id season, bool any_season,
    struct sql_dossier_counts_rows *rows)
{
	return sql_dossier_counts(c->db, c->arena,
	    &(struct sql_dossier_counts_params){
		.season_id = season, .season_id_null = any_season },
	    rows);
}

enum err
dossier_op_seasons(struct ctx *c, struct sql_dossier_seasons_rows *rows)
{
	return sql_dossier_seasons(c->db, c->arena, rows);
}

enum err
dossier_op_units_mine(struct ctx *c, struct sql_dossier_units_mine_rows *rows)
{
	return sql_dossier_units_mine(c->db, c->arena, rows);
}

enum err
dossier_op_nominations(struct ctx *c, const struct sql_dossier_nominations_params *p,
    struct sql_dossier_nominations_rows *rows)
{
	return sql_dossier_nominations(c->db, c->arena, p, rows);
}

enum err
dossier_op_nomination_options(
    struct ctx *c, struct dossier_id id, struct sql_dossier_nomination_options_rows *rows)
{
	return sql_dossier_nomination_options(c->db, c->arena,
	    &(struct sql_dossier_nomination_options_params){ .dossier_id = id }, rows);
}

enum err
dossier_op_history(struct ctx *c, struct dossier_id id, struct sql_dossier_history_rows *rows)
{
	return sql_dossier_history(
	    c->db, c->arena, &(struct sql_dossier_history_params){ .dossier_id = id }, rows);
}

/* --- nominations ------------------------------------------------------------------------------- */

static json_t *
nomination_detail(struct dossier_id dossier, const struct nomination_input *in)
{
	return json_pack("{s:I,s:s,s:s,s:I}", "dossier_id", (json_int_t)dossier.v, "kind",
	    nominee_kind_text(in->kind), "name", in->name, "award_type_id",
	    (json_int_t)in->award_type_id.v);
}

/* The number goes its own way: never into the detail of an audit row, a log, a frozen copy. */
static enum err
save_number(struct ctx *c, struct nomination_id id, struct unit_id unit,
    const struct nomination_input *in)
{
	bool changed = false;

	if (in->kind != NOMINEE_KIND_PERSON)
		return ERR_OK;
	if (in->id_number != NULL) {
		MUST(nominee_op_identity_put(c, id, in->id_number, &changed));
		if (changed)
			MUST(audit_write(c, "identity.put", "nomination", id.v, unit, NULL));
	} else if (in->id_remove) {
		MUST(nominee_op_identity_remove(c, id, &changed));
		if (changed)
			MUST(audit_write(c, "identity.remove", "nomination", id.v, unit, NULL));
	}
	return ERR_OK;
}

enum err
nomination_op_add(struct ctx *c, struct dossier_id dossier, const struct nomination_input *in,
    struct nomination_id *id)
{
	struct sql_dossier_get_row d;
	struct sql_dossier_nomination_insert_row row;
	int64_t matched;

	MUST(dossier_op_begin_change(c, dossier, &d));
	/* A returned dossier is corrected, not extended: its list was filed. */
	if (d.state != DOSSIER_STATE_DRAFT)
		return ERR_CONFLICT;
	MUST(sql_dossier_nomination_insert(c->db, c->arena,
	    &(struct sql_dossier_nomination_insert_params){ .dossier_id = dossier,
		.unit_id = d.unit_id,
		.kind = in->kind,
		.name = in->name,
		.name_folded = vn_fold(c->arena, in->name),
		.gender = in->gender,
		.gender_null = !in->gender_known,
		.born_on = in->birth.on,
		.born_year = in->birth.year,
		.born_year_null = in->birth.year == 0,
		.position = in->position,
		.workplace = in->workplace,
		.award_type_id = in->award_type_id,
		.field = in->field,
		.achievement = in->achievement },
	    &row));
	*id = row.nomination_id;
	MUST(save_number(c, *id, d.unit_id, in));
	MUST(nominee_op_match_dossier(c, dossier, &matched));
	return audit_json(c, "nomination.create", "nomination", id->v, d.unit_id,
	    nomination_detail(dossier, in));
}

enum err
nomination_op_begin_change(struct ctx *c, struct dossier_id dossier, struct nomination_id id,
    struct sql_dossier_nomination_get_row *n)
{
	struct sql_dossier_get_row d;

	MUST(dossier_op_nomination(c, id, n));
	if (n->dossier_id.v != dossier.v)
		return ERR_NOT_FOUND;
	MUST(dossier_op_begin_change(c, dossier, &d));
	MUST(dossier_op_nomination(c, id, n));
	return nomination_editable(d.state, n->state) ? ERR_OK : ERR_CONFLICT;
}

enum err
nomination_op_write(
    struct ctx *c, struct nomination_id id, int32_t version, const struct nomination_input *in)
{
	int64_t affected;

	MUST(sql_dossier_nomination_update(c->db, c->arena,
	    &(struct sql_dossier_nomination_update_params){ .nomination_id = id,
		.version = version,
		.name = in->name,
		.name_folded = vn_fold(c->arena, in->name),
		.gender = in->gender,
		.gender_null = !in->gender_known,
		.born_on = in->birth.on,
		.born_year = in->birth.year,
		.born_year_null = in->birth.year == 0,
		.position = in->position,
		.workplace = in->workplace,
		.award_type_id = in->award_type_id,
		.field = in->field,
		.achievement = in->achievement },
	    &affected));
	return affected == 1 ? ERR_OK : ERR_STALE;
}

enum err
nomination_op_update(struct ctx *c, struct dossier_id dossier, struct nomination_id id,
    int32_t version, const struct nomination_input *in)
{
	struct sql_dossier_nomination_get_row n;
	int64_t matched;

	MUST(nomination_op_begin_change(c, dossier, id, &n));
	MUST(nomination_op_write(c, id, version, in));
	MUST(save_number(c, id, n.unit_id, in));
	MUST(nominee_op_match_dossier(c, dossier, &matched));
	return audit_json(c, "nomination.update", "nomination", id.v, n.unit_id,
	    json_pack("{s:{s:s,s:s,s:s,s:I},s:{s:s,s:s,s:s,s:I}}", "old", "name", n.name,
		"position", n.position, "achievement", n.achievement, "award_type_id",
		(json_int_t)n.award_type_id.v, "new", "name", in->name, "position",
		in->position, "achievement", in->achievement, "award_type_id",
		(json_int_t)in->award_type_id.v));
}

enum err
nomination_op_delete(
    struct ctx *c, struct dossier_id dossier, struct nomination_id id, int32_t version)
{
	struct sql_dossier_nomination_get_row n;
	int64_t affected;

	MUST(nomination_op_begin_change(c, dossier, id, &n));
	if (n.state != NOMINATION_STATE_DRAFT)
		return ERR_CONFLICT;
	MUST(sql_dossier_nomination_delete(c->db, c->arena,
	    &(struct sql_dossier_nomination_delete_params){
		.nomination_id = id, .version = version },
	    &affected));
	if (affected != 1)
		return ERR_STALE;
	MUST(sql_dossier_nominations_renumber(c->db, c->arena,
	    &(struct sql_dossier_nominations_renumber_params){ .dossier_id = dossier }, NULL));
	return audit_json(c, "nomination.delete", "nomination", id.v, n.unit_id,
	    json_pack("{s:I,s:s,s:s,s:s}", "dossier_id", (json_int_t)dossier.v, "name", n.name,
		"award", n.award_code, "achievement", n.achievement));
}

enum err
nomination_op_restore(struct ctx *c, struct dossier_id dossier, struct nomination_id id)
{
	struct sql_dossier_get_row d;
	struct sql_draft_restore_row row;
	int64_t matched;
	bool found;

	MUST(dossier_op_begin_change(c, dossier, &d));
	if (d.state != DOSSIER_STATE_DRAFT)
		return ERR_CONFLICT;
	MUST(sql_draft_restore(c->db, c->arena,
	    &(struct sql_draft_restore_params){ .nomination_id = id, .dossier_id = dossier },
	    &row, &found));
	if (!found)
		return ERR_NOT_FOUND;
	MUST(sql_draft_restore_files(c->db, c->arena,
	    &(struct sql_draft_restore_files_params){
		.nomination_id = id, .ids = row.attachments, .dossier_id = dossier },
	    NULL));
	MUST(nominee_op_identity_restore(c, id));
	MUST(nominee_op_match_dossier(c, dossier, &matched));
	return audit_json(c, "nomination.restore", "nomination", id.v, d.unit_id,
	    json_pack("{s:I,s:s}", "dossier_id", (json_int_t)dossier.v, "name", row.name));
}

enum err
nomination_op_awards(struct ctx *c, struct sql_dossier_awards_rows *rows)
{
	return sql_dossier_awards(c->db, c->arena,
	    &(struct sql_dossier_awards_params){ .today = date_of(c->now) }, rows);
}

enum err
nomination_op_events(
    struct ctx *c, struct nomination_id id, struct sql_dossier_nomination_events_rows *rows)
{
	return sql_dossier_nomination_events(c->db, c->arena,
	    &(struct sql_dossier_nomination_events_params){ .nomination_id = id }, rows);
}

enum err
nomination_op_same(struct ctx *c, struct dossier_id dossier, struct nomination_id except,
    const struct nomination_input *in, struct sql_dossier_nomination_same_row *row, bool *found)
{
	return sql_dossier_nomination_same(c->db, c->arena,
	    &(struct sql_dossier_nomination_same_params){ .dossier_id = dossier,
		.name_folded = vn_fold(c->arena, in->name),
		.kind = in->kind,
		.award_type_id = in->award_type_id,
		.born_on = in->birth.on,
		.except_id = except.v },
	    row, found);
}
