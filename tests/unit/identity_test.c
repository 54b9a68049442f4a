/* Identity numbers: reading, doubting, sealing. */
#include "support/unit.h"

#include "registry/identity.h"

#include <string.h>

static const char KEY_1[] =
    "1 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n";
static const char KEY_1_AND_2[] =
    "# two\n1 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"
    "2 ff0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n";
static const char KEY_1_TWICE[] =
    "1 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"
    "1 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n";
static const char KEY_OTHER[] =
    "1 aa0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n";

static struct identity_keys *
keys_of(const char *text)
{
	const char *why;
	struct identity_keys *keys = identity_keys_parse(text, &why);

	assert_non_null(keys);
	return keys;
}

static void
number_is_read_with_spaces_and_dots(void **state)
{
	char d[13];

	assert_int_equal(identity_parse("091 085 001234", d), IDENTITY_OK);
	assert_string_equal(d, "091085001234");
	assert_int_equal(identity_parse(" 091.085.001.234\xc2\xa0", d), IDENTITY_OK);
	assert_string_equal(d, "091085001234");
	assert_int_equal(identity_parse("370123456", d), IDENTITY_OK);
	assert_int_equal(identity_parse("", d), IDENTITY_EMPTY);
	assert_int_equal(identity_parse(NULL, d), IDENTITY_EMPTY);
	assert_int_equal(identity_parse("09108500123", d), IDENTITY_LENGTH);
	assert_int_equal(identity_parse("0910850012345", d), IDENTITY_LENGTH);
	assert_int_equal(identity_parse("09108500123a", d), IDENTITY_NOT_DIGITS);
	assert_int_equal(identity_parse("<script>", d), IDENTITY_NOT_DIGITS);
}

static unsigned
doubts(const char *digits, enum gender gender, int year)
{
	struct identity_tail t = identity_tail_of(digits);

	return identity_doubts(&t, true, gender, year);
}

static void
number_that_does_not_fit_birth_or_sex_is_doubted(void **state)
{
	assert_int_equal(doubts("091085001234", GENDER_MALE, 1985), 0);
	assert_int_equal(doubts("091185001234", GENDER_FEMALE, 1985), 0);
	assert_int_equal(doubts("091203001234", GENDER_MALE, 2003), 0);
	assert_int_equal(doubts("091303001234", GENDER_FEMALE, 2003), 0);
	assert_int_equal(doubts("091085001234", GENDER_FEMALE, 1985), 1u << IDENTITY_DOUBT_SEX);
	assert_int_equal(doubts("091085001234", GENDER_MALE, 1986), 1u << IDENTITY_DOUBT_YEAR);
	assert_int_equal(doubts("091085001234", GENDER_MALE, 0), 0);
	assert_int_equal(
	    doubts("000085001234", GENDER_MALE, 1985), 1u << IDENTITY_DOUBT_PROVINCE);
	assert_int_equal(
	    doubts("097085001234", GENDER_MALE, 1985), 1u << IDENTITY_DOUBT_PROVINCE);
	assert_int_equal(doubts("096085001234", GENDER_MALE, 1985), 0);
	assert_int_equal(doubts("370123456", GENDER_MALE, 1985), 1u << IDENTITY_DOUBT_OLD);
}

static void
numbers_are_masked_in_any_text(void **state)
{
	static const struct {
		const char *text, *hidden, *digits;
		size_t n;
	} cases[] = {
		{ "091085001234", "•••• •••• 1234", "091085001234", 12 },
		{ " 091 085.001-234\xc2\xa0", "•••• •••• 1234", "091085001234", 12 },
		{ "'091085001234", "•••• •••• 1234", "091085001234", 12 },
		{ "351 234 567", "•••• • 4567", "351234567", 9 },
		{ "91085001234", "•••• ••• 1234", "", 11 },
		{ "0910850012345", "•••• •••• • 2345", "", 13 },
		{ "CCCD: 091085001234 cấp 2021", "CCCD: •••• •••• 1234 cấp 2021",
		    "091085001234", 12 },
		{ "ông An (091.085.001.234)", "ông An (•••• •••• 1234)", "091085001234", 12 },
		{ "Năm 2021 091085001234", "Năm 2021 •••• •••• 1234", "091085001234", 12 },
		{ "CCCD 091 085 001 234", "CCCD •••• •••• 1234", "091085001234", 12 },
		{ "CMND 351 234 567, 2011", "CMND •••• • 4567, 2011", "351234567", 9 },
		{ "CMND 351 234 567", "CMND •••• • 4567", "351234567", 9 },
		{ "Trần Văn An 351234567", "Trần Văn An •••• • 4567", "351234567", 9 },
		{ "An: 091085001234; Ba: 091085005678",
		    "An: •••• •••• 1234; Ba: •••• •••• 5678", "", 24 },
	};
	static const char *const others[] = { "", "Trần Văn An", "28/02/1985", "28021985",
		"1/1/1985 - 31/12/2020", "ủng hộ 150000000 đồng",
		"làm lợi 1.250.000.000.000 đồng", "0912 345 678 (Zalo)",
		"123/QĐ-UBND ngày 01/02/2024", "1.049 hộ, 12.345.678 đồng" };
	char d[IDENTITY_DIGITS + 1];

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *hidden = identity_hide(*state, cases[i].text, d);

		assert_string_equal(hidden, cases[i].hidden);
		assert_string_equal(d, cases[i].digits);
		assert_int_equal(identity_hidden(hidden), cases[i].n);
		assert_ptr_equal(identity_hide(*state, hidden, NULL), hidden);
	}
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		assert_ptr_equal(identity_hide(*state, others[i], d), others[i]);
		assert_string_equal(d, "");
		assert_int_equal(identity_hidden(others[i]), 0);
	}
	assert_int_equal(identity_hidden("• 5 năm liền; • 12 sáng kiến"), 0);
}

