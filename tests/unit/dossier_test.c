/* Rules of dossiers and the reading of sheets. */
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/buf.h"
#include "core/vietnamese.h"
#include "dossier/dossier_sheet.h"

static const struct date today = { 2026, 11, 23 };

/* --- checklist and window ---------------------------------------------------------------------------- */

static struct dossier_facts
complete(void)
{
	return (struct dossier_facts){ .state = DOSSIER_STATE_DRAFT,
		.letter_no = "12/TTr-UBND",
		.letter_date = { 2026, 11, 5 },
		.nominations = 62,
		.fileable = 62,
		.attachments = 1 };
}

static void
test_complete_dossier_lacks_nothing(void **state)
{
	struct dossier_facts f = complete();
	struct dossier_check c[DOSSIER_LACK_COUNT];

	(void)state;
	assert_int_equal(dossier_missing(&f, c), 0);
}

static void
test_empty_dossier_lacks_everything(void **state)
{
	struct dossier_facts f = { .letter_no = "" };
	struct dossier_check c[DOSSIER_LACK_COUNT];

	(void)state;
	assert_int_equal(dossier_missing(&f, c), DOSSIER_LACK_COUNT);
}

static void
test_missing_achievements_are_counted(void **state)
{
	struct dossier_facts f = complete();
	struct dossier_check c[DOSSIER_LACK_COUNT];

	(void)state;
	f.without_achievement = 3;
	assert_int_equal(dossier_missing(&f, c), 1);
	assert_false(c[DOSSIER_LACK_ACHIEVEMENTS].done);
	assert_int_equal(c[DOSSIER_LACK_ACHIEVEMENTS].count, 3);
}

static void
test_expired_award_is_missing(void **state)
{
	struct dossier_facts f = complete();
	struct dossier_check c[DOSSIER_LACK_COUNT];

	(void)state;
	f.awards_expired = 1;
	assert_int_equal(dossier_missing(&f, c), 1);
	assert_false(c[DOSSIER_LACK_AWARDS].done);
}

static void
test_closing_time_itself_is_too_late(void **state)
{
	struct timestamp opens = { 100 }, closes = { 200 };

	(void)state;
	assert_int_equal(
	    dossier_window_at(DOSSIER_STATE_DRAFT, opens, closes, (struct timestamp){ 99 }),
	    DOSSIER_WINDOW_NOT_YET);
	assert_int_equal(
	    dossier_window_at(DOSSIER_STATE_DRAFT, opens, closes, (struct timestamp){ 100 }),
	    DOSSIER_WINDOW_OPEN);
	assert_int_equal(
	    dossier_window_at(DOSSIER_STATE_DRAFT, opens, closes, (struct timestamp){ 199 }),
	    DOSSIER_WINDOW_OPEN);
	assert_int_equal(
	    dossier_window_at(DOSSIER_STATE_DRAFT, opens, closes, (struct timestamp){ 200 }),
	    DOSSIER_WINDOW_CLOSED);
}

static void
test_returned_dossier_may_be_filed_after_closing(void **state)
{
	(void)state;
	assert_int_equal(dossier_window_at(DOSSIER_STATE_RETURNED, (struct timestamp){ 1 },
			     (struct timestamp){ 2 }, (struct timestamp){ 3 }),
	    DOSSIER_WINDOW_OPEN);
}

static void
test_only_returned_nominations_of_a_returned_dossier_are_editable(void **state)
{
	int editable = 0;

	(void)state;
	for (int d = 0; d < DOSSIER_STATE_COUNT; d++) {
		for (int n = 0; n < NOMINATION_STATE_COUNT; n++)
			editable += nomination_editable(
			    (enum dossier_state)d, (enum nomination_state)n);
	}
	assert_int_equal(editable, 2);
	assert_true(nomination_editable(DOSSIER_STATE_DRAFT, NOMINATION_STATE_DRAFT));
	assert_true(nomination_editable(DOSSIER_STATE_RETURNED, NOMINATION_STATE_RETURNED));
}

