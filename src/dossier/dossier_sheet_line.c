/* What a row says: a nominee, or a title, a section, a total, a signature. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <unicase.h>
#include <unictype.h>
#include <unistr.h>

#include "core/money.h"
#include "core/str.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "dossier/dossier_sheet.h"

/* What rows before this one said. */
struct reading {
	struct arena *arena;
	const struct sheet_source *in;
	struct sheet_names *names;
	const struct sheet_map *map;
	const struct sheet_row *header;
	bool section; /* below "I. TẬP THỂ" and the like */
	enum nominee_kind section_kind;
	bool tail; /* below the total or the signature */
	bool any; /* a nominee was read */
};

static const char *
lower(struct arena *a, const char *s)
{
	size_t n = 0;
	uint8_t *out = u8_tolower((const uint8_t *)s, strlen(s) + 1, "vi", NULL, NULL, &n);
	const char *copy = out != NULL ? arena_strdup(a, (const char *)out) : s;

	free(out);
	return copy;
}

/* --- rows that are no nominees ------------------------------------------------------------------- */

static const char *
cell_words(struct arena *a, const struct sheet_row *r, size_t i)
{
	return r->cells[i].type == CELL_TEXT   ? sheet_clean(a, r->cells[i].text, false)
	    : r->cells[i].type == CELL_EMPTY   ? ""
	    : r->cells[i].type == CELL_FORMULA ? r->cells[i].shown
					       : r->cells[i].text;
}

/* The first cell with words, and how many there are. */
static const char *
first_words(struct arena *a, const struct sheet_row *r, size_t *filled, size_t *at)
{
	const char *first = "";

	*filled = 0;
	*at = 0;
	for (size_t i = 0; i < r->ncells; i++) {
		const char *words = cell_words(a, r, i);

		if (words[0] == '\0')
			continue;
		if ((*filled)++ == 0) {
			first = words;
			*at = i;
		}
	}
	return first;
}

/* "I" in the column of numbers and "TẬP THỂ" beside it are one heading. */
static const char *
joined_mark(
    struct arena *a, const struct sheet_row *r, const char *first, size_t *filled, size_t at)
{
	if (*filled != 2 ||
	    (first[strspn(first, "IVXLCDM")] != '\0' &&
		(first[0] < 'A' || first[0] > 'H' || first[1] != '\0')))
		return first;
	for (size_t i = at + 1; i < r->ncells; i++) {
		const char *words = cell_words(a, r, i);

		if (words[0] == '\0')
			continue;
		*filled = 1;
		return arena_printf(a, "%s. %s", first, words);
	}
	return first;
}

/* What follows "I.", "II/", "A)", "1." at the beginning; the text itself when there is no such mark. */
static const char *
behind_mark(const char *s)
{
	const char *p = s + strspn(s, "IVXLCDM");

	if (p == s && s[0] >= 'A' && s[0] <= 'H')
		p = s + 1;
	if (p == s)
		p = s + strspn(s, "0123456789");
	if (p == s || p - s > 6 || strchr(".)/-:", *p) == NULL || *p == '\0')
		return s;
	p++;
	return p + strspn(p, " .-");
}

static bool
has_lower(const char *s)
{
	const uint8_t *p = (const uint8_t *)s;
	ucs4_t c;

	while (u8_next(&c, p) != NULL) {
		if (uc_is_lower(c))
			return true;
		p += u8_strmblen(p);
	}
	return false;
}

static bool
has_upper(const char *s)
{
	const uint8_t *p = (const uint8_t *)s;
	ucs4_t c;

	while (u8_next(&c, p) != NULL) {
		if (uc_is_upper(c))
			return true;
		p += u8_strmblen(p);
	}
	return false;
}

/* "I. TẬP THỂ", "CÁ NHÂN:", "B. Hộ gia đình": one cell alone, and what kind follows. */
static bool
is_section(struct reading *g, const char *words, size_t filled, bool *kind_known,
    enum nominee_kind *kind)
{
	static const struct {
		const char *words;
		enum nominee_kind kind;
	} table[] = {
		{ "tap the", NOMINEE_KIND_COLLECTIVE },
		{ "ca nhan", NOMINEE_KIND_PERSON },
		{ "ho gia dinh", NOMINEE_KIND_HOUSEHOLD },
		{ "gia dinh", NOMINEE_KIND_HOUSEHOLD },
	};
	const char *rest = behind_mark(words), *folded;

