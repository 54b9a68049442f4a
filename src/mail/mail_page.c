/* Handlers of the outbox (administrator) and of one's own address and notices. */
#include "mail/mail_page.h"

#include <inttypes.h>
#include <string.h>

#include "account/account.h"
#include "account/account_op.h"
#include "core/str.h"
#include "tmpl/mail.h"

#define PAGE 50

/* --- the outbox ------------------------------------------------------------------------------------------ */

static enum err
show_outbox(struct web_req *req, struct web_res *res, struct form *form)
{
	static const enum mail_state order[] = { MAIL_STATE_DEAD, MAIL_STATE_WAITING,
		MAIL_STATE_SENT, MAIL_STATE_FOLDED, MAIL_STATE_SUPPRESSED, MAIL_STATE_DROPPED };
	struct outbox_view v = { .page = page_new(req, T("Thư báo")), .form = form };
	struct ui_filter *filters = arena_array(req->arena, MAIL_STATE_COUNT, sizeof(*filters));
	int64_t totals[MAIL_STATE_COUNT], before;
	const char *typed = web_query(req, "trang-thai");

	v.state = MAIL_STATE_DEAD;
	v.page.wide = true;
	v.page.form = form;
	if (!str_empty(typed) && !mail_state_parse(typed, &v.state))
		return ERR_BAD_REQUEST;
	MUST(web_query_i64(req, "truoc", 1, INT64_MAX, INT64_MAX, &before));
	MUST(outbox_op_service(req->ctx, &v.service));
	v.has_trouble = !v.service.trouble_null;
	MUST(outbox_op_counts(req->ctx, totals));
	v.dead = totals[MAIL_STATE_DEAD];
	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++)
		filters[i] = (struct ui_filter){ mail_state_words(order[i]),
			arena_printf(req->arena, "/quan-tri/thu?trang-thai=%s",
			    mail_state_text(order[i])),
			totals[order[i]], order[i] == v.state };
	v.filters = (struct ui_filters){ T("Lọc theo trạng thái"), filters,
		sizeof(order) / sizeof(order[0]) };
	MUST(outbox_op_list(req->ctx, v.state, before, PAGE + 1, &v.rows));
	v.pages.total = totals[v.state];
	if (v.rows.n > PAGE) {
		v.rows.n = PAGE;
		v.pages.next_href =
		    arena_printf(req->arena, "/quan-tri/thu?trang-thai=%s&truoc=%" PRId64,
			mail_state_text(v.state), v.rows.v[PAGE - 1].mail_id.v);
	}
	if (before != INT64_MAX)
		v.pages.start_href = arena_printf(
		    req->arena, "/quan-tri/thu?trang-thai=%s", mail_state_text(v.state));
	tmpl_mail_outbox(web_html(req, res), &v);
	return ERR_OK;
}

enum err
outbox_page_show(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct sql_mail_setting_row s;

	MUST(outbox_op_setting(req->ctx, &s));
	form_set_i64(f, "per_minute", s.per_minute);
	form_set_i64(f, "per_account_day", s.per_account_day);
	form_set_i64(f, "settle_minutes", s.settle_minutes);
	form_set_i64(f, "digest_hour", s.digest_hour);
	form_set_i64(f, "near_days", s.near_days);
	form_set_i64(f, "attempts_max", s.attempts_max);
	form_set_i64(f, "version", s.version);
	return show_outbox(req, res, f);
}

enum err
outbox_page_resend(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	int64_t *ids, done;
	size_t n = form_ids(f, "id", req->arena, &ids);

	if (!form_ok(f))
		return ERR_BAD_REQUEST;
	MUST(outbox_op_resend(req->ctx, ids, n, &done));
	return web_redirect(
	    res, "/quan-tri/thu?tb=%s", done > 0 ? "se-gui-lai" : "khong-thu-nao");
}

enum err
outbox_page_resend_all(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	int64_t shown = form_i64(f, "shown", 0, INT32_MAX, -1), done;

	if (!form_ok(f))
		return ERR_BAD_REQUEST;
	MUST(outbox_op_resend_all(req->ctx, shown, &done));
	return web_redirect(
	    res, "/quan-tri/thu?tb=%s", done > 0 ? "se-gui-lai" : "khong-thu-nao");
}

