/* Rows against each other and against what the dossier holds: same, changed, duplicate, removed. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "core/vietnamese.h"
#include "dossier/dossier_sheet.h"

/* One nominee for comparing: a row of the sheet, or a nomination already there. */
struct entry {
	const char *key;
	enum nominee_kind kind;
	struct award_type_id award;
	struct birth birth;
	size_t at; /* in the lines or in the list */
	bool is_known;
};

struct matching {
	struct arena *arena;
	const struct sheet_source *in;
	struct sheet *out;
	bool *taken; /* nominations that have their row */
	struct entry *known_by_id; /* sorted by id */
	bool mapped[SHEET_COLUMN_COUNT];
};

static const char *
number(struct matching *m, int64_t n)
{
	return arena_printf(m->arena, "%" PRId64, n);
}

/* --- what differs ---------------------------------------------------------------------------------- */

static bool
same_birth(struct birth a, struct birth b)
{
	return date_cmp(a.on, b.on) == 0 && a.year == b.year;
}

/*
 * What a row would change in a nomination.  A column the sheet lacks changes nothing; an empty cell does only
 * in a workbook of ours (keyed), where what stood there was seen and taken out.
 */
static unsigned
differences(const struct matching *m, const struct sheet_line *l, const struct sheet_known *k,
    bool keyed)
{
	const bool *mapped = m->mapped;
	unsigned changes = 0;
	const struct {
		enum sheet_column column;
		const char *there, *here;
	} texts[] = {
		{ SHEET_POSITION, k->position, l->position },
		{ SHEET_WORKPLACE, k->workplace, l->workplace },
		{ SHEET_ACHIEVEMENT, k->achievement, l->achievement },
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		if ((texts[i].here[0] != '\0' || (keyed && mapped[texts[i].column])) &&
		    strcmp(texts[i].here, texts[i].there) != 0)
			changes |= 1u << texts[i].column;
	}
	if (l->kind != k->kind)
		changes |= 1u << SHEET_KIND;
	if (l->kind == NOMINEE_KIND_PERSON) {
		if (l->gender_known != k->gender_known ||
		    (l->gender_known && l->gender != k->gender)) {
			if (l->gender_known || (keyed && mapped[SHEET_GENDER]))
				changes |= 1u << SHEET_GENDER;
		}
		if (!same_birth(l->birth, k->birth) &&
		    (l->birth.on.year != 0 || l->birth.year != 0 ||
			(keyed && mapped[SHEET_BORN])))
			changes |= 1u << SHEET_BORN;
	}
	if (l->field_given && l->field != k->field)
		changes |= 1u << SHEET_FIELD;
	if (keyed && strcmp(l->name, k->name) != 0)
		changes |= 1u << SHEET_NAME;
	if (keyed && l->award_type_id.v != k->award_type_id.v)
		changes |= 1u << SHEET_AWARD;
	return changes;
}

/* What is not changed stays as the nomination has it, so that confirming writes whole rows. */
static void
merge(struct sheet_line *l, const struct sheet_known *k)
{
	unsigned c = l->changes;

	if ((c & 1u << SHEET_NAME) == 0)
		l->name = k->name;
	if ((c & 1u << SHEET_POSITION) == 0)
		l->position = k->position;
	if ((c & 1u << SHEET_WORKPLACE) == 0)
		l->workplace = k->workplace;
	if ((c & 1u << SHEET_ACHIEVEMENT) == 0)
		l->achievement = k->achievement;
	if ((c & 1u << SHEET_GENDER) == 0) {
		l->gender = k->gender;
		l->gender_known = k->gender_known;
	}
	if ((c & 1u << SHEET_BORN) == 0)
		l->birth = k->birth;
	if ((c & 1u << SHEET_FIELD) == 0)
		l->field = k->field;
	if ((c & 1u << SHEET_AWARD) == 0)
		l->award_type_id = k->award_type_id;
}

