/* Signing in, the own account, and the administrator's accounts and roles. */
#include "support/page_fixture.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/world.h"

#define PASSWORD "một câu rất dài dễ nhớ"

static void
set_password(
    struct page_fixture *f, const char *username, const char *password, const char *must_change)
{
	char hash[crypto_pwhash_STRBYTES];

	assert_int_equal(crypto_pwhash_str(hash, password, strlen(password),
			     crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN),
	    0);
	page_sql(f,
	    "update office.credential set password_hash = '%s', must_change = %s "
	    "where account_id = (select id from office.account where username = '%s')",
	    hash, must_change, username);
}

static struct page_fixture *
begin(void **state)
{
	struct page_fixture *f = *state;

	world_base(f->owner);
	page_sql(f, "truncate office.login_attempt");
	page_sql(f, "delete from office.form_once");
	set_password(f, "kiemtra", PASSWORD, "false");
	return f;
}

static void
try_sign_in(struct page_fixture *f, const char *username, const char *password)
{
	page_get(f, "/dang-nhap");
	page_submit(
	    f, "/dang-nhap", "username", username, "password", password, "ve", "", NULL);
}

static void
test_the_right_password_opens_the_work_page(void **state)
{
	struct page_fixture *f = begin(state);

	try_sign_in(f, "kiemtra", PASSWORD);
	page_expect_redirect(f, "/viec-cua-toi");
	page_follow(f);
	page_expect_status(f, 200);
	page_expect_text(f, "Việc của tôi");
}

static void
test_the_name_may_be_typed_in_capitals(void **state)
{
	struct page_fixture *f = begin(state);

	try_sign_in(f, "KiemTra", PASSWORD);
	page_expect_redirect(f, "/viec-cua-toi");
}

static void
test_a_wrong_password_is_refused_beside_the_field_and_kept_out_of_the_page(void **state)
{
	struct page_fixture *f = begin(state);

	try_sign_in(f, "kiemtra", "sai-hoàn-toàn-nhé");
	page_expect_status(f, 422);
	page_expect_text(f, "Tên đăng nhập hoặc mật khẩu không đúng");
	page_expect_no_text(f, "sai-hoàn-toàn-nhé");
	page_expect_text(f, "value=\"kiemtra\"");
}

static void
test_an_unknown_name_gets_the_same_words_as_a_wrong_password(void **state)
{
	struct page_fixture *f = begin(state);

	try_sign_in(f, "khong.co", PASSWORD);
	page_expect_status(f, 422);
	page_expect_text(f, "Tên đăng nhập hoặc mật khẩu không đúng");
}

static void
test_a_locked_account_cannot_sign_in(void **state)
{
	struct page_fixture *f = begin(state);

	page_sql(f, "update office.account set active = false where username = 'kiemtra'");
	try_sign_in(f, "kiemtra", PASSWORD);
	page_sql(f, "update office.account set active = true where username = 'kiemtra'");
	page_expect_status(f, 422);
}

/* n wrong passwords typed elsewhere: from one address ending in x, or (x 0) each from another one. */
static void
failures(struct page_fixture *f, int n, int x)
{
	page_sql(f,
	    "insert into office.login_attempt (username, address, succeeded) "
	    "select 'kiemtra', '10.1.1.' || case %d when 0 then n else %d end, false from generate_series(1, %d) n",
	    x, x, n);
}

static void
test_ten_failures_from_one_address_close_the_account_to_it(void **state)
{
	struct page_fixture *f = begin(state);

	failures(f, 10, 7);
	f->address = "10.1.1.7";
	try_sign_in(f, "kiemtra", PASSWORD);
	page_expect_status(f, 429);
	page_expect_text(f, "Chờ 15 phút");
	f->address = "10.1.1.8";
	try_sign_in(f, "kiemtra", PASSWORD);
	page_expect_redirect(f, "/viec-cua-toi");
}

static void
test_nine_failures_do_not(void **state)
{
	struct page_fixture *f = begin(state);

	failures(f, 9, 7);
	f->address = "10.1.1.7";
	try_sign_in(f, "kiemtra", PASSWORD);
	page_expect_redirect(f, "/viec-cua-toi");
}

