/* The preview of an import: every row with its class and reasons, the mapping, loose awards, fixing in place. */
#include "dossier/dossier_preview_page.h"

#include <inttypes.h>
#include <string.h>

#include "core/money.h"
#include "core/str.h"
#include "tmpl/dossier.h"

#define PREVIEW_PAGE 100
#define FINDINGS     12
#define ANSWERS_MAX  50

/* Classes in the order of the chips, with their words in addresses. */
static const struct {
	enum import_class class;
	const char *tag;
} classes[] = {
	{ IMPORT_CLASS_PROBLEM, "refused" },
	{ IMPORT_CLASS_NEW, "done" },
	{ IMPORT_CLASS_CHANGED, "progress" },
	{ IMPORT_CLASS_REMOVED, "attention" },
	{ IMPORT_CLASS_DUPLICATE, "neutral" },
	{ IMPORT_CLASS_SAME, "neutral" },
	{ IMPORT_CLASS_IGNORED, "neutral" },
};

static const char *class_tag(enum import_class class)
{
	for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++) {
		if (classes[i].class == class)
			return classes[i].tag;
	}
	return "neutral";
}

static int64_t
count_of(const struct sql_dossier_import_get_row *i, enum import_class class)
{
	switch (class) {
	case IMPORT_CLASS_NEW: return i->fresh;
	case IMPORT_CLASS_CHANGED: return i->changed;
	case IMPORT_CLASS_SAME: return i->same;
	case IMPORT_CLASS_DUPLICATE: return i->duplicates;
	case IMPORT_CLASS_PROBLEM: return i->bad;
	case IMPORT_CLASS_REMOVED: return i->removed;
	case IMPORT_CLASS_IGNORED: return i->ignored;
	case IMPORT_CLASS_COUNT: break;
	}
	return 0;
}

/* --- one row ----------------------------------------------------------------------------------------- */

static size_t
split_findings(
    struct web_req *req, const char *text, bool problem, struct import_finding *out, size_t n)
{
	char *copy = arena_strdup(req->arena, text), *line, *next;

	for (line = copy; line != NULL && line[0] != '\0' && n < FINDINGS; line = next) {
		if ((next = strchr(line, '\n')) != NULL)
			*next++ = '\0';
		out[n].problem = problem;
		out[n].text = sheet_finding(req->arena, req->lang, line, &out[n].column);
		n++;
	}
	return n;
}

static const char *
old_text(struct web_req *req, const json_t *old, enum sheet_column column, const char *award)
{
	const char *name = column == SHEET_BORN ? "born_on" : sheet_column_text(column);
	const char *text = json_string_value(json_object_get(old, name));
	enum achievement_field field;
	enum nominee_kind kind;
	enum gender gender;
	struct date day;

	switch (column) {
	case SHEET_GENDER:
		return text != NULL && gender_parse(text, &gender)
		    ? tr(req->lang, gender_words(gender))
		    : "";
	case SHEET_KIND:
		return text != NULL && nominee_kind_parse(text, &kind)
		    ? tr(req->lang, nominee_kind_words(kind))
		    : "";
	case SHEET_FIELD:
		return text != NULL && achievement_field_parse(text, &field)
		    ? tr(req->lang, achievement_field_words(field))
		    : "";
	case SHEET_BORN:
		if (text != NULL && date_parse(text, &day) == ERR_OK)
			return date_format(req->arena, day);
		if (json_is_integer(json_object_get(old, "born_year")))
			return arena_printf(req->arena, "%" JSON_INTEGER_FORMAT,
			    json_integer_value(json_object_get(old, "born_year")));
		return "";
	case SHEET_AWARD: return award;
	default: return text != NULL ? arena_strdup(req->arena, text) : "";
	}
}

static const char *
new_text(struct web_req *req, const struct import_line *l, enum sheet_column column)
{
	const struct sql_dossier_import_rows_row *r = l->r;

	switch (column) {
	case SHEET_NAME: return r->name;
	case SHEET_POSITION: return r->position;
	case SHEET_WORKPLACE: return r->workplace;
	case SHEET_ACHIEVEMENT: return r->achievement;
	case SHEET_AWARD: return r->award_name;
	case SHEET_BORN: return l->born;
	case SHEET_GENDER: return r->gender_null ? "" : tr(req->lang, gender_words(r->gender));
	case SHEET_KIND: return r->kind_null ? "" : tr(req->lang, nominee_kind_words(r->kind));
	case SHEET_FIELD: return tr(req->lang, achievement_field_words(r->field));
	default: return "";
	}
}

