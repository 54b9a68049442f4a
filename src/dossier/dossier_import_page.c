/* Handlers of imports: upload, preview, confirm, undo, drop. */
#include <inttypes.h>
#include <string.h>

#include "core/money.h"
#include "core/str.h"
#include "dossier/dossier_page.h"
#include "tmpl/dossier.h"

#define PREVIEW_PAGE 200
#define FINDINGS     12

static enum err
show_upload(struct web_req *req, struct web_res *res, struct import_form_view *v)
{
	v->page = page_new(req, T("Nhập danh sách từ tệp"));
	v->page.form = v->form;
	dossier_crumbs(req, &v->page, v->d->dossier_id, v->d->title, v->page.title);
	tmpl_dossier_import_form(web_html(req, res), v);
	return ERR_OK;
}

static enum err
find_draft(struct web_req *req, struct sql_dossier_get_row *d)
{
	struct dossier_id id;

	MUST(dossier_path(req, &id));
	MUST(dossier_op_get_mine(req->ctx, id, d));
	return d->state == DOSSIER_STATE_DRAFT ? ERR_OK : ERR_CONFLICT;
}

enum err
import_page_new(struct web_req *req, struct web_res *res)
{
	struct sql_dossier_get_row d;
	struct import_form_view v = { .form = form_new(req), .d = &d };

	MUST(find_draft(req, &d));
	return show_upload(req, res, &v);
}

static enum err
read_upload(struct web_req *req, const struct web_file *file, char **bytes)
{
	size_t have = 0;

	*bytes = arena_alloc(req->arena, file->length + 1);
	while (have < file->length) {
		ssize_t got = web_file_read(file, *bytes + have, file->length - have, have);

		if (got <= 0)
			return ERR_BAD_REQUEST;
		have += (size_t)got;
	}
	return ERR_OK;
}

enum err
import_page_create(struct web_req *req, struct web_res *res)
{
	struct sql_dossier_get_row d;
	struct import_form_view v = { .form = form_new(req), .d = &d };
	const struct web_file *file;
	struct import_id id;
	struct sheet sheet;
	enum sheet_fault fault = SHEET_OK;
	enum err err;
	char *bytes = NULL;

	MUST(find_draft(req, &d));
	file = form_file(v.form, "file", true);
	if (file != NULL && file->length > SHEET_BYTES_MAX)
		form_error(v.form, "file", sheet_fault_words(SHEET_TOO_LARGE), 0);
	if (file == NULL || !form_ok(v.form)) {
		MUST(show_upload(req, res, &v));
		return ERR_INVALID;
	}
	MUST(read_upload(req, file, &bytes));
	err = import_op_begin(
	    req->ctx, d.dossier_id, file->name, bytes, file->length, &fault, &sheet, &id);
	if (err == ERR_INVALID && fault != SHEET_OK) {
		form_error(v.form, "file", sheet_fault_words(fault), 1, sheet.detail);
		MUST(show_upload(req, res, &v));
		return ERR_INVALID;
	}
	MUST(err);
	return web_redirect(res, "/ho-so/%" PRId64 "/nhap/%" PRId64, d.dossier_id.v, id.v);
}

/* --- preview ---------------------------------------------------------------------------------------- */

/* Findings are kept one a line; more than fit are still counted by the last one shown. */
static size_t
split_findings(struct web_req *req, const char *text, const char *out[FINDINGS])
{
	char *copy = arena_strdup(req->arena, text), *line, *next;
	size_t n = 0;

	for (line = copy; line != NULL && line[0] != '\0' && n < FINDINGS; line = next) {
		if ((next = strchr(line, '\n')) != NULL)
			*next++ = '\0';
		out[n++] = sheet_finding(req->arena, req->lang, line);
	}
	return n;
}

static struct ui_tag
line_tag(const struct sql_dossier_import_rows_row *r)
{
	if (r->problems[0] != '\0')
		return (struct ui_tag){ T("Cần sửa"), "refused" };
	if (r->duplicate)
		return (struct ui_tag){ T("Trùng"), "neutral" };
	if (r->warnings[0] != '\0')
		return (struct ui_tag){ T("Mới, cần xem lại"), "attention" };
	return (struct ui_tag){ T("Mới"), "done" };
}

static const char *
preview_href(struct web_req *req, const struct import_show_view *v, int32_t after)
{
	return arena_printf(req->arena, "/ho-so/%" PRId64 "/nhap/%" PRId64 "?xem=%s%s",
	    v->d->dossier_id.v, v->i->import_id.v, v->only_problems ? "can-xem" : "tat-ca",
	    after > 0 ? arena_printf(req->arena, "&sau=%" PRId32, after) : "");
}

static enum err
read_lines(struct web_req *req, struct import_show_view *v)
{
	struct sql_dossier_import_rows_rows rows;
	struct import_line *l;
	int64_t after;

	MUST(web_query_i64(req, "sau", 0, INT32_MAX, 0, &after));
	MUST(import_op_rows(req->ctx, v->i->import_id, (int32_t)after, v->only_problems,
	    PREVIEW_PAGE + 1, &rows));
	v->pages.total = v->only_problems ? -1 : v->i->total;
	if (rows.n > PREVIEW_PAGE) {
		rows.n = PREVIEW_PAGE;
		v->pages.next_href = preview_href(req, v, rows.v[PREVIEW_PAGE - 1].row_no);
	}
	if (after > 0)
		v->pages.start_href = preview_href(req, v, 0);
	l = arena_array(req->arena, rows.n + 1, sizeof(*l));
	for (size_t i = 0; i < rows.n; i++) {
		const struct sql_dossier_import_rows_row *r = &rows.v[i];

		l[i].r = r;
		l[i].born = birth_format(req->arena,
		    (struct birth){ r->born_on, r->born_year_null ? 0 : r->born_year });
		l[i].nproblems = split_findings(req, r->problems, l[i].problems);
		l[i].nwarnings = split_findings(req, r->warnings, l[i].warnings);
		l[i].tag = line_tag(r);
	}
	v->lines = l;
	v->nlines = rows.n;
	return ERR_OK;
}

