/* Publication: from a decision to the public, and what the public gets. */
#include "support/page_fixture.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/log.h"
#include "jobs/jobs.h"
#include "publication/render_page.h"
#include "support/world.h"
#include "web/asset.h"

/* Every column that is not public carries one of these. */
#define SECRET      "BIMAT"
#define SECRET_DATE "1931-07-29"

static int decisions;

/* A decision with n honours from decided nominations; returns its id. */
static int64_t
decision(struct page_fixture *f, int n)
{
	PGconn *c = f->owner;
	int64_t season, id;

	world_base(c);
	decisions++;
	season = world_season(c, "Công trạng " SECRET " năm 2026", -100, -10);
	for (int left = n; left > 0; left -= 500)
		(void)world_dossier(
		    c, season, "30742", "completed", left < 500 ? left : 500, "decided");
	world_sql(c,
	    "update office.nomination set born_on = '" SECRET_DATE "', workplace = '" SECRET
	    " 12 Lê Lợi', "
	    "state_reason = '" SECRET
	    "' where kind = 'person' and dossier_id in (select id from office.dossier where season_id = %lld)",
	    (long long)season);
	id = world_i64(c,
	    "insert into office.decision (unit_id, number, decided_on, signatory_name, signatory_position, recorded_by, "
	    "base_salary_dong, total_bonus_dong) select u.id, '%d/QĐ-UBND', date '2026-11-05', '" SECRET
	    " Ký', '" SECRET "', a.id, "
	    "2539998, 7654321 from office.unit u, office.account a where u.code = '91' and a.username = 'ky' returning id",
	    3600 + decisions);
	world_sql(c,
	    "insert into office.honour (decision_id, nomination_id, unit_id, kind, name, name_folded, gender, born_on, position, "
	    "workplace, award_type_id, field, achievement, period_year, decision_no, decision_date, ordinal, coefficient, bonus_dong) "
	    "select %lld, n.id, n.unit_id, n.kind, n.name, n.name_folded, n.gender, n.born_on, n.position, n.workplace, n.award_type_id, "
	    "n.field, n.achievement, 2026, '%d/QĐ-UBND', date '2026-11-05', row_number() over (order by n.award_type_id, n.dossier_id, n.ordinal), "
	    "7.531, 7654321 from office.nomination n join office.dossier d on d.id = n.dossier_id where d.season_id = %lld",
	    (long long)id, 3600 + decisions, (long long)season);
	return id;
}

static void
run_jobs(struct page_fixture *f)
{
	bool ran = true;

	while (ran)
		assert_int_equal(
		    jobs_run_next(&f->app, job_kinds, job_kind_count, NULL, &ran), ERR_OK);
}

static int64_t
begin_list(struct page_fixture *f, int64_t decision_id, const char *title)
{
	page_sign_in(f, "congbo1");
	page_get(
	    f, arena_printf(f->arena, "/cong-bo/moi?quyet-dinh=%lld", (long long)decision_id));
	page_expect_status(f, 200);
	page_submit(f, "/cong-bo/moi", "decision_id",
	    arena_printf(f->arena, "%lld", (long long)decision_id), "title", title,
	    "introduction", "Biểu dương những tấm gương của năm.", NULL);
	page_expect_status(f, 303);
	return page_sql_i64(f, "select max(id) from office.honour_list");
}

static const char *
at(struct page_fixture *f, int64_t id, const char *tail)
{
	return arena_printf(f->arena, "/cong-bo/%lld%s", (long long)id, tail);
}

static const char *
version_of(struct page_fixture *f, int64_t id)
{
	return page_sql_text(
	    f, "select version from office.honour_list where id = %lld", (long long)id);
}

static void
press(struct page_fixture *f, int64_t id, const char *tail)
{
	page_get(f, at(f, id, ""));
	page_expect_status(f, 200);
	page_submit(f, at(f, id, tail), "version", version_of(f, id), NULL);
}

static void
confirm(struct page_fixture *f, int64_t id)
{
	page_get(f, at(f, id, ""));
	page_submit(f, at(f, id, "/xac-nhan"), "version", version_of(f, id), "sha256",
	    page_sql_text(f, "select content_sha256 from office.honour_list where id = %lld",
		(long long)id),
	    NULL);
}

static void
publish(struct page_fixture *f, int64_t id, const char *when, const char *release_at)
{
	page_get(f, at(f, id, ""));
	page_submit(f, at(f, id, "/cong-bo"), "version", version_of(f, id), "when", when,
	    "release_at", release_at, NULL);
}

static void
expect_state(struct page_fixture *f, int64_t id, const char *state)
{
	assert_string_equal(
	    page_sql_text(
		f, "select state from office.honour_list where id = %lld", (long long)id),
	    state);
}