	*kind_known = false;
	if (filled != 1)
		return false;
	folded = vn_fold(g->arena, rest);
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		size_t n = strlen(table[i].words);

		if (strncmp(folded, table[i].words, n) != 0)
			continue;
		/* "Tập thể Trường ..." without a mark is a nominee whose award is missing. */
		if (rest == words && folded[n] != '\0' && has_lower(words))
			continue;
		*kind_known = true;
		*kind = table[i].kind;
		return true;
	}
	return rest != words && utf8_length(words) <= 120;
}

static bool
is_total(struct reading *g, const char *words)
{
	static const char *const starts[] = { "tổng cộng", "tổng số",
		"tổng:", "tổng :", "cộng:", "cộng :", "danh sách này", "danh sách có",
		"danh sách gồm", "ấn định danh sách", "(danh sách" };
	const char *s = lower(g->arena, words);

	if (strcmp(s, "cộng") == 0 || strcmp(s, "tổng") == 0)
		return true;
	for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++) {
		if (str_starts(s, starts[i]))
			return true;
	}
	return false;
}

static bool
is_signature(struct reading *g, const char *words)
{
	static const char *const starts[] = { "tm ", "kt ", "tl ", "tuq ", "nguoi lap",
		"nguoi ky", "noi nhan", "thu truong", "xac nhan cua", "ky ten", "ky ghi ro",
		"da ky", "ke toan truong", "truong ban", "hieu truong", "giam doc",
		"pho giam doc", "bi thu", "pho bi thu" };
	static const char *const whole[] = { "chu tich", "pho chu tich", "truong phong",
		"pho truong phong", "chanh van phong" };
	const char *folded = vn_fold(g->arena, words);

	for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++) {
		if (str_starts(folded, starts[i]))
			return true;
	}
	for (size_t i = 0; i < sizeof(whole) / sizeof(whole[0]); i++) {
		if (strcmp(folded, whole[i]) == 0)
			return true;
	}
	/* "An Giang, ngày 05 tháng 11 năm 2026" */
	return strstr(folded, "ngay ") != NULL && strstr(folded, " thang ") != NULL &&
	    strstr(folded, " nam ") != NULL && utf8_length(words) <= 80;
}

/* Forms number their columns in a line of their own below the headings: "(1) (2) (3)". */
static bool
is_column_numbers(struct reading *g, const struct sheet_row *r)
{
	const char *name =
	    vn_fold(g->arena, sheet_text_of(g->arena, r, g->map, SHEET_NAME, false));
	const char *award =
	    vn_fold(g->arena, sheet_text_of(g->arena, r, g->map, SHEET_AWARD, false));
	int64_t i, j;

	return parse_i64(name, 1, 99, &i) == ERR_OK && parse_i64(award, 1, 99, &j) == ERR_OK &&
	    i < j;
}

/* The headings again, as at the top of each printed page. */
static bool
is_header_again(struct reading *g, const struct sheet_row *r)
{
	static const enum sheet_column compared[] = { SHEET_NAME, SHEET_AWARD };
	const char *name = sheet_text_of(g->arena, r, g->map, SHEET_NAME, false);

	if (g->header == NULL || name[0] == '\0')
		return false;
	for (size_t i = 0; i < sizeof(compared) / sizeof(compared[0]); i++) {
		const char *here = sheet_text_of(g->arena, r, g->map, compared[i], false);
		const char *there =
		    sheet_text_of(g->arena, g->header, g->map, compared[i], false);

		if (strcmp(vn_fold(g->arena, here), vn_fold(g->arena, there)) != 0)
			return false;
	}
	return true;
}

static bool
ignore(struct reading *g, struct sheet_line *l, const char *why)
{
	l->class = IMPORT_CLASS_IGNORED;
	sheet_note(g->arena, &l->notes, SHEET_IGNORE, why, NULL, NULL);
	return true;
}

