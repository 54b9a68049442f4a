/* What the appraiser's pages show. */
#ifndef REVIEW_REVIEW_VIEW_H
#define REVIEW_REVIEW_VIEW_H

#include "app/app.h"
#include "calendar/calendar.h"
#include "eligibility/eligibility_view.h"
#include "evidence/evidence_view.h"
#include "registry/nominee_view.h"
#include "review/review_op.h"
#include "web/form.h"
#include "web/ui.h"

struct review_queue_line {
	const struct sql_review_queue_row	*d;
	int	 age_days;
	struct date due;		/* last day of the appraisal; {0}: done, or no term is known */
	int	 left;			/* working days until then */
	bool	 late;			/* longer than the term of appraisal */
};

struct review_queue_view {
	struct page				 page;
	bool					 state_given;
	enum dossier_state			 state;
	struct season_id			 season_id;	/* {0}: all */
	struct unit_id				 unit_id;
	const struct option			*states, *seasons, *units;
	size_t					 nstates, nseasons, nunits;
	const struct review_queue_line		*lines;
	size_t					 nlines;
	const struct term			*term;		/* of appraisal, today; NULL: none known */
	struct ui_pages				 pages;
	bool					 filtered;
};

struct review_count { enum nomination_state state; int64_t total; const char *href; bool current; };

/* review/files: evidence of a dossier, or of one nomination and its dossier. */
struct review_files { struct sql_review_files_rows rows; struct dossier_id dossier_id; bool of_nomination; };

struct review_dossier_view {
	struct page				 page;
	struct sql_review_dossier_row		 d;
	struct review_files			 files;
	struct evidence_checklist		 papers;
	struct evidence_view			 papers_view;
	struct eligibility_summary		 eligibility;
	struct sql_review_nominations_rows	 rows;
	const struct review_count		*counts;
	size_t					 ncounts;
	bool					 state_given;
	enum nomination_state			 state;
	int64_t					 next;		/* ordinal after which the next page begins; 0: last */
	int64_t					 after;
	struct date				 due;		/* as in a line of the queue */
	int					 left;
	bool					 late, can_begin, can_finish, can_act;
};

struct review_confirm_view {
	struct page				 page;
	struct form				*form;
	struct sql_review_dossier_row		 d;
	const struct review_act_rule		*rule;
	enum review_act				 act;
	struct sql_review_selected_rows		 rows;		/* everything chosen */
	size_t					 nallowed;
	const char				*first_names;	/* of those it applies to */
	const struct option			*sessions;
	size_t					 nsessions;
};

struct review_nomination_view {
	struct page				 page;
	struct form				*form;
	struct sql_review_nomination_row	 n;
	struct review_files			 files;
	struct evidence_checklist		 papers;
	struct evidence_view			 papers_view;
	struct eligibility_panel		 eligibility;
	struct nominee_panel			 nominee;
	struct ui_timeline			 story;
	struct sql_review_honours_of_name_rows	 honours;
	struct sql_review_same_name_rows	 same;
	const struct option			*acts;
	size_t					 nacts;
	const char				*born;
	bool					 stale;
};

#endif
