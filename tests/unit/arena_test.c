/* Arena and buffer. */
#include "support/unit.h"

#include <string.h>

#include "core/arena.h"
#include "core/buf.h"

static void
memory_is_zeroed_and_aligned(void **state)
{
	size_t n, i;
	char *p;

	for (n = 0; n < 3000; n += 7) {
		p = arena_alloc(*state, n);
		assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
		for (i = 0; i < n; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0xff, n);
	}
}

static void
memory_is_zeroed_again_after_reset(void **state)
{
	char *p = arena_alloc(*state, 1000);
	size_t i;

	memset(p, 0xff, 1000);
	(void)arena_alloc(*state, 100000);
	arena_reset(*state);
	assert_int_equal(arena_used(*state), 0);
	p = arena_alloc(*state, 1000);
	for (i = 0; i < 1000; i++)
		assert_int_equal(p[i], 0);
}

static void
objects_larger_than_a_block_fit(void **state)
{
	char *p = arena_alloc(*state, (size_t)5 * 1024 * 1024);

	p[5 * 1024 * 1024 - 1] = 'x';
	assert_int_equal(arena_used(*state), 5 * 1024 * 1024);
}

static void
text_is_copied(void **state)
{
	char text[] = "An Giang";
	char *a = arena_strdup(*state, text), *b = arena_strndup(*state, text, 2);

	text[0] = '?';
	assert_string_equal(a, "An Giang");
	assert_string_equal(b, "An");
	assert_null(arena_strdup(*state, NULL));
	assert_null(arena_strndup(*state, NULL, 3));
}

static void
formatted_text_of_any_length_is_complete(void **state)
{
	char *p = arena_printf(*state, "%s-%d", "a", 7);

	assert_string_equal(p, "a-7");
	p = arena_printf(*state, "%0700d", 1);
	assert_int_equal(strlen(p), 700);
	p = arena_printf(*state, "%0512d", 1);
	assert_int_equal(strlen(p), 512);
	p = arena_printf(*state, "%0511d", 1);
	assert_int_equal(strlen(p), 511);
}

static void
null_arena_can_be_freed(void **state)
{
	arena_free(NULL);
}

static void
buffer_keeps_everything_added(void **state)
{
	struct buf b = { 0 };
	int i;

	for (i = 0; i < 10000; i++) {
		buf_putc(&b, (char)('a' + i % 26));
		assert_int_equal(b.p[b.len], '\0');
	}
	assert_int_equal(b.len, 10000);
	assert_int_equal(b.p[9999], 'a' + 9999 % 26);
	buf_reset(&b);
	buf_puts(&b, "An");
	BUF_LIT(&b, " Giang");
	buf_add(&b, " 2026", 5);
	buf_add(&b, NULL, 0);
	assert_string_equal(b.p, "An Giang 2026");
	buf_free(&b);
	assert_null(b.p);
	assert_int_equal(b.len, 0);
}

static void
buffer_formats_text_of_any_length(void **state)
{
	struct buf b = { 0 };
	size_t n, total = 0;

	for (n = 1; n < 2000; n += 61) {
		buf_printf(&b, "%0*d", (int)n, 1);
		total += n;
		assert_int_equal(b.len, total);
		assert_int_equal(strlen(b.p), total);
	}
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ARENA_TEST(memory_is_zeroed_and_aligned),
		ARENA_TEST(memory_is_zeroed_again_after_reset),
		ARENA_TEST(objects_larger_than_a_block_fit),
		ARENA_TEST(text_is_copied),
		ARENA_TEST(formatted_text_of_any_length_is_complete),
		cmocka_unit_test(null_arena_can_be_freed),
		cmocka_unit_test(buffer_keeps_everything_added),
		cmocka_unit_test(buffer_formats_text_of_any_length),
	};

	return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