static bool
formula_in(const struct sheet_row *r, const struct sheet_map *map, enum sheet_column column)
{
	return sheet_cell_of(r, map, column)->type == CELL_FORMULA;
}

/* True when the row is no nominee; its line then says why. */
static bool
is_no_nominee(struct reading *g, const struct sheet_row *r, struct sheet_line *l)
{
	const char *first, *name, *award;
	size_t filled, at;
	bool kind_known, named, awarded;
	enum nominee_kind kind = NOMINEE_KIND_PERSON;

	if (r->row_no < g->map->header_first)
		return ignore(
		    g, l, T("Dòng tiêu đề của tài liệu, không phải trường hợp đề nghị."));
	if (r->row_no <= g->map->header_row)
		return ignore(g, l, T("Dòng tiêu đề các cột."));
	if (r->decision == IMPORT_DECISION_DROP)
		return ignore(g, l, T("Đã được bỏ khi xem trước."));
	if (r->decision == IMPORT_DECISION_KEEP)
		return false;
	if (is_header_again(g, r))
		return ignore(g, l, T("Dòng tiêu đề lặp lại khi sang trang."));
	if (!g->any && is_column_numbers(g, r))
		return ignore(g, l, T("Dòng đánh số các cột."));
	first = first_words(g->arena, r, &filled, &at);
	name = sheet_text_of(g->arena, r, g->map, SHEET_NAME, false);
	award = sheet_text_of(g->arena, r, g->map, SHEET_AWARD, false);
	named = name[0] != '\0' || formula_in(r, g->map, SHEET_NAME);
	awarded = award[0] != '\0' || formula_in(r, g->map, SHEET_AWARD);
	/* A nominee's name and award make the row one, whatever else it says. */
	if (awarded && filled > 1 && !is_total(g, first))
		return false;
	first = joined_mark(g->arena, r, first, &filled, at);
	if (is_section(g, first, filled, &kind_known, &kind)) {
		if (kind_known) {
			g->section = true;
			g->section_kind = kind;
		} else if (behind_mark(first) != first && first[0] >= 'A') {
			g->section = false;
		}
		return ignore(g, l,
		    kind_known ? kind == NOMINEE_KIND_PERSON
			    ? T("Tiêu đề phần cá nhân; các dòng sau được hiểu là cá nhân.")
			    : kind == NOMINEE_KIND_COLLECTIVE
			    ? T("Tiêu đề phần tập thể; các dòng sau được hiểu là tập thể.")
			    : T("Tiêu đề phần hộ gia đình; các dòng sau được hiểu là hộ gia đình.")
			       : T("Tiêu đề nhóm, không phải trường hợp đề nghị."));
	}
	if (is_total(g, first)) {
		g->tail = true;
		return ignore(g, l, T("Dòng tổng cộng."));
	}
	if (awarded)
		return false;
	if (filled <= 3 && (!named || g->tail || filled == 1) && is_signature(g, first)) {
		g->tail = true;
		return ignore(g, l, T("Dòng chữ ký, nơi nhận."));
	}
	if (g->tail && filled <= 2)
		return ignore(g, l, T("Dòng sau phần tổng cộng hoặc chữ ký."));
	if (!named && filled == 1 &&
	    sheet_text_of(g->arena, r, g->map, SHEET_ORDINAL, false)[0] != '\0')
		return ignore(g, l, T("Dòng chỉ có số thứ tự."));
	return false;
}

/* --- nominees -------------------------------------------------------------------------------------- */

static bool
looks_like_formula(const char *s)
{
	if (s[0] == '=' || s[0] == '+' || s[0] == '@')
		return true;
	/* "- Hoàn thành ..." is a list in a text, "-2+3" is not. */
	return s[0] == '-' && s[1] != '\0' && s[1] != ' ' && s[1] != '-';
}

