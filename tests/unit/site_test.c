/* Pure parts of the public site and of publication: cells, feeds, addresses, the confirmed hash, compression. */
#include "support/unit.h"

#include <string.h>

#include <zlib.h>

#include "publication/compress.h"
#include "publication/publication.h"
#include "site/site_format.h"

static struct site_entry
someone(void)
{
	return (struct site_entry){ .list_slug = "mau",
		.anchor = "1-nguyen-van-a",
		.ordinal = 1,
		.kind = NOMINEE_KIND_PERSON,
		.name = "Nguyễn Văn A",
		.position = "Giáo viên",
		.unit_code = "30742",
		.unit_name = "Phường Rạch Giá",
		.award_code = "LDTT",
		.award_name_vi = "Lao động tiên tiến",
		.award_name_en = "Advanced Worker",
		.field = ACHIEVEMENT_FIELD_STUDY,
		.year = 2026,
		.achievement = "Dạy giỏi",
		.decision_no = "1/QĐ-UBND",
		.decision_date = { 2026, 11, 5 },
		.state = ENTRY_STATE_SHOWN,
		.note = "" };
}

static struct site_list
list_of(const struct site_entry *e, size_t n)
{
	return (struct site_list){ .slug = "mau",
		.version = 1,
		.title = "Mẫu",
		.introduction = "",
		.unit_code = "91",
		.unit_name = "Tỉnh An Giang",
		.decision_no = "1/QĐ-UBND",
		.decision_date = { 2026, 11, 5 },
		.year = 2026,
		.correction = "",
		.v = e,
		.n = n };
}

static void
test_a_cell_is_quoted_and_never_a_formula(void **state)
{
	static const struct {
		const char *text, *cell;
	} cases[] = {
		{ "Nguyễn \"Ba\" Văn", "\"Nguyễn \"\"Ba\"\" Văn\"," },
		{ "=1+1", "\"'=1+1\"," },
		{ "+84", "\"'+84\"," },
		{ "-1", "\"'-1\"," },
		{ "@x", "\"'@x\"," },
		{ "\t=1", "\"'\t=1\"," },
		{ "hai\r\ndòng", "\"hai dòng\"," },
		{ "", "\"\"," },
		{ "\xef\xbc\x9d"
		  "1",
		    "\"'\xef\xbc\x9d"
		    "1\"," },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct buf b = { 0 };

		site_csv_cell(&b, cases[i].text, false);
		assert_string_equal(b.p, cases[i].cell);
		buf_free(&b);
	}
}

static void
test_xml_text_is_escaped_and_has_no_forbidden_characters(void **state)
{
	struct buf b = { 0 };

	(void)state;
	site_xml(&b, "<a b=\"c\">&\x01\x1f\n</a>");
	assert_string_equal(b.p, "&lt;a b=&quot;c&quot;&gt;&amp;\n&lt;/a&gt;");
	buf_free(&b);
}

static void
test_a_text_is_cut_at_a_word_by_code_points(void **state)
{
	struct arena *a = *state;

	assert_string_equal(site_shorten(a, "Đã có thành tích", 100), "Đã có thành tích");
	assert_string_equal(site_shorten(a, "Đã có thành tích", 16), "Đã có thành tích");
	assert_string_equal(site_shorten(a, "Đã có thành tích", 15), "Đã có thành…");
	assert_string_equal(site_shorten(a, "Đã có, thành tích", 8), "Đã có…");
	assert_string_equal(site_shorten(a, "", 3), "");
}

static void
test_addresses_are_short_stable_and_not_taken(void **state)
{
	struct arena *a = *state;
	char title[1000];

	assert_string_equal(publication_anchor(a, 12, "Nguyễn Thị Hòa"), "12-nguyen-thi-hoa");
	assert_string_equal(publication_slug(a, "Danh sách năm 2026", 0), "danh-sach-nam-2026");
	assert_string_equal(
	    publication_slug(a, "Danh sách năm 2026", 7), "danh-sach-nam-2026-7");
	assert_string_equal(publication_slug(a, "Embed", 0), "danh-sach-embed");
	assert_string_equal(publication_slug(a, "!!!", 0), "danh-sach-x");
	memset(title, 'a', sizeof(title) - 1);
	title[sizeof(title) - 1] = '\0';
	assert_true(strlen(publication_slug(a, title, 999999)) <= 120);
	assert_true(strlen(publication_anchor(a, 1000000, title)) <= 160);
}