static void
belongs_to(struct matching *m, struct sheet_line *l, size_t known)
{
	const struct sheet_known *k = &m->in->known[known];

	m->taken[known] = true;
	l->nomination_id = k->nomination_id;
	l->nomination_version = k->version;
}

static void
call_same(struct matching *m, struct sheet_line *l, size_t known)
{
	belongs_to(m, l, known);
	l->class = IMPORT_CLASS_SAME;
	sheet_note(m->arena, &l->notes, SHEET_IGNORE,
	    T("Đã có ở số %1 của danh sách; không nhập lại."),
	    number(m, m->in->known[known].ordinal), NULL);
}

static void
call_changed(struct matching *m, struct sheet_line *l, size_t known, unsigned changes)
{
	belongs_to(m, l, known);
	l->class = IMPORT_CLASS_CHANGED;
	l->changes = changes;
	merge(l, &m->in->known[known]);
	l->name_folded = vn_fold(m->arena, l->name);
	sheet_note(m->arena, &l->notes, SHEET_IGNORE,
	    T("Đã có ở số %1 của danh sách với nội dung khác; xác nhận sẽ thay bằng nội dung trong tệp."),
	    number(m, m->in->known[known].ordinal), NULL);
}

/* --- by row key ------------------------------------------------------------------------------------- */

static int
id_cmp(const void *x, const void *y)
{
	const struct entry *a = x, *b = y;

	return (a->award.v > b->award.v) - (a->award.v < b->award.v);
}

static bool
find_known(const struct matching *m, struct nomination_id id, size_t *at)
{
	size_t lo = 0, hi = m->in->nknown;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (m->known_by_id[mid].award.v < id.v)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (lo == m->in->nknown || m->known_by_id[lo].award.v != id.v)
		return false;
	*at = m->known_by_id[lo].at;
	return true;
}

static void
match_keyed(struct matching *m, struct sheet_line *l)
{
	const struct sheet_known *k;
	unsigned changes;
	size_t at;

	if (!find_known(m, l->key.nomination_id, &at)) {
		if (l->class != IMPORT_CLASS_IGNORED)
			sheet_note(m->arena, &l->notes, SHEET_KEY,
			    T("Trường hợp này đã bị xóa khỏi hệ thống sau khi xuất bảng tính; xác nhận sẽ thêm lại."),
			    NULL, NULL);
		return;
	}
	if (m->taken[at]) {
		if (l->class != IMPORT_CLASS_IGNORED)
			sheet_note(m->arena, &l->notes, SHEET_KEY,
			    T("Mã dòng đã có ở một dòng trên (dòng được chép lại); dòng này được đọc như dòng mới."),
			    NULL, NULL);
		return;
	}
	k = &m->in->known[at];
	if (l->class == IMPORT_CLASS_IGNORED || l->class == IMPORT_CLASS_PROBLEM) {
		/* Its nomination is accounted for, whatever becomes of the row. */
		belongs_to(m, l, at);
		return;
	}
	changes = differences(m, l, k, true);
	if (changes == 0) {
		call_same(m, l, at);
	} else if (k->version != l->key.version && l->row->decision != IMPORT_DECISION_KEEP) {
		belongs_to(m, l, at);
		l->class = IMPORT_CLASS_PROBLEM;
		l->changes = changes;
		sheet_note(m->arena, &l->problems, SHEET_KEY,
		    T("Số %1 của danh sách đã được sửa trong hệ thống sau khi xuất bảng tính. Xem hai nội dung rồi lấy nội dung trong tệp, hoặc bỏ dòng này để giữ nội dung trong hệ thống."),
		    number(m, k->ordinal), NULL);
	} else {
		call_changed(m, l, at, changes);
	}
}

/* --- by name, award and birth --------------------------------------------------------------------------- */