static void
test_an_ipv6_customer_is_one_address(void **state)
{
	struct page_fixture *f = begin(state);
	char address[40];

	for (int i = 0; i < 10; i++) {
		(void)snprintf(address, sizeof(address), "2001:db8:1:2::%x", i + 1);
		f->address = address;
		try_sign_in(f, "kiemtra", "đoán mò một lần");
		page_expect_status(f, 422);
	}
	f->address = "2001:db8:1:2:ffff::1";
	try_sign_in(f, "kiemtra", PASSWORD);
	page_expect_status(f, 429);
	f->address = "2001:db8:1:3::1";
	try_sign_in(f, "kiemtra", PASSWORD);
	page_expect_redirect(f, "/viec-cua-toi");
}

/* The last evening: somebody guesses at the unit head's account all the time, from the office and from everywhere. */
static void
test_guessing_keeps_the_owner_out_of_no_known_browser(void **state)
{
	struct page_fixture *f = begin(state);

	try_sign_in(f, "kiemtra", PASSWORD);
	page_expect_redirect(f, "/viec-cua-toi");
	page_get(f, "/tai-khoan");
	page_submit(f, "/dang-xuat", NULL);
	page_sql(f,
	    "insert into office.login_attempt (username, address, succeeded) select 'kiemtra', '10.1.2.' || n %% 250, false from generate_series(1, 200) n "
	    "union all select 'ai-do', '%s', false from generate_series(1, 200)",
	    PAGE_ADDRESS);
	try_sign_in(f, "kiemtra", PASSWORD);
	page_expect_redirect(f, "/viec-cua-toi");
	/* A browser it never signed in from waits, whatever it says it is. */
	page_test_setup(state);
	f->address = "10.9.9.9";
	try_sign_in(f, "kiemtra", PASSWORD);
	page_expect_status(f, 429);
	page_set_cookie(f, "vd-may", "20780.AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA");
	try_sign_in(f, "kiemtra", PASSWORD);
	page_expect_status(f, 429);
}

static void
test_a_known_browser_is_closed_by_its_own_ten_failures(void **state)
{
	struct page_fixture *f = begin(state);

	try_sign_in(f, "kiemtra", PASSWORD);
	page_get(f, "/tai-khoan");
	page_submit(f, "/dang-xuat", NULL);
	for (int i = 0; i < 10; i++) {
		try_sign_in(f, "kiemtra", "đoán mò một lần");
		page_expect_status(f, 422);
	}
	try_sign_in(f, "kiemtra", PASSWORD);
	page_expect_status(f, 429);
	/* It is known for that account alone, and keeps nobody else out. */
	set_password(f, "baochi", PASSWORD, "false");
	try_sign_in(f, "baochi", PASSWORD);
	page_expect_redirect(f, "/viec-cua-toi");
	/* Known for both from now on; what closed the first one stands. */
	page_get(f, "/tai-khoan");
	page_submit(f, "/dang-xuat", NULL);
	try_sign_in(f, "kiemtra", PASSWORD);
	page_expect_status(f, 429);
}

static void
test_a_new_password_opens_the_closed_door(void **state)
{
	struct page_fixture *f = begin(state);

	failures(f, 200, 0);
	try_sign_in(f, "kiemtra", PASSWORD);
	page_expect_status(f, 429);
	page_sql(f,
	    "update office.credential set changed_at = clock_timestamp() where account_id = (select id from office.account where username = 'kiemtra')");
	try_sign_in(f, "kiemtra", PASSWORD);
	page_expect_redirect(f, "/viec-cua-toi");
}

static void
test_knocking_at_a_closed_door_fills_no_log(void **state)
{
	struct page_fixture *f = begin(state);
	int64_t rows, throttled;

	failures(f, 49, 0);
	throttled = page_sql_i64(f,
	    "select count(*) from office.audit_log where action = 'account.sign_in_throttled'");
	try_sign_in(f, "kiemtra", "đoán mò một lần");
	page_expect_status(f, 422);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.audit_log where action = 'account.sign_in_throttled'"),
	    throttled + 1);
	rows = page_sql_i64(f,
	    "select (select count(*) from office.audit_log) + (select count(*) from office.login_attempt)");
	for (int i = 0; i < 5; i++) {
		try_sign_in(f, "kiemtra", "đoán mò một lần");
		page_expect_status(f, 429);
	}
	assert_int_equal(
	    page_sql_i64(f,
		"select (select count(*) from office.audit_log) + (select count(*) from office.login_attempt)"),
	    rows);
}