/* Everything from a new decision to the site; returns the list. */
static int64_t
published(struct page_fixture *f, int n, const char *title, const char *release_at)
{
	int64_t id = begin_list(f, decision(f, n), title);

	press(f, id, "/chuan-bi");
	page_expect_status(f, 303);
	page_sign_in(f, "congbo2");
	confirm(f, id);
	page_expect_status(f, 303);
	publish(f, id, release_at[0] == '\0' ? "now" : "at", release_at);
	page_expect_status(f, 303);
	expect_state(f, id, "publishing");
	run_jobs(f);
	expect_state(f, id, "published");
	page_sign_in(f, NULL);
	return id;
}

static const char *
slug_of(struct page_fixture *f, int64_t id)
{
	return page_sql_text(
	    f, "select slug from office.honour_list where id = %lld", (long long)id);
}

/* --- the way there ---------------------------------------------------------------------------------- */

static void
test_a_list_goes_from_decision_to_the_public_by_two_people(void **state)
{
	struct page_fixture *f = *state;
	int64_t id = published(f, 20, "Danh sách vinh danh đợt một", "");

	page_get(f, "/vinh-danh/danh-sach-vinh-danh-dot-mot");
	page_expect_status(f, 200);
	page_expect_text(f, "Nguyễn Thị Mẫu 1");
	page_expect_text(f, "Danh sách vinh danh đợt một");
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.nomination n join office.honour h on h.nomination_id = n.id "
		"join office.honour_list_entry e on e.honour_id = h.id where e.honour_list_id = %lld and n.state <> 'published'",
		(long long)id),
	    0);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(distinct action) from office.audit_log where object = 'honour_list' and "
		"object_id = %lld",
		(long long)id),
	    5);
}

static void
test_who_prepared_a_list_cannot_confirm_it(void **state)
{
	struct page_fixture *f = *state;
	int64_t id = begin_list(f, decision(f, 2), "Tự xác nhận");

	press(f, id, "/chuan-bi");
	page_expect_status(f, 303);
	confirm(f, id);
	page_expect_status(f, 403);
	expect_state(f, id, "prepared");
	/* Nor by going round the pages. */
	page_sql(f,
	    "do $$ begin update office.honour_list set confirmed_by = prepared_by where id = %lld; "
	    "raise exception 'one person was enough'; exception when check_violation then null; end $$",
	    (long long)id);
}

static void
test_confirming_is_refused_when_the_content_changed(void **state)
{
	struct page_fixture *f = *state;
	int64_t d = decision(f, 3), id = begin_list(f, d, "Đổi sau khi chuẩn bị");

	press(f, id, "/chuan-bi");
	page_sql(f,
	    "update office.honour set achievement = 'Khác hẳn' where decision_id = %lld and ordinal = 1",
	    (long long)d);
	page_sign_in(f, "congbo2");
	confirm(f, id);
	page_expect_status(f, 409);
	page_expect_text(f, "thay đổi");
	expect_state(f, id, "prepared");
}

