/* Filing: the question, the closing time, the frozen copy, the receipt, the race, the return. */
#include "support/page_fixture.h"

#include <sys/wait.h>

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sql/all.h"
#include "support/world.h"

static int64_t dossier;

static struct page_fixture *
begin(void **state, const char *username, int n)
{
	struct page_fixture *f = *state;

	world_base(f->owner);
	world_clear(f->owner);
	dossier = world_dossier(
	    f->owner, world_season(f->owner, "Đợt", -24, 24), "30742", "draft", n, "draft");
	page_sql(f, "update office.dossier set letter_no = '12/TTr-UBND'");
	page_sign_in(f, username);
	return f;
}

static const char *
at(struct page_fixture *f, const char *rest)
{
	return arena_printf(f->arena, "/ho-so/%" PRId64 "%s", dossier, rest);
}

static void
submit(struct page_fixture *f, const char *version, const char *count)
{
	page_get(f, at(f, "/nop"));
	page_submit(f, at(f, "/nop"), "version", version, "count", count, NULL);
}

static int64_t
filings(struct page_fixture *f)
{
	return page_sql_i64(f, "select count(*) from office.filing");
}

static void
test_head_is_asked_with_number_and_count_and_gets_a_receipt(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", 62);
	const char *no;

	page_get(f, at(f, "/nop"));
	page_expect_status(f, 200);
	page_expect_text(f, "Nộp hồ sơ 12/TTr-UBND gồm 62 trường hợp?");
	page_submit(f, at(f, "/nop"), "version", "1", "count", "62", NULL);
	page_expect_status(f, 303);
	page_follow(f);
	page_expect_status(f, 200);
	no = page_sql_text(f, "select receipt_no from office.filing");
	page_expect_text(f, no);
	assert_true(strncmp(no, "AG-20", 5) == 0);
	assert_int_equal(strlen(no), strlen("AG-2026-000123"));
	page_expect_text(f, page_sql_text(f, "select sha256 from office.filing"));
	assert_string_equal(page_sql_text(f, "select state from office.dossier"), "submitted");
	assert_int_equal(
	    page_sql_i64(f, "select count(*) from office.nomination where state = 'submitted'"),
	    62);
	assert_int_equal(
	    page_sql_i64(
		f, "select count(*) from office.audit_log where action = 'dossier.submit'"),
	    1);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.audit_log where action = 'nomination.set_state'"),
	    62);
}

static void
test_hash_on_the_receipt_is_that_of_the_copy(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", 3);

	submit(f, "1", "3");
	assert_string_equal(
	    page_sql_text(f,
		"select sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex') from office.filing"),
	    "t");
	assert_string_equal(
	    page_sql_text(
		f, "select content::jsonb #>> '{nominations,2,name}' from office.filing"),
	    "Nguyễn Thị Mẫu 3");
	assert_string_equal(page_sql_text(f,
				"select (content::jsonb #>> '{attachments,0,sha256}') = "
				"(select sha256 from office.attachment) from office.filing"),
	    "t");
	page_get(f,
	    at(f,
		arena_printf(f->arena, "/bien-nhan/%" PRId64 "/noi-dung",
		    page_sql_i64(f, "select id from office.filing"))));
	page_expect_status(f, 200);
	page_expect_header(f, "x-content-type-options", "nosniff");
	assert_string_equal(f->body, page_sql_text(f, "select content from office.filing"));
}

/* qae: the copy was frozen before the last edit.  Here the last edit that committed is in it. */
static void
test_last_edit_before_filing_is_in_the_copy(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", 2);

	page_get(f, at(f, "/nop"));
	page_sql(f,
	    "update office.nomination set achievement = 'Sửa phút chót', version = version + 1 where ordinal = 2");
	page_submit(f, at(f, "/nop"), "version", "1", "count", "2", NULL);
	page_expect_status(f, 303);
	assert_string_equal(
	    page_sql_text(f,
		"select content::jsonb #>> '{nominations,1,achievement}' from office.filing"),
	    "Sửa phút chót");
	assert_string_equal(
	    page_sql_text(f,
		"select bool_and(j ->> 'achievement' = n.achievement) from office.filing, "
		"jsonb_array_elements(content::jsonb -> 'nominations') j join office.nomination n on n.id = (j ->> 'id')::bigint"),
	    "t");
}

static void
test_drafter_does_not_file(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", 2);

	page_get(f, at(f, "/nop"));
	page_expect_status(f, 403);
	page_expect_text(f, "\">Về trang hồ sơ</a>");
	page_get(f, "/ho-so/moi");
	page_submit(f, at(f, "/nop"), "version", "1", "count", "2", NULL);
	page_expect_status(f, 403);
	assert_int_equal(filings(f), 0);
}

