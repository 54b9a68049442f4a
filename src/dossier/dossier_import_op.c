/* Importing a sheet: preview, confirm all or nothing, undo as one act. */
#include "dossier/dossier_import_op.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "app/audit_json.h"
#include "core/str.h"
#include "core/vietnamese.h"
#include "registry/nominee_op.h"

/* --- names of awards ------------------------------------------------------------------------------- */

struct award_table {
	struct sheet_award *v;
	size_t n;
};

static void
add_award(struct ctx *c, struct award_table *t, const struct sql_dossier_award_aliases_row *w,
    const char *name)
{
	const char *folded = vn_fold(c->arena, name);

	if (folded[0] == '\0')
		return;
	t->v[t->n++] = (struct sheet_award){ folded, w->award_type_id, w->recipient, w->valid };
}

/* The name without "(cá nhân)" at its end, and without what follows " / ". */
static const char *
short_name(struct ctx *c, const char *name)
{
	char *s = arena_strdup(c->arena, name), *p;

	if ((p = strrchr(s, '(')) != NULL)
		*p = '\0';
	if ((p = strstr(s, " / ")) != NULL)
		*p = '\0';
	return s;
}

static enum err
load_awards(struct ctx *c, struct award_table *t)
{
	struct sql_dossier_award_aliases_rows rows;

	MUST(sql_dossier_award_aliases(c->db, c->arena,
	    &(struct sql_dossier_award_aliases_params){ .today = date_of(c->now) }, &rows));
	t->v = arena_array(c->arena, rows.n * 3 + 1, sizeof(*t->v));
	t->n = 0;
	for (size_t i = 0; i < rows.n; i++) {
		const struct sql_dossier_award_aliases_row *w = &rows.v[i];

		if (w->folded[0] != '\0') {
			add_award(c, t, w, w->folded);
			continue;
		}
		add_award(c, t, w, w->name);
		add_award(c, t, w, w->code);
		add_award(c, t, w, short_name(c, w->name));
	}
	return ERR_OK;
}

static enum err
load_known(struct ctx *c, struct dossier_id dossier, struct sheet_known **known, size_t *n)
{
	struct sql_dossier_import_known_rows rows;

	MUST(sql_dossier_import_known(c->db, c->arena,
	    &(struct sql_dossier_import_known_params){ .dossier_id = dossier }, &rows));
	*known = arena_array(c->arena, rows.n + 1, sizeof(**known));
	for (size_t i = 0; i < rows.n; i++) {
		(*known)[i] = (struct sheet_known){ rows.v[i].ordinal, rows.v[i].kind,
			rows.v[i].name_folded, rows.v[i].award_type_id, rows.v[i].born_on,
			rows.v[i].achievement };
	}
	*n = rows.n;
	return ERR_OK;
}

/* --- lines as JSON, for one statement ------------------------------------------------------------------ */

/* JSON text of a string: the sheet is valid UTF-8, control characters are escaped. */
static void
add_json_text(struct buf *b, const char *s)
{
	const char *from = s;

	buf_putc(b, '"');
	for (; *s != '\0'; s++) {
		unsigned char ch = (unsigned char)*s;

		if (ch >= 0x20 && ch != '"' && ch != '\\')
			continue;
		buf_add(b, from, (size_t)(s - from));
		if (ch == '"' || ch == '\\')
			buf_printf(b, "\\%c", ch);
		else
			buf_printf(b, "\\u%04x", ch);
		from = s + 1;
	}
	buf_add(b, from, (size_t)(s - from));
	buf_putc(b, '"');
}

static void
add_json_field(struct buf *b, const char *name, const char *value)
{
	buf_printf(b, ",\"%s\":", name);
	add_json_text(b, value);
}

