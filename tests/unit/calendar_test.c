/* Working days: holidays, Saturdays worked instead, terms, lengths of time in words. */
#include "support/unit.h"

#include "calendar/calendar.h"

#define D(y, m, d) ((struct date){ (y), (m), (d) })

/* Tết 2026 as a notice might set it: 14 to 22 February off, Saturday 28 February worked instead; New Year's Day. */
static const struct calendar_day tet_days[] = {
	{ { 2026, 1, 1 }, DAY_KIND_HOLIDAY },
	{ { 2026, 2, 16 }, DAY_KIND_HOLIDAY },
	{ { 2026, 2, 17 }, DAY_KIND_HOLIDAY },
	{ { 2026, 2, 18 }, DAY_KIND_HOLIDAY },
	{ { 2026, 2, 19 }, DAY_KIND_HOLIDAY },
	{ { 2026, 2, 20 }, DAY_KIND_HOLIDAY },
	{ { 2026, 2, 21 }, DAY_KIND_HOLIDAY },
	{ { 2026, 2, 28 }, DAY_KIND_WORKING },
	{ { 2027, 1, 1 }, DAY_KIND_HOLIDAY },
};
static const struct calendar tet = { tet_days, sizeof(tet_days) / sizeof(tet_days[0]) };
static const struct calendar none = { NULL, 0 };

static void
no_working_day_passes_in_the_week_of_tet(void **state)
{
	(void)state;
	/* Friday 13 to Sunday 22 February: nobody works. */
	assert_int_equal(working_days_between(&tet, D(2026, 2, 13), D(2026, 2, 22)), 0);
	assert_int_equal(working_days_between(&tet, D(2026, 2, 13), D(2026, 2, 23)), 1);
	assert_int_equal(working_days_between(&none, D(2026, 2, 13), D(2026, 2, 23)), 6);
	/* A holiday that is a Saturday takes no working day away. */
	assert_int_equal(working_days_between(&tet, D(2026, 2, 20), D(2026, 2, 21)), 0);
}

static void
saturday_worked_instead_is_a_working_day(void **state)
{
	(void)state;
	assert_true(calendar_is_working(&tet, D(2026, 2, 28)));
	assert_false(calendar_is_working(&none, D(2026, 2, 28)));
	assert_false(calendar_is_working(&tet, D(2026, 3, 1)));
	assert_int_equal(working_days_between(&tet, D(2026, 2, 27), D(2026, 3, 1)), 1);
	assert_int_equal(working_days_between(&none, D(2026, 2, 27), D(2026, 3, 1)), 0);
}

static void
span_over_the_end_of_the_year_leaves_new_years_day_out(void **state)
{
	(void)state;
	/* Thursday 31 December 2026 to Monday 4 January 2027; the 1st is a Friday. */
	assert_int_equal(working_days_between(&tet, D(2026, 12, 31), D(2027, 1, 4)), 1);
	assert_int_equal(working_days_between(&none, D(2026, 12, 31), D(2027, 1, 4)), 2);
	assert_int_equal(working_days_between(&none, D(2026, 1, 1), D(2027, 1, 1)), 261);
	/* 1 January 2026 itself does not count, five days of Tết and 1 January 2027 go, one Saturday comes. */
	assert_int_equal(
	    working_days_between(&tet, D(2026, 1, 1), D(2027, 1, 1)), 261 - 5 - 1 + 1);
}

static void
zero_days_are_the_day_itself_and_time_never_runs_backwards(void **state)
{
	struct date d = D(2026, 2, 18);

	(void)state;
	assert_int_equal(working_days_between(&tet, d, d), 0);
	assert_int_equal(working_days_between(&tet, D(2026, 3, 9), D(2026, 3, 6)), 0);
	assert_int_equal(date_cmp(working_day_add(&tet, d, 0), d), 0);
	assert_int_equal(working_days_left(&tet, D(2026, 3, 9), D(2026, 3, 6)), 0);
}

