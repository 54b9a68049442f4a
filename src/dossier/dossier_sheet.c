/* Reading a sheet of nominations (CSV): delimiter, header row, one understood line per nominee. */
#include "dossier/dossier_sheet.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <csv.h>
#include <unicase.h>

#include "core/buf.h"
#include "core/str.h"
#include "core/utf8.h"
#include "core/vietnamese.h"

#define PROBE_BYTES 32768

enum column {
	COL_NAME,
	COL_GENDER,
	COL_BORN,
	COL_POSITION,
	COL_WORKPLACE,
	COL_AWARD,
	COL_ACHIEVEMENT,
	COL_COUNT
};

static const char *const column_names[COL_COUNT] = {
	[COL_NAME] = "Họ và tên/Tên tập thể",
	[COL_GENDER] = "Giới tính",
	[COL_BORN] = "Ngày sinh",
	[COL_POSITION] = "Chức vụ, nghề nghiệp",
	[COL_WORKPLACE] = "Đơn vị công tác",
	[COL_AWARD] = "Danh hiệu, hình thức đề nghị",
	[COL_ACHIEVEMENT] = "Tóm tắt thành tích",
};

/* Folded phrases a column is known by, the surest first; a later row of the table never beats an earlier one. */
static const struct {
	const char *phrase;
	enum column column;
} phrases[] = {
	{ "thanh tich", COL_ACHIEVEMENT },
	{ "danh hieu", COL_AWARD },
	{ "hinh thuc", COL_AWARD },
	{ "muc khen", COL_AWARD },
	{ "ho va ten", COL_NAME },
	{ "ho ten", COL_NAME },
	{ "ten tap the", COL_NAME },
	{ "ten ca nhan", COL_NAME },
	{ "ten ho gia dinh", COL_NAME },
	{ "gioi tinh", COL_GENDER },
	{ "ngay sinh", COL_BORN },
	{ "nam sinh", COL_BORN },
	{ "ngay thang nam sinh", COL_BORN },
	{ "chuc vu", COL_POSITION },
	{ "chuc danh", COL_POSITION },
	{ "nghe nghiep", COL_POSITION },
	{ "don vi", COL_WORKPLACE },
	{ "noi cong tac", COL_WORKPLACE },
	{ "dia chi", COL_WORKPLACE },
	{ "noi o", COL_WORKPLACE },
};

/* --- bytes to rows of cells ------------------------------------------------------------------------ */

struct row {
	const char **cells;
	size_t n;
};

struct grid {
	struct arena *arena;
	struct row *rows;
	size_t n, cap;
	const char **line; /* cells of the row being read */
	size_t nline, line_cap;
};

static void
on_cell(void *bytes, size_t n, void *arg)
{
	struct grid *g = arg;

	if (g->nline == g->line_cap) {
		size_t cap = g->line_cap == 0 ? 16 : g->line_cap * 2;
		const char **more = arena_array(g->arena, cap, sizeof(*more));

		if (g->nline > 0)
			memcpy(more, g->line, g->nline * sizeof(*more));
		g->line = more;
		g->line_cap = cap;
	}
	g->line[g->nline++] = arena_strndup(g->arena, bytes != NULL ? bytes : "", n);
}

/* Called for every line end, blank lines included, so that rows are counted as a spreadsheet counts. */
static void
on_row(int c, void *arg)
{
	struct grid *g = arg;

	(void)c;
	if (g->n == g->cap) {
		size_t cap = g->cap == 0 ? 64 : g->cap * 2;
		struct row *more = arena_array(g->arena, cap, sizeof(*more));

		if (g->n > 0)
			memcpy(more, g->rows, g->n * sizeof(*more));
		g->rows = more;
		g->cap = cap;
	}
	g->rows[g->n].cells = arena_array(g->arena, g->nline + 1, sizeof(*g->line));
	memcpy(g->rows[g->n].cells, g->line, g->nline * sizeof(*g->line));
	g->rows[g->n].n = g->nline;
	g->n++;
	g->nline = 0;
}

