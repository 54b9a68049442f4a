/* Use cases of appraisal: receive a dossier, judge its nominations, finish. */
#ifndef REVIEW_REVIEW_OP_H
#define REVIEW_REVIEW_OP_H

#include "app/app.h"
#include "review/review.h"
#include "sql/review.h"

/* A filed dossier the actor may appraise; ERR_FORBIDDEN when only visible. */
enum err	review_op_dossier(struct ctx *, struct dossier_id, struct sql_review_dossier_row *) MUST_CHECK;
/*
 * Receive the dossier for appraisal: the first time pins the rule set (received_on).  What was submitted is
 * then being appraised.  ERR_CONFLICT with ctx->why when nothing waits to be received.
 */
enum err	review_op_begin(struct ctx *, struct dossier_id) MUST_CHECK;
/* No nomination left to judge; ERR_CONFLICT with ctx->why otherwise. */
enum err	review_op_finish(struct ctx *, struct dossier_id) MUST_CHECK;

struct review_choice {
	enum review_act			 act;
	const char			*reason;	/* "" or NULL where none is needed */
	struct council_session_id	 session;	/* REVIEW_ACT_AGENDA */
};

/*
 * One act on n nominations of one dossier: all or none.  ERR_CONFLICT with ctx->why when one of them has
 * moved on meanwhile, ERR_NOT_FOUND when one is not in the dossier, ERR_INVALID without a needed reason.
 */
enum err	review_op_act(struct ctx *, struct dossier_id, const int64_t *ids, size_t n,
		    const struct review_choice *) MUST_CHECK;
/* As act on one nomination, with the version the page showed: ERR_STALE when it is another. */
enum err	review_op_act_one(struct ctx *, struct nomination_id, int32_t version,
		    const struct review_choice *) MUST_CHECK;

#endif
