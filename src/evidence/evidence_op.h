/* The papers an award's dossier is made of: what is there, what is missing, who can give it. */
#ifndef EVIDENCE_EVIDENCE_OP_H
#define EVIDENCE_EVIDENCE_OP_H

#include "app/app.h"
#include "sql/evidence.h"

struct evidence_checklist {
	struct sql_evidence_checklist_rows	 rows;
	int64_t	 missing;	/* binding lines not done: the dossier cannot be filed */
	int64_t	 warned;	/* lines not done that are not confirmed: only pointed out */
	int64_t	 infected;	/* files with malware still in the list: the dossier cannot be filed */
	int64_t	 waiting;	/* files waiting for their scan */
	int64_t	 unscanned;	/* files no scan was configured for */
};

/*
 * The checklist of a dossier (nomination {0}) or of one nomination in it, by the rules of the day it was received
 * for appraisal, else of today.  Lines that only hold under a condition are never missing.
 */
enum err	evidence_op_missing(struct ctx *, struct dossier_id, struct nomination_id,
		    struct evidence_checklist *) MUST_CHECK;
/* Bytes one file may have. */
enum err	evidence_op_limit(struct ctx *, struct sql_evidence_limit_row *) MUST_CHECK;

#endif