static void
parse(struct arena *a, const char *bytes, size_t n, char delimiter, struct grid *g)
{
	struct csv_parser p;

	memset(g, 0, sizeof(*g));
	g->arena = a;
	g->line = arena_array(a, 16, sizeof(*g->line));
	g->line_cap = 16;
	if (csv_init(&p, CSV_REPALL_NL) != 0)
		abort();
	csv_set_delim(&p, (unsigned char)delimiter);
	csv_parse(&p, bytes, n, on_cell, on_row, g);
	csv_fini(&p, on_cell, on_row, g);
	csv_free(&p);
}

/* The bytes without byte-order mark, every kind of line end as \n. */
static char *
normalise(struct arena *a, const char *bytes, size_t *n)
{
	char *out, *o;
	size_t i = 0;

	out = o = arena_alloc(a, *n + 1);
	if (*n >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
		i = 3;
	for (; i < *n; i++) {
		if (bytes[i] == '\r') {
			if (i + 1 < *n && bytes[i + 1] == '\n')
				continue;
			*o++ = '\n';
		} else {
			*o++ = bytes[i];
		}
	}
	*n = (size_t)(o - out);
	return out;
}

static bool
quote_left_open(const char *s, size_t n)
{
	size_t quotes = 0;

	for (size_t i = 0; i < n; i++)
		quotes += s[i] == '"';
	return quotes % 2 != 0;
}

/* --- header ------------------------------------------------------------------------------------------ */

struct header {
	int32_t at; /* index of the row, -1: none */
	int where[COL_COUNT]; /* column of each meaning, -1: none */
	int known;
	int twice; /* a meaning found in two columns, or -1 */
};

static int
meaning_of(struct arena *a, const char *cell)
{
	const char *folded = vn_fold(a, cell);

	/* A header is short; a long cell with such words is a title or an achievement. */
	if (utf8_length(cell) > 80)
		return -1;
	for (size_t i = 0; i < sizeof(phrases) / sizeof(phrases[0]); i++) {
		if (strstr(folded, phrases[i].phrase) != NULL)
			return (int)phrases[i].column;
	}
	return -1;
}

static void
read_header(struct arena *a, const struct row *r, int32_t at, struct header *h)
{
	h->at = at;
	h->known = 0;
	h->twice = -1;
	for (int i = 0; i < COL_COUNT; i++)
		h->where[i] = -1;
	for (size_t i = 0; i < r->n; i++) {
		int m = meaning_of(a, r->cells[i]);

		if (m < 0)
			continue;
		if (h->where[m] >= 0) {
			h->twice = m;
			continue;
		}
		h->where[m] = (int)i;
		h->known++;
	}
}

/* The first row with a name and an award column; else the best row with a name column; else none. */
static void
find_header(struct arena *a, const struct grid *g, struct header *best)
{
	struct header h;

	memset(best, 0, sizeof(*best));
	best->at = -1;
	for (size_t i = 0; i < g->n && i < SHEET_HEADER_WITHIN; i++) {
		read_header(a, &g->rows[i], (int32_t)i, &h);
		if (h.where[COL_NAME] < 0 || h.known < 2 || h.known <= best->known)
			continue;
		*best = h;
		if (h.where[COL_AWARD] >= 0)
			return;
	}
}

static char
find_delimiter(struct arena *a, const char *bytes, size_t n)
{
	static const char candidates[] = { ',', ';', '\t' };
	struct grid g;
	struct header h;
	char best = ',';
	int known = -1;

	/* Only whole lines: half a letter at the end would not be UTF-8. */
	if (n > PROBE_BYTES) {
		n = PROBE_BYTES;
		while (n > 0 && bytes[n - 1] != '\n')
			n--;
	}
	for (size_t i = 0; i < sizeof(candidates); i++) {
		parse(a, bytes, n, candidates[i], &g);
		find_header(a, &g, &h);
		if (h.at >= 0 && h.known > known) {
			known = h.known;
			best = candidates[i];
		}
	}
	return best;
}

/* --- findings --------------------------------------------------------------------------------------- */

static const char *
one_line(struct arena *a, const char *s)
{
	char *out;
	size_t n = 0, max = 0;

	/* At most 60 letters of what was written, cut between letters. */
	while (s[max] != '\0' && n < 60) {
		max++;
		while (((unsigned char)s[max] & 0xc0) == 0x80)
			max++;
		n++;
	}
	out = arena_printf(a, "%.*s%s", (int)max, s, s[max] != '\0' ? "…" : "");
	for (char *p = out; *p != '\0'; p++) {
		if (*p == '\n' || *p == '\t')
			*p = ' ';
	}
	return out;
}

static void
note(struct arena *a, const char **list, const char *msgid, const char *arg1, const char *arg2)
{
	*list = arena_printf(a, "%s%s%s%s%s%s%s", *list, (*list)[0] != '\0' ? "\n" : "", msgid,
	    arg1 != NULL ? "\t" : "", arg1 != NULL ? one_line(a, arg1) : "",
	    arg2 != NULL ? "\t" : "", arg2 != NULL ? one_line(a, arg2) : "");
}

const char *
sheet_finding(struct arena *a, enum lang lang, const char *finding)
{
	char *copy = arena_strdup(a, finding), *tab;
	char *args[2] = { "", "" };

	for (int i = 0; i < 2; i++) {
		char *from = i == 0 ? copy : args[i - 1];

		if ((tab = strchr(from, '\t')) == NULL)
			break;
		*tab = '\0';
		args[i] = tab + 1;
	}
	return tr_fmt(a, lang, copy, 2, args[0], args[1]);
}

const char *
sheet_fault_words(enum sheet_fault fault)
{
	switch (fault) {
	case SHEET_EMPTY: return T("Tệp rỗng. Chọn lại tệp danh sách.");
	case SHEET_TOO_LARGE:
		return T(
		    "Tệp lớn hơn 5 MB. Danh sách chỉ cần chữ; xóa hình và chia thành nhiều tệp.");
	case SHEET_WORKBOOK:
		return T(
		    "Đây là tệp bảng tính (Excel), không phải CSV. Trong Excel chọn Lưu thành, kiểu “CSV UTF-8”, rồi tải tệp đó lên.");
	case SHEET_NOT_UTF8:
		return T(
		    "Dòng %1 có ký tự không phải Unicode (UTF-8). Trong Excel chọn Lưu thành, kiểu “CSV UTF-8”, rồi tải lại.");
	case SHEET_NO_HEADER:
		return T(
		    "Không thấy dòng tiêu đề trong 20 dòng đầu. Cần một dòng có các cột “Họ và tên/Tên tập thể” và “Danh hiệu, hình thức đề nghị”.");
	case SHEET_NO_AWARD_COLUMN:
		return T(
		    "Dòng tiêu đề (dòng %1) thiếu cột “Danh hiệu, hình thức đề nghị”. Thêm cột đó rồi tải lại.");
	case SHEET_NO_LINES:
		return T("Sau dòng tiêu đề (dòng %1) không có dòng nào. Kiểm tra lại tệp.");
	case SHEET_TOO_MANY_LINES: return T("Tệp có hơn 5.000 dòng. Chia thành nhiều tệp.");
	case SHEET_COLUMN_TWICE:
		return T(
		    "Hai cột cùng được hiểu là “%1”. Đổi tên hoặc xóa một cột rồi tải lại.");
	case SHEET_OPEN_QUOTE:
		return T(
		    "Có dấu nháy kép mở mà không đóng, nên các dòng sau dính vào nhau. Sửa dấu nháy rồi tải lại.");
	case SHEET_OK: break;
	}
	return "";
}

/* --- meaning ------------------------------------------------------------------------------------------ */

static bool
starts_with_any(const char *s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (str_starts(s, words[i]))
			return true;
	}
	return false;
}