static bool
looks_like_script(const char *s)
{
	for (const char *p = strchr(s, '<'); p != NULL; p = strchr(p + 1, '<')) {
		if ((p[1] >= 'a' && p[1] <= 'z') || (p[1] >= 'A' && p[1] <= 'Z') ||
		    p[1] == '/' || p[1] == '!')
			return true;
	}
	return false;
}

static void
check_cell(struct reading *g, const struct sheet_row *r, struct sheet_line *l,
    enum sheet_column column)
{
	const struct sheet_cell *c = sheet_cell_of(r, g->map, column);
	const char *text;

	if (r->fix[column] == NULL && c->type == CELL_FORMULA) {
		if (c->shown[0] != '\0')
			sheet_note(g->arena, &l->problems, column,
			    T("Ô này là công thức “=%1”, đang hiện “%2”. Gõ nội dung vào ô."),
			    c->text, c->shown);
		else
			sheet_note(g->arena, &l->problems, column,
			    T("Ô này là công thức “=%1”, không có giá trị. Gõ nội dung vào ô."),
			    c->text, NULL);
		return;
	}
	text = r->fix[column] != NULL ? r->fix[column] : c->type == CELL_TEXT ? c->text : "";
	if (looks_like_formula(sheet_clean(g->arena, text, true)))
		sheet_note(g->arena, &l->problems, column,
		    T("Ô “%1” bắt đầu như một công thức. Gõ lại bằng chữ."), text, NULL);
	if (utf8_has_control(text))
		sheet_note(g->arena, &l->problems, column,
		    T("Ô “%1” có ký tự điều khiển ẩn. Gõ lại ô này."), "…", NULL);
	if (looks_like_script(text))
		sheet_note(g->arena, &l->notes, column,
		    T("Có đoạn giống mã máy tính (dấu <…>); được giữ nguyên như chữ. Xóa nếu không phải nội dung."),
		    NULL, NULL);
}

static void
check_length(struct reading *g, struct sheet_line *l, enum sheet_column column,
    const char *text, size_t max)
{
	size_t n = strlen(text) > max ? utf8_length(text) : 0;

	if (n > max)
		sheet_note(g->arena, &l->problems, column,
		    T("Dài %1 ký tự, tối đa %2. Nội dung vẫn được giữ đủ; rút ngắn ngay tại dòng này."),
		    int_format(g->arena, (int64_t)n), int_format(g->arena, (int64_t)max));
}

/* "PHẠM THÚY TUYẾT" as "Phạm Thúy Tuyết". */
static const char *
title_case(struct arena *a, const char *name)
{
	const char *s = lower(a, name);
	char *out = arena_alloc(a, strlen(s) * 2 + 8);
	size_t used = 0;
	bool start = true;

	while (*s != '\0') {
		size_t len = (size_t)u8_strmblen((const uint8_t *)s);

		if (start && *s != ' ' && *s != '-') {
			uint8_t letter[16];
			size_t n = sizeof(letter);
			uint8_t *up =
			    u8_toupper((const uint8_t *)s, len, "vi", NULL, letter, &n);

			if (up != NULL) {
				memcpy(out + used, up, n);
				used += n;
			}
			if (up != letter)
				free(up);
			start = false;
		} else {
			memcpy(out + used, s, len);
			used += len;
			start = *s == ' ' || *s == '-';
		}
		s += len;
	}
	out[used] = '\0';
	return out;
}

/* "Ông Trần Văn An": the title is no part of the name, and says nothing we would record. */
static const char *
without_title(struct arena *a, const char *name)
{
	static const char *const titles[] = { "ông ", "bà ", "ông: ", "bà: ", "ông. ", "bà. " };
	const char *s = lower(a, name);

	for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++) {
		size_t n = strlen(titles[i]);

		/* Two words at least must stay: "Bà Rịa" is none. */
		if (strncmp(s, titles[i], n) == 0 && strchr(name + n, ' ') != NULL)
			return name + n;
	}
	return name;
}