static void
test_receipt_number_carries_year_and_six_digits(void **state)
{
	assert_string_equal(receipt_no_format(*state, 2026, 123), "AG-2026-000123");
	assert_string_equal(receipt_no_format(*state, 2026, 1234567), "AG-2026-1234567");
}

/* --- dates of birth ------------------------------------------------------------------------------------- */

static void
expect_birth(struct arena *a, const char *typed, enum birth_fault fault, const char *shown)
{
	struct birth b;

	assert_int_equal(birth_parse(typed, today, &b), fault);
	assert_string_equal(birth_format(a, b), shown);
}

static void
test_birth_is_read_as_people_write_it(void **state)
{
	expect_birth(*state, "", BIRTH_OK, "");
	expect_birth(*state, "28/09/1969", BIRTH_OK, "28/09/1969");
	expect_birth(*state, "28-9-1969", BIRTH_OK, "28/09/1969");
	expect_birth(*state, "28.9.1969", BIRTH_OK, "28/09/1969");
	expect_birth(*state, "1969-09-28", BIRTH_OK, "28/09/1969");
	expect_birth(*state, "1969", BIRTH_OK, "1969");
	expect_birth(*state, "09/1969", BIRTH_OK, "1969");
	expect_birth(*state, "29/02/1988", BIRTH_OK, "29/02/1988");
}

static void
test_birth_that_cannot_be_is_refused(void **state)
{
	expect_birth(*state, "31/02/1985", BIRTH_NO_SUCH_DAY, "");
	expect_birth(*state, "29/02/1985", BIRTH_NO_SUCH_DAY, "");
	expect_birth(*state, "00/01/1985x", BIRTH_UNREADABLE, "");
	expect_birth(*state, "23/11/2026", BIRTH_FUTURE, "");
	expect_birth(*state, "2027", BIRTH_FUTURE, "");
	expect_birth(*state, "01/01/1899", BIRTH_TOO_EARLY, "");
	expect_birth(*state, "28/09/69", BIRTH_UNREADABLE, "");
	expect_birth(*state, "tháng 9", BIRTH_UNREADABLE, "");
	expect_birth(*state, "99999999999999999999", BIRTH_UNREADABLE, "");
}

static void
test_day_zero_does_not_become_a_year(void **state)
{
	expect_birth(*state, "00/01/1985", BIRTH_NO_SUCH_DAY, "");
	expect_birth(*state, "00/00/1985", BIRTH_NO_SUCH_DAY, "");
}

/* --- sheets --------------------------------------------------------------------------------------------------- */

static struct sheet_award *
awards(struct arena *a, size_t *n)
{
	static const struct {
		const char *name;
		int64_t id;
		enum award_recipient recipient;
		bool valid;
	} list[] = {
		{ "Lao động tiên tiến", 1, AWARD_RECIPIENT_INDIVIDUAL, true },
		{ "Chiến sĩ thi đua cơ sở", 2, AWARD_RECIPIENT_INDIVIDUAL, true },
		{ "Chiến sĩ thi đua cấp tỉnh", 3, AWARD_RECIPIENT_INDIVIDUAL, true },
		{ "Bằng khen của Chủ tịch UBND tỉnh", 4, AWARD_RECIPIENT_INDIVIDUAL, true },
		{ "Bằng khen của Chủ tịch UBND tỉnh", 5, AWARD_RECIPIENT_COLLECTIVE, true },
		{ "Bằng khen của Chủ tịch UBND tỉnh", 6, AWARD_RECIPIENT_HOUSEHOLD, true },
		{ "Tập thể lao động tiên tiến", 7, AWARD_RECIPIENT_COLLECTIVE, true },
		{ "Tập thể lao động xuất sắc", 8, AWARD_RECIPIENT_COLLECTIVE, true },
		{ "Gia đình văn hóa", 9, AWARD_RECIPIENT_HOUSEHOLD, true },
		{ "Danh hiệu cũ", 10, AWARD_RECIPIENT_INDIVIDUAL, false },
	};
	struct sheet_award *v = arena_array(a, 16, sizeof(*v));

	*n = sizeof(list) / sizeof(list[0]);
	for (size_t i = 0; i < *n; i++)
		v[i] = (struct sheet_award){ vn_fold(a, list[i].name), { list[i].id },
			list[i].recipient, list[i].valid };
	return v;
}