static void
test_a_refused_sign_in_is_remembered_and_audited(void **state)
{
	struct page_fixture *f = begin(state);
	int64_t before = page_sql_i64(f,
	    "select count(*) from office.audit_log where action = 'account.sign_in_refused'");

	try_sign_in(f, "kiemtra", "không phải mật khẩu này");
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.login_attempt where username = 'kiemtra' and not succeeded"),
	    1);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.audit_log where action = 'account.sign_in_refused'"),
	    before + 1);
}

static void
test_sign_in_without_the_hidden_value_is_refused(void **state)
{
	struct page_fixture *f = begin(state);

	page_post(f, "/dang-nhap", "username", "kiemtra", "password", PASSWORD, "ve", "", NULL);
	page_expect_status(f, 403);
}

static void
test_sign_in_never_leads_to_another_site(void **state)
{
	struct page_fixture *f = begin(state);

	page_get(f, "/dang-nhap?ve=//evil.example/");
	page_submit(f, "/dang-nhap", "username", "kiemtra", "password", PASSWORD, "ve",
	    "//evil.example/", NULL);
	page_expect_redirect(f, "/viec-cua-toi");
}

static void
test_sign_in_leads_back_to_where_one_was(void **state)
{
	struct page_fixture *f = begin(state);

	page_get(f, "/dang-nhap?ve=/kiem-tra");
	page_expect_text(f, "value=\"/kiem-tra\"");
	page_submit(f, "/dang-nhap", "username", "kiemtra", "password", PASSWORD, "ve",
	    "/kiem-tra", NULL);
	page_expect_redirect(f, "/kiem-tra");
}

static void
test_the_token_in_the_database_is_not_the_one_in_the_cookie(void **state)
{
	struct page_fixture *f = begin(state);

	try_sign_in(f, "kiemtra", PASSWORD);
	for (size_t i = 0; i < 16; i++) {
		if (strcmp(f->cookies[i].name, "vd") == 0)
			assert_int_equal(
			    page_sql_i64(f,
				"select count(*) from office.session where encode(token_hash, 'escape') like '%%%s%%'",
				f->cookies[i].value),
			    0);
	}
}

static void
test_signing_out_ends_the_session(void **state)
{
	struct page_fixture *f = begin(state);

	try_sign_in(f, "kiemtra", PASSWORD);
	page_get(f, "/viec-cua-toi");
	page_submit(f, "/dang-xuat", NULL);
	page_expect_redirect(f, "/dang-nhap");
	page_get(f, "/viec-cua-toi");
	page_expect_status(f, 303);
}

static void
test_a_first_password_has_to_be_replaced_before_anything_else(void **state)
{
	struct page_fixture *f = begin(state);

	set_password(f, "kiemtra", PASSWORD, "true");
	try_sign_in(f, "kiemtra", PASSWORD);
	page_get(f, "/viec-cua-toi");
	page_expect_redirect(f, "/tai-khoan/mat-khau");
	page_follow(f);
	page_submit(f, "/tai-khoan/mat-khau", "present", PASSWORD, "wanted",
	    "câu mới còn dài hơn câu cũ", "again", "câu mới còn dài hơn câu cũ", NULL);
	page_expect_redirect(f, "/tai-khoan");
	page_get(f, "/viec-cua-toi");
	page_expect_status(f, 200);
}

