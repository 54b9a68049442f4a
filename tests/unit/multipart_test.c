/* multipart/form-data as browsers and others send it. */
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/memory_body.h"
#include "web/multipart.h"
#include "web/query.h"

#define TYPE                   "multipart/form-data; boundary=XX"
#define PART(headers, content) "--XX\r\n" headers "\r\n\r\n" content "\r\n"
#define TEXT(name, content)    PART("Content-Disposition: form-data; name=\"" name "\"", content)
#define FILE_(params, content) \
	PART("Content-Disposition: form-data; " params "\r\nContent-Type: text/plain", content)
#define END "--XX--\r\n"

static struct web_req req;
static struct memory_body memory;
static struct web_body body;

static enum err
parse_type(struct arena *a, const char *type, const char *text, size_t n)
{
	memset(&req, 0, sizeof(req));
	memory = (struct memory_body){ text, n, 0 };
	body = memory_body(&memory);
	return multipart_parse(a, type, &body, &req.form, &req.files, &req.nfiles);
}

static enum err
parse(struct arena *a, const char *text)
{
	return parse_type(a, TYPE, text, strlen(text));
}

static const char *
file_text(struct arena *a, const struct web_file *f)
{
	char *out = arena_alloc(a, f->length + 1);

	assert_int_equal(web_file_read(f, out, f->length, 0), (ssize_t)f->length);
	return out;
}

static void
test_text_and_file_are_read(void **state)
{
	const struct web_file *f;

	assert_int_equal(
	    parse(*state,
		TEXT("ghi_chu", "dòng 1\r\ndòng 2")
		    FILE_("name=\"tep\"; filename=\"Báo cáo.pdf\"", "%PDF\r\n--X\r\n") END),
	    ERR_OK);
	assert_string_equal(web_form(&req, "ghi_chu"), "dòng 1\r\ndòng 2");
	f = web_file(&req, "tep");
	assert_non_null(f);
	assert_string_equal(f->name, "Báo cáo.pdf");
	assert_string_equal(f->content_type, "text/plain");
	assert_string_equal(file_text(*state, f), "%PDF\r\n--X\r\n");
}

static void
test_empty_text_and_empty_file_exist(void **state)
{
	assert_int_equal(
	    parse(*state, TEXT("a", "") FILE_("name=\"f\"; filename=\"x.txt\"", "") END),
	    ERR_OK);
	assert_string_equal(web_form(&req, "a"), "");
	assert_non_null(web_file(&req, "f"));
	assert_int_equal(web_file(&req, "f")->length, 0);
}

static void
test_unchosen_file_is_none(void **state)
{
	assert_int_equal(parse(*state, FILE_("name=\"f\"; filename=\"\"", "") END), ERR_OK);
	assert_int_equal(req.nfiles, 1);
	assert_null(web_file(&req, "f"));
}

static void
test_quoted_boundary_in_any_place_is_understood(void **state)
{
	const char *b;

	assert_int_equal(multipart_boundary(*state,
			     "multipart/form-data; charset=utf-8; boundary=\"a b;c\"", &b),
	    ERR_OK);
	assert_string_equal(b, "a b;c");
	assert_int_equal(
	    multipart_boundary(*state, "Multipart/Form-Data;boundary=x", &b), ERR_OK);
	assert_string_equal(b, "x");
}

static void
test_doubtful_boundaries_are_refused(void **state)
{
	const char *b;

	assert_int_equal(
	    multipart_boundary(*state, "multipart/form-data", &b), ERR_BAD_REQUEST);
	assert_int_equal(
	    multipart_boundary(*state, "multipart/form-data; boundary=", &b), ERR_BAD_REQUEST);
	assert_int_equal(
	    multipart_boundary(*state, "multipart/form-data; boundary=a; boundary=b", &b),
	    ERR_BAD_REQUEST);
	assert_int_equal(multipart_boundary(*state, "multipart/form-data; boundary=\"a", &b),
	    ERR_BAD_REQUEST);
	assert_int_equal(multipart_boundary(*state, "multipart/form-data; boundary=\"a \"", &b),
	    ERR_BAD_REQUEST);
	assert_int_equal(
	    multipart_boundary(*state,
		"multipart/form-data; boundary="
		"0123456789012345678901234567890123456789012345678901234567890123456789x",
		&b),
	    ERR_BAD_REQUEST);
	assert_int_equal(multipart_boundary(*state, "multipart/form-datax; boundary=a", &b),
	    ERR_UNSUPPORTED);
	assert_int_equal(multipart_boundary(*state, "text/plain", &b), ERR_UNSUPPORTED);
	assert_int_equal(multipart_boundary(*state, NULL, &b), ERR_UNSUPPORTED);
}

