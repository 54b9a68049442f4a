/* Reading sheets: headings, what rows are, what awards mean, what is there already, keys of workbooks. */
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/buf.h"
#include "core/vietnamese.h"
#include "dossier/dossier_sheet.h"

static const struct date today = { 2026, 11, 23 };
static const unsigned char secret[SHEET_SECRET] = { 1, 2, 3 };

static struct sheet_award *
awards(struct arena *a, size_t *n)
{
	static const struct {
		const char *name;
		int64_t id;
		enum award_recipient recipient;
		bool valid, loose;
	} list[] = {
		{ "Lao động tiên tiến", 1, AWARD_RECIPIENT_INDIVIDUAL, true, false },
		{ "LĐTT", 1, AWARD_RECIPIENT_INDIVIDUAL, true, true },
		{ "Chiến sĩ thi đua cơ sở", 2, AWARD_RECIPIENT_INDIVIDUAL, true, false },
		{ "CSTĐCS", 2, AWARD_RECIPIENT_INDIVIDUAL, true, true },
		{ "Chiến sĩ thi đua cấp tỉnh", 3, AWARD_RECIPIENT_INDIVIDUAL, true, false },
		{ "Bằng khen của Chủ tịch UBND tỉnh", 4, AWARD_RECIPIENT_INDIVIDUAL, true,
		    false },
		{ "Bằng khen của Chủ tịch UBND tỉnh", 5, AWARD_RECIPIENT_COLLECTIVE, true,
		    false },
		{ "Bằng khen của Chủ tịch UBND tỉnh", 6, AWARD_RECIPIENT_HOUSEHOLD, true,
		    false },
		{ "Bằng khen UBND tỉnh", 4, AWARD_RECIPIENT_INDIVIDUAL, true, true },
		{ "Tập thể lao động tiên tiến", 7, AWARD_RECIPIENT_COLLECTIVE, true, false },
		{ "Tập thể lao động xuất sắc", 8, AWARD_RECIPIENT_COLLECTIVE, true, false },
		{ "Gia đình văn hóa", 9, AWARD_RECIPIENT_HOUSEHOLD, true, false },
		{ "Danh hiệu cũ", 10, AWARD_RECIPIENT_INDIVIDUAL, false, false },
		{ "Huy chương Hữu nghị", 11, AWARD_RECIPIENT_INDIVIDUAL, true, false },
	};
	struct sheet_award *v = arena_array(a, 16, sizeof(*v));

	*n = sizeof(list) / sizeof(list[0]);
	for (size_t i = 0; i < *n; i++) {
		size_t first = 0;

		/* A loose name is shown as the award it stands for. */
		while (list[first].id != list[i].id)
			first++;
		v[i] = (struct sheet_award){ vn_fold(a, list[i].name), list[first].name,
			{ list[i].id }, list[i].recipient, list[i].valid, list[i].loose };
	}
	return v;
}

static struct sheet_source
source_of(struct arena *a, const struct sheet_rows *rows)
{
	struct sheet_source in = {
		.rows = *rows, .today = today, .secret = secret, .dossier_id = { 7 }
	};

	in.awards = awards(a, &in.nawards);
	return in;
}

static struct sheet
understand(struct arena *a, const struct sheet_rows *rows)
{
	struct sheet_source in = source_of(a, rows);
	struct sheet s;

	sheet_analyse(a, &in, &s);
	return s;
}

static struct sheet
read_text(struct arena *a, const char *text)
{
	struct sheet_rows rows;
	const char *detail;

	assert_int_equal(sheet_read_csv(a, text, strlen(text), &rows, &detail), SHEET_OK);
	return understand(a, &rows);
}

static char *
file_text(struct arena *a, const char *name, size_t *n)
{
	struct buf b = { 0 };
	char piece[4096], *text;
	size_t got;
	FILE *f = fopen(name, "rb");

	assert_non_null(f);
	while ((got = fread(piece, 1, sizeof(piece), f)) > 0)
		buf_add(&b, piece, got);
	fclose(f);
	text = arena_strndup(a, b.p, b.len);
	*n = b.len;
	buf_free(&b);
	return text;
}

static struct sheet
read_sample(struct arena *a, const char *name)
{
	size_t n;
	char *text = file_text(a, name, &n);

	return read_text(a, text);
}

