/* Rules of appraisal: acts and states, ages and countdowns near midnight, working days. */
#include "support/unit.h"

#include "review/review.h"

static struct timestamp
at(const char *local)
{
	struct timestamp t = { 0 };

	assert_int_equal(timestamp_parse_local(local, &t), ERR_OK);
	return t;
}

static void
test_only_what_was_received_can_be_judged(void **state)
{
	(void)state;
	assert_true(review_act_allowed(REVIEW_ACT_ELIGIBLE, NOMINATION_STATE_APPRAISING));
	assert_false(review_act_allowed(REVIEW_ACT_ELIGIBLE, NOMINATION_STATE_SUBMITTED));
	assert_false(review_act_allowed(REVIEW_ACT_ELIGIBLE, NOMINATION_STATE_DRAFT));
	assert_false(review_act_allowed(REVIEW_ACT_ELIGIBLE, NOMINATION_STATE_REJECTED));
	assert_true(review_act_allowed(REVIEW_ACT_INELIGIBLE, NOMINATION_STATE_APPRAISING));
}

static void
test_nothing_before_a_council_can_be_touched_by_appraisal(void **state)
{
	static const enum nomination_state later[] = { NOMINATION_STATE_COUNCIL,
		NOMINATION_STATE_APPROVED, NOMINATION_STATE_REJECTED, NOMINATION_STATE_DECIDED,
		NOMINATION_STATE_PUBLISHED, NOMINATION_STATE_REVOKED };

	(void)state;
	for (int act = 0; act < REVIEW_ACT_COUNT; act++) {
		for (size_t i = 0; i < sizeof(later) / sizeof(later[0]); i++)
			assert_false(review_act_allowed((enum review_act)act, later[i]));
	}
}

static void
test_refusing_holding_and_returning_need_a_reason(void **state)
{
	(void)state;
	assert_true(review_act_rule(REVIEW_ACT_INELIGIBLE)->needs_reason);
	assert_true(review_act_rule(REVIEW_ACT_HOLD)->needs_reason);
	assert_true(review_act_rule(REVIEW_ACT_RETURN)->needs_reason);
	assert_false(review_act_rule(REVIEW_ACT_ELIGIBLE)->needs_reason);
}

static void
test_every_act_has_a_name_that_reads_back(void **state)
{
	enum review_act act;

	(void)state;
	for (int i = 0; i < REVIEW_ACT_COUNT; i++) {
		assert_true(review_act_parse(review_act_rule((enum review_act)i)->name, &act));
		assert_int_equal(act, i);
	}
	assert_false(review_act_parse("xoa", &act));
	assert_false(review_act_parse("", &act));
	assert_false(review_act_parse(NULL, &act));
}

static void
test_age_counts_calendar_days_of_ho_chi_minh_city(void **state)
{
	(void)state;
	/* One minute before and after midnight there: 16:59 and 17:01 UTC are two different days. */
	assert_int_equal(review_age_days(at("2026-11-05 23:59"), at("2026-11-06 00:01")), 1);
	assert_int_equal(review_age_days(at("2026-11-05 00:01"), at("2026-11-05 23:59")), 0);
	assert_int_equal(review_age_days(at("2026-11-05 07:00"), at("2026-11-06 06:59")), 1);
	assert_int_equal(review_age_days(at("2028-02-28 12:00"), at("2028-03-01 12:00")), 2);
	assert_int_equal(review_age_days(at("2026-11-06 00:01"), at("2026-11-05 23:59")), 0);
}

static void
test_countdown_near_midnight_is_not_wrong_by_a_day(void **state)
{
	(void)state;
	/* Closing at 00:00 of the 6th: the 5th is the last day. */
	assert_int_equal(review_days_left(at("2026-11-06 00:00"), at("2026-11-05 23:59")), 0);
	assert_int_equal(review_days_left(at("2026-11-06 00:00"), at("2026-11-06 00:00")), -1);
	assert_int_equal(review_days_left(at("2026-11-05 17:00"), at("2026-11-05 16:59")), 0);
	assert_int_equal(review_days_left(at("2026-11-05 17:00"), at("2026-11-04 23:59")), 1);
	assert_int_equal(review_days_left(at("2026-11-05 17:00"), at("2026-11-05 00:00")), 0);
}

static void
test_working_days_skip_saturday_and_sunday(void **state)
{
	struct date friday = { 2026, 11, 6 }, saturday = { 2026, 11, 7 },
		    monday = { 2026, 11, 9 };

	(void)state;
	assert_int_equal(working_days_after(friday, friday), 0);
	assert_int_equal(working_days_after(friday, saturday), 0);
	assert_int_equal(working_days_after(friday, monday), 1);
	assert_int_equal(working_days_after(friday, (struct date){ 2026, 11, 13 }), 5);
	assert_int_equal(working_days_after(monday, friday), 0);
	assert_int_equal(
	    working_days_after((struct date){ 2026, 1, 1 }, (struct date){ 2027, 1, 1 }), 261);
}

static void
test_working_days_agree_with_counting_one_by_one(void **state)
{
	(void)state;
	for (int64_t start = 20000; start < 20014; start++) {
		int count = 0;

		for (int64_t d = start + 1; d < start + 60; d++) {
			count += (d + 3) % 7 < 5;
			assert_int_equal(
			    working_days_after(date_from_days(start), date_from_days(d)),
			    count);
		}
	}
}

static void
test_a_dossier_is_late_after_twenty_working_days(void **state)
{
	struct date filed = { 2026, 11, 2 }; /* a Monday */

	(void)state;
	assert_false(review_is_late(filed, (struct date){ 2026, 11, 30 }));
	assert_true(review_is_late(filed, (struct date){ 2026, 12, 1 }));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_only_what_was_received_can_be_judged),
		cmocka_unit_test(test_nothing_before_a_council_can_be_touched_by_appraisal),
		cmocka_unit_test(test_refusing_holding_and_returning_need_a_reason),
		cmocka_unit_test(test_every_act_has_a_name_that_reads_back),
		cmocka_unit_test(test_age_counts_calendar_days_of_ho_chi_minh_city),
		cmocka_unit_test(test_countdown_near_midnight_is_not_wrong_by_a_day),
		cmocka_unit_test(test_working_days_skip_saturday_and_sunday),
		cmocka_unit_test(test_working_days_agree_with_counting_one_by_one),
		cmocka_unit_test(test_a_dossier_is_late_after_twenty_working_days),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
