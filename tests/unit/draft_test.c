/* Drafts: names of objects and pages, what becomes of a change, three versions of a field. */
#include "support/unit.h"

#include <stdio.h>

#include "draft/draft.h"

static void
test_objects_are_read_whole_or_refused(void **state)
{
	static const char *const bad[] = { "", "Dossier", "0", "007", "-1", "1x",
		"99999999999999999999", "new:", "new:ca-nhan",
		"new:ca-nhan:", "new:ca-nhan:short", "new:khac:0123456789abcdef",
		"new:ca-nhan:0123456789abcde/", "new:ca-nhan:0123456789abcdef:x",
		"new:ca-nhan:0123456789012345678901234567890123456789012345678901234567890123456789",
		"can-cu:", "can-cu:12", "can-cu:12:", "can-cu:0:khai", "can-cu:012:khai",
		"can-cu:-1:khai", "can-cu::khai", "can-cu:12:chon",
		"can-cu:12:khai:", "can-cu:99999999999999999999:khai" };
	struct draft_object o;

	assert_true(draft_object_parse("dossier", &o));
	assert_int_equal(o.kind, DRAFT_DOSSIER);
	assert_true(draft_object_parse("42", &o));
	assert_int_equal(o.kind, DRAFT_NOMINATION);
	assert_int_equal(o.nomination_id, 42);
	assert_true(draft_object_parse("new:tap-the:0123456789abcdef", &o));
	assert_int_equal(o.kind, DRAFT_NEW);
	assert_int_equal(o.nominee, NOMINEE_KIND_COLLECTIVE);
	for (int i = 0; i < DRAFT_DECLARATION_COUNT; i++) {
		char text[64];

		snprintf(text, sizeof(text), "can-cu:42:%s",
		    draft_declaration_slug((enum draft_declaration)i));
		assert_true(draft_object_parse(text, &o));
		assert_int_equal(o.kind, DRAFT_DECLARATION);
		assert_int_equal(o.nomination_id, 42);
		assert_int_equal(o.declaration, i);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(draft_object_parse(bad[i], &o));
}

static void
test_pages_have_plain_names(void **state)
{
	assert_true(draft_client_valid("0123abcd"));
	assert_true(draft_client_valid("luu:abcDEF-_9"));
	assert_false(draft_client_valid(NULL));
	assert_false(draft_client_valid("0123abc"));
	assert_false(draft_client_valid("0123 abcd"));
	assert_false(draft_client_valid("0123abcd\""));
}

static void
test_only_a_valid_value_that_hides_nobodys_is_applied(void **state)
{
	const struct draft_facts good = { .record = true, .base_stands = true, .valid = true };
	struct draft_facts f = good;

	assert_int_equal(draft_decide(&f), DRAFT_OUTCOME_APPLIED);
	f.valid = false;
	assert_int_equal(draft_decide(&f), DRAFT_OUTCOME_KEPT);
	f = good;
	f.record = false;
	assert_int_equal(draft_decide(&f), DRAFT_OUTCOME_KEPT);
	f = good;
	f.keep_only = true;
	assert_int_equal(draft_decide(&f), DRAFT_OUTCOME_KEPT);
	f = good;
	f.base_stands = false;
	assert_int_equal(draft_decide(&f), DRAFT_OUTCOME_CONFLICT);
	f.value_stands = true;
	assert_int_equal(draft_decide(&f), DRAFT_OUTCOME_APPLIED);
	f.value_stands = false;
	f.own_last = true;
	assert_int_equal(draft_decide(&f), DRAFT_OUTCOME_APPLIED);
}

static void
test_late_wins_over_everything(void **state)
{
	for (unsigned bits = 0; bits < 64; bits++) {
		const struct draft_facts f = { .closed = true,
			.record = (bits & 1) != 0,
			.base_stands = (bits & 2) != 0,
			.value_stands = (bits & 4) != 0,
			.own_last = (bits & 8) != 0,
			.valid = (bits & 16) != 0,
			.keep_only = (bits & 32) != 0 };

		assert_int_equal(draft_decide(&f), DRAFT_OUTCOME_LATE);
	}
}

static void
test_three_versions_of_a_field_clash_only_when_both_changed_it_differently(void **state)
{
	assert_int_equal(draft_merge("a", "a", "a"), DRAFT_TAKE_PRESENT);
	assert_int_equal(draft_merge("a", "b", "a"), DRAFT_TAKE_PRESENT);
	assert_int_equal(draft_merge("a", "a", "c"), DRAFT_TAKE_TYPED);
	assert_int_equal(draft_merge("a", "c", "c"), DRAFT_TAKE_TYPED);
	assert_int_equal(draft_merge("a", "b", "c"), DRAFT_CLASH);
	assert_int_equal(draft_merge("a", "", "c"), DRAFT_CLASH);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_objects_are_read_whole_or_refused),
		cmocka_unit_test(test_pages_have_plain_names),
		cmocka_unit_test(test_only_a_valid_value_that_hides_nobodys_is_applied),
		cmocka_unit_test(test_late_wins_over_everything),
		cmocka_unit_test(
		    test_three_versions_of_a_field_clash_only_when_both_changed_it_differently),
	};

	return cmocka_run_group_tests_name("draft", tests, NULL, NULL);
}