enum nominee_kind
sheet_kind_of_name(struct arena *a, const char *name, bool *sure)
{
	/*
	 * With their marks: folded, "Trường" would be the surname Trương, "Tổ" the surname Tô,
	 * "Hộ" the surname Hồ.
	 */
	static const char *const household[] = { "hộ ", "gia đình " };
	static const char *const collective[] = {
		"tập thể ",
		"chi bộ ",
		"đảng bộ ",
		"đảng ủy ",
		"ban ",
		"phòng ",
		"trường ",
		"công an ",
		"hội ",
		"văn phòng ",
		"hợp tác xã ",
		"ấp ",
		"khóm ",
		"thôn ",
		"khu phố ",
		"khu dân cư ",
		"trạm ",
		"tổ ",
		"đoàn thanh niên ",
		"đoàn phường ",
		"đoàn xã ",
		"đoàn đặc khu ",
		"ủy ban ",
		"uỷ ban ",
		"ubnd ",
		"hđnd ",
		"hội đồng ",
		"trung tâm ",
		"công ty ",
		"doanh nghiệp ",
		"sở ",
		"chi cục ",
		"cục ",
		"bệnh viện ",
		"đơn vị ",
		"đội ",
		"cán bộ và nhân dân ",
		"nhân dân và cán bộ ",
		"khoa ",
		"xã ",
		"phường ",
		"đặc khu ",
		"tỉnh ",
		"mặt trận ",
		"liên đoàn ",
		"bộ chỉ huy ",
		"đại đội ",
		"tiểu đoàn ",
		"trung đoàn ",
		"lữ đoàn ",
		"cụm ",
		"khối ",
		"hạt ",
		"xí nghiệp ",
		"nhà máy ",
		"câu lạc bộ ",
		"công đoàn ",
		"thanh tra ",
		"tòa án ",
		"viện ",
		"ngân hàng ",
		"kho bạc ",
		"bảo hiểm ",
		"chi nhánh ",
		"đài ",
		"báo ",
		"chi hội ",
		"chi đoàn ",
		"tổng công ty ",
		"nhà trường ",
		"mầm non ",
		"đồn ",
		"hải đội ",
		"quỹ ",
		"trại ",
		"vườn quốc gia ",
		"cảng ",
		"lực lượng ",
		"nhóm ",
	};
	size_t n = 0;
	uint8_t *lower;
	const char *s;

	lower = u8_tolower((const uint8_t *)name, strlen(name) + 1, "vi", NULL, NULL, &n);
	s = lower != NULL ? arena_strdup(a, (const char *)lower) : name;
	free(lower);
	*sure = true;
	if (starts_with_any(s, household, sizeof(household) / sizeof(household[0])))
		return NOMINEE_KIND_HOUSEHOLD;
	if (starts_with_any(s, collective, sizeof(collective) / sizeof(collective[0])))
		return NOMINEE_KIND_COLLECTIVE;
	*sure = false;
	return NOMINEE_KIND_PERSON;
}