static void
test_a_new_password_needs_twelve_characters_the_present_one_and_the_same_twice(void **state)
{
	struct page_fixture *f = begin(state);

	try_sign_in(f, "kiemtra", PASSWORD);
	page_get(f, "/tai-khoan/mat-khau");
	page_submit(f, "/tai-khoan/mat-khau", "present", PASSWORD, "wanted", "ngắn quá",
	    "again", "ngắn quá", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "ít nhất 12 ký tự");
	page_submit(f, "/tai-khoan/mat-khau", "present", PASSWORD, "wanted",
	    "đủ dài rồi nhé bạn", "again", "khác hẳn câu trên", NULL);
	page_expect_text(f, "không giống nhau");
	page_submit(f, "/tai-khoan/mat-khau", "present", "không đúng đâu bạn ơi", "wanted",
	    "đủ dài rồi nhé bạn", "again", "đủ dài rồi nhé bạn", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "Mật khẩu hiện tại không đúng");
}

static void
test_changing_the_password_ends_the_other_sessions(void **state)
{
	struct page_fixture *f = begin(state);

	page_sql(f,
	    "delete from office.session where account_id = (select id from office.account where username = 'kiemtra')");
	page_sql(f,
	    "select office.session_open((select id from office.account where username = 'kiemtra'), decode(repeat('ab', 32), 'hex'), 'x', '', '')");
	try_sign_in(f, "kiemtra", PASSWORD);
	page_get(f, "/tai-khoan/mat-khau");
	page_submit(f, "/tai-khoan/mat-khau", "present", PASSWORD, "wanted",
	    "đủ dài rồi nhé bạn", "again", "đủ dài rồi nhé bạn", NULL);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.session where account_id = (select id from office.account where username = 'kiemtra')"),
	    1);
}

/* --- administrator ---------------------------------------------------------------------------- */

static void
test_accounts_are_for_administrators_only(void **state)
{
	struct page_fixture *f = begin(state);

	page_get(f, "/quan-tri/tai-khoan");
	page_expect_status(f, 303);
	page_sign_in(f, "soanthao.rachgia");
	page_get(f, "/quan-tri/tai-khoan");
	page_expect_status(f, 403);
	page_expect_no_text(f, "uyvien01");
}

static void
test_a_new_account_gets_a_first_password_shown_once(void **state)
{
	struct page_fixture *f = begin(state);
	int64_t id;

	page_sign_in(f, "quantri");
	page_get(f, "/quan-tri/tai-khoan/moi");
	page_submit(f, "/quan-tri/tai-khoan/moi", "username", "moi.tao", "full_name",
	    "Phan Thị Mới", "email", "", NULL);
	page_expect_status(f, 200);
	page_expect_text(f, "chỉ hiện một lần");
	id = page_sql_i64(f, "select id from office.account where username = 'moi.tao'");
	assert_int_equal(
	    page_sql_i64(f,
		"select must_change::int from office.credential where account_id = %lld",
		(long long)id),
	    1);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.audit_log where action = 'account.create' and object_id = %lld",
		(long long)id),
	    1);
}

static void
test_a_user_name_taken_or_malformed_is_said_beside_the_field(void **state)
{
	struct page_fixture *f = begin(state);

	page_sign_in(f, "quantri");
	page_get(f, "/quan-tri/tai-khoan/moi");
	page_submit(f, "/quan-tri/tai-khoan/moi", "username", "kiemtra", "full_name",
	    "Phan <script>alert(1)</script>", "email", "", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "Tên đăng nhập: Tên đăng nhập này đã có người dùng");
	page_expect_text(f, "&lt;script&gt;");
	page_expect_no_text(f, "<script>alert");
	page_submit(f, "/quan-tri/tai-khoan/moi", "username", "Có Dấu", "full_name", "A",
	    "email", "", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "chữ thường không dấu");
	page_expect_text(f, "value=\"Có Dấu\"");
}

static void
test_an_unknown_field_is_refused_by_name(void **state)
{
	struct page_fixture *f = begin(state);

	page_sign_in(f, "quantri");
	page_get(f, "/quan-tri/tai-khoan/moi");
	page_submit(f, "/quan-tri/tai-khoan/moi", "username", "ai.do", "full_name", "Ai Đó",
	    "email", "", "is_admin", "1", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "is_admin");
	assert_int_equal(
	    page_sql_i64(f, "select count(*) from office.account where username = 'ai.do'"), 0);
}

