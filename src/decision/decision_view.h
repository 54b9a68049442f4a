/* What the pages of decisions show. */
#ifndef DECISION_DECISION_VIEW_H
#define DECISION_DECISION_VIEW_H

#include "app/app.h"
#include "decision/decision_op.h"
#include "web/form.h"

struct decisions_view {
	struct page					 page;
	struct sql_decision_list_rows			 rows;
	bool						 more;
	struct sql_decision_waiting_count_rows		 waiting;
};

struct decision_new_view {
	struct page			 page;
	struct form			*form;
	const struct option		*units;
	size_t				 nunits;
	struct decision_draft		 draft;		/* of today's date on the form, of the typed one in the review */
	const bool			*ticked;	/* one for each nomination of the draft */
	struct decision_input		 in;		/* review only */
	const char			*unit_name;	/* review only */
};

struct decision_view {
	struct page				 page;
	struct sql_decision_get_row		 decision;
	struct sql_decision_honours_rows	 honours;	/* one page */
	int64_t					 next;		/* ordinal after which the next page begins; 0: last page */
	bool					 can_publish;
};

#endif