static void
read_changes(struct web_req *req, struct import_line *l)
{
	json_t *old = l->r->old != NULL ? json_loads(l->r->old, 0, NULL) : NULL;
	struct import_change *out = arena_array(req->arena, SHEET_COLUMN_COUNT, sizeof(*out));

	for (int i = 1; i < SHEET_COLUMN_COUNT && old != NULL; i++) {
		const char *name = sheet_column_text((enum sheet_column)i);
		const char *at = strstr(l->r->changes, name);
		size_t n = strlen(name);

		if (at == NULL || (at[n] != '\0' && at[n] != ',') ||
		    (at > l->r->changes && at[-1] != ','))
			continue;
		out[l->nchanges++] =
		    (struct import_change){ sheet_column_words((enum sheet_column)i),
			    old_text(req, old, (enum sheet_column)i,
				tr(req->lang, T("(danh hiệu khác)"))),
			    new_text(req, l, (enum sheet_column)i) };
	}
	json_decref(old);
	l->changes = out;
}

static void
read_line(struct web_req *req, const struct sql_dossier_import_get_row *i, bool may_fix,
    const struct sql_dossier_import_rows_row *r, struct import_line *l)
{
	struct import_finding *f = arena_array(req->arena, FINDINGS, sizeof(*f));

	l->r = r;
	l->born = birth_format(
	    req->arena, (struct birth){ r->born_on, r->born_year_null ? 0 : r->born_year });
	l->place = r->row_no < SHEET_REMOVED_FROM
	    ? arena_printf(req->arena, "%" PRId32, r->row_no)
	    : "";
	l->nfindings = split_findings(req, r->problems, true, f, 0);
	l->nfindings = split_findings(req, r->warnings, false, f, l->nfindings);
	l->findings = f;
	if (r->changes[0] != '\0')
		read_changes(req, l);
	l->tag = (struct ui_tag){ import_class_words(r->class), class_tag(r->class) };
	if (!may_fix || r->class == IMPORT_CLASS_REMOVED)
		return;
	l->may_drop = r->class != IMPORT_CLASS_IGNORED && r->class != IMPORT_CLASS_SAME &&
	    r->class != IMPORT_CLASS_DUPLICATE;
	l->may_fix = l->may_drop;
	l->may_keep =
	    (r->class == IMPORT_CLASS_IGNORED && r->decision == IMPORT_DECISION_AUTO &&
		r->row_no > i->header_row && i->mapping[0] != '\0') ||
	    (r->class == IMPORT_CLASS_PROBLEM && r->changes[0] != '\0');
	l->may_reset = r->decision != IMPORT_DECISION_AUTO || strcmp(r->fix, "{}") != 0;
}

/* --- the list -------------------------------------------------------------------------------------------- */

static const char *
preview_href(
    struct web_req *req, const struct import_show_view *v, const char *class, int32_t after)
{
	return arena_printf(req->arena, "/ho-so/%" PRId64 "/nhap/%" PRId64 "?lop=%s%s",
	    v->d->dossier_id.v, v->i->import_id.v, class[0] != '\0' ? class : "tat-ca",
	    after > 0 ? arena_printf(req->arena, "&sau=%" PRId32, after) : "");
}

static void
read_filters(struct web_req *req, struct import_show_view *v)
{
	struct ui_filter *f =
	    arena_array(req->arena, sizeof(classes) / sizeof(classes[0]) + 1, sizeof(*f));
	size_t n = 0;

	f[n++] = (struct ui_filter){ T("Tất cả"), preview_href(req, v, "", 0),
		v->i->total + v->i->removed, v->class_text[0] == '\0' };
	for (size_t k = 0; k < sizeof(classes) / sizeof(classes[0]); k++) {
		const char *text = import_class_text(classes[k].class);
		int64_t total = count_of(v->i, classes[k].class);

		if (total > 0 || str_eq(text, v->class_text))
			f[n++] = (struct ui_filter){ import_class_words(classes[k].class),
				preview_href(req, v, text, 0), total,
				str_eq(text, v->class_text) };
	}
	v->filters = (struct ui_filters){ T("Lọc theo kết quả đọc"), f, n };
}

