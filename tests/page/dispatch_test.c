/* The dispatcher: access, guards, transaction and error pages, on a route table of its own. */
#include "support/page_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "web/form.h"
#include "web/route.h"

static int failures_left;

static enum err
show(struct web_req *req, struct web_res *res)
{
	struct page page = page_new(req, "Trang");

	buf_printf(&res->body, "<p>xin chào %s</p>",
	    page.actor != NULL ? page.actor->username : "khách");
	buf_printf(&res->body, "<input type=\"hidden\" name=\"csrf\" value=\"%s\">",
	    page.csrf != NULL ? page.csrf : "");
	buf_printf(&res->body, "<input type=\"hidden\" name=\"once\" value=\"%s\">",
	    page.once != NULL ? page.once : "");
	return ERR_OK;
}

static enum err
write_something(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	const char *text = form_text(f, "noi_dung", 1, 100);

	if (!form_ok(f)) {
		buf_printf(&res->body, "lỗi: %s", f->messages->text);
		return ERR_INVALID;
	}
	MUST(audit_write(req->ctx, "test.write", "test", 1, (struct unit_id){ 0 }, NULL));
	return web_redirect(res, "/xem?tb=da-luu&x=%zu", strlen(text));
}

static enum err
write_without_audit(struct web_req *req, struct web_res *res)
{
	(void)req;
	return web_redirect(res, "/xem");
}

static enum err
write_then_fail(struct web_req *req, struct web_res *res)
{
	(void)res;
	MUST(audit_write(req->ctx, "test.fail", "test", 2, (struct unit_id){ 0 }, NULL));
	return ERR_CONFLICT;
}

static enum err
fail_some_times(struct web_req *req, struct web_res *res)
{
	MUST(audit_write(req->ctx, "test.retry", "test", 3, (struct unit_id){ 0 }, NULL));
	buf_puts(&res->body, "lần này được;");
	return failures_left-- > 0 ? ERR_RETRY : ERR_OK;
}

static enum err
write_on_get(struct web_req *req, struct web_res *res)
{
	(void)res;
	return audit_write(req->ctx, "test.get", "test", 4, (struct unit_id){ 0 }, NULL);
}

/* Says it wrote its journal only when asked to. */
static enum err
write_journal(struct web_req *req, struct web_res *res)
{
	req->ctx->journaled = web_form(req, "ghi") != NULL;
	return web_redirect(res, "/xem");
}

/* As if it had taken 33 seconds. */
static enum err
be_slow(struct web_req *req, struct web_res *res)
{
	buf_puts(&res->body, "xong");
	req->ctx->now.us -= INT64_C(33000000);
	return ERR_OK;
}

static const struct route table[] = {
	{ WEB_GET, "/xem", ACCESS_SIGNED_IN, show },
	{ WEB_GET, "/cua", ACCESS_ANYONE, show },
	{ WEB_POST, "/cua", ACCESS_ANYONE, write_something },
	{ WEB_GET, "/cong-khai", ACCESS_PUBLIC, show },
	{ WEB_GET, "/quan-tri", ACCESS_ROLES(ROLE_BIT(ROLE_ADMINISTRATOR)), show },
	{ WEB_POST, "/quan-tri", ACCESS_ROLES(ROLE_BIT(ROLE_ADMINISTRATOR)), write_something },
	{ WEB_POST, "/ghi", ACCESS_SIGNED_IN, write_something },
	{ WEB_POST, "/quen-nhat-ky", ACCESS_SIGNED_IN, write_without_audit },
	{ WEB_POST, "/nhat-ky", ACCESS_ROLES(ROLE_BIT(ROLE_DRAFTER)) | ACCESS_JOURNALED,
	    write_journal },
	{ WEB_POST, "/hong", ACCESS_SIGNED_IN, write_then_fail },
	{ WEB_POST, "/thu-lai", ACCESS_SIGNED_IN, fail_some_times },
	{ WEB_GET, "/cham", ACCESS_SIGNED_IN, be_slow },
	{ WEB_GET, "/gap", ACCESS_ROLES(ROLE_BIT(ROLE_DRAFTER)) | ACCESS_URGENT, show },
	{ WEB_GET, "/ghi-bang-get", ACCESS_SIGNED_IN, write_on_get },
};

static int
setup(void **state)
{
	struct page_fixture *f = *state;

	page_test_setup(state);
	f->app.routes = table;
	f->app.nroutes = sizeof(table) / sizeof(table[0]);
	return 0;
}

