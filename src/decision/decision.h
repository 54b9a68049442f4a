/* Decisions: the pure rules of bonuses and of the order in the golden book. */
#ifndef DECISION_DECISION_H
#define DECISION_DECISION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/err.h"
#include "core/money.h"
#include "sql/types.h"

struct rounding {
	int64_t			unit_dong;	/* multiple to round to, > 0 */
	enum rounding_mode	mode;
};

/*
 * coefficient_milli x base / 1000, rounded.  Law: Decree 152/2025/NĐ-CP Article 49: the base salary in force
 * on the day of the decision; "rounded up to the ten-thousand đồng" is a dated setting, not a constant here.
 * coefficient_milli in 0..1,000,000, base in 0..10^12; exact integers, no overflow.
 */
struct money	bonus_compute(int64_t coefficient_milli, struct money base, struct rounding);

/* "0.3", "12", "5.25" or "0.300" to thousandths; ERR_INVALID when it has more digits or is no such number. */
enum err	coefficient_parse(const char *, int64_t *milli) MUST_CHECK;

/* One nomination on its way into a decision. */
struct award_line {
	enum award_category	 category;
	enum nominee_kind	 kind;
	const char		*same;		/* equal for lines about one and the same nominee */
	int64_t			 coefficient_milli;
	struct money		 bonus;		/* computed */
	bool			 lower_title;	/* no bonus: a higher title of the same period is on the list */
};

/*
 * Fills bonus and lower_title.  Article 49(5): of several titles for the same period only the
 * highest bonus is paid; 49(6) and (7): forms of commendation are paid each, also beside a title.
 * Of equal titles the first in the list is paid.
 */
void		decision_compute(struct award_line *, size_t n, struct money base, struct rounding);
struct money	decision_total(const struct award_line *, size_t n);

#endif
