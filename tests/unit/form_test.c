/* Forms: readers, messages beside fields, nothing typed is lost. */
#include "support/unit.h"

#include <string.h>

#include "web/form.h"
#include "web/query.h"

static struct web_req req;

static struct form *
posted(struct arena *a, const char *text)
{
	memset(&req, 0, sizeof(req));
	req.arena = a;
	req.method = WEB_POST;
	assert_int_equal(query_parse(a, text, strlen(text), &req.form), ERR_OK);
	return form_new(&req);
}

static void
test_text_is_trimmed_and_normalised(void **state)
{
	struct form *f = posted(*state, "ten=+Nguye%CC%82%CC%83n%09Thi%CC%A3%0D%0AHoa+");

	assert_string_equal(form_text(f, "ten", 1, 100), "Nguyễn Thị Hoa");
	assert_true(form_ok(f));
}

static void
test_required_text_asks_for_itself(void **state)
{
	struct form *f = posted(*state, "ten=++");

	assert_string_equal(form_text(f, "ten", 1, 100), "");
	assert_non_null(form_message_of(f, "ten"));
	assert_string_equal(form_text(f, "khac", 1, 100), "");
	assert_non_null(form_message_of(f, "khac"));
	assert_false(form_ok(f));
}

static void
test_optional_text_left_empty_is_null(void **state)
{
	struct form *f = posted(*state, "a=");

	assert_null(form_text(f, "a", 0, 10));
	assert_null(form_text(f, "b", 0, 10));
	assert_true(form_ok(f));
}

static void
test_lengths_count_letters_not_bytes(void **state)
{
	struct form *f = posted(*state, "a=%E1%BB%85%E1%BB%85%E1%BB%85");

	assert_string_equal(form_text(f, "a", 3, 3), "ễễễ");
	assert_true(form_ok(f));
	form_text(f, "a", 4, 9);
	form_text(f, "a", 1, 2);
	assert_false(form_ok(f));
}

static void
test_broken_text_is_refused_beside_its_field_and_shown_repaired(void **state)
{
	struct form *f = posted(*state, "a=x%FFy&b=x%00y&c=x%07y&d=x%E2%80%AEy");

	form_text(f, "a", 1, 9);
	form_text(f, "b", 1, 9);
	form_text(f, "c", 1, 9);
	form_multiline(f, "d", 1, 9);
	for (const char *p = "abcd"; *p != '\0'; p++) {
		char name[2] = { *p, '\0' };
		if (form_message_of(f, name) == NULL)
			fail_msg("%s", name);
	}
	assert_string_equal(form_value(f, "a"), "x\xef\xbf\xbdy");
	assert_string_equal(form_value(f, "b"), "xy");
}

static void
test_multiline_keeps_lines(void **state)
{
	struct form *f = posted(*state, "a=mot%0D%0Ahai%0Aba");

	assert_string_equal(form_multiline(f, "a", 1, 100), "mot\nhai\nba");
}

static void
test_numbers_must_be_whole_and_in_range(void **state)
{
	struct form *f = posted(*state, "a=12&b=1.5&c=&d=200");

	assert_int_equal(form_i64(f, "a", 1, 100, 0), 12);
	assert_int_equal(form_i64(f, "b", 1, 100, 0), 1);
	assert_non_null(form_message_of(f, "b"));
	assert_int_equal(form_i64(f, "c", 1, 100, 7), 7);
	assert_null(form_message_of(f, "c"));
	form_i64(f, "d", 1, 100, 0);
	assert_non_null(strstr(form_message_of(f, "d"), "200"));
	form_i64(f, "e", 1, 100, 0);
	assert_non_null(form_message_of(f, "e"));
}

static void
test_impossible_day_is_named(void **state)
{
	struct form *f = posted(*state, "a=31/02/1985&b=05/11/2026");

	assert_int_equal(form_date(f, "a", true).year, 0);
	assert_non_null(strstr(form_message_of(f, "a"), "31/02/1985"));
	assert_int_equal(form_date(f, "b", true).month, 11);
}

