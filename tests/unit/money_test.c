/* Money and grouped numbers. */
#include "support/unit.h"

#include "core/money.h"

static void
thousands_are_separated_by_dots(void **state)
{
	assert_string_equal(int_format(*state, 0), "0");
	assert_string_equal(int_format(*state, 999), "999");
	assert_string_equal(int_format(*state, 1049), "1.049");
	assert_string_equal(int_format(*state, 1000000), "1.000.000");
	assert_string_equal(int_format(*state, -1234), "-1.234");
	assert_string_equal(int_format(*state, -123), "-123");
	assert_string_equal(int_format(*state, INT64_MIN), "-9.223.372.036.854.775.808");
}

static void
money_names_its_unit(void **state)
{
	assert_string_equal(money_format(*state, (struct money){ 2530000 }), "2.530.000 đồng");
}

static void
decimals_lose_idle_zeros_and_take_the_readers_point(void **state)
{
	assert_string_equal(decimal_format(*state, "1.500", ','), "1,5");
	assert_string_equal(decimal_format(*state, "12.000", ','), "12");
	assert_string_equal(decimal_format(*state, "0.300", '.'), "0.3");
	assert_string_equal(decimal_format(*state, "100", ','), "100");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ARENA_TEST(thousands_are_separated_by_dots),
		ARENA_TEST(money_names_its_unit),
		ARENA_TEST(decimals_lose_idle_zeros_and_take_the_readers_point),
	};

	return cmocka_run_group_tests_name("money", tests, NULL, NULL);
}