static void
test_a_stale_save_shows_both_texts_and_writes_nothing(void **state)
{
	struct page_fixture *f = begin(state);
	char path[64];

	page_sign_in(f, "quantri");
	snprintf(path, sizeof(path), "/quan-tri/tai-khoan/%lld",
	    (long long)page_sql_i64(
		f, "select id from office.account where username = 'baochi'"));
	page_get(f, path);
	page_sql(f,
	    "update office.account set full_name = 'Tên người khác lưu', version = version + 1 where username = 'baochi'");
	page_submit(f, path, "full_name", "Tên tôi gõ", "email", "", "active", "1", "version",
	    "1", NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "Tên người khác lưu");
	page_expect_text(f, "Tên tôi gõ");
	assert_int_equal(
	    page_sql_i64(
		f, "select count(*) from office.account where full_name = 'Tên tôi gõ'"),
	    0);
}

static void
test_a_role_is_given_and_taken_back_and_both_are_kept(void **state)
{
	struct page_fixture *f = begin(state);
	int64_t id, unit, grant;
	char path[128], unit_text[32];

	page_sql(f,
	    "delete from office.role_grant where role = 'appraiser' and account_id = (select id from office.account where username = 'baochi')");
	id = page_sql_i64(f, "select id from office.account where username = 'baochi'");
	unit = page_sql_i64(f, "select id from office.unit where code = '91'");
	snprintf(path, sizeof(path), "/quan-tri/tai-khoan/%lld", (long long)id);
	snprintf(unit_text, sizeof(unit_text), "%lld", (long long)unit);
	page_sign_in(f, "quantri");
	page_get(f, path);
	snprintf(path, sizeof(path), "/quan-tri/tai-khoan/%lld/vai-tro", (long long)id);
	page_submit(f, path, "role", "appraiser", "unit_id", unit_text, NULL);
	page_expect_status(f, 303);
	page_follow(f);
	page_expect_text(f, "Đã giao vai trò");
	page_submit(f, path, "role", "appraiser", "unit_id", unit_text, NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "đã được giao tại đơn vị đó");
	grant = page_sql_i64(f,
	    "select id from office.role_grant where account_id = %lld and role = 'appraiser' and revoked_at is null",
	    (long long)id);
	snprintf(path, sizeof(path), "/quan-tri/tai-khoan/%lld/vai-tro/%lld/thu-hoi",
	    (long long)id, (long long)grant);
	page_submit(f, path, NULL);
	page_expect_status(f, 303);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.role_grant where id = %lld and revoked_at is not null",
		(long long)grant),
	    1);
}

static void
test_an_administrator_cannot_take_away_the_own_role_or_lock_oneself(void **state)
{
	struct page_fixture *f = begin(state);
	int64_t id =
	    page_sql_i64(f, "select id from office.account where username = 'quantri'");
	char path[128], version[16];

	page_sign_in(f, "quantri");
	snprintf(path, sizeof(path), "/quan-tri/tai-khoan/%lld", (long long)id);
	page_get(f, path);
	snprintf(version, sizeof(version), "%lld",
	    (long long)page_sql_i64(
		f, "select version from office.account where id = %lld", (long long)id));
	page_submit(f, path, "full_name", "Lê Quốc Trị", "email", "", "version", version, NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "không thể khóa tài khoản của chính mình");
	page_get(f, path);
	snprintf(path, sizeof(path), "/quan-tri/tai-khoan/%lld/vai-tro/%lld/thu-hoi",
	    (long long)id,
	    (long long)page_sql_i64(f,
		"select id from office.role_grant where account_id = %lld and role = 'administrator'",
		(long long)id));
	page_submit(f, path, NULL);
	page_expect_status(f, 409);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.role_grant where account_id = %lld and role = 'administrator' and revoked_at is null",
		(long long)id),
	    1);
}

