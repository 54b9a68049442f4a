/* Importing sheets: preview that names every problem, confirm all or nothing, undo as one act. */
#include "support/page_fixture.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dossier/dossier_sheet_key.h"
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
	page_expect_text(f, "Chưa có họ tên hay tên tập thể");
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
test_rows_to_be_corrected_are_left_out_together_and_the_rest_comes_in(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	send_text(f,
	    HEADER GOOD
	    "2,,Nam,,,,Lao động tiên tiến,x\n3,Lê Bình,Nam,31/02/1985,,,Lao động tiên tiến,x\n");
	page_get(f, last_import(f, ""));
	page_expect_text(f, "Bỏ cả 2 dòng này, chỉ nhập phần còn lại");
	page_submit(f, last_import(f, "/bo-dong-loi"), "so_dong", "3", NULL);
	page_expect_status(f, 409);
	page_get(f, last_import(f, ""));
	page_submit(f, last_import(f, "/bo-dong-loi"), "so_dong", "x", NULL);
	page_expect_status(f, 400);
	page_get(f, last_import(f, ""));
	page_submit(f, last_import(f, "/bo-dong-loi"), "so_dong", "2", NULL);
	page_expect_status(f, 303);
	page_follow(f);
	page_expect_text(f, "Xác nhận nhập 1 trường hợp");
	page_expect_text(f, "Đã được bỏ khi xem trước.");
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.audit_log where action = 'import.drop_problems'"),
	    1);
	page_sign_in(f, "soanthao.longxuyen");
	page_get(f, "/ho-so/moi");
	page_submit(f, last_import(f, "/bo-dong-loi"), "so_dong", "2", NULL);
	page_expect_status(f, 404);
	page_sign_in(f, "thamdinh");
	page_get(f, "/tham-dinh");
	page_submit(f, last_import(f, "/bo-dong-loi"), "so_dong", "2", NULL);
	page_expect_status(f, 403);
	page_sign_in(f, "soanthao.rachgia");
	confirm(f);
	assert_int_equal(cases(f), 1);
}

static void
test_a_sheet_that_waits_is_the_next_step_of_an_empty_dossier(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	page_get(f, at(f, ""));
	page_expect_text(f, "Thêm người, tập thể đầu tiên");
	send_text(f, HEADER GOOD);
	page_get(f, at(f, ""));
	page_expect_text(f, "Xem lại và xác nhận bảng đã đọc");
	page_expect_no_text(f, "Thêm người, tập thể đầu tiên");
	confirm(f);
	page_get(f, at(f, ""));
	page_expect_no_text(f, "Xem lại và xác nhận bảng đã đọc");
}