static void
test_a_hash_of_something_else_is_refused(void **state)
{
	struct page_fixture *f = *state;
	int64_t id = begin_list(f, decision(f, 3), "Băm khác");

	press(f, id, "/chuan-bi");
	page_sign_in(f, "congbo2");
	page_get(f, at(f, id, ""));
	page_submit(f, at(f, id, "/xac-nhan"), "version", version_of(f, id), "sha256",
	    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", NULL);
	page_expect_status(f, 409);
	expect_state(f, id, "prepared");
}

static void
test_the_job_publishes_nothing_that_was_not_confirmed(void **state)
{
	struct page_fixture *f = *state;
	int64_t d = decision(f, 3), id = begin_list(f, d, "Đổi trước khi dựng trang");

	press(f, id, "/chuan-bi");
	page_sign_in(f, "congbo2");
	confirm(f, id);
	publish(f, id, "now", "");
	page_expect_status(f, 303);
	page_sql(f,
	    "update office.honour set position = 'Khác hẳn' where decision_id = %lld and ordinal = 1",
	    (long long)d);
	run_jobs(f);
	expect_state(f, id, "draft");
	assert_int_equal(
	    page_sql_i64(f, "select count(*) from site.list where slug = '%s'", slug_of(f, id)),
	    0);
}

static void
test_an_older_form_is_refused_as_stale(void **state)
{
	struct page_fixture *f = *state;
	int64_t id = begin_list(f, decision(f, 2), "Bản cũ");

	page_get(f, at(f, id, ""));
	page_submit(f, at(f, id, ""), "version", version_of(f, id), "title", "Tiêu đề mới",
	    "introduction", "", NULL);
	page_expect_status(f, 303);
	page_get(f, at(f, id, ""));
	page_submit(f, at(f, id, ""), "version", "1", "title", "Tiêu đề của người khác",
	    "introduction", "", NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "Tiêu đề của người khác");
	page_expect_text(f, "Tiêu đề mới");
}

static void
test_publishing_needs_the_role_and_the_list_to_be_visible(void **state)
{
	struct page_fixture *f = *state;
	int64_t id = begin_list(f, decision(f, 2), "Quyền");

	page_sign_in(f, NULL);
	page_get(f, at(f, id, ""));
	page_expect_status(f, 303);
	page_sign_in(f, "soanthao.rachgia");
	page_get(f, at(f, id, ""));
	page_expect_status(f, 403);
	page_sign_in(f, "baochi");
	page_get(f, at(f, id, ""));
	page_expect_status(f, 403);
	page_get(f, at(f, id, "/ma-nhung"));
	page_expect_status(f, 404);
	page_account(f, "congbo.longxuyen");
	page_grant(f, "congbo.longxuyen", "publisher", "30307");
	page_sign_in(f, "congbo.longxuyen");
	page_get(f, at(f, id, ""));
	page_expect_status(f, 404);
	page_sign_in(f, "kiemtra");
	page_get(f, at(f, id, ""));
	page_expect_status(f, 200);
}

static void
test_a_form_is_received_once(void **state)
{
	struct page_fixture *f = *state;
	int64_t id = begin_list(f, decision(f, 2), "Một lần");
	char csrf[128], once[128];

	page_get(f, at(f, id, ""));
	memcpy(csrf, f->csrf, sizeof(csrf));
	memcpy(once, f->once, sizeof(once));
	page_post(f, at(f, id, "/chuan-bi"), "csrf", csrf, "once", once, "version",
	    version_of(f, id), NULL);
	page_expect_status(f, 303);
	page_post(f, at(f, id, "/chuan-bi"), "csrf", csrf, "once", once, "version",
	    version_of(f, id), NULL);
	page_expect_status(f, 409);
	page_post(f, at(f, id, "/mo-lai"), "csrf", "x", "once", "0123456789abcdef0123",
	    "version", "2", NULL);
	page_expect_status(f, 403);
}

static void
test_bad_input_comes_back_with_a_message(void **state)
{
	struct page_fixture *f = *state;
	int64_t id = begin_list(f, decision(f, 2), "Nhập sai");
	char *long_text = malloc(10u * 1024 * 1024 + 1);

	memset(long_text, 'a', 10u * 1024 * 1024);
	long_text[10u * 1024 * 1024] = '\0';
	page_get(f, at(f, id, ""));
	page_submit(f, at(f, id, ""), "version", "1", "title", long_text, NULL);
	page_expect_status(f, 422);
	page_get(f, at(f, id, ""));
	page_submit(f, at(f, id, ""), "version", "1", "title", "\xff\xfe", NULL);
	page_expect_status(f, 422);
	page_get(f, at(f, id, ""));
	page_submit(f, at(f, id, ""), "version", "1", "title", "", NULL);
	page_expect_status(f, 422);
	page_get(f, at(f, id, ""));
	page_submit(f, at(f, id, ""), "version", "1", "title", "T", "la", "1", NULL);
	page_expect_status(f, 422);
	free(long_text);
	assert_string_equal(
	    page_sql_text(
		f, "select title from office.honour_list where id = %lld", (long long)id),
	    "Nhập sai");
}

static void
test_an_entry_left_out_needs_a_reason_and_is_nowhere(void **state)
{
	struct page_fixture *f = *state;
	int64_t d = decision(f, 4), id = begin_list(f, d, "Bỏ bớt");
	int64_t honour = page_sql_i64(f,
	    "select id from office.honour where decision_id = %lld and ordinal = 2",
	    (long long)d);

	page_get(f, at(f, id, arena_printf(f->arena, "/muc/%lld", (long long)honour)));
	page_expect_status(f, 200);
	page_submit(f, at(f, id, arena_printf(f->arena, "/muc/%lld", (long long)honour)),
	    "version", "1", "achievement", "", "left_out", "1", "left_out_reason", "", NULL);
	page_expect_status(f, 422);
	page_submit(f, at(f, id, arena_printf(f->arena, "/muc/%lld", (long long)honour)),
	    "version", "1", "achievement", "", "left_out", "1", "left_out_reason",
	    "Đang xác minh " SECRET, NULL);
	page_expect_status(f, 303);
	press(f, id, "/chuan-bi");
	page_sign_in(f, "congbo2");
	confirm(f, id);
	publish(f, id, "now", "");
	run_jobs(f);
	assert_int_equal(
	    page_sql_i64(f, "select count(*) from site.entry where list_slug = 'bo-bot'"), 3);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from site.artifact where list_slug = 'bo-bot' and "
		"(position(convert_to('" SECRET
		"', 'utf8') in plain) > 0 or position(convert_to('Nguyễn Thị Mẫu 2', 'utf8') in plain) > 0)"),
	    0);
}

/* --- what the world sees ------------------------------------------------------------------------------ */

static void
test_preview_is_what_the_world_gets(void **state)
{
	struct page_fixture *f = *state;
	int64_t id = published(f, 5, "Xem trước", "");
	char *seen;
	static const char *const pairs[][2] = { { "/xem-truoc/trang", "/vinh-danh/xem-truoc" },
		{ "/xem-truoc/trang-en", "/en/vinh-danh/xem-truoc" },
		{ "/xem-truoc/nhung", "/vinh-danh/embed/xem-truoc" },
		{ "/xem-truoc/json", "/vinh-danh/xem-truoc.json" },
		{ "/xem-truoc/csv", "/vinh-danh/xem-truoc.csv" },
		{ "/xem-truoc/atom", "/vinh-danh/xem-truoc.atom" },
		{ "/xem-truoc/nguoi/1-nguyen-thi-mau-1",
		    "/vinh-danh/xem-truoc/1-nguyen-thi-mau-1" } };

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		page_sign_in(f, "congbo1");
		page_get(f, at(f, id, pairs[i][0]));
		page_expect_status(f, 200);
		seen = strdup(f->body);
		page_sign_in(f, NULL);
		page_get(f, pairs[i][1]);
		page_expect_status(f, 200);
		assert_string_equal(f->body, seen);
		free(seen);
	}
}

