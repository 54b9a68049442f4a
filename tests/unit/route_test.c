/* Matching paths to rows. */
#include "support/unit.h"

#include <string.h>

#include "web/route.h"

static enum err
handler(struct web_req *req, struct web_res *res)
{
	(void)req;
	(void)res;
	return ERR_OK;
}

static const struct route table[] = {
	{ WEB_GET, "/", ACCESS_PUBLIC, handler },
	{ WEB_GET, "/ho-so/:id", ACCESS_PUBLIC, handler },
	{ WEB_GET, "/ho-so/moi", ACCESS_PUBLIC, handler },
	{ WEB_POST, "/ho-so/:id/nop", ACCESS_PUBLIC, handler },
	{ WEB_GET, "/ho-so/:id/:tab", ACCESS_PUBLIC, handler },
	{ WEB_GET, "/tep/:rest*", ACCESS_PUBLIC, handler },
	{ WEB_GET, "/tep/mot", ACCESS_PUBLIC, handler },
};

static struct web_req req;
static unsigned methods;

static const char *
match(struct arena *a, enum web_method method, const char *path)
{
	const struct route *r = route_match(table, sizeof(table) / sizeof(table[0]), method,
	    path, a, &req.path_params, &methods);

	return r != NULL ? r->path : "none";
}

static void
test_literal_wins_over_parameter_and_rest(void **state)
{
	assert_string_equal(match(*state, WEB_GET, "/ho-so/moi"), "/ho-so/moi");
	assert_string_equal(match(*state, WEB_GET, "/tep/mot"), "/tep/mot");
	assert_string_equal(match(*state, WEB_GET, "/tep/mot/hai"), "/tep/:rest*");
}

static void
test_parameters_are_bound(void **state)
{
	int64_t id;

	assert_string_equal(match(*state, WEB_GET, "/ho-so/12/lich-su"), "/ho-so/:id/:tab");
	assert_string_equal(web_path_text(&req, "tab"), "lich-su");
	assert_int_equal(web_path_id(&req, "id", &id), ERR_OK);
	assert_int_equal(id, 12);
	assert_int_equal(web_path_id(&req, "tab", &id), ERR_NOT_FOUND);
	match(*state, WEB_GET, "/tep/a/b/c");
	assert_string_equal(web_path_text(&req, "rest"), "a/b/c");
}

static void
test_ids_have_one_spelling(void **state)
{
	static const char *const bad[] = { "0", "007", "-1", "+1", "1x",
		"9223372036854775808" };
	int64_t id;

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		match(*state, WEB_GET, arena_printf(*state, "/ho-so/%s", bad[i]));
		if (web_path_id(&req, "id", &id) != ERR_NOT_FOUND)
			fail_msg("%s", bad[i]);
	}
}

static void
test_empty_segments_match_nothing(void **state)
{
	assert_string_equal(match(*state, WEB_GET, "/ho-so/"), "none");
	assert_string_equal(match(*state, WEB_GET, "/tep/"), "none");
	assert_string_equal(match(*state, WEB_GET, "/tep"), "none");
	assert_string_equal(match(*state, WEB_GET, "/"), "/");
	assert_int_equal(methods, WEB_GET);
}

static void
test_wrong_method_reports_the_right_ones(void **state)
{
	assert_string_equal(match(*state, WEB_GET, "/ho-so/1/nop"), "/ho-so/:id/:tab");
	assert_string_equal(match(*state, WEB_POST, "/ho-so/moi"), "none");
	assert_int_equal(methods, WEB_GET);
	assert_string_equal(match(*state, WEB_POST, "/khong"), "none");
	assert_int_equal(methods, 0);
}

static void
test_table_with_missing_access_or_doubles_is_refused(void **state)
{
	const struct route no_access[] = { { WEB_GET, "/a", 0, handler } };
	const struct route no_handler[] = { { WEB_GET, "/a", ACCESS_PUBLIC, NULL } };
	const struct route journaled_get[] = { { WEB_GET, "/a",
	    ACCESS_ROLES(1) | ACCESS_JOURNALED, handler } };
	const struct route journaled_by_anybody[] = { { WEB_POST, "/a",
	    ACCESS_PUBLIC | ACCESS_JOURNALED, handler } };
	const struct route doubled[] = { { WEB_GET, "/a/:x", ACCESS_PUBLIC, handler },
		{ WEB_GET, "/a/:y", ACCESS_PUBLIC, handler } };

	(void)state;
	assert_true(route_table_valid(table, sizeof(table) / sizeof(table[0])));
	assert_false(route_table_valid(no_access, 1));
	assert_false(route_table_valid(no_handler, 1));
	assert_false(route_table_valid(journaled_get, 1));
	assert_false(route_table_valid(journaled_by_anybody, 1));
	assert_false(route_table_valid(doubled, 2));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ARENA_TEST(test_literal_wins_over_parameter_and_rest),
		ARENA_TEST(test_parameters_are_bound),
		ARENA_TEST(test_ids_have_one_spelling),
		ARENA_TEST(test_empty_segments_match_nothing),
		ARENA_TEST(test_wrong_method_reports_the_right_ones),
		ARENA_TEST(test_table_with_missing_access_or_doubles_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
