/* Use cases of decisions: what waits for one, what it would pay, and recording it. */
#ifndef DECISION_DECISION_OP_H
#define DECISION_DECISION_OP_H

#include "app/app.h"
#include "decision/decision.h"
#include "sql/decision.h"

struct decision_input {
	struct council_session_id	 council_session_id;	/* whose approved nominations */
	struct unit_id			 unit_id;		/* issues it */
	const char			*number, *signatory_name, *signatory_position;
	struct date			 decided_on;
	const int64_t			*nomination_ids;	/* chosen; the others go on waiting */
	size_t				 n;
};

/* What a decision of a day would grant and pay. */
struct decision_draft {
	struct sql_decision_base_salary_row	 rates;
	bool					 rates_known;	/* false: no base salary recorded for that day */
	struct sql_decision_waiting_rows	 nominations;	/* in the order of the annexed list */
	struct award_line			*lines;		/* one for each nomination */
	struct money				 total;
};

/* All approved nominations of the session; reads only. */
enum err	decision_op_draft(struct ctx *, struct council_session_id, struct date on, struct decision_draft *) MUST_CHECK;
/* The chosen ones, held until the transaction ends. ERR_CONFLICT when one of them is not waiting any more. */
enum err	decision_op_review(struct ctx *, const struct decision_input *, struct decision_draft *) MUST_CHECK;
/*
 * Records the decision, enters every honour with its ordinal and moves the nominations on, all or nothing.
 * ERR_CONFLICT as above; ERR_INVALID when no base salary is known for the day; a number used twice
 * on one day is refused by decision_number_unique.
 */
enum err	decision_op_record(struct ctx *, const struct decision_input *, struct decision_id *) MUST_CHECK;

#endif
