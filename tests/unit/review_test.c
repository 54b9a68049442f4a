/* Rules of appraisal: acts and states, ages near midnight, terms in working days. */
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
test_a_dossier_is_late_after_the_term_of_the_day_it_was_filed(void **state)
{
	static const struct term rows[] = {
		{ .kind = TERM_KIND_APPRAISAL,
		    .working_days = 20,
		    .valid_from = { 2026, 1, 1 } },
	};
	static const struct calendar_day days[] = { { { 2026, 11, 20 }, DAY_KIND_HOLIDAY } };
	const struct terms terms = { rows, 1 }, none = { NULL, 0 };
	const struct calendar plain = { NULL, 0 }, holiday = { days, 1 };
	struct date filed = { 2026, 11, 2 }; /* a Monday */

	(void)state;
	assert_int_equal(
	    date_cmp(review_due(&plain, &terms, filed), (struct date){ 2026, 11, 30 }), 0);
	assert_int_equal(
	    date_cmp(review_due(&holiday, &terms, filed), (struct date){ 2026, 12, 1 }), 0);
	assert_int_equal(review_due(&plain, &none, filed).year, 0);
	assert_false(review_is_late(&plain, &terms, filed, (struct date){ 2026, 11, 30 }));
	assert_true(review_is_late(&plain, &terms, filed, (struct date){ 2026, 12, 1 }));
	/* A holiday in between is not the appraiser's. */
	assert_false(review_is_late(&holiday, &terms, filed, (struct date){ 2026, 12, 1 }));
	assert_true(review_is_late(&holiday, &terms, filed, (struct date){ 2026, 12, 2 }));
	/* Filed before any term was in force, or none known: nothing is called late. */
	assert_false(review_is_late(
	    &plain, &terms, (struct date){ 2025, 12, 1 }, (struct date){ 2026, 12, 1 }));
	assert_false(review_is_late(&plain, &none, filed, (struct date){ 2027, 12, 1 }));
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
		cmocka_unit_test(test_a_dossier_is_late_after_the_term_of_the_day_it_was_filed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