static struct sheet_rows
office_rows(struct arena *a)
{
	struct sheet_rows rows;
	const char *detail;
	size_t n;
	char *json = file_text(a, "tests/data/nominations-office.json", &n);

	assert_int_equal(sheet_read_chunk(a, json, n, 1, &rows, &detail), SHEET_OK);
	return rows;
}

/* The line of a row; fails when there is none. */
static const struct sheet_line *
line(const struct sheet *s, int32_t row_no)
{
	for (size_t i = 0; i < s->n; i++) {
		if (s->v[i].row_no == row_no)
			return &s->v[i];
	}
	print_message("no row %d\n", row_no);
	abort();
}

static const char *
rows_of(struct arena *a, const struct sheet *s, enum import_class class)
{
	const char *out = "";

	for (size_t i = 0; i < s->n; i++) {
		if (s->v[i].class == class)
			out = arena_printf(
			    a, "%s%s%d", out, out[0] != '\0' ? " " : "", s->v[i].row_no);
	}
	return out;
}

/* --- the office workbook -------------------------------------------------------------------------------- */

static void
test_office_workbook_has_exactly_the_right_rows_in_each_class(void **state)
{
	struct sheet_rows rows = office_rows(*state);
	struct sheet s = understand(*state, &rows);

	assert_int_equal(s.map.header_row, 6);
	assert_string_equal(sheet_map_format(*state, &s.map),
	    "ordinal,name,gender,born,position,workplace,award,achievement");
	assert_string_equal(
	    rows_of(*state, &s, IMPORT_CLASS_IGNORED), "1 2 3 4 6 7 18 53 55 56");
	assert_string_equal(rows_of(*state, &s, IMPORT_CLASS_PROBLEM), "25 27 28 29 31 33 35");
	assert_string_equal(rows_of(*state, &s, IMPORT_CLASS_DUPLICATE), "50 51");
	assert_int_equal(s.counts[IMPORT_CLASS_NEW], 33);
	assert_int_equal(s.n, 52);
}

static void
test_office_workbook_is_complete_once_answered_and_fixed(void **state)
{
	struct sheet_rows rows = office_rows(*state);
	struct sheet_source in = source_of(*state, &rows);
	struct sheet_answer answers[] = {
		{ "cstdcs", NOMINEE_KIND_PERSON, { 2 } },
		{ "bang khen ubnd tinh", NOMINEE_KIND_PERSON, { 4 } },
		{ "huy chuong vang", NOMINEE_KIND_PERSON, { 1 } },
	};
	struct sheet s;

	in.answers = answers;
	in.nanswers = 3;
	for (size_t i = 0; i < rows.n; i++) {
		struct sheet_row *r = &rows.v[i];

		if (r->row_no == 25)
			r->fix[SHEET_BORN] = "28/02/1985";
		else if (r->row_no == 31)
			r->fix[SHEET_NAME] = "Trần Văn Tám";
		else if (r->row_no == 33)
			r->fix[SHEET_NAME] = "Huỳnh Công Dũng";
		else if (r->row_no == 35)
			r->fix[SHEET_ACHIEVEMENT] = "Ngắn gọn";
	}
	sheet_analyse(*state, &in, &s);
	assert_string_equal(rows_of(*state, &s, IMPORT_CLASS_PROBLEM), "");
	assert_int_equal(s.counts[IMPORT_CLASS_NEW], 40); /* "9 tập thể, 31 cá nhân" */
	assert_int_equal(line(&s, 27)->award_type_id.v, 2);
}

static void
expect_finding(const char *findings, const char *part)
{
	if (strstr(findings, part) == NULL)
		fail_msg("findings are \"%s\", expected \"%s\"", findings, part);
}