static void
read_name(struct reading *g, const struct sheet_row *r, struct sheet_line *l)
{
	const char *name = sheet_text_of(g->arena, r, g->map, SHEET_NAME, false), *better;
	bool typed = r->fix[SHEET_NAME] != NULL;

	l->name = name;
	if (name[0] != '\0' && !typed && l->kind == NOMINEE_KIND_PERSON) {
		better = without_title(g->arena, name);
		if (better != name)
			sheet_note(g->arena, &l->notes, SHEET_NAME,
			    T("Đã bỏ chữ xưng hô trong “%1”. Giới tính chỉ ghi theo cột Giới tính, không đoán."),
			    name, NULL);
		name = l->name = better;
	}
	if (!typed && has_upper(name) && !has_lower(name) && utf8_length(name) > 2) {
		if (l->kind == NOMINEE_KIND_PERSON && strchr(name, ' ') != NULL) {
			l->name = title_case(g->arena, name);
			sheet_note(g->arena, &l->notes, SHEET_NAME,
			    T("Tên viết hoa toàn bộ “%1”; đề nghị ghi “%2”. Sửa dòng nếu không đúng."),
			    name, l->name);
		} else if (l->kind != NOMINEE_KIND_PERSON) {
			sheet_note(g->arena, &l->notes, SHEET_NAME,
			    T("Tên viết hoa toàn bộ; được giữ nguyên. Sửa dòng nếu cần."), NULL,
			    NULL);
		}
	}
	l->name_folded = vn_fold(g->arena, l->name);
	if (formula_in(r, g->map, SHEET_NAME) && !typed)
		return;
	if (l->name[0] == '\0')
		sheet_note(g->arena, &l->problems, SHEET_NAME,
		    T("Chưa có họ tên hay tên tập thể. Ghi tên, hoặc bỏ dòng này."), NULL,
		    NULL);
	else if (l->name_folded[0] == '\0')
		sheet_note(g->arena, &l->problems, SHEET_NAME,
		    T("Tên “%1” không có chữ cái nào. Ghi lại tên, hoặc bỏ dòng này."), l->name,
		    NULL);
}

static void
read_gender(struct reading *g, struct sheet_line *l, const char *typed)
{
	const char *s = lower(g->arena, typed);

	if (typed[0] == '\0')
		return;
	if (strcmp(s, "nam") == 0) {
		l->gender = GENDER_MALE;
		l->gender_known = true;
	} else if (strcmp(s, "nữ") == 0) {
		l->gender = GENDER_FEMALE;
		l->gender_known = true;
	} else if (strcmp(vn_fold(g->arena, typed), "nu") == 0) {
		l->gender = GENDER_FEMALE;
		l->gender_known = true;
		sheet_note(g->arena, &l->notes, SHEET_GENDER,
		    T("Giới tính ghi “%1”, được hiểu là Nữ."), typed, NULL);
	} else {
		sheet_note(g->arena, &l->problems, SHEET_GENDER,
		    T("Giới tính “%1” không rõ. Ghi Nam, Nữ hoặc để trống."), typed, NULL);
	}
}

/* Days as spreadsheets count them from 1900, for people who are alive or nearly. */
static bool
serial_date(const char *digits, struct date *out)
{
	int64_t days;

	if (strlen(digits) != 5 || parse_i64(digits, 10000, 80000, &days) != ERR_OK)
		return false;
	*out = date_from_days(days - 25569);
	return true;
}

static void
read_birth(
    struct reading *g, const struct sheet_row *r, struct sheet_line *l, const char *typed)
{
	enum birth_fault fault;
	struct date day;
	const char *text = typed;
	char *dot;

	/* A number with a time of day behind the point is still a day. */
	if (r->fix[SHEET_BORN] == NULL &&
	    sheet_cell_of(r, g->map, SHEET_BORN)->type == CELL_NUMBER) {
		char *copy = arena_strdup(g->arena, typed);

		if ((dot = strchr(copy, '.')) != NULL)
			*dot = '\0';
		text = copy;
	}
	if (serial_date(text, &day)) {
		text = date_format(g->arena, day);
		sheet_note(g->arena, &l->notes, SHEET_BORN,
		    T("Ngày sinh là số %1 của bảng tính, được hiểu là ngày %2."), typed, text);
	}
	fault = birth_parse(text, g->in->today, &l->birth);
	if (fault != BIRTH_OK)
		sheet_note(
		    g->arena, &l->problems, SHEET_BORN, birth_fault_words(fault), typed, NULL);
	else if (l->birth.year != 0)
		sheet_note(g->arena, &l->notes, SHEET_BORN,
		    T("Chỉ có năm sinh %1; ngày, tháng để trống."),
		    arena_printf(g->arena, "%" PRId32, l->birth.year), NULL);
}

