/* Reading a sheet of nominations: findings, what names and texts tell, and the whole reading in its order. */
#include "dossier/dossier_sheet.h"

#include <stdlib.h>
#include <string.h>

#include <unicase.h>

#include "core/str.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "registry/identity.h"

/* --- findings --------------------------------------------------------------------------------------- */

/* At most max letters of what was written, cut between letters, on one line. */
static const char *
one_line(struct arena *a, const char *s, size_t max)
{
	char *out;
	size_t n = 0, bytes = 0;

	while (s[bytes] != '\0' && n < max) {
		bytes++;
		while (((unsigned char)s[bytes] & 0xc0) == 0x80)
			bytes++;
		n++;
	}
	out = arena_printf(a, "%.*s%s", (int)bytes, s, s[bytes] != '\0' ? "…" : "");
	for (char *p = out; *p != '\0'; p++) {
		if (*p == '\n' || *p == '\t')
			*p = ' ';
	}
	return out;
}

void
sheet_note(struct arena *a, const char **list, enum sheet_column column, const char *msgid,
    const char *arg1, const char *arg2)
{
	*list = arena_printf(a, "%s%s%s\t%s%s%s%s%s", *list, (*list)[0] != '\0' ? "\n" : "",
	    sheet_column_text(column), msgid, arg1 != NULL ? "\t" : "",
	    arg1 != NULL ? one_line(a, arg1, 60) : "", arg2 != NULL ? "\t" : "",
	    arg2 != NULL ? one_line(a, arg2, 300) : "");
}

const char *
sheet_finding(struct arena *a, enum lang lang, const char *finding, const char **column)
{
	char *copy = arena_strdup(a, finding), *tab;
	char *parts[4] = { copy, "", "", "" };

	for (int i = 0; i < 3; i++) {
		if ((tab = strchr(parts[i], '\t')) == NULL)
			break;
		*tab = '\0';
		parts[i + 1] = tab + 1;
	}
	*column = parts[0];
	return tr_fmt(a, lang, parts[1], 2, parts[2], parts[3]);
}

char *
sheet_changes_format(struct arena *a, unsigned changes)
{
	char *out = arena_strdup(a, "");

	for (int i = 1; i < SHEET_COLUMN_COUNT; i++) {
		if ((changes & (1u << i)) != 0)
			out = arena_printf(a, "%s%s%s", out, out[0] != '\0' ? "," : "",
			    sheet_column_text((enum sheet_column)i));
	}
	return out;
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

/* --- the whole reading ----------------------------------------------------------------------------- */

static void
note_seal(struct arena *a, const struct sheet_source *in, struct sheet *out)
{
	bool key_column = false;

	for (size_t i = 0; i < out->map.n; i++)
		key_column = key_column || out->map.of[i] == SHEET_KEY;
	switch (in->seal) {
	case IMPORT_SEAL_NONE:
		if (key_column)
			sheet_note(a, &out->notes, SHEET_KEY,
			    T("Tệp có cột “Mã dòng” nhưng không còn trang kiểm soát của bảng tính đã xuất. Các dòng vẫn được đối chiếu; dòng bị xóa thì không nhận ra được."),
			    NULL, NULL);
		return;
	case IMPORT_SEAL_GOOD:
		if (!key_column)
			sheet_note(a, &out->notes, SHEET_KEY,
			    T("Bảng tính này xuất từ hồ sơ nhưng cột ẩn “Mã dòng” đã mất. Các dòng được đối chiếu theo tên, danh hiệu và ngày sinh."),
			    NULL, NULL);
		return;
	case IMPORT_SEAL_DAMAGED:
		sheet_note(a, &out->notes, SHEET_KEY,
		    T("Mã kiểm tra của bảng tính không khớp: trang kiểm soát đã bị sửa hoặc hỏng. Các dòng vẫn được đối chiếu; dòng bị xóa thì không nhận ra được. Nên xuất lại bảng tính rồi sửa trên tệp mới."),
		    NULL, NULL);
		return;
	case IMPORT_SEAL_FOREIGN:
		sheet_note(a, &out->notes, SHEET_KEY,
		    T("Bảng tính này xuất từ một hồ sơ khác. Mọi dòng được đọc như danh sách mới; kiểm tra kỹ trước khi xác nhận."),
		    NULL, NULL);
		return;
	case IMPORT_SEAL_COUNT: return;
	}
}

static void
note_map(struct arena *a, const struct sheet_source *in, struct sheet *out)
{
	bool seen[SHEET_COLUMN_COUNT] = { false };

	if (out->map.header_row == 0 && in->rows.n > 0 && !in->map.chosen)
		sheet_note(a, &out->notes, SHEET_IGNORE,
		    T("Không thấy dòng tiêu đề trong 40 dòng đầu. Chọn dòng tiêu đề hoặc chọn từng cột ở phần “Các cột của tệp”."),
		    NULL, NULL);
	for (size_t i = 0; i < out->map.n; i++)
		seen[out->map.of[i]] = true;
	if (seen[SHEET_ID_NUMBER] && !in->keeps_numbers)
		sheet_note(a, &out->notes, SHEET_ID_NUMBER,
		    T("Hệ thống chưa được cài khóa để giữ số định danh, nên cột số định danh không được nhập."),
		    NULL, NULL);
}

/* What stands in the column of numbers and is none; numbers in columns that are read as text. */
static void
note_row_numbers(struct arena *a, const struct sheet_map *map, struct sheet_line *l)
{
	static const enum sheet_column texts[] = { SHEET_NAME, SHEET_POSITION, SHEET_WORKPLACE,
		SHEET_AWARD, SHEET_ACHIEVEMENT };
	const struct sheet_cell *cell = sheet_cell_of(l->row, map, SHEET_ID_NUMBER);
	char digits[IDENTITY_DIGITS + 1];
	size_t hidden = identity_hidden(cell->text);

	if (cell->type == CELL_FORMULA || (cell->type != CELL_EMPTY && hidden == 0)) {
		const char *text = sheet_clean(a, cell->text, false);

		if (text[0] != '\0')
			sheet_note(a, &l->notes, SHEET_ID_NUMBER,
			    identity_fault_words(cell->type == CELL_FORMULA
				    ? IDENTITY_NOT_DIGITS
				    : identity_parse(text, digits)),
			    NULL, NULL);
	} else if (hidden != 0 && hidden != 9 && hidden != IDENTITY_DIGITS) {
		sheet_note(a, &l->notes, SHEET_ID_NUMBER, identity_fault_words(IDENTITY_LENGTH),
		    NULL, NULL);
	}
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		const char *fix = l->row->fix[texts[i]];

		if (identity_hidden(
			fix != NULL ? fix : sheet_cell_of(l->row, map, texts[i])->text) == 0)
			continue;
		if (texts[i] != SHEET_NAME) {
			sheet_note(a, &l->notes, texts[i],
			    T("“%1” có số giống số định danh. Số đã được che và không vào danh sách; nếu cần, ghi vào cột số định danh."),
			    sheet_column_words(texts[i]), NULL);
			continue;
		}
		/* Nobody is called so. */
		sheet_note(a, &l->problems, texts[i],
		    T("“%1” có số giống số định danh, đã được che. Sửa lại ô này trước khi nhập."),
		    sheet_column_words(texts[i]), NULL);
		l->class = IMPORT_CLASS_PROBLEM;
	}
}

