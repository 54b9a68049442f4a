/* Handlers of the publishers' pages. */
#include "publication/publication_page.h"

#include <inttypes.h>
#include <string.h>

#include "core/str.h"
#include "publication/publication_read.h"
#include "publication/render_page.h"
#include "tmpl/publication.h"

static enum err
list_id(struct web_req *req, struct honour_list_id *id)
{
	return web_path_id(req, "honour_list_id", &id->v);
}

enum err
publication_page_lists(struct web_req *req, struct web_res *res)
{
	struct publication_lists_view v = { .page = page_new(req, T("Công bố")) };
	int64_t before;

	v.page.wide = true;
	MUST(web_query_i64(req, "truoc", 1, INT64_MAX, 0, &before));
	MUST(publication_read_lists(req->ctx, before, &v));
	tmpl_publication_lists(web_html(req, res), &v);
	return ERR_OK;
}

/* --- a new list --------------------------------------------------------------------------------- */

static enum err
show_new(struct web_req *req, struct web_res *res, struct publication_new_view *v)
{
	v->page = page_new(req, T("Lập danh sách vinh danh"));
	v->page.form = v->form;
	tmpl_publication_new(web_html(req, res), v);
	return ERR_OK;
}

enum err
publication_page_new(struct web_req *req, struct web_res *res)
{
	struct publication_new_view v = { .form = form_new(req) };
	struct decision_id id;

	MUST(web_query_i64(req, "quyet-dinh", 1, INT64_MAX, 0, &id.v));
	if (id.v == 0)
		return ERR_NOT_FOUND;
	MUST(publication_read_decision(req->ctx, id, &v));
	if (!v.decision.honour_list_id_null)
		return web_redirect(res, "/cong-bo/%" PRId64, v.decision.honour_list_id.v);
	form_set_i64(v.form, "decision_id", id.v);
	form_set(v.form, "title",
	    arena_printf(
		req->arena, "Danh sách vinh danh theo Quyết định số %s", v.decision.number));
	return show_new(req, res, &v);
}

enum err
publication_page_create(struct web_req *req, struct web_res *res)
{
	struct publication_new_view v = { .form = form_new(req) };
	struct decision_id decision = { form_i64(v.form, "decision_id", 1, INT64_MAX, 0) };
	const char *title = form_text(v.form, "title", 1, 300);
	const char *introduction = form_multiline(v.form, "introduction", 0, 2000);
	struct honour_list_id id;
	enum err err;

	if (decision.v == 0)
		return ERR_BAD_REQUEST;
	MUST(publication_read_decision(req->ctx, decision, &v));
	if (!form_ok(v.form)) {
		MUST(show_new(req, res, &v));
		return ERR_INVALID;
	}
	err = publication_op_create(req->ctx, decision, title, introduction, &id);
	if (err == ERR_CONFLICT && !db_in_transaction(req->ctx->db))
		return err;
	MUST(err);
	return web_redirect(res, "/cong-bo/%" PRId64 "?tb=da-tao", id.v);
}

/* --- one list ------------------------------------------------------------------------------------ */

/* edit: the form of title and introduction when that was sent, else NULL. */
static enum err
show(struct web_req *req, struct web_res *res, struct honour_list_id id, struct form *form,
    struct form *edit, bool stale)
{
	struct publication_show_view v = { .form = form, .edit = edit, .stale = stale };
	int64_t after, typed;

	MUST(web_query_i64(req, "sau", 0, INT32_MAX, 0, &after));
	v.page = page_new(req, T("Công bố"));
	v.page.form = form;
	v.page.wide = true;
	page_crumb(&v.page, T("Công bố"), "/cong-bo");
	MUST(publication_read_show(req->ctx, id, after, &v));
	v.page.title = v.list.title;
	v.edit_version = v.list.version;
	if (edit == NULL) {
		v.edit = form_blank(req);
		form_set(v.edit, "title", v.list.title);
		form_set(v.edit, "introduction", v.list.introduction);
		form_set(v.edit, "correction", v.list.correction);
	} else if (!stale &&
	    parse_i64(form_value(edit, "version"), 1, INT32_MAX, &typed) == ERR_OK) {
		v.edit_version =
		    (int32_t)typed; /* a mistake in a field must not hide a conflict */
	}
	v.when[0] = (struct option){ .value = "now",
		.label = T("Ngay bây giờ"),
		.selected = !str_eq(form_value(form, "when"), "at") };
	v.when[1] = (struct option){ .value = "at",
		.label = T("Vào giờ đã hẹn"),
		.selected = str_eq(form_value(form, "when"), "at") };
	if (v.refresh)
		web_add_header(res, "refresh", "2");
	tmpl_publication_show(web_html(req, res), &v);
	return ERR_OK;
}

