/* Stops and clocks of a dossier: a table, working days, and the last day near midnight. */
#include "support/unit.h"

#include "dossier/dossier_timeline.h"

static const struct calendar weekends_only;

static struct timestamp
at(const char *local)
{
	struct timestamp t;

	assert_int_equal(timestamp_parse_local(local, &t), ERR_OK);
	return t;
}

static void
test_every_state_has_a_stop_and_only_one(void **state)
{
	size_t n;
	const struct timeline_stop *stops = timeline_stops(&n);

	(void)state;
	for (int s = 0; s < NOMINATION_STATE_COUNT; s++) {
		int found = 0;

		for (size_t i = 0; i < n; i++) {
			found += (stops[i].held & (1u << (unsigned)s)) != 0;
			found += (stops[i].ended & (1u << (unsigned)s)) != 0;
		}
		assert_int_equal(found, 1);
	}
	assert_int_equal(timeline_stop_of(NOMINATION_STATE_RETURNED), 0);
	assert_int_equal(timeline_stop_of(NOMINATION_STATE_ON_HOLD), 1);
	assert_true(timeline_has_ended(NOMINATION_STATE_REJECTED));
	assert_false(timeline_has_ended(NOMINATION_STATE_DECIDED));
}

static void
test_a_countdown_is_not_wrong_by_a_day_near_midnight(void **state)
{
	/* closes at midnight: Friday 27/11/2026 is the last day */
	struct timestamp closes = at("2026-11-28 00:00");
	struct timeline_clock k;

	(void)state;
	k = timeline_clock_closing(&weekends_only, closes, at("2026-11-25 23:59"));
	assert_int_equal(k.left, 2);
	assert_int_equal(k.last.day, 27);
	k = timeline_clock_closing(&weekends_only, closes, at("2026-11-26 00:00"));
	assert_int_equal(k.left, 1);
	/* 06:30 in Vietnam is still the day before in UTC */
	k = timeline_clock_closing(&weekends_only, closes, at("2026-11-27 06:30"));
	assert_int_equal(k.left, 0);
	assert_false(k.is_over);
	k = timeline_clock_closing(&weekends_only, closes, at("2026-11-27 23:59"));
	assert_int_equal(k.left, 0);
	assert_false(k.is_over);
	k = timeline_clock_closing(&weekends_only, closes, at("2026-11-28 00:00"));
	assert_true(k.is_over);
}

static void
test_on_the_last_day_the_hour_decides(void **state)
{
	struct timestamp closes = at("2026-11-27 17:00");

	(void)state;
	assert_false(
	    timeline_clock_closing(&weekends_only, closes, at("2026-11-27 16:59")).is_over);
	assert_true(
	    timeline_clock_closing(&weekends_only, closes, at("2026-11-27 17:00")).is_over);
	assert_int_equal(
	    timeline_clock_closing(&weekends_only, closes, at("2026-11-27 17:00")).over, 0);
}

static void
test_a_term_ends_after_its_working_days(void **state)
{
	const struct term term = {
		.kind = TERM_KIND_APPRAISAL, .working_days = 20, .basis = "x"
	};
	struct date filed = { 2026, 11, 2 };
	struct timeline_clock k;

	(void)state;
	k = timeline_clock_term(&weekends_only, &term, filed, (struct date){ 2026, 11, 30 });
	assert_int_equal(k.last.day, 30);
	assert_int_equal(k.left, 0);
	assert_false(k.is_over);
	k = timeline_clock_term(&weekends_only, &term, filed, (struct date){ 2026, 12, 1 });
	assert_true(k.is_over);
	assert_int_equal(k.over, 1);
	k = timeline_clock_term(&weekends_only, &term, filed, (struct date){ 2026, 11, 27 });
	assert_int_equal(k.left, 1);
	assert_false(timeline_clock_term(&weekends_only, NULL, filed, filed).runs);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_state_has_a_stop_and_only_one),
		cmocka_unit_test(test_a_countdown_is_not_wrong_by_a_day_near_midnight),
		cmocka_unit_test(test_on_the_last_day_the_hour_decides),
		cmocka_unit_test(test_a_term_ends_after_its_working_days),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