static enum sheet_fault
read_bytes(struct arena *a, const char *bytes, size_t len, struct sheet *s)
{
	size_t n;
	struct sheet_award *v = awards(a, &n);

	return sheet_read(a, bytes, len, v, n, today, s);
}

static struct sheet
read_text(struct arena *a, const char *text)
{
	struct sheet s;

	assert_int_equal(read_bytes(a, text, strlen(text), &s), SHEET_OK);
	return s;
}

static struct sheet
read_sample(struct arena *a, const char *name)
{
	struct buf b = { 0 };
	struct sheet s;
	char piece[4096];
	size_t n;
	FILE *f = fopen(name, "rb");

	assert_non_null(f);
	while ((n = fread(piece, 1, sizeof(piece), f)) > 0)
		buf_add(&b, piece, n);
	fclose(f);
	assert_int_equal(read_bytes(a, b.p, b.len, &s), SHEET_OK);
	buf_free(&b);
	sheet_find_doubles(a, &s, NULL, 0);
	return s;
}

static size_t
count_problems(const struct sheet *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++) {
		if (s->v[i].problems[0] != '\0')
			print_message("line %d: %s\n", s->v[i].row_no, s->v[i].problems);
		n += s->v[i].problems[0] != '\0' || s->v[i].duplicate;
	}
	return n;
}

static void
test_every_line_of_the_ward_sheet_is_understood(void **state)
{
	struct sheet s = read_sample(*state, "tests/data/nominations-ward.csv");
	size_t persons = 0, collectives = 0;

	assert_int_equal(s.n, 62);
	assert_int_equal(count_problems(&s), 0);
	for (size_t i = 0; i < s.n; i++) {
		persons += s.v[i].kind == NOMINEE_KIND_PERSON;
		collectives += s.v[i].kind == NOMINEE_KIND_COLLECTIVE;
	}
	assert_int_equal(persons, 50);
	assert_int_equal(collectives, 12);
	assert_string_equal(s.v[0].name, "Phan Minh Hoàng");
	assert_int_equal(s.v[0].row_no, 2);
	assert_int_equal(s.v[0].field, ACHIEVEMENT_FIELD_STUDY);
	assert_string_equal(s.v[61].name_folded[0] != '\0' ? "named" : "", "named");
}

static void
test_every_line_of_the_province_sheet_is_understood(void **state)
{
	struct sheet s = read_sample(*state, "tests/data/nominations-province-1049.csv");

	assert_int_equal(s.n, 1049);
	assert_int_equal(count_problems(&s), 0);
}

#define HEADER \
	"STT,Họ và tên/Tên tập thể,Giới tính,Ngày sinh,\"Chức vụ, nghề nghiệp\",Đơn vị công tác,\"Danh hiệu, hình thức đề nghị\",Tóm tắt thành tích\n"

static void
test_header_row_is_found_below_the_letterhead_and_is_no_person(void **state)
{
	struct sheet s = read_text(*state,
	    "ỦY BAN NHÂN DÂN,,,,,,,\n,,,,,,,\nDANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG,,,,,,,\n" HEADER
	    "(1),(2),(3),(4),(5),(6),(7),(8)\n1,Trần Văn An,Nam,01/02/1980,,,Lao động tiên tiến,Tốt\n");

	assert_int_equal(s.header_row, 4);
	assert_int_equal(s.n, 1);
	assert_string_equal(s.v[0].name, "Trần Văn An");
	assert_int_equal(s.v[0].row_no, 6);
}