/* After a refused change: the page as it is now, with a message, and the same refusal. */
static enum err
show_refused(struct web_req *req, struct web_res *res, struct honour_list_id id,
    struct form *form, struct form *edit, enum err err)
{
	if (err == ERR_STALE)
		form_error(form, "",
		    T("Người khác vừa thay đổi danh sách này. Bên dưới là hiện trạng mới nhất; xem lại rồi làm tiếp."),
		    0);
	else if (err == ERR_CONFLICT)
		form_error(form, "",
		    T("Nội dung hoặc trạng thái đã thay đổi nên chưa làm được việc này. Xem lại hiện trạng bên dưới."),
		    0);
	else if (err == ERR_INVALID)
		form_error(
		    form, "", T("Danh sách chưa có ai, hoặc chưa ghi nội dung đính chính."), 0);
	else
		return err;
	MUST(show(req, res, id, form, edit, err == ERR_STALE));
	return err;
}

enum err
publication_page_show(struct web_req *req, struct web_res *res)
{
	struct honour_list_id id;

	MUST(list_id(req, &id));
	return show(req, res, id, form_new(req), NULL, false);
}

enum err
publication_page_save(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct honour_list_id id;
	const char *title, *introduction, *correction;
	int32_t version;
	enum err err;

	MUST(list_id(req, &id));
	version = (int32_t)form_i64(f, "version", 1, INT32_MAX, 0);
	title = form_text(f, "title", 1, 300);
	introduction = form_multiline(f, "introduction", 0, 2000);
	correction = form_multiline(f, "correction", 0, 1000);
	if (!form_ok(f)) {
		MUST(show(req, res, id, f, f, false));
		return ERR_INVALID;
	}
	err = publication_op_update(req->ctx, id, version, title, introduction, correction);
	if (err != ERR_OK)
		return show_refused(req, res, id, f, f, err);
	return web_redirect(res, "/cong-bo/%" PRId64 "?tb=da-luu", id.v);
}

/* A form of one button: the version, and perhaps a hash. */
static enum err
step(struct web_req *req, struct web_res *res, bool with_hash,
    enum err (*op)(struct ctx *, struct honour_list_id, int32_t, const char *),
    const char *notice)
{
	struct form *f = form_new(req);
	struct honour_list_id id;
	const char *sha = NULL;
	int32_t version;
	enum err err;

	MUST(list_id(req, &id));
	version = (int32_t)form_i64(f, "version", 1, INT32_MAX, 0);
	if (with_hash)
		sha = form_text(f, "sha256", 64, 64);
	if (!form_ok(f))
		err = ERR_CONFLICT;
	else
		err = op(req->ctx, id, version, sha);
	if (err != ERR_OK)
		return show_refused(req, res, id, f, NULL, err);
	return web_redirect(res, "/cong-bo/%" PRId64 "?tb=%s", id.v, notice);
}

static enum err
op_prepare(struct ctx *c, struct honour_list_id id, int32_t version, const char *sha)
{
	(void)sha;
	return publication_op_prepare(c, id, version);
}

static enum err
op_reopen(struct ctx *c, struct honour_list_id id, int32_t version, const char *sha)
{
	(void)sha;
	return publication_op_reopen(c, id, version);
}

enum err
publication_page_prepare(struct web_req *req, struct web_res *res)
{
	return step(req, res, false, op_prepare, "da-chuan-bi");
}

enum err
publication_page_reopen(struct web_req *req, struct web_res *res)
{
	return step(req, res, false, op_reopen, "da-mo-lai");
}

enum err
publication_page_confirm(struct web_req *req, struct web_res *res)
{
	return step(req, res, true, publication_op_confirm, "da-xac-nhan");
}