static void
test_every_slip_of_the_office_workbook_is_named(void **state)
{
	struct sheet_rows rows = office_rows(*state);
	struct sheet s = understand(*state, &rows);

	assert_string_equal(
	    line(&s, 21)->name, "Dương Trung Thành"); /* decomposed in the file */
	assert_string_equal(line(&s, 23)->name, "Lý Thị Trúc"); /* no-break spaces */
	assert_int_equal(line(&s, 24)->birth.on.year, 1979); /* a real date */
	assert_int_equal(line(&s, 24)->birth.on.month, 3);
	expect_finding(line(&s, 25)->problems, "không tồn tại");
	assert_int_equal(line(&s, 26)->birth.year, 1988);
	assert_int_equal(line(&s, 26)->birth.on.year, 0);
	expect_finding(line(&s, 26)->notes, "Chỉ có năm sinh");
	expect_finding(line(&s, 27)->problems, "Chiến sĩ thi đua cơ sở");
	assert_true(line(&s, 27)->award_pending);
	assert_true(line(&s, 28)->award_pending);
	expect_finding(line(&s, 29)->problems, "Huy chương Hữu nghị");
	assert_true(line(&s, 30)->gender_known && line(&s, 30)->gender == GENDER_FEMALE);
	expect_finding(line(&s, 30)->notes, "được hiểu là Nữ");
	expect_finding(line(&s, 31)->problems, "Chưa có họ tên");
	assert_string_equal(line(&s, 32)->name, "Phạm Thúy Tuyết");
	expect_finding(line(&s, 32)->notes, "PHẠM THÚY TUYẾT");
	expect_finding(line(&s, 33)->problems, "công thức");
	expect_finding(line(&s, 34)->notes, "giữ nguyên như chữ");
	assert_memory_equal(line(&s, 34)->achievement, "<script>alert(1)</script>", 25);
	expect_finding(line(&s, 35)->problems, "rút ngắn");
	assert_true(strlen(line(&s, 35)->achievement) > 9000); /* kept whole */
	assert_int_equal(line(&s, 8)->kind, NOMINEE_KIND_COLLECTIVE);
	assert_int_equal(line(&s, 19)->kind, NOMINEE_KIND_PERSON);
}

static void
test_the_office_workbook_read_again_is_all_there_already(void **state)
{
	struct sheet_rows rows = office_rows(*state);
	struct sheet first = understand(*state, &rows), again;
	struct sheet_source in = source_of(*state, &rows);
	struct sheet_known *known = arena_array(*state, first.n, sizeof(*known));

	for (size_t i = 0; i < first.n; i++) {
		const struct sheet_line *l = &first.v[i];

		if (l->class != IMPORT_CLASS_NEW)
			continue;
		known[in.nknown] =
		    (struct sheet_known){ { (int64_t)in.nknown + 1 }, 1, (int32_t)in.nknown + 1,
			    l->kind, l->name, l->position, l->workplace, l->achievement,
			    l->gender, l->gender_known, l->birth, l->award_type_id, l->field };
		in.nknown++;
	}
	in.known = known;
	sheet_analyse(*state, &in, &again);
	assert_int_equal(again.counts[IMPORT_CLASS_NEW], 0);
	assert_int_equal(again.counts[IMPORT_CLASS_CHANGED], 0);
	assert_int_equal(again.counts[IMPORT_CLASS_SAME], 33);
}

/* --- CSV ------------------------------------------------------------------------------------------------- */

static void
test_every_line_of_the_ward_sheet_is_understood(void **state)
{
	struct sheet s = read_sample(*state, "tests/data/nominations-ward.csv");
	size_t persons = 0, collectives = 0;

	assert_int_equal(s.counts[IMPORT_CLASS_NEW], 62);
	assert_int_equal(s.n, 63);
	for (size_t i = 1; i < s.n; i++) {
		persons += s.v[i].kind == NOMINEE_KIND_PERSON;
		collectives += s.v[i].kind == NOMINEE_KIND_COLLECTIVE;
	}
	assert_int_equal(persons, 50);
	assert_int_equal(collectives, 12);
	assert_string_equal(line(&s, 2)->name, "Phan Minh Hoàng");
	assert_int_equal(line(&s, 2)->field, ACHIEVEMENT_FIELD_STUDY);
}

static void
test_every_line_of_the_province_sheet_is_understood(void **state)
{
	struct sheet s = read_sample(*state, "tests/data/nominations-province-1049.csv");

	assert_int_equal(s.counts[IMPORT_CLASS_NEW], 1049);
}

#define HEADER \
	"STT,Họ và tên/Tên tập thể,Giới tính,Ngày sinh,\"Chức vụ, nghề nghiệp\",Đơn vị công tác,\"Danh hiệu, hình thức đề nghị\",Tóm tắt thành tích\n"