static void
test_no_artifact_holds_anything_but_the_whitelist(void **state)
{
	struct page_fixture *f = *state;
	int64_t id = published(f, 20, "Danh mục trắng", "");
	static const char *const forbidden[] = { SECRET, "1931", "29/07", "7654321",
		"7.654.321", "7.531", "7,531", "2539998", "male", "Nam<", "Nữ<", "BHXH" };

	assert_true(page_sql_i64(f, "select count(*) from site.artifact where list_slug = '%s'",
			slug_of(f, id)) >= 52);
	for (size_t i = 0; i < sizeof(forbidden) / sizeof(forbidden[0]); i++) {
		if (page_sql_i64(f,
			"select count(*) from site.artifact where list_slug = 'danh-muc-trang' and "
			"position(convert_to('%s', 'utf8') in plain) > 0",
			forbidden[i]) != 0)
			fail_msg("%s is in an artifact: %s", forbidden[i],
			    page_sql_text(f,
				"select path from site.artifact where "
				"list_slug = 'danh-muc-trang' and position(convert_to('%s', 'utf8') in plain) > 0 limit 1",
				forbidden[i]));
		assert_int_equal(
		    page_sql_i64(f,
			"select count(*) from site.entry e where list_slug = 'danh-muc-trang' and "
			"e::text like '%%%s%%'",
			forbidden[i]),
		    0);
	}
}

static void
test_a_name_with_script_is_escaped_in_every_format(void **state)
{
	struct page_fixture *f = *state;
	int64_t d = decision(f, 3), id;

	page_sql(f,
	    "update office.honour set name = '</script><script>alert(1)</script>\"''&', position = '=HYPERLINK(\"http://x\")', "
	    "achievement = '<img src=x onerror=alert(2)>]]>' where decision_id = %lld and ordinal = 1",
	    (long long)d);
	id = begin_list(f, d, "Kịch bản <b>&");
	press(f, id, "/chuan-bi");
	page_sign_in(f, "congbo2");
	confirm(f, id);
	publish(f, id, "now", "");
	run_jobs(f);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from site.artifact where list_slug = 'kich-ban-b' and content_type not like '%%json' "
		"and content_type not like 'text/csv%%' and (position(convert_to('<script>alert', 'utf8') in plain) > 0 or "
		"position(convert_to('<img src=x', 'utf8') in plain) > 0)"),
	    0);
	page_get(f, "/vinh-danh/kich-ban-b.csv");
	page_expect_text(f, "\"'=HYPERLINK(\"\"http://x\"\")\"");
	page_get(f, "/vinh-danh/kich-ban-b.atom");
	page_expect_text(f, "&lt;/script&gt;");
	page_get(f, "/vinh-danh/kich-ban-b");
	page_expect_no_text(f, "onerror=alert(2)>");
	page_expect_no_text(f, "</script><script>");
}

static void
test_csv_has_a_mark_and_crlf(void **state)
{
	struct page_fixture *f = *state;

	(void)published(f, 3, "Bảng tính", "");
	page_get(f, "/vinh-danh/bang-tinh.csv");
	page_expect_status(f, 200);
	assert_string_equal(f->res.content_type, "text/csv; charset=utf-8");
	assert_memory_equal(f->body, "\xef\xbb\xbf\"", 4);
	page_expect_text(f, "\"Nguyễn Thị Mẫu 1\"");
	for (const char *p = strchr(f->body, '\n'); p != NULL; p = strchr(p + 1, '\n'))
		assert_int_equal(p[-1], '\r');
}

static void
test_the_embed_stands_alone_and_may_be_framed(void **state)
{
	struct page_fixture *f = *state;
	const char *policy;

	(void)published(f, 62, "Nhúng", "");
	page_get(f, "/vinh-danh/embed/nhung");
	page_expect_status(f, 200);
	if (strlen(f->body) > 30000)
		fail_msg("the embed of 62 honourees has %zu bytes", strlen(f->body));
	assert_null(web_res_header(&f->res, "x-frame-options"));
	assert_null(web_res_header(&f->res, "set-cookie"));
	policy = web_res_header(&f->res, "content-security-policy");
	assert_non_null(strstr(policy, "frame-ancestors *"));
	assert_non_null(strstr(policy, asset_named("embed.css")->csp_hash));
	page_expect_no_text(f, "src=");
	page_expect_no_text(f, "localStorage");
	page_expect_no_text(f, "document.cookie");
	for (int i = 1; i <= 62; i++) {
		if (i % 8 != 0)
			page_expect_text(f, arena_printf(f->arena, "Nguyễn Thị Mẫu %d<", i));
	}
	page_get(f, "/vinh-danh/embed/nhung/v/1");
	page_expect_status(f, 200);
	page_get(f, "/vinh-danh/embed/nhung/v/2");
	page_expect_status(f, 404);
	/* Other pages are not to be framed. */
	page_get(f, "/vinh-danh/nhung");
	assert_non_null(strstr(
	    web_res_header(&f->res, "content-security-policy"), "frame-ancestors 'none'"));
}