static enum err
read_lines(struct web_req *req, struct import_show_view *v)
{
	struct sql_dossier_import_rows_rows rows;
	enum import_class class;
	bool filtered = v->class_text[0] != '\0';
	struct import_line *l;
	int64_t after;

	if (filtered && !import_class_parse(v->class_text, &class))
		return ERR_BAD_REQUEST;
	MUST(web_query_i64(req, "sau", 0, INT32_MAX, 0, &after));
	MUST(import_op_rows(req->ctx, v->i->import_id, (int32_t)after, filtered ? &class : NULL,
	    PREVIEW_PAGE + 1, &rows));
	v->pages.total = filtered ? count_of(v->i, class) : v->i->total + v->i->removed;
	if (rows.n > PREVIEW_PAGE) {
		rows.n = PREVIEW_PAGE;
		v->pages.next_href =
		    preview_href(req, v, v->class_text, rows.v[PREVIEW_PAGE - 1].row_no);
	}
	if (after > 0)
		v->pages.start_href = preview_href(req, v, v->class_text, 0);
	l = arena_array(req->arena, rows.n + 1, sizeof(*l));
	for (size_t i = 0; i < rows.n; i++)
		read_line(req, v->i, v->may_fix, &rows.v[i], &l[i]);
	v->lines = l;
	v->nlines = rows.n;
	return ERR_OK;
}

/* --- the mapping and the questions ------------------------------------------------------------------------ */

static const char *
column_letter(struct arena *a, size_t i)
{
	if (i < 26)
		return arena_printf(a, "%c", (int)('A' + i));
	return arena_printf(a, "%c%c", (int)('A' + i / 26 - 1), (int)('A' + i % 26));
}

static enum err
read_columns(struct web_req *req, struct import_show_view *v)
{
	struct sql_dossier_import_rows_rows rows;
	struct sheet_map map = { 0 };
	struct sheet_row sample = { 0 };
	struct import_column *c;
	json_t *headings = json_loads(v->i->headings, 0, NULL);

	if (!sheet_map_parse(v->i->mapping, &map)) {
		json_decref(headings);
		return ERR_INTERNAL;
	}
	/* The first row below the headings says most about a column. */
	if (import_op_rows(req->ctx, v->i->import_id, v->i->header_row + 1, NULL, 1, &rows) ==
		ERR_OK &&
	    rows.n > 0)
		(void)sheet_read_cells(req->arena, rows.v[0].raw, &sample);
	c = arena_array(req->arena, map.n + 1, sizeof(*c));
	for (size_t i = 0; i < map.n; i++) {
		struct option *o = arena_array(req->arena, SHEET_COLUMN_COUNT, sizeof(*o));
		const char *heading = json_string_value(json_array_get(headings, i));

		for (int k = 0; k < SHEET_COLUMN_COUNT; k++)
			o[k] = (struct option){ sheet_column_text((enum sheet_column)k),
				sheet_column_words((enum sheet_column)k), NULL,
				map.of[i] == (enum sheet_column)k };
		c[i] = (struct import_column){ arena_printf(req->arena, "c%zu", i),
			column_letter(req->arena, i),
			arena_strdup(req->arena, heading != NULL ? heading : ""),
			i < sample.ncells ? sample.cells[i].text : "", o, SHEET_COLUMN_COUNT };
		if (strlen(c[i].sample) > 80)
			c[i].sample = "…";
	}
	v->columns = c;
	v->ncolumns = map.n;
	v->header_row = arena_printf(req->arena, "%" PRId32, v->i->header_row);
	json_decref(headings);
	return ERR_OK;
}

/* Awards a kind of nominee may get today, the proposed one chosen. */
static enum err
award_options(struct web_req *req, enum nominee_kind kind, int64_t chosen, const char *none,
    const char *prefix, const struct option **out, size_t *n)
{
	struct sql_dossier_awards_rows rows;
	struct option *o;

	MUST(nomination_op_awards(req->ctx, &rows));
	o = arena_array(req->arena, rows.n + 2, sizeof(*o));
	*n = 0;
	o[(*n)++] = (struct option){ "", none, NULL, chosen == 0 };
	for (size_t i = 0; i < rows.n; i++) {
		if (award_fits(rows.v[i].recipient, kind))
			o[(*n)++] = (struct option){ arena_printf(req->arena, "%s%" PRId64,
							 prefix, rows.v[i].award_type_id.v),
				rows.v[i].name, NULL, rows.v[i].award_type_id.v == chosen };
	}
	*out = o;
	return ERR_OK;
}

