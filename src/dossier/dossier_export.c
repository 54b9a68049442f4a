/* A list as an Excel workbook. */
#include "dossier/dossier_export.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <xlsxwriter.h>

#include "app/words.h"
#include "core/hash.h"
#include "core/log.h"
#include "core/str.h"

#define LIST_SHEET   "Danh sách đề nghị"
#define CHOICE_SHEET "Danh mục"
#define GUIDE_SHEET  "Hướng dẫn"
#define CELL_MAX     32767
#define SPARE_ROWS   500 /* below the list, ready to be filled in */
#define RED          0xa3161c
#define RULE         0xe6dfd3
#define SOFT         0x57504a
#define PAPER        0xfaf7f2

enum column {
	COLUMN_ORDINAL,
	COLUMN_NAME,
	COLUMN_KIND,
	COLUMN_GENDER,
	COLUMN_BORN,
	COLUMN_POSITION,
	COLUMN_WORKPLACE,
	COLUMN_AWARD,
	COLUMN_FIELD,
	COLUMN_ACHIEVEMENT,
	COLUMN_KEY,
	COLUMN_COUNT
};

/* The headings are those the import knows; they are the same in every language. */
static const struct {
	const char *heading;
	double width;
} columns[COLUMN_COUNT] = {
	[COLUMN_ORDINAL] = { "STT", 6 },
	[COLUMN_NAME] = { "Họ và tên/Tên tập thể", 30 },
	[COLUMN_KIND] = { "Cá nhân, tập thể hay hộ gia đình", 14 },
	[COLUMN_GENDER] = { "Giới tính", 9 },
	[COLUMN_BORN] = { "Ngày sinh", 13 },
	[COLUMN_POSITION] = { "Chức vụ, nghề nghiệp", 24 },
	[COLUMN_WORKPLACE] = { "Đơn vị công tác", 30 },
	[COLUMN_AWARD] = { "Danh hiệu, hình thức đề nghị", 34 },
	[COLUMN_FIELD] = { "Lĩnh vực", 22 },
	[COLUMN_ACHIEVEMENT] = { "Tóm tắt thành tích", 64 },
	[COLUMN_KEY] = { SHEET_KEY_COLUMN, 24 },
};

struct writer {
	struct arena *arena;
	const struct export_book *book;
	lxw_workbook *workbook;
	lxw_worksheet *list;
	lxw_format *head, *cell, *number, *key, *title, *plain;
	enum err err; /* the first fault */
};

static void
check(struct writer *w, lxw_error error)
{
	if (error == LXW_NO_ERROR || w->err != ERR_OK)
		return;
	log_error("workbook: %s", lxw_strerror(error));
	w->err = ERR_INTERNAL;
}

static lxw_format *
new_format(struct writer *w)
{
	lxw_format *f = workbook_add_format(w->workbook);

	format_set_font_name(f, "Times New Roman");
	format_set_font_size(f, 12);
	format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
	return f;
}

static void
set_border(lxw_format *f)
{
	format_set_border(f, LXW_BORDER_THIN);
	format_set_border_color(f, RULE);
}

static void
make_formats(struct writer *w)
{
	w->head = new_format(w);
	format_set_bold(w->head);
	format_set_text_wrap(w->head);
	format_set_align(w->head, LXW_ALIGN_CENTER);
	format_set_align(w->head, LXW_ALIGN_VERTICAL_CENTER);
	format_set_font_color(w->head, LXW_COLOR_WHITE);
	format_set_bg_color(w->head, RED);
	set_border(w->head);
	/* Text stays text when somebody edits the cell: "=1+1", "-5", "1988" and dates as they are written here. */
	w->cell = new_format(w);
	format_set_num_format(w->cell, "@");
	format_set_text_wrap(w->cell);
	set_border(w->cell);
	w->number = new_format(w);
	format_set_align(w->number, LXW_ALIGN_CENTER);
	set_border(w->number);
	w->key = new_format(w);
	format_set_num_format(w->key, "@");
	format_set_font_color(w->key, SOFT);
	w->title = new_format(w);
	format_set_bold(w->title);
	format_set_font_size(w->title, 15);
	format_set_font_color(w->title, RED);
	w->plain = new_format(w);
	format_set_text_wrap(w->plain);
}