/* Numbers in a column nobody reads, where no column is known to hold them: perhaps this one. */
static void
note_unread_numbers(struct arena *a, struct sheet *out)
{
	for (size_t k = 0; k < out->map.n; k++) {
		if (out->map.of[k] == SHEET_ID_NUMBER)
			return;
	}
	for (size_t i = 0; i < out->n; i++) {
		const struct sheet_row *r = out->v[i].row;

		for (size_t k = 0; r != NULL && k < r->ncells && k < out->map.n; k++) {
			if (r->cells[k].type != CELL_TEXT || out->map.of[k] != SHEET_IGNORE ||
			    identity_hidden(r->cells[k].text) != IDENTITY_DIGITS)
				continue;
			sheet_note(a, &out->notes, SHEET_ID_NUMBER,
			    T("Cột “%1” có số giống số định danh; các số đó đã được mã hóa và che. Nếu đúng là số định danh, chọn như vậy ở phần “Các cột của tệp”; nếu không, chúng được bỏ khi xác nhận."),
			    out->map.heading[k][0] != '\0' ? out->map.heading[k]
							   : arena_printf(a, "%zu", k + 1),
			    NULL);
			return;
		}
	}
}

static void
note_numbers(struct arena *a, struct sheet *out)
{
	for (size_t i = 0; i < out->n; i++) {
		struct sheet_line *l = &out->v[i];

		if (l->row != NULL && l->class != IMPORT_CLASS_IGNORED)
			note_row_numbers(a, &out->map, l);
	}
	note_unread_numbers(a, out);
}

/* Before it is known which columns hold the name and the award nothing can be said about a row. */
static void
leave_unread(struct arena *a, const struct sheet_source *in, struct sheet *out)
{
	for (size_t i = 0; i < in->rows.n; i++) {
		struct sheet_line *l = &out->v[out->n++];

		l->row_no = in->rows.v[i].row_no;
		l->row = &in->rows.v[i];
		l->class = IMPORT_CLASS_IGNORED;
		l->name = l->name_folded = l->position = l->workplace = l->achievement = "";
		l->award_typed = l->problems = l->notes = l->name_key = "";
		l->field = ACHIEVEMENT_FIELD_OTHER;
		sheet_note(a, &l->notes, SHEET_IGNORE,
		    T("Chưa đọc: hãy chọn các cột của tệp trước."), NULL, NULL);
	}
}

void
sheet_analyse(struct arena *a, struct sheet_source *in, struct sheet *out)
{
	struct sheet_names *names = sheet_names_new(a, in);
	const char *fault, *column;

	memset(out, 0, sizeof(*out));
	out->notes = "";
	out->map = in->map;
	if (in->map.chosen)
		sheet_fill_headings(a, &in->rows, &out->map);
	else
		sheet_propose_map(a, &in->rows, &out->map);
	note_map(a, in, out);
	note_seal(a, in, out);
	out->v = arena_array(a, in->rows.n + in->nseal_keys + 1, sizeof(*out->v));
	if ((fault = sheet_map_fault(&out->map, &column)) != NULL) {
		if (out->map.header_row > 0 || in->map.chosen)
			sheet_note(a, &out->notes, SHEET_IGNORE, fault, column, NULL);
		leave_unread(a, in, out);
	} else {
		sheet_read_lines(a, in, names, out);
		sheet_match(a, in, out);
	}
	note_numbers(a, out);
	for (size_t i = 0; i < out->n; i++)
		out->counts[out->v[i].class]++;
}
