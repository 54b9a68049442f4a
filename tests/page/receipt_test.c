/* Receipts: the PDF made from the frozen copy, and the public check of one. */
#include "support/page_fixture.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>

#include "core/buf.h"
#include "jobs/jobs.h"
#include "receipt/receipt_pdf.h"
#include "support/world.h"

/* fontconfig keeps its caches to the end; what is ours is still looked at. NOLINTBEGIN(cert-dcl51-cpp): the sanitizer's name */
const char *__lsan_default_suppressions(void);
__attribute__((visibility("default"))) const char *
__lsan_default_suppressions(void)
{
	return "leak:libfontconfig\nleak:libpango\n";
}
/* NOLINTEND(cert-dcl51-cpp) */

static int64_t dossier, filing;

static struct page_fixture *
filed(void **state)
{
	struct page_fixture *f = *state;

	world_base(f->owner);
	world_clear(f->owner);
	page_sql(f, "truncate office.receipt_file");
	dossier = world_dossier(f->owner, world_season(f->owner, "Đợt cuối năm", -24, 24),
	    "30742", "draft", 16, "draft");
	page_sql(f,
	    "update office.dossier set letter_no = '12/TTr-UBND', title = 'Đề nghị khen thưởng – Ễ Ỗ Ậ Ữ'");
	page_sign_in(f, "lanhdao.rachgia");
	page_get(f, arena_printf(f->arena, "/ho-so/%" PRId64 "/nop", dossier));
	page_submit(f, arena_printf(f->arena, "/ho-so/%" PRId64 "/nop", dossier), "version",
	    "1", "count", "16", NULL);
	page_expect_status(f, 303);
	filing = page_sql_i64(f, "select id from office.filing");
	return f;
}

static void
run_jobs(struct page_fixture *f)
{
	bool ran;

	do {
		assert_int_equal(
		    jobs_run_next(&f->app, job_kinds, job_kind_count, NULL, &ran), ERR_OK);
	} while (ran);
	assert_string_equal(
	    page_sql_text(f,
		"select coalesce(string_agg(last_error, '; '), '') from office.job where kind = 'receipt.render'"),
	    "");
}

static const char *
at(struct page_fixture *f, const char *rest)
{
	return arena_printf(
	    f->arena, "/ho-so/%" PRId64 "/bien-nhan/%" PRId64 "%s", dossier, filing, rest);
}

static void
write_file(const char *path, const void *p, size_t n)
{
	FILE *out = fopen(path, "wb");

	assert_non_null(out);
	assert_int_equal(fwrite(p, 1, n, out), n);
	assert_int_equal(fclose(out), 0);
}

/* What a program prints; fails when it does not run. */
static char *
output_of(struct arena *a, const char *command)
{
	FILE *in = popen(command, "r"); /* NOLINT(cert-env33-c): our own words only */
	char *text = arena_alloc(a, 65536);
	size_t n;

	assert_non_null(in);
	n = fread(text, 1, 65535, in);
	text[n] = '\0';
	assert_int_equal(pclose(in), 0);
	return text;
}