/* A text for people that is too long is kept in raw; the column holds what fits its purpose. */
static void
add_json_line(struct arena *a, struct buf *b, const struct sheet_line *l)
{
	buf_printf(b, "{\"row_no\":%" PRId32 ",\"raw\":[", l->row_no);
	for (size_t i = 0; i < l->ncells; i++) {
		if (i > 0)
			buf_putc(b, ',');
		add_json_text(b, l->cells[i]);
	}
	buf_putc(b, ']');
	add_json_field(b, "kind", nominee_kind_text(l->kind));
	add_json_field(b, "name", l->name);
	add_json_field(b, "name_folded", l->name_folded);
	if (l->kind == NOMINEE_KIND_PERSON && l->gender_known)
		add_json_field(b, "gender", gender_text(l->gender));
	if (l->kind == NOMINEE_KIND_PERSON && l->birth.on.year != 0)
		add_json_field(b, "born_on", date_format_iso(a, l->birth.on));
	if (l->kind == NOMINEE_KIND_PERSON && l->birth.year != 0)
		buf_printf(b, ",\"born_year\":%" PRId32, l->birth.year);
	add_json_field(b, "position", l->position);
	add_json_field(b, "workplace", l->workplace);
	if (l->award_type_id.v != 0)
		buf_printf(b, ",\"award_type_id\":%" PRId64, l->award_type_id.v);
	add_json_field(b, "field", achievement_field_text(l->field));
	add_json_field(b, "achievement", l->achievement);
	add_json_field(b, "problems", l->problems);
	add_json_field(b, "warnings", l->warnings);
	buf_printf(b, ",\"duplicate\":%s}", l->duplicate ? "true" : "false");
}

static enum err
store_lines(struct ctx *c, struct import_id id, const struct sheet *s)
{
	struct buf b = { 0 };
	enum err err;
	int64_t affected;

	buf_putc(&b, '[');
	for (size_t i = 0; i < s->n; i++) {
		if (i > 0)
			buf_putc(&b, ',');
		add_json_line(c->arena, &b, &s->v[i]);
	}
	buf_putc(&b, ']');
	err = sql_dossier_import_rows_insert(c->db, c->arena,
	    &(struct sql_dossier_import_rows_insert_params){ .import_id = id, .lines = b.p },
	    &affected);
	buf_free(&b);
	if (err == ERR_OK && affected != (int64_t)s->n)
		err = ERR_INTERNAL;
	return err;
}

/* --- use cases ------------------------------------------------------------------------------------------ */

/* The dossier, held, still a draft: a list that was filed is not extended or cut by a sheet. */
static enum err
begin_draft_change(struct ctx *c, struct dossier_id dossier, struct sql_dossier_get_row *d)
{
	MUST(dossier_op_begin_change(c, dossier, d));
	return d->state == DOSSIER_STATE_DRAFT ? ERR_OK : ERR_CONFLICT;
}

static enum err
audit(struct ctx *c, const char *action, struct import_id id, struct unit_id unit,
    struct dossier_id dossier, const char *file_name, int64_t lines)
{
	return audit_json(c, action, "import", id.v, unit,
	    json_pack("{s:I,s:s,s:I}", "dossier_id", (json_int_t)dossier.v, "file_name",
		file_name, "lines", (json_int_t)lines));
}

enum err
import_op_begin(struct ctx *c, struct dossier_id dossier, const char *file_name,
    const char *bytes, size_t n, enum sheet_fault *fault, struct sheet *sheet,
    struct import_id *id)
{
	struct sql_dossier_get_row d;
	struct sql_dossier_import_insert_row row;
	struct award_table awards;
	struct sheet_known *known;
	size_t nknown;

	*fault = SHEET_OK;
	MUST(begin_draft_change(c, dossier, &d));
	MUST(load_awards(c, &awards));
	*fault = sheet_read(c->arena, bytes, n, awards.v, awards.n, date_of(c->now), sheet);
	if (*fault != SHEET_OK)
		return ERR_INVALID;
	MUST(load_known(c, dossier, &known, &nknown));
	sheet_find_doubles(c->arena, sheet, known, nknown);
	MUST(sql_dossier_import_insert(c->db, c->arena,
	    &(struct sql_dossier_import_insert_params){
		.dossier_id = dossier, .unit_id = d.unit_id, .file_name = file_name },
	    &row));
	*id = row.import_id;
	MUST(store_lines(c, *id, sheet));
	return audit(c, "import.begin", *id, d.unit_id, dossier, file_name, (int64_t)sheet->n);
}