static void
test_the_header_row_never_becomes_a_person(void **state)
{
	struct sheet s = read_text(*state,
	    "ỦY BAN NHÂN DÂN,,,,,,,\n,,,,,,,\nDANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG,,,,,,,\n" HEADER
	    "(1),(2),(3),(4),(5),(6),(7),(8)\n1,Trần Văn An,Nam,01/02/1980,,,Lao động tiên tiến,Tốt\n" HEADER
	    "2,Lê Bình,Nam,01/02/1981,,,Lao động tiên tiến,Tốt\n");

	assert_int_equal(s.map.header_row, 4);
	assert_string_equal(rows_of(*state, &s, IMPORT_CLASS_IGNORED), "1 3 4 5 7");
	assert_string_equal(rows_of(*state, &s, IMPORT_CLASS_NEW), "6 8");
}

static void
test_headings_may_stand_in_two_lines(void **state)
{
	struct sheet s = read_text(*state,
	    "STT,Họ và tên,Đề nghị,,Thành tích\n,,Danh hiệu,Ghi chú,\n1,Trần Văn An,Lao động tiên tiến,,Tốt\n");

	assert_int_equal(s.map.header_row, 2);
	assert_string_equal(
	    sheet_map_format(*state, &s.map), "ordinal,name,award,,achievement");
	assert_string_equal(rows_of(*state, &s, IMPORT_CLASS_NEW), "3");
	assert_string_equal(rows_of(*state, &s, IMPORT_CLASS_IGNORED), "1 2");
}

static void
test_semicolons_tabs_and_old_line_ends_are_read(void **state)
{
	struct sheet s = read_text(*state,
	    "Họ và tên;Danh hiệu\r\nTrần Văn An;Lao động tiên tiến\r\n\r\nLê B;Lao động tiên tiến\r\n");

	assert_string_equal(rows_of(*state, &s, IMPORT_CLASS_NEW), "2 4");
	s = read_text(
	    *state, "\xef\xbb\xbfHọ và tên\tDanh hiệu\rTrần Văn An\tLao động tiên tiến\r");
	assert_string_equal(rows_of(*state, &s, IMPORT_CLASS_NEW), "2");
}

static void
test_the_last_row_is_not_read_past_the_end_and_each_is_validated_and_deduplicated(void **state)
{
	struct sheet s = read_text(*state,
	    HEADER "1,Trần Văn An,Nam,01/02/1980,,,Lao động tiên tiến,Một\n"
		   "2,TRẦN VĂN AN,Nam,1/2/1980,,,Lao động tiên tiến,Một\n"
		   "3,Trần Văn An,Nam,01/02/1980,,,Lao động tiên tiến,Hai\n"
		   "4,Trần Văn An,Nam,03/02/1980,,,Lao động tiên tiến,Một\n"
		   "5,,Nam,03/02/1980,,,Lao động tiên tiến,Một");

	assert_int_equal(s.n, 6);
	assert_string_equal(rows_of(*state, &s, IMPORT_CLASS_NEW), "2 4 5");
	assert_string_equal(rows_of(*state, &s, IMPORT_CLASS_DUPLICATE), "3");
	assert_string_equal(rows_of(*state, &s, IMPORT_CLASS_PROBLEM), "6");
	expect_finding(line(&s, 3)->notes, "\t2");
	expect_finding(line(&s, 4)->notes, "khác thành tích");
}

static const struct sheet_line *
one(struct arena *a, const char *text)
{
	struct sheet *s = ARENA_NEW(a, struct sheet);

	*s = read_text(a, arena_printf(a, HEADER "%s\n", text));
	return line(s, 2);
}

