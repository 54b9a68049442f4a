/* The request target and urlencoded text. */
#include "support/unit.h"

#include <string.h>

#include "web/query.h"

static enum err
parse(struct arena *a, const char *s, struct web_params *p)
{
	return query_parse(a, s, strlen(s), p);
}

static void
test_pairs_keep_their_order_and_repeats(void **state)
{
	struct web_params p;

	assert_int_equal(parse(*state, "a=1&b=2&a=3", &p), ERR_OK);
	assert_int_equal(p.n, 3);
	assert_string_equal(p.v[0].name, "a");
	assert_string_equal(p.v[2].value, "3");
}

static void
test_value_keeps_further_equal_signs(void **state)
{
	struct web_params p;

	assert_int_equal(parse(*state, "a=b=c==", &p), ERR_OK);
	assert_string_equal(p.v[0].value, "b=c==");
}

static void
test_empty_value_and_missing_equal_sign_are_present(void **state)
{
	struct web_params p;

	assert_int_equal(parse(*state, "a=&b", &p), ERR_OK);
	assert_int_equal(p.n, 2);
	assert_string_equal(p.v[0].value, "");
	assert_string_equal(p.v[1].value, "");
}

static void
test_empty_pieces_are_skipped(void **state)
{
	struct web_params p;

	assert_int_equal(parse(*state, "&&a=1&&", &p), ERR_OK);
	assert_int_equal(p.n, 1);
	assert_int_equal(parse(*state, "", &p), ERR_OK);
	assert_int_equal(p.n, 0);
}

static void
test_line_breaks_and_vietnamese_survive(void **state)
{
	struct web_params p;

	assert_int_equal(parse(*state, "t=d%C3%B2ng+1%0D%0Ad%C3%B2ng%202", &p), ERR_OK);
	assert_string_equal(p.v[0].value, "dòng 1\r\ndòng 2");
}

static void
test_wrong_percent_escape_is_refused(void **state)
{
	struct web_params p;

	assert_int_equal(parse(*state, "a=%zz", &p), ERR_BAD_REQUEST);
	assert_int_equal(parse(*state, "a=%4", &p), ERR_BAD_REQUEST);
	assert_int_equal(parse(*state, "%=1", &p), ERR_BAD_REQUEST);
}

static void
test_name_must_be_text(void **state)
{
	struct web_params p;

	assert_int_equal(parse(*state, "%ff=1", &p), ERR_BAD_REQUEST);
	assert_int_equal(parse(*state, "a%00b=1", &p), ERR_BAD_REQUEST);
	assert_int_equal(parse(*state, "a%07=1", &p), ERR_BAD_REQUEST);
}

static void
test_nul_in_a_value_is_kept_and_counted(void **state)
{
	struct web_params p;

	assert_int_equal(parse(*state, "a=x%00y", &p), ERR_OK);
	assert_int_equal(p.v[0].length, 3);
	assert_false(query_is_text(&p));
}

static void
test_too_many_fields_are_refused(void **state)
{
	static char text[2 * (WEB_MAX_FIELDS + 1) + 1];
	struct web_params p;

	for (size_t i = 0; i <= WEB_MAX_FIELDS; i++)
		memcpy(text + 2 * i, "a&", 2);
	assert_int_equal(query_parse(*state, text, 2 * WEB_MAX_FIELDS, &p), ERR_OK);
	assert_int_equal(p.n, WEB_MAX_FIELDS);
	assert_int_equal(
	    query_parse(*state, text, 2 * (WEB_MAX_FIELDS + 1), &p), ERR_TOO_LARGE);
}

static void
test_target_is_split_and_decoded(void **state)
{
	const char *path, *query;

	assert_int_equal(
	    target_parse(*state, "/h%E1%BB%93-s%C6%A1?a=%20&b?c", &path, &query), ERR_OK);
	assert_string_equal(path, "/hồ-sơ");
	assert_string_equal(query, "a=%20&b?c");
	assert_int_equal(target_parse(*state, "/a+b", &path, &query), ERR_OK);
	assert_string_equal(path, "/a+b");
	assert_string_equal(query, "");
}

