/* Cookies in and out. */
#include "support/unit.h"

#include <stdio.h>
#include <string.h>

#include "web/cookie.h"

static const char *
value_of(struct arena *a, const char *header, const char *name)
{
	struct web_req req;

	memset(&req, 0, sizeof(req));
	cookie_parse(a, header, &req.cookies);
	return web_cookie(&req, name);
}

static void
test_names_compare_exactly(void **state)
{
	assert_null(value_of(*state, "VD=1; vdX=2; v=3; vd2=4", "vd"));
	assert_string_equal(value_of(*state, "vdX=2; vd=5", "vd"), "5");
}

static void
test_value_keeps_its_equal_signs(void **state)
{
	assert_string_equal(value_of(*state, "vd=a=b==", "vd"), "a=b==");
}

static void
test_quotes_are_taken_off(void **state)
{
	assert_string_equal(value_of(*state, "vd=\"abc\"", "vd"), "abc");
}

static void
test_empty_value_is_present(void **state)
{
	assert_string_equal(value_of(*state, "vd=", "vd"), "");
}

static void
test_first_of_two_wins(void **state)
{
	assert_string_equal(value_of(*state, "vd=one; vd=two", "vd"), "one");
}

static void
test_malformed_pieces_leave_the_others_alone(void **state)
{
	assert_string_equal(
	    value_of(*state, ";;=x; y; a b=1; vd\x01=2; z=\xff; vd=ok;", "vd"), "ok");
	assert_null(value_of(*state, "z=\xff", "z"));
	assert_null(value_of(*state, NULL, "z"));
}

static void
test_many_cookies_are_bounded(void **state)
{
	char text[COOKIE_MAX * 8 + 64] = "", *p = text;
	struct web_params params;

	for (int i = 0; i < COOKIE_MAX + 5; i++)
		p += snprintf(p, 8, "c%d=1;", i);
	cookie_parse(*state, text, &params);
	assert_int_equal(params.n, COOKIE_MAX);
}

static void
test_set_cookie_says_everything(void **state)
{
	assert_string_equal(
	    cookie_format(*state,
		&(struct cookie_spec){
		    .name = "__Host-vd", .value = "x", .secure = true, .http_only = true }),
	    "__Host-vd=x; Path=/; HttpOnly; Secure; SameSite=Lax");
	assert_string_equal(
	    cookie_format(
		*state, &(struct cookie_spec){ .name = "vd", .value = "", .max_age = -1 }),
	    "vd=; Path=/; Max-Age=0; SameSite=Lax");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ARENA_TEST(test_names_compare_exactly),
		ARENA_TEST(test_value_keeps_its_equal_signs),
		ARENA_TEST(test_quotes_are_taken_off),
		ARENA_TEST(test_empty_value_is_present),
		ARENA_TEST(test_first_of_two_wins),
		ARENA_TEST(test_malformed_pieces_leave_the_others_alone),
		ARENA_TEST(test_many_cookies_are_bounded),
		ARENA_TEST(test_set_cookie_says_everything),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
