/* Messages and their arguments; the compiled catalogue. */
#include "support/unit.h"

#include <string.h>

#include "core/lang.h"

static void
vietnamese_is_the_message_itself(void **state)
{
	assert_string_equal(tr(LANG_VI, "Hồ sơ"), "Hồ sơ");
	assert_null(tr(LANG_VI, NULL));
}

static void
unknown_message_stays_vietnamese_in_english(void **state)
{
	assert_string_equal(tr(LANG_EN, "không có trong danh mục"), "không có trong danh mục");
}

static void
every_message_of_the_catalogue_is_found(void **state)
{
	size_t i;

	for (i = 0; i < message_count; i++)
		assert_ptr_equal(tr(LANG_EN, message_table[i].vi), message_table[i].en);
}

static void
catalogue_is_sorted_without_duplicates(void **state)
{
	size_t i;

	for (i = 1; i < message_count; i++)
		assert_true(strcmp(message_table[i - 1].vi, message_table[i].vi) < 0);
}

static void
arguments_take_the_places_of_their_numbers(void **state)
{
	assert_string_equal(
	    tr_fmt(*state, LANG_VI, "?%2?, %1 và %1", 2, "a", "bc"), "?bc?, a và a");
	assert_string_equal(tr_fmt(*state, LANG_VI, "không", 0), "không");
}

static void
percent_signs_without_argument_are_kept(void **state)
{
	assert_string_equal(tr_fmt(*state, LANG_VI, "100% %3 %0 %", 1, "a"), "100% %3 %0 %");
}

static void
words_go_with_the_number(void **state)
{
	const char *msgid = "%1 {1|day|days} of %2 {2|month|months}{3|}";

	assert_string_equal(
	    tr_fmt(*state, LANG_VI, msgid, 2, "1", "11"), "1 day of 11 months{3|}");
	assert_string_equal(tr_fmt(*state, LANG_VI, "{1||s}%1{1|a", 1, "0"), "s0{1|a");
	assert_string_equal(tr_fmt(*state, LANG_VI, "%1", 1, "{1|a|b} %1"), "{1|a|b} %1");
}

static void
languages_have_their_codes(void **state)
{
	assert_string_equal(lang_code(LANG_VI), "vi");
	assert_string_equal(lang_code(LANG_EN), "en");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(vietnamese_is_the_message_itself),
		cmocka_unit_test(unknown_message_stays_vietnamese_in_english),
		cmocka_unit_test(every_message_of_the_catalogue_is_found),
		cmocka_unit_test(catalogue_is_sorted_without_duplicates),
		ARENA_TEST(arguments_take_the_places_of_their_numbers),
		ARENA_TEST(percent_signs_without_argument_are_kept),
		ARENA_TEST(words_go_with_the_number),
		cmocka_unit_test(languages_have_their_codes),
	};

	return cmocka_run_group_tests_name("lang", tests, NULL, NULL);
}