static int
entry_cmp(const void *x, const void *y)
{
	const struct entry *a = x, *b = y;
	int c = strcmp(a->key, b->key);

	if (c == 0)
		c = (a->kind > b->kind) - (a->kind < b->kind);
	if (c == 0)
		c = (a->award.v > b->award.v) - (a->award.v < b->award.v);
	if (c == 0)
		c = date_cmp(a->birth.on, b->birth.on);
	if (c == 0)
		c = (a->birth.year > b->birth.year) - (a->birth.year < b->birth.year);
	return c;
}

static int
entry_order(const void *x, const void *y)
{
	const struct entry *a = x, *b = y;
	int c = entry_cmp(a, b);

	/* What is there comes first, then the sheet in its order. */
	if (c == 0)
		c = b->is_known - a->is_known;
	return c != 0 ? c : (a->at > b->at) - (a->at < b->at);
}

static bool
same_text(const struct sheet_line *a, const struct sheet_line *b)
{
	return strcmp(a->achievement, b->achievement) == 0 &&
	    strcmp(a->position, b->position) == 0 && strcmp(a->workplace, b->workplace) == 0;
}

/* Nobody's yet: the row was neither said to be there nor to change something. */
static bool
is_open(const struct sheet_line *l)
{
	return l->class == IMPORT_CLASS_NEW;
}

static void
match_group(struct matching *m, const struct entry *e, size_t n)
{
	const struct sheet_known *known = m->in->known;
	struct sheet_line *lines = m->out->v;

	/* Word for word there. */
	for (size_t i = 0; i < n; i++) {
		struct sheet_line *l = &lines[e[i].at];

		for (size_t k = 0; !e[i].is_known && is_open(l) && k < n && e[k].is_known;
		     k++) {
			if (!m->taken[e[k].at] &&
			    differences(m, l, &known[e[k].at], false) == 0)
				call_same(m, l, e[k].at);
		}
	}
	/* Word for word a row above. */
	for (size_t i = 0; i < n; i++) {
		struct sheet_line *l = &lines[e[i].at];

		for (size_t k = 0; !e[i].is_known && is_open(l) && k < i; k++) {
			struct sheet_line *first = &lines[e[k].at];

			if (e[k].is_known || !same_text(first, l))
				continue;
			l->class = IMPORT_CLASS_DUPLICATE;
			sheet_note(m->arena, &l->notes, SHEET_IGNORE,
			    T("Giống hệt dòng %1; chỉ nhập một lần."), number(m, first->row_no),
			    NULL);
		}
	}
	/* The same nominee with another text, or another case that looks like it. */
	for (size_t i = 0; i < n; i++) {
		struct sheet_line *l = &lines[e[i].at];
		size_t k;

		if (e[i].is_known || !is_open(l))
			continue;
		for (k = 0; k < n && e[k].is_known; k++) {
			if (m->taken[e[k].at])
				continue;
			call_changed(m, l, e[k].at, differences(m, l, &known[e[k].at], false));
			break;
		}
		if (!is_open(l) || i == 0)
			continue;
		if (e[0].is_known)
			sheet_note(m->arena, &l->notes, SHEET_IGNORE,
			    T("Cùng tên và danh hiệu với số %1 của danh sách, khác thành tích. Kiểm tra có trùng không."),
			    number(m, known[e[0].at].ordinal), NULL);
		else
			sheet_note(m->arena, &l->notes, SHEET_IGNORE,
			    T("Cùng tên và danh hiệu với dòng %1, khác thành tích. Kiểm tra có trùng không."),
			    number(m, lines[e[0].at].row_no), NULL);
	}
}

