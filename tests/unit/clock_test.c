/* Dates and instants. */
#include "support/unit.h"

#include "core/clock.h"

#define DATE(y, m, d) ((struct date){ (y), (m), (d) })

static void
date_is_read_in_each_accepted_spelling(void **state)
{
	static const char *const good[] = { "01/02/2026", "1/2/2026", "2026-02-01" };
	struct date d;
	size_t i;

	for (i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		assert_int_equal(date_parse(good[i], &d), ERR_OK);
		assert_int_equal(date_cmp(d, DATE(2026, 2, 1)), 0);
	}
}

static void
date_that_does_not_exist_is_refused(void **state)
{
	static const char *const bad[] = { "31/02/2026", "29/02/2025", "29/02/1900",
		"00/01/2026", "01/13/2026", "2026-02-30", "31/12/1899", "01/01/2201", "1/1/26",
		"1-1-2026", "2026/01/01", "2026-1-1", "", "01/02/2026 ", " 01/02/2026",
		"001/2/2026", "01/02/20266", "a/b/c" };
	struct date d;
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(date_parse(bad[i], &d), ERR_INVALID);
	assert_int_equal(date_parse(NULL, &d), ERR_INVALID);
}

static void
leap_day_exists_in_leap_years_only(void **state)
{
	assert_true(date_valid(DATE(2024, 2, 29)));
	assert_true(date_valid(DATE(2000, 2, 29)));
	assert_false(date_valid(DATE(2100, 2, 29)));
	assert_false(date_valid(DATE(2026, 2, 29)));
}

static void
days_survive_a_round_trip_over_three_centuries(void **state)
{
	int64_t day, last = date_to_days(DATE(2200, 12, 31));
	struct date d, before = DATE(1899, 12, 31);

	assert_int_equal(date_to_days(DATE(1970, 1, 1)), 0);
	assert_int_equal(date_to_days(DATE(2026, 11, 5)), 20762);
	for (day = date_to_days(DATE(1900, 1, 1)); day <= last; day++) {
		d = date_from_days(day);
		if (!date_valid(d) || date_to_days(d) != day || date_cmp(before, d) >= 0)
			fail_msg("day %lld", (long long)day);
		before = d;
	}
}

static void
local_time_is_read_as_seven_hours_ahead(void **state)
{
	static const char *const good[] = { "2026-12-31T17:00", "2026-12-31 17:00",
		"2026-12-31 17:00:00", "17:00 31/12/2026" };
	struct timestamp t;
	size_t i;

	for (i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		assert_int_equal(timestamp_parse_local(good[i], &t), ERR_OK);
		assert_string_equal(
		    timestamp_format_iso(*state, t), "2026-12-31T17:00:00+07:00");
		assert_string_equal(
		    timestamp_format_http(*state, t), "Thu, 31 Dec 2026 10:00:00 GMT");
	}
}

static void
time_that_does_not_exist_is_refused(void **state)
{
	static const char *const bad[] = { "", "2026-12-31", "2026-12-31T24:01",
		"2026-12-31T25:00", "2026-12-31T17:60", "2026-12-31T007:00", "17:00",
		"17:00 31/02/2026", "2026-12-31T17:00Z", "2026-12-31 17:00:60",
		"17:0 31/12/2026" };
	struct timestamp t;
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(timestamp_parse_local(bad[i], &t), ERR_INVALID);
	assert_int_equal(timestamp_parse_local(NULL, &t), ERR_INVALID);
}

