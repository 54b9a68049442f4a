/* The memory of public answers. */
#include "support/unit.h"

#include <stdio.h>
#include <string.h>

#include "web/cache.h"

static const struct timestamp now = { 1000000 };

static void
put(struct cache *c, const char *key, uint64_t generation, size_t n, int64_t fresh_until)
{
	static const char zeros[65536];
	struct prebuilt *p = prebuilt_new(200, "HTTP/1.1 200 OK\r\n", 17, zeros, n);

	p->fresh_until.us = fresh_until;
	cache_put(c, key, generation, p);
	prebuilt_release(p);
}

static void
test_answer_is_found_while_its_generation_lasts(void **state)
{
	struct cache *c = cache_new(1000000);

	put(c, "/a", 5, 10, 0);
	assert_non_null(cache_get(c, "/a", 5, now));
	assert_null(cache_get(c, "/b", 5, now));
	assert_null(cache_get(c, "/a", 6, now));
	assert_null(cache_get(c, "/a", 5, now));
	assert_int_equal(cache_bytes(c), 0);
	cache_free(c);
}

static void
test_forever_outlives_generations(void **state)
{
	struct cache *c = cache_new(1000000);

	put(c, "/css", CACHE_FOREVER, 10, 0);
	assert_non_null(cache_get(c, "/css", 7, now));
	cache_free(c);
}

static void
test_answer_ends_at_its_hour(void **state)
{
	struct cache *c = cache_new(1000000);

	put(c, "/a", 1, 10, now.us + 1);
	assert_non_null(cache_get(c, "/a", 1, now));
	assert_null(cache_get(c, "/a", 1, (struct timestamp){ now.us + 1 }));
	cache_free(c);
}

static void
test_oldest_leave_first_and_memory_is_bounded(void **state)
{
	struct cache *c = cache_new(100000);
	char key[32];

	for (int i = 0; i < 1000; i++) {
		snprintf(key, sizeof(key), "/%d", i);
		put(c, key, 1, 5000, 0);
		assert_true(cache_bytes(c) <= 100000);
		assert_true(i < 1 || cache_get(c, "/0", 1, now) != NULL);
	}
	assert_null(cache_get(c, "/1", 1, now));
	assert_non_null(cache_get(c, "/999", 1, now));
	cache_free(c);
}

static void
test_giant_is_not_kept(void **state)
{
	struct cache *c = cache_new(100000);

	put(c, "/small", 1, 100, 0);
	put(c, "/giant", 1, 60000, 0);
	assert_null(cache_get(c, "/giant", 1, now));
	assert_non_null(cache_get(c, "/small", 1, now));
	cache_free(c);
}

static void
test_held_answer_survives_its_entry(void **state)
{
	struct cache *c = cache_new(100000);
	struct prebuilt *p;

	put(c, "/a", 1, 100, 0);
	p = cache_get(c, "/a", 1, now);
	assert_non_null(p);
	prebuilt_hold(p);
	put(c, "/a", 2, 200, 0);
	assert_int_equal(p->len, 17 + 2 + 100);
	prebuilt_release(p);
	cache_free(c);
}

static void
test_publication_bumps_the_shared_generation(void **state)
{
	uint64_t before;

	assert_true(cache_share());
	cache_saw(1);
	before = cache_generation();
	cache_saw(1);
	assert_int_equal(cache_generation(), before);
	cache_saw(2);
	assert_int_equal(cache_generation(), before + 1);
	cache_bump();
	assert_int_equal(cache_generation(), before + 2);
}

static void
test_one_asks_the_database_per_second(void **state)
{
	assert_true(cache_share());
	assert_true(cache_poll_due((struct timestamp){ 5000000 }));
	assert_false(cache_poll_due((struct timestamp){ 5500000 }));
	assert_true(cache_poll_due((struct timestamp){ 6000000 }));
	assert_true(cache_poll_due((struct timestamp){ 1000000 }));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_answer_is_found_while_its_generation_lasts),
		cmocka_unit_test(test_forever_outlives_generations),
		cmocka_unit_test(test_answer_ends_at_its_hour),
		cmocka_unit_test(test_oldest_leave_first_and_memory_is_bounded),
		cmocka_unit_test(test_giant_is_not_kept),
		cmocka_unit_test(test_held_answer_survives_its_entry),
		cmocka_unit_test(test_publication_bumps_the_shared_generation),
		cmocka_unit_test(test_one_asks_the_database_per_second),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
