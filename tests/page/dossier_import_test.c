/* Importing sheets: preview that names every problem, confirm all or nothing, undo as one act. */
#include "support/page_fixture.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/world.h"

static int64_t dossier;

static struct page_fixture *
begin(void **state, const char *username)
{
	struct page_fixture *f = *state;

	world_base(f->owner);
	world_clear(f->owner);
	dossier = world_dossier(
	    f->owner, world_season(f->owner, "Đợt", -24, 24), "30742", "draft", 0, "draft");
	page_sign_in(f, username);
	return f;
}

static const char *
at(struct page_fixture *f, const char *rest)
{
	return arena_printf(f->arena, "/ho-so/%" PRId64 "%s", dossier, rest);
}

static const char *
last_import(struct page_fixture *f, const char *rest)
{
	return arena_printf(f->arena, "/ho-so/%" PRId64 "/nhap/%" PRId64 "%s", dossier,
	    page_sql_i64(f, "select max(id) from office.import"), rest);
}

static int64_t
cases(struct page_fixture *f)
{
	return page_sql_i64(f, "select count(*) from office.nomination");
}

static void
send(struct page_fixture *f, const char *bytes, size_t n)
{
	page_get(f, at(f, "/nhap"));
	page_upload(f, at(f, "/nhap"), "file", "danh-sach.csv", "text/csv", bytes, n, NULL);
}

static void
send_text(struct page_fixture *f, const char *text)
{
	send(f, text, strlen(text));
}

static void
send_sample(struct page_fixture *f, const char *name)
{
	FILE *in = fopen(name, "rb");
	char *bytes = malloc(1000000);
	size_t n;

	assert_non_null(in);
	assert_non_null(bytes);
	n = fread(bytes, 1, 1000000, in);
	fclose(in);
	send(f, bytes, n);
	free(bytes);
}

static void
confirm(struct page_fixture *f)
{
	page_get(f, last_import(f, ""));
	page_submit(f, last_import(f, "/xac-nhan"), NULL);
}

#define HEADER \
	"STT,Họ và tên/Tên tập thể,Giới tính,Ngày sinh,\"Chức vụ, nghề nghiệp\",Đơn vị công tác,\"Danh hiệu, hình thức đề nghị\",Tóm tắt thành tích\n"
#define GOOD \
	"1,Trần Văn An,Nam,01/02/1980,Nông dân,Phường Rạch Giá,Lao động tiên tiến,Sản xuất giỏi\n"

static void
test_sixty_two_lines_of_the_ward_become_sixty_two_cases(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	send_sample(f, "tests/data/nominations-ward.csv");
	page_expect_status(f, 303);
	assert_int_equal(cases(f), 0);
	page_follow(f);
	page_expect_status(f, 200);
	page_expect_text(f, "Xác nhận nhập 62 trường hợp");
	page_expect_text(f, "Phan Minh Hoàng");
	page_expect_text(f, "Cùng tên và danh hiệu với dòng");
	assert_int_equal(cases(f), 0);
	confirm(f);
	page_expect_status(f, 303);
	assert_int_equal(cases(f), 62);
	assert_int_equal(
	    page_sql_i64(f, "select count(*) from office.nomination where kind = 'person'"),
	    50);
	assert_int_equal(page_sql_i64(f, "select max(ordinal) from office.nomination"), 62);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.nomination_event"), 62);
	assert_int_equal(
	    page_sql_i64(
		f, "select count(*) from office.audit_log where action = 'import.confirm'"),
	    1);
	page_follow(f);
	page_expect_text(f, "Phan Minh Hoàng");
	page_expect_text(f, "hoàn tác");
}

static void
test_a_sheet_of_1049_lines_is_imported_whole(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	send_sample(f, "tests/data/nominations-province-1049.csv");
	page_expect_status(f, 303);
	confirm(f);
	page_expect_status(f, 303);
	assert_int_equal(cases(f), 1049);
}

static void
test_every_problem_is_named_by_its_row_and_nothing_is_written(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	send_text(f,
	    HEADER GOOD
	    "2,,Nam,,,,Lao động tiên tiến,x\n3,Lê Bình,Nam,31/02/1985,,,Lao động tiên tiến,x\n"
	    "4,=cmd,Nam,,,,Lao động tiên tiến,x\n5,<script>alert(1)</script>,Nam,,,,Huân chương Vô danh,x\n");
	page_expect_status(f, 303);
	page_follow(f);
	page_expect_text(f, "4 dòng cần sửa trước khi nhập");
	page_expect_text(f, "Không có họ tên hay tên tập thể");
	page_expect_text(f, "Ngày sinh 31/02/1985 không tồn tại");
	page_expect_text(f, "bắt đầu như một công thức");
	page_expect_text(f, "Không nhận ra danh hiệu");
	page_expect_no_text(f, "<script>alert");
	page_expect_no_text(f, "Xác nhận nhập");
	page_submit(f, last_import(f, "/xac-nhan"), NULL);
	page_expect_status(f, 422);
	assert_int_equal(cases(f), 0);
}

static void
test_same_sheet_twice_brings_nothing_new(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	send_text(f, HEADER GOOD);
	confirm(f);
	send_text(f, HEADER GOOD);
	page_follow(f);
	page_expect_text(f, "Mọi dòng trong tệp đã có trong danh sách");
	page_expect_text(f, "Đã có ở số 1 của danh sách");
	page_submit(f, last_import(f, "/xac-nhan"), NULL);
	page_expect_status(f, 422);
	assert_int_equal(cases(f), 1);
}