static void
test_rows_are_judged_as_they_are(void **state)
{
	static const struct {
		const char *row,
		    *part; /* of the problems, or of the notes when the row is fine */
		enum import_class class;
	} table[] = {
		{ "1,=HYPERLINK(1),Nam,,,,Lao động tiên tiến,x", "công thức",
		    IMPORT_CLASS_PROBLEM },
		{ "1,An,Nam,,+84900,,Lao động tiên tiến,x", "công thức", IMPORT_CLASS_PROBLEM },
		{ "1,An,Nam,,@sum,,Lao động tiên tiến,x", "công thức", IMPORT_CLASS_PROBLEM },
		{ "1,An,Nam,,-2+3,,Lao động tiên tiến,x", "công thức", IMPORT_CLASS_PROBLEM },
		{ "1,An,Nam,,-,,Lao động tiên tiến,- Hoàn thành tốt", "", IMPORT_CLASS_NEW },
		{ "1,,Nam,,,,Lao động tiên tiến,x", "Chưa có họ tên", IMPORT_CLASS_PROBLEM },
		{ "1,An,Nam,31/02/1985,,,Lao động tiên tiến,x", "không tồn tại",
		    IMPORT_CLASS_PROBLEM },
		{ "1,An,Nam,1988,,,Lao động tiên tiến,x", "Chỉ có năm sinh", IMPORT_CLASS_NEW },
		{ "1,An,Nam,28926,,,Lao động tiên tiến,x", "12/03/1979", IMPORT_CLASS_NEW },
		{ "1,An,Ông,,,,Lao động tiên tiến,x", "Giới tính", IMPORT_CLASS_PROBLEM },
		{ "1,An,nu,,,,Lao động tiên tiến,x", "được hiểu là Nữ", IMPORT_CLASS_NEW },
		{ "1,An,Nam,,,,Huân chương Vô danh,x", "Không nhận ra", IMPORT_CLASS_PROBLEM },
		{ "1,An,Nam,,,,,x", "Chưa ghi danh hiệu", IMPORT_CLASS_PROBLEM },
		{ "1,An,Nam,,,,Danh hiệu cũ,x", "hết hiệu lực", IMPORT_CLASS_PROBLEM },
		{ "1,An,Nam,,,,LĐTT,x", "Lao động tiên tiến", IMPORT_CLASS_PROBLEM },
		{ "1,An,Nam,,,,Tập thể lao động tiên tiến,x", "không tặng cho cá nhân",
		    IMPORT_CLASS_PROBLEM },
		{ "1,Trường THCS An Biên,,,,,Lao động tiên tiến,x", "không tặng cho tập thể",
		    IMPORT_CLASS_PROBLEM },
		{ "1,<script>alert(1)</script>,Nam,,,,Lao động tiên tiến,x", "như chữ",
		    IMPORT_CLASS_NEW },
		{ "1,Tống Văn Cộng,Nam,,,,Lao động tiên tiến,x", "", IMPORT_CLASS_NEW },
		{ "Tổng cộng: 3 tập thể,,,,,,,", "tổng cộng", IMPORT_CLASS_IGNORED },
		{ ",,,,,TM. ỦY BAN NHÂN DÂN,,", "chữ ký", IMPORT_CLASS_IGNORED },
		{ ",,,,,CHỦ TỊCH,,", "chữ ký", IMPORT_CLASS_IGNORED },
		{ "II. CÁ NHÂN,,,,,,,", "phần cá nhân", IMPORT_CLASS_IGNORED },
		{ "I,TẬP THỂ,,,,,,", "phần tập thể", IMPORT_CLASS_IGNORED },
		{ "41,,,,,,,", "số thứ tự", IMPORT_CLASS_IGNORED },
	};

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		const struct sheet_line *l = one(*state, table[i].row);
		const char *text = l->class == IMPORT_CLASS_PROBLEM ? l->problems : l->notes;

		if (l->class != table[i].class || strstr(text, table[i].part) == NULL)
			fail_msg("%s: class %s, \"%s\"", table[i].row,
			    import_class_text(l->class), text);
	}
}

static void
test_gender_is_never_guessed_from_a_title_or_a_name(void **state)
{
	static const char *const rows[] = { "1,Ông Trần Văn An,,,,,Lao động tiên tiến,x",
		"1,Bà Lê Thị Sáu,,,,,Lao động tiên tiến,x",
		"1,Nguyễn Thị Hoa,,,,,Lao động tiên tiến,x" };

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_false(one(*state, rows[i])->gender_known);
	assert_string_equal(one(*state, rows[0])->name, "Trần Văn An");
	expect_finding(one(*state, rows[0])->notes, "không đoán");
}

static void
test_sections_say_what_follows(void **state)
{
	struct sheet s = read_text(*state,
	    HEADER "I. TẬP THỂ,,,,,,,\n1,Hoa Sen,,,,,Bằng khen của Chủ tịch UBND tỉnh,x\n"
		   "II. CÁ NHÂN,,,,,,,\n1,Lê Sen,,,,,Bằng khen của Chủ tịch UBND tỉnh,x\n");

	assert_int_equal(line(&s, 3)->kind, NOMINEE_KIND_COLLECTIVE);
	assert_int_equal(line(&s, 3)->award_type_id.v, 5);
	assert_int_equal(line(&s, 5)->kind, NOMINEE_KIND_PERSON);
	assert_int_equal(line(&s, 5)->award_type_id.v, 4);
}

