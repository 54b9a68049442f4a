/* Closing times: extended for one or all, moved by outages, decided when a request arrives; the calendar's pages. */
#include "support/page_fixture.h"

#include <sys/wait.h>

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sql/all.h"
#include "support/world.h"

static int64_t season, dossier;

static struct page_fixture *
begin(void **state, const char *username, int closes_in_hours)
{
	struct page_fixture *f = *state;

	world_base(f->owner);
	world_clear(f->owner);
	page_sql(f,
	    "truncate office.outage, office.heartbeat; delete from office.holiday where set_by is not null; "
	    "update office.outage_rule set window_days = 3, gap_seconds = 90, beat_seconds = 30");
	season = world_season(f->owner, "Đợt cuối năm", -240, closes_in_hours);
	dossier = world_dossier(f->owner, season, "30742", "draft", 2, "draft");
	page_sql(f, "update office.dossier set letter_no = '12/TTr-UBND' where id = %" PRId64,
	    dossier);
	page_sign_in(f, username);
	return f;
}

static const char *
at(struct page_fixture *f, const char *rest)
{
	return arena_printf(f->arena, "/quan-tri/dot-xet/%" PRId64 "%s", season, rest);
}

static const char *
of_dossier(struct page_fixture *f, const char *rest)
{
	return arena_printf(f->arena, "/ho-so/%" PRId64 "%s", dossier, rest);
}

static void
file_it(struct page_fixture *f)
{
	page_get(f, of_dossier(f, "/nop"));
	page_submit(f, of_dossier(f, "/nop"), "version", "1", "count", "2", NULL);
}

/* So many hours from now as people type it. */
static char *
in_hours(struct page_fixture *f, int hours)
{
	return strdup(page_sql_text(f,
	    "select to_char((now() + interval '%d hours') at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY')",
	    hours));
}

static void
extend(struct page_fixture *f, const char *unit, int hours)
{
	char *when = in_hours(f, hours);

	page_get(f, at(f, "/han-nop"));
	page_expect_status(f, 200);
	page_submit(f, at(f, "/gia-han"), "unit_id", unit, "closes_at", when, "document",
	    "Công văn 215/SNV-TĐKT", "reason", "Mưa lũ mất điện", NULL);
	free(when);
}

static int64_t
seconds_left(struct page_fixture *f, const char *unit_code)
{
	return page_sql_i64(f,
	    "select extract(epoch from office.closes_at(%" PRId64
	    ", (select id from office.unit where code = '%s')) - now())::bigint",
	    season, unit_code);
}

/* --- extensions -------------------------------------------------------------------------------------- */

/* qae: moving a deadline needed a console and a redeploy.  Here it is a form, and the next request counts. */
static void
test_extension_for_all_counts_at_once_without_console_or_restart(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", -1);

	file_it(f);
	page_expect_status(f, 409);
	page_expect_text(f, "Đã hết hạn nộp");
	page_sign_in(f, "quantri");
	extend(f, "", 5);
	page_expect_redirect(f, at(f, "/han-nop"));
	page_follow(f);
	page_expect_text(f, "Đã gia hạn");
	page_expect_text(f, "Công văn 215/SNV-TĐKT");
	assert_int_equal(
	    page_sql_i64(
		f, "select count(*) from office.audit_log where action = 'deadline.extend'"),
	    1);
	/* Who has a draft is told. */
	assert_true(page_sql_i64(f,
			"select count(*) from office.mail where kind = 'deadline_moved'") > 0);
	page_sign_in(f, "lanhdao.rachgia");
	page_get(f, "/viec-cua-toi");
	page_expect_text(f, "Gia hạn cho mọi đơn vị đến");
	page_get(f, of_dossier(f, ""));
	page_expect_text(f, "theo Công văn 215/SNV-TĐKT: Mưa lũ mất điện");
	file_it(f);
	page_expect_status(f, 303);
}

