/* The printable receipt: one A4 page, headed as Decree 30/2020 has it, with a QR code. */
#include "receipt/receipt_pdf.h"

#include <inttypes.h>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <qrencode.h>

#include "core/str.h"

/* Points.  Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, margins 20 mm, left 30 mm; Times metrics, 12 to 14. */
#define MM     (72.0 / 25.4)
#define WIDTH  (210 * MM)
#define HEIGHT (297 * MM)
#define LEFT   (30 * MM)
#define RIGHT  (20 * MM)
#define TOP    (20 * MM)
#define INNER  (WIDTH - LEFT - RIGHT)
#define LABEL  (44 * MM) /* width of the names of rows */
#define QR     (36 * MM)

struct pen {
	cairo_t *cr;
	struct arena *arena;
	double y;
	double scale; /* of everything below the heading: very long titles shrink it */
	bool dry; /* measure only */
};

enum face { PLAIN, BOLD, ITALIC, MONO };

/* Text in a column at x, its top at y; returns its height. */
static double
put(struct pen *p, double x, double y, double width, double size, enum face face,
    PangoAlignment align, const char *text)
{
	PangoLayout *layout = pango_cairo_create_layout(p->cr);
	PangoFontDescription *font = pango_font_description_new();
	int height;

	/* On paper glyphs stand where the font says, not on pixels. */
	pango_context_set_round_glyph_positions(pango_layout_get_context(layout), FALSE);
	pango_font_description_set_family_static(
	    font, face == MONO ? "Liberation Mono" : "Liberation Serif");
	pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
	if (face == BOLD)
		pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
	if (face == ITALIC)
		pango_font_description_set_style(font, PANGO_STYLE_ITALIC);
	pango_layout_set_font_description(layout, font);
	pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_alignment(layout, align);
	pango_layout_set_text(layout, text, -1);
	pango_layout_get_size(layout, NULL, &height);
	if (!p->dry) {
		cairo_move_to(p->cr, x, y);
		pango_cairo_show_layout(p->cr, layout);
	}
	pango_font_description_free(font);
	g_object_unref(layout);
	return (double)height / PANGO_SCALE;
}

static void
rule(struct pen *p, double x, double y, double width)
{
	if (p->dry)
		return;
	cairo_set_line_width(p->cr, 0.75);
	cairo_move_to(p->cr, x, y);
	cairo_line_to(p->cr, x + width, y);
	cairo_stroke(p->cr);
}

/* Beyond the margins of the text by a little, so that each line of the heading keeps to itself. */
#define ISSUER_X     (LEFT - 13 * MM)
#define ISSUER_WIDTH (77 * MM)
#define NATION_X     (ISSUER_X + ISSUER_WIDTH + 2 * MM)
#define NATION_WIDTH (WIDTH - RIGHT + 6 * MM - NATION_X)