static void
test_oembed_answers_for_lists_of_this_site(void **state)
{
	struct page_fixture *f = *state;

	(void)published(f, 3, "Nhúng tự động", "");
	page_get(f, "/vinh-danh/nhung-tu-dong");
	page_expect_text(f, "application/json+oembed");
	page_get(f,
	    "/vinh-danh/oembed?url=http%3A%2F%2F127.0.0.1%3A8080%2Fvinh-danh%2Fnhung-tu-dong&format=json");
	page_expect_status(f, 200);
	page_expect_text(f, "\"type\":\"rich\"");
	page_expect_text(f, "/vinh-danh/embed/nhung-tu-dong");
	page_get(
	    f, "/vinh-danh/oembed?url=http%3A%2F%2Fexample.org%2Fvinh-danh%2Fnhung-tu-dong");
	page_expect_status(f, 404);
	page_get(f, "/vinh-danh/oembed?url=%2Fvinh-danh%2Fnhung-tu-dong&format=xml");
	page_expect_status(f, 501);
}

/* --- embargo --------------------------------------------------------------------------------------------- */

static void
expect_everywhere(struct page_fixture *f, const char *slug, bool visible)
{
	static const char *const own[] = { "/vinh-danh/%s", "/en/vinh-danh/%s",
		"/vinh-danh/%s/1-nguyen-thi-mau-1", "/vinh-danh/%s.json", "/vinh-danh/%s.csv",
		"/vinh-danh/%s.atom", "/vinh-danh/%s.feed.json", "/vinh-danh/embed/%s",
		"/vinh-danh/%s/v/1", "/vinh-danh/embed/%s/v/1",
		"/vinh-danh/oembed?url=/vinh-danh/%s" };
	static const char *const common[] = { "/vinh-danh", "/en/vinh-danh", "/vinh-danh.atom",
		"/vinh-danh/feed.json", "/vinh-danh.json", "/vinh-danh.csv", "/sitemap.xml",
		"/vinh-danh?q=nguyen+thi+mau+1", "/vinh-danh?nam=2026" };
	char path[300];

	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
		(void)snprintf(path, sizeof(path), own[i], slug);
#pragma GCC diagnostic pop
		page_get(f, path);
		if (f->status != (visible ? 200 : 404))
			fail_msg("%s is %d", path, f->status);
		if (!visible && f->res.cacheable)
			fail_msg("%s may be kept", path);
	}
	for (size_t i = 0; i < sizeof(common) / sizeof(common[0]); i++) {
		page_get(f, common[i]);
		page_expect_status(f, 200);
		if ((strstr(f->body, slug) != NULL) != visible)
			fail_msg(
			    "%s: %s%s", common[i], slug, visible ? " is missing" : " leaks");
	}
}

static void
test_a_list_is_nowhere_before_its_minute(void **state)
{
	struct page_fixture *f = *state;
	int64_t id = published(f, 3, "Hẹn giờ công bố", "08:00 19/05/2027");

	assert_string_equal(
	    page_sql_text(f,
		"select (release_at at time zone 'Asia/Ho_Chi_Minh')::text from office.honour_list where id = %lld",
		(long long)id),
	    "2027-05-19 08:00:00");
	expect_everywhere(f, "hen-gio-cong-bo", false);
	page_sign_in(f, "baochi");
	page_get(f, at(f, id, "/ma-nhung"));
	page_expect_status(f, 404);
	page_sign_in(f, NULL);
	/* The minute comes: nothing has to run for it. */
	page_sql(f,
	    "update site.list set visible_from = now() where slug = 'hen-gio-cong-bo';"
	    "update site.entry set visible_from = now() where list_slug = 'hen-gio-cong-bo';"
	    "update site.entry_word w set visible_from = now() from site.entry e where e.id = w.entry_id and e.list_slug = 'hen-gio-cong-bo';"
	    "update site.facet set visible_from = least(visible_from, now());"
	    "update site.artifact set visible_from = now() where list_slug = 'hen-gio-cong-bo';"
	    "update office.honour_list set release_at = now() where slug = 'hen-gio-cong-bo'");
	expect_everywhere(f, "hen-gio-cong-bo", true);
	page_sign_in(f, "baochi");
	page_get(f, at(f, id, "/ma-nhung"));
	page_expect_status(f, 200);
	page_expect_text(f, "blockquote");
}