/* Noon, leap day, midnight and the end of the year broke other people's deadlines. */
static void
closing_times_at_noon_on_29_february_at_midnight_and_at_new_year_are_read(void **state)
{
	static const struct {
		const char *typed, *iso;
	} cases[] = {
		{ "12:00 10/12/2026", "2026-12-10T12:00:00+07:00" },
		{ "10/12/2026 12:00", "2026-12-10T12:00:00+07:00" },
		{ "2026-12-10T12:00", "2026-12-10T12:00:00+07:00" },
		{ "0:00 10/12/2026", "2026-12-10T00:00:00+07:00" },
		{ "00:00 10/12/2026", "2026-12-10T00:00:00+07:00" },
		{ "8:05 1/3/2028", "2028-03-01T08:05:00+07:00" },
		{ "17:00 29/02/2028", "2028-02-29T17:00:00+07:00" },
		{ "24:00 28/02/2028", "2028-02-29T00:00:00+07:00" },
		{ "24:00 28/02/2027", "2027-03-01T00:00:00+07:00" },
		{ "23:59 31/12/2026", "2026-12-31T23:59:00+07:00" },
		{ "24:00 31/12/2026", "2027-01-01T00:00:00+07:00" },
		{ "31/12/2026 24:00", "2027-01-01T00:00:00+07:00" },
	};
	struct timestamp t;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_int_equal(timestamp_parse_local(cases[i].typed, &t), ERR_OK);
		assert_string_equal(timestamp_format_iso(*state, t), cases[i].iso);
	}
	assert_int_equal(timestamp_parse_local("17:00 29/02/2027", &t), ERR_INVALID);
	assert_int_equal(timestamp_parse_local("12:00", &t), ERR_INVALID);
	assert_int_equal(timestamp_parse_local(":00 10/12/2026", &t), ERR_INVALID);
}

static void
civil_date_changes_at_midnight_in_ho_chi_minh_city(void **state)
{
	struct timestamp t;

	assert_int_equal(timestamp_parse_local("2026-12-31T23:59", &t), ERR_OK);
	assert_int_equal(date_cmp(date_of(t), DATE(2026, 12, 31)), 0);
	t.us += 60 * INT64_C(1000000);
	assert_int_equal(date_cmp(date_of(t), DATE(2027, 1, 1)), 0);
	assert_string_equal(timestamp_format_http(*state, t), "Thu, 31 Dec 2026 17:00:00 GMT");
}

static void
instants_before_1970_have_their_date(void **state)
{
	struct timestamp t;

	assert_int_equal(timestamp_parse_local("1945-09-02T14:00", &t), ERR_OK);
	assert_string_equal(timestamp_format(*state, t), "02/09/1945 14:00");
}

static void
dates_are_written_the_vietnamese_way(void **state)
{
	assert_string_equal(date_format(*state, DATE(2026, 11, 5)), "05/11/2026");
	assert_string_equal(date_format_iso(*state, DATE(2026, 11, 5)), "2026-11-05");
}

static void
absent_date_and_time_are_written_as_nothing(void **state)
{
	assert_string_equal(date_format(*state, DATE(0, 0, 0)), "");
	assert_string_equal(date_format_iso(*state, DATE(0, 0, 0)), "");
	assert_string_equal(timestamp_format(*state, (struct timestamp){ 0 }), "");
	assert_string_equal(timestamp_format_iso(*state, (struct timestamp){ 0 }), "");
	assert_int_equal(date_cmp(date_of((struct timestamp){ 0 }), DATE(0, 0, 0)), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(date_is_read_in_each_accepted_spelling),
		cmocka_unit_test(date_that_does_not_exist_is_refused),
		cmocka_unit_test(leap_day_exists_in_leap_years_only),
		cmocka_unit_test(days_survive_a_round_trip_over_three_centuries),
		ARENA_TEST(local_time_is_read_as_seven_hours_ahead),
		cmocka_unit_test(time_that_does_not_exist_is_refused),
		ARENA_TEST(
		    closing_times_at_noon_on_29_february_at_midnight_and_at_new_year_are_read),
		ARENA_TEST(civil_date_changes_at_midnight_in_ho_chi_minh_city),
		ARENA_TEST(instants_before_1970_have_their_date),
		ARENA_TEST(dates_are_written_the_vietnamese_way),
		ARENA_TEST(absent_date_and_time_are_written_as_nothing),
	};

	return cmocka_run_group_tests_name("clock", tests, NULL, NULL);
}
