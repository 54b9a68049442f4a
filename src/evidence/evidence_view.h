/* What the evidence templates show. */
#ifndef EVIDENCE_EVIDENCE_VIEW_H
#define EVIDENCE_EVIDENCE_VIEW_H

#include "app/app.h"
#include "app/words.h"
#include "evidence/evidence_op.h"
#include "web/form.h"
#include "web/ui.h"

/* evidence/checklist: the papers of a dossier (nomination {0}) or of one nomination. */
struct evidence_view {
	const struct evidence_checklist	*papers;
	struct dossier_id		 dossier_id;
	struct nomination_id		 nomination_id;
	bool				 may_add;	/* with links to add what is missing */
};

/* evidence/requirements: papers asked for on a day; applies says of each whom. */
struct requirements_view {
	struct page				 page;
	struct date				 on;
	struct sql_evidence_requirements_rows	 rows;
	const char				**applies;
	int64_t					 total, binding, waiting;
};

struct requirement_view {
	struct page				 page;
	struct sql_evidence_requirement_row	 r;
	const char				*paper, *applies;
	struct confirm_view			 confirm;
	bool					 stale;
};

struct evidence_admin_view {
	struct page				 page;
	struct form				*form;
	struct sql_evidence_scan_report_rows	 rows;
	struct ui_stats				 stats;
	const char				*clamd;		/* NULL: no scanner is configured */
	int32_t					 version;
	int64_t					 pending;	/* files without a verdict that could be scanned */
	bool					 stale;
};

#endif