static void
test_choice_must_be_on_the_list(void **state)
{
	static const char *const list[] = { "mot", "hai" };
	struct form *f = posted(*state, "a=hai&b=ba");

	assert_int_equal(form_choice(f, "a", list, 2), 1);
	assert_int_equal(form_choice(f, "b", list, 2), -1);
	assert_int_equal(form_choice(f, "c", list, 2), -1);
	assert_non_null(form_message_of(f, "b"));
	assert_non_null(form_message_of(f, "c"));
}

static void
test_ids_of_checkboxes_are_collected(void **state)
{
	struct form *f = posted(*state, "id=3&id=5&id=x");
	int64_t *ids;

	assert_int_equal(form_ids(f, "id", *state, &ids), 2);
	assert_int_equal(ids[1], 5);
	assert_non_null(form_message_of(f, "id"));
}

static void
test_unknown_field_is_named(void **state)
{
	struct form *f = posted(*state, "a=1&csrf=x&once=y&la=1");

	form_text(f, "a", 1, 9);
	assert_false(form_ok(f));
	assert_non_null(strstr(form_message_of(f, ""), "la"));
}

static void
test_field_sent_twice_is_refused(void **state)
{
	struct form *f = posted(*state, "a=1&a=2");

	form_text(f, "a", 1, 9);
	assert_non_null(form_message_of(f, "a"));
}

static void
test_typed_text_wins_over_stored_text(void **state)
{
	struct form *f = posted(*state, "a=moi");

	form_set(f, "a", "cu");
	assert_string_equal(form_value(f, "a"), "moi");
	req.method = WEB_GET;
	f = form_new(&req);
	form_set(f, "a", "cu");
	assert_string_equal(form_value(f, "a"), "cu");
}

static void
test_constraint_becomes_a_message(void **state)
{
	static const struct form_constraint table[] = { { "x_unique", "so",
	    "Số này đã dùng." } };
	struct form *f = posted(*state, "");

	assert_false(form_error_constraint(f, "khac", table, 1));
	assert_true(form_error_constraint(f, "x_unique", table, 1));
	assert_string_equal(form_message_of(f, "so"), "Số này đã dùng.");
}

static void
test_password_is_never_shown_again(void **state)
{
	struct form *f = posted(*state, "p=bimat");

	assert_string_equal(field_type(field(f, "p", "Mật khẩu", NULL), "password")->value, "");
}

static void
test_options_are_selected_as_sent(void **state)
{
	static const struct option options[] = { { "1", "Một", NULL, true },
		{ "2", "Hai", NULL, false } };
	struct form *f = posted(*state, "c=2");
	struct field *fd = field_options(field(f, "c", "Chọn", NULL), options, 2);

	assert_false(fd->options[0].selected);
	assert_true(fd->options[1].selected);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ARENA_TEST(test_text_is_trimmed_and_normalised),
		ARENA_TEST(test_required_text_asks_for_itself),
		ARENA_TEST(test_optional_text_left_empty_is_null),
		ARENA_TEST(test_lengths_count_letters_not_bytes),
		ARENA_TEST(test_broken_text_is_refused_beside_its_field_and_shown_repaired),
		ARENA_TEST(test_multiline_keeps_lines),
		ARENA_TEST(test_numbers_must_be_whole_and_in_range),
		ARENA_TEST(test_impossible_day_is_named),
		ARENA_TEST(test_choice_must_be_on_the_list),
		ARENA_TEST(test_ids_of_checkboxes_are_collected),
		ARENA_TEST(test_unknown_field_is_named),
		ARENA_TEST(test_field_sent_twice_is_refused),
		ARENA_TEST(test_typed_text_wins_over_stored_text),
		ARENA_TEST(test_constraint_becomes_a_message),
		ARENA_TEST(test_password_is_never_shown_again),
		ARENA_TEST(test_options_are_selected_as_sent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