enum achievement_field
sheet_field_of(struct arena *a, const char *achievement)
{
	static const struct {
		const char *phrase;
		enum achievement_field field;
	} table[] = {
		{ "hoc tap", ACHIEVEMENT_FIELD_STUDY },
		{ "giao duc", ACHIEVEMENT_FIELD_STUDY },
		{ "lao dong san xuat", ACHIEVEMENT_FIELD_PRODUCTION },
		{ "phat trien kinh te", ACHIEVEMENT_FIELD_ECONOMY },
		{ "an ninh trat tu", ACHIEVEMENT_FIELD_SECURITY },
		{ "quoc phong", ACHIEVEMENT_FIELD_SECURITY },
		{ "cham lo doi song", ACHIEVEMENT_FIELD_WELFARE },
		{ "phong chong dich benh", ACHIEVEMENT_FIELD_HEALTH },
		{ "kham chua benh", ACHIEVEMENT_FIELD_HEALTH },
		{ "an sinh xa hoi", ACHIEVEMENT_FIELD_SOCIAL_POLICY },
		{ "van hoa", ACHIEVEMENT_FIELD_CULTURE },
		{ "the thao", ACHIEVEMENT_FIELD_CULTURE },
		{ "thu tuc hanh chinh", ACHIEVEMENT_FIELD_ADMINISTRATION },
		{ "cai cach hanh chinh", ACHIEVEMENT_FIELD_ADMINISTRATION },
	};
	const char *folded = vn_fold(a, achievement), *first = NULL;
	enum achievement_field field = ACHIEVEMENT_FIELD_OTHER;

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		const char *p = strstr(folded, table[i].phrase);

		if (p != NULL && (first == NULL || p < first)) {
			first = p;
			field = table[i].field;
		}
	}
	return field;
}