static enum err
read_questions(struct web_req *req, struct import_show_view *v)
{
	struct sql_dossier_import_pending_rows rows;
	struct import_question *q;

	MUST(import_op_pending(req->ctx, v->i->import_id, &rows));
	q = arena_array(req->arena, rows.n + 1, sizeof(*q));
	for (size_t i = 0; i < rows.n; i++) {
		q[i].p = &rows.v[i];
		q[i].typed_field = arena_printf(req->arena, "t%zu", i);
		q[i].kind_field = arena_printf(req->arena, "k%zu", i);
		q[i].award_field = arena_printf(req->arena, "a%zu", i);
		q[i].kind = nominee_kind_text(rows.v[i].kind);
		MUST(award_options(req, rows.v[i].kind,
		    rows.v[i].award_type_id_null ? 0 : rows.v[i].award_type_id.v,
		    T("(chưa chọn)"), "", &q[i].awards, &q[i].nawards));
	}
	v->questions = q;
	v->nquestions = rows.n;
	return ERR_OK;
}

/* --- the page ------------------------------------------------------------------------------------------------ */

enum err
import_render(struct web_req *req, struct web_res *res, struct dossier_id dossier,
    struct import_id id, struct form *form)
{
	static const struct ui_column columns[] = {
		{ .label = T("Dòng"), .number = true },
		{ .label = T("Họ tên, tập thể, hộ") },
		{ .label = T("Danh hiệu, hình thức đề nghị") },
		{ .label = T("Kết quả đọc") },
		{ .label = "" },
	};
	struct import_show_view v = { .form = form };
	struct sql_dossier_get_row d;
	struct sql_dossier_import_get_row i;
	struct import_finding *notes;
	const char *class = req->method == WEB_GET ? web_query(req, "lop") : NULL, *column;
	struct sheet_map map = { 0 };
	bool mine;

	MUST(dossier_op_get(req->ctx, dossier, &d));
	MUST(import_op_get(req->ctx, dossier, id, &i));
	v.d = &d;
	v.i = &i;
	v.page = page_new(req,
	    i.state == IMPORT_STATE_PREVIEW       ? T("Xem trước danh sách nhập")
		: i.state == IMPORT_STATE_LOADING ? T("Danh sách đang được gửi lên")
						  : T("Danh sách đã nhập từ tệp"));
	v.page.wide = true;
	v.page.form = form;
	dossier_crumbs(req, &v.page, dossier, d.title, v.page.title);
	mine = d.mine && d.state == DOSSIER_STATE_DRAFT;
	v.may_confirm = mine && import_may_confirm(&i);
	v.may_drop =
	    mine && (i.state == IMPORT_STATE_PREVIEW || i.state == IMPORT_STATE_LOADING);
	v.may_undo = mine && i.state == IMPORT_STATE_CONFIRMED;
	v.may_fix = mine && i.state == IMPORT_STATE_PREVIEW;
	v.account = req->ctx->actor->account_id.v;
	/* What needs a hand is shown first when there is any. */
	v.class_text = class != NULL ? class : "";
	if (class == NULL && i.bad > 0 && v.may_fix)
		v.class_text = import_class_text(IMPORT_CLASS_PROBLEM);
	if (str_eq(v.class_text, "tat-ca"))
		v.class_text = "";
	if (v.may_undo)
		MUST(import_op_edited(req->ctx, dossier, id, &v.edited));
	notes = arena_array(req->arena, FINDINGS, sizeof(*notes));
	v.nnotes = split_findings(req, i.notes, false, notes, 0);
	v.notes = notes;
	if (i.state != IMPORT_STATE_LOADING) {
		MUST(read_lines(req, &v));
		read_filters(req, &v);
	}
	if (v.may_fix) {
		MUST(read_columns(req, &v));
		MUST(read_questions(req, &v));
		v.map_open = !sheet_map_parse(i.mapping, &map) ||
		    sheet_map_fault(&map, &column) != NULL ||
		    (form != NULL && form->messages != NULL);
	}
	v.head = (struct ui_head){ columns, sizeof(columns) / sizeof(columns[0]), false };
	tmpl_dossier_import_show(web_html(req, res), &v);
	return ERR_OK;
}