static void
test_extension_for_one_unit_covers_its_subtree_and_nobody_else(void **state)
{
	struct page_fixture *f = begin(state, "quantri", -1);
	char unit[24];

	snprintf(unit, sizeof(unit), "%" PRId64, world_unit(f->owner, "30742"));
	extend(f, unit, 5);
	page_expect_status(f, 303);
	assert_in_range(seconds_left(f, "30742"), 4 * 3600, 5 * 3600);
	assert_true(seconds_left(f, "30307") < 0);
	assert_true(seconds_left(f, "91") < 0);
	/* A unit below it. */
	page_unit(f, "30742-A", "Tổ dân phố thử", "30742");
	assert_in_range(seconds_left(f, "30742-A"), 4 * 3600, 5 * 3600);
	page_sql(f,
	    "delete from office.unit_closure where unit_id = (select id from office.unit where code = '30742-A')");
	/* From the province: everybody below. */
	snprintf(unit, sizeof(unit), "%" PRId64, world_unit(f->owner, "91"));
	extend(f, unit, 7);
	assert_in_range(seconds_left(f, "30307"), 6 * 3600, 7 * 3600);
}

static void
test_preview_says_whom_it_concerns_and_changes_nothing(void **state)
{
	struct page_fixture *f = begin(state, "quantri", 24);
	char *when = in_hours(f, 72);

	(void)world_dossier(f->owner, season, "30307", "submitted", 1, "submitted");
	page_get(f,
	    arena_printf(f->arena,
		"/quan-tri/dot-xet/%" PRId64
		"/gia-han?unit_id=&closes_at=%.5s+%s&document=&reason=B%%C3%%A3o",
		season, when, when + 6));
	page_expect_status(f, 200);
	page_expect_text(f, "Gia hạn cho mọi đơn vị đến");
	page_expect_text(f, "2 hồ sơ của đợt này: 1 chưa nộp, 0 bị trả lại, 1 đã nộp");
	page_expect_text(f, "Phường Rạch Giá");
	assert_int_equal(page_sql_i64(f, "select count(*) from office.deadline_extension"), 0);
	page_submit(f, at(f, "/gia-han"), "unit_id", "", "closes_at", when, "document", "",
	    "reason", "Bão", NULL);
	page_expect_status(f, 303);
	free(when);
}

static void
test_extension_that_extends_nothing_is_refused_with_the_reason(void **state)
{
	struct page_fixture *f = begin(state, "quantri", 24);

	extend(f, "", 2);
	page_expect_status(f, 422);
	page_expect_text(f, "Hạn mới phải muộn hơn");
	page_expect_text(f, "value=\"Mưa lũ mất điện\"");
	extend(f, "", -2);
	page_expect_status(f, 422);
	page_expect_text(f, "Thời điểm này đã qua");
	page_get(f, at(f, "/gia-han?unit_id=&closes_at=31/02/2027+17:00&reason="));
	page_expect_status(f, 422);
	page_expect_text(f, "không tồn tại hoặc sai dạng");
	page_expect_text(f, "Cần ghi lý do");
	page_get(f, at(f, "/gia-han?unit_id=999999999&closes_at=17:00+01/01/2027&reason=x"));
	page_expect_status(f, 404);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.deadline_extension"), 0);
}

static void
test_extension_is_taken_back_visibly_and_only_while_it_lasts(void **state)
{
	struct page_fixture *f = begin(state, "quantri", 1);
	char path[128];
	int64_t id;

	extend(f, "", 5);
	id = page_sql_i64(f, "select max(id) from office.deadline_extension");
	snprintf(path, sizeof(path), "/quan-tri/dot-xet/%" PRId64 "/gia-han/%" PRId64 "/rut",
	    season, id);
	page_get(f, path);
	page_expect_status(f, 200);
	page_expect_text(f, "Rút gia hạn đến");
	page_submit(f, path, "reason", "", NULL);
	page_expect_status(f, 422);
	page_get(f, path);
	page_submit(f, path, "reason", "Nhập nhầm", NULL);
	page_expect_status(f, 303);
	page_follow(f);
	page_expect_text(f, "Đã rút");
	page_expect_text(f, "Nhập nhầm");
	assert_in_range(seconds_left(f, "30742"), 1, 3600);
	page_get(f, at(f, "/han-nop"));
	page_submit(f, path, "reason", "Lần nữa", NULL);
	page_expect_status(f, 409);
	/* Once it has run out it stays as history. */
	extend(f, "", 6);
	id = page_sql_i64(f, "select max(id) from office.deadline_extension");
	snprintf(path, sizeof(path), "/quan-tri/dot-xet/%" PRId64 "/gia-han/%" PRId64 "/rut",
	    season, id);
	page_sql(f,
	    "update office.deadline_extension set closes_at = now() where id = %" PRId64, id);
	page_get(f, at(f, "/han-nop"));
	page_submit(f, path, "reason", "Muộn", NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "đã hết hoặc đã được rút");
}

