/* UTF-8: validity, NFC, control characters. */
#include "support/unit.h"

#include <string.h>

#include "core/utf8.h"

static void
well_formed_text_is_valid(void **state)
{
	static const char *const good[] = { "", "a", "An Giang, Châu Đốc", "\xf4\x8f\xbf\xbf",
		"\xed\x9f\xbf", "\xee\x80\x80", "eight by\xe1\xba\xbf" };
	size_t i;

	for (i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		assert_true(utf8_valid(good[i], strlen(good[i])));
}

static void
malformed_text_is_invalid(void **state)
{
	static const char *const bad[] = { "\x80", "\xc0\x80", "\xc1\xbf", "\xc3", "\xe1\xba",
		"\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80",
		"\xf5\x80\x80\x80", "\xff", "12345678\xc3(", "\xe1\xba(" };
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(utf8_valid(bad[i], strlen(bad[i])));
}

static void
nul_is_invalid_at_every_place(void **state)
{
	char text[24];
	size_t i;

	for (i = 0; i < sizeof(text); i++) {
		memset(text, 'a', sizeof(text));
		assert_true(utf8_valid(text, sizeof(text)));
		text[i] = '\0';
		assert_false(utf8_valid(text, sizeof(text)));
	}
}

static void
length_counts_code_points(void **state)
{
	assert_int_equal(utf8_length(""), 0);
	assert_int_equal(utf8_length("Hòa"), 3);
	assert_int_equal(utf8_length("Thị 😀"), 5);
}

static void
decomposed_text_becomes_composed(void **state)
{
	assert_string_equal(utf8_nfc(*state, "Nguye\xcc\x82\xcc\x83n"), "Nguyễn");
	assert_string_equal(utf8_nfc(*state, "Hoa\xcc\x80"), "Hoà");
	assert_string_equal(utf8_nfc(*state, "Vie\xcc\xa3\xcc\x82t"), "Việt");
}

static void
composed_text_stays_as_it_is(void **state)
{
	static const char text[] = "Ủy ban nhân dân tỉnh An Giang — đồng chí Ơ Ư";

	assert_string_equal(utf8_nfc(*state, text), text);
}

static void
control_characters_and_bidi_overrides_are_found(void **state)
{
	static const char *const bad[] = { "\x01", "a\x1b[0m", "\x7f", "\xc2\x85",
		"\xe2\x80\xae", "\xe2\x80\xaa", "\xe2\x81\xa6", "\xe2\x81\xa9" };
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_true(utf8_has_control(bad[i]));
}

static void
ordinary_text_with_line_breaks_has_no_control_characters(void **state)
{
	assert_false(utf8_has_control("Dòng một\r\n\tDòng hai – “trích”…\xc2\xa0\xe2\x80\x8b"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(well_formed_text_is_valid),
		cmocka_unit_test(malformed_text_is_invalid),
		cmocka_unit_test(nul_is_invalid_at_every_place),
		cmocka_unit_test(length_counts_code_points),
		ARENA_TEST(decomposed_text_becomes_composed),
		ARENA_TEST(composed_text_stays_as_it_is),
		cmocka_unit_test(control_characters_and_bidi_overrides_are_found),
		cmocka_unit_test(ordinary_text_with_line_breaks_has_no_control_characters),
	};

	return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