static int64_t
audit_rows(struct page_fixture *f)
{
	return page_sql_i64(f, "select count(*) from office.audit_log");
}

static void
test_signed_in_page_greets_its_visitor(void **state)
{
	struct page_fixture *f = *state;

	page_sign_in(f, "lan");
	page_get(f, "/xem");
	page_expect_status(f, 200);
	page_expect_text(f, "xin chào lan");
	page_expect_header(f, "cache-control", "no-store");
	page_expect_header(f, "x-content-type-options", "nosniff");
}

static void
test_nobody_is_sent_to_sign_in_and_back(void **state)
{
	struct page_fixture *f = *state;

	page_get(f, "/xem?trang=2&loc=a%20b");
	page_expect_status(f, 303);
	assert_string_equal(f->location, "/dang-nhap?ve=/xem%3Ftrang%3D2%26loc%3Da%2520b");
}

static void
test_forged_token_is_nobody(void **state)
{
	struct page_fixture *f = *state;

	page_sign_in(f, "lan");
	f->cookies[0].value[3] ^= 1;
	page_get(f, "/xem");
	page_expect_status(f, 303);
}

static void
test_inactive_account_is_nobody(void **state)
{
	struct page_fixture *f = *state;

	page_sign_in(f, "nghi");
	page_sql(f, "update office.account set active = false where username = 'nghi'");
	page_get(f, "/xem");
	page_expect_status(f, 303);
}

static void
test_post_without_session_shows_what_was_typed(void **state)
{
	struct page_fixture *f = *state;

	page_post(f, "/ghi", "noi_dung", "Thành tích <xuất sắc>", "mat_khau", "bi-mat", NULL);
	page_expect_status(f, 401);
	page_expect_text(f, "Thành tích &lt;xuất sắc&gt;");
	page_expect_no_text(f, "bi-mat");
}

static void
test_role_missing_is_refused_before_the_body_is_read(void **state)
{
	struct page_fixture *f = *state;

	page_sign_in(f, "lan");
	page_get(f, "/quan-tri");
	page_expect_status(f, 403);
	page_send(f, WEB_POST, "/quan-tri", "text/nonsense", "x", 1);
	page_expect_status(f, 403);
}

static void
test_role_held_opens_the_page(void **state)
{
	struct page_fixture *f = *state;

	page_grant(f, "quantri", "administrator", "91");
	page_sign_in(f, "quantri");
	page_get(f, "/quan-tri");
	page_expect_status(f, 200);
}

static void
test_revoked_role_closes_the_page(void **state)
{
	struct page_fixture *f = *state;

	page_grant(f, "cuuquantri", "administrator", "91");
	page_sign_in(f, "cuuquantri");
	page_sql(f, "update office.role_grant set revoked_at = now() where account_id = %lld",
	    (long long)page_account(f, "cuuquantri"));
	page_get(f, "/quan-tri");
	page_expect_status(f, 403);
}

static void
test_form_is_written_once_with_its_audit_row(void **state)
{
	struct page_fixture *f = *state;
	int64_t before = audit_rows(f);

	page_sign_in(f, "lan");
	page_get(f, "/xem");
	page_submit(f, "/ghi", "noi_dung", "abc", NULL);
	page_expect_status(f, 303);
	assert_int_equal(audit_rows(f), before + 1);
	page_follow(f);
	page_expect_status(f, 200);
}

static void
test_replayed_form_is_refused_and_writes_nothing(void **state)
{
	struct page_fixture *f = *state;
	int64_t before;

	page_sign_in(f, "lan");
	page_get(f, "/xem");
	page_submit(f, "/ghi", "noi_dung", "abc", NULL);
	before = audit_rows(f);
	page_submit(f, "/ghi", "noi_dung", "abc", NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "đã được nhận trước đó");
	assert_int_equal(audit_rows(f), before);
}

static void
test_refused_form_may_be_sent_again_with_the_same_once(void **state)
{
	struct page_fixture *f = *state;

	page_sign_in(f, "lan");
	page_get(f, "/xem");
	page_submit(f, "/ghi", "noi_dung", "", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "lỗi: ");
	page_submit(f, "/ghi", "noi_dung", "abc", NULL);
	page_expect_status(f, 303);
}

static void
test_unknown_field_is_refused_by_name(void **state)
{
	struct page_fixture *f = *state;

	page_sign_in(f, "lan");
	page_get(f, "/xem");
	page_submit(f, "/ghi", "noi_dung", "abc", "is_admin", "1", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "is_admin");
}