static int
award_cmp(const void *x, const void *y)
{
	const struct sheet_award *a = x, *b = y;

	return strcmp(a->folded, b->folded);
}

/* The entries named like this, as a run in the sorted table. */
static const struct sheet_award *
awards_named(const struct sheet_award *awards, size_t n, const char *folded, size_t *count)
{
	size_t lo = 0, hi = n, end;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (strcmp(awards[mid].folded, folded) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (end = lo; end < n && strcmp(awards[end].folded, folded) == 0; end++)
		;
	*count = end - lo;
	return awards + lo;
}

/* An entry meant for no other kind of recipient decides what the nominee is. */
static bool
only_for(const struct sheet_award *run, size_t n, enum award_recipient recipient)
{
	for (size_t i = 0; i < n; i++) {
		if (run[i].recipient != recipient)
			return false;
	}
	return n > 0;
}

static void
judge_kind(struct arena *a, struct sheet_line *l, bool personal, const struct sheet_award *run,
    size_t n)
{
	bool sure;

	l->kind = sheet_kind_of_name(a, l->name, &sure);
	if (personal)
		l->kind = NOMINEE_KIND_PERSON;
	else if (!sure && only_for(run, n, AWARD_RECIPIENT_COLLECTIVE))
		l->kind = NOMINEE_KIND_COLLECTIVE;
	else if (!sure && only_for(run, n, AWARD_RECIPIENT_HOUSEHOLD))
		l->kind = NOMINEE_KIND_HOUSEHOLD;
	else if (!sure && l->name[0] != '\0')
		note(a, &l->warnings,
		    T("Không có giới tính và ngày sinh; được hiểu là cá nhân."), NULL, NULL);
}

static void
judge_award(struct arena *a, struct sheet_line *l, const char *typed,
    const struct sheet_award *run, size_t n)
{
	const struct sheet_award *fit = NULL;

	if (typed[0] == '\0') {
		note(a, &l->problems, T("Chưa ghi danh hiệu, hình thức đề nghị."), NULL, NULL);
		return;
	}
	if (n == 0) {
		note(a, &l->problems,
		    T("Không nhận ra danh hiệu, hình thức “%1”. Ghi đúng tên trong danh mục."),
		    typed, NULL);
		return;
	}
	for (size_t i = 0; i < n; i++) {
		if (award_fits(run[i].recipient, l->kind) &&
		    (fit == NULL || (run[i].valid && !fit->valid)))
			fit = &run[i];
	}
	if (fit == NULL) {
		note(a, &l->problems,
		    l->kind == NOMINEE_KIND_PERSON ? T("“%1” không tặng cho cá nhân.")
			: l->kind == NOMINEE_KIND_COLLECTIVE
			? T("“%1” không tặng cho tập thể.")
			: T("“%1” không tặng cho hộ gia đình."),
		    typed, NULL);
		return;
	}
	if (!fit->valid)
		note(a, &l->problems, T("“%1” đã hết hiệu lực, không đề nghị được nữa."), typed,
		    NULL);
	l->award_type_id = fit->id;
}

static void
check_length(
    struct arena *a, struct sheet_line *l, const char *text, size_t max, const char *column)
{
	if (utf8_length(text) > max) {
		note(a, &l->problems, T("Cột “%1” dài quá %2 ký tự."), column,
		    arena_printf(a, "%zu", max));
	}
}

static bool
is_formula(const char *s)
{
	if (s[0] == '=' || s[0] == '+' || s[0] == '@')
		return true;
	/* "- Hoàn thành ..." is a list in a text, "-2+3" is not. */
	return s[0] == '-' && s[1] != '\0' && s[1] != ' ' && s[1] != '-';
}

/* A cell cleaned: normalised, trimmed, runs of white space one space; "-" alone means nothing. */
static const char *
cell_text(struct arena *a, const struct row *r, const struct header *h, enum column column,
    bool lines)
{
	char *s, *in, *out;
	bool space = false;

	if (h->where[column] < 0 || (size_t)h->where[column] >= r->n)
		return "";
	s = str_trim(a, utf8_nfc(a, r->cells[h->where[column]]));
	if (strcmp(s, "-") == 0 || strcmp(s, "–") == 0)
		return "";
	for (in = out = s; *in != '\0'; in++) {
		char c = *in;

		if ((unsigned char)c == 0xc2 && (unsigned char)in[1] == 0xa0) {
			in++;
			c = ' ';
		}
		if (c == '\t' || (c == '\n' && !lines))
			c = ' ';
		if (c == ' ' && space)
			continue;
		space = c == ' ';
		*out++ = c;
	}
	*out = '\0';
	return s;
}

static void
read_gender(struct arena *a, struct sheet_line *l, const char *typed)
{
	const char *folded = vn_fold(a, typed);

	if (typed[0] == '\0')
		return;
	if (strcmp(folded, "nam") == 0) {
		l->gender = GENDER_MALE;
		l->gender_known = true;
	} else if (strcmp(folded, "nu") == 0) {
		l->gender = GENDER_FEMALE;
		l->gender_known = true;
	} else {
		note(a, &l->problems, T("Giới tính “%1” không rõ. Ghi Nam, Nữ hoặc để trống."),
		    typed, NULL);
	}
}

static void
read_line(struct arena *a, const struct row *r, const struct header *h,
    const struct sheet_award *awards, size_t nawards, struct date today, struct sheet_line *l)
{
	const char *award, *gender, *born;
	const struct sheet_award *run;
	enum birth_fault fault;
	size_t n;

	l->cells = r->cells;
	l->ncells = r->n;
	l->problems = l->warnings = "";
	l->field = ACHIEVEMENT_FIELD_OTHER;
	l->name = cell_text(a, r, h, COL_NAME, false);
	l->position = cell_text(a, r, h, COL_POSITION, false);
	l->workplace = cell_text(a, r, h, COL_WORKPLACE, false);
	l->achievement = cell_text(a, r, h, COL_ACHIEVEMENT, true);
	award = cell_text(a, r, h, COL_AWARD, false);
	gender = cell_text(a, r, h, COL_GENDER, false);
	born = cell_text(a, r, h, COL_BORN, false);
	l->name_folded = vn_fold(a, l->name);
	for (size_t i = 0; i < r->n; i++) {
		const char *cell = str_trim(a, r->cells[i]);

		if (is_formula(cell))
			note(a, &l->problems,
			    T("Ô “%1” bắt đầu như một công thức. Thay bằng chữ rồi tải lại."),
			    cell, NULL);
		if (utf8_has_control(cell))
			note(a, &l->problems, T("Ô “%1” có ký tự điều khiển ẩn. Gõ lại ô này."),
			    "…", NULL);
	}
	if (l->name[0] == '\0')
		note(a, &l->problems,
		    T("Không có họ tên hay tên tập thể. Nếu là dòng tiêu đề nhóm hoặc tổng cộng, xóa khỏi tệp."),
		    NULL, NULL);
	else if (l->name_folded[0] == '\0')
		note(a, &l->problems, T("Tên “%1” không có chữ cái nào."), l->name, NULL);
	run = awards_named(awards, nawards, vn_fold(a, award), &n);
	read_gender(a, l, gender);
	fault = birth_parse(born, today, &l->birth);
	judge_kind(a, l, gender[0] != '\0' || born[0] != '\0', run, n);
	if (fault != BIRTH_OK)
		note(a, &l->problems, birth_fault_words(fault), born, NULL);
	judge_award(a, l, award, run, n);
	check_length(a, l, l->name, 200, column_names[COL_NAME]);
	check_length(a, l, l->position, 200, column_names[COL_POSITION]);
	check_length(a, l, l->workplace, 300, column_names[COL_WORKPLACE]);
	check_length(a, l, l->achievement, 4000, column_names[COL_ACHIEVEMENT]);
	if (l->achievement[0] == '\0')
		note(a, &l->warnings,
		    T("Chưa có tóm tắt thành tích; cần bổ sung trước khi nộp."), NULL, NULL);
	else
		l->field = sheet_field_of(a, l->achievement);
}

static bool
is_blank(struct arena *a, const struct row *r)
{
	for (size_t i = 0; i < r->n; i++) {
		if (str_trim(a, r->cells[i])[0] != '\0')
			return false;
	}
	return true;
}

/* Forms number their columns in a line of their own below the header: "(1) (2) (3)". */
static bool
is_column_numbers(struct arena *a, const struct row *r, const struct header *h)
{
	const char *name = vn_fold(a, cell_text(a, r, h, COL_NAME, false));
	const char *award = vn_fold(a, cell_text(a, r, h, COL_AWARD, false));
	int64_t i, j;

	return parse_i64(name, 1, 99, &i) == ERR_OK && parse_i64(award, 1, 99, &j) == ERR_OK &&
	    i < j;
}

static const char *
bad_line(struct arena *a, const char *s, size_t n)
{
	int line = 1;
	size_t from = 0;

	for (size_t i = 0; i <= n; i++) {
		if (i < n && s[i] != '\n')
			continue;
		if (!utf8_valid(s + from, i - from))
			break;
		from = i + 1;
		line++;
	}
	return arena_printf(a, "%d", line);
}

enum sheet_fault
sheet_read(struct arena *a, const char *bytes, size_t n, struct sheet_award *awards,
    size_t nawards, struct date today, struct sheet *out)
{
	struct grid g;
	struct header h;
	char *text;

	memset(out, 0, sizeof(*out));
	out->detail = "";
	if (n == 0)
		return SHEET_EMPTY;
	if (n > SHEET_BYTES_MAX)
		return SHEET_TOO_LARGE;
	if (n >= 4 &&
	    (memcmp(bytes, "PK\x03\x04", 4) == 0 || memcmp(bytes, "\xd0\xcf\x11\xe0", 4) == 0))
		return SHEET_WORKBOOK;
	text = normalise(a, bytes, &n);
	if (!utf8_valid(text, n)) {
		out->detail = bad_line(a, text, n);
		return SHEET_NOT_UTF8;
	}
	out->delimiter = find_delimiter(a, text, n);
	parse(a, text, n, out->delimiter, &g);
	find_header(a, &g, &h);
	if (h.at < 0)
		return quote_left_open(text, n) ? SHEET_OPEN_QUOTE : SHEET_NO_HEADER;
	out->header_row = h.at + 1;
	out->detail = arena_printf(a, "%" PRId32, out->header_row);
	if (h.where[COL_AWARD] < 0)
		return SHEET_NO_AWARD_COLUMN;
	if (h.twice >= 0) {
		out->detail = column_names[h.twice];
		return SHEET_COLUMN_TWICE;
	}
	if (quote_left_open(text, n))
		return SHEET_OPEN_QUOTE;
	qsort(awards, nawards, sizeof(*awards), award_cmp);
	out->v = arena_array(a, g.n, sizeof(*out->v));
	for (size_t i = (size_t)h.at + 1; i < g.n; i++) {
		if (is_blank(a, &g.rows[i]))
			continue;
		if (out->n == 0 && is_column_numbers(a, &g.rows[i], &h))
			continue;
		if (out->n == SHEET_LINES_MAX)
			return SHEET_TOO_MANY_LINES;
		out->v[out->n].row_no = (int32_t)i + 1;
		read_line(a, &g.rows[i], &h, awards, nawards, today, &out->v[out->n]);
		out->n++;
	}
	return out->n > 0 ? SHEET_OK : SHEET_NO_LINES;
}

/* --- doubles -------------------------------------------------------------------------------------------- */

/* One nominee for comparing: a line of the sheet, or a nomination already there. */
struct entry {
	const char *folded, *achievement;
	enum nominee_kind kind;
	struct award_type_id award;
	struct date born;
	int32_t number; /* row of the sheet or place in the list */
	struct sheet_line *line; /* NULL: already there */
};

static int
same_nominee(const struct entry *a, const struct entry *b)
{
	int c = strcmp(a->folded, b->folded);

	if (c == 0)
		c = (a->kind > b->kind) - (a->kind < b->kind);
	if (c == 0)
		c = (a->award.v > b->award.v) - (a->award.v < b->award.v);
	return c != 0 ? c : date_cmp(a->born, b->born);
}

static int
entry_cmp(const void *x, const void *y)
{
	const struct entry *a = x, *b = y;
	int c = same_nominee(a, b);

	/* What is there comes first, then the sheet in its order. */
	if (c == 0)
		c = (a->line != NULL) - (b->line != NULL);
	return c != 0 ? c : (a->number > b->number) - (a->number < b->number);
}

static void
mark_double(struct arena *a, const struct entry *run, const struct entry *e)
{
	const struct entry *first = run;
	char *number;

	for (const struct entry *p = run; p < e; p++) {
		if (strcmp(p->achievement, e->achievement) == 0) {
			first = p;
			e->line->duplicate = true;
			break;
		}
	}
	number = arena_printf(a, "%" PRId32, first->number);
	if (e->line->duplicate)
		note(a, &e->line->warnings,
		    first->line != NULL ? T("Giống hệt dòng %1; chỉ nhập một lần.")
					: T("Đã có ở số %1 của danh sách; không nhập lại."),
		    number, NULL);
	else
		note(a, &e->line->warnings,
		    first->line != NULL
			? T("Cùng tên và danh hiệu với dòng %1, khác thành tích. Kiểm tra có trùng không.")
			: T("Cùng tên và danh hiệu với số %1 của danh sách, khác thành tích. Kiểm tra có trùng không."),
		    number, NULL);
}

void
sheet_find_doubles(
    struct arena *a, struct sheet *s, const struct sheet_known *known, size_t nknown)
{
	struct entry *e = arena_array(a, s->n + nknown + 1, sizeof(*e));
	size_t n = 0, run = 0;

	for (size_t i = 0; i < nknown; i++) {
		e[n++] =
		    (struct entry){ known[i].name_folded, known[i].achievement, known[i].kind,
			    known[i].award_type_id, known[i].born_on, known[i].ordinal, NULL };
	}
	for (size_t i = 0; i < s->n; i++) {
		struct sheet_line *l = &s->v[i];

		if (l->award_type_id.v == 0 || l->name_folded[0] == '\0')
			continue;
		e[n++] = (struct entry){ l->name_folded, l->achievement, l->kind,
			l->award_type_id, l->birth.on, l->row_no, l };
	}
	qsort(e, n, sizeof(*e), entry_cmp);
	for (size_t i = 1; i < n; i++) {
		if (same_nominee(&e[run], &e[i]) != 0)
			run = i;
		else if (e[i].line != NULL)
			mark_double(a, &e[run], &e[i]);
	}
}
