/* Appraisal: pure rules. What an appraiser may do with a nomination, ages, deadlines. */
#ifndef REVIEW_REVIEW_H
#define REVIEW_REVIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "core/clock.h"
#include "sql/types.h"

enum review_act {
	REVIEW_ACT_ELIGIBLE,
	REVIEW_ACT_INELIGIBLE,
	REVIEW_ACT_HOLD,
	REVIEW_ACT_RETURN,
	REVIEW_ACT_REOPEN,
	REVIEW_ACT_AGENDA,
	REVIEW_ACT_COUNT
};

struct review_act_rule {
	const char		*name;		/* in addresses and forms */
	const char		*verb;		/* message id: words of the button */
	const char		*question;	/* message id: "Xác nhận %1 trường hợp đủ điều kiện?" */
	enum nomination_state	 to;
	unsigned		 from;		/* bits 1 << enum nomination_state */
	bool			 needs_reason;
};

const struct review_act_rule	*review_act_rule(enum review_act);
/* False when no act has that name. */
bool	review_act_parse(const char *name, enum review_act *);
bool	review_act_allowed(enum review_act, enum nomination_state);

/* Days from Monday to Friday after from, up to and including to; 0 when to is not later. Holidays are not known here. */
int	working_days_after(struct date from, struct date to);

/* Working days an appraisal may take, dated, with its source. */
struct review_term {
	struct date	 valid_from;
	int		 working_days;
	const char	*basis;
};
/* The term in force on a day; never NULL. */
const struct review_term	*review_term_on(struct date);
/* True when more working days have passed since the filing than the term of that day allows. */
bool	review_is_late(struct date filed, struct date today);

/* Whole days since filing as people count them: by the calendar of Ho Chi Minh City, not by hours. */
int	review_age_days(struct timestamp filed, struct timestamp now);
/*
 * Days left until the last day of a round, whose closing time is the first moment that is too late:
 * 0 on the last day, negative afterwards.
 */
int	review_days_left(struct timestamp closes_at, struct timestamp now);

#endif
