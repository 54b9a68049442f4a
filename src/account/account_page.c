/* Handlers of signing in and of the own account. */
#include "account/account_page.h"

#include <string.h>

#include "account/account.h"
#include "account/account_op.h"
#include "account/account_read.h"
#include "account/account_view.h"
#include "account/device.h"
#include "account/session.h"
#include "core/str.h"
#include "tmpl/account.h"
#include "web/form.h"

/* Only an address of our own may follow a sign-in: "/x", never "//host" or a scheme. */
static const char *
safe_return(const char *s)
{
	return web_path_is_local(s) ? s : "/viec-cua-toi";
}

static enum err
show_sign_in(struct web_req *req, struct web_res *res, struct form *f)
{
	struct sign_in_view v = { .page = page_new(req, T("Đăng nhập")), .form = f };

	v.page.form = f;
	tmpl_account_sign_in(web_html(req, res), &v);
	return ERR_OK;
}

enum err
account_page_sign_in_form(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);

	if (web_path_is_local(web_query(req, "ve")))
		form_set(f, "ve", web_query(req, "ve"));
	return show_sign_in(req, res, f);
}

enum err
account_page_sign_in(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct account_id id;
	const char *username, *password, *back;
	enum sign_in outcome;

	username = form_text(f, "username", 1, 100);
	password = form_secret(f, "password", 1, PASSWORD_MAX);
	back = form_text(f, "ve", 0, 4096); /* as long as an address may be */
	if (!form_ok(f)) {
		MUST(show_sign_in(req, res, f));
		return ERR_INVALID;
	}
	MUST(account_op_sign_in(
	    req->ctx, username, password, device_of(req, username), &outcome, &id));
	if (outcome == SIGN_IN_DONE) {
		device_remember(req, username);
		MUST(session_open(req, id, NULL));
		return web_redirect(res, "%s", safe_return(back));
	}
	if (outcome == SIGN_IN_THROTTLED) {
		form_error(f, "",
		    T("Đăng nhập sai quá nhiều lần. Chờ 15 phút rồi thử lại, đăng nhập trên máy bạn vẫn thường dùng, hoặc nhờ quản trị viên đặt lại mật khẩu."),
		    0);
		MUST(show_sign_in(req, res, f));
		return ERR_TOO_MANY;
	}
	/* A refusal is remembered too: it counts towards the throttle. */
	res->keep = true;
	form_error(f, "username",
	    T("Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi thử lại."),
	    0);
	MUST(show_sign_in(req, res, f));
	return ERR_INVALID;
}

enum err
account_page_sign_out(struct web_req *req, struct web_res *res)
{
	MUST(audit_write(req->ctx, "account.sign_out", "account", req->ctx->actor->account_id.v,
	    (struct unit_id){ 0 }, NULL));
	MUST(session_close(req));
	return web_redirect(res, "/dang-nhap?tb=da-dang-xuat");
}

enum err
account_page_show(struct web_req *req, struct web_res *res)
{
	struct account_view v = { .page = page_new(req, T("Tài khoản của tôi")) };
	struct sha256 token;
	bool known = session_token_hash(req, &token);

	MUST(account_read_own(req->ctx, known ? &token : NULL, &v));
	tmpl_account_account(web_html(req, res), &v);
	return ERR_OK;
}

static enum err
show_password(struct web_req *req, struct web_res *res, struct form *f)
{
	struct password_view v = { .page = page_new(req, T("Đổi mật khẩu")),
		.form = f,
		.first = req->ctx->actor->must_change_password };

	v.page.form = f;
	tmpl_account_password(web_html(req, res), &v);
	return ERR_OK;
}

enum err
account_page_password_form(struct web_req *req, struct web_res *res)
{
	return show_password(req, res, form_new(req));
}

enum err
account_page_password(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	const char *present, *wanted, *again, *fault;
	enum err err = ERR_INVALID;

	present = form_secret(f, "present", 1, PASSWORD_MAX);
	wanted = form_secret(f, "wanted", 1, PASSWORD_MAX);
	again = form_secret(f, "again", 1, PASSWORD_MAX);
	if (!str_empty(wanted) &&
	    (fault = account_password_fault(wanted, req->ctx->actor->username)) != NULL)
		form_error(f, "wanted", fault, 0);
	else if (!str_empty(again) && !str_eq(wanted, again))
		form_error(f, "again", T("Hai lần nhập mật khẩu mới không giống nhau."), 0);
	if (form_ok(f)) {
		err = account_op_change_password(req->ctx, present, wanted);
		if (err == ERR_INVALID) {
			form_error(f, "present", T("Mật khẩu hiện tại không đúng."), 0);
			res->keep = true; /* counts towards the throttle */
		} else if (err == ERR_TOO_MANY) {
			form_error(f, "",
			    T("Đăng nhập sai quá nhiều lần. Chờ 15 phút rồi thử lại, hoặc nhờ quản trị viên đặt lại mật khẩu."),
			    0);
		}
	}
	if (err == ERR_INVALID || err == ERR_TOO_MANY) {
		MUST(show_password(req, res, f));
		return err;
	}
	MUST(err);
	MUST(session_close_all(req, req->ctx->actor->account_id, true, NULL));
	return web_redirect(res, "/tai-khoan?tb=da-doi-mat-khau");
}

enum err
account_page_sign_out_others(struct web_req *req, struct web_res *res)
{
	MUST(audit_write(req->ctx, "account.sign_out_others", "account",
	    req->ctx->actor->account_id.v, (struct unit_id){ 0 }, NULL));
	MUST(session_close_all(req, req->ctx->actor->account_id, true, NULL));
	return web_redirect(res, "/tai-khoan?tb=da-dang-xuat-het");
}