static void
test_a_time_that_is_over_is_refused(void **state)
{
	struct page_fixture *f = *state;
	int64_t id = begin_list(f, decision(f, 2), "Giờ đã qua");

	press(f, id, "/chuan-bi");
	page_sign_in(f, "congbo2");
	confirm(f, id);
	publish(f, id, "at", "08:00 19/05/2020");
	page_expect_status(f, 422);
	publish(f, id, "at", "31/02/2027");
	page_expect_status(f, 422);
	expect_state(f, id, "confirmed");
}

/* --- corrections -------------------------------------------------------------------------------------------- */

static void
correct(struct page_fixture *f, int64_t id, const char *kind, const char *text)
{
	page_sign_in(f, "congbo1");
	page_get(f, at(f, id, "/dinh-chinh"));
	page_expect_status(f, 200);
	page_submit(f, at(f, id, "/dinh-chinh"), "version", version_of(f, id), "kind", kind,
	    "correction", text, NULL);
	page_expect_status(f, 303);
}

static void
out_again(struct page_fixture *f, int64_t id)
{
	press(f, id, "/chuan-bi");
	page_expect_status(f, 303);
	page_sign_in(f, "congbo2");
	confirm(f, id);
	page_expect_status(f, 303);
	publish(f, id, "now", "");
	page_expect_status(f, 303);
	run_jobs(f);
	page_sign_in(f, NULL);
}

static void
test_a_correction_is_a_new_version_and_the_old_one_stays(void **state)
{
	struct page_fixture *f = *state;
	int64_t id = published(f, 4, "Đính chính thử", ""), honour;

	honour = page_sql_i64(f,
	    "select e.honour_id from office.honour_list_entry e where e.honour_list_id = %lld and anchor = '1-nguyen-thi-mau-1'",
	    (long long)id);
	correct(f, id, "correct", "Sửa tên người thứ nhất, do ghi sai khi nhập.");
	/* Until it is out, the public sees the first version. */
	page_get(f, "/vinh-danh/dinh-chinh-thu");
	page_expect_no_text(f, "Sửa tên người thứ nhất");
	page_sign_in(f, "congbo1");
	page_get(f, at(f, id, arena_printf(f->arena, "/muc/%lld", (long long)honour)));
	page_submit(f, at(f, id, arena_printf(f->arena, "/muc/%lld", (long long)honour)),
	    "version", "1", "achievement", "", "name", "Nguyễn Thị Mười", "position",
	    "Chuyên viên", "note", "Ghi sai tên", NULL);
	page_expect_status(f, 303);
	out_again(f, id);
	expect_state(f, id, "published");
	page_get(f, "/vinh-danh/dinh-chinh-thu");
	page_expect_text(f, "Nguyễn Thị Mười");
	page_expect_text(f, "Sửa tên người thứ nhất");
	page_expect_text(f, "Đã đính chính");
	page_get(f, "/vinh-danh/dinh-chinh-thu/1-nguyen-thi-mau-1");
	page_expect_text(f, "Nguyễn Thị Mười");
	page_get(f, "/vinh-danh/dinh-chinh-thu/v/1");
	page_expect_status(f, 200);
	page_expect_text(f, "Nguyễn Thị Mẫu 1<");
	page_expect_no_text(f, "Nguyễn Thị Mười");
	page_get(f, "/vinh-danh?q=nguyen+thi+muoi");
	page_expect_text(f, "Nguyễn Thị Mười");
	assert_string_equal(
	    page_sql_text(f,
		"select n.state from office.nomination n join office.honour h on h.nomination_id = n.id where h.id = %lld",
		(long long)honour),
	    "corrected");
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from site.entry_word w where not exists (select 1 from site.entry e where e.id = w.entry_id and e.current)"),
	    0);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from site.word c where c.entries <> (select count(*) from site.entry_word w where w.word = c.word)"),
	    0);
}

static void
test_a_revoked_entry_stays_visible_as_revoked(void **state)
{
	struct page_fixture *f = *state;
	int64_t id = published(f, 4, "Thu hồi một", ""), honour;

	honour = page_sql_i64(f,
	    "select e.honour_id from office.honour_list_entry e where e.honour_list_id = %lld and anchor = '2-nguyen-thi-mau-2'",
	    (long long)id);
	correct(f, id, "correct", "Thu hồi một trường hợp.");
	page_get(f, at(f, id, arena_printf(f->arena, "/muc/%lld", (long long)honour)));
	page_submit(f, at(f, id, arena_printf(f->arena, "/muc/%lld", (long long)honour)),
	    "version", "1", "achievement", "", "name", "Nguyễn Thị Mẫu 2", "position",
	    "Chuyên viên", "revoked", "1", "note", "", NULL);
	page_expect_status(f, 422);
	page_submit(f, at(f, id, arena_printf(f->arena, "/muc/%lld", (long long)honour)),
	    "version", "1", "achievement", "", "name", "Nguyễn Thị Mẫu 2", "position",
	    "Chuyên viên", "revoked", "1", "note", "Theo Quyết định số 9/QĐ-UBND", NULL);
	page_expect_status(f, 303);
	out_again(f, id);
	page_get(f, "/vinh-danh/thu-hoi-mot");
	page_expect_text(f, "Nguyễn Thị Mẫu 2");
	page_expect_text(f, "Đã thu hồi ngày");
	page_get(f, "/vinh-danh/embed/thu-hoi-mot");
	page_expect_text(f, "Theo Quyết định số 9/QĐ-UBND");
	page_get(f, "/vinh-danh/thu-hoi-mot.csv");
	page_expect_text(f, "Đã thu hồi ngày");
	page_get(f, "/vinh-danh?q=nguyen+thi+mau+2");
	page_expect_text(f, "Đã thu hồi ngày");
	assert_string_equal(
	    page_sql_text(f,
		"select n.state from office.nomination n join office.honour h on h.nomination_id = n.id where h.id = %lld",
		(long long)honour),
	    "revoked");
}