static void
test_the_second_page_of_all_rows_is_of_all_rows(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	struct buf b = { 0 };

	buf_puts(&b, HEADER);
	for (int i = 1; i <= 120; i++)
		buf_printf(&b, "%d,%s,Nam,,Nông dân,Phường Rạch Giá,Lao động tiên tiến,Giỏi\n",
		    i, i == 1 ? "" : arena_printf(f->arena, "Trần Văn Số %d", i));
	send_text(f, b.p);
	buf_free(&b);
	page_get(f, last_import(f, ""));
	page_expect_text(f, "(không có tên)");
	page_expect_no_text(f, "Trần Văn Số 60<");
	page_get(f, last_import(f, "?lop=tat-ca"));
	page_expect_text(f, "Trần Văn Số 60<");
	page_expect_no_text(f, "Trần Văn Số 120<");
	page_expect_text(f, "?lop=tat-ca&amp;sau=");
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
	page_expect_text(f, "Lê Cúc");
	page_submit(f, last_import(f, "/hoan-tac"), NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "đã được sửa tay sau khi nhập");
	assert_int_equal(cases(f), 3);
	page_submit(f, last_import(f, "/hoan-tac"), "van", "1", NULL);
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
test_a_sheet_without_headings_waits_for_its_columns(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	send_text(f, "Trần Văn An,Lao động tiên tiến,Giỏi\n");
	page_expect_status(f, 303);
	page_follow(f);
	page_expect_text(f, "Không thấy dòng tiêu đề trong 40 dòng đầu");
	page_expect_no_text(f, "Xác nhận nhập");
	page_submit(f, last_import(f, "/anh-xa"), "header_row", "0", "c0", "name", "c1", "name",
	    "c2", "", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "Hai cột cùng được chọn");
	page_submit(f, last_import(f, "/anh-xa"), "header_row", "0", "c0", "name", "c1",
	    "award", "c2", "achievement", NULL);
	page_expect_status(f, 303);
	page_follow(f);
	page_expect_text(f, "Xác nhận nhập 1 trường hợp");
	confirm(f);
	assert_string_equal(
	    page_sql_text(f, "select achievement from office.nomination"), "Giỏi");
}

static void
send_office(struct page_fixture *f)
{
	FILE *in = fopen("tests/data/nominations-office.json", "rb");
	char *json = malloc(200000);
	size_t n;

	assert_non_null(in);
	assert_non_null(json);
	n = fread(json, 1, 199999, in);
	json[n] = '\0';
	fclose(in);
	page_get(f, at(f, "/nhap"));
	page_submit(f, at(f, "/nhap"), "file_name", "nominations-office.xlsx", "source", "xlsx",
	    "total_rows", "56", NULL);
	page_expect_status(f, 201);
	page_expect_text(f, "\"import_id\"");
	for (int i = 0; i < 2; i++) { /* a piece may arrive twice */
		page_get(f, at(f, "/nhap"));
		page_submit(f, last_import(f, "/phan"), "from_row", "1", "rows", json, NULL);
		page_expect_status(f, 200);
		page_expect_text(f, "\"rows\":52");
	}
	free(json);
	page_get(f, last_import(f, "/tien-do"));
	page_expect_text(f, "\"state\":\"loading\"");
	page_get(f, last_import(f, ""));
	page_expect_status(f, 200);
	page_expect_text(f, "tệp chưa gửi xong");
	page_submit(f, last_import(f, "/doc"), NULL);
	page_expect_status(f, 303);
}

static void
decide(struct page_fixture *f, int row, const char *field, const char *text)
{
	const char *rest = arena_printf(f->arena, "/dong/%d", row);

	page_get(f, last_import(f, rest));
	page_expect_status(f, 200);
	page_submit(f, last_import(f, arena_printf(f->arena, "/dong/%d", row)), "viec", "sua",
	    field, text, NULL);
	page_expect_status(f, 303);
}

static void
test_the_office_workbook_is_fixed_in_place_and_imported(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	char id[32], by_id[40], certificate[32];

	send_office(f);
	page_get(f, last_import(f, "/tien-do"));
	page_expect_text(f,
	    "\"counts\":{\"new\":33,\"changed\":0,\"same\":0,\"duplicate\":2,\"problem\":7,\"removed\":0,\"ignored\":10}");
	page_get(f, last_import(f, ""));
	page_expect_text(f, "7 dòng cần sửa trước khi nhập");
	page_expect_text(f, "CSTĐCS");
	page_expect_no_text(f, "<script>alert");
	(void)snprintf(id, sizeof(id), "%" PRId64,
	    page_sql_i64(f, "select id from office.award_type where code = 'CSTD_CS'"));
	(void)snprintf(by_id, sizeof(by_id), "#%s", id);
	(void)snprintf(certificate, sizeof(certificate), "%" PRId64,
	    page_sql_i64(f, "select id from office.award_type where code = 'BK_TINH_CN'"));
	page_submit(f, last_import(f, "/danh-hieu"), "t0", "CSTĐCS", "k0", "person", "a0", id,
	    "t1", "Bằng khen UBND tỉnh", "k1", "person", "a1", certificate, NULL);
	page_expect_status(f, 303);
	decide(f, 25, "born", "28/02/1985");
	decide(f, 29, "award", by_id);
	decide(f, 31, "name", "Trần Văn Tám");
	decide(f, 33, "name", "Huỳnh Công Dũng");
	decide(f, 35, "achievement", "Hoàn thành xuất sắc nhiệm vụ");
	page_get(f, last_import(f, ""));
	page_expect_text(f, "Xác nhận nhập 40 trường hợp");
	page_submit(f, last_import(f, "/xac-nhan"), NULL);
	page_expect_status(f, 303);
	assert_int_equal(cases(f), 40);
	assert_int_equal(
	    page_sql_i64(f, "select count(*) from office.nomination where kind = 'person'"),
	    31);
	assert_int_equal(
	    page_sql_i64(f, "select count(*) from office.nomination where nominee_id is null"),
	    0);
	page_follow(f);
	page_expect_text(f, "Phạm Thúy Tuyết");
}

static void
test_an_import_that_says_n_loaded_shows_n(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	send_text(f, HEADER GOOD "2,Lê Bình,Nam,,,,Lao động tiên tiến,x\n");
	page_follow(f);
	page_expect_text(f, "Xác nhận nhập 2 trường hợp");
	confirm(f);
	page_follow(f);
	page_expect_text(f, "Trần Văn An");
	page_expect_text(f, "Lê Bình");
	assert_int_equal(cases(f), 2);
	assert_int_equal(
	    page_sql_i64(f,
		"select (detail->>'added')::int from office.audit_log where action = 'import.confirm'"),
	    2);
}

static void
test_changed_rows_show_both_texts_and_undo_gives_the_old_back(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	const char *before;

	send_text(f, HEADER GOOD "2,Lê Bình,Nam,,,,Lao động tiên tiến,x\n");
	confirm(f);
	before = strdup(page_sql_text(f,
	    "select string_agg(ordinal || name || workplace || achievement, ';' order by ordinal) from office.nomination"));
	send_text(f,
	    HEADER
	    "1,Trần Văn An,Nam,01/02/1980,Nông dân,Phường Rạch Giá,Lao động tiên tiến,Sản xuất rất giỏi\n"
	    "2,Lê Cúc,Nữ,,,,Lao động tiên tiến,y\n");
	page_follow(f);
	page_expect_text(f, "Sản xuất giỏi");
	page_expect_text(f, "Sản xuất rất giỏi");
	page_expect_text(f, "Xác nhận: thêm 1, thay 1 trường hợp");
	confirm(f);
	page_expect_status(f, 303);
	assert_int_equal(cases(f), 3);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.nomination where achievement = 'Sản xuất rất giỏi'"),
	    1);
	page_get(f, last_import(f, ""));
	page_submit(f, last_import(f, "/hoan-tac"), NULL);
	page_expect_status(f, 303);
	assert_string_equal(
	    page_sql_text(f,
		"select string_agg(ordinal || name || workplace || achievement, ';' order by ordinal) from office.nomination"),
	    before);
	free((void *)(uintptr_t)before);
}