static void
test_head_of_another_commune_finds_nothing_to_file(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.longxuyen", 2);

	page_get(f, at(f, "/nop"));
	page_expect_status(f, 404);
	page_get(f, "/ho-so/moi");
	page_submit(f, at(f, "/nop"), "version", "1", "count", "2", NULL);
	page_expect_status(f, 404);
	assert_int_equal(filings(f), 0);
}

static void
test_incomplete_dossier_says_what_is_missing(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", 2);

	page_sql(f, "update office.nomination set achievement = '' where ordinal = 1");
	page_get(f, at(f, "/nop"));
	page_expect_text(f, "Hồ sơ còn thiếu 1 mục");
	page_expect_no_text(f, "name=\"count\"");
	page_get(f, "/ho-so/moi");
	page_submit(f, at(f, "/nop"), "version", "1", "count", "2", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "Hồ sơ còn thiếu 1 mục");
	assert_int_equal(filings(f), 0);
}

static void
test_award_no_longer_valid_is_not_filed(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", 2);

	page_sql(f,
	    "update office.nomination set award_type_id = %" PRId64 " where ordinal = 1",
	    world_award(f->owner, "CU"));
	submit(f, "1", "2");
	page_expect_status(f, 422);
	page_expect_text(f, "đã hết hiệu lực");
	assert_int_equal(filings(f), 0);
}

/* The closing time is looked at when the form arrives, not when the page was shown. */
static void
test_filing_after_closing_is_refused_and_the_draft_kept(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", 2);

	page_get(f, at(f, "/nop"));
	page_expect_status(f, 200);
	page_sql(f, "update office.season set closes_at = now()");
	page_submit(f, at(f, "/nop"), "version", "1", "count", "2", NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "Đã hết hạn nộp");
	page_expect_text(f, "vẫn được giữ ở bản nháp");
	assert_int_equal(filings(f), 0);
	assert_string_equal(page_sql_text(f, "select state from office.dossier"), "draft");
	/* Moving the deadline is a value of the season: the same dossier is filed without anything else. */
	page_sql(f, "update office.season set closes_at = now() + interval '1 hour'");
	submit(f, "1", "2");
	page_expect_status(f, 303);
}

static void
test_filing_before_opening_is_refused(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", 2);

	page_sql(f, "update office.season set opens_at = now() + interval '1 hour'");
	submit(f, "1", "2");
	page_expect_status(f, 409);
	page_expect_text(f, "Chưa đến thời gian nhận hồ sơ");
	assert_int_equal(filings(f), 0);
}

static void
test_what_changed_since_the_question_is_asked_again(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", 2);

	page_get(f, at(f, "/nop"));
	page_sql(f, "delete from office.nomination where ordinal = 2");
	page_submit(f, at(f, "/nop"), "version", "1", "count", "2", NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "Hồ sơ vừa thay đổi");
	page_expect_text(f, "gồm 1 trường hợp?");
	assert_int_equal(filings(f), 0);
}

static void
test_filing_twice_makes_one_filing(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", 2);
	char csrf[128];

	page_get(f, at(f, "/nop"));
	memcpy(csrf, f->csrf, sizeof(csrf));
	page_submit(f, at(f, "/nop"), "version", "1", "count", "2", NULL);
	page_expect_status(f, 303);
	page_post(f, at(f, "/nop"), "version", "1", "count", "2", "csrf", csrf, "once",
	    "other-tab-other-once-value", NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "Hồ sơ này đã được nộp");
	assert_int_equal(filings(f), 1);
}

/* --- a race: two workers file the same dossier at the same time ------------------------------------------------ */

/* A worker of its own: 0 when it got a receipt, 1 when it was told somebody was first. */
static pid_t
worker_submits(struct page_fixture *f, const char *csrf, const char *once)
{
	pid_t pid = fork();

	if (pid != 0)
		return pid;
	/* The parent's connection stays the parent's. */
	f->app.db = db_new(
	    arena_printf(f->arena, "%s dbname=%s", getenv("VD_TEST_APP_DB"), f->database),
	    SQL_STMT_COUNT);
	page_post(
	    f, at(f, "/nop"), "version", "1", "count", "40", "csrf", csrf, "once", once, NULL);
	_exit(f->status == 303 ? 0 : f->status == 409 ? 1 : 2);
}