/* What Excel can hold in a cell. */
static const char *
cut(struct arena *a, const char *text)
{
	const char *s = text;

	if (strlen(text) <= CELL_MAX)
		return text;
	for (size_t n = 0; *s != '\0' && n < CELL_MAX; n++) {
		for (s++; ((unsigned char)*s & 0xc0) == 0x80; s++)
			;
	}
	return arena_strndup(a, text, (size_t)(s - text));
}

/* A text cell, whatever it begins with. */
static void
put(struct writer *w, lxw_worksheet *s, size_t row, int column, const char *text,
    lxw_format *format)
{
	if (text[0] == '\0')
		check(w, worksheet_write_blank(s, (lxw_row_t)row, (lxw_col_t)column, format));
	else
		check(w,
		    worksheet_write_string(
			s, (lxw_row_t)row, (lxw_col_t)column, cut(w->arena, text), format));
}

static void
put_number(struct writer *w, lxw_worksheet *s, size_t row, int column, double value,
    lxw_format *format)
{
	check(w, worksheet_write_number(s, (lxw_row_t)row, (lxw_col_t)column, value, format));
}

static lxw_worksheet *
add_sheet(struct writer *w, const char *name)
{
	lxw_worksheet *s = workbook_add_worksheet(w->workbook, name);

	if (s == NULL)
		w->err = ERR_INTERNAL;
	return s;
}

/* --- the list ------------------------------------------------------------------------------------------ */

/* Choose from a range of CHOICE_SHEET.  A warning, no wall: the import understands more spellings than these. */
static void
add_choice(
    struct writer *w, int column, size_t last, char letter, size_t count, const char *message)
{
	lxw_data_validation v = { 0 };
	lxw_data_val_obj *entry;

	if (count == 0)
		return;
	/* 1.1.4 copies the formula of a list twice and frees one: it enters as another kind of formula. */
	v.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
	v.value_formula = arena_printf(
	    w->arena, "='%s'!$%c$2:$%c$%zu", CHOICE_SHEET, letter, letter, count + 1);
	v.ignore_blank = LXW_VALIDATION_ON;
	v.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
	v.error_title = arena_strdup(w->arena, "Không có trong danh mục");
	v.error_message = arena_strdup(w->arena, message);
	check(w,
	    worksheet_data_validation_range(
		w->list, 1, (lxw_col_t)column, (lxw_row_t)last, (lxw_col_t)column, &v));
	STAILQ_FOREACH(entry, w->list->data_validations, list_pointers)
	entry->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
}

static void
set_columns(struct writer *w)
{
	lxw_row_col_options hidden = { .hidden = 1 };

	for (int c = 0; c < COLUMN_COUNT; c++) {
		lxw_format *format = c == COLUMN_ORDINAL ? w->number : w->cell;
		lxw_col_t col = (lxw_col_t)c;

		if (c == COLUMN_KEY)
			check(w,
			    worksheet_set_column_opt(
				w->list, col, col, columns[c].width, w->key, &hidden));
		else
			check(w,
			    worksheet_set_column(w->list, col, col, columns[c].width, format));
		put(w, w->list, 0, c, columns[c].heading, w->head);
	}
	check(w, worksheet_set_row(w->list, 0, 36, NULL));
}

static const char *
born_text(struct arena *a, const struct sql_dossier_export_nominations_row *n)
{
	if (n->born_on.year != 0)
		return date_format(a, n->born_on);
	return n->born_year_null ? "" : arena_printf(a, "%" PRId32, n->born_year);
}

static void
put_row(struct writer *w, size_t row, const struct sql_dossier_export_nominations_row *n,
    const char *key)
{
	lxw_worksheet *s = w->list;

	put_number(w, s, row, COLUMN_ORDINAL, n->ordinal, w->number);
	put(w, s, row, COLUMN_NAME, n->name, w->cell);
	put(w, s, row, COLUMN_KIND, nominee_kind_words(n->kind), w->cell);
	put(w, s, row, COLUMN_GENDER, n->gender_null ? "" : gender_words(n->gender), w->cell);
	put(w, s, row, COLUMN_BORN, born_text(w->arena, n), w->cell);
	put(w, s, row, COLUMN_POSITION, n->position, w->cell);
	put(w, s, row, COLUMN_WORKPLACE, n->workplace, w->cell);
	put(w, s, row, COLUMN_AWARD, n->award_name, w->cell);
	put(w, s, row, COLUMN_FIELD, achievement_field_words(n->field), w->cell);
	put(w, s, row, COLUMN_ACHIEVEMENT, n->achievement, w->cell);
	put(w, s, row, COLUMN_KEY, key, w->key);
}