static void
test_semicolons_tabs_and_old_line_ends_are_read(void **state)
{
	struct sheet s = read_text(*state,
	    "Họ và tên;Danh hiệu\r\nTrần Văn An;Lao động tiên tiến\r\n\r\nLê B;LĐTT\r\n");

	assert_int_equal(s.delimiter, ';');
	assert_int_equal(s.n, 2);
	assert_int_equal(s.v[1].row_no, 4);
	s = read_text(
	    *state, "\xef\xbb\xbfHọ và tên\tDanh hiệu\rTrần Văn An\tLao động tiên tiến\r");
	assert_int_equal(s.delimiter, '\t');
	assert_int_equal(s.n, 1);
	assert_string_equal(s.v[0].problems, "");
}

static void
test_last_line_without_line_end_is_read_and_none_after_it(void **state)
{
	struct sheet s =
	    read_text(*state, "Họ và tên,Danh hiệu\nTrần Văn An,Lao động tiên tiến");

	assert_int_equal(s.n, 1);
	assert_string_equal(s.v[0].name, "Trần Văn An");
}

static void
expect_problem(struct arena *a, const char *line, const char *part)
{
	struct sheet s = read_text(a, arena_printf(a, HEADER "%s\n", line));
	const char *text;

	assert_int_equal(s.n, 1);
	text = s.v[0].problems;
	if (strstr(text, part) == NULL)
		fail_msg("%s: problems are \"%s\", expected \"%s\"", line, text, part);
}

static void
test_formula_cells_are_refused(void **state)
{
	expect_problem(*state, "1,=HYPERLINK(1),Nam,,,,Lao động tiên tiến,x", "công thức");
	expect_problem(*state, "1,An,Nam,,+84900,,Lao động tiên tiến,x", "công thức");
	expect_problem(*state, "1,An,Nam,,@sum,,Lao động tiên tiến,x", "công thức");
	expect_problem(*state, "1,An,Nam,,-2+3,,Lao động tiên tiến,x", "công thức");
}

static void
test_list_dash_is_no_formula(void **state)
{
	struct sheet s = read_text(
	    *state, HEADER "1,An,Nam,,-,,Lao động tiên tiến,- Hoàn thành tốt nhiệm vụ\n");

	assert_string_equal(s.v[0].problems, "");
	assert_string_equal(s.v[0].position, "");
}

static void
test_problems_are_named(void **state)
{
	expect_problem(*state, "1,,Nam,,,,Lao động tiên tiến,x", "Không có họ tên");
	expect_problem(*state, "1,An,Nam,31/02/1985,,,Lao động tiên tiến,x", "không tồn tại");
	expect_problem(*state, "1,An,Ông,,,,Lao động tiên tiến,x", "Giới tính");
	expect_problem(*state, "1,An,Nam,,,,Huân chương Vô danh,x", "Không nhận ra");
	expect_problem(*state, "1,An,Nam,,,,,x", "Chưa ghi danh hiệu");
	expect_problem(*state, "1,An,Nam,,,,Danh hiệu cũ,x", "hết hiệu lực");
	expect_problem(
	    *state, "1,An,Nam,,,,Tập thể lao động tiên tiến,x", "không tặng cho cá nhân");
	expect_problem(
	    *state, "1,Trường THCS An Biên,,,,,Lao động tiên tiến,x", "không tặng cho tập thể");
}

static void
test_gender_is_never_guessed_from_a_title(void **state)
{
	struct sheet s =
	    read_text(*state, "Họ và tên,Danh hiệu\nÔng Trần Văn An,Lao động tiên tiến\n");

	assert_false(s.v[0].gender_known);
}