enum err
import_page_show(struct web_req *req, struct web_res *res)
{
	struct dossier_id dossier;
	struct import_id id;

	MUST(import_path(req, &dossier, &id));
	return import_render(req, res, dossier, id, form_new(req));
}

enum err
import_page_choose(struct web_req *req, struct web_res *res)
{
	const char *texts[SHEET_COLUMN_COUNT], *fault, *column = "";
	struct form *form = form_new(req);
	struct sheet_map map = { .chosen = true };
	struct dossier_id dossier;
	struct import_id id;

	MUST(import_path(req, &dossier, &id));
	for (int i = 0; i < SHEET_COLUMN_COUNT; i++)
		texts[i] = sheet_column_text((enum sheet_column)i);
	map.header_row = (int32_t)form_i64(form, "header_row", 0, SHEET_ROWS_MAX, 0);
	for (size_t i = 0; i < SHEET_COLUMNS_MAX; i++) {
		const char *name = arena_printf(req->arena, "c%zu", i);
		int choice;

		if (web_form(req, name) == NULL)
			break;
		choice = web_form(req, name)[0] == '\0'
		    ? (form_text(form, name, 0, 1), 0)
		    : form_choice(form, name, texts, SHEET_COLUMN_COUNT);
		map.of[map.n++] = choice > 0 ? (enum sheet_column)choice : SHEET_IGNORE;
	}
	if ((fault = sheet_map_fault(&map, &column)) != NULL)
		form_error(form, "header_row", fault, 1, tr(req->lang, column));
	if (!form_ok(form)) {
		MUST(import_render(req, res, dossier, id, form));
		return ERR_INVALID;
	}
	MUST(import_op_choose(req->ctx, dossier, id, &map));
	return web_redirect(
	    res, "/ho-so/%" PRId64 "/nhap/%" PRId64 "?tb=da-chon-cot", dossier.v, id.v);
}

enum err
import_page_answer(struct web_req *req, struct web_res *res)
{
	struct import_answer answers[ANSWERS_MAX];
	struct form *form = form_new(req);
	struct dossier_id dossier;
	struct import_id id;
	size_t n = 0;

	MUST(import_path(req, &dossier, &id));
	for (size_t i = 0; i < ANSWERS_MAX; i++) {
		const char *typed, *kind;
		int64_t award;

		if (web_form(req, arena_printf(req->arena, "t%zu", i)) == NULL)
			break;
		typed = form_text(form, arena_printf(req->arena, "t%zu", i), 1, SHEET_CELL_MAX);
		kind = form_text(form, arena_printf(req->arena, "k%zu", i), 1, 20);
		award = form_i64(form, arena_printf(req->arena, "a%zu", i), 0, INT64_MAX, 0);
		if (award == 0)
			continue;
		answers[n].typed = typed;
		answers[n].award_type_id.v = award;
		if (!nominee_kind_parse(kind, &answers[n].kind))
			return ERR_BAD_REQUEST;
		n++;
	}
	if (!form_ok(form))
		return ERR_BAD_REQUEST;
	MUST(import_op_answer(req->ctx, dossier, id, answers, n));
	return web_redirect(
	    res, "/ho-so/%" PRId64 "/nhap/%" PRId64 "?tb=da-xac-nhan-ten", dossier.v, id.v);
}

/* --- one row, fixed in place ---------------------------------------------------------------------------------- */

static enum err
row_path(const struct web_req *req, struct dossier_id *dossier, struct import_id *id,
    int32_t *row_no)
{
	int64_t n;

	MUST(import_path(req, dossier, id));
	MUST(web_path_id(req, "row_no", &n));
	if (n >= SHEET_REMOVED_FROM)
		return ERR_NOT_FOUND;
	*row_no = (int32_t)n;
	return ERR_OK;
}

