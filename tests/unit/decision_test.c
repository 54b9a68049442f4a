/* The rules of bonuses and of the annexed list. */
#include "support/unit.h"

#include "decision/decision.h"

static const struct rounding ten_thousand_up = { 10000, ROUNDING_MODE_UP };
static const struct money base_2026 = { 2530000 };

static void
test_bonus_is_rounded_up_to_ten_thousand_dong(void **state)
{
	(void)state;
	/* Decree 152/2025 Art. 49: 0.3 x 2,530,000 = 759,000 */
	assert_int_equal(bonus_compute(300, base_2026, ten_thousand_up).dong, 760000);
}

static void
test_bonus_that_is_a_multiple_already_stays(void **state)
{
	(void)state;
	assert_int_equal(bonus_compute(1000, base_2026, ten_thousand_up).dong, 2530000);
	assert_int_equal(bonus_compute(3000, base_2026, ten_thousand_up).dong, 7590000);
	assert_int_equal(bonus_compute(8000, base_2026, ten_thousand_up).dong, 20240000);
}

static void
test_bonus_of_a_collective_form_follows_its_own_coefficient(void **state)
{
	(void)state;
	assert_int_equal(bonus_compute(600, base_2026, ten_thousand_up).dong, 1520000);
	assert_int_equal(bonus_compute(1500, base_2026, ten_thousand_up).dong, 3800000);
}

static void
test_bonus_can_be_left_unrounded(void **state)
{
	(void)state;
	assert_int_equal(bonus_compute(300, (struct money){ 2340000 },
			     (struct rounding){ 10000, ROUNDING_MODE_NONE })
			     .dong,
	    702000);
}

static void
test_bonus_rounded_to_the_nearest_goes_down_below_half(void **state)
{
	(void)state;
	assert_int_equal(bonus_compute(300, (struct money){ 2340000 },
			     (struct rounding){ 10000, ROUNDING_MODE_NEAREST })
			     .dong,
	    700000);
	assert_int_equal(bonus_compute(500, (struct money){ 2530000 },
			     (struct rounding){ 10000, ROUNDING_MODE_NEAREST })
			     .dong,
	    1270000);
}

static void
test_no_coefficient_no_bonus(void **state)
{
	(void)state;
	assert_int_equal(bonus_compute(0, base_2026, ten_thousand_up).dong, 0);
}

static void
test_largest_coefficient_does_not_overflow(void **state)
{
	(void)state;
	assert_int_equal(
	    bonus_compute(1000000, (struct money){ 1000000000 }, ten_thousand_up).dong,
	    1000000000000);
}

static void
test_coefficients_are_read_to_the_thousandth(void **state)
{
	static const struct {
		const char *text;
		int64_t milli;
	} good[] = { { "0.3", 300 }, { "12", 12000 }, { "5.25", 5250 }, { "0.300", 300 },
		{ "92.000", 92000 }, { "0", 0 } };
	int64_t milli;

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		assert_int_equal(coefficient_parse(good[i].text, &milli), ERR_OK);
		assert_int_equal(milli, good[i].milli);
	}
}

static void
test_coefficients_that_are_none_are_refused(void **state)
{
	static const char *const bad[] = { "", ".", "1.", "1.2345", "-1", "1,5", "1e3", " 1",
		"1.2.3", "99999999" };
	int64_t milli;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(coefficient_parse(bad[i], &milli), ERR_INVALID);
}

static struct award_line
line(enum award_category category, const char *same, int64_t milli)
{
	return (struct award_line){ .category = category,
		.kind = NOMINEE_KIND_PERSON,
		.same = same,
		.coefficient_milli = milli };
}

static void
test_of_two_titles_of_one_period_only_the_higher_is_paid(void **state)
{
	struct award_line l[] = { line(AWARD_CATEGORY_DANH_HIEU, "a", 300),
		line(AWARD_CATEGORY_DANH_HIEU, "a", 1000) };

	(void)state;
	decision_compute(l, 2, base_2026, ten_thousand_up);
	assert_true(l[0].lower_title);
	assert_int_equal(l[0].bonus.dong, 0);
	assert_int_equal(l[1].bonus.dong, 2530000);
	assert_int_equal(decision_total(l, 2).dong, 2530000);
}

static void
test_of_two_equal_titles_the_first_is_paid(void **state)
{
	struct award_line l[] = { line(AWARD_CATEGORY_DANH_HIEU, "a", 1000),
		line(AWARD_CATEGORY_DANH_HIEU, "a", 1000) };

	(void)state;
	decision_compute(l, 2, base_2026, ten_thousand_up);
	assert_false(l[0].lower_title);
	assert_true(l[1].lower_title);
}

static void
test_a_form_is_paid_beside_a_title(void **state)
{
	struct award_line l[] = { line(AWARD_CATEGORY_DANH_HIEU, "a", 1000),
		line(AWARD_CATEGORY_KHEN_THUONG, "a", 1500) };

	(void)state;
	decision_compute(l, 2, base_2026, ten_thousand_up);
	assert_int_equal(decision_total(l, 2).dong, 2530000 + 3800000);
}

static void
test_titles_of_two_people_are_both_paid(void **state)
{
	struct award_line l[] = { line(AWARD_CATEGORY_DANH_HIEU, "a", 1000),
		line(AWARD_CATEGORY_DANH_HIEU, "b", 300) };

	(void)state;
	decision_compute(l, 2, base_2026, ten_thousand_up);
	assert_int_equal(decision_total(l, 2).dong, 2530000 + 760000);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bonus_is_rounded_up_to_ten_thousand_dong),
		cmocka_unit_test(test_bonus_that_is_a_multiple_already_stays),
		cmocka_unit_test(test_bonus_of_a_collective_form_follows_its_own_coefficient),
		cmocka_unit_test(test_bonus_can_be_left_unrounded),
		cmocka_unit_test(test_bonus_rounded_to_the_nearest_goes_down_below_half),
		cmocka_unit_test(test_no_coefficient_no_bonus),
		cmocka_unit_test(test_largest_coefficient_does_not_overflow),
		cmocka_unit_test(test_coefficients_are_read_to_the_thousandth),
		cmocka_unit_test(test_coefficients_that_are_none_are_refused),
		cmocka_unit_test(test_of_two_titles_of_one_period_only_the_higher_is_paid),
		cmocka_unit_test(test_of_two_equal_titles_the_first_is_paid),
		cmocka_unit_test(test_a_form_is_paid_beside_a_title),
		cmocka_unit_test(test_titles_of_two_people_are_both_paid),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
