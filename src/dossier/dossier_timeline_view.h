/* What the page "where is my dossier" shows. */
#ifndef DOSSIER_DOSSIER_TIMELINE_VIEW_H
#define DOSSIER_DOSSIER_TIMELINE_VIEW_H

#include "dossier/dossier_timeline_op.h"
#include "dossier/dossier_view.h"

struct timeline_line {
	const char		*name;		/* msg */
	const char		*holder;	/* ready text */
	int64_t			 here, ended, passed;
	struct timestamp	 since;		/* of the oldest in hand; {0}: none */
	const char		*what;		/* "12 trả lại bổ sung": ready text, or NULL */
	const char		*clock;		/* ready text of the term that runs, or NULL */
	const char		*basis;		/* of that term, or NULL */
	bool			 current, late;
	struct ui_tag		 tag;
};

struct timeline_reason {
	const struct sql_dossier_timeline_reasons_row *r;
	struct ui_tag		 tag;
	const char		*href;
};

struct timeline_view {
	struct page				 page;
	struct sql_dossier_get_row		 d;
	const char				*summary;	/* ready text: "Trả lại bổ sung: 12 · Đang thẩm định: 988" */
	const char				*place;		/* ready text: who holds it now */
	struct timestamp			 since;
	const struct timeline_line		*stops;
	size_t					 nstops;
	const struct timeline_reason		*reasons;
	size_t					 nreasons;
	struct ui_filters			 filters;
	struct sql_dossier_timeline_nominations_rows rows;
	struct ui_pages				 pages;
	struct ui_timeline			 history;
};

#endif
