/* Handlers of the administrator's pages for councils and their members. */
#include "council/council_admin_page.h"

#include <inttypes.h>

#include "core/str.h"
#include "council/council_read.h"
#include "council/council_words.h"
#include "tmpl/council.h"

static const struct form_constraint constraints[] = {
	{ "council_member_serving_unique", "account_id",
	    T("Người này đang là thành viên của hội đồng.") },
	{ "council_member_period_exclude", "account_id",
	    T("Người này đang là thành viên của hội đồng.") },
	{ "council_member_account_fkey", "account_id", T("Tài khoản này không tồn tại.") },
	{ "council_unit_fkey", "unit_id", T("Đơn vị này không tồn tại.") },
};

enum err
council_admin_page_list(struct web_req *req, struct web_res *res)
{
	struct councils_view v = { .page = page_new(req, T("Hội đồng")) };

	v.page.wide = true;
	MUST(council_read_councils(req->ctx, &v));
	tmpl_council_admin_list(web_html(req, res), &v);
	return ERR_OK;
}

static enum err
show_new(struct web_req *req, struct web_res *res, struct form *f)
{
	struct council_new_view v = { .page = page_new(req, T("Lập hội đồng")), .form = f };

	v.page.form = f;
	MUST(council_read_new(req->ctx, &v));
	tmpl_council_admin_new(web_html(req, res), &v);
	return ERR_OK;
}

enum err
council_admin_page_new(struct web_req *req, struct web_res *res)
{
	return show_new(req, res, form_new(req));
}

enum err
council_admin_page_create(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct council_input in = { 0 };
	struct council_id id;
	const char *level;
	enum err err;

	in.unit_id.v = form_i64(f, "unit_id", 1, INT64_MAX, 0);
	level = form_text(f, "level", 1, 20);
	if (!str_empty(level) && !council_level_parse(level, &in.level))
		form_error(f, "level",
		    T("Lựa chọn này không có hoặc không còn dùng. Hãy chọn lại."), 0);
	in.name = form_text(f, "name", 1, 300);
	in.established_by = form_text(f, "established_by", 1, 300);
	if (form_ok(f)) {
		MUST(db_savepoint(req->ctx->db));
		err = council_op_create(req->ctx, &in, &id);
		if (err == ERR_OK)
			return web_redirect(
			    res, "/quan-tri/hoi-dong/%" PRId64 "?tb=da-tao", id.v);
		if (!form_error_constraint(f, db_last_constraint(req->ctx->db), constraints,
			sizeof(constraints) / sizeof(constraints[0])))
			return err;
		db_rollback_to_savepoint(req->ctx->db);
	}
	MUST(show_new(req, res, f));
	return ERR_INVALID;
}

static enum err
show_council(struct web_req *req, struct web_res *res, struct council_id id, struct form *f)
{
	struct council_view v = { .page = page_new(req, T("Hội đồng")), .form = f };

	v.page.wide = true;
	v.page.form = f;
	MUST(council_read_council(req->ctx, id, &v));
	v.page.title = v.c.name;
	tmpl_council_admin_show(web_html(req, res), &v);
	return ERR_OK;
}

enum err
council_admin_page_show(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct council_id id;

	MUST(web_path_id(req, "council_id", &id.v));
	form_set(f, "valid_from", date_format(req->arena, date_of(req->ctx->now)));
	return show_council(req, res, id, f);
}

enum err
council_admin_page_member_add(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct member_input in = { 0 };
	struct council_id id;
	const char *role;
	enum err err;

	MUST(web_path_id(req, "council_id", &id.v));
	in.account_id.v = form_i64(f, "account_id", 1, INT64_MAX, 0);
	role = form_text(f, "member_role", 1, 20);
	if (!str_empty(role) && !member_role_parse(role, &in.role))
		form_error(f, "member_role",
		    T("Lựa chọn này không có hoặc không còn dùng. Hãy chọn lại."), 0);
	in.position = form_text(f, "position", 0, 200);
	if (in.position == NULL)
		in.position = "";
	in.valid_from = form_date(f, "valid_from", true);
	if (form_ok(f)) {
		MUST(db_savepoint(req->ctx->db));
		err = council_op_member_add(req->ctx, id, &in);
		if (err == ERR_OK)
			return web_redirect(
			    res, "/quan-tri/hoi-dong/%" PRId64 "?tb=da-them-thanh-vien", id.v);
		if (!form_error_constraint(f, db_last_constraint(req->ctx->db), constraints,
			sizeof(constraints) / sizeof(constraints[0])))
			return err;
		db_rollback_to_savepoint(req->ctx->db);
	}
	MUST(show_council(req, res, id, f));
	return ERR_INVALID;
}

enum err
council_admin_page_member_end(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct council_id id;
	struct council_member_id member;
	struct date last;
	enum err err;

	MUST(web_path_id(req, "council_id", &id.v));
	MUST(web_path_id(req, "council_member_id", &member.v));
	last = form_date(f, "valid_to", true);
	if (form_ok(f)) {
		err = council_op_member_end(req->ctx, id, member, last);
		if (err == ERR_OK)
			return web_redirect(
			    res, "/quan-tri/hoi-dong/%" PRId64 "?tb=da-luu", id.v);
		if (err != ERR_INVALID)
			return err;
		form_error(
		    f, "", T("Ngày cuối không được trước ngày bắt đầu làm thành viên."), 0);
	}
	MUST(show_council(req, res, id, f));
	return ERR_INVALID;
}
