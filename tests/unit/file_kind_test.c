/* What an uploaded file is: real Office containers made here, and what tries to pass for one. */
#include "support/unit.h"

#include <stdlib.h>
#include <string.h>

#include "dossier/dossier_file_kind.h"
#include "support/paper.h"

#define DOCX "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#define XLSX "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

struct bytes_of {
	const unsigned char *p;
	size_t n;
};

static ssize_t
pread_of(void *arg, void *out, size_t n, size_t off)
{
	const struct bytes_of *b = arg;

	if (off >= b->n)
		return 0;
	if (n > b->n - off)
		n = b->n - off;
	memcpy(out, b->p + off, n);
	return (ssize_t)n;
}

static struct file_verdict
judge(const void *p, size_t n, const char *name)
{
	struct bytes_of b = { p, n };
	struct file_source src = { pread_of, &b, n };
	struct file_verdict v;

	file_judge(&src, name, &v);
	return v;
}

static void
expect_type(const void *p, size_t n, const char *type)
{
	struct file_verdict v = judge(p, n, "x.bin");

	assert_int_equal(v.fault, FILE_OK);
	assert_string_equal(v.type, type);
}

static void
expect_fault(const void *p, size_t n, enum file_fault fault)
{
	struct file_verdict v = judge(p, n, "x.bin");

	assert_int_equal(v.fault, fault);
	assert_null(v.type);
}

static void
test_pdf_and_pictures_are_known_by_their_bytes(void **state)
{
	static const unsigned char png[] = "\x89PNG\r\n\x1a\n\0\0\0\0IHDR\0\0\0\0"
					   "\0\0\0\0IEND\0\0\0\0";
	static const unsigned char jpeg[] =
	    "\xff\xd8\xff\xe0\0\4\0\0\xff\xc0\0\4\0\0\xff\xda\0\3";

	(void)state;
	expect_type("%PDF-1.7\n1 0 obj\n%%EOF\n", 23, "application/pdf");
	expect_type(png, sizeof(png) - 1, "image/png");
	expect_type(jpeg, sizeof(jpeg) - 1, "image/jpeg");
	expect_fault("<script>alert(1)</script>", 25, FILE_UNKNOWN_KIND);
	expect_fault("MZ\0\0", 4, FILE_UNKNOWN_KIND);
	expect_fault("", 0, FILE_EMPTY);
}

static void
test_cut_off_files_are_damaged(void **state)
{
	struct packed z = paper_docx("<w:p>x</w:p>");

	(void)state;
	expect_fault("%PDF-1.7\n1 0 obj", 16, FILE_DAMAGED);
	expect_fault("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", 16, FILE_DAMAGED);
	expect_fault("\xff\xd8\xff\xe0\x40\0", 6, FILE_DAMAGED);
	for (size_t n = 4; n < z.n; n += 7)
		expect_fault(z.p, n, FILE_DAMAGED);
	free(z.p);
}

static void
test_docx_and_xlsx_are_told_by_their_content_types(void **state)
{
	struct packed d = paper_docx("<w:p>Tờ trình</w:p>");
	struct packed x = paper_pack(false,
	    (const char *const[]){
		"[Content_Types].xml", paper_types_xlsx, "xl/workbook.xml", "<x/>", NULL });

	(void)state;
	expect_type(d.p, d.n, DOCX);
	expect_type(x.p, x.n, XLSX);
	free(d.p);
	free(x.p);
}

static void
test_any_other_zip_is_refused(void **state)
{
	struct packed plain =
	    paper_pack(false, (const char *const[]){ "word/document.xml", "x", NULL });
	struct packed liar = paper_pack(false,
	    (const char *const[]){
		"[Content_Types].xml", paper_types_docx, "evil.exe", "MZ", NULL });
	struct packed slides = paper_pack(false,
	    (const char *const[]){ "[Content_Types].xml",
		"<Types><Override PartName=\"/ppt/p.xml\" ContentType=\"presentation\"/></Types>",
		"ppt/p.xml", "x", NULL });

	(void)state;
	expect_fault(plain.p, plain.n, FILE_UNKNOWN_KIND);
	expect_fault(liar.p, liar.n, FILE_UNKNOWN_KIND);
	expect_fault(slides.p, slides.n, FILE_UNKNOWN_KIND);
	free(plain.p);
	free(liar.p);
	free(slides.p);
}

static void
test_macros_are_refused_whatever_the_name(void **state)
{
	struct packed a = paper_pack(false,
	    (const char *const[]){ "[Content_Types].xml", paper_types_docx, "word/document.xml",
		"x", "word/VBAproject.bin", "x", NULL });
	struct packed b = paper_pack(false,
	    (const char *const[]){ "[Content_Types].xml",
		"<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>",
		"word/document.xml", "x", NULL });
	struct packed c = paper_pack(false,
	    (const char *const[]){ "[Content_Types].xml", paper_types_xlsx, "xl/workbook.xml",
		"x", "xl/macrosheets/sheet1.xml", "x", NULL });

	(void)state;
	expect_fault(a.p, a.n, FILE_MACROS);
	expect_fault(b.p, b.n, FILE_MACROS);
	expect_fault(c.p, c.n, FILE_MACROS);
	free(a.p);
	free(b.p);
	free(c.p);
}