static void
test_two_previews_of_one_sheet_become_one_list(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	const char *first;
	char address[128];

	send_text(f, HEADER GOOD);
	first = last_import(f, "");
	(void)snprintf(address, sizeof(address), "%s", first);
	send_text(f, HEADER GOOD);
	confirm(f);
	page_expect_status(f, 303);
	page_get(f, address);
	(void)strncat(address, "/xac-nhan", sizeof(address) - strlen(address) - 1);
	page_submit(f, address, NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "Đã có ở số 1 của danh sách");
	assert_int_equal(cases(f), 1);
	/* Who names what was seen is told that it changed. */
	page_submit(f, address, "thay", "0123456789abcdef", NULL);
	page_expect_status(f, 303);
	assert_non_null(strstr(f->location, "da-doi-xem-lai"));
	assert_int_equal(cases(f), 1);
}

static void
test_rows_missing_in_a_returned_workbook_are_deleted_only_when_asked(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	const char *keys[2];
	char *seal, *rows;
	int64_t an, binh;

	send_text(f, HEADER GOOD "2,Lê Bình,Nam,,,,Lao động tiên tiến,x\n");
	confirm(f);
	an = page_sql_i64(f, "select id from office.nomination where ordinal = 1");
	binh = page_sql_i64(f, "select id from office.nomination where ordinal = 2");
	keys[0] = row_key_format(f->arena, f->app.secret, (struct dossier_id){ dossier },
	    (struct sheet_row_key){ { an }, 1 });
	keys[1] = row_key_format(f->arena, f->app.secret, (struct dossier_id){ dossier },
	    (struct sheet_row_key){ { binh }, 1 });
	seal = strdup(arena_printf(f->arena,
	    "{\"dossier\":%" PRId64 ",\"checksum\":\"%s\",\"keys\":[\"%s\",\"%s\"]}", dossier,
	    sheet_checksum(f->arena, f->app.secret, (struct dossier_id){ dossier }, keys, 2),
	    keys[0], keys[1]));
	rows = strdup(arena_printf(f->arena,
	    "[[\"Mã dòng\",\"Họ và tên\",\"Danh hiệu\"],[\"%s\",\"Lê Bình\",\"Lao động tiên tiến\"]]",
	    keys[1]));
	for (int round = 0; round < 2; round++) {
		page_get(f, at(f, "/nhap"));
		page_submit(f, at(f, "/nhap"), "file_name", "x.xlsx", "source", "xlsx", "seal",
		    seal, NULL);
		page_expect_status(f, 201);
		page_get(f, at(f, "/nhap"));
		page_submit(f, last_import(f, "/phan"), "from_row", "1", "rows", rows, NULL);
		page_expect_status(f, 200);
		page_get(f, at(f, "/nhap"));
		page_submit(f, last_import(f, "/doc"), NULL);
		page_get(f, last_import(f, "/tien-do"));
		page_expect_text(f, "\"seal\":\"good\"");
		page_expect_text(f, "\"removed\":1");
		page_get(f, last_import(f, ""));
		page_expect_text(f, "không có trong tệp");
		if (round == 0) {
			page_submit(f, last_import(f, "/xac-nhan"), NULL);
			page_expect_status(
			    f, 422); /* nothing to do unless deleting is asked for */
			assert_int_equal(cases(f), 2);
		} else {
			page_submit(f, last_import(f, "/xac-nhan"), "xoa", "1", NULL);
			page_expect_status(f, 303);
		}
	}
	free(seal);
	free(rows);
	assert_int_equal(cases(f), 1);
	page_get(f, last_import(f, ""));
	page_submit(f, last_import(f, "/hoan-tac"), NULL);
	page_expect_status(f, 303);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.nomination where id = %" PRId64 " and ordinal = 1",
		an),
	    1);
	assert_int_equal(cases(f), 2);
}