static void
test_form_without_csrf_is_refused(void **state)
{
	struct page_fixture *f = *state;

	page_sign_in(f, "lan");
	page_post(f, "/ghi", "noi_dung", "abc", "once", "0123456789abcdef", NULL);
	page_expect_status(f, 403);
	page_expect_text(f, "mã bảo vệ");
	page_expect_text(f, "abc");
}

static void
test_csrf_of_another_session_is_refused(void **state)
{
	struct page_fixture *f = *state;

	page_sign_in(f, "lan");
	page_get(f, "/xem");
	page_sign_in(f, "ke-gian");
	page_submit(f, "/ghi", "noi_dung", "abc", NULL);
	page_expect_status(f, 403);
}

static void
test_form_from_another_site_is_refused(void **state)
{
	struct page_fixture *f = *state;

	page_sign_in(f, "lan");
	page_get(f, "/xem");
	f->headers[0].name = "origin";
	f->headers[0].value = "https://example.org";
	page_submit(f, "/ghi", "noi_dung", "abc", NULL);
	page_expect_status(f, 403);
	f->headers[0].value = "http://127.0.0.1:8080";
	page_submit(f, "/ghi", "noi_dung", "abc", NULL);
	page_expect_status(f, 303);
}

static void
test_cross_site_fetch_is_refused(void **state)
{
	struct page_fixture *f = *state;

	page_sign_in(f, "lan");
	page_get(f, "/xem");
	f->headers[0].name = "sec-fetch-site";
	f->headers[0].value = "cross-site";
	page_submit(f, "/ghi", "noi_dung", "abc", NULL);
	page_expect_status(f, 403);
}

static void
test_sign_in_form_needs_its_seed_cookie(void **state)
{
	struct page_fixture *f = *state;

	page_get(f, "/cua");
	page_expect_status(f, 200);
	page_submit(f, "/cua", "noi_dung", "abc", NULL);
	page_expect_status(f, 303);
	memset(f->cookies, 0, sizeof(f->cookies));
	page_submit(f, "/cua", "noi_dung", "abc", NULL);
	page_expect_status(f, 403);
}

static void
test_change_without_audit_is_rolled_back(void **state)
{
	struct page_fixture *f = *state;

	page_sign_in(f, "lan");
	page_get(f, "/xem");
	page_submit(f, "/quen-nhat-ky", NULL);
	page_expect_status(f, 500);
	page_expect_text(f, "0000abcd");
	assert_int_equal(
	    page_sql_i64(
		f, "select count(*) from office.form_once where nonce = '%s'", f->once),
	    0);
}

static void
test_failed_request_leaves_nothing_behind(void **state)
{
	struct page_fixture *f = *state;
	int64_t before = audit_rows(f);

	page_sign_in(f, "lan");
	page_get(f, "/xem");
	page_submit(f, "/hong", NULL);
	page_expect_status(f, 409);
	assert_int_equal(audit_rows(f), before);
}

static void
test_serialisation_failure_is_tried_again(void **state)
{
	struct page_fixture *f = *state;
	int64_t before = audit_rows(f);

	page_sign_in(f, "lan");
	page_get(f, "/xem");
	failures_left = 2;
	page_submit(f, "/thu-lai", NULL);
	page_expect_status(f, 200);
	assert_string_equal(f->body, "lần này được;");
	assert_int_equal(audit_rows(f), before + 1);
}

static void
test_endless_conflict_ends_as_503(void **state)
{
	struct page_fixture *f = *state;

	page_sign_in(f, "lan");
	page_get(f, "/xem");
	failures_left = 100;
	page_submit(f, "/thu-lai", NULL);
	page_expect_status(f, 503);
	page_expect_header(f, "retry-after", "5");
}

static void
test_get_cannot_write(void **state)
{
	struct page_fixture *f = *state;
	int64_t before = audit_rows(f);

	page_sign_in(f, "lan");
	page_get(f, "/ghi-bang-get");
	page_expect_status(f, 500);
	assert_int_equal(audit_rows(f), before);
}

static void
test_lost_connection_is_replaced_within_the_request(void **state)
{
	struct page_fixture *f = *state;

	page_sign_in(f, "lan");
	page_get(f, "/xem");
	page_sql(f, "select 1");
	PGconn *admin = PQconnectdb(getenv("VD_TEST_ADMIN_DB"));
	char sql[256];

	snprintf(sql, sizeof(sql),
	    "select pg_terminate_backend(pid) from pg_stat_activity "
	    "where datname = '%s' and usename = 'vd_app'",
	    f->database);
	PQclear(PQexec(admin, sql));
	PQfinish(admin);
	page_get(f, "/xem");
	page_expect_status(f, 200);
}