static void
last_day_of_a_term_steps_over_tet(void **state)
{
	(void)state;
	/* Ten working days from Tuesday 10 February: 11, 12, 13, then 23 to 27, Saturday 28 and 2 March. */
	assert_int_equal(date_cmp(working_day_add(&tet, D(2026, 2, 10), 10), D(2026, 3, 2)), 0);
	assert_int_equal(
	    date_cmp(working_day_add(&none, D(2026, 2, 10), 10), D(2026, 2, 24)), 0);
	/* On 29 February of a leap year. */
	assert_int_equal(
	    date_cmp(working_day_add(&none, D(2028, 2, 28), 1), D(2028, 2, 29)), 0);
}

static void
counting_and_adding_agree_day_by_day(void **state)
{
	(void)state;
	for (int64_t start = date_to_days(D(2025, 12, 25));
	     start < date_to_days(D(2026, 3, 20)); start++) {
		int count = 0;

		for (int64_t d = start + 1; d < start + 80; d++) {
			struct date day = date_from_days(d);

			count += calendar_is_working(&tet, day);
			assert_int_equal(
			    working_days_between(&tet, date_from_days(start), day), count);
			if (calendar_is_working(&tet, day))
				assert_int_equal(date_cmp(working_day_add(&tet,
							      date_from_days(start), count),
						     day),
				    0);
		}
	}
}

static void
term_is_that_of_the_day_and_of_the_step(void **state)
{
	static const struct term rows[] = {
		{ .kind = TERM_KIND_APPRAISAL,
		    .working_days = 15,
		    .valid_from = { 2027, 3, 1 } },
		{ .kind = TERM_KIND_APPRAISAL,
		    .working_days = 20,
		    .valid_from = { 2025, 7, 1 },
		    .valid_to = { 2027, 2, 28 } },
		{ .kind = TERM_KIND_PUBLIC_CONSULTATION,
		    .working_days = 10,
		    .valid_from = { 2025, 7, 1 } },
	};
	const struct terms terms = { rows, 3 };

	(void)state;
	assert_int_equal(
	    term_on(&terms, TERM_KIND_APPRAISAL, D(2027, 2, 28))->working_days, 20);
	assert_int_equal(term_on(&terms, TERM_KIND_APPRAISAL, D(2027, 3, 1))->working_days, 15);
	assert_int_equal(
	    term_on(&terms, TERM_KIND_PUBLIC_CONSULTATION, D(2030, 1, 1))->working_days, 10);
	assert_null(term_on(&terms, TERM_KIND_APPRAISAL, D(2025, 6, 30)));
	assert_null(term_on(&terms, TERM_KIND_AGENCY_CONSULTATION, D(2026, 1, 1)));
}

static void
length_of_time_is_said_in_words_and_rounded_up(void **state)
{
	const int64_t second = 1000000, minute = 60 * second, hour = 60 * minute;

	assert_string_equal(duration_words(*state, LANG_VI, 25 * minute), "25 phút");
	assert_string_equal(duration_words(*state, LANG_VI, 24 * minute + second), "25 phút");
	assert_string_equal(duration_words(*state, LANG_VI, 1), "1 phút");
	assert_string_equal(duration_words(*state, LANG_VI, hour), "1 giờ");
	assert_string_equal(duration_words(*state, LANG_VI, hour + 5 * minute), "1 giờ 5 phút");
	assert_string_equal(duration_words(*state, LANG_VI, 51 * hour), "2 ngày 3 giờ");
	assert_string_equal(duration_words(*state, LANG_VI, 48 * hour), "2 ngày");
	assert_string_equal(duration_words(*state, LANG_VI, 0), "0 phút");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_working_day_passes_in_the_week_of_tet),
		cmocka_unit_test(saturday_worked_instead_is_a_working_day),
		cmocka_unit_test(span_over_the_end_of_the_year_leaves_new_years_day_out),
		cmocka_unit_test(zero_days_are_the_day_itself_and_time_never_runs_backwards),
		cmocka_unit_test(last_day_of_a_term_steps_over_tet),
		cmocka_unit_test(counting_and_adding_agree_day_by_day),
		cmocka_unit_test(term_is_that_of_the_day_and_of_the_step),
		ARENA_TEST(length_of_time_is_said_in_words_and_rounded_up),
	};

	return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}
