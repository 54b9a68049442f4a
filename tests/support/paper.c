/* Documents for tests: zip containers by libzip, PDF by cairo and pango, traps by hand. */
#include "support/paper.h"

#include "support/unit.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <zip.h>

#include "core/buf.h"

#define A4_WIDTH  595.0
#define A4_HEIGHT 842.0

const char paper_types_docx[] =
    "<?xml version=\"1.0\"?><Types xmlns=\"t\"><Override PartName=\"/word/document.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
const char paper_types_xlsx[] =
    "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\" "
    "PartName=\"/xl/workbook.xml\"/></Types>";

struct packed
paper_pack(bool encrypted, const char *const *parts)
{
	zip_error_t error;
	zip_source_t *out;
	struct packed done = { 0 };
	zip_stat_t st;
	zip_t *z;

	zip_error_init(&error);
	out = zip_source_buffer_create(NULL, 0, 0, &error);
	assert_non_null(out);
	zip_source_keep(out);
	z = zip_open_from_source(out, ZIP_TRUNCATE, &error);
	assert_non_null(z);
	for (; parts[0] != NULL; parts += 2) {
		zip_source_t *in = zip_source_buffer(z, parts[1], strlen(parts[1]), 0);
		zip_int64_t at = zip_file_add(z, parts[0], in, 0);

		assert_true(at >= 0);
		if (encrypted)
			assert_int_equal(zip_file_set_encryption(
					     z, (zip_uint64_t)at, ZIP_EM_AES_256, "mat-khau"),
			    0);
	}
	assert_int_equal(zip_close(z), 0);
	assert_int_equal(zip_source_open(out), 0);
	zip_stat_init(&st);
	assert_int_equal(zip_source_stat(out, &st), 0);
	done.n = (size_t)st.size;
	done.p = malloc(done.n);
	assert_non_null(done.p);
	assert_int_equal(zip_source_read(out, done.p, done.n), (zip_int64_t)done.n);
	zip_source_close(out);
	zip_source_free(out);
	zip_error_fini(&error);
	return done;
}

struct packed
paper_docx(const char *xml)
{
	return paper_pack(false,
	    (const char *const[]){
		"[Content_Types].xml", paper_types_docx, "word/document.xml", xml, NULL });
}

static cairo_status_t
keep(void *arg, const unsigned char *data, unsigned n)
{
	buf_add(arg, data, n);
	return CAIRO_STATUS_SUCCESS;
}

struct packed
paper_pdf(const struct paper_line *lines, size_t n, bool scanned)
{
	struct buf out = { 0 };
	cairo_surface_t *page =
	    cairo_pdf_surface_create_for_stream(keep, &out, A4_WIDTH, A4_HEIGHT);
	cairo_t *cr = cairo_create(page);
	PangoFontDescription *font = pango_font_description_from_string("Liberation Serif 13");
	double top = 0;

	for (size_t i = 0; i < n; i++) {
		PangoLayout *layout = pango_cairo_create_layout(cr);

		while (lines[i].y - top >= A4_HEIGHT) {
			cairo_show_page(cr);
			top += A4_HEIGHT;
		}
		pango_layout_set_font_description(layout, font);
		pango_layout_set_text(layout, lines[i].text, -1);
		cairo_move_to(cr, lines[i].x, lines[i].y - top);
		if (scanned) {
			pango_cairo_layout_path(cr, layout);
			cairo_fill(cr);
		} else {
			pango_cairo_show_layout(cr, layout);
		}
		g_object_unref(layout);
	}
	pango_font_description_free(font);
	cairo_destroy(cr);
	cairo_surface_finish(page);
	cairo_surface_destroy(page);
	return (struct packed){ (unsigned char *)out.p, out.len };
}

struct packed
paper_pdf_endless(void)
{
	enum { LEVELS = 8, TIMES = 30 };
	struct buf b = { 0 }, draws = { 0 };

	buf_puts(&b,
	    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
	    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
	    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
	    "/Resources<</XObject<</X 10 0 R>>>>>>endobj\n"
	    "4 0 obj<</Length 6>>stream\n/X Do\n\nendstream endobj\n"
	    "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n");
	for (int i = 0; i < TIMES; i++)
		buf_puts(&draws, "/X Do\n");
	for (int i = 0; i < LEVELS; i++)
		buf_printf(&b,
		    "%d 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 595 842]"
		    "/Resources<</XObject<</X %d 0 R>>>>/Length %zu>>stream\n%s\nendstream endobj\n",
		    10 + i, 11 + i, draws.len, draws.p);
	buf_printf(&b,
	    "%d 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 595 842]"
	    "/Resources<</Font<</F 5 0 R>>>>/Length 28>>stream\nBT /F 9 Tf 9 9 Td (x) Tj ET \n"
	    "endstream endobj\ntrailer<</Root 1 0 R/Size 40>>\n%%%%EOF\n",
	    10 + LEVELS);
	buf_free(&draws);
	return (struct packed){ (unsigned char *)b.p, b.len };
}