static void
test_only_the_administrator_of_the_province_moves_deadlines(void **state)
{
	struct page_fixture *f = begin(state, NULL, 24);

	page_get(f, at(f, "/han-nop"));
	page_expect_status(f, 303);
	page_sign_in(f, "lanhdao.rachgia");
	page_get(f, at(f, "/han-nop"));
	page_expect_status(f, 403);
	page_post(f, at(f, "/gia-han"), "unit_id", "", NULL);
	page_expect_status(f, 403);
	/* An administrator of one commune. */
	page_grant(f, "quantri.phuong", "administrator", "30742");
	page_sign_in(f, "quantri.phuong");
	page_get(f, at(f, "/han-nop"));
	page_expect_status(f, 403);
	page_get(f, "/quan-tri/lich");
	page_expect_status(f, 403);
	page_get(f, "/quan-tri/gian-doan");
	page_expect_status(f, 403);
	page_get(f, "/quan-tri/dot-xet/999999999/han-nop");
	page_expect_status(f, 403);
	page_sign_in(f, "quantri");
	page_get(f, "/quan-tri/dot-xet/999999999/han-nop");
	page_expect_status(f, 404);
	page_post(f, at(f, "/gia-han"), "unit_id", "", NULL);
	page_expect_status(f, 403);
}

/* --- decided when the request arrives ------------------------------------------------------------------ */

static void
test_filing_at_exactly_the_closing_time_is_refused_with_words(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", 24);

	/* Until the very instant the request's transaction begins. */
	page_get(f, of_dossier(f, "/nop"));
	page_sql(f, "update office.season set closes_at = now()");
	page_submit(f, of_dossier(f, "/nop"), "version", "1", "count", "2", NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "Đã hết hạn nộp");
	page_expect_text(f, "vẫn được giữ ở bản nháp");
	assert_int_equal(page_sql_i64(f, "select count(*) from office.filing"), 0);
}

/*
 * qae: the copy was taken before the last edits.  Here an edit commits in the last second while the filing
 * waits for it; the closing time passes; the filing began before it, counts, and holds the edit.
 */
static void
test_what_was_saved_in_the_last_second_is_in_the_frozen_copy(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", 24);
	char csrf[128], once[128];
	int status;
	pid_t pid;

	page_get(f, of_dossier(f, "/nop"));
	memcpy(csrf, f->csrf, sizeof(csrf));
	memcpy(once, f->once, sizeof(once));
	page_sql(
	    f, "update office.season set closes_at = clock_timestamp() + interval '2 seconds'");
	page_sql(f, "begin; select 1 from office.dossier for update");
	page_sql(f,
	    "update office.nomination set achievement = 'Sửa ở giây cuối cùng' where ordinal = 2");
	if ((pid = fork()) == 0) {
		f->app.db = db_new(arena_printf(f->arena, "%s dbname=%s",
				       getenv("VD_TEST_APP_DB"), f->database),
		    SQL_STMT_COUNT);
		page_post(f, of_dossier(f, "/nop"), "version", "1", "count", "2", "csrf", csrf,
		    "once", once, NULL);
		_exit(f->status == 303 ? 0 : 1);
	}
	for (int i = 0; i < 500; i++) {
		if (page_sql_i64(f, "select count(*) from pg_locks where not granted") >= 1)
			break;
		usleep(10000);
	}
	/* The closing time goes by while the filing waits. */
	usleep(2100000);
	page_sql(f, "commit");
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(WEXITSTATUS(status), 0);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.filing where content like '%%Sửa ở giây cuối cùng%%' "
		"and filed_at < (select closes_at from office.season)"),
	    1);
	assert_int_equal(
	    page_sql_i64(
		f, "select (clock_timestamp() > closes_at)::integer from office.season"),
	    1);
}

/* --- outages ---------------------------------------------------------------------------------------------- */

