/* Handlers of the files of a dossier and of its nominations. */
#include <inttypes.h>
#include <string.h>

#include "core/hash.h"
#include "core/money.h"
#include "core/str.h"
#include "dossier/dossier_page.h"
#include "tmpl/dossier.h"

#define MEGABYTE 1048576

static enum err
find_editable(struct web_req *req, struct sql_dossier_get_row *d)
{
	struct dossier_id id;

	MUST(dossier_path(req, &id));
	MUST(dossier_op_get_mine(req->ctx, id, d));
	return dossier_editable(d->state) ? ERR_OK : ERR_CONFLICT;
}

static enum err
find(struct web_req *req, struct dossier_id *dossier, struct sql_dossier_attachment_get_row *t)
{
	struct attachment_id id;

	MUST(dossier_path(req, dossier));
	MUST(web_path_id(req, "attachment_id", &id.v));
	return file_op_get(req->ctx, *dossier, id, t);
}

/* --- the form ------------------------------------------------------------------------------------ */

static void
document_options(struct web_req *req, struct file_form_view *v)
{
	struct option *o = arena_array(req->arena, DOCUMENT_KIND_COUNT + 1, sizeof(*o));

	if (v->t == NULL)
		o[v->ndocuments++] =
		    (struct option){ .value = "", .label = T("Chọn loại tài liệu") };
	for (int i = 0; i < DOCUMENT_KIND_COUNT; i++)
		o[v->ndocuments++] =
		    (struct option){ .value = document_kind_text((enum document_kind)i),
			    .label = document_kind_words((enum document_kind)i) };
	v->documents = o;
}

static enum err
nomination_options(struct web_req *req, struct file_form_view *v)
{
	struct sql_dossier_nomination_options_rows rows;
	struct option *o;

	MUST(dossier_op_nomination_options(req->ctx, v->d->dossier_id, &rows));
	o = arena_array(req->arena, rows.n + 1, sizeof(*o));
	o[v->nnominations++] = (struct option){ .value = "", .label = T("Cả hồ sơ") };
	for (size_t i = 0; i < rows.n; i++)
		o[v->nnominations++] =
		    (struct option){ .value = arena_printf(
					 req->arena, "%" PRId64, rows.v[i].nomination_id.v),
			    .label = arena_printf(req->arena, "%" PRId32 ". %s",
				rows.v[i].ordinal, rows.v[i].name) };
	v->nominations = o;
	return ERR_OK;
}

static const char *
page_of(struct arena *a, struct dossier_id dossier, struct nomination_id nomination)
{
	return nomination.v != 0
	    ? arena_printf(a, "/ho-so/%" PRId64 "/de-nghi/%" PRId64, dossier.v, nomination.v)
	    : arena_printf(a, "/ho-so/%" PRId64, dossier.v);
}

static enum err
show_form(struct web_req *req, struct web_res *res, struct file_form_view *v)
{
	static const struct option secrets[] = {
		{ .value = "khong", .label = T("Không") },
		{ .value = "co", .label = T("Có") },
	};
	struct sql_evidence_limit_row limit;
	struct nomination_id nomination = { 0 };

	MUST(evidence_op_limit(req->ctx, &limit));
	v->limit_bytes = limit.bytes;
	v->limit = arena_printf(req->arena, "%" PRId64, limit.bytes / MEGABYTE);
	v->scanning = req->ctx->app->clamd != NULL;
	v->page =
	    page_new(req, v->t != NULL ? T("Loại tài liệu và nơi đặt tệp") : T("Đính kèm tệp"));
	v->page.form = v->form;
	dossier_crumbs(req, &v->page, v->d->dossier_id, v->d->title, v->page.title);
	document_options(req, v);
	MUST(nomination_options(req, v));
	v->secrets = secrets;
	v->nsecrets = 2;
	if (parse_i64(form_value(v->form, "nomination_id"), 1, INT64_MAX, &nomination.v) !=
	    ERR_OK)
		nomination.v = 0;
	v->back = page_of(req->arena, v->d->dossier_id, nomination);
	tmpl_dossier_file_form(web_html(req, res), v);
	return ERR_OK;
}

/* What paper, and whose; faults stand beside their fields. */
static void
read_about(struct form *f, struct file_about *about)
{
	const char *text = form_text(f, "document", 0, 20);
	const char *of = form_text(f, "nomination_id", 0, 20);

	about->document = DOCUMENT_KIND_OTHER;
	if (text == NULL)
		form_error(f, "document", T("Chưa chọn loại tài liệu."), 0);
	else if (!document_kind_parse(text, &about->document))
		form_error(f, "document",
		    T("Lựa chọn này không có hoặc không còn dùng. Hãy chọn lại."), 0);
	if (of != NULL && parse_i64(of, 1, INT64_MAX, &about->nomination_id.v) != ERR_OK)
		form_error(f, "nomination_id",
		    T("Lựa chọn này không có hoặc không còn dùng. Hãy chọn lại."), 0);
}