static const char **
write_list(struct writer *w)
{
	const struct export_book *b = w->book;
	const char **keys = arena_array(w->arena, b->rows.n + 1, sizeof(*keys));
	size_t last = b->rows.n + SPARE_ROWS;

	set_columns(w);
	for (size_t i = 0; i < b->rows.n; i++) {
		keys[i] = row_key_format(w->arena, b->secret, b->dossier_id,
		    (struct sheet_row_key){ b->rows.v[i].nomination_id, b->rows.v[i].version });
		put_row(w, i + 1, &b->rows.v[i], keys[i]);
	}
	add_choice(w, COLUMN_KIND, last, 'E', NOMINEE_KIND_COUNT,
	    "Ghi Cá nhân, Tập thể hoặc Hộ gia đình.");
	add_choice(w, COLUMN_GENDER, last, 'F', GENDER_COUNT,
	    "Ghi Nam hoặc Nữ; để trống với tập thể, hộ gia đình.");
	add_choice(w, COLUMN_AWARD, last, 'A', b->awards.n,
	    "Tên này không có trong danh mục. Vẫn giữ được: khi nhập, hệ thống sẽ hỏi lại.");
	add_choice(w, COLUMN_FIELD, last, 'G', ACHIEVEMENT_FIELD_COUNT,
	    "Chọn một lĩnh vực trong danh mục, hoặc để trống.");
	worksheet_freeze_panes(w->list, 1, COLUMN_NAME + 1);
	if (b->rows.n > 0)
		check(w,
		    worksheet_autofilter(
			w->list, 0, 0, (lxw_row_t)b->rows.n, COLUMN_ACHIEVEMENT));
	check(w,
	    worksheet_ignore_errors(w->list, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
		arena_printf(w->arena, "B2:K%zu", last + 1)));
	worksheet_set_landscape(w->list);
	worksheet_set_paper(w->list, 9); /* A4 */
	worksheet_fit_to_pages(w->list, 1, 0);
	check(w, worksheet_repeat_rows(w->list, 0, 0));
	check(w, worksheet_set_footer(w->list, "&L&A&RTrang &P / &N"));
	worksheet_activate(w->list);
	return keys;
}

/* --- what stands beside it ------------------------------------------------------------------------------- */

static void
write_choices(struct writer *w, lxw_worksheet *s)
{
	const struct sql_dossier_awards_rows *awards = &w->book->awards;
	static const struct {
		int column;
		double width;
		const char *heading;
	} heads[] = {
		{ 0, 60, "Danh hiệu, hình thức khen thưởng" },
		{ 1, 26, "Loại" },
		{ 2, 18, "Dành cho" },
		{ 4, 18, "Đối tượng" },
		{ 5, 12, "Giới tính" },
		{ 6, 32, "Lĩnh vực" },
	};

	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
		lxw_col_t c = (lxw_col_t)heads[i].column;

		check(w, worksheet_set_column(s, c, c, heads[i].width, w->plain));
		put(w, s, 0, heads[i].column, heads[i].heading, w->head);
	}
	for (size_t i = 0; i < awards->n; i++) {
		put(w, s, i + 1, 0, awards->v[i].name, w->plain);
		put(w, s, i + 1, 1, award_category_words(awards->v[i].category), w->plain);
		put(w, s, i + 1, 2, award_recipient_words(awards->v[i].recipient), w->plain);
	}
	for (size_t i = 0; i < NOMINEE_KIND_COUNT; i++)
		put(w, s, i + 1, 4, nominee_kind_words((enum nominee_kind)i), w->plain);
	for (size_t i = 0; i < GENDER_COUNT; i++)
		put(w, s, i + 1, 5, gender_words((enum gender)i), w->plain);
	for (size_t i = 0; i < ACHIEVEMENT_FIELD_COUNT; i++)
		put(w, s, i + 1, 6, achievement_field_words((enum achievement_field)i),
		    w->plain);
	worksheet_freeze_panes(s, 1, 0);
}