static bool
kind_of_words(struct arena *a, const char *words, enum nominee_kind *out)
{
	const char *folded;

	if (words[0] == '\0')
		return false;
	if (nominee_kind_parse(words, out))
		return true;
	folded = vn_fold(a, words);
	if (strstr(folded, "tap the") != NULL)
		*out = NOMINEE_KIND_COLLECTIVE;
	else if (strstr(folded, "ho gia dinh") != NULL || strcmp(folded, "ho") == 0)
		*out = NOMINEE_KIND_HOUSEHOLD;
	else if (strstr(folded, "ca nhan") != NULL)
		*out = NOMINEE_KIND_PERSON;
	else
		return false;
	return true;
}

/* What was written decides, then the name's first words, the section, the award; a guess is said to be one. */
static void
judge_kind(struct reading *g, const struct sheet_row *r, struct sheet_line *l, bool personal)
{
	const char *name = sheet_text_of(g->arena, r, g->map, SHEET_NAME, false);
	const char *folded;
	bool sure;

	if (kind_of_words(
		g->arena, sheet_text_of(g->arena, r, g->map, SHEET_KIND, false), &l->kind))
		return;
	if (personal) {
		l->kind = NOMINEE_KIND_PERSON;
		if (g->section && g->section_kind != NOMINEE_KIND_PERSON)
			sheet_note(g->arena, &l->notes, SHEET_KIND,
			    T("Dòng không nằm trong phần cá nhân nhưng có giới tính hoặc ngày sinh; được hiểu là cá nhân."),
			    NULL, NULL);
		return;
	}
	l->kind = sheet_kind_of_name(g->arena, name, &sure);
	if (sure) {
		if (g->section && g->section_kind != l->kind)
			sheet_note(g->arena, &l->notes, SHEET_KIND,
			    T("Tên không giống với phần chứa dòng này; kiểm tra lại loại đối tượng."),
			    NULL, NULL);
		return;
	}
	folded = vn_fold(g->arena, l->award_typed);
	if (g->section)
		l->kind = g->section_kind;
	else if (sheet_award_only_for(g->names, folded, AWARD_RECIPIENT_COLLECTIVE))
		l->kind = NOMINEE_KIND_COLLECTIVE;
	else if (sheet_award_only_for(g->names, folded, AWARD_RECIPIENT_HOUSEHOLD))
		l->kind = NOMINEE_KIND_HOUSEHOLD;
	else if (name[0] != '\0')
		sheet_note(g->arena, &l->notes, SHEET_KIND,
		    T("Không có giới tính và ngày sinh; được hiểu là cá nhân."), NULL, NULL);
}

static void
read_key(struct reading *g, const struct sheet_row *r, struct sheet_line *l)
{
	const char *text = sheet_text_of(g->arena, r, g->map, SHEET_KEY, false);

	if (text[0] == '\0' || g->in->seal == IMPORT_SEAL_FOREIGN)
		return;
	if (g->in->secret != NULL &&
	    row_key_parse(g->in->secret, g->in->dossier_id, text, &l->key))
		return;
	memset(&l->key, 0, sizeof(l->key));
	sheet_note(g->arena, &l->notes, SHEET_KEY,
	    T("Mã dòng không đúng hoặc của hồ sơ khác; dòng được đối chiếu theo tên, danh hiệu và ngày sinh."),
	    NULL, NULL);
}