static void
test_password_must_be_changed_before_anything_else(void **state)
{
	struct page_fixture *f = *state;

	page_sign_in(f, "moi");
	page_sql(f, "update office.credential set must_change = true where account_id = %lld",
	    (long long)page_account(f, "moi"));
	page_get(f, "/xem");
	page_expect_redirect(f, "/tai-khoan/mat-khau");
}

static void
test_stale_session_is_touched_after_the_page(void **state)
{
	struct page_fixture *f = *state;

	page_sign_in(f, "lan");
	page_sql(f, "update office.session set last_seen_at = now() - interval '1 hour'");
	page_get(f, "/xem");
	page_expect_status(f, 200);
	assert_int_equal(page_sql_i64(f,
			     "select count(*) from office.session "
			     "where last_seen_at > now() - interval '1 minute'"),
	    1);
}

static void
test_idle_session_ends(void **state)
{
	struct page_fixture *f = *state;

	page_sign_in(f, "lan");
	page_sql(f, "update office.session set last_seen_at = now() - interval '13 hours'");
	page_get(f, "/xem");
	page_expect_status(f, 303);
}

static void
test_public_page_ignores_the_session(void **state)
{
	struct page_fixture *f = *state;

	page_sign_in(f, "lan");
	page_get(f, "/cong-khai");
	page_expect_status(f, 200);
	page_expect_text(f, "xin chào khách");
}

static void
test_wrong_method_says_which_are_right(void **state)
{
	struct page_fixture *f = *state;

	page_post(f, "/xem", NULL);
	page_expect_status(f, 405);
	page_expect_header(f, "allow", "GET, HEAD");
	page_get(f, "/ghi");
	page_expect_status(f, 405);
	page_expect_header(f, "allow", "POST");
	page_send(f, WEB_OTHER, "/cua", NULL, "", 0);
	page_expect_status(f, 405);
	page_expect_header(f, "allow", "GET, HEAD, POST");
}

static void
test_unknown_address_is_a_page_with_the_request_id(void **state)
{
	struct page_fixture *f = *state;

	page_get(f, "/khong-co");
	page_expect_status(f, 404);
	page_expect_text(f, "Không tìm thấy trang này");
	page_expect_text(f, "0000abcd");
}

static void
test_errors_of_json_addresses_are_json(void **state)
{
	struct page_fixture *f = *state;

	page_get(f, "/khong-co.json");
	page_expect_status(f, 404);
	assert_string_equal(f->res.content_type, "application/json");
	page_expect_text(f, "\"code\":\"not_found\"");
}

static void
test_head_is_answered_like_get(void **state)
{
	struct page_fixture *f = *state;

	page_sign_in(f, "lan");
	page_head(f, "/xem");
	page_expect_status(f, 200);
	assert_true(f->req.head);
}

static void
test_trailing_slash_leads_to_the_page(void **state)
{
	struct page_fixture *f = *state;

	page_get(f, "/xem/?a=1");
	page_expect_status(f, 303);
	assert_string_equal(f->location, "/xem?a=1");
}

static void
test_error_page_speaks_english_when_asked(void **state)
{
	struct page_fixture *f = *state;

	f->app.routes = NULL;
	page_get(f, "/ngon-ngu/en?ve=/khong-co");
	page_expect_status(f, 303);
	page_follow(f);
	page_expect_status(f, 404);
	page_expect_text(f, "lang=\"en\"");
}

static void
test_language_switch_never_leaves_the_site(void **state)
{
	struct page_fixture *f = *state;

	f->app.routes = NULL;
	page_get(f, "/ngon-ngu/vi?ve=//example.org/");
	page_expect_status(f, 303);
	assert_string_equal(f->location, "/");
}

static void
test_secure_site_uses_host_cookies_and_hsts(void **state)
{
	struct page_fixture *f = *state;

	f->app.secure = true;
	page_sign_in(f, "lan");
	assert_string_equal(f->cookies[0].name, "__Host-vd");
	page_get(f, "/xem");
	page_expect_status(f, 200);
	page_expect_header(f, "strict-transport-security", "max-age=31536000");
}

static void
test_health_names_build_and_schema(void **state)
{
	struct page_fixture *f = *state;

	f->app.routes = NULL;
	page_get(f, "/healthz");
	page_expect_status(f, 200);
	page_expect_text(f, "\"build\":\"test\"");
	page_expect_text(f, "\"schema\":\"0");
}