static void
test_passwords_and_old_formats_are_explained(void **state)
{
	static const char cfb[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Word 97 document";
	char encrypted[200000] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
	static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
	struct packed z = paper_pack(true,
	    (const char *const[]){
		"[Content_Types].xml", paper_types_docx, "word/document.xml", "x", NULL });

	(void)state;
	/* Across the border of two reads. */
	memcpy(encrypted + 65530, name, sizeof(name));
	expect_fault(cfb, sizeof(cfb), FILE_OLD_OFFICE);
	expect_fault(encrypted, sizeof(encrypted), FILE_PASSWORD);
	expect_fault(z.p, z.n, FILE_PASSWORD);
	free(z.p);
}

static void
test_two_formats_in_one_file_are_refused(void **state)
{
	struct packed z = paper_docx("<w:p>x</w:p>");
	unsigned char *both = malloc(z.n + 64);
	struct packed inside = paper_pack(false,
	    (const char *const[]){ "%PDF-1.7", "%PDF-1.7 %%EOF", "[Content_Types].xml",
		paper_types_docx, "word/document.xml", "x", NULL });

	(void)state;
	assert_non_null(both);
	/* A PDF in front of a zip, a zip with a tail, a picture with a zip behind it. */
	memcpy(both, "%PDF-1.7 %%EOF\n", 15);
	memcpy(both + 15, z.p, z.n);
	expect_fault(both, z.n + 15, FILE_TWO_KINDS);
	memcpy(both, z.p, z.n);
	memcpy(both + z.n, "<html>", 6);
	expect_fault(both, z.n + 6, FILE_DAMAGED);
	memcpy(both, "\xff\xd8\xff\xe0\0\4\0\0\xff\xc0\0\4\0\0\xff\xda", 16);
	memcpy(both + 16, z.p, z.n);
	expect_fault(both, z.n + 16, FILE_TWO_KINDS);
	expect_fault(inside.p, inside.n, FILE_TWO_KINDS);
	free(both);
	free(inside.p);
	free(z.p);
}

static void
test_picture_with_something_behind_its_end_is_refused(void **state)
{
	static const unsigned char png[] = "\x89PNG\r\n\x1a\n\0\0\0\0IHDR\0\0\0\0"
					   "\0\0\0\0IEND\0\0\0\0<?php";

	(void)state;
	expect_fault(png, sizeof(png) - 1, FILE_TWO_KINDS);
}

static void
test_stamp_on_a_line_of_its_own_is_refused(void **state)
{
	static const struct {
		const char *text;
		enum file_fault fault;
		bool doubt;
	} cases[] = {
		{ "<w:p><w:r><w:t>MẬT</w:t></w:r></w:p>", FILE_SECRET_STAMP, false },
		{ "<w:p>a</w:p><w:p><w:t>TỐI</w:t><w:t xml:space=\"preserve\"> MẬT</w:t></w:p>",
		    FILE_SECRET_STAMP, false },
		{ "<w:p>( TUYỆT MẬT )</w:p>", FILE_SECRET_STAMP, false },
		/* Decomposed letters. */
		{ "<w:p>MA\xcc\xa3\xcc\x82T</w:p>", FILE_SECRET_STAMP, false },
		{ "<w:p>Bảo MẬT thông tin cá nhân</w:p>", FILE_OK, false },
		{ "<w:p>MẬT ONG U MINH</w:p>", FILE_OK, false },
		{ "<w:p>Tối mật</w:p>", FILE_OK, true },
		{ "<w:p>MAT</w:p>", FILE_OK, false },
		{ "<w:p>Độ mật: Tuyệt mật</w:p>", FILE_SECRET_STAMP, false },
		{ "<w:p>T &#x1ED0; I  M&#7852;T</w:p>", FILE_SECRET_STAMP, false },
		/* A text box in the paragraph it is anchored in. */
		{ "<w:p><w:t>Số: 12/BC</w:t><w:txbxContent><w:p><w:t>MẬT</w:t></w:p></w:txbxContent></w:p>",
		    FILE_SECRET_STAMP, false },
		{ "<w:p><v:textpath style=\"x\" string=\"MẬT\"/></w:p>", FILE_SECRET_STAMP,
		    false },
		{ "<w:p><v:textpath string=\"BẢN NHÁP\"/>Mật ong</w:p>", FILE_OK, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct packed z = paper_docx(cases[i].text);
		struct file_verdict v = judge(z.p, z.n, "a.docx");

		assert_int_equal(v.fault, cases[i].fault);
		assert_int_equal(v.looks_secret, cases[i].doubt);
		free(z.p);
	}
}

static void
test_stamp_in_a_cell_or_in_the_title_of_a_pdf_is_refused(void **state)
{
	static const char pdf[] =
	    "%PDF-1.7\n1 0 obj<</Title(\xfe\xff\0M\x1e\xac\0T)>>endobj\n%%EOF\n";
	struct packed x = paper_pack(false,
	    (const char *const[]){ "[Content_Types].xml", paper_types_xlsx, "xl/workbook.xml",
		"<x/>", "xl/sharedStrings.xml",
		"<sst><si><t>Họ tên</t></si><si><t>MẬT</t></si></sst>", NULL });

	(void)state;
	expect_fault(x.p, x.n, FILE_SECRET_STAMP);
	expect_fault(pdf, sizeof(pdf) - 1, FILE_SECRET_STAMP);
	free(x.p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pdf_and_pictures_are_known_by_their_bytes),
		cmocka_unit_test(test_cut_off_files_are_damaged),
		cmocka_unit_test(test_docx_and_xlsx_are_told_by_their_content_types),
		cmocka_unit_test(test_any_other_zip_is_refused),
		cmocka_unit_test(test_macros_are_refused_whatever_the_name),
		cmocka_unit_test(test_passwords_and_old_formats_are_explained),
		cmocka_unit_test(test_two_formats_in_one_file_are_refused),
		cmocka_unit_test(test_picture_with_something_behind_its_end_is_refused),
		cmocka_unit_test(test_stamp_on_a_line_of_its_own_is_refused),
		cmocka_unit_test(test_stamp_in_a_cell_or_in_the_title_of_a_pdf_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