/* --- add ----------------------------------------------------------------------------------------------- */

enum err
file_page_new(struct web_req *req, struct web_res *res)
{
	struct sql_dossier_get_row d;
	struct file_form_view v = { .form = form_new(req), .d = &d };
	const char *document = web_query(req, "loai"), *nomination = web_query(req, "de-nghi");
	enum document_kind kind;

	MUST(find_editable(req, &d));
	if (document != NULL && document_kind_parse(document, &kind))
		form_set(v.form, "document", document);
	if (nomination != NULL)
		form_set(v.form, "nomination_id", nomination);
	return show_form(req, res, &v);
}

/* For the script that sends one file at a time: what became of it, and the value the next form needs. */
static enum err
answer_json(struct web_req *req, struct web_res *res, const struct form *f)
{
	const struct form_message *m = f->messages;

	MUST(web_json(res,
	    json_pack("{s:b,s:s,s:s}", "stored", m == NULL, "message", m != NULL ? m->text : "",
		"once", random_token(req->arena))));
	return m == NULL ? ERR_OK : ERR_INVALID;
}

static void
tell_fault(struct web_req *req, struct file_form_view *v, const struct web_file *file,
    enum file_fault fault, int64_t limit)
{
	const char *why = tr_fmt(req->arena, req->lang, file_fault_words(fault), 1,
	    arena_printf(req->arena, "%" PRId64, limit / MEGABYTE));

	form_error(v->form, fault == FILE_SECRET_SAID ? "secret" : "file", T("%1: %2"), 2,
	    file->name[0] != '\0' ? file->name : tr(req->lang, T("Tệp không tên")), why);
}

/* Each file on its own: those that are fine stay although another is refused. */
static enum err
add_all(struct web_req *req, struct web_res *res, struct file_form_view *v,
    const struct file_about *about, const struct web_file **files, size_t n)
{
	struct sql_evidence_limit_row limit;
	const char **stored = arena_array(req->arena, n + 1, sizeof(*stored));
	struct attachment_id id;
	enum file_fault fault;
	enum err err;

	MUST(evidence_op_limit(req->ctx, &limit));
	for (size_t i = 0; i < n; i++) {
		err = file_op_add(req->ctx, v->d->dossier_id, about, files[i], &fault, &id);
		if (err == ERR_OK) {
			stored[v->nstored++] = files[i]->name;
			continue;
		}
		if (err != ERR_INVALID || fault == FILE_OK)
			return err;
		tell_fault(req, v, files[i], fault, limit.bytes);
		if (file_fault_is_secrecy(fault))
			MUST(file_op_refused(req->ctx, v->d->dossier_id, fault));
	}
	v->stored = stored;
	/* What was taken, and that something secret was refused, is written although the answer is 422. */
	res->keep = req->ctx->audited;
	return ERR_OK;
}

enum err
file_page_create(struct web_req *req, struct web_res *res)
{
	static const char *const answers[] = { "khong", "co" };
	struct sql_dossier_get_row d;
	struct file_form_view v = { .form = form_new(req), .d = &d };
	struct file_about about = { 0 };
	const struct web_file **files;
	size_t n;
	int answer;

	MUST(find_editable(req, &d));
	n = form_files(v.form, "file", true, &files);
	read_about(v.form, &about);
	answer = form_choice(v.form, "secret", answers, 2);
	about.holds_secret = answer == 1;
	if (form_ok(v.form))
		MUST(add_all(req, res, &v, &about, files, n));
	if (web_wants_json(req))
		return answer_json(req, res, v.form);
	if (!form_ok(v.form)) {
		MUST(show_form(req, res, &v));
		return ERR_INVALID;
	}
	return web_redirect(res, "%s?tb=da-dinh-kem#tep",
	    page_of(req->arena, d.dossier_id, about.nomination_id));
}

/* --- look ------------------------------------------------------------------------------------------------ */

static bool
is_image(const char *type)
{
	return str_eq(type, "image/jpeg") || str_eq(type, "image/png");
}

/* What a browser shows without running it on our pages: pictures, and PDF in its own viewer. */
static bool
is_viewable(const char *type)
{
	return is_image(type) || str_eq(type, "application/pdf");
}

