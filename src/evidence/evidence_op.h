/* The papers an award's dossier is made of: what is there, what is missing, who can give it. */
#ifndef EVIDENCE_EVIDENCE_OP_H
#define EVIDENCE_EVIDENCE_OP_H

#include "app/app.h"
#include "app/confirm.h"
#include "sql/evidence.h"

struct evidence_checklist {
	struct sql_evidence_checklist_rows	 rows;
	int64_t	 missing;	/* binding lines not done: the dossier cannot be filed */
	int64_t	 warned;	/* lines not done that are not confirmed: only pointed out */
	int64_t	 infected;	/* files with malware still in the list: the dossier cannot be filed */
	int64_t	 secret;	/* files refused for a secrecy stamp, likewise */
	int64_t	 waiting;	/* files waiting for their scan */
	int64_t	 unread;	/* files being searched for a secrecy stamp */
	int64_t	 unscanned;	/* files no scan was configured for */
};

/*
 * The checklist of a dossier (nomination {0}) or of one nomination in it, by the rules of the day it was received
 * for appraisal, else of today.  Lines that only hold under a condition are never missing.
 */
enum err	evidence_op_missing(struct ctx *, struct dossier_id, struct nomination_id,
		    struct evidence_checklist *) MUST_CHECK;
/* Whether a file's bytes were deleted for what was found in them; its name stays in the list until it is taken out. */
bool		evidence_op_gone(enum scan_state, enum secrecy_state);
/*
 * Every piece of a file that waits for its scan or its reading, in order; for jobs.  Stops when take says no
 * (*taken false, ERR_OK).  Errors are the database's.
 */
enum err	evidence_op_pieces(struct ctx *, struct attachment_id, int64_t size,
		    bool (*take)(void *arg, const void *, size_t n), void *arg, bool *taken) MUST_CHECK;
/*
 * Tell its unit by mail, as the uploader would, that a file is infected (its name) or refused as a secret (NULL: its
 * name is told to nobody).  A mail that cannot be written takes no verdict back: ERR_OK.
 */
enum err	evidence_op_tell(struct ctx *, int64_t uploaded_by, struct dossier_id, struct attachment_id,
		    const char *infected) MUST_CHECK;
/* Papers asked for on a day; one of them; ERR_STALE when somebody else was first. */
enum err	evidence_op_requirements(struct ctx *, struct date on, struct sql_evidence_requirements_rows *) MUST_CHECK;
enum err	evidence_op_requirement(struct ctx *, struct requirement_id, struct sql_evidence_requirement_row *) MUST_CHECK;
enum err	evidence_op_confirm(struct ctx *, struct requirement_id, const struct confirm_answer *) MUST_CHECK;
/* Bytes one file may have. */
enum err	evidence_op_limit(struct ctx *, struct sql_evidence_limit_row *) MUST_CHECK;

#endif
