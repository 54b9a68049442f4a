/* Handlers of the administrator's pages for accounts, roles and background work. */
#include "account/admin_page.h"

#include <inttypes.h>
#include <string.h>

#include "account/account.h"
#include "account/admin_op.h"
#include "account/admin_read.h"
#include "account/admin_view.h"
#include "core/str.h"
#include "tmpl/account.h"

#define ACCOUNTS_PER_PAGE 50

static const struct form_constraint account_constraints[] = {
	{ "account_username_unique", "username",
	    T("Tên đăng nhập này đã có người dùng. Chọn tên khác.") },
	{ "account_email_check", "email",
	    T("Địa chỉ thư điện tử không đúng dạng ten@donvi.vn.") },
	{ "role_grant_held_unique", "unit_id", T("Vai trò này đã được giao tại đơn vị đó.") },
};
#define NCONSTRAINTS (sizeof(account_constraints) / sizeof(account_constraints[0]))

/* A statement refused by a named constraint becomes a message; the transaction lives on from its savepoint. */
static bool
refused_by_constraint(struct web_req *req, struct form *f, enum err err)
{
	if (err != ERR_CONFLICT && err != ERR_INVALID)
		return false;
	if (!form_error_constraint(
		f, db_last_constraint(req->ctx->db), account_constraints, NCONSTRAINTS))
		return false;
	db_rollback_to_savepoint(req->ctx->db);
	return true;
}

static enum err
path_account(struct web_req *req, struct account_id *id)
{
	return web_path_id(req, "account_id", &id->v);
}

enum err
admin_page_home(struct web_req *req, struct web_res *res)
{
	struct admin_home_view v = { .page = page_new(req, T("Quản trị")) };

	MUST(admin_read_home(req->ctx, &v));
	v.scanning = req->ctx->app->clamd != NULL;
	tmpl_account_admin_home(web_html(req, res), &v);
	return ERR_OK;
}

enum err
admin_page_accounts(struct web_req *req, struct web_res *res)
{
	struct admin_accounts_view v = { .page = page_new(req, T("Tài khoản")) };
	const char *after = web_query(req, "sau");

	v.page.wide = true;
	v.search = web_query(req, "q");
	if (v.search == NULL)
		v.search = "";
	MUST(admin_read_accounts(req->ctx, &v, after == NULL ? "" : after, ACCOUNTS_PER_PAGE));
	tmpl_account_admin_accounts(web_html(req, res), &v);
	return ERR_OK;
}

static enum err
show_new(struct web_req *req, struct web_res *res, struct form *form)
{
	struct admin_account_view v = {
		.page = page_new(req, T("Tạo tài khoản")), .form = form, .is_new = true
	};

	v.page.form = form;
	tmpl_account_admin_account_new(web_html(req, res), &v);
	return ERR_OK;
}

enum err
admin_page_account_new(struct web_req *req, struct web_res *res)
{
	return show_new(req, res, form_new(req));
}

static enum err
show_password(struct web_req *req, struct web_res *res, struct account_id id,
    const char *password, bool is_new)
{
	struct admin_account_view account = { 0 };
	struct admin_password_view v = { .page = page_new(req, T("Mật khẩu ban đầu")),
		.account_id = id,
		.password = password,
		.is_new = is_new };

	MUST(admin_read_account(req->ctx, id, &account, NULL));
	v.full_name = account.full_name;
	v.username = account.username;
	tmpl_account_admin_password(web_html(req, res), &v);
	return ERR_OK;
}

enum err
admin_page_account_create(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct account_input in = { .active = true };
	struct account_id id;
	const char *password;
	enum err err;

	in.username = form_text(f, "username", 1, 40);
	in.full_name = form_text(f, "full_name", 1, 200);
	in.email = form_text(f, "email", 0, 254);
	if (in.username != NULL && in.username[0] != '\0' &&
	    !account_username_valid(in.username))
		form_error(f, "username",
		    T("Tên đăng nhập chỉ gồm chữ thường không dấu, chữ số, dấu chấm và gạch nối, từ 2 đến 40 ký tự."),
		    0);
	if (!form_ok(f)) {
		MUST(show_new(req, res, f));
		return ERR_INVALID;
	}
	MUST(db_savepoint(req->ctx->db));
	err = admin_op_create_account(req->ctx, &in, &id, &password);
	if (refused_by_constraint(req, f, err)) {
		MUST(show_new(req, res, f));
		return ERR_INVALID;
	}
	MUST(err);
	return show_password(req, res, id, password, true);
}