static void
write_guide(struct writer *w, lxw_worksheet *s)
{
	static const char *const lines[] = {
		/* NOLINTNEXTLINE(bugprone-suspicious-missing-comma): the name of the sheet inside a sentence */
		"1. Ghi mỗi cá nhân, tập thể, hộ gia đình một dòng ở trang “" LIST_SHEET "”.",
		"2. Bắt buộc: họ và tên (tên tập thể) và danh hiệu, hình thức đề nghị. Chọn trong danh sách thả xuống, hoặc ghi tên quen dùng.",
		"3. Ngày sinh ghi kiểu 05/03/1980; chỉ biết năm thì ghi 1980. Tập thể và hộ gia đình để trống giới tính, ngày sinh.",
		"4. Tóm tắt thành tích: nêu việc làm và kết quả cụ thể, vài câu.",
		"5. Có thể thêm dòng tiêu đề, dòng tổng cộng, cột khác: hệ thống nhận ra và bỏ qua. Không ghi số định danh cá nhân vào đây nếu không cần.",
		"6. Lưu tệp, rồi vào hồ sơ, chọn “Nhập danh sách”. Hệ thống cho xem trước từng dòng; chưa có gì được ghi cho tới khi bạn xác nhận.",
	};

	check(w, worksheet_set_column(s, 0, 0, 96, w->plain));
	put(w, s, 0, 0, "Danh sách đề nghị khen thưởng", w->title);
	put(w, s, 1, 0, w->book->unit_name, w->plain);
	put(w, s, 2, 0, w->book->season_name, w->plain);
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		put(w, s, i + 4, 0, lines[i], w->plain);
	worksheet_gridlines(s, LXW_HIDE_ALL_GRIDLINES);
}

/* See dossier_sheet_key.h: by this an edited workbook comes back as a difference. */
static void
write_seal(struct writer *w, lxw_worksheet *s, const char *const *keys)
{
	const struct export_book *b = w->book;
	size_t n = b->rows.n;

	put(w, s, 0, 0, "dossier", NULL);
	put_number(w, s, 0, 1, (double)b->dossier_id.v, NULL);
	put(w, s, 1, 0, "checksum", NULL);
	put(w, s, 1, 1, sheet_checksum(w->arena, b->secret, b->dossier_id, keys, n), NULL);
	put(w, s, 2, 0, "keys", NULL);
	put_number(w, s, 2, 1, (double)n, NULL);
	for (size_t i = 0; i < n; i++)
		put(w, s, i + 3, 0, keys[i], NULL);
	worksheet_hide(s);
}

static void
write_sheets(struct writer *w)
{
	lxw_worksheet *choices, *guide = NULL, *seal = NULL;
	const char **keys;

	w->list = add_sheet(w, LIST_SHEET);
	if (w->book->blank)
		guide = add_sheet(w, GUIDE_SHEET);
	choices = add_sheet(w, CHOICE_SHEET);
	if (!w->book->blank)
		seal = add_sheet(w, SHEET_SEAL_NAME);
	if (w->err != ERR_OK)
		return;
	make_formats(w);
	keys = write_list(w);
	write_choices(w, choices);
	if (guide != NULL)
		write_guide(w, guide);
	if (seal != NULL)
		write_seal(w, seal, keys);
}

static void
set_properties(struct writer *w)
{
	lxw_doc_properties p = { 0 };

	p.title = arena_strdup(w->arena, cut(w->arena, w->book->title));
	p.company = arena_strdup(w->arena, w->book->unit_name);
	p.subject = arena_strdup(w->arena, w->book->season_name);
	check(w, workbook_set_properties(w->workbook, &p));
}

/* --- the file ----------------------------------------------------------------------------------------------- */

static enum err
read_file(const char *path, struct buf *out)
{
	char block[65536];
	FILE *f = fopen(path, "rb");
	size_t n;
	bool failed;

	if (f == NULL)
		return ERR_INTERNAL;
	while ((n = fread(block, 1, sizeof(block), f)) > 0)
		buf_add(out, block, n);
	failed = ferror(f) != 0;
	fclose(f);
	return failed ? ERR_INTERNAL : ERR_OK;
}

enum err
export_book_write(
    struct arena *a, const struct export_book *book, const char *directory, struct buf *out)
{
	struct writer w = { .arena = a, .book = book };
	char *path = arena_printf(a, "%s/%s.xlsx", directory, random_token(a));
	lxw_workbook_options options = { .tmpdir = arena_strdup(a, directory) };

	if ((w.workbook = workbook_new_opt(path, &options)) == NULL)
		return ERR_INTERNAL;
	set_properties(&w);
	write_sheets(&w);
	/* Frees the workbook whatever happens; the file exists from here on. */
	check(&w, workbook_close(w.workbook));
	if (w.err == ERR_OK)
		w.err = read_file(path, out);
	(void)unlink(path);
	return w.err;
}
