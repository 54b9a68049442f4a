/* What the pages of councils and their sessions show. */
#ifndef COUNCIL_COUNCIL_VIEW_H
#define COUNCIL_COUNCIL_VIEW_H

#include "app/app.h"
#include "council/council_op.h"
#include "web/form.h"
#include "web/ui.h"

struct councils_view {
	struct page			 page;
	struct sql_council_councils_rows rows;
};

struct council_new_view {
	struct page		 page;
	struct form		*form;
	const struct option	*units, *levels;
	size_t			 nunits, nlevels;
};

struct council_view {
	struct page				 page;
	struct form				*form;
	struct sql_council_council_get_row	 c;
	struct sql_council_members_rows		 members;
	int64_t					 serving;
	struct date				 today;
	const struct option			*accounts, *roles;
	size_t					 naccounts, nroles;
};

struct sessions_view {
	struct page			 page;
	struct sql_council_sessions_rows rows;
	int64_t				 next;		/* id before which the next page begins; 0: last page */
	bool				 may_create;
};

struct session_new_view {
	struct page		 page;
	struct form		*form;
	const struct option	*councils;
	size_t			 ncouncils;
};

/* One item of an agenda with everything its page says about it. */
struct item_line {
	const struct sql_council_items_row	*i;
	const struct vote_method_ops		*method;	/* NULL: not available here */
	struct vote_item			 told;
	int32_t					 percent, total, needed;	/* pinned, or as they would be now; 0: no rule */
	int32_t					 silent;	/* members who took no part, once decided */
	bool					 complete;
	/* forms */
	const char				*field;		/* "v-12" */
	const char				*error;
	int					 choice;	/* to show; -1: none */
	bool					 voted;		/* one's own vote is stored */
	const char				*fields[3], *typed[3];	/* paper totals */
	bool					 paper_mine, paper_other;
	const struct paper_line			*mismatch;
};

struct person_line {
	const struct sql_council_attendance_row	*m;
	const char	*field;			/* "a-12" */
	int		 choice;		/* -1: not marked */
};

struct session_view {
	struct page				 page;
	struct form				*form;
	struct sql_council_session_get_row	 s;
	const struct item_line			*lines;
	size_t					 nlines;
	const struct person_line		*people;
	size_t					 npeople;
	int32_t					 total;		/* denominator: fixed once open */
	int32_t					 present, absent, written, unmarked;
	int64_t					 waiting, open, passed, failed;
	int64_t					 open_recorded, open_paper;
	const char *const			*warnings;	/* ready text */
	size_t					 nwarnings;
	struct ui_tasks				 tasks;
	bool					 may_vote;	/* seated, present, something open to vote on */
	bool					 sees_votes;	/* how many votes came in */
	const char				*quorum_basis;
	const char *const			*rules;		/* applied to decided items, each once; ready text */
	size_t					 nrules;
};

/* Choosing what goes on the agenda, and the confirmation. */
struct agenda_add_view {
	struct page					 page;
	struct form					*form;
	struct sql_council_session_get_row		 s;
	struct sql_council_eligible_rows		 rows;
	int64_t						 next, after;
	struct sql_council_eligible_chosen_rows		 chosen;
	const char					*first_names;
};

struct written_view {
	struct session_view		 base;
	struct council_member_id	 member_id;	/* {0}: choose one */
	const char			*member_name;
};

struct item_view {
	struct session_view			 base;
	const struct item_line			*line;
	struct sql_council_votes_named_rows	 votes;
	struct tally				 written;
};

#endif