static void
test_receipt_is_a_pdf_that_reads_as_vietnamese(void **state)
{
	struct page_fixture *f = filed(state);
	const char *text, *no = page_sql_text(f, "select receipt_no from office.filing");
	const char *sha = page_sql_text(f, "select sha256 from office.filing");
	struct arena *a = arena_new();
	char path[64], command[256];

	no = arena_strdup(a, no);
	sha = arena_strdup(a, sha);
	page_get(f, at(f, "/pdf"));
	page_expect_status(f, 404);
	page_expect_text(f, "đang được lập");
	run_jobs(f);
	page_get(f, at(f, "/pdf"));
	page_expect_status(f, 200);
	page_expect_header(f, "x-content-type-options", "nosniff");
	assert_string_equal(f->res.content_type, "application/pdf");
	assert_memory_equal(f->res.body.p, "%PDF-", 5);
	snprintf(path, sizeof(path), "/tmp/vd-receipt-%ld.pdf", (long)getpid());
	write_file(path, f->res.body.p, f->res.body.len);
	snprintf(command, sizeof(command), "pdftotext -layout %s -", path);
	text = output_of(f->arena, command);
	for (size_t i = 0; i < 12; i++) {
		const char *const wanted[] = { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
			"Độc lập - Tự do - Hạnh phúc", "BIÊN NHẬN", "Phường Rạch Giá",
			"Đề nghị khen thưởng – Ễ Ỗ Ậ Ữ", "12/TTr-UBND", "Đợt cuối năm",
			"giây, ngày", "16 (", "tập thể", "/bien-nhan", no };

		if (strstr(text, wanted[i]) == NULL)
			fail_msg("not on the receipt: %s\n%s", wanted[i], text);
	}
	/* The hash stands in groups of eight. */
	for (int i = 0; i < 64; i += 8) {
		char group[9] = { 0 };

		memcpy(group, sha + i, 8);
		assert_non_null(strstr(text, group));
	}
	/* One page, whole fonts inside. */
	snprintf(command, sizeof(command), "pdfinfo %s", path);
	text = output_of(f->arena, command);
	assert_non_null(strstr(text, "Pages:           1"));
	assert_non_null(strstr(text, "A4"));
	snprintf(command, sizeof(command), "pdffonts %s", path);
	assert_non_null(strstr(output_of(f->arena, command), "LiberationSerif"));
	remove(path);
	arena_free(a);
}

/* Titles of 300 characters, a unit of the longest name: one page all the same, and the same bytes each time. */
static void
test_receipt_is_one_page_and_the_same_bytes_whatever_it_says(void **state)
{
	struct arena *a = arena_new();
	char name[901], path[64], command[128];
	struct receipt r = { .receipt_no = "AG-2026-000123",
		.check_code = "7K3M9QXW01ABCDEF",
		.sha256 = "4434da887cca74fcd0b3712e162f17190c8566deefba03e35d7198a0b99e324e",
		.filed_at = { INT64_C(1795000000000000) },
		.unit = name,
		.title = name,
		.letter_no = name,
		.letter_date = "2026-02-28",
		.season = name,
		.filed_by = name,
		.persons = 1049 };
	struct buf first = { 0 }, second = { 0 };

	(void)state;
	memset(name, 0, sizeof(name));
	for (size_t i = 0; i + 9 < sizeof(name); i += 9)
		memcpy(name + i, "Ậu Nga ", 9); /* 9 bytes, 7 characters */
	assert_int_equal(
	    receipt_pdf(a, &r, "https://thiduakhenthuong.angiang.example", &first), ERR_OK);
	assert_int_equal(
	    receipt_pdf(a, &r, "https://thiduakhenthuong.angiang.example", &second), ERR_OK);
	assert_int_equal(first.len, second.len);
	assert_memory_equal(first.p, second.p, first.len);
	snprintf(path, sizeof(path), "/tmp/vd-receipt-%ld.pdf", (long)getpid());
	write_file(path, first.p, first.len);
	snprintf(command, sizeof(command), "pdfinfo %s", path);
	assert_non_null(strstr(output_of(a, command), "Pages:           1"));
	snprintf(command, sizeof(command), "pdftotext %s -", path);
	assert_non_null(strstr(output_of(a, command), "không cần chữ ký và con dấu"));
	remove(path);
	buf_free(&first);
	buf_free(&second);
	arena_free(a);
}