static void
test_a_long_file_name_is_cut_and_keeps_its_ending(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	char name[420];

	memset(name, 'a', sizeof(name));
	memcpy(name + 400, ".csv", 5);
	page_get(f, at(f, "/nhap"));
	page_upload(f, at(f, "/nhap"), "file", name, "text/csv", HEADER GOOD,
	    strlen(HEADER GOOD), NULL);
	page_expect_status(f, 303);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.import where file_name like '%%.csv' and char_length(file_name) <= 255"),
	    1);
}

static void
test_identity_numbers_never_stay_in_the_cells(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	send_text(f,
	    "Họ và tên,Số định danh,Danh hiệu\nTrần Văn An,091080001234,Lao động tiên tiến\n");
	page_expect_status(f, 303);
	assert_int_equal(
	    page_sql_i64(
		f, "select count(*) from office.import_row where raw::text like '%%09108%%'"),
	    0);
	page_follow(f);
	page_get(f, last_import(f, "/dong/2"));
	page_expect_text(f, "1234");
	page_expect_no_text(f, "091080001234");
	confirm(f);
	page_expect_status(f, 303);
	assert_int_equal(cases(f), 1);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.nomination_identity i join office.nomination n on n.id = i.nomination_id where n.name = 'Trần Văn An'"),
	    1);
}

/* Digits no number, id or hash of a test holds by chance; without the zero a spreadsheet may lose. */
#define DIGITS "91080001234"
#define AWARD  "Lao động tiên tiến"

static void
begin_pieces(struct page_fixture *f, const char *source)
{
	page_get(f, at(f, "/nhap"));
	page_submit(
	    f, at(f, "/nhap"), "file_name", "DS 0" DIGITS ".xlsx", "source", source, NULL);
	page_expect_status(f, 201);
	page_expect_nowhere(f, DIGITS);
}

static void
send_piece(struct page_fixture *f, const char *rows)
{
	page_get(f, at(f, "/nhap"));
	page_submit(f, last_import(f, "/phan"), "from_row", "1", "rows", rows, NULL);
	page_expect_status(f, 200);
	page_expect_nowhere(f, DIGITS);
}