static void
test_one_line_loaded_is_one_line_listed(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	send_text(f, HEADER GOOD);
	confirm(f);
	page_follow(f);
	page_expect_text(f, "Trần Văn An");
	page_expect_no_text(f, "Họ và tên/Tên tập thể</a>");
	assert_int_equal(cases(f), 1);
}

static void
test_confirming_twice_imports_once(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	send_text(f, HEADER GOOD);
	confirm(f);
	page_expect_status(f, 303);
	confirm(f);
	page_expect_status(f, 409);
	assert_int_equal(cases(f), 1);
}

static void
test_undo_takes_out_the_whole_import_and_nothing_else(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	send_text(f, HEADER GOOD);
	confirm(f);
	send_text(f,
	    HEADER
	    "1,Lê Bình,Nam,,,,Lao động tiên tiến,x\n2,Lê Cúc,Nữ,,,,Lao động tiên tiến,y\n");
	confirm(f);
	assert_int_equal(cases(f), 3);
	page_sql(f, "update office.nomination set version = 2 where name = 'Lê Cúc'");
	page_get(f, last_import(f, ""));
	page_expect_text(f, "1 trường hợp trong số đó đã được sửa tay");
	page_submit(f, last_import(f, "/hoan-tac"), NULL);
	page_expect_status(f, 303);
	assert_string_equal(
	    page_sql_text(f, "select string_agg(name, ',') from office.nomination"),
	    "Trần Văn An");
	page_get(f, last_import(f, ""));
	page_expect_status(f, 200);
	page_expect_no_text(f, "hoan-tac");
	assert_int_equal(
	    page_sql_i64(
		f, "select count(*) from office.audit_log where action = 'import.undo'"),
	    1);
}

static void
test_filed_dossier_takes_no_sheet_and_undoes_none(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	send_text(f, HEADER GOOD);
	confirm(f);
	page_get(f, last_import(f, ""));
	page_sql(f, "update office.nomination set state = 'submitted'");
	page_sql(f, "update office.dossier set state = 'submitted'");
	page_submit(f, last_import(f, "/hoan-tac"), NULL);
	page_expect_status(f, 409);
	page_get(f, at(f, "/nhap"));
	page_expect_status(f, 409);
	assert_int_equal(cases(f), 1);
}

static void
test_dropped_preview_cannot_be_confirmed(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	send_text(f, HEADER GOOD);
	page_follow(f);
	page_submit(f, last_import(f, "/bo"), NULL);
	page_expect_status(f, 303);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.import_row"), 0);
	page_get(f, at(f, "/nhap"));
	page_submit(f, last_import(f, "/xac-nhan"), NULL);
	page_expect_status(f, 409);
	assert_int_equal(cases(f), 0);
}

static void
test_unreadable_files_are_refused_with_a_reason(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	send_text(f, "a,b\nc,d\n");
	page_expect_status(f, 422);
	page_expect_text(f, "Không thấy dòng tiêu đề trong 20 dòng đầu");
	send(f, "Họ và tên,Danh hiệu\nA\xff,x\n", 32);
	page_expect_status(f, 422);
	page_expect_text(f, "Dòng 2 có ký tự không phải Unicode");
	send(f, "PK\x03\x04xxxx", 8);
	page_expect_status(f, 422);
	page_expect_text(f, "CSV UTF-8");
	send_text(f, "");
	page_expect_status(f, 422);
	page_get(f, at(f, "/nhap"));
	page_submit(f, at(f, "/nhap"), NULL);
	page_expect_status(f, 422);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.import"), 0);
}

static void
test_ten_megabytes_of_text_are_refused(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	size_t n = 10485760;
	char *text = malloc(n);

	assert_non_null(text);
	memset(text, 'x', n);
	send(f, text, n);
	free(text);
	page_expect_status(f, 422);
	page_expect_text(f, "5 MB");
}

static void
test_import_is_for_writers_of_the_unit(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	const char *preview;

	send_text(f, HEADER GOOD);
	page_sign_in(f, "soanthao.longxuyen");
	preview = last_import(f, "");
	page_get(f, preview);
	page_expect_status(f, 404);
	page_get(f, "/ho-so/moi");
	page_submit(f, last_import(f, "/xac-nhan"), NULL);
	page_expect_status(f, 404);
	page_sign_in(f, "thamdinh");
	page_get(f, at(f, "/nhap"));
	page_expect_status(f, 403);
	page_get(f, last_import(f, ""));
	page_expect_status(f, 200);
	page_expect_no_text(f, "xac-nhan");
	page_post(f, last_import(f, "/xac-nhan"), NULL);
	page_expect_status(f, 403);
	assert_int_equal(cases(f), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		PAGE_TEST(test_sixty_two_lines_of_the_ward_become_sixty_two_cases),
		PAGE_TEST(test_a_sheet_of_1049_lines_is_imported_whole),
		PAGE_TEST(test_every_problem_is_named_by_its_row_and_nothing_is_written),
		PAGE_TEST(test_same_sheet_twice_brings_nothing_new),
		PAGE_TEST(test_one_line_loaded_is_one_line_listed),
		PAGE_TEST(test_confirming_twice_imports_once),
		PAGE_TEST(test_undo_takes_out_the_whole_import_and_nothing_else),
		PAGE_TEST(test_filed_dossier_takes_no_sheet_and_undoes_none),
		PAGE_TEST(test_dropped_preview_cannot_be_confirmed),
		PAGE_TEST(test_unreadable_files_are_refused_with_a_reason),
		PAGE_TEST(test_ten_megabytes_of_text_are_refused),
		PAGE_TEST(test_import_is_for_writers_of_the_unit),
	};

	return cmocka_run_group_tests_name(
	    "dossier_import", tests, page_group_setup, page_group_teardown);
}