static void
number_comes_back_from_its_seal(void **state)
{
	struct identity_keys *keys = keys_of(KEY_1);
	struct identity_sealed s = identity_seal(keys, 1, *state, "091085001234"),
			       again = identity_seal(keys, 1, *state, "091085001234"),
			       old = identity_seal(keys, 1, *state, "370123456");
	struct identity_tail t;
	char d[13];

	assert_true(identity_open(keys, s.cipher, d));
	assert_string_equal(d, "091085001234");
	assert_true(identity_open(keys, old.cipher, d));
	assert_string_equal(d, "370123456");
	assert_true(identity_open_tail(keys, s.tail, &t));
	assert_string_equal(identity_mask(*state, &t), "•••• •••• 1234");
	assert_int_equal(identity_hidden("•••• •••• 1234"), 12);
	assert_false(t.old);
	assert_false(t.female);
	assert_int_equal(t.year, 1985);
	assert_true(identity_open_tail(keys, old.tail, &t));
	assert_true(t.old);
	/* Found again by its hash, and by nothing else. */
	assert_memory_equal(s.hash.p, again.hash.p, 32);
	assert_memory_not_equal(s.hash.p, old.hash.p, 32);
	assert_int_equal(s.cipher.n, old.cipher.n);
	assert_memory_not_equal(s.cipher.p, again.cipher.p, s.cipher.n);
	identity_keys_free(keys);
}

static void
seal_holds_no_digits_and_tells_nothing_to_another_key(void **state)
{
	struct identity_keys *keys = keys_of(KEY_1), *other = keys_of(KEY_OTHER);
	struct identity_sealed s = identity_seal(keys, 1, *state, "091085001234");
	struct identity_sealed o = identity_seal(other, 1, *state, "091085001234");
	unsigned char *broken = arena_alloc(*state, s.cipher.n);
	struct identity_tail t;
	char d[13];

	assert_null(memmem(s.cipher.p, s.cipher.n, "0910", 4));
	assert_null(memmem(s.cipher.p, s.cipher.n, "1234", 4));
	assert_null(memmem(s.tail.p, s.tail.n, "1234", 4));
	assert_memory_not_equal(s.hash.p, o.hash.p, 32);
	assert_false(identity_open(other, s.cipher, d));
	assert_string_equal(d, "");
	assert_false(identity_open_tail(other, s.tail, &t));
	/* Not a bit may change. */
	memcpy(broken, s.cipher.p, s.cipher.n);
	broken[s.cipher.n - 1] ^= 1;
	assert_false(identity_open(keys, (struct bytes){ broken, s.cipher.n }, d));
	assert_false(identity_open(keys, (struct bytes){ broken, 3 }, d));
	identity_keys_free(keys);
	identity_keys_free(other);
}

static void
new_key_opens_the_old_and_hashes_alike(void **state)
{
	struct identity_keys *one = keys_of(KEY_1), *two = keys_of(KEY_1_AND_2);
	struct identity_sealed s = identity_seal(one, 1, *state, "091085001234");
	struct identity_sealed n = identity_seal(two, 1, *state, "091085001234");
	unsigned char a[32], b[32];
	char d[13];

	assert_int_equal(identity_key_id(two), 2);
	assert_int_equal(n.cipher.p[0], 2);
	assert_true(identity_open(two, s.cipher, d));
	assert_false(identity_open(one, n.cipher, d));
	assert_memory_equal(s.hash.p, n.hash.p, 32);
	assert_memory_not_equal(
	    s.hash.p, identity_seal(two, 2, *state, "091085001234").hash.p, 32);
	assert_true(identity_key_check(one, 1, a));
	assert_true(identity_key_check(two, 1, b));
	assert_memory_equal(a, b, 32);
	assert_true(identity_key_check(two, 2, b));
	assert_memory_not_equal(a, b, 32);
	assert_false(identity_key_check(one, 2, b));
	identity_keys_free(one);
	identity_keys_free(two);
}

static void
key_file_that_is_none_is_refused(void **state)
{
	static const char *const bad[] = { "", "# nothing\n", "1 abc\n", "0 00\n", "hello\n",
		"1 zz0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n",
		KEY_1_TWICE };
	const char *why;
	struct identity_keys *keys;

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_null(identity_keys_parse(bad[i], &why));
		assert_non_null(why);
	}
	assert_null(identity_keys_read("/nowhere/at/all", &why));
	keys = identity_keys_parse(identity_keys_new(*state), &why);
	assert_non_null(keys);
	identity_keys_free(keys);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ARENA_TEST(number_is_read_with_spaces_and_dots),
		ARENA_TEST(number_that_does_not_fit_birth_or_sex_is_doubted),
		ARENA_TEST(numbers_are_masked_in_any_text),
		ARENA_TEST(number_comes_back_from_its_seal),
		ARENA_TEST(seal_holds_no_digits_and_tells_nothing_to_another_key),
		ARENA_TEST(new_key_opens_the_old_and_hashes_alike),
		ARENA_TEST(key_file_that_is_none_is_refused),
	};

	return cmocka_run_group_tests_name("identity", tests, NULL, NULL);
}
