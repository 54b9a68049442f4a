/* Appraisal: pure rules. What an appraiser may do with a nomination, ages, deadlines. */
#ifndef REVIEW_REVIEW_H
#define REVIEW_REVIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "calendar/calendar.h"
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

/* The last day of the term of appraisal of a dossier filed on a day; {0} while no term is known. */
struct date	review_due(const struct calendar *, const struct terms *, struct date filed);
/*
 * True when more working days have passed since the filing than the term of appraisal of that day allows;
 * false while no term is known.
 */
bool	review_is_late(const struct calendar *, const struct terms *, struct date filed, struct date today);

/* Whole days since filing as people count them: by the calendar of Ho Chi Minh City, not by hours. */
int	review_age_days(struct timestamp filed, struct timestamp now);

#endif