static void
test_an_ignored_row_may_be_called_a_nominee_and_a_nominee_left_out(void **state)
{
	struct sheet_rows rows = office_rows(*state);
	struct sheet s;

	rows.v[0].decision = IMPORT_DECISION_KEEP; /* above the headings: stays a title */
	for (size_t i = 0; i < rows.n; i++) {
		if (rows.v[i].row_no == 53)
			rows.v[i].decision = IMPORT_DECISION_KEEP;
		if (rows.v[i].row_no == 19)
			rows.v[i].decision = IMPORT_DECISION_DROP;
	}
	s = understand(*state, &rows);
	assert_int_equal(line(&s, 53)->class, IMPORT_CLASS_PROBLEM);
	assert_int_equal(line(&s, 19)->class, IMPORT_CLASS_IGNORED);
	/* What was a copy of the row left out is now the only one. */
	assert_int_equal(line(&s, 50)->class, IMPORT_CLASS_NEW);
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

/* --- what is there already --------------------------------------------------------------------------------- */

static struct sheet_known
known_an(struct arena *a)
{
	(void)a;
	return (struct sheet_known){ { 11 }, 3, 7, NOMINEE_KIND_PERSON, "Trần Văn An",
		"Nông dân", "Rạch Giá", "Một", GENDER_MALE, true, { { 1980, 2, 1 }, 0 }, { 1 },
		ACHIEVEMENT_FIELD_OTHER };
}

static struct sheet
against(struct arena *a, const char *text, const struct sheet_known *known, size_t n,
    enum import_seal seal, const char *const *keys, size_t nkeys)
{
	struct sheet_source in;
	struct sheet_rows rows;
	struct sheet s;
	const char *detail;

	assert_int_equal(sheet_read_csv(a, text, strlen(text), &rows, &detail), SHEET_OK);
	in = source_of(a, &rows);
	in.known = known;
	in.nknown = n;
	in.seal = seal;
	in.seal_keys = keys;
	in.nseal_keys = nkeys;
	sheet_analyse(a, &in, &s);
	return s;
}

static void
test_what_the_dossier_holds_is_same_or_changed(void **state)
{
	struct sheet_known k = known_an(*state);
	struct sheet s =
	    against(*state, HEADER "1,TRẦN VĂN AN,Nam,1/2/1980,,,Lao động tiên tiến,Một\n", &k,
		1, IMPORT_SEAL_NONE, NULL, 0);

	assert_int_equal(line(&s, 2)->class, IMPORT_CLASS_SAME);
	s = against(*state, HEADER "1,Trần Văn An,Nam,1/2/1980,,Hà Tiên,Lao động tiên tiến,\n",
	    &k, 1, IMPORT_SEAL_NONE, NULL, 0);
	assert_int_equal(line(&s, 2)->class, IMPORT_CLASS_CHANGED);
	assert_string_equal(sheet_changes_format(*state, line(&s, 2)->changes), "workplace");
	assert_string_equal(
	    line(&s, 2)->achievement, "Một"); /* an empty cell takes nothing away */
	assert_int_equal(line(&s, 2)->nomination_id.v, 11);
	s = against(*state, HEADER "1,Trần Văn An,Nam,1/2/1980,,,Chiến sĩ thi đua cơ sở,Một\n",
	    &k, 1, IMPORT_SEAL_NONE, NULL, 0);
	assert_int_equal(line(&s, 2)->class, IMPORT_CLASS_NEW); /* another award */
}

#define KEYED "Mã dòng,Họ và tên,Giới tính,Ngày sinh,Danh hiệu,Thành tích\n"

static void
test_a_workbook_that_came_back_is_a_difference(void **state)
{
	struct sheet_known k[2] = { known_an(*state), known_an(*state) };
	const struct dossier_id here = { 7 };
	const char *keys[2];
	struct sheet s;

	k[1].nomination_id.v = 12;
	k[1].name = "Lê Bình";
	k[1].ordinal = 8;
	keys[0] = row_key_format(*state, secret, here, (struct sheet_row_key){ { 11 }, 3 });
	keys[1] = row_key_format(*state, secret, here, (struct sheet_row_key){ { 12 }, 3 });
	s = against(*state,
	    arena_printf(*state,
		KEYED
		"%s,Trần Văn Anh,Nam,01/02/1980,Lao động tiên tiến,Hai\n,Mới Toanh,,,Lao động tiên tiến,x\n",
		keys[0]),
	    k, 2, IMPORT_SEAL_GOOD, keys, 2);
	assert_int_equal(line(&s, 2)->class, IMPORT_CLASS_CHANGED);
	assert_string_equal(
	    sheet_changes_format(*state, line(&s, 2)->changes), "name,achievement");
	assert_int_equal(line(&s, 3)->class, IMPORT_CLASS_NEW);
	assert_int_equal(s.counts[IMPORT_CLASS_REMOVED], 1);
	assert_int_equal(line(&s, SHEET_REMOVED_FROM + 8)->nomination_version, 3);
	/* Edited in the system since: both are shown and nothing is overwritten. */
	k[0].version = 4;
	k[1].version = 4;
	s = against(*state,
	    arena_printf(*state,
		KEYED "%s,Trần Văn Anh,Nam,01/02/1980,Lao động tiên tiến,Hai\n", keys[0]),
	    k, 2, IMPORT_SEAL_GOOD, keys, 2);
	assert_int_equal(line(&s, 2)->class, IMPORT_CLASS_PROBLEM);
	expect_finding(line(&s, 2)->problems, "đã được sửa trong hệ thống");
	assert_int_equal(line(&s, SHEET_REMOVED_FROM + 8)->nomination_version, 0);
}

static void
test_keys_of_another_dossier_or_made_up_are_no_keys(void **state)
{
	struct sheet_row_key key = { { 11 }, 3 }, back;
	struct dossier_id here = { 7 }, there = { 8 };
	char *text = row_key_format(*state, secret, here, key);
	const char *keys[1] = { text };

	assert_true(row_key_parse(secret, here, text, &back));
	assert_int_equal(back.nomination_id.v, 11);
	assert_int_equal(back.version, 3);
	assert_false(row_key_parse(secret, there, text, &back));
	text[0] = '2';
	assert_false(row_key_parse(secret, here, text, &back));
	assert_false(row_key_parse(secret, here, "", &back));
	assert_false(row_key_parse(secret, here, "1.2", &back));
	assert_string_not_equal(sheet_checksum(*state, secret, here, keys, 1),
	    sheet_checksum(*state, secret, there, keys, 1));
	assert_string_not_equal(sheet_checksum(*state, secret, here, keys, 1),
	    sheet_checksum(*state, secret, here, keys, 0));
}

/* --- what cannot be read ---------------------------------------------------------------------------------- */

static void
expect_fault(struct arena *a, const char *bytes, size_t n, enum sheet_fault fault)
{
	struct sheet_rows rows;
	const char *detail;

	assert_int_equal(sheet_read_csv(a, bytes, n, &rows, &detail), fault);
	assert_true(sheet_fault_words(fault)[0] != '\0');
}

#define FAULT(a, lit, fault) expect_fault((a), lit, sizeof(lit) - 1, (fault))

static void
test_unreadable_sheets_are_refused_with_a_reason(void **state)
{
	FAULT(*state, "", SHEET_EMPTY);
	FAULT(*state, "\n \n", SHEET_EMPTY);
	FAULT(*state, "PK\x03\x04...", SHEET_WORKBOOK);
	FAULT(*state, "\xd0\xcf\x11\xe0\xa1\xb1", SHEET_WORKBOOK);
	FAULT(*state, "Họ và tên,Danh hiệu\nAn\xff,x\n", SHEET_NOT_UTF8);
	FAULT(*state, "Họ và tên,Danh hiệu\nAn\0,x\n", SHEET_NOT_UTF8);
	FAULT(*state, "Họ và tên,Danh hiệu\n\"An,x\ny,z\n", SHEET_OPEN_QUOTE);
}

static void
test_a_sheet_whose_columns_are_unknown_waits_for_a_mapping(void **state)
{
	struct sheet s = read_text(*state, "a,b\nc,d\n");
	const char *column;
	struct sheet_source in;
	struct sheet_rows rows;
	const char *detail;

	assert_int_equal(s.map.header_row, 0);
	assert_int_equal(s.counts[IMPORT_CLASS_IGNORED], 2);
	expect_finding(s.notes, "Không thấy dòng tiêu đề");
	assert_non_null(sheet_map_fault(&s.map, &column));
	s = read_text(*state, "Họ và tên,Chức vụ\nAn,x\n");
	expect_finding(s.notes, "Danh hiệu, hình thức đề nghị");
	/* Chosen by hand it is read. */
	assert_int_equal(sheet_read_csv(*state, "An,Lao động tiên tiến",
			     strlen("An,Lao động tiên tiến"), &rows, &detail),
	    SHEET_OK);
	in = source_of(*state, &rows);
	in.map.chosen = true;
	assert_true(sheet_map_parse("name,award", &in.map));
	sheet_analyse(*state, &in, &s);
	assert_int_equal(s.counts[IMPORT_CLASS_NEW], 1);
}

static void
test_chunks_are_cells_or_refused(void **state)
{
	static const char *const bad[] = { "", "{}", "[1]", "[[[]]]", "[[{\"x\":1}]]",
		"[[{\"d\":1}]]", "[[\"\\u0000\"]]", "[[\"a\"]" };
	struct sheet_rows rows;
	struct buf b = { 0 };
	const char *detail;
	const char *good =
	    "[[\"a\",1,2.5,true,null,{\"d\":\"1985-02-28\"},{\"f\":\"A1\",\"v\":3}],[],[null,\"b\"]]";

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(
		    sheet_read_chunk(*state, bad[i], strlen(bad[i]), 1, &rows, &detail),
		    SHEET_BAD_CELLS);
	assert_int_equal(
	    sheet_read_chunk(*state, good, strlen(good), 10, &rows, &detail), SHEET_OK);
	assert_int_equal(rows.n, 2);
	assert_int_equal(rows.v[1].row_no, 12);
	sheet_write_cells(&b, &rows.v[0]);
	assert_string_equal(
	    b.p, "[\"a\",1,2.5,true,null,{\"d\":\"1985-02-28\"},{\"f\":\"A1\",\"v\":\"3\"}]");
	buf_free(&b);
}

static void
test_finding_is_a_sentence(void **state)
{
	const char *column;

	assert_string_equal(sheet_finding(*state, LANG_VI,
				"award\tGiống hệt dòng %1; chỉ nhập một lần.\t8", &column),
	    "Giống hệt dòng 8; chỉ nhập một lần.");
	assert_string_equal(column, "award");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ARENA_TEST(test_office_workbook_has_exactly_the_right_rows_in_each_class),
		ARENA_TEST(test_office_workbook_is_complete_once_answered_and_fixed),
		ARENA_TEST(test_every_slip_of_the_office_workbook_is_named),
		ARENA_TEST(test_the_office_workbook_read_again_is_all_there_already),
		ARENA_TEST(test_every_line_of_the_ward_sheet_is_understood),
		ARENA_TEST(test_every_line_of_the_province_sheet_is_understood),
		ARENA_TEST(test_the_header_row_never_becomes_a_person),
		ARENA_TEST(test_headings_may_stand_in_two_lines),
		ARENA_TEST(test_semicolons_tabs_and_old_line_ends_are_read),
		ARENA_TEST(
		    test_the_last_row_is_not_read_past_the_end_and_each_is_validated_and_deduplicated),
		ARENA_TEST(test_rows_are_judged_as_they_are),
		ARENA_TEST(test_gender_is_never_guessed_from_a_title_or_a_name),
		ARENA_TEST(test_sections_say_what_follows),
		ARENA_TEST(test_an_ignored_row_may_be_called_a_nominee_and_a_nominee_left_out),
		ARENA_TEST(test_kind_follows_words_not_surnames),
		ARENA_TEST(test_what_the_dossier_holds_is_same_or_changed),
		ARENA_TEST(test_a_workbook_that_came_back_is_a_difference),
		ARENA_TEST(test_keys_of_another_dossier_or_made_up_are_no_keys),
		ARENA_TEST(test_unreadable_sheets_are_refused_with_a_reason),
		ARENA_TEST(test_a_sheet_whose_columns_are_unknown_waits_for_a_mapping),
		ARENA_TEST(test_chunks_are_cells_or_refused),
		ARENA_TEST(test_finding_is_a_sentence),
	};

	return cmocka_run_group_tests_name("sheet", tests, NULL, NULL);
}
