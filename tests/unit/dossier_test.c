/* Rules of dossiers. */
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/buf.h"
#include "core/vietnamese.h"
#include "dossier/dossier.h"

static const struct date today = { 2026, 11, 23 };

/* --- checklist and window ---------------------------------------------------------------------------- */

static struct dossier_facts
complete(void)
{
	return (struct dossier_facts){ .state = DOSSIER_STATE_DRAFT,
		.letter_no = "12/TTr-UBND",
		.letter_date = { 2026, 11, 5 },
		.nominations = 62,
		.fileable = 62,
		.attachments = 1 };
}

static void
test_complete_dossier_lacks_nothing(void **state)
{
	struct dossier_facts f = complete();
	struct dossier_check c[DOSSIER_LACK_COUNT];

	(void)state;
	assert_int_equal(dossier_missing(&f, c), 0);
}

static void
test_empty_dossier_lacks_everything(void **state)
{
	struct dossier_facts f = { .letter_no = "" };
	struct dossier_check c[DOSSIER_LACK_COUNT];

	(void)state;
	assert_int_equal(dossier_missing(&f, c), DOSSIER_LACK_COUNT);
}

static void
test_missing_achievements_are_counted(void **state)
{
	struct dossier_facts f = complete();
	struct dossier_check c[DOSSIER_LACK_COUNT];

	(void)state;
	f.without_achievement = 3;
	assert_int_equal(dossier_missing(&f, c), 1);
	assert_false(c[DOSSIER_LACK_ACHIEVEMENTS].done);
	assert_int_equal(c[DOSSIER_LACK_ACHIEVEMENTS].count, 3);
}

static void
test_expired_award_is_missing(void **state)
{
	struct dossier_facts f = complete();
	struct dossier_check c[DOSSIER_LACK_COUNT];

	(void)state;
	f.awards_expired = 1;
	assert_int_equal(dossier_missing(&f, c), 1);
	assert_false(c[DOSSIER_LACK_AWARDS].done);
}

static void
test_closing_time_itself_is_too_late(void **state)
{
	struct timestamp opens = { 100 }, closes = { 200 };

	(void)state;
	assert_int_equal(
	    dossier_window_at(DOSSIER_STATE_DRAFT, opens, closes, (struct timestamp){ 99 }),
	    DOSSIER_WINDOW_NOT_YET);
	assert_int_equal(
	    dossier_window_at(DOSSIER_STATE_DRAFT, opens, closes, (struct timestamp){ 100 }),
	    DOSSIER_WINDOW_OPEN);
	assert_int_equal(
	    dossier_window_at(DOSSIER_STATE_DRAFT, opens, closes, (struct timestamp){ 199 }),
	    DOSSIER_WINDOW_OPEN);
	assert_int_equal(
	    dossier_window_at(DOSSIER_STATE_DRAFT, opens, closes, (struct timestamp){ 200 }),
	    DOSSIER_WINDOW_CLOSED);
}

static void
test_returned_dossier_may_be_filed_after_closing(void **state)
{
	(void)state;
	assert_int_equal(dossier_window_at(DOSSIER_STATE_RETURNED, (struct timestamp){ 1 },
			     (struct timestamp){ 2 }, (struct timestamp){ 3 }),
	    DOSSIER_WINDOW_OPEN);
}

static void
test_only_returned_nominations_of_a_returned_dossier_are_editable(void **state)
{
	int editable = 0;

	(void)state;
	for (int d = 0; d < DOSSIER_STATE_COUNT; d++) {
		for (int n = 0; n < NOMINATION_STATE_COUNT; n++)
			editable += nomination_editable(
			    (enum dossier_state)d, (enum nomination_state)n);
	}
	assert_int_equal(editable, 2);
	assert_true(nomination_editable(DOSSIER_STATE_DRAFT, NOMINATION_STATE_DRAFT));
	assert_true(nomination_editable(DOSSIER_STATE_RETURNED, NOMINATION_STATE_RETURNED));
}

static void
test_receipt_number_carries_year_and_six_digits(void **state)
{
	assert_string_equal(receipt_no_format(*state, 2026, 123), "AG-2026-000123");
	assert_string_equal(receipt_no_format(*state, 2026, 1234567), "AG-2026-1234567");
}

/* --- dates of birth ------------------------------------------------------------------------------------- */

static void
expect_birth(struct arena *a, const char *typed, enum birth_fault fault, const char *shown)
{
	struct birth b;

	assert_int_equal(birth_parse(typed, today, &b), fault);
	assert_string_equal(birth_format(a, b), shown);
}

static void
test_birth_is_read_as_people_write_it(void **state)
{
	expect_birth(*state, "", BIRTH_OK, "");
	expect_birth(*state, "28/09/1969", BIRTH_OK, "28/09/1969");
	expect_birth(*state, "28-9-1969", BIRTH_OK, "28/09/1969");
	expect_birth(*state, "28.9.1969", BIRTH_OK, "28/09/1969");
	expect_birth(*state, "1969-09-28", BIRTH_OK, "28/09/1969");
	expect_birth(*state, "1969", BIRTH_OK, "1969");
	expect_birth(*state, "09/1969", BIRTH_OK, "1969");
	expect_birth(*state, "29/02/1988", BIRTH_OK, "29/02/1988");
}

static void
test_birth_that_cannot_be_is_refused(void **state)
{
	expect_birth(*state, "31/02/1985", BIRTH_NO_SUCH_DAY, "");
	expect_birth(*state, "29/02/1985", BIRTH_NO_SUCH_DAY, "");
	expect_birth(*state, "00/01/1985x", BIRTH_UNREADABLE, "");
	expect_birth(*state, "23/11/2026", BIRTH_FUTURE, "");
	expect_birth(*state, "2027", BIRTH_FUTURE, "");
	expect_birth(*state, "01/01/1899", BIRTH_TOO_EARLY, "");
	expect_birth(*state, "28/09/69", BIRTH_UNREADABLE, "");
	expect_birth(*state, "tháng 9", BIRTH_UNREADABLE, "");
	expect_birth(*state, "99999999999999999999", BIRTH_UNREADABLE, "");
}

static void
test_day_zero_does_not_become_a_year(void **state)
{
	expect_birth(*state, "00/01/1985", BIRTH_NO_SUCH_DAY, "");
	expect_birth(*state, "00/00/1985", BIRTH_NO_SUCH_DAY, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ARENA_TEST(test_complete_dossier_lacks_nothing),
		ARENA_TEST(test_empty_dossier_lacks_everything),
		ARENA_TEST(test_missing_achievements_are_counted),
		ARENA_TEST(test_expired_award_is_missing),
		ARENA_TEST(test_closing_time_itself_is_too_late),
		ARENA_TEST(test_returned_dossier_may_be_filed_after_closing),
		ARENA_TEST(test_only_returned_nominations_of_a_returned_dossier_are_editable),
		ARENA_TEST(test_receipt_number_carries_year_and_six_digits),
		ARENA_TEST(test_birth_is_read_as_people_write_it),
		ARENA_TEST(test_birth_that_cannot_be_is_refused),
		ARENA_TEST(test_day_zero_does_not_become_a_year),
	};

	return cmocka_run_group_tests_name("dossier", tests, NULL, NULL);
}