static void
test_paths_that_climb_are_not_found(void **state)
{
	static const char *const targets[] = { "/..", "/a/../b", "/a/%2e%2e/b", "/a/.%2E",
		"/./a", "//a", "/a//b", "/a%2fb", "/a%2Fb", "/a\\b", "/a%5cb", "/a/." };
	const char *path, *query;

	for (size_t i = 0; i < sizeof(targets) / sizeof(targets[0]); i++) {
		if (target_parse(*state, targets[i], &path, &query) != ERR_NOT_FOUND)
			fail_msg("%s", targets[i]);
	}
}

static void
test_targets_that_are_no_path_are_refused(void **state)
{
	static const char *const targets[] = { "", "a", "*", "http://x/", "/%ff", "/%00",
		"/%0a", "/%zz", "/%7f" };
	const char *path, *query;

	for (size_t i = 0; i < sizeof(targets) / sizeof(targets[0]); i++) {
		if (target_parse(*state, targets[i], &path, &query) != ERR_BAD_REQUEST)
			fail_msg("%s", targets[i]);
	}
}

static void
test_only_paths_of_our_own_are_local(void **state)
{
	assert_true(web_path_is_local("/a?b=c"));
	assert_false(web_path_is_local("//example.org"));
	assert_false(web_path_is_local("/\\example.org"));
	assert_false(web_path_is_local("https://example.org"));
	assert_false(web_path_is_local("/a\r\nset-cookie: x"));
	assert_false(web_path_is_local("/\texample.org"));
	assert_false(web_path_is_local(NULL));
}

static void
test_best_coding_is_chosen(void **state)
{
	assert_int_equal(web_encoding_of(NULL), WEB_PLAIN);
	assert_int_equal(web_encoding_of("gzip, deflate, br"), WEB_BROTLI);
	assert_int_equal(web_encoding_of("gzip;q=1.0, br;q=0"), WEB_GZIP);
	assert_int_equal(web_encoding_of("br;q=0.001"), WEB_BROTLI);
	assert_int_equal(web_encoding_of("br;q=0.000, gzip;q=0"), WEB_PLAIN);
	assert_int_equal(web_encoding_of("brx, xgzip"), WEB_PLAIN);
}

static void
test_etags_match_in_lists_weak_and_star(void **state)
{
	assert_true(web_etag_matches("\"a\"", "\"a\""));
	assert_true(web_etag_matches("\"b\", W/\"a\"", "\"a\""));
	assert_true(web_etag_matches("*", "\"a\""));
	assert_false(web_etag_matches("\"ab\"", "\"a\""));
	assert_false(web_etag_matches(NULL, "\"a\""));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ARENA_TEST(test_pairs_keep_their_order_and_repeats),
		ARENA_TEST(test_value_keeps_further_equal_signs),
		ARENA_TEST(test_empty_value_and_missing_equal_sign_are_present),
		ARENA_TEST(test_empty_pieces_are_skipped),
		ARENA_TEST(test_line_breaks_and_vietnamese_survive),
		ARENA_TEST(test_wrong_percent_escape_is_refused),
		ARENA_TEST(test_name_must_be_text),
		ARENA_TEST(test_nul_in_a_value_is_kept_and_counted),
		ARENA_TEST(test_too_many_fields_are_refused),
		ARENA_TEST(test_target_is_split_and_decoded),
		ARENA_TEST(test_paths_that_climb_are_not_found),
		ARENA_TEST(test_targets_that_are_no_path_are_refused),
		ARENA_TEST(test_only_paths_of_our_own_are_local),
		ARENA_TEST(test_best_coding_is_chosen),
		ARENA_TEST(test_etags_match_in_lists_weak_and_star),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