static void
test_text_that_begins_like_the_boundary_is_text(void **state)
{
	assert_int_equal(parse(*state, TEXT("a", "x\r\n--XXY\r\n--XX-\r\nz") END), ERR_OK);
	assert_string_equal(web_form(&req, "a"), "x\r\n--XXY\r\n--XX-\r\nz");
}

static void
test_preamble_epilogue_and_padding_are_ignored(void **state)
{
	assert_int_equal(
	    parse(*state,
		"nothing\r\n--XX  \t\r\nContent-Disposition: form-data; name=a\r\n\r\n1"
		"\r\n--XX--\r\nTEXT--XX\r\n"),
	    ERR_OK);
	assert_int_equal(req.form.n, 1);
	assert_string_equal(web_form(&req, "a"), "1");
}

static void
test_body_that_ends_early_is_refused(void **state)
{
	const char *whole = TEXT("a", "1") FILE_("name=\"f\"; filename=\"x\"", "abc") "--XX--";

	for (size_t n = 0; n < strlen(whole); n++) {
		if (parse_type(*state, TYPE, whole, n) != ERR_BAD_REQUEST)
			fail_msg("accepted %zu of %zu bytes", n, strlen(whole));
	}
	assert_int_equal(parse_type(*state, TYPE, whole, strlen(whole)), ERR_OK);
}

static void
test_parts_without_name_or_with_two_are_refused(void **state)
{
	assert_int_equal(
	    parse(*state, PART("Content-Type: text/plain", "1") END), ERR_BAD_REQUEST);
	assert_int_equal(
	    parse(*state, PART("Content-Disposition: form-data", "1") END), ERR_BAD_REQUEST);
	assert_int_equal(
	    parse(*state, PART("Content-Disposition: form-data; name=\"\"", "1") END),
	    ERR_BAD_REQUEST);
	assert_int_equal(
	    parse(*state, PART("Content-Disposition: form-data; name=a; name=b", "1") END),
	    ERR_BAD_REQUEST);
	assert_int_equal(parse(*state,
			     PART("Content-Disposition: form-data; name=a\r\n"
				  "Content-Disposition: form-data; name=b",
				 "1") END),
	    ERR_BAD_REQUEST);
	assert_int_equal(
	    parse(*state, PART("Content-Disposition: attachment; name=a", "1") END),
	    ERR_BAD_REQUEST);
	assert_int_equal(
	    parse(*state, PART("Content-Disposition: form-data;\r\n name=a", "1") END),
	    ERR_BAD_REQUEST);
	assert_int_equal(parse(*state, TEXT("a\xff", "1") END), ERR_BAD_REQUEST);
	assert_int_equal(parse(*state,
			     PART("Content-Disposition: form-data; name=a\r\n"
				  "Content-Transfer-Encoding: base64",
				 "MQ==") END),
	    ERR_BAD_REQUEST);
}

static void
test_file_names_lose_folders_and_keep_odd_letters(void **state)
{
	assert_int_equal(parse(*state,
			     FILE_("name=a; filename=\"C:\\Users\\Lan\\don;tu=1.pdf\"", "")
				 FILE_("name=b; filename=\"../../etc/passwd\"", "")
				     FILE_("name=c; filename=\"x%22y\\\"z.txt\"", "")
					 FILE_("name=d; filename=\"..\"", "") END),
	    ERR_OK);
	assert_string_equal(web_file(&req, "a")->name, "don;tu=1.pdf");
	assert_string_equal(web_file(&req, "b")->name, "passwd");
	assert_string_equal(web_file(&req, "c")->name, "x\"y\"z.txt");
	assert_string_equal(web_file(&req, "d")->name, "_");
}

static void
test_extended_file_name_wins(void **state)
{
	assert_int_equal(
	    parse(*state,
		FILE_(
		    "name=a; filename=\"bao-cao.pdf\"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o.pdf",
		    "") END),
	    ERR_OK);
	assert_string_equal(web_file(&req, "a")->name, "Báo cáo.pdf");
	assert_int_equal(
	    parse(*state, FILE_("name=a; filename*=UTF-8''%ff", "") END), ERR_BAD_REQUEST);
	assert_int_equal(
	    parse(*state, FILE_("name=a; filename*=shift_jis''x", "") END), ERR_BAD_REQUEST);
}