enum err
outbox_page_drop(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	int64_t *ids, done;
	size_t n = form_ids(f, "id", req->arena, &ids);

	if (!form_ok(f))
		return ERR_BAD_REQUEST;
	MUST(outbox_op_drop(req->ctx, ids, n, &done));
	return web_redirect(
	    res, "/quan-tri/thu?tb=%s", done > 0 ? "da-bo-thu" : "khong-thu-nao");
}

enum err
outbox_page_release(struct web_req *req, struct web_res *res)
{
	MUST(outbox_op_release(req->ctx));
	return web_redirect(res, "/quan-tri/thu?tb=se-gui-lai");
}

enum err
outbox_page_setting(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct sql_mail_setting_row s = { 0 };

	s.per_minute = (int32_t)form_i64(f, "per_minute", 1, 6000, 0);
	s.per_account_day = (int32_t)form_i64(f, "per_account_day", 1, 1000, 0);
	s.settle_minutes = (int32_t)form_i64(f, "settle_minutes", 0, 240, -1);
	s.digest_hour = (int32_t)form_i64(f, "digest_hour", 0, 23, -1);
	s.near_days = (int32_t)form_i64(f, "near_days", 1, 30, 0);
	s.attempts_max = (int32_t)form_i64(f, "attempts_max", 1, 20, 0);
	s.version = (int32_t)form_i64(f, "version", 1, INT32_MAX, 0);
	if (!form_ok(f)) {
		MUST(show_outbox(req, res, f));
		return ERR_INVALID;
	}
	MUST(outbox_op_setting_save(req->ctx, &s));
	return web_redirect(res, "/quan-tri/thu?tb=da-luu");
}

/* --- one's own notices ---------------------------------------------------------------------------------------- */

static enum err
show_notices(struct web_req *req, struct web_res *res, struct form *f, bool daily)
{
	struct notices_view v = { .page = page_new(req, T("Thông báo")), .form = f };
	enum notice_kind *kinds = arena_array(req->arena, NOTICE_KIND_COUNT, sizeof(*kinds));
	struct option *delivery = arena_array(req->arena, 2, sizeof(*delivery));

	v.page.form = f;
	MUST(address_op_own(req->ctx, &v.own));
	MUST(address_op_recent(req->ctx, &v.recent));
	for (int k = 0; k < NOTICE_KIND_COUNT; k++) {
		if (notice_kind_mutable((enum notice_kind)k))
			kinds[v.nkinds++] = (enum notice_kind)k;
	}
	v.kinds = kinds;
	delivery[0] = (struct option){ "now", T("Từng thư, ngay khi có việc"), NULL, !daily };
	delivery[1] =
	    (struct option){ "daily", T("Gộp mỗi ngày một thư, buổi sáng"), NULL, daily };
	v.delivery = delivery;
	v.ndelivery = 2;
	tmpl_mail_notices(web_html(req, res), &v);
	return ERR_OK;
}

/* Whether a comma-separated list holds a word. */
static bool
listed(const char *list, const char *word)
{
	size_t n = strlen(word);

	for (const char *p = list; p != NULL; p = strchr(p, ',')) {
		if (*p == ',')
			p++;
		if (strncmp(p, word, n) == 0 && (p[n] == ',' || p[n] == '\0'))
			return true;
	}
	return false;
}

enum err
notices_page_show(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct sql_mail_own_row own;

	MUST(address_op_own(req->ctx, &own));
	for (int k = 0; k < NOTICE_KIND_COUNT; k++) {
		const char *name = notice_kind_text((enum notice_kind)k);

		if (notice_kind_mutable((enum notice_kind)k) && !listed(own.muted, name))
			form_set(f, name, "1");
	}
	return show_notices(req, res, f, own.daily);
}

enum err
notices_page_save(struct web_req *req, struct web_res *res)
{
	static const char *const ways[] = { "now", "daily" };
	struct form *f = form_new(req);
	bool wanted[NOTICE_KIND_COUNT] = { false };
	int way = form_choice(f, "delivery", ways, 2);

	for (int k = 0; k < NOTICE_KIND_COUNT; k++) {
		if (notice_kind_mutable((enum notice_kind)k))
			wanted[k] = form_checked(f, notice_kind_text((enum notice_kind)k));
	}
	if (!form_ok(f)) {
		MUST(show_notices(req, res, f, way == 1));
		return ERR_INVALID;
	}
	MUST(address_op_wishes(req->ctx, way == 1, wanted));
	return web_redirect(res, "/tai-khoan/thong-bao?tb=da-luu");
}

