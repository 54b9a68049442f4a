/* Filing a dossier: the rule, the closing time, the frozen copy and its receipt, in one transaction. */
#ifndef DOSSIER_DOSSIER_FILING_OP_H
#define DOSSIER_DOSSIER_FILING_OP_H

#include "dossier/dossier_op.h"

/*
 * File what is in the draft, or what was returned and corrected; unit heads only.
 *   ERR_INVALID   something of dossier_missing() is missing
 *   ERR_STALE     the dossier changed since version and count of cases were shown, or is filed already
 *   ERR_CONFLICT  outside the season: *window says which way
 * The time is the database's, read while the dossier is held: a request that begins before the
 * closing time counts, and what it files is what was frozen.
 */
enum err	filing_op_submit(struct ctx *, struct dossier_id, int32_t version, int64_t count, enum dossier_window *window,
		    struct filing_id *) MUST_CHECK;
enum err	filing_op_get(struct ctx *, struct dossier_id, struct filing_id,
		    struct sql_dossier_filing_get_row *) MUST_CHECK;
enum err	filing_op_content(struct ctx *, struct dossier_id, struct filing_id,
		    struct sql_dossier_filing_content_row *) MUST_CHECK;

#endif