static void
step(struct page_fixture *f, const char *rest)
{
	page_get(f, at(f, "/nhap"));
	page_submit(f, last_import(f, rest), NULL);
	page_expect_status(f, 303);
	page_expect_nowhere(f, DIGITS);
}

static int64_t
sealed(struct page_fixture *f)
{
	return page_sql_i64(f, "select count(*) from office.import_identity");
}

static const char *
who_has_numbers(struct page_fixture *f)
{
	return page_sql_text(f,
	    "select string_agg(n.name, ',' order by n.ordinal) from office.nomination_identity i join office.nomination n on n.id = i.nomination_id");
}

static void
test_a_number_stands_nowhere_from_the_first_piece_to_the_end(void **state)
{
	static const char *const sources[] = { "csv", "xlsx", "paste" };

	for (size_t i = 0; i < 3; i++) {
		struct page_fixture *f = begin(state, "soanthao.rachgia");

		begin_pieces(f, sources[i]);
		send_piece(f,
		    "[[\"Họ và tên\",\"Số định danh\",\"Danh hiệu\"],"
		    "[\"Trần Văn An\",\"0" DIGITS "\",\"" AWARD "\"],"
		    "[\"Trần Văn Ba\",\"091 080\u00a0001.234\",\"" AWARD "\"],"
		    "[\"Trần Văn Tư\",\"CCCD: 091-080-001-234\",\"" AWARD "\"],"
		    "[\"Trần Văn Sáu\"," DIGITS ",\"" AWARD "\"],"
		    "[\"Trần Văn Bảy\",{\"f\":\"\\\"0" DIGITS "\\\"\",\"v\":\"0" DIGITS
		    "\"},\"" AWARD "\"],"
		    "[\"Trần Văn Tám\",\"0" DIGITS "5\",\"" AWARD "\"],"
		    "[\"Trần Văn Chín 0" DIGITS "\",null,\"" AWARD "\"]]");
		assert_int_equal(sealed(f), 4);
		step(f, "/doc");
		page_get(f, last_import(f, "?lop=new"));
		page_expect_text(f, "Đếm lại các chữ số đã ghi");
		page_get(f, last_import(f, "?lop=problem"));
		page_expect_text(f, "đã được che. Sửa lại ô này trước khi nhập");
		page_submit(
		    f, last_import(f, "/dong/8"), "viec", "sua", "name", "Trần Văn Chín", NULL);
		page_expect_status(f, 303);
		page_get(f, last_import(f, "/dong/2"));
		page_expect_text(f, "•••• •••• 1234");
		page_expect_no_text(f, DIGITS);
		step(f, "/xac-nhan");
		assert_string_equal(who_has_numbers(f), "Trần Văn An,Trần Văn Ba,Trần Văn Tư");
		assert_int_equal(sealed(f), 0);
		step(f, "/hoan-tac");
	}
}

static void
test_a_column_recognised_late_gives_its_numbers_and_had_none_in_clear(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	send_text(f,
	    "Họ và tên,Mã số cá nhân,Danh hiệu,Điện thoại\nTrần Văn An,0" DIGITS "," AWARD
	    ",370123456\n");
	page_expect_status(f, 303);
	page_expect_nowhere(f, DIGITS);
	page_expect_nowhere(f, "370123456");
	page_follow(f);
	page_expect_text(f, "Cột “Mã số cá nhân” có số giống số định danh");
	/* First the wrong column, then the right one: nothing is lost on the way. */
	page_submit(f, last_import(f, "/anh-xa"), "header_row", "1", "c0", "name", "c1", "",
	    "c2", "award", "c3", "id_number", NULL);
	page_expect_status(f, 303);
	page_get(f, last_import(f, ""));
	page_submit(f, last_import(f, "/anh-xa"), "header_row", "1", "c0", "name", "c1",
	    "id_number", "c2", "award", "c3", "", NULL);
	page_expect_status(f, 303);
	page_expect_nowhere(f, DIGITS);
	step(f, "/xac-nhan");
	assert_string_equal(who_has_numbers(f), "Trần Văn An");
	page_get(f,
	    arena_printf(f->arena, "/ho-so/%" PRId64 "/de-nghi/%" PRId64, dossier,
		page_sql_i64(f, "select max(id) from office.nomination")));
	page_expect_text(f, "1234");
}