/* --- one's own address ------------------------------------------------------------------------------------------ */

static enum err
show_address(struct web_req *req, struct web_res *res, struct form *f)
{
	struct address_view v = { .page = page_new(req, T("Địa chỉ thư điện tử")), .form = f };

	v.page.form = f;
	MUST(address_op_own(req->ctx, &v.own));
	tmpl_mail_address(web_html(req, res), &v);
	return ERR_OK;
}

enum err
address_page_form(struct web_req *req, struct web_res *res)
{
	return show_address(req, res, form_new(req));
}

/* The password again, under the throttle of signing in; adds the message itself. */
static enum err
check_password(struct web_req *req, struct web_res *res, struct form *f, const char *password)
{
	enum err err = account_op_check_password(req->ctx, password);

	if (err == ERR_INVALID) {
		form_error(f, "present", T("Mật khẩu hiện tại không đúng."), 0);
		res->keep = true; /* counts towards the throttle */
	} else if (err == ERR_TOO_MANY) {
		form_error(f, "",
		    T("Đăng nhập sai quá nhiều lần. Chờ 15 phút rồi thử lại, hoặc nhờ quản trị viên đặt lại mật khẩu."),
		    0);
	}
	return err;
}

enum err
address_page_ask(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	const char *email = form_text(f, "email", 3, 254),
		   *present = form_secret(f, "present", 1, PASSWORD_MAX);
	enum err err = ERR_INVALID;

	if (!str_empty(email) && form_message_of(f, "email") == NULL &&
	    !mail_address_valid(email))
		form_error(
		    f, "email", T("Địa chỉ thư điện tử không đúng dạng ten@donvi.vn."), 0);
	if (form_ok(f) && (err = check_password(req, res, f, present)) == ERR_OK) {
		MUST(db_savepoint(req->ctx->db));
		err = address_op_ask(req->ctx, email);
		if (err == ERR_TOO_MANY) {
			db_rollback_to_savepoint(req->ctx->db);
			form_error(f, "",
			    T("Hôm nay đã gửi nhiều thư xác nhận. Chờ đến mai, hoặc nhờ quản trị viên đặt địa chỉ."),
			    0);
		}
	}
	if (err == ERR_INVALID || err == ERR_TOO_MANY) {
		MUST(show_address(req, res, f));
		return err;
	}
	MUST(err);
	return web_redirect(res, "/tai-khoan/thu-dien-tu?tb=da-gui-xac-nhan");
}

enum err
address_page_drop(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	const char *present = form_secret(f, "present", 1, PASSWORD_MAX);
	enum err err = ERR_INVALID;

	if (form_ok(f))
		err = check_password(req, res, f, present);
	if (err == ERR_INVALID || err == ERR_TOO_MANY) {
		MUST(show_address(req, res, f));
		return err;
	}
	MUST(err);
	MUST(address_op_drop(req->ctx));
	return web_redirect(res, "/tai-khoan/thu-dien-tu?tb=da-go-dia-chi");
}

/* Opening the link changes nothing yet: mail programs open links by themselves. */
enum err
address_page_confirm_form(struct web_req *req, struct web_res *res)
{
	struct address_view v = { .page = page_new(req, T("Xác nhận địa chỉ thư")),
		.form = form_new(req),
		.token = web_query(req, "ma") };

	if (v.token == NULL || strlen(v.token) > 100)
		return ERR_NOT_FOUND;
	form_set(v.form, "ma", v.token);
	MUST(address_op_own(req->ctx, &v.own));
	tmpl_mail_address_confirm(web_html(req, res), &v);
	return ERR_OK;
}

enum err
address_page_confirm(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	const char *token = form_text(f, "ma", 10, 100), *email;

	if (!form_ok(f))
		return ERR_BAD_REQUEST;
	if (address_op_confirm(req->ctx, token, &email) != ERR_OK) {
		req->ctx->why = T(
		    "Liên kết này đã dùng, đã quá 24 giờ, hoặc của một tài khoản khác. Vào trang tài khoản để yêu cầu liên kết mới.");
		return ERR_NOT_FOUND;
	}
	return web_redirect(res, "/tai-khoan/thu-dien-tu?tb=da-xac-nhan-dia-chi");
}