static void
test_an_administrator_of_one_commune_gives_no_role_on_the_province(void **state)
{
	struct page_fixture *f = begin(state);
	char path[128], role_path[160], unit[32];

	page_grant(f, "quantri.xa", "administrator", "30742");
	page_sign_in(f, "quantri.xa");
	snprintf(path, sizeof(path), "/quan-tri/tai-khoan/%lld",
	    (long long)page_sql_i64(
		f, "select id from office.account where username = 'quantri.xa'"));
	page_get(f, path);
	snprintf(unit, sizeof(unit), "%lld",
	    (long long)page_sql_i64(f, "select id from office.unit where code = '91'"));
	snprintf(role_path, sizeof(role_path), "%s/vai-tro", path);
	page_submit(f, role_path, "role", "signatory", "unit_id", unit, NULL);
	page_expect_status(f, 403);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.role_grant g join office.account a on a.id = g.account_id where a.username = 'quantri.xa' and g.role = 'signatory'"),
	    0);
}

static void
test_locking_an_account_ends_its_sessions_at_once(void **state)
{
	struct page_fixture *f = begin(state);
	char path[128], version[16];
	int64_t id = page_sql_i64(f, "select id from office.account where username = 'baochi'");

	page_sql(f,
	    "select office.session_open(%lld, decode(repeat('cd', 32), 'hex'), 'x', '', '') where not exists (select from office.session where token_hash = decode(repeat('cd', 32), 'hex'))",
	    (long long)id);
	page_sign_in(f, "quantri");
	snprintf(path, sizeof(path), "/quan-tri/tai-khoan/%lld", (long long)id);
	page_get(f, path);
	snprintf(version, sizeof(version), "%lld",
	    (long long)page_sql_i64(
		f, "select version from office.account where id = %lld", (long long)id));
	page_submit(f, path, "full_name", "Mai Văn Báo", "email", "", "version", version, NULL);
	page_expect_status(f, 303);
	assert_int_equal(
	    page_sql_i64(f, "select count(*) from office.session where account_id = %lld",
		(long long)id),
	    0);
	page_sql(f, "update office.account set active = true where id = %lld", (long long)id);
}

/* --- reach of a commune's administrator ------------------------------------------------------------ */

static void
account_path(
    struct page_fixture *f, char *path, size_t size, const char *username, const char *rest)
{
	snprintf(path, size, "/quan-tri/tai-khoan/%lld%s",
	    (long long)page_sql_i64(
		f, "select id from office.account where username = '%s'", username),
	    rest);
}

static void
test_an_administrator_of_one_commune_sets_no_password_of_the_province(void **state)
{
	struct page_fixture *f = begin(state);
	char path[128];

	page_grant(f, "quantri.xa", "administrator", "30742");
	set_password(f, "quantri", PASSWORD, "false");
	page_sign_in(f, "quantri.xa");
	account_path(f, path, sizeof(path), "quantri", "");
	page_get(f, path);
	account_path(f, path, sizeof(path), "quantri", "/mat-khau");
	page_submit(f, path, NULL);
	page_expect_status(f, 403);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.credential c join office.account a on a.id = c.account_id where a.username = 'quantri' and c.must_change"),
	    0);
}

static void
test_an_administrator_of_one_commune_locks_nobody_of_the_next(void **state)
{
	struct page_fixture *f = begin(state);
	char path[128], version[16];

	page_grant(f, "quantri.xa", "administrator", "30742");
	page_sign_in(f, "quantri.xa");
	account_path(f, path, sizeof(path), "soanthao.longxuyen", "");
	page_get(f, path);
	snprintf(version, sizeof(version), "%lld",
	    (long long)page_sql_i64(
		f, "select version from office.account where username = 'soanthao.longxuyen'"));
	page_submit(f, path, "full_name", "Đổi Tên", "email", "", "version", version, NULL);
	page_expect_status(f, 403);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.account where username = 'soanthao.longxuyen' and active and full_name <> 'Đổi Tên'"),
	    1);
}

static void
test_an_administrator_of_one_commune_helps_its_own_people(void **state)
{
	struct page_fixture *f = begin(state);
	char path[128];

	page_grant(f, "quantri.xa", "administrator", "30742");
	page_sign_in(f, "quantri.xa");
	account_path(f, path, sizeof(path), "soanthao.rachgia", "");
	page_get(f, path);
	account_path(f, path, sizeof(path), "soanthao.rachgia", "/mat-khau");
	page_submit(f, path, NULL);
	page_expect_status(f, 200);
	page_expect_text(f, "chỉ hiện một lần");
}