enum err
publication_page_publish(struct web_req *req, struct web_res *res)
{
	static const char *const whens[] = { "now", "at" };
	struct form *f = form_new(req);
	struct honour_list_id id;
	struct timestamp at = { 0 };
	int32_t version;
	int when;
	enum err err;

	MUST(list_id(req, &id));
	version = (int32_t)form_i64(f, "version", 1, INT32_MAX, 0);
	when = form_choice(f, "when", whens, 2);
	at = form_timestamp(f, "release_at", when == 1);
	if (when == 0)
		at.us = 0;
	else if (at.us != 0 && at.us <= req->ctx->now.us)
		form_error(f, "release_at",
		    T("Giờ hẹn đã qua. Chọn giờ trong tương lai, hoặc chọn “Ngay bây giờ”."),
		    0);
	else if (at.us > req->ctx->now.us + INT64_C(366) * 86400 * 1000000)
		form_error(f, "release_at", T("Giờ hẹn không quá một năm."), 0);
	if (!form_ok(f)) {
		MUST(show(req, res, id, f, NULL, false));
		return ERR_INVALID;
	}
	err = publication_op_publish(req->ctx, id, version, at);
	if (err != ERR_OK)
		return show_refused(req, res, id, f, NULL, err);
	return web_redirect(res, "/cong-bo/%" PRId64 "?tb=dang-cong-bo", id.v);
}

/* --- one entry -------------------------------------------------------------------------------------- */

static enum err
show_entry(struct web_req *req, struct web_res *res, struct honour_list_id id,
    struct honour_id honour, struct publication_entry_view *v, bool fill)
{
	const struct sql_publication_entry_get_row *e = &v->entry;
	int64_t typed;

	v->page = page_new(req, T("Trường hợp trong danh sách"));
	v->page.form = v->form;
	MUST(publication_read_entry(req->ctx, id, honour, v));
	v->list_href = arena_printf(req->arena, "/cong-bo/%" PRId64, id.v);
	page_crumb(&v->page, T("Công bố"), "/cong-bo");
	page_crumb(&v->page, v->list.title, v->list_href);
	v->page.title = e->name;
	v->form_version = e->version;
	if (fill) {
		form_set(v->form, "achievement",
		    e->public_achievement[0] != '\0' ? e->public_achievement : e->achievement);
		form_set(v->form, "left_out", e->shown ? "" : "1");
		form_set(v->form, "left_out_reason", e->left_out_reason);
		form_set(v->form, "name", e->public_name[0] != '\0' ? e->public_name : e->name);
		form_set(v->form, "position",
		    e->public_position[0] != '\0' ? e->public_position : e->position);
		form_set(v->form, "revoked", e->revoked_on.year != 0 ? "1" : "");
		form_set(v->form, "note", e->note);
	} else if (!v->stale &&
	    parse_i64(form_value(v->form, "version"), 1, INT32_MAX, &typed) == ERR_OK) {
		v->form_version = (int32_t)typed;
	}
	tmpl_publication_entry(web_html(req, res), v);
	return ERR_OK;
}

static enum err
entry_ids(struct web_req *req, struct honour_list_id *id, struct honour_id *honour)
{
	MUST(list_id(req, id));
	return web_path_id(req, "honour_id", &honour->v);
}

enum err
publication_page_entry(struct web_req *req, struct web_res *res)
{
	struct publication_entry_view v = { .form = form_new(req) };
	struct honour_list_id id;
	struct honour_id honour;

	MUST(entry_ids(req, &id, &honour));
	return show_entry(req, res, id, honour, &v, true);
}

/* NULL where it says what the register says. */
static const char *
unlike(const char *typed, const char *registered)
{
	return typed == NULL || str_eq(typed, registered) ? NULL : typed;
}