static void
match_unkeyed(struct matching *m)
{
	struct entry *e = arena_array(m->arena, m->out->n + m->in->nknown + 1, sizeof(*e));
	size_t n = 0, from = 0;

	for (size_t i = 0; i < m->in->nknown; i++) {
		const struct sheet_known *k = &m->in->known[i];

		e[n++] = (struct entry){ vn_key(m->arena, k->name), k->kind, k->award_type_id,
			k->birth, i, true };
	}
	for (size_t i = 0; i < m->out->n; i++) {
		struct sheet_line *l = &m->out->v[i];

		if (l->class == IMPORT_CLASS_IGNORED || l->class == IMPORT_CLASS_PROBLEM ||
		    l->award_type_id.v == 0 || l->name_folded[0] == '\0')
			continue;
		e[n++] = (struct entry){ vn_key(m->arena, l->name), l->kind, l->award_type_id,
			l->birth, i, false };
	}
	qsort(e, n, sizeof(*e), entry_order);
	for (size_t i = 1; i <= n; i++) {
		if (i < n && entry_cmp(&e[from], &e[i]) == 0)
			continue;
		if (!e[i - 1].is_known && i - from > 1)
			match_group(m, e + from, i - from);
		from = i;
	}
}

/* --- what the workbook lacks ------------------------------------------------------------------------------ */

static void
add_removed(struct matching *m)
{
	const struct sheet_source *in = m->in;

	for (size_t i = 0; i < in->nseal_keys; i++) {
		const struct sheet_known *k;
		struct sheet_row_key key;
		struct sheet_line *l;
		size_t at;

		if (!row_key_parse(in->secret, in->dossier_id, in->seal_keys[i], &key) ||
		    !find_known(m, key.nomination_id, &at) || m->taken[at])
			continue;
		k = &in->known[at];
		l = &m->out->v[m->out->n++];
		m->taken[at] = true;
		l->row_no = SHEET_REMOVED_FROM + k->ordinal;
		l->kind = k->kind;
		l->name = k->name;
		l->name_folded = vn_fold(m->arena, k->name);
		l->name_key = "";
		l->position = k->position;
		l->workplace = k->workplace;
		l->achievement = k->achievement;
		l->gender = k->gender;
		l->gender_known = k->gender_known;
		l->birth = k->birth;
		l->award_typed = l->problems = l->notes = "";
		l->award_type_id = k->award_type_id;
		l->field = k->field;
		l->nomination_id = k->nomination_id;
		l->nomination_version = k->version;
		l->class = IMPORT_CLASS_REMOVED;
		/* Edited since: not what was seen when the row was taken out of the workbook. */
		if (k->version != key.version) {
			l->nomination_version = 0;
			sheet_note(m->arena, &l->notes, SHEET_IGNORE,
			    T("Số %1 của danh sách không có trong tệp, nhưng đã được sửa trong hệ thống sau khi xuất; được giữ nguyên."),
			    number(m, k->ordinal), NULL);
		} else {
			sheet_note(m->arena, &l->notes, SHEET_IGNORE,
			    T("Số %1 của danh sách không có trong tệp. Chỉ bị xóa khi bạn chọn xóa lúc xác nhận."),
			    number(m, k->ordinal), NULL);
		}
	}
}

void
sheet_match(struct arena *a, const struct sheet_source *in, struct sheet *out)
{
	struct matching m = { .arena = a, .in = in, .out = out };
	size_t rows = out->n;

	m.taken = arena_array(a, in->nknown + 1, sizeof(*m.taken));
	m.known_by_id = arena_array(a, in->nknown + 1, sizeof(*m.known_by_id));
	for (size_t i = 0; i < in->nknown; i++) {
		m.known_by_id[i].award.v = in->known[i].nomination_id.v;
		m.known_by_id[i].at = i;
	}
	qsort(m.known_by_id, in->nknown, sizeof(*m.known_by_id), id_cmp);
	for (size_t i = 0; i < out->map.n; i++)
		m.mapped[out->map.of[i]] = true;
	for (size_t i = 0; i < rows; i++) {
		if (out->v[i].key.nomination_id.v != 0)
			match_keyed(&m, &out->v[i]);
	}
	match_unkeyed(&m);
	if (in->seal == IMPORT_SEAL_GOOD)
		add_removed(&m);
}