static void
test_script_in_a_name_is_only_text(void **state)
{
	struct sheet s = read_text(
	    *state, HEADER "1,<script>alert(1)</script>,Nam,,,,Lao động tiên tiến,x\n");

	assert_string_equal(s.v[0].name, "<script>alert(1)</script>");
	assert_string_equal(s.v[0].problems, "");
}

static void
test_kind_follows_words_not_surnames(void **state)
{
	static const struct {
		const char *name;
		enum nominee_kind kind;
		bool sure;
	} table[] = {
		{ "Hộ ông Danh Sóc", NOMINEE_KIND_HOUSEHOLD, true },
		{ "HỘ BÀ LÊ THỊ SÁU", NOMINEE_KIND_HOUSEHOLD, true },
		{ "Hồ Văn Ký", NOMINEE_KIND_PERSON, false },
		{ "Hội Nông dân xã An Biên", NOMINEE_KIND_COLLECTIVE, true },
		{ "Trường THCS Gò Quao", NOMINEE_KIND_COLLECTIVE, true },
		{ "Trương Văn Tám", NOMINEE_KIND_PERSON, false },
		{ "Tổ dân phố 3", NOMINEE_KIND_COLLECTIVE, true },
		{ "Tô Mỹ Đào", NOMINEE_KIND_PERSON, false },
		{ "Đoàn Thị Điểm", NOMINEE_KIND_PERSON, false },
		{ "Chi bộ khu phố 2", NOMINEE_KIND_COLLECTIVE, true },
		{ "CÔNG AN PHƯỜNG RẠCH GIÁ", NOMINEE_KIND_COLLECTIVE, true },
	};
	bool sure;

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		assert_int_equal(
		    sheet_kind_of_name(*state, table[i].name, &sure), table[i].kind);
		assert_int_equal(sure, table[i].sure);
	}
}

static void
test_decomposed_letters_are_the_same_name(void **state)
{
	struct sheet s = read_text(*state,
	    "Họ và tên,Danh hiệu\nHo\xcc\x80"
	    "a,Lao đô\xcc\xa3ng tiên tiê\xcc\x81n\n");

	assert_string_equal(s.v[0].name, "Hòa");
	assert_string_equal(s.v[0].problems, "");
}

static void
test_doubles_are_found_and_named_by_row(void **state)
{
	struct sheet s = read_text(*state,
	    HEADER "1,Trần Văn An,Nam,01/02/1980,,,Lao động tiên tiến,Một\n"
		   "2,TRẦN VĂN AN,Nam,1/2/1980,,,Lao động tiên tiến,Một\n"
		   "3,Trần Văn An,Nam,01/02/1980,,,Lao động tiên tiến,Hai\n"
		   "4,Trần Văn An,Nam,03/02/1980,,,Lao động tiên tiến,Một\n");

	sheet_find_doubles(*state, &s, NULL, 0);
	assert_false(s.v[0].duplicate);
	assert_true(s.v[1].duplicate);
	assert_non_null(strstr(s.v[1].warnings, "\t2"));
	assert_false(s.v[2].duplicate);
	assert_non_null(strstr(s.v[2].warnings, "khác thành tích"));
	assert_false(s.v[3].duplicate);
	assert_string_equal(s.v[3].warnings, "");
}

static void
test_what_the_dossier_holds_is_not_imported_again(void **state)
{
	struct sheet s =
	    read_text(*state, HEADER "1,Trần Văn An,Nam,01/02/1980,,,Lao động tiên tiến,Một\n");
	struct sheet_known known = { 7, NOMINEE_KIND_PERSON, "tran van an", { 1 },
		{ 1980, 2, 1 }, "Một" };

	sheet_find_doubles(*state, &s, &known, 1);
	assert_true(s.v[0].duplicate);
	assert_non_null(strstr(s.v[0].warnings, "\t7"));
}

static void
expect_fault(struct arena *a, const char *bytes, size_t n, enum sheet_fault fault)
{
	struct sheet s;

	assert_int_equal(read_bytes(a, bytes, n, &s), fault);
	assert_true(sheet_fault_words(fault)[0] != '\0');
}