enum err
publication_page_entry_save(struct web_req *req, struct web_res *res)
{
	struct publication_entry_view v = { .form = form_new(req) };
	struct form *f = v.form;
	struct entry_input in = { 0 };
	struct honour_list_id id;
	struct honour_id honour;
	int32_t version;
	enum err err;

	MUST(entry_ids(req, &id, &honour));
	MUST(publication_read_entry(req->ctx, id, honour, &v));
	version = (int32_t)form_i64(f, "version", 1, INT32_MAX, 0);
	in.achievement = unlike(form_multiline(f, "achievement", 0, 4000), v.entry.achievement);
	if (v.correction) {
		in.shown = v.entry.shown;
		in.left_out_reason = v.entry.left_out_reason;
		in.name = unlike(form_text(f, "name", 1, 200), v.entry.name);
		in.position = unlike(form_text(f, "position", 0, 200), v.entry.position);
		in.revoked = form_checked(f, "revoked");
		in.note = form_multiline(f, "note", 0, 500);
		if (in.revoked && in.note == NULL)
			form_error(f, "note",
			    T("Ghi căn cứ thu hồi: số, ngày quyết định thu hồi."), 0);
	} else {
		in.shown = !form_checked(f, "left_out");
		in.left_out_reason = form_multiline(f, "left_out_reason", 0, 500);
		if (!in.shown && in.left_out_reason == NULL)
			form_error(f, "left_out_reason",
			    T("Ghi lý do không đưa vào danh sách công bố."), 0);
	}
	if (!form_ok(f)) {
		MUST(show_entry(req, res, id, honour, &v, false));
		return ERR_INVALID;
	}
	err = publication_op_entry(req->ctx, id, honour, version, &in);
	if (err == ERR_STALE || err == ERR_CONFLICT) {
		v.stale = err == ERR_STALE;
		form_error(f, "",
		    err == ERR_STALE
			? T("Người khác vừa sửa trường hợp này. Nội dung bạn gõ vẫn còn; so với nội dung đã lưu rồi lưu lại.")
			: T("Danh sách không còn là bản nháp nên không sửa được. Mở lại để sửa trước."),
		    0);
		MUST(show_entry(req, res, id, honour, &v, false));
	}
	MUST(err);
	return web_redirect(res, "/cong-bo/%" PRId64 "?tb=da-luu", id.v);
}

/* --- preview ------------------------------------------------------------------------------------------ */

/* Exactly the bytes that would be published now. */
static enum err
preview(struct web_req *req, struct web_res *res, enum artifact_kind kind, enum lang lang,
    const char *anchor)
{
	struct sql_publication_get_row row;
	struct site_list l;
	struct site_list_view *v = ARENA_NEW(req->arena, struct site_list_view);
	struct artifact art;
	struct honour_list_id id;

	MUST(list_id(req, &id));
	MUST(publication_op_get(req->ctx, id, &row));
	MUST(publication_op_content(req->ctx, &row, &l));
	site_view_list(req->arena, req->ctx->app->origin, lang, &l, v);
	if (anchor == NULL) {
		render_artifact(req->arena, req->ctx->app->origin, v, kind, &res->body, &art);
	} else {
		size_t i;

		for (i = 0; i < l.n && !str_eq(l.v[i].anchor, anchor); i++)
			;
		if (i == l.n)
			return ERR_NOT_FOUND;
		render_honouree(req->arena, v, i, &res->body, &art);
	}
	res->content_type = art.content_type;
	if (art.policy[0] != '\0')
		web_add_header(res, "content-security-policy",
		    arena_printf(req->arena, "%s; frame-ancestors 'self'", art.policy));
	return ERR_OK;
}

enum err
publication_page_preview(struct web_req *req, struct web_res *res)
{
	static const struct {
		const char *what;
		enum artifact_kind kind;
		enum lang lang;
	} table[] = {
		{ "trang", ARTIFACT_LIST, LANG_VI },
		{ "trang-en", ARTIFACT_LIST, LANG_EN },
		{ "nhung", ARTIFACT_EMBED, LANG_VI },
		{ "nhung-en", ARTIFACT_EMBED, LANG_EN },
		{ "json", ARTIFACT_JSON, LANG_VI },
		{ "csv", ARTIFACT_CSV, LANG_VI },
		{ "atom", ARTIFACT_ATOM, LANG_VI },
		{ "feed", ARTIFACT_FEED, LANG_VI },
	};
	const char *what = web_path_text(req, "what");

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		if (str_eq(table[i].what, what))
			return preview(req, res, table[i].kind, table[i].lang, NULL);
	}
	return ERR_NOT_FOUND;
}

enum err
publication_page_preview_one(struct web_req *req, struct web_res *res)
{
	return preview(req, res, ARTIFACT_LIST, req->lang, web_path_text(req, "anchor"));
}

/* --- correction --------------------------------------------------------------------------------------- */

