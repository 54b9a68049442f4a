/* Handlers of imports: a sheet comes in, at once or in pieces; confirmed, undone, dropped. */
#include <inttypes.h>
#include <string.h>

#include "core/hash.h"
#include "core/money.h"
#include "core/str.h"
#include "dossier/dossier_page.h"
#include "dossier/dossier_preview_page.h"
#include "tmpl/dossier.h"

static enum err
show_upload(struct web_req *req, struct web_res *res, struct import_form_view *v)
{
	v->page = page_new(req, T("Nhập danh sách từ tệp"));
	v->page.form = v->form;
	MUST(import_op_loading(req->ctx, v->d->dossier_id, &v->cut));
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

/* --- answers to scripts --------------------------------------------------------------------------------- */

static enum err
refuse_json(
    struct web_req *req, struct web_res *res, enum sheet_fault fault, const char *detail)
{
	MUST(web_json(res,
	    json_pack("{s:s}", "error",
		tr_fmt(req->arena, req->lang, sheet_fault_words(fault), 1, detail))));
	return ERR_INVALID;
}

json_t *
import_counts_json(const struct sql_dossier_import_get_row *i)
{
	return json_pack("{s:I,s:I,s:I,s:I,s:I,s:I,s:I}", "new", (json_int_t)i->fresh,
	    "changed", (json_int_t)i->changed, "same", (json_int_t)i->same, "duplicate",
	    (json_int_t)i->duplicates, "problem", (json_int_t)i->bad, "removed",
	    (json_int_t)i->removed, "ignored", (json_int_t)i->ignored);
}

bool
import_may_confirm(const struct sql_dossier_import_get_row *i)
{
	return i->state == IMPORT_STATE_PREVIEW && i->bad == 0 &&
	    i->fresh + i->changed + i->removed > 0;
}

enum err
import_path(const struct web_req *req, struct dossier_id *dossier, struct import_id *id)
{
	MUST(dossier_path(req, dossier));
	return web_path_id(req, "import_id", &id->v);
}

/* --- a sheet comes in -------------------------------------------------------------------------------------- */

/* In pieces, by a script: what is announced first. */
static enum err
begin_pieces(
    struct web_req *req, struct web_res *res, struct dossier_id dossier, struct form *form)
{
	static const char *const sources[] = { "csv", "xlsx", "paste" };
	struct import_input in = { 0 };
	struct sql_dossier_import_get_row i;
	struct import_id id;
	struct sha256 digest;
	int source;

	in.file_name = form_text(form, "file_name", 0, 1000);
	if (str_empty(in.file_name))
		in.file_name = tr(req->lang, T("Bảng được dán"));
	source = form_choice(form, "source", sources, 3);
	in.total_rows = (int32_t)form_i64(form, "total_rows", 0, INT32_MAX, 0);
	in.seal = form_multiline(form, "seal", 0, 4000000);
	in.digest = form_text(form, "digest", 0, 64);
	if (!form_ok(form) ||
	    (in.digest != NULL && hex_decode(in.digest, digest.b, sizeof(digest.b)) != ERR_OK))
		return refuse_json(req, res, SHEET_BAD_CELLS, "");
	if (in.total_rows > SHEET_ROWS_MAX)
		return refuse_json(req, res, SHEET_TOO_MANY_ROWS, "");
	in.source = source == 0 ? IMPORT_SOURCE_CSV
	    : source == 1       ? IMPORT_SOURCE_XLSX
				: IMPORT_SOURCE_PASTE;
	MUST(import_op_begin(req->ctx, dossier, &in, &id));
	MUST(import_op_get(req->ctx, dossier, id, &i));
	res->status = 201;
	return web_json(res,
	    json_pack("{s:I,s:s,s:i}", "import_id", (json_int_t)id.v, "href",
		arena_printf(req->arena, "/ho-so/%" PRId64 "/nhap/%" PRId64, dossier.v, id.v),
		"last_row", (int)i.last_row));
}

enum err
import_page_create(struct web_req *req, struct web_res *res)
{
	struct sql_dossier_get_row d;
	struct import_form_view v = { .form = form_new(req), .d = &d };
	struct import_input in = { .source = IMPORT_SOURCE_CSV };
	const struct web_file *file;
	struct import_id id;
	enum sheet_fault fault = SHEET_OK;
	const char *detail = "";
	enum err err;
	char *bytes = NULL;

	MUST(find_draft(req, &d));
	if (web_form(req, "source") != NULL)
		return begin_pieces(req, res, d.dossier_id, v.form);
	file = form_file(v.form, "file", true);
	if (file != NULL && file->length > SHEET_BYTES_MAX)
		form_error(v.form, "file", sheet_fault_words(SHEET_TOO_LARGE), 0);
	if (file == NULL || !form_ok(v.form)) {
		MUST(show_upload(req, res, &v));
		return ERR_INVALID;
	}
	MUST(read_upload(req, file, &bytes));
	in.file_name = file->name;
	err = import_op_sheet(
	    req->ctx, d.dossier_id, &in, bytes, file->length, &fault, &detail, &id);
	if (err == ERR_INVALID && fault != SHEET_OK) {
		form_error(v.form, "file", sheet_fault_words(fault), 1, detail);
		MUST(show_upload(req, res, &v));
		return ERR_INVALID;
	}
	MUST(err);
	return web_redirect(res, "/ho-so/%" PRId64 "/nhap/%" PRId64, d.dossier_id.v, id.v);
}

enum err
import_page_chunk(struct web_req *req, struct web_res *res)
{
	struct form *form = form_new(req);
	struct sql_dossier_import_get_row i;
	struct dossier_id dossier;
	struct import_id id;
	const char *rows, *detail = "";
	enum sheet_fault fault = SHEET_OK;
	int64_t from;
	enum err err;

	MUST(import_path(req, &dossier, &id));
	from = form_i64(form, "from_row", 1, SHEET_REMOVED_FROM - 1, 0);
	rows = form_multiline(form, "rows", 2, 4000000);
	if (!form_ok(form))
		return refuse_json(req, res, SHEET_BAD_CELLS, "");
	err = import_op_chunk(
	    req->ctx, dossier, id, (int32_t)from, rows, strlen(rows), &fault, &detail, &i);
	if (err == ERR_INVALID && fault != SHEET_OK)
		return refuse_json(req, res, fault, detail);
	MUST(err);
	return web_json(res,
	    json_pack("{s:I,s:i}", "rows", (json_int_t)i.total, "last_row", (int)i.last_row));
}

/* A form of a button alone: nothing but the guard may be in it. */
static enum err
nothing_else(struct web_req *req)
{
	return form_ok(form_new(req)) ? ERR_OK : ERR_BAD_REQUEST;
}

enum err
import_page_read(struct web_req *req, struct web_res *res)
{
	struct sql_dossier_import_get_row i;
	struct dossier_id dossier;
	struct import_id id;

	MUST(import_path(req, &dossier, &id));
	MUST(nothing_else(req));
	MUST(import_op_read(req->ctx, dossier, id));
	if (!web_wants_json(req))
		return web_redirect(res, "/ho-so/%" PRId64 "/nhap/%" PRId64, dossier.v, id.v);
	MUST(import_op_get(req->ctx, dossier, id, &i));
	return web_json(res,
	    json_pack("{s:s,s:o}", "href",
		arena_printf(req->arena, "/ho-so/%" PRId64 "/nhap/%" PRId64, dossier.v, id.v),
		"counts", import_counts_json(&i)));
}

enum err
import_page_progress(struct web_req *req, struct web_res *res)
{
	struct sql_dossier_import_get_row i;
	struct dossier_id dossier;
	struct import_id id;

	MUST(import_path(req, &dossier, &id));
	MUST(import_op_get(req->ctx, dossier, id, &i));
	return web_json(res,
	    json_pack("{s:s,s:I,s:i,s:o,s:b,s:s}", "state", import_state_text(i.state), "rows",
		(json_int_t)i.total, "total_rows", (int)i.total_rows, "counts",
		import_counts_json(&i), "may_confirm", import_may_confirm(&i), "seal",
		import_seal_text(i.seal)));
}

/* --- what becomes of it ---------------------------------------------------------------------------------- */

enum err
import_page_confirm(struct web_req *req, struct web_res *res)
{
	struct form *form = form_new(req);
	struct import_result done;
	struct dossier_id dossier;
	struct import_id id;
	const char *seen;
	bool removed_too;
	enum err err;

	MUST(import_path(req, &dossier, &id));
	removed_too = form_checked(form, "xoa");
	seen = form_text(form, "thay", 0, 64);
	if (!form_ok(form))
		return ERR_BAD_REQUEST;
	err = import_op_confirm(req->ctx, dossier, id, removed_too, seen, &done);
	if (err == ERR_INVALID)
		MUST(import_render(req, res, dossier, id, form_blank(req)));
	MUST(err);
	if (done.differs)
		return web_redirect(res,
		    "/ho-so/%" PRId64 "/nhap/%" PRId64 "?tb=da-doi-xem-lai", dossier.v, id.v);
	return web_redirect(res, "/ho-so/%" PRId64 "?tb=da-nhap#danh-sach", dossier.v);
}

enum err
import_page_undo(struct web_req *req, struct web_res *res)
{
	struct form *form = form_new(req);
	struct dossier_id dossier;
	struct import_id id;
	int64_t undone;
	bool although;
	enum err err;

	MUST(import_path(req, &dossier, &id));
	although = form_checked(form, "van");
	if (!form_ok(form))
		return ERR_BAD_REQUEST;
	err = import_op_undo(req->ctx, dossier, id, although, &undone);
	if (err == ERR_INVALID) {
		form_error(form, "van",
		    T("Có trường hợp đã được sửa tay sau khi nhập. Đánh dấu đồng ý mất phần sửa đó, hoặc giữ nguyên danh sách."),
		    0);
		MUST(import_render(req, res, dossier, id, form));
	}
	MUST(err);
	return web_redirect(res, "/ho-so/%" PRId64 "?tb=da-hoan-tac#danh-sach", dossier.v);
}

enum err
import_page_drop_problems(struct web_req *req, struct web_res *res)
{
	struct form *form = form_new(req);
	struct dossier_id dossier;
	struct import_id id;
	int64_t count;

	MUST(import_path(req, &dossier, &id));
	count = form_i64(form, "so_dong", 1, INT32_MAX, 0);
	if (!form_ok(form))
		return ERR_BAD_REQUEST;
	MUST(import_op_drop_problems(req->ctx, dossier, id, count));
	return web_redirect(
	    res, "/ho-so/%" PRId64 "/nhap/%" PRId64 "?tb=da-bo-dong-loi", dossier.v, id.v);
}

enum err
import_page_drop(struct web_req *req, struct web_res *res)
{
	struct dossier_id dossier;
	struct import_id id;

	MUST(import_path(req, &dossier, &id));
	MUST(nothing_else(req));
	MUST(import_op_drop(req->ctx, dossier, id));
	return web_redirect(res, "/ho-so/%" PRId64 "?tb=da-bo-tep#danh-sach", dossier.v);
}
