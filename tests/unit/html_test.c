/* The HTML writer: what every context makes of hostile and empty values. */
#include "support/unit.h"

#include <string.h>

#include "html/html.h"

static struct buf out;

static struct html
writer(void **state)
{
	struct html h = { .out = &out, .arena = *state, .lang = LANG_VI };

	buf_reset(&out);
	buf_puts(&out, "");
	return h;
}

#define WRITES(call, expected)                            \
	do {                                              \
		buf_reset(&out);                          \
		buf_puts(&out, "|");                      \
		call;                                     \
		assert_string_equal(out.p + 1, expected); \
	} while (0)

static void
text_is_escaped_for_elements_and_attributes(void **state)
{
	struct html h = writer(state);

	WRITES(html_text(&h, "<b a=\"1\" c='2'>&amp;</b>"),
	    "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;");
	WRITES(html_text(&h, "Nguyễn Thị Hòa"), "Nguyễn Thị Hòa");
	WRITES(html_text(&h, "<<>>"), "&lt;&lt;&gt;&gt;");
}

static void
null_writes_nothing(void **state)
{
	struct html h = writer(state);

	WRITES(html_text(&h, NULL), "");
	WRITES(html_url_segment(&h, NULL), "");
	WRITES(html_tr(&h, NULL), "");
	WRITES(html_trf(&h, "a%1b", 1, (const char *)NULL), "ab");
	WRITES(html_put(&h, html_str(&h, NULL)), "");
}

static void
empty_dates_and_times_write_nothing(void **state)
{
	struct html h = writer(state);

	WRITES(html_put(&h, ((struct date){ 0, 0, 0 })), "");
	WRITES(html_put(&h, ((struct timestamp){ 0 })), "");
	assert_string_equal(html_fmt(&h, ((struct date){ 0, 0, 0 })), "");
}

static void
values_are_written_by_their_type(void **state)
{
	struct html h = writer(state);
	const struct date d = { 2026, 11, 5 };
	const struct timestamp t = { INT64_C(1793872800) * 1000000 };
	const struct money m = { 2530000 };
	char name[8] = "<x>";
	size_t n = 1049;
	bool yes = true;

	WRITES(html_put(&h, d), "05/11/2026");
	WRITES(html_put(&h, t), "05/11/2026 17:00");
	WRITES(html_put(&h, m), "2.530.000 đồng");
	WRITES(html_put(&h, name), "&lt;x&gt;");
	WRITES(html_put(&h, n), "1049");
	WRITES(html_put(&h, yes), "1");
	WRITES(html_put(&h, (int16_t)-7), "-7");
}

static void
integers_are_exact_at_their_ends(void **state)
{
	struct html h = writer(state);

	WRITES(html_int(&h, 0), "0");
	WRITES(html_int(&h, INT64_MAX), "9223372036854775807");
	WRITES(html_int(&h, INT64_MIN), "-9223372036854775808");
	WRITES(html_uint(&h, UINT64_MAX), "18446744073709551615");
}

static void
integers_are_grouped_only_in_messages(void **state)
{
	struct html h = writer(state);

	assert_string_equal(html_fmt(&h, 1049), "1.049");
	assert_string_equal(html_fmt(&h, (size_t)1049), "1.049");
	assert_string_equal(html_fmt(&h, UINT64_MAX), "18446744073709551615");
}

static void
safe_addresses_are_written(void **state)
{
	static const char *const same[] = { "/", "/ho-so/12?a=1#x", "#x", "?trang=2",
		"https://example.org/a", "HTTP://example.org", "mailto:a@example.org", "/a//b",
		"/\xc3\xa1" };
	struct html h = writer(state);

	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
		WRITES(html_url(&h, same[i]), same[i]);
	WRITES(html_url(&h, "/a b?x=\"1\"&y='2'<"),
	    "/a%20b?x=&quot;1&quot;&amp;y=&#39;2&#39;&lt;");
}

static void
unsafe_addresses_become_a_fragment(void **state)
{
	static const char *const bad[] = { "javascript:alert(1)", "JaVaScRiPt:alert(1)",
		" javascript:x", "\tjavascript:x", "java\nscript:x", "\x01javascript:x",
		"javascript\t:x", "data:text/html,x", "vbscript:x", "//evil.example",
		"/\\evil.example", "\\\\evil.example", "/\t/evil.example", "/\n/evil.example",
		"https:evil.example", "https:/evil.example", "http:\\\\evil.example", "ftp://x",
		"file:///etc/passwd", "blob:x", "relative", "", " /x", "\xc2\xa0/x", "/x\x7f" };
	struct html h = writer(state);

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		WRITES(html_url(&h, bad[i]), "#");
	WRITES(html_url(&h, NULL), "#");
}