static enum err
show_correct(struct web_req *req, struct web_res *res, struct honour_list_id id, struct form *f)
{
	struct publication_correct_view v = { .form = f,
		.page = page_new(req, T("Đính chính, thu hồi")) };
	bool revoke = str_eq(form_value(f, "kind"), "revoke");

	v.page.form = f;
	MUST(publication_op_get(req->ctx, id, &v.list));
	v.list_href = arena_printf(req->arena, "/cong-bo/%" PRId64, id.v);
	page_crumb(&v.page, T("Công bố"), "/cong-bo");
	page_crumb(&v.page, v.list.title, v.list_href);
	form_set_i64(f, "version", v.list.version);
	v.kinds[0] = (struct option){ .value = "correct",
		.label = T("Đính chính hoặc thu hồi một số trường hợp"),
		.hint = T(
		    "Tên, chức vụ, thành tích ghi sai; hoặc quyết định khen thưởng của một người bị hủy bỏ."),
		.selected = !revoke };
	v.kinds[1] = (struct option){ .value = "revoke",
		.label = T("Thu hồi cả danh sách"),
		.hint = T("Mọi trường hợp vẫn hiện, ghi rõ đã thu hồi từ hôm nay."),
		.selected = revoke };
	tmpl_publication_correct(web_html(req, res), &v);
	return ERR_OK;
}

enum err
publication_page_correct(struct web_req *req, struct web_res *res)
{
	struct honour_list_id id;

	MUST(list_id(req, &id));
	return show_correct(req, res, id, form_new(req));
}

enum err
publication_page_correct_begin(struct web_req *req, struct web_res *res)
{
	static const char *const kinds[] = { "correct", "revoke" };
	struct form *f = form_new(req);
	struct honour_list_id id;
	const char *text;
	int32_t version;
	int kind;
	enum err err;

	MUST(list_id(req, &id));
	version = (int32_t)form_i64(f, "version", 1, INT32_MAX, 0);
	kind = form_choice(f, "kind", kinds, 2);
	text = form_multiline(f, "correction", 1, 1000);
	if (!form_ok(f)) {
		MUST(show_correct(req, res, id, f));
		return ERR_INVALID;
	}
	err = publication_op_correct(req->ctx, id, version, text, kind == 1);
	if (err != ERR_OK)
		return show_refused(req, res, id, f, NULL, err);
	return web_redirect(res, "/cong-bo/%" PRId64 "?tb=da-mo-dinh-chinh", id.v);
}

/* --- embedding -------------------------------------------------------------------------------------------- */

/* The frame that shows the list in its own dress, and the script that lets it grow. */
static const char *
frame_code(struct web_req *req, const struct site_list_view *v)
{
	struct buf b = { 0 };
	struct html h = { .out = &b, .arena = req->arena, .lang = v->lang };
	const char *out;

	buf_puts(&b, "<iframe src=\"");
	html_text(&h, v->embed_absolute);
	buf_puts(&b, "\" title=\"");
	html_text(&h, v->list->title);
	buf_puts(&b,
	    "\" width=\"100%\" height=\"640\" frameborder=\"0\" loading=\"lazy\"></iframe>\n<script src=\"");
	html_text(&h, req->ctx->app->origin);
	buf_puts(&b, "/vinh-danh/embed.js\" async></script>\n");
	out = arena_strdup(req->arena, b.p);
	buf_free(&b);
	return out;
}

enum err
publication_page_embed_code(struct web_req *req, struct web_res *res)
{
	struct publication_embed_view v = { .page = page_new(req, T("Mã nhúng")) };
	struct site_list l;
	struct site_list_view *lv = ARENA_NEW(req->arena, struct site_list_view);
	struct honour_list_id id;
	struct buf paste = { 0 };

	MUST(list_id(req, &id));
	MUST(publication_op_published(req->ctx, id, &l));
	site_view_list(req->arena, req->ctx->app->origin, req->lang, &l, lv);
	render_paste(req->arena, lv, &paste);
	v.list = &l;
	page_crumb(&v.page, T("Công bố"), "/cong-bo");
	v.url = lv->absolute;
	v.embed = lv->embed_absolute;
	v.pinned = arena_printf(req->arena, "%s/v/%d", lv->embed_absolute, (int)l.version);
	v.paste = arena_strdup(req->arena, paste.p);
	v.paste_bytes = (int64_t)paste.len;
	v.frame = frame_code(req, lv);
	buf_free(&paste);
	tmpl_publication_embed_code(web_html(req, res), &v);
	return ERR_OK;
}
