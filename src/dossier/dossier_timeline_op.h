/* Reads where the nominations of a dossier stand. */
#ifndef DOSSIER_DOSSIER_TIMELINE_OP_H
#define DOSSIER_DOSSIER_TIMELINE_OP_H

#include "dossier/dossier_op.h"
#include "dossier/dossier_timeline.h"

enum err	timeline_op_counts(struct ctx *, struct dossier_id, struct sql_dossier_timeline_counts_rows *) MUST_CHECK;
enum err	timeline_op_reasons(struct ctx *, struct dossier_id, struct sql_dossier_timeline_reasons_rows *) MUST_CHECK;
/* any: of whatever state. */
enum err	timeline_op_nominations(struct ctx *, struct dossier_id, enum nomination_state, bool any, int32_t after,
		    int64_t count, struct sql_dossier_timeline_nominations_rows *) MUST_CHECK;
/* Calendar and term of appraisal on the day a dossier was filed ({0}: today). */
enum err	timeline_op_calendar(struct ctx *, struct calendar *, struct terms *) MUST_CHECK;

#endif