static enum err
show_account(struct web_req *req, struct web_res *res, struct account_id id, struct form *f,
    struct form *grant, bool stale)
{
	struct admin_account_view v = {
		.page = page_new(req, T("Tài khoản")), .form = f, .grant_form = grant
	};

	if (f == NULL)
		v.form = form_blank(req);
	if (grant == NULL)
		v.grant_form = form_blank(req);
	v.stale = stale;
	v.page.form = f != NULL ? f : grant;
	MUST(admin_read_account(req->ctx, id, &v, f == NULL ? v.form : NULL));
	tmpl_account_admin_account(web_html(req, res), &v);
	return ERR_OK;
}

enum err
admin_page_account(struct web_req *req, struct web_res *res)
{
	struct account_id id;

	MUST(path_account(req, &id));
	return show_account(req, res, id, NULL, NULL, false);
}

enum err
admin_page_account_save(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct account_input in = { 0 };
	struct account_id id;
	enum err err;

	MUST(path_account(req, &id));
	in.full_name = form_text(f, "full_name", 1, 200);
	in.email = form_text(f, "email", 0, 254);
	in.active = form_checked(f, "active");
	in.version = (int32_t)form_i64(f, "version", 1, INT32_MAX, 0);
	if (id.v == req->ctx->actor->account_id.v && !in.active)
		form_error(f, "active", T("Bạn không thể khóa tài khoản của chính mình."), 0);
	if (!form_ok(f)) {
		MUST(show_account(req, res, id, f, NULL, false));
		return ERR_INVALID;
	}
	MUST(db_savepoint(req->ctx->db));
	err = admin_op_update_account(req->ctx, id, &in);
	if (err == ERR_STALE) {
		MUST(show_account(req, res, id, f, NULL, true));
		return ERR_STALE;
	}
	if (refused_by_constraint(req, f, err)) {
		MUST(show_account(req, res, id, f, NULL, false));
		return ERR_INVALID;
	}
	MUST(err);
	return web_redirect(res, "/quan-tri/tai-khoan/%" PRId64 "?tb=da-luu", id.v);
}

enum err
admin_page_account_password(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct account_id id;
	const char *password;

	MUST(path_account(req, &id));
	if (!form_ok(f))
		return ERR_BAD_REQUEST;
	MUST(admin_op_reset_password(req->ctx, id, &password));
	return show_password(req, res, id, password, false);
}

enum err
admin_page_grant(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct account_id id;
	struct unit_id unit;
	const char *typed_role;
	enum role role = ROLE_DRAFTER;

	MUST(path_account(req, &id));
	typed_role = form_text(f, "role", 1, 40);
	unit.v = form_i64(f, "unit_id", 1, INT64_MAX, 0);
	if (!str_empty(typed_role) && !role_parse(typed_role, &role))
		form_error(f, "role", T("Chọn một vai trò trong danh sách."), 0);
	if (form_ok(f)) {
		enum err err;

		MUST(db_savepoint(req->ctx->db));
		err = admin_op_grant(req->ctx, id, role, unit);
		if (err == ERR_OK)
			return web_redirect(
			    res, "/quan-tri/tai-khoan/%" PRId64 "?tb=da-giao-vai-tro", id.v);
		if (!refused_by_constraint(req, f, err))
			return err;
	}
	MUST(show_account(req, res, id, NULL, f, false));
	return ERR_INVALID;
}

enum err
admin_page_revoke(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct account_id id;
	struct role_grant_id grant;

	MUST(path_account(req, &id));
	MUST(web_path_id(req, "role_grant_id", &grant.v));
	if (!form_ok(f))
		return ERR_BAD_REQUEST;
	MUST(admin_op_revoke(req->ctx, id, grant));
	return web_redirect(res, "/quan-tri/tai-khoan/%" PRId64 "?tb=da-thu-hoi-vai-tro", id.v);
}

enum err
admin_page_jobs(struct web_req *req, struct web_res *res)
{
	struct admin_jobs_view v = { .page = page_new(req, T("Việc chạy nền")) };

	v.page.wide = true;
	MUST(admin_read_jobs(req->ctx, &v));
	tmpl_account_admin_jobs(web_html(req, res), &v);
	return ERR_OK;
}

enum err
admin_page_job_again(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct job_id id;

	MUST(web_path_id(req, "job_id", &id.v));
	if (!form_ok(f))
		return ERR_BAD_REQUEST;
	MUST(admin_op_run_job_again(req->ctx, id));
	return web_redirect(res, "/quan-tri/viec-nen?tb=da-chay-lai");
}