static void
test_the_hash_knows_every_public_field_and_nothing_else(void **state)
{
	struct arena *a = *state;
	struct site_entry e = someone(), other;
	struct site_list l = list_of(&e, 1), changed = list_of(&other, 1);
	const char *hash = publication_hash(a, &l);

#define DIFFERS(field, value)                                                 \
	do {                                                                  \
		other = e;                                                    \
		other.field = value;                                          \
		assert_string_not_equal(publication_hash(a, &changed), hash); \
	} while (0)
	other = e;
	assert_string_equal(publication_hash(a, &changed), hash);
	DIFFERS(name, "Nguyễn Văn B");
	DIFFERS(position, "");
	DIFFERS(unit_name, "Phường Long Xuyên");
	DIFFERS(award_name_vi, "Chiến sĩ thi đua");
	DIFFERS(award_name_en, "x");
	DIFFERS(achievement, "Dạy tốt");
	DIFFERS(decision_no, "2/QĐ-UBND");
	DIFFERS(ordinal, 2);
	DIFFERS(year, 2025);
	DIFFERS(kind, NOMINEE_KIND_COLLECTIVE);
	DIFFERS(field, ACHIEVEMENT_FIELD_OTHER);
	DIFFERS(state, ENTRY_STATE_REVOKED);
	DIFFERS(note, "x");
	DIFFERS(anchor, "2-x");
#undef DIFFERS
	other = e;
	changed.title = "Khác";
	assert_string_not_equal(publication_hash(a, &changed), hash);
	changed = list_of(&other, 1);
	changed.correction = "Sửa";
	assert_string_not_equal(publication_hash(a, &changed), hash);
	changed = list_of(&other, 1);
	changed.version = 9;
	changed.at.us = 77;
	assert_string_equal(publication_hash(a, &changed), hash);
}

static void
test_an_honouree_is_found_by_name_unit_and_award(void **state)
{
	struct site_entry e = someone();

	assert_string_equal(
	    site_search_text(*state, &e), "nguyen van a phuong rach gia lao dong tien tien");
}

static void
test_gzip_gives_the_same_bytes_back(void **state)
{
	struct buf plain = { 0 }, packed = { 0 };
	unsigned char out[20000];
	z_stream z = { 0 };

	(void)state;
	for (int i = 0; i < 300; i++)
		buf_printf(&plain, "<li>Nguyễn Văn %d</li>\n", i);
	assert_true(compress_gzip(&plain, &packed));
	assert_int_equal(inflateInit2(&z, 15 + 16), Z_OK);
	z.next_in = (unsigned char *)packed.p;
	z.avail_in = (unsigned)packed.len;
	z.next_out = out;
	z.avail_out = sizeof(out);
	assert_int_equal(inflate(&z, Z_FINISH), Z_STREAM_END);
	inflateEnd(&z);
	assert_int_equal(z.total_out, plain.len);
	assert_memory_equal(out, plain.p, plain.len);
	assert_true(compress_brotli(&plain, &packed));
	buf_reset(&plain);
	buf_puts(&plain, "x");
	assert_false(compress_gzip(&plain, &packed));
	buf_free(&plain);
	buf_free(&packed);
}

static void
test_json_of_a_list_has_one_entry_each(void **state)
{
	struct arena *a = *state;
	struct site_entry e = someone();
	struct site_list l = list_of(&e, 1);
	struct buf b = { 0 };
	json_t *o;

	e.name = "</script>\"\xe2\x80\xa8";
	site_json_list(a, "https://x", LANG_VI, &l, &b);
	o = json_loads(b.p, 0, NULL);
	assert_non_null(o);
	assert_string_equal(json_string_value(json_object_get(
				json_array_get(json_object_get(o, "entries"), 0), "name")),
	    e.name);
	assert_string_equal(json_string_value(json_object_get(
				json_array_get(json_object_get(o, "entries"), 0), "url")),
	    "https://x/vinh-danh/mau/1-nguyen-van-a");
	json_decref(o);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ARENA_TEST(test_a_cell_is_quoted_and_never_a_formula),
		ARENA_TEST(test_xml_text_is_escaped_and_has_no_forbidden_characters),
		ARENA_TEST(test_a_text_is_cut_at_a_word_by_code_points),
		ARENA_TEST(test_addresses_are_short_stable_and_not_taken),
		ARENA_TEST(test_the_hash_knows_every_public_field_and_nothing_else),
		ARENA_TEST(test_an_honouree_is_found_by_name_unit_and_award),
		ARENA_TEST(test_gzip_gives_the_same_bytes_back),
		ARENA_TEST(test_json_of_a_list_has_one_entry_each),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