static void
read_stats(struct web_req *req, struct import_show_view *v)
{
	struct ui_stat *s = arena_array(req->arena, 4, sizeof(*s));

	s[v->stats.n++] = (struct ui_stat){ v->i->fresh,
		v->i->bad > 0 ? T("dòng mới, đọc được") : T("sẽ vào danh sách"), NULL };
	s[v->stats.n++] = (struct ui_stat){ v->i->bad, T("dòng cần sửa"), NULL };
	s[v->stats.n++] =
	    (struct ui_stat){ v->i->duplicates, T("dòng trùng, không nhập lại"), NULL };
	s[v->stats.n++] = (struct ui_stat){ v->i->warned, T("dòng nên xem lại"), NULL };
	v->stats.v = s;
}

static enum err
render(struct web_req *req, struct web_res *res, struct dossier_id dossier, struct import_id id)
{
	static const struct ui_column columns[] = {
		{ .label = T("Dòng"), .number = true },
		{ .label = T("Họ tên, tập thể, hộ") },
		{ .label = T("Ngày sinh") },
		{ .label = T("Danh hiệu, hình thức đề nghị") },
		{ .label = T("Kết quả đọc") },
	};
	struct import_show_view v = { 0 };
	struct sql_dossier_get_row d;
	struct sql_dossier_import_get_row i;
	struct sql_dossier_import_edited_row edited;
	const char *only = web_query(req, "xem");
	bool mine;

	MUST(dossier_op_get(req->ctx, dossier, &d));
	MUST(import_op_get(req->ctx, dossier, id, &i));
	v.d = &d;
	v.i = &i;
	v.page = page_new(req,
	    i.state == IMPORT_STATE_PREVIEW ? T("Xem trước danh sách nhập")
					    : T("Danh sách đã nhập từ tệp"));
	v.page.wide = true;
	dossier_crumbs(req, &v.page, dossier, d.title, v.page.title);
	mine = d.mine && d.state == DOSSIER_STATE_DRAFT;
	v.may_confirm = mine && i.state == IMPORT_STATE_PREVIEW && i.bad == 0 && i.fresh > 0;
	v.may_drop = mine && i.state == IMPORT_STATE_PREVIEW;
	v.may_undo = mine && i.state == IMPORT_STATE_CONFIRMED;
	/* What needs a look is shown first when there is any. */
	v.only_problems = only != NULL ? str_eq(only, "can-xem") : i.bad > 0;
	if (v.may_undo) {
		MUST(import_op_edited(req->ctx, dossier, id, &edited));
		v.edited = edited.edited;
	}
	MUST(read_lines(req, &v));
	read_stats(req, &v);
	v.head = (struct ui_head){ columns, sizeof(columns) / sizeof(columns[0]), false };
	tmpl_dossier_import_show(web_html(req, res), &v);
	return ERR_OK;
}

static enum err
path(const struct web_req *req, struct dossier_id *dossier, struct import_id *id)
{
	MUST(dossier_path(req, dossier));
	return web_path_id(req, "import_id", &id->v);
}

enum err
import_page_show(struct web_req *req, struct web_res *res)
{
	struct dossier_id dossier;
	struct import_id id;

	MUST(path(req, &dossier, &id));
	return render(req, res, dossier, id);
}

/* A form of a button alone: nothing but the guard may be in it. */
static enum err
nothing_else(struct web_req *req)
{
	return form_ok(form_new(req)) ? ERR_OK : ERR_BAD_REQUEST;
}

enum err
import_page_confirm(struct web_req *req, struct web_res *res)
{
	struct dossier_id dossier;
	struct import_id id;
	int64_t added;
	enum err err;

	MUST(path(req, &dossier, &id));
	MUST(nothing_else(req));
	err = import_op_confirm(req->ctx, dossier, id, &added);
	if (err == ERR_INVALID)
		MUST(render(req, res, dossier, id));
	MUST(err);
	return web_redirect(res, "/ho-so/%" PRId64 "?tb=da-nhap#danh-sach", dossier.v);
}

enum err
import_page_undo(struct web_req *req, struct web_res *res)
{
	struct dossier_id dossier;
	struct import_id id;
	int64_t removed;

	MUST(path(req, &dossier, &id));
	MUST(nothing_else(req));
	MUST(import_op_undo(req->ctx, dossier, id, &removed));
	return web_redirect(res, "/ho-so/%" PRId64 "?tb=da-hoan-tac#danh-sach", dossier.v);
}

enum err
import_page_drop(struct web_req *req, struct web_res *res)
{
	struct dossier_id dossier;
	struct import_id id;

	MUST(path(req, &dossier, &id));
	MUST(nothing_else(req));
	MUST(import_op_drop(req->ctx, dossier, id));
	return web_redirect(res, "/ho-so/%" PRId64 "?tb=da-bo-tep#danh-sach", dossier.v);
}
