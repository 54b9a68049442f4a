/* What the auditor's pages show. */
#ifndef AUDIT_AUDIT_VIEW_H
#define AUDIT_AUDIT_VIEW_H

#include "app/app.h"
#include "sql/audit.h"
#include "sql/dossier.h"

struct audit_home_view {
	struct page					 page;
	const char					*search;
	struct sql_audit_find_nominations_rows		 rows;
	bool						 more;
};

struct audit_log_view {
	struct page			 page;
	const char			*username, *object, *from, *to;	/* as typed, to show again */
	int64_t				 object_id;
	const char			*fault;		/* translated: what is wrong with the filter, or NULL */
	struct sql_audit_log_rows	 rows;
	bool				 more;
};

struct audit_story_view {
	struct page				 page;
	struct sql_dossier_nomination_get_row	 n;
	struct sql_dossier_nomination_events_rows events;
	struct sql_dossier_filings_rows		 filings;
	struct sql_audit_votes_rows		 votes;
	struct sql_audit_honour_of_row		 honour;
	bool					 honoured;
	struct sql_audit_story_rows		 log;
};

#endif
