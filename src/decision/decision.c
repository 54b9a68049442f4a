/* The pure rules of decisions. */
#include "decision/decision.h"

#include <string.h>

struct money
bonus_compute(int64_t coefficient_milli, struct money base, struct rounding r)
{
	int64_t milli = coefficient_milli * base.dong; /* thousandths of a đồng: below 10^18 */
	int64_t step = r.unit_dong * 1000;

	switch (r.mode) {
	case ROUNDING_MODE_UP: milli = (milli + step - 1) / step * step; break;
	case ROUNDING_MODE_NEAREST: milli = (milli + step / 2) / step * step; break;
	case ROUNDING_MODE_NONE:
	default:
		/* there is nothing smaller than one đồng */
		milli = (milli + 500) / 1000 * 1000;
		break;
	}
	return (struct money){ milli / 1000 };
}

enum err
coefficient_parse(const char *s, int64_t *milli)
{
	int64_t value = 0;
	int decimals = -1;

	if (*s == '\0')
		return ERR_INVALID;
	for (; *s != '\0'; s++) {
		if (*s == '.') {
			if (decimals >= 0 || s[1] == '\0')
				return ERR_INVALID;
			decimals = 0;
			continue;
		}
		if (*s < '0' || *s > '9' || decimals == 3 || value > 100000)
			return ERR_INVALID;
		value = value * 10 + (*s - '0');
		if (decimals >= 0)
			decimals++;
	}
	for (int i = decimals < 0 ? 0 : decimals; i < 3; i++)
		value *= 10;
	*milli = value;
	return ERR_OK;
}

/* A title of the same nominee that takes the bonus away from line i. */
static bool
outranked(const struct award_line *lines, size_t n, size_t i)
{
	for (size_t j = 0; j < n; j++) {
		if (j == i || lines[j].category != AWARD_CATEGORY_DANH_HIEU ||
		    strcmp(lines[j].same, lines[i].same) != 0)
			continue;
		if (lines[j].coefficient_milli > lines[i].coefficient_milli ||
		    (lines[j].coefficient_milli == lines[i].coefficient_milli && j < i))
			return true;
	}
	return false;
}

void
decision_compute(struct award_line *lines, size_t n, struct money base, struct rounding r)
{
	for (size_t i = 0; i < n; i++) {
		lines[i].lower_title =
		    lines[i].category == AWARD_CATEGORY_DANH_HIEU && outranked(lines, n, i);
		lines[i].bonus = lines[i].lower_title
		    ? (struct money){ 0 }
		    : bonus_compute(lines[i].coefficient_milli, base, r);
	}
}

struct money
decision_total(const struct award_line *lines, size_t n)
{
	struct money total = { 0 };

	for (size_t i = 0; i < n; i++)
		total.dong += lines[i].bonus.dong;
	return total;
}