static void
test_an_administrator_of_one_commune_sees_no_work_of_the_province(void **state)
{
	struct page_fixture *f = begin(state);

	page_sql(f,
	    "insert into office.job (kind, state, attempts, last_error) values ('publication.render', 'dead', 5, 'danh sách chưa công bố')");
	page_grant(f, "quantri.xa", "administrator", "30742");
	page_sign_in(f, "quantri.xa");
	page_get(f, "/quan-tri/viec-nen");
	page_expect_status(f, 403);
	page_expect_no_text(f, "danh sách chưa công bố");
	page_get(f, "/quan-tri");
	page_expect_status(f, 200);
	page_expect_no_text(f, "/quan-tri/viec-nen");
	page_sign_in(f, "quantri");
	page_get(f, "/quan-tri/viec-nen");
	page_expect_text(f, "danh sách chưa công bố");
	page_sql(f, "delete from office.job where state = 'dead'");
}

static void
test_an_administrator_of_one_commune_moves_no_closing_time_of_the_province(void **state)
{
	struct page_fixture *f = begin(state);
	char path[128];
	int64_t season = world_season(f->owner, "Đợt của tỉnh", -24, 24);

	page_grant(f, "quantri.xa", "administrator", "30742");
	page_sign_in(f, "quantri.xa");
	snprintf(path, sizeof(path), "/quan-tri/dot-xet/%lld", (long long)season);
	page_get(f, path);
	page_submit(f, path, "name", "Đợt của tỉnh", "year", "2026", "kind", "cong_trang",
	    "movement_id", "", "opens_at", "01/01/2026 08:00", "closes_at", "31/12/2027 17:00",
	    "version", "1", NULL);
	page_expect_status(f, 403);
	assert_int_equal(page_sql_i64(f, "select version from office.season where id = %lld",
			     (long long)season),
	    1);
}

/* --- passwords ---------------------------------------------------------------------------------------- */

static void
test_an_error_page_never_repeats_passwords_that_were_typed(void **state)
{
	struct page_fixture *f = begin(state);

	try_sign_in(f, "kiemtra", PASSWORD);
	page_get(f, "/tai-khoan/mat-khau");
	page_sql(f,
	    "delete from office.session where account_id = (select id from office.account where username = 'kiemtra')");
	page_submit(f, "/tai-khoan/mat-khau", "present", PASSWORD, "wanted",
	    "bí mật mới tinh của tôi", "again", "bí mật mới tinh của tôi", NULL);
	page_expect_status(f, 401);
	page_expect_no_text(f, PASSWORD);
	page_expect_no_text(f, "bí mật mới tinh của tôi");
}

static void
test_guessing_the_present_password_is_throttled_and_audited_like_signing_in(void **state)
{
	struct page_fixture *f = begin(state);
	int64_t before = page_sql_i64(f,
	    "select count(*) from office.audit_log where action = 'account.password_refused'");

	try_sign_in(f, "kiemtra", PASSWORD);
	page_get(f, "/tai-khoan/mat-khau");
	for (int i = 0; i < 10; i++) {
		page_submit(f, "/tai-khoan/mat-khau", "present", "đoán mò một lần", "wanted",
		    "đủ dài rồi nhé bạn", "again", "đủ dài rồi nhé bạn", NULL);
		page_expect_status(f, 422);
	}
	page_submit(f, "/tai-khoan/mat-khau", "present", PASSWORD, "wanted",
	    "đủ dài rồi nhé bạn", "again", "đủ dài rồi nhé bạn", NULL);
	page_expect_status(f, 429);
	page_expect_text(f, "Chờ 15 phút");
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.audit_log where action = 'account.password_refused'"),
	    before + 10);
}

/* --- the way back --------------------------------------------------------------------------------------- */

static void
test_sign_in_leads_back_to_a_long_address_too(void **state)
{
	struct page_fixture *f = begin(state);
	char back[1200];
	size_t n = (size_t)snprintf(back, sizeof(back), "/kiem-tra?chon=1");

	for (int i = 0; i < 100; i++)
		n += (size_t)snprintf(back + n, sizeof(back) - n, "&chon=123");
	page_get(f, "/dang-nhap");
	page_submit(
	    f, "/dang-nhap", "username", "kiemtra", "password", PASSWORD, "ve", back, NULL);
	page_expect_redirect(f, back);
}