static void
test_qr_code_leads_to_the_check_that_finds_it_genuine(void **state)
{
	struct page_fixture *f = filed(state);
	char path[64], command[512];
	char *text, *url, *end;
	size_t n = strlen(f->app.origin);

	run_jobs(f);
	page_get(f, at(f, "/pdf"));
	page_expect_status(f, 200);
	snprintf(path, sizeof(path), "/tmp/vd-receipt-%ld.pdf", (long)getpid());
	write_file(path, f->res.body.p, f->res.body.len);
	snprintf(command, sizeof(command),
	    "pdftoppm -r 150 -png %s %s && zbarimg --quiet --raw %s-1.png", path, path, path);
	text = strdup(output_of(f->arena, command));
	assert_int_equal(strncmp(text, f->app.origin, n), 0);
	url = text + n;
	if ((end = strchr(url, '\n')) != NULL)
		*end = '\0';
	page_sign_in(f, NULL);
	page_get(f, url);
	page_expect_status(f, 200);
	page_expect_text(f, "Biên nhận có thật");
	page_expect_text(f, "Phường Rạch Giá");
	page_expect_text(f, page_sql_text(f, "select sha256 from office.filing"));
	page_expect_text(f,
	    page_sql_text(f,
		"select to_char(filed_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI:SS DD/MM/YYYY') from office.filing"));
	page_expect_header(f, "cache-control", "no-store");
	page_expect_header(f, "referrer-policy", "no-referrer");
	remove(path);
	snprintf(command, sizeof(command), "%s-1.png", path);
	remove(command);
	free(text);
}

/* Anyone holding it can check it without learning the content. */
static void
test_check_tells_nothing_of_the_content(void **state)
{
	struct page_fixture *f = filed(state);

	page_sign_in(f, NULL);
	page_get(f,
	    arena_printf(f->arena, "/bien-nhan/%s?ma=%s",
		page_sql_text(f, "select receipt_no from office.filing"),
		page_sql_text(f, "select check_code from office.filing")));
	page_expect_status(f, 200);
	page_expect_no_text(f, "Nguyễn Thị Mẫu");
	page_expect_no_text(f, "Đề nghị khen thưởng –");
	page_expect_no_text(f, "12/TTr-UBND");
	page_expect_no_text(f,
	    page_sql_text(f,
		"select a.full_name from office.filing g join office.account a on a.id = g.filed_by"));
}

static void
test_wrong_number_and_wrong_code_are_answered_alike(void **state)
{
	struct page_fixture *f = filed(state);
	const char *no = page_sql_text(f, "select receipt_no from office.filing");
	const char *code = page_sql_text(f, "select check_code from office.filing");
	struct arena *a = arena_new();
	char *first, *second;
	int status;

	no = arena_strdup(a, no);
	code = arena_strdup(a, code);
	page_sign_in(f, NULL);
	page_get(f, arena_printf(a, "/bien-nhan?so=AG-2026-999999&ma=0000000000000000"));
	status = f->status;
	first = arena_strdup(a, f->body);
	page_get(f, arena_printf(a, "/bien-nhan?so=%s&ma=0000000000000000", no));
	page_expect_status(f, status);
	assert_int_equal(status, 404);
	second = arena_strdup(a, f->body);
	/* But for what was typed, the same page. */
	assert_int_equal(strlen(first), strlen(second) + strlen("AG-2026-999999") - strlen(no));
	page_get(f, arena_printf(a, "/bien-nhan?so=AG-2026-999999&ma=%s", code));
	page_expect_status(f, 404);
	page_expect_no_text(f, "Phường Rạch Giá");
	page_get(f, arena_printf(a, "/bien-nhan?so=%s", no));
	page_expect_status(f, 404);
	page_expect_text(f, "Cần cả số biên nhận và mã kiểm tra");
	page_get(f, "/bien-nhan?so=&ma=");
	page_expect_text(f, "Cần cả số biên nhận và mã kiểm tra");
	page_get(f, "/bien-nhan");
	page_expect_status(f, 200);
	page_get(f, "/bien-nhan/%27%20or%201=1--?ma=%27%20or%20true--");
	page_expect_status(f, 404);
	/* As people type it. */
	page_get(
	    f, arena_printf(a, "/bien-nhan?so=+%s&ma=%s", no, receipt_code_format(a, code)));
	page_expect_status(f, 200);
	arena_free(a);
}