enum err
file_page_download(struct web_req *req, struct web_res *res)
{
	struct sql_dossier_attachment_get_row t;
	struct dossier_id dossier;

	MUST(find(req, &dossier, &t));
	MUST(file_op_may_read(req->ctx, &t));
	/* "x.hta" that begins like a PDF must not be opened as what its name says. */
	web_attachment(
	    res, t.content_type, file_download_name(req->arena, t.file_name, t.content_type));
	return file_op_send(req->ctx, &t, res);
}

/* Only what cannot run anything here: in a sandbox without scripts or plug-ins. */
enum err
file_page_image(struct web_req *req, struct web_res *res)
{
	struct sql_dossier_attachment_get_row t;
	struct dossier_id dossier;

	MUST(find(req, &dossier, &t));
	if (!is_viewable(t.content_type))
		return ERR_NOT_FOUND;
	MUST(file_op_may_read(req->ctx, &t));
	web_inline(
	    res, t.content_type, file_download_name(req->arena, t.file_name, t.content_type));
	return file_op_send(req->ctx, &t, res);
}

enum err
file_page_look(struct web_req *req, struct web_res *res)
{
	struct file_look_view v = { 0 };
	struct sql_dossier_attachment_get_row t;
	struct sql_dossier_get_row d;
	struct dossier_id dossier;

	MUST(find(req, &dossier, &t));
	MUST(file_op_may_read(req->ctx, &t));
	MUST(dossier_op_get(req->ctx, dossier, &d));
	v.t = &t;
	v.is_image = is_image(t.content_type);
	v.is_pdf = is_viewable(t.content_type) && !v.is_image;
	v.size = int_format(req->arena, (t.size + 1023) / 1024);
	v.back = page_of(req->arena, dossier,
	    t.nomination_id_null ? (struct nomination_id){ 0 } : t.nomination_id);
	v.page = page_new(req, t.file_name);
	v.page.wide = true;
	dossier_crumbs(req, &v.page, dossier, d.title, t.file_name);
	tmpl_dossier_file_look(web_html(req, res), &v);
	return ERR_OK;
}

/* --- move, remove ------------------------------------------------------------------------------------------ */

enum err
file_page_edit(struct web_req *req, struct web_res *res)
{
	struct sql_dossier_get_row d;
	struct sql_dossier_attachment_get_row t;
	struct file_form_view v = { .form = form_new(req), .d = &d, .t = &t };
	struct dossier_id dossier;

	MUST(find(req, &dossier, &t));
	MUST(find_editable(req, &d));
	form_set(v.form, "document", document_kind_text(t.document));
	if (!t.nomination_id_null)
		form_set_i64(v.form, "nomination_id", t.nomination_id.v);
	return show_form(req, res, &v);
}

enum err
file_page_save(struct web_req *req, struct web_res *res)
{
	struct sql_dossier_get_row d;
	struct sql_dossier_attachment_get_row t;
	struct file_form_view v = { .form = form_new(req), .d = &d, .t = &t };
	struct file_about about = { 0 };
	struct dossier_id dossier;

	MUST(find(req, &dossier, &t));
	MUST(find_editable(req, &d));
	read_about(v.form, &about);
	if (!form_ok(v.form)) {
		MUST(show_form(req, res, &v));
		return ERR_INVALID;
	}
	MUST(file_op_move(req->ctx, dossier, t.attachment_id, &about));
	return web_redirect(
	    res, "%s?tb=da-chuyen-tep#tep", page_of(req->arena, dossier, about.nomination_id));
}

enum err
file_page_ask_remove(struct web_req *req, struct web_res *res)
{
	struct file_remove_view v = { 0 };
	struct sql_dossier_attachment_get_row t;
	struct sql_dossier_get_row d;

	MUST(find(req, &v.dossier_id, &t));
	MUST(find_editable(req, &d));
	if (!file_op_removable(
		d.submitted_at, t.uploaded_at, evidence_op_gone(t.scan, t.secrecy)))
		return ERR_CONFLICT;
	v.t = &t;
	v.page = page_new(req, T("Gỡ tệp đính kèm"));
	dossier_crumbs(req, &v.page, v.dossier_id, d.title, v.page.title);
	tmpl_dossier_file_remove(web_html(req, res), &v);
	return ERR_OK;
}

enum err
file_page_remove(struct web_req *req, struct web_res *res)
{
	struct sql_dossier_attachment_get_row t;
	struct sql_dossier_get_row d;
	struct dossier_id dossier;

	MUST(find(req, &dossier, &t));
	MUST(find_editable(req, &d));
	if (!form_ok(form_new(req)))
		return ERR_BAD_REQUEST;
	MUST(file_op_remove(req->ctx, dossier, t.attachment_id));
	return web_redirect(res, "%s?tb=da-go-tep#tep",
	    page_of(req->arena, dossier,
		t.nomination_id_null ? (struct nomination_id){ 0 } : t.nomination_id));
}