static void
test_numbers_of_a_column_nobody_chose_are_forgotten(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	send_text(f, "Họ và tên,Mã số,Danh hiệu\nTrần Văn An,0" DIGITS "," AWARD "\n");
	page_expect_status(f, 303);
	assert_int_equal(sealed(f), 1);
	step(f, "/xac-nhan");
	assert_int_equal(cases(f), 1);
	assert_int_equal(sealed(f), 0);
	assert_null(strstr(who_has_numbers(f), "Trần"));
	/* Given up, they go as well. */
	send_text(f, "Họ và tên,Mã số,Danh hiệu\nTrần Văn Ba,0" DIGITS "," AWARD "\n");
	assert_int_equal(sealed(f), 1);
	step(f, "/bo");
	assert_int_equal(sealed(f), 0);
}

static void
test_a_number_typed_while_fixing_a_row_is_masked(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	send_text(f, "Họ và tên,Danh hiệu\nTrần Văn An," AWARD "\n");
	page_follow(f);
	page_submit(f, last_import(f, "/dong/2"), "viec", "sua", "name", "Trần Văn An 0" DIGITS,
	    "achievement", "Căn cước số 091 080 001 234, ấp 3", NULL);
	page_expect_status(f, 303);
	page_expect_nowhere(f, DIGITS);
	page_get(f, last_import(f, "?lop=problem"));
	page_expect_text(f, "đã được che. Sửa lại ô này trước khi nhập");
	page_expect_text(f, "Số đã được che và không vào danh sách");
	page_submit(f, last_import(f, "/danh-hieu"), "t0", "LĐTT 0" DIGITS, "k0", "person",
	    "a0", "1", NULL);
	page_expect_status(f, 303);
	page_expect_nowhere(f, DIGITS);
}

static void
test_without_keys_numbers_are_left_out_and_still_masked(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	const struct identity_keys *keys = f->app.identity;

	f->app.identity = NULL;
	send_text(f, "Họ và tên,Số định danh,Danh hiệu\nTrần Văn An,0" DIGITS "," AWARD "\n");
	f->app.identity = keys;
	page_expect_status(f, 303);
	page_expect_nowhere(f, DIGITS);
	assert_int_equal(sealed(f), 0);
}

static void
test_a_sheet_never_sent_to_its_end_is_dropped_after_a_day(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	begin_pieces(f, "xlsx");
	send_piece(f, "[[\"Họ và tên\",\"Mã số\"],[\"Trần Văn An\",\"0" DIGITS "\"]]");
	page_get(f, last_import(f, ""));
	page_expect_text(f, "tự được bỏ sau");
	page_sql(f, "update office.import set created_at = now() - interval '23 hours'");
	assert_int_equal(page_sql_i64(f, "select office.import_drop_abandoned()"), 0);
	page_sql(f,
	    "update office.import set created_at = now() - interval '25 hours' where state = 'loading'");
	assert_int_equal(page_sql_i64(f, "select office.import_drop_abandoned()"), 1);
	assert_string_equal(
	    page_sql_text(f, "select state from office.import order by id desc"), "dropped");
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.import_row where import_id = (select max(id) from office.import)"),
	    0);
	assert_int_equal(sealed(f), 0);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.audit_log where action = 'import.abandoned' and account_id is null"),
	    1);
	page_get(f, at(f, "/nhap"));
	page_submit(f, last_import(f, "/phan"), "from_row", "1", "rows", "[[\"x\"]]", NULL);
	page_expect_status(f, 409);
}