static void
test_check_says_that_a_later_filing_replaced_it(void **state)
{
	struct page_fixture *f = filed(state);
	const char *path = strdup(arena_printf(f->arena, "/bien-nhan/%s?ma=%s",
	    page_sql_text(f, "select receipt_no from office.filing"),
	    page_sql_text(f, "select check_code from office.filing")));

	page_sign_in(f, NULL);
	page_get(f, path);
	page_expect_text(f, "lần nộp mới nhất");
	page_sql(f,
	    "insert into office.filing (dossier_id, unit_id, receipt_no, filed_by, nominations, content, sha256) "
	    "select dossier_id, unit_id, receipt_no || '9', filed_by, nominations, content, sha256 from office.filing");
	page_get(f, path);
	page_expect_text(f, "đã nộp lại lúc");
	free((char *)(uintptr_t)path);
}

static void
test_guessing_codes_is_slowed_down(void **state)
{
	struct page_fixture *f = filed(state);
	int i;

	page_sign_in(f, NULL);
	for (i = 0; i < 3 * RECEIPT_TRIES; i++) {
		page_get(f, "/bien-nhan/AG-2026-000001?ma=ZZZZZZZZZZZZZZZZ");
		if (f->status == 429)
			break;
		page_expect_status(f, 404);
	}
	assert_in_range(i, 1, RECEIPT_TRIES);
	page_expect_text(f, "kiểm tra sai nhiều lần");
}

static void
test_receipt_file_is_for_the_unit_only(void **state)
{
	struct page_fixture *f = filed(state);

	run_jobs(f);
	page_sign_in(f, "soanthao.longxuyen");
	page_get(f, at(f, "/pdf"));
	page_expect_status(f, 404);
	page_sign_in(f, "baochi");
	page_get(f, at(f, "/pdf"));
	page_expect_status(f, 403);
	page_sign_in(f, NULL);
	page_get(f, at(f, "/pdf"));
	page_expect_status(f, 303);
	page_sign_in(f, "kiemtra");
	page_get(f, at(f, "/pdf"));
	page_expect_status(f, 200);
}

/* The page and the paper say the same, whatever the dossier is called since. */
static void
test_receipt_page_shows_what_was_frozen(void **state)
{
	struct page_fixture *f = filed(state);

	page_sql(
	    f, "update office.dossier set title = 'Tên đặt sau', letter_no = '99/TTr-UBND'");
	page_get(f, at(f, ""));
	page_expect_status(f, 200);
	page_expect_text(f, "Đề nghị khen thưởng – Ễ Ỗ Ậ Ữ");
	page_expect_text(f, "12/TTr-UBND");
	page_expect_no_text(f, "Tên đặt sau");
}

static void
test_every_filing_has_a_code_of_its_own(void **state)
{
	struct page_fixture *f = filed(state);

	assert_string_equal(
	    page_sql_text(f,
		"select bool_and(c ~ '^[0-9A-HJKMNP-TV-Z]{16}$')::text || count(distinct c) "
		"from (select office.receipt_code() as c from generate_series(1, 1000)) x"),
	    "true1000");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		PAGE_TEST(test_receipt_is_a_pdf_that_reads_as_vietnamese),
		PAGE_TEST(test_receipt_is_one_page_and_the_same_bytes_whatever_it_says),
		PAGE_TEST(test_qr_code_leads_to_the_check_that_finds_it_genuine),
		PAGE_TEST(test_check_tells_nothing_of_the_content),
		PAGE_TEST(test_wrong_number_and_wrong_code_are_answered_alike),
		PAGE_TEST(test_check_says_that_a_later_filing_replaced_it),
		PAGE_TEST(test_receipt_file_is_for_the_unit_only),
		PAGE_TEST(test_receipt_page_shows_what_was_frozen),
		PAGE_TEST(test_every_filing_has_a_code_of_its_own),
		/* Last: it uses up the tries of this address. */
		PAGE_TEST(test_guessing_codes_is_slowed_down),
	};

	return cmocka_run_group_tests_name(
	    "receipt", tests, page_group_setup, page_group_teardown);
}
