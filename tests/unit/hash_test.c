/* Hashes against published vectors; tokens. */
#include "support/unit.h"

#include <string.h>

#include "core/hash.h"

static void
sha256_gives_the_published_digest(void **state)
{
	/* FIPS 180-4 examples. */
	assert_string_equal(sha256_hex(*state, sha256_of("abc", 3)),
	    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	assert_string_equal(sha256_hex(*state, sha256_of("", 0)),
	    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void
hmac_gives_the_published_digest(void **state)
{
	unsigned char key[131];

	/* RFC 4231, cases 2 and 6 (key longer than a block). */
	assert_string_equal(
	    sha256_hex(*state, hmac_sha256("Jefe", 4, "what do ya want for nothing?", 28)),
	    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
	memset(key, 0xaa, sizeof(key));
	assert_string_equal(
	    sha256_hex(*state,
		hmac_sha256(key, sizeof(key),
		    "Test Using Larger Than Block-Size Key - Hash Key First", 54)),
	    "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

static void
comparison_sees_one_different_bit(void **state)
{
	struct sha256 a = sha256_of("a", 1), b = a;

	assert_true(equal_const_time(a.b, b.b, sizeof(a.b)));
	b.b[31] ^= 1;
	assert_false(equal_const_time(a.b, b.b, sizeof(a.b)));
}

static void
tokens_are_43_characters_and_differ(void **state)
{
	const char *a = random_token(*state), *b = random_token(*state);

	assert_int_equal(strlen(a), 43);
	assert_int_equal(strlen(b), 43);
	assert_string_not_equal(a, b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ARENA_TEST(sha256_gives_the_published_digest),
		ARENA_TEST(hmac_gives_the_published_digest),
		cmocka_unit_test(comparison_sees_one_different_bit),
		ARENA_TEST(tokens_are_43_characters_and_differ),
	};

	return cmocka_run_group_tests_name("hash", tests, NULL, NULL);
}
