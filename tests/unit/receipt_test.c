/* Receipts: codes as typed, the frozen copy read back, the brake on guessing; the rule for a new closing time. */
#include "support/unit.h"

#include "calendar/deadline.h"
#include "receipt/receipt.h"

static void
code_is_read_however_it_is_typed(void **state)
{
	assert_string_equal(
	    receipt_code_format(*state, "7K3M9QXW01ABCDEF"), "7K3M-9QXW-01AB-CDEF");
	assert_string_equal(
	    receipt_code_typed(*state, "7k3m-9qxw 01ab-cdef"), "7K3M9QXW01ABCDEF");
	assert_string_equal(receipt_code_typed(*state, "7K3M9QXWOlABCDEF"), "7K3M9QXW01ABCDEF");
	assert_string_equal(receipt_no_typed(*state, " ag-2026-000123 "), "AG-2026-000123");
	assert_string_equal(receipt_code_typed(*state, ""), "");
	assert_string_equal(
	    receipt_check_url(*state, "https://vd.example", "AG-2026-000123", "X"),
	    "https://vd.example/bien-nhan/AG-2026-000123?ma=X");
}

static void
receipt_says_what_stands_in_the_frozen_copy(void **state)
{
	struct receipt r = { 0 };

	assert_int_equal(
	    receipt_from_content(*state,
		"{\"unit\":{\"name\":\"Xã A\"},\"dossier\":{\"title\":\"T\",\"letter_no\":\"1/TTr\",\"letter_date\":\"2026-11-05\"},"
		"\"season\":{\"name\":\"S\"},\"filed_by\":\"N\",\"attachments\":[{},{}],"
		"\"nominations\":[{\"kind\":\"person\"},{\"kind\":\"person\"},{\"kind\":\"collective\"},{\"kind\":\"household\"}]}",
		&r),
	    ERR_OK);
	assert_string_equal(r.unit, "Xã A");
	assert_string_equal(r.letter_date, "2026-11-05");
	assert_int_equal(r.persons, 2);
	assert_int_equal(r.collectives, 1);
	assert_int_equal(r.households, 1);
	assert_int_equal(r.files, 2);
	assert_int_equal(receipt_from_content(*state, "{", &r), ERR_INTERNAL);
}

static void
guessing_is_slowed_for_one_address_and_forgiven_with_time(void **state)
{
	static struct brake b;
	struct timestamp now = { INT64_C(1800000000000000) };

	(void)state;
	for (int i = 0; i < RECEIPT_TRIES; i++) {
		assert_true(receipt_brake_allows(&b, "192.0.2.1", now));
		receipt_brake_wrong(&b, "192.0.2.1", now);
	}
	assert_false(receipt_brake_allows(&b, "192.0.2.1", now));
	assert_true(receipt_brake_allows(&b, "192.0.2.2", now));
	now.us += RECEIPT_PAUSE_S * INT64_C(1000000);
	assert_true(receipt_brake_allows(&b, "192.0.2.1", now));
	receipt_brake_wrong(&b, "192.0.2.1", now);
	assert_false(receipt_brake_allows(&b, "192.0.2.1", now));
	now.us += RECEIPT_TRIES * RECEIPT_PAUSE_S * INT64_C(1000000);
	for (int i = 0; i < RECEIPT_TRIES; i++) {
		assert_true(receipt_brake_allows(&b, "192.0.2.1", now));
		receipt_brake_wrong(&b, "192.0.2.1", now);
	}
	assert_false(receipt_brake_allows(&b, "192.0.2.1", now));
}

static void
new_closing_time_has_to_extend_what_counts_now(void **state)
{
	const int64_t hour = INT64_C(3600000000);
	struct timestamp now = { 1000 * hour }, current = { 1010 * hour };

	(void)state;
	assert_int_equal(
	    extension_check((struct timestamp){ 1011 * hour }, current, now), EXTENSION_OK);
	assert_int_equal(extension_check(current, current, now), EXTENSION_EARLIER);
	assert_int_equal(
	    extension_check(now, (struct timestamp){ 900 * hour }, now), EXTENSION_PAST);
	assert_int_equal(extension_check((struct timestamp){ now.us + 1 },
			     (struct timestamp){ 900 * hour }, now),
	    EXTENSION_OK);
	assert_int_equal(
	    extension_check((struct timestamp){ now.us + 3 * 366 * 24 * hour }, current, now),
	    EXTENSION_FAR);
	assert_true(extension_withdrawable(current, (struct timestamp){ 0 }, now));
	assert_false(extension_withdrawable(current, now, now));
	assert_false(extension_withdrawable(now, (struct timestamp){ 0 }, now));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ARENA_TEST(code_is_read_however_it_is_typed),
		ARENA_TEST(receipt_says_what_stands_in_the_frozen_copy),
		cmocka_unit_test(guessing_is_slowed_for_one_address_and_forgiven_with_time),
		cmocka_unit_test(new_closing_time_has_to_extend_what_counts_now),
	};

	return cmocka_run_group_tests_name("receipt", tests, NULL, NULL);
}
