/* Fuzz: sheets of nominations; a line without problems has everything a nomination needs. */
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
	    !utf8_valid(l->warnings, strlen(l->warnings)))
		abort();
	if (l->problems[0] != '\0')
		return;
	if (l->name_folded[0] == '\0' || l->award_type_id.v == 0 ||
	    utf8_length(l->name) > 200 || utf8_length(l->achievement) > 4000 ||
	    utf8_has_control(l->name))
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena *a;
	struct sheet_award awards[3];
	struct sheet s;

	if (a == NULL)
		a = arena_new();
	awards[0] = (struct sheet_award){ vn_fold(a, "Lao động tiên tiến"), { 1 },
		AWARD_RECIPIENT_INDIVIDUAL, true };
	awards[1] = (struct sheet_award){ vn_fold(a, "Bằng khen"), { 2 },
		AWARD_RECIPIENT_COLLECTIVE, true };
	awards[2] = (struct sheet_award){ vn_fold(a, "Bằng khen"), { 3 },
		AWARD_RECIPIENT_INDIVIDUAL, false };
	if (sheet_read(a, (const char *)data, size, awards, 3, (struct date){ 2026, 11, 23 },
		&s) == SHEET_OK) {
		sheet_find_doubles(a, &s, NULL, 0);
		for (size_t i = 0; i < s.n; i++)
			check_line(&s.v[i]);
	}
	arena_reset(a);
	return 0;
}