static void
test_a_way_back_that_is_no_address_keeps_nobody_out(void **state)
{
	struct page_fixture *f = begin(state);

	page_get(f, "/dang-nhap?ve=/a%20b%01");
	page_expect_no_text(f, "value=\"/a b");
	page_submit(
	    f, "/dang-nhap", "username", "kiemtra", "password", PASSWORD, "ve", "/a b", NULL);
	page_expect_redirect(f, "/viec-cua-toi");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		PAGE_TEST(test_the_right_password_opens_the_work_page),
		PAGE_TEST(test_the_name_may_be_typed_in_capitals),
		PAGE_TEST(
		    test_a_wrong_password_is_refused_beside_the_field_and_kept_out_of_the_page),
		PAGE_TEST(test_an_unknown_name_gets_the_same_words_as_a_wrong_password),
		PAGE_TEST(test_a_locked_account_cannot_sign_in),
		PAGE_TEST(test_ten_failures_from_one_address_close_the_account_to_it),
		PAGE_TEST(test_nine_failures_do_not),
		PAGE_TEST(test_an_ipv6_customer_is_one_address),
		PAGE_TEST(test_guessing_keeps_the_owner_out_of_no_known_browser),
		PAGE_TEST(test_a_known_browser_is_closed_by_its_own_ten_failures),
		PAGE_TEST(test_a_new_password_opens_the_closed_door),
		PAGE_TEST(test_knocking_at_a_closed_door_fills_no_log),
		PAGE_TEST(test_a_refused_sign_in_is_remembered_and_audited),
		PAGE_TEST(test_sign_in_without_the_hidden_value_is_refused),
		PAGE_TEST(test_sign_in_never_leads_to_another_site),
		PAGE_TEST(test_sign_in_leads_back_to_where_one_was),
		PAGE_TEST(test_the_token_in_the_database_is_not_the_one_in_the_cookie),
		PAGE_TEST(test_signing_out_ends_the_session),
		PAGE_TEST(test_a_first_password_has_to_be_replaced_before_anything_else),
		PAGE_TEST(
		    test_a_new_password_needs_twelve_characters_the_present_one_and_the_same_twice),
		PAGE_TEST(test_changing_the_password_ends_the_other_sessions),
		PAGE_TEST(test_accounts_are_for_administrators_only),
		PAGE_TEST(test_a_new_account_gets_a_first_password_shown_once),
		PAGE_TEST(test_a_user_name_taken_or_malformed_is_said_beside_the_field),
		PAGE_TEST(test_an_unknown_field_is_refused_by_name),
		PAGE_TEST(test_a_stale_save_shows_both_texts_and_writes_nothing),
		PAGE_TEST(test_a_role_is_given_and_taken_back_and_both_are_kept),
		PAGE_TEST(test_an_administrator_cannot_take_away_the_own_role_or_lock_oneself),
		PAGE_TEST(test_an_administrator_of_one_commune_gives_no_role_on_the_province),
		PAGE_TEST(test_locking_an_account_ends_its_sessions_at_once),
		PAGE_TEST(
		    test_an_administrator_of_one_commune_sets_no_password_of_the_province),
		PAGE_TEST(test_an_administrator_of_one_commune_locks_nobody_of_the_next),
		PAGE_TEST(test_an_administrator_of_one_commune_helps_its_own_people),
		PAGE_TEST(test_an_administrator_of_one_commune_sees_no_work_of_the_province),
		PAGE_TEST(
		    test_an_administrator_of_one_commune_moves_no_closing_time_of_the_province),
		PAGE_TEST(test_an_error_page_never_repeats_passwords_that_were_typed),
		PAGE_TEST(
		    test_guessing_the_present_password_is_throttled_and_audited_like_signing_in),
		PAGE_TEST(test_sign_in_leads_back_to_a_long_address_too),
		PAGE_TEST(test_a_way_back_that_is_no_address_keeps_nobody_out),
	};

	return cmocka_run_group_tests(tests, page_group_setup, page_group_teardown);
}