enum err
import_op_get(struct ctx *c, struct dossier_id dossier, struct import_id id,
    struct sql_dossier_import_get_row *row)
{
	return sql_dossier_import_get(c->db, c->arena,
	    &(struct sql_dossier_import_get_params){ .import_id = id, .dossier_id = dossier },
	    row);
}

/* The import moved from one state to another; ERR_CONFLICT when it is not in that state (any more). */
static enum err
move(struct ctx *c, struct dossier_id dossier, struct import_id id, enum import_state from,
    enum import_state to)
{
	int64_t affected;

	MUST(sql_dossier_import_set_state(c->db, c->arena,
	    &(struct sql_dossier_import_set_state_params){
		.import_id = id, .dossier_id = dossier, .from_state = from, .to_state = to },
	    &affected));
	return affected == 1 ? ERR_OK : ERR_CONFLICT;
}

enum err
import_op_confirm(struct ctx *c, struct dossier_id dossier, struct import_id id, int64_t *added)
{
	struct sql_dossier_get_row d;
	struct sql_dossier_import_get_row i;
	int64_t matched;

	MUST(begin_draft_change(c, dossier, &d));
	MUST(import_op_get(c, dossier, id, &i));
	if (i.state != IMPORT_STATE_PREVIEW)
		return ERR_CONFLICT;
	if (i.bad > 0 || i.fresh == 0)
		return ERR_INVALID;
	MUST(move(c, dossier, id, IMPORT_STATE_PREVIEW, IMPORT_STATE_CONFIRMED));
	MUST(sql_dossier_import_confirm(c->db, c->arena,
	    &(struct sql_dossier_import_confirm_params){
		.dossier_id = dossier, .unit_id = d.unit_id, .import_id = id },
	    added));
	if (*added != i.fresh)
		return ERR_CONFLICT;
	MUST(nominee_op_match_dossier(c, dossier, &matched));
	return audit(c, "import.confirm", id, d.unit_id, dossier, i.file_name, *added);
}

enum err
import_op_undo(struct ctx *c, struct dossier_id dossier, struct import_id id, int64_t *removed)
{
	struct sql_dossier_get_row d;
	struct sql_dossier_import_get_row i;

	MUST(begin_draft_change(c, dossier, &d));
	MUST(import_op_get(c, dossier, id, &i));
	MUST(move(c, dossier, id, IMPORT_STATE_CONFIRMED, IMPORT_STATE_UNDONE));
	MUST(sql_dossier_import_undo(c->db, c->arena,
	    &(struct sql_dossier_import_undo_params){ .import_id = id, .dossier_id = dossier },
	    removed));
	MUST(sql_dossier_nominations_renumber(c->db, c->arena,
	    &(struct sql_dossier_nominations_renumber_params){ .dossier_id = dossier }, NULL));
	return audit(c, "import.undo", id, d.unit_id, dossier, i.file_name, *removed);
}

enum err
import_op_drop(struct ctx *c, struct dossier_id dossier, struct import_id id)
{
	struct sql_dossier_get_row d;
	struct sql_dossier_import_get_row i;

	MUST(begin_draft_change(c, dossier, &d));
	MUST(import_op_get(c, dossier, id, &i));
	MUST(move(c, dossier, id, IMPORT_STATE_PREVIEW, IMPORT_STATE_DROPPED));
	MUST(sql_dossier_import_rows_delete(c->db, c->arena,
	    &(struct sql_dossier_import_rows_delete_params){ .import_id = id }, NULL));
	return audit(c, "import.drop", id, d.unit_id, dossier, i.file_name, i.total);
}

enum err
import_op_rows(struct ctx *c, struct import_id id, int32_t after, bool only_problems,
    int64_t count, struct sql_dossier_import_rows_rows *rows)
{
	return sql_dossier_import_rows(c->db, c->arena,
	    &(struct sql_dossier_import_rows_params){ .import_id = id,
		.after = after,
		.only_problems = only_problems,
		.count = count },
	    rows);
}

enum err
import_op_edited(struct ctx *c, struct dossier_id dossier, struct import_id id,
    struct sql_dossier_import_edited_row *row)
{
	return sql_dossier_import_edited(c->db, c->arena,
	    &(struct sql_dossier_import_edited_params){
		.import_id = id, .dossier_id = dossier },
	    row);
}