static json_t *
row_json(const struct import_line *l)
{
	const struct sql_dossier_import_rows_row *r = l->r;
	json_t *findings = json_array(), *old = json_object();

	for (size_t i = 0; i < l->nfindings; i++)
		(void)json_array_append_new(findings,
		    json_pack("{s:s,s:b,s:s}", "column", l->findings[i].column, "problem",
			l->findings[i].problem, "text", l->findings[i].text));
	for (size_t i = 0; i < l->nchanges; i++)
		(void)json_object_set_new(
		    old, l->changes[i].label, json_string(l->changes[i].before));
	return json_pack("{s:i,s:s,s:s,s:s,s:s,s:s,s:s,s:s,s:s,s:I,s:s,s:s,s:o,s:o}", "row_no",
	    (int)r->row_no, "class", import_class_text(r->class), "name", r->name, "kind",
	    r->kind_null ? "" : nominee_kind_text(r->kind), "gender",
	    r->gender_null ? "" : gender_text(r->gender), "born", l->born, "position",
	    r->position, "workplace", r->workplace, "award", r->award_typed, "award_type_id",
	    (json_int_t)(r->award_type_id_null ? 0 : r->award_type_id.v), "field",
	    achievement_field_text(r->field), "achievement", r->achievement, "findings",
	    findings, "old", old);
}

static enum err
answer_row(struct web_req *req, struct web_res *res, struct dossier_id dossier,
    struct import_id id, int32_t row_no)
{
	struct sql_dossier_import_get_row i;
	struct sql_dossier_import_rows_row r;
	struct import_line l = { 0 };

	MUST(import_op_get(req->ctx, dossier, id, &i));
	MUST(import_op_row(req->ctx, id, row_no, &r));
	read_line(req, &i, true, &r, &l);
	return web_json(res,
	    json_pack("{s:o,s:o,s:b}", "row", row_json(&l), "counts", import_counts_json(&i),
		"may_confirm", import_may_confirm(&i)));
}

/* What a field of the form shows: what was typed before, else the cell. */
static const char *
row_text(struct web_req *req, const struct sheet_row *r, const struct sheet_map *map,
    enum sheet_column column)
{
	const struct sheet_cell *c = sheet_cell_of(r, map, column);

	if (r->fix[column] == NULL && c->type == CELL_FORMULA)
		return c->shown;
	return sheet_text_of(req->arena, r, map, column, column == SHEET_ACHIEVEMENT);
}

static enum err
render_row(struct web_req *req, struct web_res *res, struct dossier_id dossier,
    struct import_id id, int32_t row_no)
{
	static const enum sheet_column fields[] = { SHEET_NAME, SHEET_GENDER, SHEET_BORN,
		SHEET_POSITION, SHEET_WORKPLACE, SHEET_ACHIEVEMENT };
	struct import_row_view v = { .form = form_new(req) };
	struct sql_dossier_get_row d;
	struct sql_dossier_import_get_row i;
	struct sql_dossier_import_rows_row r;
	struct sheet_row raw = { 0 };
	struct sheet_map map = { 0 };
	struct option *kinds, *list;
	const char **cells;

	MUST(dossier_op_get_mine(req->ctx, dossier, &d));
	MUST(import_op_get(req->ctx, dossier, id, &i));
	if (i.state != IMPORT_STATE_PREVIEW)
		return ERR_CONFLICT;
	MUST(import_op_row(req->ctx, id, row_no, &r));
	if (!sheet_read_cells(req->arena, r.raw, &raw) ||
	    !sheet_read_fix(req->arena, r.fix, &raw) || !sheet_map_parse(i.mapping, &map))
		return ERR_INTERNAL;
	v.d = &d;
	v.i = &i;
	v.page = page_new(
	    req, arena_printf(req->arena, "%s %" PRId32, tr(req->lang, T("Sửa dòng")), row_no));
	v.page.form = v.form;
	dossier_crumbs(req, &v.page, dossier, d.title, v.page.title);
	read_line(req, &i, true, &r, &v.line);
	v.local = (struct draft_local){ req->ctx->actor->account_id.v,
		arena_printf(req->arena, "dong:%" PRId64 ":%" PRId32, id.v, row_no),
		req->method == WEB_POST };
	for (size_t k = 0; k < sizeof(fields) / sizeof(fields[0]); k++)
		form_set(v.form, sheet_column_text(fields[k]),
		    fields[k] == SHEET_NAME && r.name[0] != '\0' &&
			    r.class != IMPORT_CLASS_IGNORED
			? r.name
			: row_text(req, &raw, &map, fields[k]));
	for (size_t k = 0; k < v.line.nfindings; k++) {
		if (v.line.findings[k].problem && v.line.findings[k].column[0] != '\0')
			form_error(
			    v.form, v.line.findings[k].column, v.line.findings[k].text, 0);
	}
	cells = arena_array(req->arena, raw.ncells + 1, sizeof(*cells));
	for (size_t k = 0; k < raw.ncells; k++) {
		if (raw.cells[k].type == CELL_EMPTY)
			continue;
		cells[v.ncells++] = raw.cells[k].type == CELL_FORMULA
		    ? arena_printf(req->arena, "=%s", raw.cells[k].text)
		    : raw.cells[k].text;
	}
	v.cells = cells;
	MUST(award_options(req, r.kind_null ? NOMINEE_KIND_PERSON : r.kind,
	    r.award_type_id_null ? 0 : r.award_type_id.v, T("(chọn danh hiệu)"), "#", &v.awards,
	    &v.nawards));
	kinds = arena_array(req->arena, NOMINEE_KIND_COUNT, sizeof(*kinds));
	for (int k = 0; k < NOMINEE_KIND_COUNT; k++)
		kinds[v.nkinds++] = (struct option){ nominee_kind_text((enum nominee_kind)k),
			nominee_kind_words((enum nominee_kind)k), NULL,
			!r.kind_null && r.kind == (enum nominee_kind)k };
	v.kinds = kinds;
	list = arena_array(req->arena, ACHIEVEMENT_FIELD_COUNT, sizeof(*list));
	for (int k = 0; k < ACHIEVEMENT_FIELD_COUNT; k++)
		list[v.nfields++] =
		    (struct option){ achievement_field_text((enum achievement_field)k),
			    achievement_field_words((enum achievement_field)k), NULL,
			    r.field == (enum achievement_field)k };
	v.fields = list;
	tmpl_dossier_import_row(web_html(req, res), &v);
	return ERR_OK;
}