static void
test_a_revoked_list_stays_visible_as_revoked(void **state)
{
	struct page_fixture *f = *state;
	int64_t id = published(f, 3, "Thu hồi hết", "");

	correct(f, id, "revoke", "Quyết định bị hủy bỏ.");
	out_again(f, id);
	expect_state(f, id, "revoked");
	page_get(f, "/vinh-danh/thu-hoi-het");
	page_expect_text(f, "đã bị thu hồi ngày");
	page_expect_text(f, "Nguyễn Thị Mẫu 1");
	page_get(f, "/vinh-danh.atom");
	page_expect_text(f, "Danh sách đã bị thu hồi.");
}

/* --- finding ------------------------------------------------------------------------------------------------- */

static void
test_search_finds_a_name_however_it_is_written(void **state)
{
	struct page_fixture *f = *state;
	int64_t d = decision(f, 3), id;
	static const char *const queries[] = { "nguyen+thi+hoa",
		"NGUY%E1%BB%84N+TH%E1%BB%8A+HO%C3%80",
		"Nguy%E1%BB%85n%20Th%E1%BB%8B%20H%C3%B2a",
		"Nguye%CC%82%CC%83n+Thi%CC%A3+Ho%CC%80a", "hoa+nguyen", "nguyen+thi+ho",
		"hoa+rach+gia", "hoa+lao+dong+tien+tien" };

	page_sql(f,
	    "update office.honour set name = 'Nguyễn Thị Hòa', name_folded = 'nguyen thi hoa' where decision_id = %lld and ordinal = 1",
	    (long long)d);
	id = begin_list(f, d, "Tìm thấy");
	press(f, id, "/chuan-bi");
	page_sign_in(f, "congbo2");
	confirm(f, id);
	publish(f, id, "now", "");
	run_jobs(f);
	page_sign_in(f, NULL);
	for (size_t i = 0; i < sizeof(queries) / sizeof(queries[0]); i++) {
		page_get(f, arena_printf(f->arena, "/vinh-danh?q=%s", queries[i]));
		page_expect_status(f, 200);
		if (strstr(f->body, "Nguyễn Thị Hòa</a>") == NULL)
			fail_msg("%s does not find her", queries[i]);
	}
	page_get(
	    f, "/vinh-danh?q=hoa&don-vi=30742&nam=2026&danh-hieu=LDTT&linh-vuc=production");
	page_expect_text(f, "Nguyễn Thị Hòa</a>");
	page_get(f, "/vinh-danh?q=hoa&don-vi=30307");
	page_expect_no_text(f, "Nguyễn Thị Hòa</a>");
	page_get(f, "/vinh-danh?q=khongcoai");
	page_expect_text(f, "Không tìm thấy ai phù hợp");
	page_get(f, "/vinh-danh?q=%25%5F%27%22%5C");
	page_expect_status(f, 200);
	page_get(f, "/vinh-danh?truoc=9223372036854775807.x");
	page_expect_status(f, 400);
	page_get(f, "/vinh-danh?tiep=x");
	page_expect_status(f, 400);
	page_get(f, "/vinh-danh?nam=19999");
	page_expect_status(f, 400);
}

static void
test_pages_of_results_hold_everybody_once(void **state)
{
	struct page_fixture *f = *state;
	int found = 0, pages = 0;
	char path[600];

	/* 45 people of one name, 45 more with the words in another order. */
	{
		int64_t d = decision(f, 90), id;

		page_sql(f,
		    "update office.honour set kind = 'person', name = case when ordinal %% 2 = 0 then 'Mẫu Phân Trang' else 'Trang Phân Mẫu' end "
		    "where decision_id = %lld",
		    (long long)d);
		id = begin_list(f, d, "Phân trang");
		press(f, id, "/chuan-bi");
		page_sign_in(f, "congbo2");
		confirm(f, id);
		publish(f, id, "now", "");
		run_jobs(f);
		page_sign_in(f, NULL);
	}
	(void)snprintf(path, sizeof(path), "/vinh-danh?q=mau+phan+trang");
	for (;;) {
		const char *p, *link;
		size_t n;

		page_get(f, path);
		page_expect_status(f, 200);
		pages++;
		for (p = f->body; (p = strstr(p, "vd-roll__name")) != NULL; p++)
			found++;
		link = strstr(f->body, "rel=\"next\"");
		if (link == NULL)
			break;
		while (strncmp(link, "href=\"", 6) != 0)
			link--;
		n = strcspn(link + 6, "\"");
		(void)snprintf(path, sizeof(path), "%.*s", (int)n, link + 6);
		for (char *amp; (amp = strstr(path, "&amp;")) != NULL;)
			memmove(amp + 1, amp + 5, strlen(amp + 5) + 1);
		assert_true(pages < 20);
	}
	assert_int_equal(found, 90);
	assert_int_equal(pages, 5);
}