static void
test_outage_before_closing_moves_it_for_everybody_and_says_so(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", 2);

	page_sql(f,
	    "insert into office.outage (began_at, ended_at, gap_seconds, note) "
	    "select now() - interval '25 minutes', now() - interval '10 seconds', 90, 'Mất điện phòng máy'");
	assert_in_range(seconds_left(f, "30742"), 7200 + 25 * 60 - 60, 7200 + 25 * 60 + 60);
	assert_int_equal(seconds_left(f, "30742"), seconds_left(f, "30307"));
	page_get(f, of_dossier(f, ""));
	page_expect_text(f, "Cộng 25 phút do hệ thống gián đoạn từ");
	page_expect_text(f, "(Mất điện phòng máy)");
	/* Outside the last days before closing it gives nothing. */
	page_sql(f,
	    "update office.outage set began_at = began_at - interval '4 days', ended_at = ended_at - interval '4 days'");
	assert_in_range(seconds_left(f, "30742"), 7200 - 60, 7200);
	/* Half in the window: that half. */
	page_sql(f,
	    "update office.outage set began_at = s.closes_at - interval '3 days 1 hour', "
	    "ended_at = s.closes_at - interval '2 days 23 hours 30 minutes' from office.season s");
	assert_in_range(seconds_left(f, "30742"), 7200 + 1800 - 60, 7200 + 1800);
}

static void
test_outage_over_the_closing_time_leaves_what_was_lost(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", 2);

	/* Closed twenty minutes ago; away from 40 minutes ago until now: the lost twenty are still there. */
	page_sql(f, "update office.season set closes_at = now() - interval '20 minutes'");
	page_sql(f,
	    "insert into office.outage (began_at, ended_at, gap_seconds) values (now() - interval '40 minutes', now(), 90)");
	assert_in_range(seconds_left(f, "30742"), 19 * 60, 21 * 60);
	file_it(f);
	page_expect_status(f, 303);
	/* One that began after closing gives nothing. */
	page_sql(f, "update office.outage set began_at = now() - interval '10 minutes'");
	assert_true(seconds_left(f, "30742") < 0);
}

/* The first request after an outage comes before the heartbeat has noted it. */
static void
test_silence_that_ends_with_this_request_counts_already(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", 2);

	page_sql(f, "update office.season set closes_at = now() - interval '5 minutes'");
	page_sql(f,
	    "insert into office.heartbeat (began_at, last_at) values (now() - interval '9 days', now() - interval '30 minutes')");
	assert_in_range(seconds_left(f, "30742"), 24 * 60, 26 * 60);
	file_it(f);
	page_expect_status(f, 303);
	/* Then it is noted, once, and the time is the same. */
	page_sql(f, "select office.beat(); select office.beat()");
	assert_int_equal(page_sql_i64(f, "select count(*) from office.outage"), 1);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.heartbeat"), 2);
	assert_in_range(seconds_left(f, "30742"), 24 * 60, 26 * 60);
}

static void
test_short_silence_is_no_outage_and_beats_make_no_rows(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", 2);

	page_sql(f,
	    "insert into office.heartbeat (began_at, last_at) values (now() - interval '1 day', now() - interval '80 seconds')");
	for (int i = 0; i < 5; i++)
		page_sql(f, "select office.beat()");
	assert_int_equal(page_sql_i64(f, "select count(*) from office.outage"), 0);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.heartbeat"), 1);
	assert_in_range(seconds_left(f, "30742"), 7200 - 60, 7200);
}

static void
test_outages_are_listed_and_noted_by_the_administrator(void **state)
{
	struct page_fixture *f = begin(state, "quantri", 24);

	page_sql(f,
	    "insert into office.outage (began_at, ended_at, gap_seconds) values (now() - interval '26 hours', now() - interval '25 hours', 90)");
	page_get(f, "/quan-tri/gian-doan");
	page_expect_status(f, 200);
	page_expect_text(f, "1 giờ");
	page_submit(f,
	    arena_printf(f->arena, "/quan-tri/gian-doan/%" PRId64,
		page_sql_i64(f, "select id from office.outage")),
	    "note", "Nâng cấp máy chủ", NULL);
	page_expect_redirect(f, "/quan-tri/gian-doan");
	assert_string_equal(
	    page_sql_text(f, "select note from office.outage"), "Nâng cấp máy chủ");
	assert_int_equal(
	    page_sql_i64(
		f, "select count(*) from office.audit_log where action = 'outage.note'"),
	    1);
}

/* --- the calendar ------------------------------------------------------------------------------------------ */