static void
heading(struct pen *p, const struct receipt *r)
{
	struct date d = date_of(r->filed_at);
	double y = TOP;

	y += put(p, ISSUER_X, y, ISSUER_WIDTH, 12, PLAIN, PANGO_ALIGN_CENTER,
	    "ỦY BAN NHÂN DÂN TỈNH AN GIANG");
	y += put(p, ISSUER_X, y, ISSUER_WIDTH, 12, BOLD, PANGO_ALIGN_CENTER, "SỞ NỘI VỤ");
	rule(p, ISSUER_X + ISSUER_WIDTH / 2 - 16, y + 2, 32);
	(void)put(p, ISSUER_X, y + 13, ISSUER_WIDTH, 13, PLAIN, PANGO_ALIGN_CENTER,
	    arena_printf(p->arena, "Số: %s", r->receipt_no));

	y = TOP;
	y += put(p, NATION_X, y, NATION_WIDTH, 12, BOLD, PANGO_ALIGN_CENTER,
	    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
	y += put(p, NATION_X, y, NATION_WIDTH, 13, BOLD, PANGO_ALIGN_CENTER,
	    "Độc lập - Tự do - Hạnh phúc");
	rule(p, NATION_X + NATION_WIDTH / 2 - 81, y + 2, 162);
	(void)put(p, NATION_X, y + 12, NATION_WIDTH, 13, ITALIC, PANGO_ALIGN_CENTER,
	    arena_printf(
		p->arena, "An Giang, ngày %02d tháng %02d năm %d", d.day, d.month, d.year));

	p->y = TOP + 84;
	p->y += put(p, LEFT, p->y, INNER, 14, BOLD, PANGO_ALIGN_CENTER, "BIÊN NHẬN");
	p->y += put(p, LEFT, p->y, INNER, 13, BOLD, PANGO_ALIGN_CENTER,
	    "Nộp hồ sơ đề nghị khen thưởng");
	rule(p, LEFT + INNER / 2 - 40, p->y + 3, 80);
	p->y += 24;
}

static void
row(struct pen *p, const char *label, const char *value, enum face face)
{
	double size = 13 * p->scale, a, b;

	a = put(p, LEFT, p->y, LABEL - 6, size, PLAIN, PANGO_ALIGN_LEFT, label);
	b = put(p, LEFT + LABEL, p->y, INNER - LABEL, face == MONO ? 10.5 * p->scale : size,
	    face, PANGO_ALIGN_LEFT, value);
	p->y += (a > b ? a : b) + 6 * p->scale;
}

static const char *
cases_text(struct arena *a, const struct receipt *r)
{
	const char *s =
	    arena_printf(a, "%" PRId64, r->persons + r->collectives + r->households);
	const char *parts = "";

	if (r->persons > 0)
		parts = arena_printf(a, "%" PRId64 " cá nhân", r->persons);
	if (r->collectives > 0)
		parts = arena_printf(a, "%s%s%" PRId64 " tập thể", parts,
		    parts[0] != '\0' ? ", " : "", r->collectives);
	if (r->households > 0)
		parts = arena_printf(a, "%s%s%" PRId64 " hộ gia đình", parts,
		    parts[0] != '\0' ? ", " : "", r->households);
	return parts[0] != '\0' ? arena_printf(a, "%s (%s)", s, parts) : s;
}

static const char *
letter(struct arena *a, const struct receipt *r)
{
	struct date d;

	if (date_parse(r->letter_date, &d) != ERR_OK)
		return r->letter_no;
	return arena_printf(
	    a, "Số %s ngày %02d tháng %02d năm %d", r->letter_no, d.day, d.month, d.year);
}

/* "17 giờ 04 phút 09 giây, ngày 05 tháng 11 năm 2026". */
static const char *
moment(struct arena *a, struct timestamp t)
{
	struct date d = date_of(t);
	const char *iso = timestamp_format_iso(a, t);

	return arena_printf(a, "%.2s giờ %.2s phút %.2s giây, ngày %02d tháng %02d năm %d",
	    iso + 11, iso + 14, iso + 17, d.day, d.month, d.year);
}

/* 64 hex digits in two lines of groups of eight. */
static const char *
hash_text(struct arena *a, const char *hex)
{
	char *out = arena_alloc(a, 96), *o = out;

	for (size_t i = 0; hex[i] != '\0' && i < 64; i++) {
		if (i > 0 && i % 8 == 0)
			*o++ = i == 32 ? '\n' : ' ';
		*o++ = hex[i];
	}
	*o = '\0';
	return out;
}

static enum err
qr(struct pen *p, const char *text, double x, double y)
{
	QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	double module;

	if (code == NULL)
		return ERR_INTERNAL;
	module = QR / code->width;
	for (int i = 0; !p->dry && i < code->width; i++) {
		for (int j = 0; j < code->width; j++) {
			if (code->data[i * code->width + j] & 1)
				cairo_rectangle(
				    p->cr, x + j * module, y + i * module, module, module);
		}
	}
	if (!p->dry)
		cairo_fill(p->cr);
	QRcode_free(code);
	return ERR_OK;
}

static enum err
body(struct pen *p, const struct receipt *r, const char *origin)
{
	const double side = QR + 8 * MM;
	const char *url = receipt_check_url(p->arena, origin, r->receipt_no, r->check_code);
	double y;

	heading(p, r);
	row(p, "Đơn vị trình:", r->unit, BOLD);
	row(p, "Tên hồ sơ:", r->title, PLAIN);
	row(p, "Tờ trình:", letter(p->arena, r), PLAIN);
	row(p, "Đợt xét:", r->season, PLAIN);
	row(p, "Người nộp:", r->filed_by, PLAIN);
	row(p, "Thời điểm nhận (giờ Việt Nam):", moment(p->arena, r->filed_at), BOLD);
	row(p, "Số trường hợp:", cases_text(p->arena, r), PLAIN);
	row(p, "Số tệp kèm theo:", arena_printf(p->arena, "%" PRId64, r->files), PLAIN);
	row(p, "Mã băm SHA-256 của bản sao đã nộp:", hash_text(p->arena, r->sha256), MONO);
	p->y += 4;
	p->y += put(p, LEFT, p->y, INNER, 13 * p->scale, PLAIN, PANGO_ALIGN_LEFT,
	    "Hệ thống giữ nguyên văn bản sao những gì đã nộp, gồm cả mã băm của từng tệp kèm theo. "
	    "Ai có bản sao đều tính lại được mã băm trên và đối chiếu.");
	p->y += 18;

	MUST(qr(p, url, LEFT, p->y));
	y = p->y;
	y += put(p, LEFT + side, y, INNER - side, 13, BOLD, PANGO_ALIGN_LEFT,
	    "Kiểm tra biên nhận này");
	y += 4 +
	    put(p, LEFT + side, y + 2, INNER - side, 12, PLAIN, PANGO_ALIGN_LEFT,
		arena_printf(p->arena,
		    "Quét mã bên cạnh, hoặc vào %s/bien-nhan rồi nhập số biên nhận và mã kiểm tra:",
		    origin));
	y += 4 +
	    put(p, LEFT + side, y + 2, INNER - side, 14, MONO, PANGO_ALIGN_LEFT,
		receipt_code_format(p->arena, r->check_code));
	y += put(p, LEFT + side, y + 4, INNER - side, 12, ITALIC, PANGO_ALIGN_LEFT,
	    "Trang kiểm tra cho biết biên nhận có thật hay không, không cho biết nội dung hồ sơ.");
	p->y = y > p->y + QR ? y : p->y + QR;
	p->y += 18;
	p->y += put(p, LEFT, p->y, INNER, 11, ITALIC, PANGO_ALIGN_CENTER,
	    "Biên nhận do hệ thống lập tự động khi nhận hồ sơ, không cần chữ ký và con dấu.");
	return ERR_OK;
}

static cairo_status_t
write_bytes(void *arg, const unsigned char *data, unsigned int n)
{
	buf_add(arg, data, n);
	return CAIRO_STATUS_SUCCESS;
}

enum err
receipt_pdf(struct arena *a, const struct receipt *r, const char *origin, struct buf *out)
{
	cairo_surface_t *s =
	    cairo_pdf_surface_create_for_stream(write_bytes, out, WIDTH, HEIGHT);
	struct pen p = { .cr = cairo_create(s), .arena = a, .scale = 1, .dry = true };
	const char *at = timestamp_format_iso(a, r->filed_at);
	enum err err;

	cairo_pdf_surface_set_metadata(
	    s, CAIRO_PDF_METADATA_TITLE, arena_printf(a, "Biên nhận %s", r->receipt_no));
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATE_DATE, at);
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_MOD_DATE, at);
	/* One page, whatever is in it: smaller until it fits. */
	while (
	    (err = body(&p, r, origin)) == ERR_OK && p.y > HEIGHT - 15 * MM && p.scale > 0.55)
		p.scale -= 0.05;
	p.dry = false;
	if (err == ERR_OK)
		err = body(&p, r, origin);
	cairo_show_page(p.cr);
	cairo_surface_finish(s);
	if (cairo_status(p.cr) != CAIRO_STATUS_SUCCESS ||
	    cairo_surface_status(s) != CAIRO_STATUS_SUCCESS)
		err = ERR_INTERNAL;
	cairo_destroy(p.cr);
	cairo_surface_destroy(s);
	return err;
}
