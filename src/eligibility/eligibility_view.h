/* What the eligibility templates show. */
#ifndef ELIGIBILITY_ELIGIBILITY_VIEW_H
#define ELIGIBILITY_ELIGIBILITY_VIEW_H

#include "app/app.h"
#include "app/confirm.h"
#include "app/words.h"
#include "draft/draft_view.h"
#include "eligibility/eligibility_op.h"
#include "eligibility/eligibility_words.h"
#include "web/form.h"
#include "web/ui.h"

/* {{> eligibility/panel}} on the page of a nomination. */
struct eligibility_panel {
	const struct eligibility_case	*k;
	struct dossier_id		 dossier_id;
	const char			*first_missing;	/* of what counts, or NULL */
	bool				 may_declare;
};
/* {{> eligibility/summary}} on the page of a dossier, {{> eligibility/acknowledge}} where it is filed. */
struct eligibility_summary {
	struct dossier_id		 dossier_id;
	int64_t				 total, met, unknown, not_met, hold, warned;
	const struct eligibility_case	**worst;	/* the first not met */
	size_t				 nworst;
	const char			*error;		/* the box was not ticked */
};

struct eligibility_show_view {
	struct page				 page;
	struct eligibility_set			 set;
	const struct eligibility_case		*k;
	bool					 may_declare, may_appraise;
	struct sql_eligibility_verdicts_rows	 kept;
};

struct eligibility_list_view {
	struct page				 page;
	struct eligibility_set			 set;
	const struct eligibility_case		**rows;
	const char				**missing;	/* of each row: the first thing lacking */
	size_t					 nrows;
	struct ui_filters			 filters;
	bool					 filtered;
	enum finding_status			 status;
	int64_t					 first, matching;	/* shown from; how many match */
	int64_t					 next;		/* 0: last page */
};

/* One of the forms of what is declared. */
struct eligibility_declaration {
	struct form				*form;	/* the one sent, or one of its own */
	struct draft_form			 draft;	/* object NULL: nothing is kept for who looks */
	struct draft_local			 local;	/* then this */
	bool					 open;
};

struct eligibility_facts_view {
	struct page				 page;
	struct form				*form;	/* as it was sent */
	struct eligibility_declaration		 rating, initiative, claim;
	struct draft_form			 late;	/* of the form that came too late */
	struct eligibility_set			 set;
	const struct eligibility_case		*k;
	const char				*what;		/* form that was sent */
	bool					 may_declare, may_appraise, conflict;
	const char				*why;		/* why not to be declared */
	const struct option			*ratings, *scopes, *kinds, *routes, *conditions, *levels, *holds, *open_holds;
	size_t					 nratings, nscopes, nkinds, nroutes, nconditions, nlevels, nholds, nopen_holds;
};

struct eligibility_rules_view {
	struct page				 page;
	struct date				 on;
	struct sql_eligibility_rule_list_rows	 rows;
	int64_t					 verified, confirmed;
	bool					 all;		/* also those nobody confirmed */
	int64_t					 total, waiting;
};

struct eligibility_rule_view {
	struct page					 page;
	struct form					*form;
	struct sql_eligibility_rule_get_row		 r;
	struct sql_eligibility_rule_conditions_rows	 conditions;
	struct confirm_view				 confirm;
	bool						 stale;
};

#endif