static void
segments_keep_only_unreserved_bytes(void **state)
{
	struct html h = writer(state);

	WRITES(html_put_segment(&h, "aZ09-._~"), "aZ09-._~");
	WRITES(html_put_segment(&h, "a/b?c#d&e=f:g@h%20 \"'<>\\\n+"),
	    "a%2Fb%3Fc%23d%26e%3Df%3Ag%40h%2520%20%22%27%3C%3E%5C%0A%2B");
	WRITES(html_put_segment(&h, "Hòa"), "H%C3%B2a");
	WRITES(html_put_segment(&h, INT64_C(-12)), "-12");
	WRITES(html_put_segment(&h, (size_t)12), "12");
}

static void
json_cannot_leave_its_script(void **state)
{
	struct html h = writer(state);

	WRITES(html_json(&h, "{\"a\":\"</script><!--&\"}"),
	    "{\"a\":\"\\u003c/script\\u003e\\u003c!--\\u0026\"}");
	WRITES(html_json(&h, "\"\xe2\x80\xa8\xe2\x80\xa9\xe2\x80\xa7\""),
	    "\"\\u2028\\u2029\xe2\x80\xa7\"");
	WRITES(html_json(&h, "\"\xe2\x80"), "\"\xe2\x80");
	WRITES(html_json(&h, NULL), "null");
}

static void
messages_are_escaped_after_substitution(void **state)
{
	struct html h = writer(state);

	WRITES(html_tr(&h, "a < b"), "a &lt; b");
	WRITES(html_tr(&h, ""), "");
	WRITES(html_trf(&h, "<%1> & %2", 2, "<i>", "\""), "&lt;&lt;i&gt;&gt; &amp; &quot;");
}

static void
arguments_are_not_substituted_again(void **state)
{
	struct html h = writer(state);

	WRITES(html_trf(&h, "%1 %2", 2, "%2", "%1"), "%2 %1");
}

static void
placeholders_without_argument_stay(void **state)
{
	struct html h = writer(state);

	WRITES(html_trf(&h, "%1 %2 %0 100% %", 1, "a"), "a %2 %0 100% %");
	WRITES(html_trf(&h, "%9%1", 9, "1", "2", "3", "4", "5", "6", "7", "8", "9"), "91");
}

static void
long_text_is_complete(void **state)
{
	struct html h = writer(state);
	char *s = arena_alloc(*state, 100001);

	memset(s, '<', 100000);
	buf_reset(&out);
	html_text(&h, s);
	assert_int_equal(out.len, 400000);
}

static int
group_teardown(void **state)
{
	(void)state;
	buf_free(&out);
	return 0;
}

static void
what_is_written_last_is_moved_to_its_mark(void **state)
{
	struct html h = writer(state);

	html_text(&h, "đầu ");
	html_mark(&h, 0);
	html_text(&h, "thân bài ");
	html_mark(&h, 1);
	html_text(&h, "tóm tắt ");
	html_move(&h);
	assert_string_equal(out.p, "đầu tóm tắt thân bài ");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ARENA_TEST(what_is_written_last_is_moved_to_its_mark),
		ARENA_TEST(text_is_escaped_for_elements_and_attributes),
		ARENA_TEST(null_writes_nothing),
		ARENA_TEST(empty_dates_and_times_write_nothing),
		ARENA_TEST(values_are_written_by_their_type),
		ARENA_TEST(integers_are_exact_at_their_ends),
		ARENA_TEST(integers_are_grouped_only_in_messages),
		ARENA_TEST(safe_addresses_are_written),
		ARENA_TEST(unsafe_addresses_become_a_fragment),
		ARENA_TEST(segments_keep_only_unreserved_bytes),
		ARENA_TEST(json_cannot_leave_its_script),
		ARENA_TEST(messages_are_escaped_after_substitution),
		ARENA_TEST(arguments_are_not_substituted_again),
		ARENA_TEST(placeholders_without_argument_stay),
		ARENA_TEST(long_text_is_complete),
	};

	return cmocka_run_group_tests_name("html", tests, NULL, group_teardown);
}
