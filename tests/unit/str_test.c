/* Strings and numbers from strangers. */
#include "support/unit.h"

#include <string.h>

#include "core/str.h"

static void
number_in_range_is_read(void **state)
{
	int64_t v = 0;

	assert_int_equal(parse_i64("42", 1, 100, &v), ERR_OK);
	assert_int_equal(v, 42);
	assert_int_equal(parse_i64("-7", -10, 10, &v), ERR_OK);
	assert_int_equal(v, -7);
	assert_int_equal(parse_i64("-9223372036854775808", INT64_MIN, INT64_MAX, &v), ERR_OK);
	assert_true(v == INT64_MIN);
	assert_int_equal(parse_i64("9223372036854775807", INT64_MIN, INT64_MAX, &v), ERR_OK);
	assert_true(v == INT64_MAX);
}

static void
number_with_anything_around_it_is_refused(void **state)
{
	static const char *const bad[] = { "", "-", "+1", " 1", "1 ", "1x", "0x10", "1.0",
		"--1", "9223372036854775808", "-9223372036854775809", "99999999999999999999" };
	int64_t v = 5;
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(parse_i64(bad[i], INT64_MIN, INT64_MAX, &v), ERR_INVALID);
	assert_int_equal(parse_i64(NULL, 0, 1, &v), ERR_INVALID);
	assert_int_equal(v, 5);
}

static void
number_out_of_range_is_refused(void **state)
{
	int64_t v;

	assert_int_equal(parse_i64("0", 1, 9, &v), ERR_INVALID);
	assert_int_equal(parse_i64("10", 1, 9, &v), ERR_INVALID);
}

static void
null_equals_only_null(void **state)
{
	assert_true(str_eq(NULL, NULL));
	assert_false(str_eq(NULL, ""));
	assert_false(str_eq("", NULL));
	assert_true(str_eq("a", "a"));
	assert_false(str_eq("a", "b"));
}

static void
null_and_empty_text_are_empty(void **state)
{
	assert_true(str_empty(NULL));
	assert_true(str_empty(""));
	assert_false(str_empty(" "));
}

static void
prefix_is_recognised(void **state)
{
	assert_true(str_starts("ho-so/9", "ho-so/"));
	assert_true(str_starts("a", ""));
	assert_false(str_starts("ho", "ho-so"));
	assert_false(str_starts(NULL, "a"));
}

static void
trim_removes_white_space_at_both_ends_only(void **state)
{
	assert_string_equal(str_trim(*state, " \t\r\n An  Giang \n"), "An  Giang");
	assert_string_equal(
	    str_trim(*state, "\xc2\xa0 An Giang\xef\xbb\xbf\xc2\xa0"), "An Giang");
	assert_string_equal(str_trim(*state, "   "), "");
	assert_string_equal(str_trim(*state, ""), "");
	assert_string_equal(str_trim(*state, "Hòa à"), "Hòa à");
	assert_null(str_trim(*state, NULL));
}

static void
hex_survives_a_round_trip(void **state)
{
	static const unsigned char in[] = { 0, 1, 0x7f, 0x80, 0xff };
	unsigned char out[5];
	char *hex = hex_encode(*state, in, sizeof(in));

	assert_string_equal(hex, "00017f80ff");
	assert_int_equal(hex_decode(hex, out, sizeof(out)), ERR_OK);
	assert_memory_equal(in, out, sizeof(in));
	assert_int_equal(hex_decode("00017F80FF", out, sizeof(out)), ERR_OK);
}

static void
hex_of_wrong_length_or_digit_is_refused(void **state)
{
	unsigned char out[2];

	assert_int_equal(hex_decode("00", out, 2), ERR_INVALID);
	assert_int_equal(hex_decode("00000", out, 2), ERR_INVALID);
	assert_int_equal(hex_decode("000g", out, 2), ERR_INVALID);
	assert_int_equal(hex_decode(NULL, out, 2), ERR_INVALID);
}

static void
base64url_survives_a_round_trip_at_every_length(void **state)
{
	unsigned char in[40], out[40];
	size_t n;
	char *s;

	for (n = 0; n < sizeof(in); n++) {
		memset(in, (int)(0xfb - n), sizeof(in));
		s = base64url_encode(*state, in, n);
		assert_null(strpbrk(s, "+/="));
		assert_int_equal(base64url_decode(s, out, n), ERR_OK);
		assert_memory_equal(in, out, n);
	}
	assert_string_equal(
	    base64url_encode(*state, "any carnal pleas", 16), "YW55IGNhcm5hbCBwbGVhcw");
}

static void
base64url_with_second_spelling_is_refused(void **state)
{
	unsigned char out[1];

	assert_int_equal(base64url_decode("AA", out, 1), ERR_OK);
	assert_int_equal(base64url_decode("AB", out, 1), ERR_INVALID);
	assert_int_equal(base64url_decode("A=", out, 1), ERR_INVALID);
	assert_int_equal(base64url_decode("A", out, 1), ERR_INVALID);
	assert_int_equal(base64url_decode("AAA", out, 1), ERR_INVALID);
}

static void
percent_escapes_are_decoded(void **state)
{
	char out[32];
	size_t n;

	assert_true(percent_decode("a%20b+c%C3%A0", 13, false, out, &n));
	assert_string_equal(out, "a b+cà");
	assert_true(percent_decode("a+b", 3, true, out, &n));
	assert_string_equal(out, "a b");
	assert_true(percent_decode("a%00b", 5, false, out, &n));
	assert_int_equal(n, 3);
}

static void
broken_percent_escape_is_refused(void **state)
{
	char out[32];
	size_t n;

	assert_false(percent_decode("%", 1, false, out, &n));
	assert_false(percent_decode("%2", 2, false, out, &n));
	assert_false(percent_decode("%2g", 3, false, out, &n));
	assert_false(percent_decode("%20", 2, false, out, &n));
}

static void
slug_has_only_letters_digits_and_single_hyphens(void **state)
{
	assert_string_equal(slugify(*state, "Nguyễn Thị Hòa"), "nguyen-thi-hoa");
	assert_string_equal(
	    slugify(*state, "  Đợt 2/2026 -- (bổ sung) "), "dot-2-2026-bo-sung");
	assert_string_equal(slugify(*state, "Ω an"), "an");
	assert_string_equal(slugify(*state, "!!!"), "x");
	assert_string_equal(slugify(*state, ""), "x");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(number_in_range_is_read),
		cmocka_unit_test(number_with_anything_around_it_is_refused),
		cmocka_unit_test(number_out_of_range_is_refused),
		cmocka_unit_test(null_equals_only_null),
		cmocka_unit_test(null_and_empty_text_are_empty),
		cmocka_unit_test(prefix_is_recognised),
		ARENA_TEST(trim_removes_white_space_at_both_ends_only),
		ARENA_TEST(hex_survives_a_round_trip),
		cmocka_unit_test(hex_of_wrong_length_or_digit_is_refused),
		ARENA_TEST(base64url_survives_a_round_trip_at_every_length),
		cmocka_unit_test(base64url_with_second_spelling_is_refused),
		cmocka_unit_test(percent_escapes_are_decoded),
		cmocka_unit_test(broken_percent_escape_is_refused),
		ARENA_TEST(slug_has_only_letters_digits_and_single_hyphens),
	};

	return cmocka_run_group_tests_name("str", tests, NULL, NULL);
}