enum err
import_page_row(struct web_req *req, struct web_res *res)
{
	struct dossier_id dossier;
	struct import_id id;
	int32_t row_no;

	MUST(row_path(req, &dossier, &id, &row_no));
	if (web_wants_json(req))
		return answer_row(req, res, dossier, id, row_no);
	return render_row(req, res, dossier, id, row_no);
}

enum err
import_page_decide(struct web_req *req, struct web_res *res)
{
	static const char *const acts[] = { "sua", "bo", "giu", "lai" };
	static const enum import_decision decisions[] = { IMPORT_DECISION_AUTO,
		IMPORT_DECISION_DROP, IMPORT_DECISION_KEEP, IMPORT_DECISION_AUTO };
	static const enum sheet_column columns[] = { SHEET_NAME, SHEET_KIND, SHEET_GENDER,
		SHEET_BORN, SHEET_POSITION, SHEET_WORKPLACE, SHEET_AWARD, SHEET_FIELD,
		SHEET_ACHIEVEMENT };
	const char *fix[SHEET_COLUMN_COUNT] = { NULL };
	struct form *form = form_new(req);
	struct sql_dossier_import_rows_row before;
	struct dossier_id dossier;
	struct import_id id;
	enum import_decision decision;
	int32_t row_no;
	int act;

	MUST(row_path(req, &dossier, &id, &row_no));
	act = form_choice(form, "viec", acts, 4);
	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++) {
		const char *name = sheet_column_text(columns[i]), *text;

		if (web_form(req, name) == NULL)
			continue;
		text = columns[i] == SHEET_ACHIEVEMENT
		    ? form_multiline(form, name, 0, SHEET_CELL_MAX)
		    : form_text(form, name, 0, SHEET_CELL_MAX);
		/* No award chosen from the list leaves what was written. */
		if (columns[i] != SHEET_AWARD || text != NULL)
			fix[columns[i]] = text != NULL ? text : "";
	}
	if (act < 0 || !form_ok(form))
		return ERR_BAD_REQUEST;
	decision = decisions[act];
	/* A row somebody took for a nominee stays one while it is being fixed. */
	MUST(import_op_row(req->ctx, id, row_no, &before));
	if (act == 0 &&
	    (before.decision == IMPORT_DECISION_KEEP || before.class == IMPORT_CLASS_IGNORED))
		decision = IMPORT_DECISION_KEEP;
	MUST(import_op_decide(req->ctx, dossier, id, row_no, decision, fix, act == 3));
	if (web_wants_json(req))
		return answer_row(req, res, dossier, id, row_no);
	return web_redirect(res,
	    "/ho-so/%" PRId64 "/nhap/%" PRId64 "?tb=da-sua-dong#dong-%" PRId32, dossier.v, id.v,
	    row_no);
}