static void
test_large_file_is_a_window_whatever_the_read_size(void **state)
{
	static const char head[] =
	    "--XX\r\nContent-Disposition: form-data; name=f; filename=big\r\n\r\n";
	size_t n = 300000, len = sizeof(head) - 1 + n + 10;
	char *text = malloc(len + 1);
	size_t before = arena_used(*state);

	assert_non_null(text);
	memcpy(text, head, sizeof(head) - 1);
	for (size_t i = 0; i < n; i++)
		text[sizeof(head) - 1 + i] = "\r\n--X"[i % 5];
	memcpy(text + sizeof(head) - 1 + n, "\r\n--XX--\r\n", 11);
	for (size_t step = 0; step < 70000; step = step * 3 + 4099) {
		memset(&req, 0, sizeof(req));
		memory = (struct memory_body){ text, len, step };
		body = memory_body(&memory);
		assert_int_equal(
		    multipart_parse(*state, TYPE, &body, &req.form, &req.files, &req.nfiles),
		    ERR_OK);
		assert_int_equal(req.nfiles, 1);
		assert_int_equal(req.files[0].length, n);
	}
	assert_true(arena_used(*state) - before < 4 * 70000);
	free(text);
}

static void
test_delimiter_is_found_at_every_offset_of_the_window(void **state)
{
	static const char head[] = "--XX\r\nContent-Disposition: form-data; name=t\r\n\r\n";
	char *text = malloc(140000);

	assert_non_null(text);
	for (size_t n = 65440; n < 65560; n++) {
		struct arena *a = arena_new();
		size_t len = sizeof(head) - 1;

		(void)state;
		memcpy(text, head, len);
		memset(text + len, '-', n);
		len += n;
		memcpy(text + len, "\r\n--XX--", 8);
		assert_int_equal(parse_type(a, TYPE, text, len + 8), ERR_OK);
		assert_int_equal(req.form.v[0].length, n);
		arena_free(a);
	}
	free(text);
}

static void
test_too_much_text_is_refused(void **state)
{
	static const char head[] = "--XX\r\nContent-Disposition: form-data; name=t\r\n\r\n";
	size_t n = MULTIPART_MAX_TEXT, len = sizeof(head) - 1;
	char *text = malloc(len + n + 16);

	assert_non_null(text);
	memcpy(text, head, len);
	memset(text + len, 'x', n + 1);
	memcpy(text + len + n, "\r\n--XX--", 8);
	assert_int_equal(parse_type(*state, TYPE, text, len + n + 8), ERR_OK);
	memset(text + len, 'x', n + 1);
	memcpy(text + len + n + 1, "\r\n--XX--", 8);
	assert_int_equal(parse_type(*state, TYPE, text, len + n + 9), ERR_TOO_LARGE);
	free(text);
}

static void
test_too_many_parts_are_refused(void **state)
{
	static const char part[] = TEXT("a", "1");
	size_t one = sizeof(part) - 1;
	char *text = malloc(one * (WEB_MAX_FIELDS + 1) + 16);

	assert_non_null(text);
	for (size_t i = 0; i <= WEB_MAX_FIELDS; i++)
		memcpy(text + i * one, part, one);
	memcpy(text + one * (WEB_MAX_FIELDS + 1), END, sizeof(END));
	assert_int_equal(
	    parse_type(*state, TYPE, text, one * (WEB_MAX_FIELDS + 1) + 8), ERR_TOO_LARGE);
	free(text);
}

static void
test_endless_header_is_refused(void **state)
{
	static char text[MULTIPART_MAX_HEADER + 200];

	memcpy(text, "--XX\r\nX: ", 9);
	memset(text + 9, 'y', sizeof(text) - 10);
	assert_int_equal(parse_type(*state, TYPE, text, sizeof(text) - 1), ERR_BAD_REQUEST);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ARENA_TEST(test_text_and_file_are_read),
		ARENA_TEST(test_empty_text_and_empty_file_exist),
		ARENA_TEST(test_unchosen_file_is_none),
		ARENA_TEST(test_quoted_boundary_in_any_place_is_understood),
		ARENA_TEST(test_doubtful_boundaries_are_refused),
		ARENA_TEST(test_text_that_begins_like_the_boundary_is_text),
		ARENA_TEST(test_preamble_epilogue_and_padding_are_ignored),
		ARENA_TEST(test_body_that_ends_early_is_refused),
		ARENA_TEST(test_parts_without_name_or_with_two_are_refused),
		ARENA_TEST(test_file_names_lose_folders_and_keep_odd_letters),
		ARENA_TEST(test_extended_file_name_wins),
		ARENA_TEST(test_large_file_is_a_window_whatever_the_read_size),
		ARENA_TEST(test_delimiter_is_found_at_every_offset_of_the_window),
		ARENA_TEST(test_too_much_text_is_refused),
		ARENA_TEST(test_too_many_parts_are_refused),
		ARENA_TEST(test_endless_header_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
