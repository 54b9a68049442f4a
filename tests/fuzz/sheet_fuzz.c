/* Fuzz: CSV files and chunks of cells; a row that can be imported has everything a nomination needs. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "dossier/dossier_sheet.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_line(const struct sheet_line *l)
{
	if (!utf8_valid(l->name, strlen(l->name)) ||
	    !utf8_valid(l->problems, strlen(l->problems)) ||
	    !utf8_valid(l->notes, strlen(l->notes)))
		abort();
	if (l->class == IMPORT_CLASS_PROBLEM && l->problems[0] == '\0')
		abort();
	if (l->class != IMPORT_CLASS_NEW && l->class != IMPORT_CLASS_CHANGED)
		return;
	if (l->problems[0] != '\0' || l->name_folded[0] == '\0' || l->award_type_id.v == 0 ||
	    l->award_pending || utf8_length(l->name) > 200 ||
	    utf8_length(l->achievement) > 4000 || utf8_has_control(l->name))
		abort();
}

/* Cells written and read again are the same cells. */
static void
check_cells(struct arena *a, const struct sheet_rows *rows)
{
	for (size_t i = 0; i < rows->n; i++) {
		struct sheet_row back = { 0 };
		struct buf b = { 0 }, again = { 0 };

		sheet_write_cells(&b, &rows->v[i]);
		if (!sheet_read_cells(a, b.p, &back))
			abort();
		sheet_write_cells(&again, &back);
		if (strcmp(b.p, again.p) != 0)
			abort();
		buf_free(&b);
		buf_free(&again);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const unsigned char secret[SHEET_SECRET];
	static struct arena *a;
	struct sheet_known known = { { 1 }, 1, 1, NOMINEE_KIND_PERSON, "An", "", "", "x",
		GENDER_MALE, false, { { 0 }, 0 }, { 1 }, ACHIEVEMENT_FIELD_OTHER };
	struct sheet_award awards[3];
	struct sheet_source in = { .secret = secret,
		.dossier_id = { 7 },
		.today = { 2026, 11, 23 },
		.awards = awards,
		.nawards = 3,
		.known = &known,
		.nknown = 1 };
	enum sheet_fault fault;
	const char *detail;
	struct sheet s;

	if (a == NULL)
		a = arena_new();
	awards[0] = (struct sheet_award){ vn_fold(a, "Lao động tiên tiến"),
		"Lao động tiên tiến", { 1 }, AWARD_RECIPIENT_INDIVIDUAL, true, false };
	awards[1] = (struct sheet_award){ vn_fold(a, "Bằng khen"), "Bằng khen", { 2 },
		AWARD_RECIPIENT_COLLECTIVE, true, true };
	awards[2] = (struct sheet_award){ vn_fold(a, "Bằng khen"), "Bằng khen", { 3 },
		AWARD_RECIPIENT_INDIVIDUAL, false, false };
	fault = size > 0 && data[0] == '['
	    ? sheet_read_chunk(a, (const char *)data, size, 1, &in.rows, &detail)
	    : sheet_read_csv(a, (const char *)data, size, &in.rows, &detail);
	if (fault == SHEET_OK) {
		check_cells(a, &in.rows);
		sheet_analyse(a, &in, &s);
		if (s.n < in.rows.n)
			abort();
		for (size_t i = 0; i < s.n; i++)
			check_line(&s.v[i]);
	}
	arena_reset(a);
	return 0;
}