static void
test_pieces_are_for_writers_and_well_formed(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	page_get(f, at(f, "/nhap"));
	page_submit(f, at(f, "/nhap"), "file_name", "x.xlsx", "source", "xlsx", NULL);
	page_expect_status(f, 201);
	page_get(f, at(f, "/nhap"));
	page_submit(f, last_import(f, "/phan"), "from_row", "1", "rows", "[[[1]]]", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "\"error\"");
	page_get(f, at(f, "/nhap"));
	page_submit(f, last_import(f, "/xac-nhan"), NULL);
	page_expect_status(f, 409);
	page_sign_in(f, "soanthao.longxuyen");
	page_get(f, "/ho-so/moi");
	page_submit(f, last_import(f, "/phan"), "from_row", "1", "rows", "[]", NULL);
	page_expect_status(f, 404);
	page_get(f, last_import(f, "/tien-do"));
	page_expect_status(f, 404);
	page_get(f, last_import(f, "/dong/1"));
	page_expect_status(f, 404);
	page_sign_in(f, "thamdinh");
	page_post(f, last_import(f, "/phan"), NULL);
	page_expect_status(f, 403);
}

#define TABLE "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define OTHER "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"

static void
announce(struct page_fixture *f, const char *digest)
{
	page_get(f, at(f, "/nhap"));
	page_submit(f, at(f, "/nhap"), "file_name", "x.xlsx", "source", "xlsx", "total_rows",
	    "10", "digest", digest, NULL);
}

static int64_t
imports(struct page_fixture *f, const char *state)
{
	return page_sql_i64(f, "select count(*) from office.import where state = '%s'", state);
}

static void
test_a_cut_transfer_is_shown_and_goes_on(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	page_get(f, at(f, "/nhap"));
	page_expect_no_text(f, "Lần nhập dở");
	announce(f, "0123");
	page_expect_status(f, 422);
	announce(f, TABLE);
	page_expect_status(f, 201);
	page_expect_text(f, "\"last_row\":0");
	page_get(f, at(f, "/nhap"));
	page_submit(
	    f, last_import(f, "/phan"), "from_row", "1", "rows", "[[\"a\"],[],[\"b\"]]", NULL);
	page_expect_status(f, 200);
	page_get(f, at(f, "/nhap"));
	page_expect_text(f, "Lần nhập dở: x.xlsx, đã nhận 3 / 10 dòng");
	page_expect_text(f, "Chọn lại đúng tệp này");
	announce(f, TABLE);
	page_expect_status(f, 201);
	page_expect_text(f, "\"last_row\":3");
	assert_int_equal(imports(f, "loading"), 1);
	assert_int_equal(
	    page_sql_i64(
		f, "select count(*) from office.audit_log where action = 'import.resume'"),
	    1);
	/* What is kept of the announcement says nothing without this office's secret. */
	assert_int_equal(
	    page_sql_i64(f, "select count(*) from office.import where table_mac = '" TABLE "'"),
	    0);
	announce(f, OTHER);
	page_expect_text(f, "\"last_row\":0");
	assert_int_equal(imports(f, "loading"), 2);
}

static void
test_a_cut_transfer_is_its_senders_until_dropped(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	announce(f, TABLE);
	page_get(f, at(f, "/nhap"));
	page_submit(f, last_import(f, "/phan"), "from_row", "1", "rows", "[[\"a\"]]", NULL);
	page_sign_in(f, "lanhdao.rachgia");
	page_get(f, at(f, "/nhap"));
	page_expect_text(f, "Lần nhập dở: x.xlsx, đã nhận 1 / 10 dòng");
	page_expect_no_text(f, "Chọn lại đúng tệp này");
	announce(f, TABLE);
	page_expect_text(f, "\"last_row\":0");
	assert_int_equal(imports(f, "loading"), 2);
	page_sign_in(f, "soanthao.rachgia");
	page_get(f, at(f, "/nhap"));
	page_submit(f,
	    arena_printf(f->arena, "/ho-so/%" PRId64 "/nhap/%" PRId64 "/bo", dossier,
		page_sql_i64(f, "select min(id) from office.import")),
	    NULL);
	page_expect_status(f, 303);
	page_get(f, at(f, "/nhap"));
	page_expect_no_text(f, "Chọn lại đúng tệp này");
	announce(f, TABLE);
	page_expect_text(f, "\"last_row\":0");
	assert_int_equal(imports(f, "loading"), 2);
	assert_int_equal(imports(f, "dropped"), 1);
}

