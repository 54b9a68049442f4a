/* The stamp of a state secret: what is one in a name, in a line, in the text of a page. */
#include "support/unit.h"

#include <string.h>

#include "evidence/secrecy.h"

static void
test_stamp_in_a_name(void **state)
{
	static const struct {
		const char *name;
		enum file_secrecy secrecy;
	} cases[] = {
		{ "12-TTr (MẬT).pdf", SECRECY_STAMP },
		{ "MẬT_12-TTr.pdf", SECRECY_STAMP },
		{ "TỐI MẬT 12.pdf", SECRECY_STAMP },
		{ "công văn MẬT số 12.pdf", SECRECY_DOUBT },
		{ "12-TTr (MAT).pdf", SECRECY_DOUBT },
		{ "toi-mat-12.pdf", SECRECY_DOUBT },
		{ "bảo mật thông tin.pdf", SECRECY_NONE },
		{ "hợp tác xã mật ong.pdf", SECRECY_NONE },
		{ "camat.pdf", SECRECY_NONE },
		{ "\xff\xfe.pdf", SECRECY_NONE },
	};
	struct arena *a = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(secrecy_of_name(a, cases[i].name), cases[i].secrecy);
}

static void
test_line_is_a_stamp_when_it_says_nothing_but_the_degree(void **state)
{
	static const struct {
		const char *line, *above;
		enum file_secrecy secrecy;
	} cases[] = {
		{ "MẬT", "", SECRECY_STAMP },
		{ "TỐI MẬT", "", SECRECY_STAMP },
		{ "TUYỆT MẬT", "", SECRECY_STAMP },
		{ "  MẬT\r", "Số: 12/BC-SNV", SECRECY_STAMP },
		/* Frames and brackets, drawn or typed. */
		{ "[MẬT]", "", SECRECY_STAMP },
		{ "( TỐI MẬT )", "", SECRECY_STAMP },
		{ "│ TUYỆT MẬT │", "", SECRECY_STAMP },
		{ "“MẬT”", "", SECRECY_STAMP },
		{ "★ MẬT ★", "", SECRECY_STAMP },
		/* Spaced letters, as printed and as read. */
		{ "M Ậ T", "", SECRECY_STAMP },
		{ "TỐ I MẬ T", "", SECRECY_STAMP },
		{ "TU Y ỆT\xc2\xa0MẬ T", "", SECRECY_STAMP },
		/* Decomposed, in both orders of the marks. */
		{ "MA\xcc\xa3\xcc\x82T", "", SECRECY_STAMP },
		{ "TO\xcc\x82\xcc\x81I MA\xcc\x82\xcc\xa3T", "", SECRECY_STAMP },
		{ "Độ mật: MẬT", "", SECRECY_STAMP },
		{ "ĐỘ MẬT: TỐI MẬT", "", SECRECY_STAMP },
		{ "Độ mật: tuyệt mật", "", SECRECY_STAMP },
		{ "Mức độ mật: Mật", "", SECRECY_STAMP },
		{ "\xc3\x90\xe1\xbb\x99 mật: MẬT", "", SECRECY_STAMP },
		/* In doubt: said, not stamped. */
		{ "Tối mật", "", SECRECY_DOUBT },
		{ "TUYET MAT", "", SECRECY_DOUBT },
		/* The rest of a broken line in capitals. */
		{ "MẬT", "TĂNG CƯỜNG BẢO VỆ BÍ", SECRECY_DOUBT },
		{ "MẬT", "CÔNG TÁC BẢO", SECRECY_DOUBT },
		/* Running text. */
		{ "bí mật", "", SECRECY_NONE },
		{ "BÍ MẬT", "", SECRECY_NONE },
		{ "BẢO MẬT", "", SECRECY_NONE },
		{ "mật ong", "", SECRECY_NONE },
		{ "MẬT ONG U MINH", "", SECRECY_NONE },
		{ "Mật", "", SECRECY_NONE },
		{ "mật", "", SECRECY_NONE },
		{ "MẶT", "", SECRECY_NONE },
		{ "MẤT", "", SECRECY_NONE },
		{ "MAT", "", SECRECY_NONE },
		{ "Độ mật: Không", "", SECRECY_NONE },
		{ "Độ mật", "", SECRECY_NONE },
		{ "Danh mục bí mật nhà nước độ mật", "", SECRECY_NONE },
		{ "Tài liệu này độ TỐI MẬT", "", SECRECY_NONE },
		{ "", "", SECRECY_NONE },
		{ "\xff\xfeM\xe1T", "", SECRECY_NONE },
	};
	struct arena *a = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		if (secrecy_of_line(a, cases[i].line, cases[i].above) != cases[i].secrecy)
			fail_msg("\"%s\" under \"%s\" is not %d", cases[i].line, cases[i].above,
			    (int)cases[i].secrecy);
	}
}

static void
test_text_of_pages_is_judged_line_by_line(void **state)
{
	static const struct {
		const char *text;
		enum file_secrecy secrecy;
		bool has_text;
	} cases[] = {
		{ "UBND TỈNH AN GIANG\nSố: 12/BC\nMẬT\n\nBáo cáo\n\f", SECRECY_STAMP, true },
		{ "Trang một\n\fTỐI MẬT", SECRECY_STAMP, true },
		{ "Tối mật\nMẬT\n", SECRECY_STAMP, true },
		{ "Giữ gìn bí mật và bảo mật.\nMẬT ONG\n\f", SECRECY_NONE, true },
		/* Broken in a paragraph: in doubt; under an empty line: a stamp. */
		{ "VỀ VIỆC BẢO VỆ BÍ\nMẬT\n", SECRECY_DOUBT, true },
		{ "VỀ VIỆC BẢO VỆ BÍ\n\nMẬT\n", SECRECY_STAMP, true },
		{ "TĂNG CƯỜNG CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO ĐỐI VỚI CÔNG TÁC BẢO VỆ BÍ\nMẬT",
		    SECRECY_DOUBT, true },
		/* A scan. */
		{ "\f\f", SECRECY_NONE, false },
		{ "", SECRECY_NONE, false },
	};
	bool has_text;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		if (secrecy_of_text(cases[i].text, strlen(cases[i].text), &has_text) !=
			cases[i].secrecy ||
		    has_text != cases[i].has_text)
			fail_msg("case %zu: %s", i, cases[i].text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ARENA_TEST(test_stamp_in_a_name),
		ARENA_TEST(test_line_is_a_stamp_when_it_says_nothing_but_the_degree),
		cmocka_unit_test(test_text_of_pages_is_judged_line_by_line),
	};

	return cmocka_run_group_tests_name("secrecy", tests, NULL, NULL);
}