#define FAULT(a, lit, fault) expect_fault((a), lit, sizeof(lit) - 1, (fault))

static void
test_unreadable_sheets_are_refused_with_a_reason(void **state)
{
	FAULT(*state, "", SHEET_EMPTY);
	FAULT(*state, "PK\x03\x04...", SHEET_WORKBOOK);
	FAULT(*state, "\xd0\xcf\x11\xe0\xa1\xb1", SHEET_WORKBOOK);
	FAULT(*state, "Họ và tên,Danh hiệu\nAn\xff,x\n", SHEET_NOT_UTF8);
	FAULT(*state, "Họ và tên,Danh hiệu\nAn\0,x\n", SHEET_NOT_UTF8);
	FAULT(*state, "a,b\nc,d\n", SHEET_NO_HEADER);
	FAULT(*state,
	    "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\nHọ và tên,Danh hiệu\nAn,Lao động tiên tiến\n",
	    SHEET_NO_HEADER);
	FAULT(*state, "Họ và tên,Chức vụ\nAn,x\n", SHEET_NO_AWARD_COLUMN);
	FAULT(*state, "Họ và tên,Danh hiệu\n\n", SHEET_NO_LINES);
	FAULT(*state, "Họ và tên,Danh hiệu,Họ tên\nAn,x,y\n", SHEET_COLUMN_TWICE);
	FAULT(*state, "Họ và tên,Danh hiệu\n\"An,x\ny,z\n", SHEET_OPEN_QUOTE);
}

static void
test_finding_is_a_sentence(void **state)
{
	assert_string_equal(
	    sheet_finding(*state, LANG_VI, "Giống hệt dòng %1; chỉ nhập một lần.\t8"),
	    "Giống hệt dòng 8; chỉ nhập một lần.");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ARENA_TEST(test_complete_dossier_lacks_nothing),
		ARENA_TEST(test_empty_dossier_lacks_everything),
		ARENA_TEST(test_missing_achievements_are_counted),
		ARENA_TEST(test_expired_award_is_missing),
		ARENA_TEST(test_closing_time_itself_is_too_late),
		ARENA_TEST(test_returned_dossier_may_be_filed_after_closing),
		ARENA_TEST(test_only_returned_nominations_of_a_returned_dossier_are_editable),
		ARENA_TEST(test_receipt_number_carries_year_and_six_digits),
		ARENA_TEST(test_birth_is_read_as_people_write_it),
		ARENA_TEST(test_birth_that_cannot_be_is_refused),
		ARENA_TEST(test_day_zero_does_not_become_a_year),
		ARENA_TEST(test_every_line_of_the_ward_sheet_is_understood),
		ARENA_TEST(test_every_line_of_the_province_sheet_is_understood),
		ARENA_TEST(test_header_row_is_found_below_the_letterhead_and_is_no_person),
		ARENA_TEST(test_semicolons_tabs_and_old_line_ends_are_read),
		ARENA_TEST(test_last_line_without_line_end_is_read_and_none_after_it),
		ARENA_TEST(test_formula_cells_are_refused),
		ARENA_TEST(test_list_dash_is_no_formula),
		ARENA_TEST(test_problems_are_named),
		ARENA_TEST(test_gender_is_never_guessed_from_a_title),
		ARENA_TEST(test_script_in_a_name_is_only_text),
		ARENA_TEST(test_kind_follows_words_not_surnames),
		ARENA_TEST(test_decomposed_letters_are_the_same_name),
		ARENA_TEST(test_doubles_are_found_and_named_by_row),
		ARENA_TEST(test_what_the_dossier_holds_is_not_imported_again),
		ARENA_TEST(test_unreadable_sheets_are_refused_with_a_reason),
		ARENA_TEST(test_finding_is_a_sentence),
	};

	return cmocka_run_group_tests_name("dossier", tests, NULL, NULL);
}