static void
test_two_workers_filing_at_once_make_one_filing(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", 40);
	char csrf[128], once[2][128];
	pid_t worker[2];
	int status[2];

	for (int i = 0; i < 2; i++) {
		page_get(f, at(f, "/nop"));
		memcpy(csrf, f->csrf, sizeof(csrf));
		memcpy(once[i], f->once, sizeof(once[i]));
	}
	/* Both wait at the dossier, then go on at the same moment. */
	page_sql(f, "begin; select 1 from office.dossier for update");
	for (int i = 0; i < 2; i++)
		worker[i] = worker_submits(f, csrf, once[i]);
	for (int i = 0; i < 1000; i++) {
		if (page_sql_i64(f, "select count(*) from pg_locks where not granted") >= 2)
			break;
		usleep(10000);
	}
	page_sql(f, "commit");
	for (int i = 0; i < 2; i++) {
		assert_int_equal(waitpid(worker[i], &status[i], 0), worker[i]);
		assert_true(WIFEXITED(status[i]));
	}
	assert_int_equal(WEXITSTATUS(status[0]) + WEXITSTATUS(status[1]), 1);
	assert_int_equal(filings(f), 1);
	assert_int_equal(
	    page_sql_i64(
		f, "select count(*) from office.audit_log where action = 'dossier.submit'"),
	    1);
}

/* --- return ------------------------------------------------------------------------------------------------------- */

static void
test_returned_case_is_filed_again_even_after_closing(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", 3);

	submit(f, "1", "3");
	page_expect_status(f, 303);
	page_sql(f, "update office.nomination set state = 'appraising'");
	page_sql(f,
	    "update office.nomination set state = 'returned', state_reason = 'Thiếu quyết định' where ordinal = 2");
	page_sql(f, "update office.dossier set state = 'returned', version = version + 1");
	page_sql(f, "update office.season set closes_at = now()");
	page_get(f, at(f, ""));
	page_expect_text(f, "Nộp lại hồ sơ");
	page_get(f, at(f, "/nop"));
	page_expect_text(f, "Nộp lại 1 trường hợp của hồ sơ 12/TTr-UBND?");
	page_submit(f, at(f, "/nop"), "version", "3", "count", "1", NULL);
	page_expect_status(f, 303);
	assert_int_equal(filings(f), 2);
	assert_string_equal(
	    page_sql_text(f,
		"select string_agg(state::text, ',' order by ordinal) from office.nomination"),
	    "appraising,submitted,appraising");
	assert_int_equal(
	    page_sql_i64(f, "select nominations from office.filing order by id desc limit 1"),
	    1);
	page_get(f, at(f, ""));
	page_expect_status(f, 200);
	page_expect_text(f, page_sql_text(f, "select min(receipt_no) from office.filing"));
	page_expect_text(f, page_sql_text(f, "select max(receipt_no) from office.filing"));
}

static void
test_receipt_is_read_by_the_unit_and_the_auditor_only(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", 1);
	const char *receipt;

	submit(f, "1", "1");
	page_sign_in(f, "soanthao.longxuyen");
	receipt = at(f,
	    arena_printf(f->arena, "/bien-nhan/%" PRId64,
		page_sql_i64(f, "select id from office.filing")));
	page_get(f, receipt);
	page_expect_status(f, 404);
	page_sign_in(f, "kiemtra");
	page_get(f,
	    at(f,
		arena_printf(f->arena, "/bien-nhan/%" PRId64,
		    page_sql_i64(f, "select id from office.filing"))));
	page_expect_status(f, 200);
	page_sign_in(f, "baochi");
	page_get(f,
	    at(f,
		arena_printf(f->arena, "/bien-nhan/%" PRId64,
		    page_sql_i64(f, "select id from office.filing"))));
	page_expect_status(f, 403);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		PAGE_TEST(test_head_is_asked_with_number_and_count_and_gets_a_receipt),
		PAGE_TEST(test_hash_on_the_receipt_is_that_of_the_copy),
		PAGE_TEST(test_last_edit_before_filing_is_in_the_copy),
		PAGE_TEST(test_drafter_does_not_file),
		PAGE_TEST(test_head_of_another_commune_finds_nothing_to_file),
		PAGE_TEST(test_incomplete_dossier_says_what_is_missing),
		PAGE_TEST(test_award_no_longer_valid_is_not_filed),
		PAGE_TEST(test_filing_after_closing_is_refused_and_the_draft_kept),
		PAGE_TEST(test_filing_before_opening_is_refused),
		PAGE_TEST(test_what_changed_since_the_question_is_asked_again),
		PAGE_TEST(test_filing_twice_makes_one_filing),
		PAGE_TEST(test_two_workers_filing_at_once_make_one_filing),
		PAGE_TEST(test_returned_case_is_filed_again_even_after_closing),
		PAGE_TEST(test_receipt_is_read_by_the_unit_and_the_auditor_only),
	};

	return cmocka_run_group_tests_name(
	    "dossier_filing", tests, page_group_setup, page_group_teardown);
}
