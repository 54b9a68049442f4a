/* Built assets: addresses, lookups, sizes the public's phones can bear. */
#include "support/unit.h"

#include <stdbool.h>
#include <string.h>

#include "web/asset.h"

static void
every_asset_is_found_by_its_path(void **state)
{
	assert_true(asset_count > 10);
	for (size_t i = 0; i < asset_count; i++)
		assert_ptr_equal(asset_find(asset_table[i].path), &asset_table[i]);
}

static void
unknown_path_finds_nothing(void **state)
{
	assert_null(asset_find("/tai-nguyen/office.css"));
	assert_null(asset_find("/tai-nguyen/"));
	assert_null(asset_find(""));
}

static void
path_carries_the_hash_that_the_etag_names(void **state)
{
	for (size_t i = 0; i < asset_count; i++) {
		char hash[13];

		assert_int_equal(strlen(asset_table[i].etag), 14);
		memcpy(hash, asset_table[i].etag + 1, 12);
		hash[12] = '\0';
		/* Kept for ever where the address changes with the bytes; the ballot's modules import each other by name. */
		if (strncmp(asset_table[i].name, "ballot/", 7) == 0)
			continue;
		assert_int_equal(strncmp(asset_table[i].path, "/tai-nguyen/", 12), 0);
		assert_non_null(strstr(asset_table[i].path, hash));
	}
}

static void
ballot_modules_keep_their_names_in_a_folder_of_their_own(void **state)
{
	size_t found = 0;

	for (size_t i = 0; i < asset_count; i++) {
		if (strncmp(asset_table[i].name, "ballot/", 7) != 0)
			continue;
		assert_int_equal(strncmp(asset_table[i].path, "/bo-phieu/dien-tap/", 19), 0);
		assert_string_equal(asset_table[i].path + 19, asset_table[i].name + 7);
		found++;
	}
	assert_true(found > 0);
}

static void
text_is_there_plain_gzip_and_brotli(void **state)
{
	const struct asset *css = asset_named("office.css");

	assert_string_equal(css->content_type, "text/css; charset=utf-8");
	assert_true(css->gzip.n > 0 && css->gzip.n < css->plain.n);
	assert_true(css->brotli.n > 0 && css->brotli.n < css->gzip.n);
	assert_int_equal(css->gzip.p[0], 0x1f);
	assert_int_equal(css->gzip.p[1], 0x8b);
}

static void
fonts_are_not_compressed_twice(void **state)
{
	const struct asset *font = asset_named("be-vietnam-pro-vietnamese-400.woff2");

	assert_memory_equal(font->plain.p, "wOF2", 4);
	assert_int_equal(font->gzip.n + font->brotli.n, 0);
}

static bool
mentions(const struct asset *a, const char *text)
{
	return memmem(a->plain.p, a->plain.n, text, strlen(text)) != NULL;
}

static void
styles_fetch_nothing_from_elsewhere(void **state)
{
	static const char *const names[] = { "office.css", "public.css", "embed.css" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		assert_false(mentions(asset_named(names[i]), "url(http"));
		assert_false(mentions(asset_named(names[i]), "url(\"http"));
		assert_false(mentions(asset_named(names[i]), "url(//"));
		assert_false(mentions(asset_named(names[i]), "@import"));
		assert_false(mentions(asset_named(names[i]), "GDS Transport"));
		assert_false(mentions(asset_named(names[i]), "asset:"));
	}
}

static void
embed_stays_small_and_needs_no_font(void **state)
{
	assert_true(asset_named("embed.css")->plain.n < 6000);
	assert_true(asset_named("embed.js")->plain.n < 2000);
	assert_false(mentions(asset_named("embed.css"), "@font-face"));
}

static void
public_pages_load_little_on_slow_networks(void **state)
{
	assert_true(asset_named("public.css")->brotli.n < 16000);
	assert_true(asset_named("public.js")->brotli.n < 3000);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_asset_is_found_by_its_path),
		cmocka_unit_test(unknown_path_finds_nothing),
		cmocka_unit_test(path_carries_the_hash_that_the_etag_names),
		cmocka_unit_test(ballot_modules_keep_their_names_in_a_folder_of_their_own),
		cmocka_unit_test(text_is_there_plain_gzip_and_brotli),
		cmocka_unit_test(fonts_are_not_compressed_twice),
		cmocka_unit_test(styles_fetch_nothing_from_elsewhere),
		cmocka_unit_test(embed_stays_small_and_needs_no_font),
		cmocka_unit_test(public_pages_load_little_on_slow_networks),
	};

	return cmocka_run_group_tests_name("asset", tests, NULL, NULL);
}
