/* Rules of voting: the boundary is exact for every size of council and every percentage. */
#include "support/unit.h"

#include "council/council.h"

static void
test_fifteen_members_and_ninety_percent_fourteen_pass_thirteen_do_not(void **state)
{
	(void)state;
	assert_true(vote_passes(14, 15, 90));
	assert_false(vote_passes(13, 15, 90));
	assert_int_equal(votes_needed(15, 90), 14);
}

static void
test_exactly_at_the_threshold_passes(void **state)
{
	(void)state;
	assert_true(vote_passes(9, 10, 90));
	assert_false(vote_passes(8, 10, 90));
	assert_true(vote_passes(12, 15, 80));
	assert_false(vote_passes(11, 15, 80));
	assert_true(vote_passes(10, 20, 50));
}

static int
gcd(int a, int b)
{
	return b == 0 ? a : gcd(b, a % b);
}

/* approve/n >= p/100 as reduced fractions compared by cross multiplication, written another way. */
static bool
rational_at_least(int approve, int n, int p)
{
	int g1 = gcd(approve, n), g2 = gcd(p, 100);

	g1 = g1 == 0 ? 1 : g1;
	return (approve / g1) * (100 / g2) >= (p / g2) * (n / g1);
}

static void
test_every_council_from_5_to_40_agrees_with_exact_fractions(void **state)
{
	static const int percents[] = { 1, 33, 34, 50, 51, 60, 66, 67, 70, 75, 80, 85, 90, 95,
		99, 100 };

	(void)state;
	for (int n = 5; n <= 40; n++) {
		for (size_t k = 0; k < sizeof(percents) / sizeof(percents[0]); k++) {
			int p = percents[k], first = n + 1;

			for (int a = n; a >= 0; a--) {
				assert_int_equal(
				    vote_passes(a, n, p), rational_at_least(a, n, p));
				if (vote_passes(a, n, p))
					first = a;
			}
			assert_int_equal(votes_needed(n, p), first);
		}
	}
}

static void
test_nothing_passes_on_nonsense(void **state)
{
	(void)state;
	assert_false(vote_passes(0, 0, 90));
	assert_false(vote_passes(0, 0, 0));
	assert_false(vote_passes(5, 5, 0));
	assert_false(vote_passes(5, 5, 101));
	assert_false(vote_passes(-1, 5, 1));
	assert_false(vote_passes(0, 15, 1));
	assert_true(vote_passes(INT32_MAX, INT32_MAX, 100));
}

static void
test_counts_above_all_members_do_not_fit(void **state)
{
	(void)state;
	assert_true(tally_fits(&(struct tally){ 13, 1, 1 }, 15));
	assert_false(tally_fits(&(struct tally){ 14, 1, 1 }, 15));
	assert_false(tally_fits(&(struct tally){ 14, -1, 1 }, 15));
	assert_true(tally_fits(&(struct tally){ 0, 0, 0 }, 15));
	assert_false(tally_fits(&(struct tally){ INT32_MAX, INT32_MAX, INT32_MAX }, INT32_MAX));
}

static void
test_fifteen_of_fifteen_reveals_everybody(void **state)
{
	(void)state;
	assert_true(tally_reveals_everybody(&(struct tally){ 15, 0, 0 }));
	assert_true(tally_reveals_everybody(&(struct tally){ 0, 9, 0 }));
	assert_false(tally_reveals_everybody(&(struct tally){ 14, 1, 0 }));
	/* Nobody voted: there is nothing to reveal. */
	assert_false(tally_reveals_everybody(&(struct tally){ 0, 0, 0 }));
}

static void
test_award_sessions_need_eighty_percent_of_all_members(void **state)
{
	(void)state;
	assert_true(quorum_met(quorum_rule_of(true), 12, 15));
	assert_false(quorum_met(quorum_rule_of(true), 11, 15));
	assert_true(quorum_met(quorum_rule_of(true), 13, 15));
	assert_true(quorum_met(quorum_rule_of(false), 10, 15));
	assert_false(quorum_met(quorum_rule_of(false), 9, 15));
	assert_false(quorum_met(quorum_rule_of(false), 0, 0));
	assert_true(quorum_met(quorum_rule_of(false), 6, 9));
}

static void
test_a_member_serves_on_the_first_and_the_last_day(void **state)
{
	struct date from = { 2025, 7, 1 }, to = { 2026, 6, 30 }, none = { 0 };

	(void)state;
	assert_true(member_serves(from, to, from));
	assert_true(member_serves(from, to, to));
	assert_false(member_serves(from, to, (struct date){ 2026, 7, 1 }));
	assert_false(member_serves(from, none, (struct date){ 2025, 6, 30 }));
	assert_true(member_serves(from, none, (struct date){ 2100, 1, 1 }));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    test_fifteen_members_and_ninety_percent_fourteen_pass_thirteen_do_not),
		cmocka_unit_test(test_exactly_at_the_threshold_passes),
		cmocka_unit_test(test_every_council_from_5_to_40_agrees_with_exact_fractions),
		cmocka_unit_test(test_nothing_passes_on_nonsense),
		cmocka_unit_test(test_counts_above_all_members_do_not_fit),
		cmocka_unit_test(test_fifteen_of_fifteen_reveals_everybody),
		cmocka_unit_test(test_award_sessions_need_eighty_percent_of_all_members),
		cmocka_unit_test(test_a_member_serves_on_the_first_and_the_last_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
