/* Handlers of the files of a dossier. */
#include <inttypes.h>

#include "dossier/dossier_page.h"
#include "tmpl/dossier.h"

static enum err
find_editable(struct web_req *req, struct sql_dossier_get_row *d)
{
	struct dossier_id id;

	MUST(dossier_path(req, &id));
	MUST(dossier_op_get_mine(req->ctx, id, d));
	return dossier_editable(d->state) ? ERR_OK : ERR_CONFLICT;
}

static enum err
show_form(struct web_req *req, struct web_res *res, struct file_form_view *v)
{
	v->page = page_new(req, T("Đính kèm tệp"));
	v->page.form = v->form;
	dossier_crumbs(req, &v->page, v->d->dossier_id, v->d->title, v->page.title);
	tmpl_dossier_file_form(web_html(req, res), v);
	return ERR_OK;
}

enum err
file_page_new(struct web_req *req, struct web_res *res)
{
	struct sql_dossier_get_row d;
	struct file_form_view v = { .form = form_new(req), .d = &d };

	MUST(find_editable(req, &d));
	return show_form(req, res, &v);
}

enum err
file_page_create(struct web_req *req, struct web_res *res)
{
	struct sql_dossier_get_row d;
	struct file_form_view v = { .form = form_new(req), .d = &d };
	const struct web_file *file;
	struct attachment_id id;
	enum file_fault fault = FILE_OK;
	enum err err;

	MUST(find_editable(req, &d));
	file = form_file(v.form, "file", true);
	if (!form_ok(v.form)) {
		MUST(show_form(req, res, &v));
		return ERR_INVALID;
	}
	err = file_op_add(req->ctx, d.dossier_id, file, &fault, &id);
	if (err == ERR_INVALID && fault != FILE_OK) {
		form_error(v.form, "file", file_fault_words(fault), 0);
		MUST(show_form(req, res, &v));
		return ERR_INVALID;
	}
	MUST(err);
	return web_redirect(res, "/ho-so/%" PRId64 "?tb=da-dinh-kem#tep", d.dossier_id.v);
}

static enum err
find(struct web_req *req, struct dossier_id *dossier, struct sql_dossier_attachment_get_row *t)
{
	struct attachment_id id;

	MUST(dossier_path(req, dossier));
	MUST(web_path_id(req, "attachment_id", &id.v));
	return file_op_get(req->ctx, *dossier, id, t);
}

enum err
file_page_download(struct web_req *req, struct web_res *res)
{
	struct sql_dossier_attachment_get_row t;
	struct dossier_id dossier;

	MUST(find(req, &dossier, &t));
	/* "x.hta" that begins like a PDF must not be opened as what its name says. */
	web_attachment(
	    res, t.content_type, file_download_name(req->arena, t.file_name, t.content_type));
	return file_op_read(req->ctx, &t, &res->body);
}

enum err
file_page_ask_remove(struct web_req *req, struct web_res *res)
{
	struct file_remove_view v = { 0 };
	struct sql_dossier_attachment_get_row t;
	struct sql_dossier_get_row d;

	MUST(find(req, &v.dossier_id, &t));
	MUST(find_editable(req, &d));
	if (!file_removable(d.submitted_at, t.uploaded_at))
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
	return web_redirect(res, "/ho-so/%" PRId64 "?tb=da-go-tep#tep", dossier.v);
}