static void
test_shipped_route_table_is_complete(void **state)
{
	(void)state;
	assert_true(app_routes_valid());
}

static void
test_who_keeps_the_worker_busy_waits_and_nobody_else(void **state)
{
	struct page_fixture *f = *state;
	static struct brake brake;

	f->app.brake = &brake;
	page_grant(f, "lan", "drafter", "30742");
	page_sign_in(f, "lan");
	page_get(f, "/xem");
	page_get(f, "/cham");
	page_expect_status(f, 200);
	page_get(f, "/xem");
	page_expect_status(f, 429);
	page_expect_text(f, "làm máy chủ bận lâu");
	page_submit(f, "/ghi", "noi_dung", "điều đã gõ", NULL);
	page_expect_status(f, 429);
	page_expect_text(f, "điều đã gõ");
	page_get(f, "/gap"); /* filing on the last evening */
	page_expect_status(f, 200);
	page_sign_in(f, "nghi.khac");
	page_get(f, "/xem");
	page_expect_status(f, 200);
	page_get(f, "/gap"); /* urgent is not for everybody */
	page_expect_status(f, 403);
	f->app.brake = NULL;
}

/* ACCESS_JOURNALED: no once value, but CSRF; no audit row, but a journal. */
static void
test_journaled_route_needs_csrf_and_its_journal_but_no_once_value(void **state)
{
	struct page_fixture *f = *state;

	page_grant(f, "lan", "drafter", "30742");
	page_sign_in(f, "lan");
	page_get(f, "/xem");
	page_post(f, "/nhat-ky", "ghi", "1", NULL);
	page_expect_status(f, 403);
	for (int i = 0; i < 2; i++) {
		page_post(f, "/nhat-ky", "csrf", f->csrf, "ghi", "1", NULL);
		page_expect_status(f, 303);
	}
	page_post(f, "/nhat-ky", "csrf", f->csrf, NULL);
	page_expect_status(f, 500);
	page_sign_in(f, "khong.co.vai.tro");
	page_get(f, "/xem");
	page_post(f, "/nhat-ky", "csrf", f->csrf, "ghi", "1", NULL);
	page_expect_status(f, 403);
}

#define T_(f) cmocka_unit_test_setup(f, setup)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_(test_signed_in_page_greets_its_visitor),
		T_(test_nobody_is_sent_to_sign_in_and_back),
		T_(test_forged_token_is_nobody),
		T_(test_inactive_account_is_nobody),
		T_(test_post_without_session_shows_what_was_typed),
		T_(test_role_missing_is_refused_before_the_body_is_read),
		T_(test_role_held_opens_the_page),
		T_(test_revoked_role_closes_the_page),
		T_(test_form_is_written_once_with_its_audit_row),
		T_(test_replayed_form_is_refused_and_writes_nothing),
		T_(test_refused_form_may_be_sent_again_with_the_same_once),
		T_(test_unknown_field_is_refused_by_name),
		T_(test_form_without_csrf_is_refused),
		T_(test_csrf_of_another_session_is_refused),
		T_(test_form_from_another_site_is_refused),
		T_(test_cross_site_fetch_is_refused),
		T_(test_who_keeps_the_worker_busy_waits_and_nobody_else),
		T_(test_sign_in_form_needs_its_seed_cookie),
		T_(test_change_without_audit_is_rolled_back),
		T_(test_journaled_route_needs_csrf_and_its_journal_but_no_once_value),
		T_(test_failed_request_leaves_nothing_behind),
		T_(test_serialisation_failure_is_tried_again),
		T_(test_endless_conflict_ends_as_503),
		T_(test_get_cannot_write),
		T_(test_lost_connection_is_replaced_within_the_request),
		T_(test_password_must_be_changed_before_anything_else),
		T_(test_stale_session_is_touched_after_the_page),
		T_(test_idle_session_ends),
		T_(test_public_page_ignores_the_session),
		T_(test_wrong_method_says_which_are_right),
		T_(test_unknown_address_is_a_page_with_the_request_id),
		T_(test_errors_of_json_addresses_are_json),
		T_(test_head_is_answered_like_get),
		T_(test_trailing_slash_leads_to_the_page),
		T_(test_error_page_speaks_english_when_asked),
		T_(test_language_switch_never_leaves_the_site),
		T_(test_secure_site_uses_host_cookies_and_hsts),
		T_(test_health_names_build_and_schema),
		T_(test_shipped_route_table_is_complete),
	};

	return cmocka_run_group_tests(tests, page_group_setup, page_group_teardown);
}