static void
test_holiday_is_added_confirmed_and_removed(void **state)
{
	struct page_fixture *f = begin(state, "quantri", 24);

	page_get(f, "/quan-tri/lich?nam=2027");
	page_expect_status(f, 200);
	page_expect_text(f, "Chưa xác nhận");
	page_expect_text(f, "06/02/2027");
	page_submit(f, "/quan-tri/lich", "day", "13/02/2027", "kind", "working", "name",
	    "Làm bù Tết", "legal_basis", "Thông báo 1234/TB-BNV", NULL);
	page_expect_status(f, 303);
	page_follow(f);
	page_expect_text(f, "Ngày làm bù");
	page_submit(f, "/quan-tri/lich/xac-nhan", "day", "06/02/2027", NULL);
	page_expect_status(f, 303);
	assert_string_equal(
	    page_sql_text(f, "select confirmed from office.holiday where day = '2027-02-06'"),
	    "t");
	page_get(f, "/quan-tri/lich?nam=2027");
	page_expect_no_text(f, "action=\"/quan-tri/lich/xoa\"");
	page_get(f, "/quan-tri/lich/xoa?ngay=13/02/2027");
	page_expect_text(f, "Xóa 13/02/2027 “Làm bù Tết” khỏi lịch?");
	page_submit(f, "/quan-tri/lich/xoa", "day", "13/02/2027", NULL);
	page_expect_status(f, 303);
	page_get(f, "/quan-tri/lich/xoa?ngay=13/02/2027");
	page_expect_status(f, 404);
	page_get(f, "/quan-tri/lich/xoa?ngay=31/02/2027");
	page_expect_status(f, 400);
	assert_int_equal(
	    page_sql_i64(f, "select count(*) from office.holiday where day = '2027-02-13'"), 0);
	assert_int_equal(
	    page_sql_i64(
		f, "select count(*) from office.audit_log where action like 'calendar.%%'"),
	    3);
	page_get(f, "/quan-tri/lich");
	page_submit(
	    f, "/quan-tri/lich", "day", "29/02/2027", "kind", "holiday", "name", "x", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "29/02/2027");
	page_get(f, "/quan-tri/lich");
	page_submit(f, "/quan-tri/lich/xoa", "day", "14/02/2027", NULL);
	page_expect_status(f, 409);
	page_sql(f, "update office.holiday set confirmed = false where day = '2027-02-06'");
}

static void
test_closing_at_noon_midnight_new_year_and_on_29_february_is_kept_to_the_minute(void **state)
{
	static const char *const cases[][2] = {
		{ "12:00 10/12/2027", "2027-12-10 12:00" },
		{ "00:00 10/12/2027", "2027-12-10 00:00" },
		{ "24:00 31/12/2027", "2028-01-01 00:00" },
		{ "23:59 31/12/2027", "2027-12-31 23:59" },
		{ "17:00 29/02/2028", "2028-02-29 17:00" },
	};
	struct page_fixture *f = begin(state, "quantri", 1);

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		page_sql(f, "truncate office.deadline_extension");
		page_get(f, at(f, "/han-nop"));
		page_submit(f, at(f, "/gia-han"), "unit_id", "", "closes_at", cases[i][0],
		    "document", "", "reason", "thử", NULL);
		page_expect_status(f, 303);
		assert_string_equal(
		    page_sql_text(f,
			"select to_char(office.closes_at(%" PRId64
			", null) at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI')",
			season),
		    cases[i][1]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		PAGE_TEST(test_extension_for_all_counts_at_once_without_console_or_restart),
		PAGE_TEST(test_extension_for_one_unit_covers_its_subtree_and_nobody_else),
		PAGE_TEST(test_preview_says_whom_it_concerns_and_changes_nothing),
		PAGE_TEST(test_extension_that_extends_nothing_is_refused_with_the_reason),
		PAGE_TEST(test_extension_is_taken_back_visibly_and_only_while_it_lasts),
		PAGE_TEST(test_only_the_administrator_of_the_province_moves_deadlines),
		PAGE_TEST(test_filing_at_exactly_the_closing_time_is_refused_with_words),
		PAGE_TEST(test_what_was_saved_in_the_last_second_is_in_the_frozen_copy),
		PAGE_TEST(test_outage_before_closing_moves_it_for_everybody_and_says_so),
		PAGE_TEST(test_outage_over_the_closing_time_leaves_what_was_lost),
		PAGE_TEST(test_silence_that_ends_with_this_request_counts_already),
		PAGE_TEST(test_short_silence_is_no_outage_and_beats_make_no_rows),
		PAGE_TEST(test_outages_are_listed_and_noted_by_the_administrator),
		PAGE_TEST(test_holiday_is_added_confirmed_and_removed),
		PAGE_TEST(
		    test_closing_at_noon_midnight_new_year_and_on_29_february_is_kept_to_the_minute),
	};

	return cmocka_run_group_tests_name(
	    "deadline", tests, page_group_setup, page_group_teardown);
}