static void
test_more_than_twenty_megabytes_are_refused(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	size_t n = 20971521;
	char *text = malloc(n);

	assert_non_null(text);
	memset(text, 'x', n);
	send(f, text, n);
	free(text);
	page_expect_status(f, 422);
	page_expect_text(f, "20 MB");
}

static void
test_unit_keeps_so_many_sheets_open_and_no_more(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	page_sql(f,
	    "insert into office.import (dossier_id, unit_id, file_name, created_by, state) select d.id, d.unit_id, 'a.csv', d.created_by, 'preview' "
	    "from office.dossier d, generate_series(1, 20) where d.id = %" PRId64,
	    dossier);
	page_get(f, arena_printf(f->arena, "/ho-so/%" PRId64 "/nhap", dossier));
	page_submit(f, arena_printf(f->arena, "/ho-so/%" PRId64 "/nhap", dossier), "source",
	    "paste", "file_name", "", "total_rows", "1", "seal", "", NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "20 bảng chưa xác nhận");
	page_sql(f,
	    "update office.import set state = 'dropped' where id = (select min(id) from office.import where dossier_id = %" PRId64
	    ")",
	    dossier);
	page_get(f, arena_printf(f->arena, "/ho-so/%" PRId64 "/nhap", dossier));
	page_submit(f, arena_printf(f->arena, "/ho-so/%" PRId64 "/nhap", dossier), "source",
	    "paste", "file_name", "", "total_rows", "1", "seal", "", NULL);
	page_expect_status(f, 201);
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
		PAGE_TEST(
		    test_rows_to_be_corrected_are_left_out_together_and_the_rest_comes_in),
		PAGE_TEST(test_a_sheet_that_waits_is_the_next_step_of_an_empty_dossier),
		PAGE_TEST(test_the_second_page_of_all_rows_is_of_all_rows),
		PAGE_TEST(test_same_sheet_twice_brings_nothing_new),
		PAGE_TEST(test_one_line_loaded_is_one_line_listed),
		PAGE_TEST(test_confirming_twice_imports_once),
		PAGE_TEST(test_undo_takes_out_the_whole_import_and_nothing_else),
		PAGE_TEST(test_filed_dossier_takes_no_sheet_and_undoes_none),
		PAGE_TEST(test_dropped_preview_cannot_be_confirmed),
		PAGE_TEST(test_unreadable_files_are_refused_with_a_reason),
		PAGE_TEST(test_a_sheet_without_headings_waits_for_its_columns),
		PAGE_TEST(test_the_office_workbook_is_fixed_in_place_and_imported),
		PAGE_TEST(test_an_import_that_says_n_loaded_shows_n),
		PAGE_TEST(test_changed_rows_show_both_texts_and_undo_gives_the_old_back),
		PAGE_TEST(test_two_previews_of_one_sheet_become_one_list),
		PAGE_TEST(test_rows_missing_in_a_returned_workbook_are_deleted_only_when_asked),
		PAGE_TEST(test_a_long_file_name_is_cut_and_keeps_its_ending),
		PAGE_TEST(test_identity_numbers_never_stay_in_the_cells),
		PAGE_TEST(test_a_number_stands_nowhere_from_the_first_piece_to_the_end),
		PAGE_TEST(
		    test_a_column_recognised_late_gives_its_numbers_and_had_none_in_clear),
		PAGE_TEST(test_numbers_of_a_column_nobody_chose_are_forgotten),
		PAGE_TEST(test_a_number_typed_while_fixing_a_row_is_masked),
		PAGE_TEST(test_without_keys_numbers_are_left_out_and_still_masked),
		PAGE_TEST(test_a_sheet_never_sent_to_its_end_is_dropped_after_a_day),
		PAGE_TEST(test_pieces_are_for_writers_and_well_formed),
		PAGE_TEST(test_a_cut_transfer_is_shown_and_goes_on),
		PAGE_TEST(test_a_cut_transfer_is_its_senders_until_dropped),
		PAGE_TEST(test_more_than_twenty_megabytes_are_refused),
		PAGE_TEST(test_unit_keeps_so_many_sheets_open_and_no_more),
		PAGE_TEST(test_import_is_for_writers_of_the_unit),
	};

	return cmocka_run_group_tests_name(
	    "dossier_import", tests, page_group_setup, page_group_teardown);
}