static void
read_nominee(struct reading *g, const struct sheet_row *r, struct sheet_line *l)
{
	static const enum sheet_column checked[] = { SHEET_NAME, SHEET_KIND, SHEET_GENDER,
		SHEET_BORN, SHEET_POSITION, SHEET_WORKPLACE, SHEET_AWARD, SHEET_FIELD,
		SHEET_ACHIEVEMENT };
	const char *gender, *born, *field;
	struct arena *a = g->arena;

	for (size_t i = 0; i < sizeof(checked) / sizeof(checked[0]); i++)
		check_cell(g, r, l, checked[i]);
	l->award_typed = sheet_text_of(a, r, g->map, SHEET_AWARD, false);
	l->position = sheet_text_of(a, r, g->map, SHEET_POSITION, false);
	l->workplace = sheet_text_of(a, r, g->map, SHEET_WORKPLACE, false);
	l->achievement = sheet_text_of(a, r, g->map, SHEET_ACHIEVEMENT, true);
	gender = sheet_text_of(a, r, g->map, SHEET_GENDER, false);
	born = sheet_text_of(a, r, g->map, SHEET_BORN, false);
	field = sheet_text_of(a, r, g->map, SHEET_FIELD, false);
	judge_kind(g, r, l, gender[0] != '\0' || born[0] != '\0');
	read_name(g, r, l);
	if (l->kind == NOMINEE_KIND_PERSON) {
		read_gender(g, l, gender);
		read_birth(g, r, l, born);
	} else if (gender[0] != '\0' || born[0] != '\0') {
		sheet_note(a, &l->notes, SHEET_KIND,
		    T("Tập thể, hộ gia đình không ghi giới tính, ngày sinh; hai ô này được để trống."),
		    NULL, NULL);
	}
	if (!formula_in(r, g->map, SHEET_AWARD) || r->fix[SHEET_AWARD] != NULL)
		sheet_judge_award(g->names, l);
	check_length(g, l, SHEET_NAME, l->name, 200);
	check_length(g, l, SHEET_POSITION, l->position, 200);
	check_length(g, l, SHEET_WORKPLACE, l->workplace, 300);
	check_length(g, l, SHEET_ACHIEVEMENT, l->achievement, 4000);
	l->field_given = field[0] != '\0';
	if (l->field_given && !achievement_field_parse(field, &l->field)) {
		l->field = sheet_field_of(a, field);
	} else if (!l->field_given && l->achievement[0] != '\0') {
		l->field = sheet_field_of(a, l->achievement);
	}
	if (l->achievement[0] == '\0' && !formula_in(r, g->map, SHEET_ACHIEVEMENT))
		sheet_note(a, &l->notes, SHEET_ACHIEVEMENT,
		    T("Chưa có tóm tắt thành tích; cần bổ sung trước khi nộp."), NULL, NULL);
	read_key(g, r, l);
	g->any = true;
	g->tail = false;
	l->class = l->problems[0] != '\0' ? IMPORT_CLASS_PROBLEM : IMPORT_CLASS_NEW;
}

void
sheet_read_lines(struct arena *a, const struct sheet_source *in, struct sheet_names *names,
    struct sheet *out)
{
	struct reading g = { .arena = a, .in = in, .names = names, .map = &out->map };

	for (size_t i = 0; i < in->rows.n; i++) {
		const struct sheet_row *r = &in->rows.v[i];
		struct sheet_line *l = &out->v[out->n++];

		if (out->map.header_row > 0 && r->row_no == out->map.header_first)
			g.header = r;
		l->row_no = r->row_no;
		l->row = r;
		l->field = ACHIEVEMENT_FIELD_OTHER;
		l->name = l->name_folded = l->position = l->workplace = l->achievement = "";
		l->award_typed = l->problems = l->notes = l->name_key = "";
		if (is_no_nominee(&g, r, l)) {
			size_t filled, at;

			/* What a page shows for it: a dropped row keeps what it said. */
			l->name = sheet_text_of(a, r, &out->map, SHEET_NAME, false);
			if (l->name[0] == '\0')
				l->name = first_words(a, r, &filled, &at);
			/* A row left out by hand is still there: its nomination is not missing. */
			if (r->decision == IMPORT_DECISION_DROP)
				read_key(&g, r, l);
			continue;
		}
		read_nominee(&g, r, l);
	}
}