static void
test_public_pages_set_no_cookie_and_may_be_kept(void **state)
{
	struct page_fixture *f = *state;
	static const char *const paths[] = { "/vinh-danh", "/vinh-danh/bang-tinh-hai",
		"/vinh-danh/embed/bang-tinh-hai", "/vinh-danh.atom", "/robots.txt",
		"/sitemap.xml", "/vinh-danh/embed.js" };

	(void)published(f, 2, "Bảng tính hai", "");
	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		page_get(f, paths[i]);
		page_expect_status(f, 200);
		assert_null(web_res_header(&f->res, "set-cookie"));
		assert_true(f->res.cacheable);
		assert_string_equal(web_res_header(&f->res, "vary"), "accept-encoding");
	}
	page_head(f, "/vinh-danh/bang-tinh-hai");
	page_expect_status(f, 200);
}

static void
test_compressed_bytes_have_their_own_tag(void **state)
{
	struct page_fixture *f = *state;
	char *plain;

	(void)published(f, 2, "Nén", "");
	page_get(f, "/vinh-danh/nen");
	plain = strdup(f->res.etag);
	f->headers[0].name = "accept-encoding";
	f->headers[0].value = "br";
	page_get(f, "/vinh-danh/nen");
	page_expect_header(f, "content-encoding", "br");
	assert_string_not_equal(plain, f->res.etag);
	f->headers[0].name = NULL;
	free(plain);
}

static void
test_a_list_of_one_and_of_a_thousand_are_published(void **state)
{
	struct page_fixture *f = *state;
	int64_t id;

	published(f, 1, "Một người", "");
	page_get(f, "/vinh-danh/mot-nguoi");
	page_expect_text(f, "1 cá nhân");
	id = published(f, 1000, "Một nghìn", "");
	assert_int_equal(
	    page_sql_i64(
		f, "select count(*) from site.artifact where list_slug = '%s'", slug_of(f, id)),
	    2012);
	page_get(f,
	    arena_printf(f->arena, "/vinh-danh/mot-nghin/%s",
		page_sql_text(f,
		    "select anchor from site.entry where list_slug = 'mot-nghin' and ordinal = 1000")));
	page_expect_status(f, 200);
	page_sign_in(f, "congbo1");
	page_get(f, at(f, id, ""));
	page_expect_status(f, 200);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		PAGE_TEST(test_a_list_goes_from_decision_to_the_public_by_two_people),
		PAGE_TEST(test_who_prepared_a_list_cannot_confirm_it),
		PAGE_TEST(test_confirming_is_refused_when_the_content_changed),
		PAGE_TEST(test_a_hash_of_something_else_is_refused),
		PAGE_TEST(test_the_job_publishes_nothing_that_was_not_confirmed),
		PAGE_TEST(test_an_older_form_is_refused_as_stale),
		PAGE_TEST(test_publishing_needs_the_role_and_the_list_to_be_visible),
		PAGE_TEST(test_a_form_is_received_once),
		PAGE_TEST(test_bad_input_comes_back_with_a_message),
		PAGE_TEST(test_an_entry_left_out_needs_a_reason_and_is_nowhere),
		PAGE_TEST(test_preview_is_what_the_world_gets),
		PAGE_TEST(test_no_artifact_holds_anything_but_the_whitelist),
		PAGE_TEST(test_a_name_with_script_is_escaped_in_every_format),
		PAGE_TEST(test_csv_has_a_mark_and_crlf),
		PAGE_TEST(test_the_embed_stands_alone_and_may_be_framed),
		PAGE_TEST(test_oembed_answers_for_lists_of_this_site),
		PAGE_TEST(test_a_list_is_nowhere_before_its_minute),
		PAGE_TEST(test_a_time_that_is_over_is_refused),
		PAGE_TEST(test_a_correction_is_a_new_version_and_the_old_one_stays),
		PAGE_TEST(test_a_revoked_entry_stays_visible_as_revoked),
		PAGE_TEST(test_a_revoked_list_stays_visible_as_revoked),
		PAGE_TEST(test_search_finds_a_name_however_it_is_written),
		PAGE_TEST(test_pages_of_results_hold_everybody_once),
		PAGE_TEST(test_public_pages_set_no_cookie_and_may_be_kept),
		PAGE_TEST(test_compressed_bytes_have_their_own_tag),
		PAGE_TEST(test_a_list_of_one_and_of_a_thousand_are_published),
	};

	return cmocka_run_group_tests(tests, page_group_setup, page_group_teardown);
}
